//! What editors sign: the start of a generation, a change, a second key's word for it, and a voice from the field.

use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{Fields, Value, map};

use super::ed25519::{PublicKey, SigningKey};
use super::names::{is_record_id, pack_id, shard_id};
use super::signed::{Hash, Kind, Signed};
use crate::model::is_hidden;

/// Most records of a shard.
pub const SHARD_RECORDS: usize = 200;
/// Most bytes of the records of a shard, in canonical form, together.
pub const SHARD_BYTES: usize = 96 * 1024;
/// Most bytes of one change.
pub const CHANGE_BYTES: usize = 64 * 1024;
/// A voice from the field, in bytes.
pub const NOTE_BYTES: usize = 600;

/// A generation of a shard.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Generation {
    /// The pack.
    pub pack: String,
    /// The shard.
    pub shard: String,
    /// From 1.
    pub number: u32,
}

impl Generation {
    fn read(fields: &mut Fields) -> Result<Self, WireError> {
        let number = u32::try_from(fields.number("gen")?).ok().filter(|number| *number > 0);
        Ok(Self {
            pack: pack_id(fields.text("pack")?)?,
            shard: shard_id(fields.text("shard")?)?,
            number: number.ok_or(WireError::Wrong("gen"))?,
        })
    }
}

/// What a generation starts from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which one.
    pub of: Generation,
    /// Records in canonical form, sorted by id.
    pub records: Vec<Vec<u8>>,
}

impl Checkpoint {
    /// To be signed.
    #[must_use]
    pub fn to_signed(&self) -> Signed {
        let body = map([
            ("pack", self.of.pack.as_str().into()),
            ("shard", self.of.shard.as_str().into()),
            ("gen", self.of.number.into()),
            ("records", self.records.iter().map(|record| Value::Bytes(record.clone())).collect()),
        ]);
        Signed::unsigned(Kind::Checkpoint, &body)
    }

    /// Reads what a checkpoint says; its records are for `directory` to read.
    ///
    /// # Errors
    /// [`WireError`] when it is no checkpoint or too large.
    pub fn read(signed: &Signed) -> Result<Self, WireError> {
        let mut fields = Fields::decode(&signed.body)?;
        let of = Generation::read(&mut fields)?;
        let mut records = Vec::new();
        let mut bytes = 0;
        for record in fields.list("records")? {
            let Value::Bytes(record) = record else { return Err(WireError::Wrong("records")) };
            bytes += record.len();
            records.push(record);
        }
        fields.end()?;
        limit("the records of a shard", records.len(), SHARD_RECORDS)?;
        limit("a shard", bytes, SHARD_BYTES)?;
        Ok(Self { of, records })
    }
}

/// One change of a shard by one author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Generation that it changes.
    pub of: Generation,
    /// Who made it.
    pub author: PublicKey,
    /// The author's first entry in this generation is 1, the next 2.
    pub n: u32,
    /// Hash of the author's entry before; `None` for the first.
    pub prev: Option<Hash>,
    /// One automerge change, as its raw bytes.
    pub change: Vec<u8>,
}

impl Entry {
    /// Signs it with the author's key.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signed {
        let body = map([
            ("pack", self.of.pack.as_str().into()),
            ("shard", self.of.shard.as_str().into()),
            ("gen", self.of.number.into()),
            ("author", (&self.author.0).into()),
            ("n", self.n.into()),
            ("prev", Value::Bytes(self.prev.map_or_else(Vec::new, Vec::from))),
            ("change", Value::Bytes(self.change.clone())),
        ]);
        Signed::unsigned(Kind::Entry, &body).sign(key)
    }

    /// Reads an entry whose author signed it.
    ///
    /// # Errors
    /// [`WireError`]; [`WireError::Wrong`] of `author` when another signed it.
    pub fn read(signed: &Signed) -> Result<Self, WireError> {
        let mut fields = Fields::decode(&signed.body)?;
        let of = Generation::read(&mut fields)?;
        let prev = fields.bytes("prev")?;
        let entry = Self {
            of,
            author: PublicKey(fields.exact("author")?),
            n: u32::try_from(fields.number("n")?).map_err(|_| WireError::Wrong("n"))?,
            prev: if prev.is_empty() { None } else { Some(prev.try_into().map_err(|_| WireError::Wrong("prev"))?) },
            change: fields.bytes("change")?,
        };
        fields.end()?;
        limit("a change", entry.change.len(), CHANGE_BYTES)?;
        if entry.n == 0 || (entry.n == 1) != entry.prev.is_none() {
            return Err(WireError::Wrong("n"));
        }
        signed_by(signed, entry.author)?;
        Ok(entry)
    }
}

