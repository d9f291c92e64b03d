//! Canonical CBOR (RFC 8949 §4.2.1) of few kinds: whole numbers, texts, bytes, yes and no, lists, and maps with texts as
//! keys. The same value is the same bytes everywhere, and no other bytes are read as that value.

use std::collections::BTreeMap;
use std::convert::Infallible;

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

use crate::WireError;
use crate::limits::CBOR_DEPTH;

/// A value that can travel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// Bytes.
    Bytes(Vec<u8>),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A map. Keys are written shorter first, then by their bytes, whatever order they have here.
    Map(BTreeMap<String, Value>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(number.into())
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl FromIterator<Self> for Value {
    fn from_iter<I: IntoIterator<Item = Self>>(items: I) -> Self {
        Self::List(items.into_iter().collect())
    }
}

/// A map from its fields.
#[must_use]
pub fn map<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Map(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

/// The bytes of a value.
#[must_use]
pub fn encode(value: &Value) -> Vec<u8> {
    let mut encoder = Encoder::new(Vec::new());
    // Writing into memory cannot fail.
    let _infallible: Result<(), minicbor::encode::Error<Infallible>> = write(&mut encoder, value);
    encoder.into_writer()
}

/// Reads exactly one value; takes nothing but the bytes that [`encode`] makes.
///
/// # Errors
/// [`WireError::Malformed`] and [`WireError::NotCanonical`]. Memory is bounded by the size of `bytes`.
pub fn decode(bytes: &[u8]) -> Result<Value, WireError> {
    let mut decoder = Decoder::new(bytes);
    let value = read(&mut decoder, CBOR_DEPTH)?;
    // Shortest lengths, order of keys, nothing behind it: comparing with our own bytes leaves no second form.
    if encode(&value) == bytes { Ok(value) } else { Err(WireError::NotCanonical) }
}

fn write(encoder: &mut Encoder<Vec<u8>>, value: &Value) -> Result<(), minicbor::encode::Error<Infallible>> {
    match value {
        Value::Int(number) => encoder.i64(*number).map(|_| ()),
        Value::Bool(yes) => encoder.bool(*yes).map(|_| ()),
        Value::Bytes(bytes) => encoder.bytes(bytes).map(|_| ()),
        Value::Text(text) => encoder.str(text).map(|_| ()),
        Value::List(items) => {
            encoder.array(items.len() as u64)?;
            items.iter().try_for_each(|item| write(encoder, item))
        }
        Value::Map(fields) => {
            encoder.map(fields.len() as u64)?;
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            // The encoded length stands before the text, so bytewise order is: shorter first, then by bytes.
            fields.sort_by_key(|(key, _)| key.len());
            fields.into_iter().try_for_each(|(key, value)| {
                encoder.str(key)?;
                write(encoder, value)
            })
        }
    }
}

fn read(decoder: &mut Decoder<'_>, depth: usize) -> Result<Value, WireError> {
    let deeper = || depth.checked_sub(1).ok_or_else(|| WireError::Malformed("too deep".to_owned()));
    Ok(match decoder.datatype()? {
        Type::Bool => Value::Bool(decoder.bool()?),
        Type::String => Value::Text(decoder.str()?.to_owned()),
        Type::Bytes => Value::Bytes(decoder.bytes()?.to_vec()),
        Type::U8 | Type::U16 | Type::U32 | Type::U64 | Type::I8 | Type::I16 | Type::I32 | Type::I64 => {
            Value::Int(decoder.i64()?)
        }
        Type::Array => {
            let depth = deeper()?;
            let length = decoder.array()?.ok_or(WireError::NotCanonical)?;
            // Not reserved beforehand: a length is only a claim.
            let mut items = Vec::new();
            for _ in 0..length {
                items.push(read(decoder, depth)?);
            }
            Value::List(items)
        }
        Type::Map => {
            let depth = deeper()?;
            let length = decoder.map()?.ok_or(WireError::NotCanonical)?;
            let mut fields = BTreeMap::new();
            for _ in 0..length {
                let key = decoder.str()?.to_owned();
                if fields.insert(key, read(decoder, depth)?).is_some() {
                    return Err(WireError::NotCanonical);
                }
            }
            Value::Map(fields)
        }
        other => return Err(WireError::Malformed(format!("{other}"))),
    })
}

/// Takes the fields of a map one by one; what is left at the end is not known.
#[derive(Debug)]
pub struct Fields(BTreeMap<String, Value>);

impl Fields {
    /// The fields of a map in canonical form.
    ///
    /// # Errors
    /// As [`decode`]; [`WireError::Malformed`] when it is no map.
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        Self::of(decode(bytes)?)
    }

    /// The fields of a map.
    ///
    /// # Errors
    /// [`WireError::Malformed`] when it is no map.
    pub fn of(value: Value) -> Result<Self, WireError> {
        match value {
            Value::Map(fields) => Ok(Self(fields)),
            _ => Err(WireError::Malformed("no map".to_owned())),
        }
    }

    /// A field that may be missing.
    pub fn maybe(&mut self, key: &'static str) -> Option<Value> {
        self.0.remove(key)
    }

    /// A text.
    ///
    /// # Errors
    /// [`WireError::Missing`], [`WireError::Wrong`].
    pub fn text(&mut self, key: &'static str) -> Result<String, WireError> {
        match self.any(key)? {
            Value::Text(text) => Ok(text),
            _ => Err(WireError::Wrong(key)),
        }
    }

    /// A whole number of 0 or more.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn number(&mut self, key: &'static str) -> Result<u64, WireError> {
        match self.any(key)? {
            Value::Int(number) => u64::try_from(number).map_err(|_| WireError::Wrong(key)),
            _ => Err(WireError::Wrong(key)),
        }
    }

    /// Yes or no.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn yes(&mut self, key: &'static str) -> Result<bool, WireError> {
        match self.any(key)? {
            Value::Bool(yes) => Ok(yes),
            _ => Err(WireError::Wrong(key)),
        }
    }

    /// Bytes of any length.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn bytes(&mut self, key: &'static str) -> Result<Vec<u8>, WireError> {
        match self.any(key)? {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(WireError::Wrong(key)),
        }
    }

    /// Exactly so many bytes.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn exact<const N: usize>(&mut self, key: &'static str) -> Result<[u8; N], WireError> {
        <[u8; N]>::try_from(self.bytes(key)?).map_err(|_| WireError::Wrong(key))
    }

    /// A list.
    ///
    /// # Errors
    /// As [`Fields::text`].
    pub fn list(&mut self, key: &'static str) -> Result<Vec<Value>, WireError> {
        match self.any(key)? {
            Value::List(items) => Ok(items),
            _ => Err(WireError::Wrong(key)),
        }
    }

    /// Nothing is left.
    ///
    /// # Errors
    /// [`WireError::Unknown`] with the first key that nobody asked for.
    pub fn end(self) -> Result<(), WireError> {
        self.0.into_iter().next().map_or(Ok(()), |(key, _)| Err(WireError::Unknown(key)))
    }

    fn any(&mut self, key: &'static str) -> Result<Value, WireError> {
        self.0.remove(key).ok_or(WireError::Missing(key))
    }
}
