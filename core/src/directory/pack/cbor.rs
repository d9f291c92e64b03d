//! One record as canonical CBOR (RFC 8949 §4.2.1): the same record is the same bytes on every device.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

use crate::directory::confidential::{ConfidentialError, Storable};
use crate::model::{MAX_RECORD_BYTES, Record, Scalar};

/// The key that carries the identifier; no field has this name.
const ID: &str = "id";

type InMemory = minicbor::encode::Error<std::convert::Infallible>;

/// Why a record has no canonical form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EncodeError {
    /// Over [`MAX_RECORD_BYTES`] when encoded.
    #[error("the entry “{id}” takes {bytes} bytes; at most {MAX_RECORD_BYTES} are allowed")]
    TooLarge {
        /// Identifier of the record.
        id: String,
        /// Its encoded size.
        bytes: usize,
    },
    /// A field is named `id`.
    #[error("the entry “{0}” has a field named `id`; that name is taken")]
    FieldNamedId(String),
    /// The encoder refused; it writes to memory, so this is not expected.
    #[error("the entry cannot be encoded: {0}")]
    Encoder(String),
}

impl From<InMemory> for EncodeError {
    fn from(error: InMemory) -> Self {
        Self::Encoder(error.to_string())
    }
}

/// Why bytes are not a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// Longer than [`MAX_RECORD_BYTES`].
    #[error("an entry of {0} bytes is too large; at most {MAX_RECORD_BYTES} are allowed")]
    TooLarge(usize),
    /// Cut short, not CBOR, or not valid UTF-8.
    #[error("an entry cannot be read: {0}")]
    Malformed(String),
    /// Something else than a map of texts to texts, whole numbers and yes/no.
    #[error("an entry holds a {0}, which no field can hold")]
    WrongType(String),
    /// Keys out of order or twice.
    #[error("the key “{0}” of an entry is out of order or stands twice")]
    KeyOrder(String),
    /// Readable, but not in the one form that is allowed.
    #[error("an entry is not in canonical form")]
    NotCanonical,
    /// No identifier.
    #[error("an entry has no id")]
    NoId,
    /// A confidential record that says where it is.
    #[error(transparent)]
    Confidential(#[from] ConfidentialError),
}

impl From<minicbor::decode::Error> for DecodeError {
    fn from(error: minicbor::decode::Error) -> Self {
        Self::Malformed(error.to_string())
    }
}

/// Encodes a record: a map with its id and all fields, keys sorted by their encoded bytes.
///
/// # Errors
/// [`EncodeError`] when it is too large or a field is named `id`.
pub fn encode(record: &Storable) -> Result<Vec<u8>, EncodeError> {
    if record.fields.contains_key(ID) {
        return Err(EncodeError::FieldNamedId(record.id.clone()));
    }
    let bytes = bytes_of(record)?;
    if bytes.len() > MAX_RECORD_BYTES {
        return Err(EncodeError::TooLarge { id: record.id.clone(), bytes: bytes.len() });
    }
    Ok(bytes)
}

/// Decodes exactly one record; accepts nothing but the bytes that [`encode`] makes.
///
/// # Errors
/// [`DecodeError`] on anything else, with bounded memory.
pub fn decode(bytes: &[u8]) -> Result<Storable, DecodeError> {
    let record = read(bytes)?;
    // Shortest lengths and numbers, no trailing bytes: comparing with our own bytes leaves no second form.
    if bytes_of(&record).as_deref().ok() != Some(bytes) {
        return Err(DecodeError::NotCanonical);
    }
    Ok(record)
}

/// Reads a record that this program encoded and kept itself: whether that is the one form is not asked again.
///
/// # Errors
/// [`DecodeError`] on anything that is no record, with bounded memory.
pub fn read(bytes: &[u8]) -> Result<Storable, DecodeError> {
    if bytes.len() > MAX_RECORD_BYTES {
        return Err(DecodeError::TooLarge(bytes.len()));
    }
    Ok(Storable::written(read_map(&mut Decoder::new(bytes))?)?)
}

fn bytes_of(record: &Record) -> Result<Vec<u8>, InMemory> {
    let id = Scalar::Text(record.id.clone());
    let mut fields: Vec<(&str, &Scalar)> = record.fields.iter().map(|(key, value)| (key.as_str(), value)).collect();
    fields.push((ID, &id));
    // The encoded length stands before the text, so bytewise order is: shorter first, then by bytes.
    fields.sort_by_key(|(key, _)| (key.len(), key.as_bytes()));
    let mut encoder = Encoder::new(Vec::new());
    encoder.map(fields.len() as u64)?;
    for (key, value) in fields {
        encoder.str(key)?;
        match value {
            Scalar::Text(text) => encoder.str(text)?,
            Scalar::Int(number) => encoder.i64(*number)?,
            Scalar::Bool(yes) => encoder.bool(*yes)?,
        };
    }
    Ok(encoder.into_writer())
}

fn read_map(decoder: &mut Decoder<'_>) -> Result<Record, DecodeError> {
    if decoder.datatype()? != Type::Map {
        return Err(DecodeError::WrongType(format!("{} in place of a map", decoder.datatype()?)));
    }
    let pairs = decoder.map()?.ok_or(DecodeError::NotCanonical)?;
    let mut id = None;
    let mut fields = Vec::new();
    let mut last: Option<&str> = None;
    for _ in 0..pairs {
        let key = decoder.str()?;
        if last.is_some_and(|last| (last.len(), last.as_bytes()) >= (key.len(), key.as_bytes())) {
            return Err(DecodeError::KeyOrder(key.to_owned()));
        }
        last = Some(key);
        let value = read_scalar(decoder)?;
        match (key, value) {
            (ID, Scalar::Text(text)) => id = Some(text),
            (ID, _) => return Err(DecodeError::NoId),
            (key, value) => fields.push((key.to_owned(), value)),
        }
    }
    let id = id.filter(|id| !id.is_empty()).ok_or(DecodeError::NoId)?;
    // All at once: the map sorts them and is built from the bottom.
    Ok(Record { id, fields: fields.into_iter().collect() })
}

fn read_scalar(decoder: &mut Decoder<'_>) -> Result<Scalar, DecodeError> {
    match decoder.datatype()? {
        Type::Bool => Ok(Scalar::Bool(decoder.bool()?)),
        Type::String => Ok(Scalar::Text(decoder.str()?.to_owned())),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 | Type::I8 | Type::I16 | Type::I32 | Type::I64 => {
            Ok(Scalar::Int(decoder.i64()?))
        }
        other => Err(DecodeError::WrongType(other.to_string())),
    }
}