/// A second key's word that an entry of a core shard is right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endorsement {
    /// Generation of the entry.
    pub of: Generation,
    /// Hash of the entry.
    pub entry: Hash,
    /// Who says so.
    pub by: PublicKey,
}

impl Endorsement {
    /// Signs it.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signed {
        let body = map([
            ("pack", self.of.pack.as_str().into()),
            ("shard", self.of.shard.as_str().into()),
            ("gen", self.of.number.into()),
            ("entry", (&self.entry).into()),
            ("by", (&self.by.0).into()),
        ]);
        Signed::unsigned(Kind::Endorsement, &body).sign(key)
    }

    /// Reads one whose maker signed it.
    ///
    /// # Errors
    /// As [`Entry::read`].
    pub fn read(signed: &Signed) -> Result<Self, WireError> {
        let mut fields = Fields::decode(&signed.body)?;
        let of = Generation::read(&mut fields)?;
        let one = Self { of, entry: fields.exact("entry")?, by: PublicKey(fields.exact("by")?) };
        fields.end()?;
        signed_by(signed, one.by)?;
        Ok(one)
    }
}

/// A voice from the field: one standing note of a key about a record. A later one takes the place of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The pack.
    pub pack: String,
    /// The desk of field workers that the key belongs to.
    pub desk: String,
    /// Id of the record.
    pub record: String,
    /// Who says so.
    pub by: PublicKey,
    /// Counts up with each note of this key about this record.
    pub n: u32,
    /// Whether it says that something is other than the record has it; a note that takes a word back says no.
    pub differs: bool,
    /// In words.
    pub text: String,
    /// When it was written, seconds since 1970 (UTC).
    pub at: u64,
}

impl Note {
    /// Signs it.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signed {
        let body = map([
            ("pack", self.pack.as_str().into()),
            ("desk", self.desk.as_str().into()),
            ("record", self.record.as_str().into()),
            ("by", (&self.by.0).into()),
            ("n", self.n.into()),
            ("differs", self.differs.into()),
            ("text", self.text.as_str().into()),
            ("at", Value::Int(i64::try_from(self.at).unwrap_or(i64::MAX))),
        ]);
        Signed::unsigned(Kind::Note, &body).sign(key)
    }

    /// Reads one whose maker signed it.
    ///
    /// # Errors
    /// As [`Entry::read`].
    pub fn read(signed: &Signed) -> Result<Self, WireError> {
        let mut fields = Fields::decode(&signed.body)?;
        let one = Self {
            pack: pack_id(fields.text("pack")?)?,
            desk: super::names::shard_name(fields.text("desk")?)?,
            record: fields.text("record")?,
            by: PublicKey(fields.exact("by")?),
            n: u32::try_from(fields.number("n")?).map_err(|_| WireError::Wrong("n"))?,
            differs: fields.yes("differs")?,
            text: fields.text("text")?,
            at: fields.number("at")?,
        };
        fields.end()?;
        limit("a note", one.text.len(), NOTE_BYTES)?;
        if one.n == 0 || !is_record_id(&one.record) {
            return Err(WireError::Wrong("record"));
        }
        if one.text.chars().any(|c| (c.is_control() && c != '\n') || is_hidden(c)) {
            return Err(WireError::Wrong("text"));
        }
        signed_by(signed, one.by)?;
        Ok(one)
    }
}

fn signed_by(signed: &Signed, author: PublicKey) -> Result<(), WireError> {
    let only = signed.claimed().eq([author]) && signed.signers(&[author]).len() == 1;
    if only { Ok(()) } else { Err(WireError::Wrong("author")) }
}

fn limit(what: &'static str, bytes: usize, limit: usize) -> Result<(), WireError> {
    if bytes > limit {
        return Err(WireError::TooLarge { what, bytes: bytes as u64, limit: limit as u64 });
    }
    Ok(())
}
