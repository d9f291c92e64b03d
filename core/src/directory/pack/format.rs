//! The pack file: `TSUNAPCK`, a version, canonical CBOR, and a SHA-256 over everything before it.

mod payload;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::cbor::{DecodeError, EncodeError};
use crate::directory::confidential::Storable;

/// First bytes of a pack.
pub const MAGIC: [u8; 8] = *b"TSUNAPCK";
/// The only version there is.
pub const VERSION: u16 = 1;
/// Largest pack that is read.
pub const MAX_PACK_BYTES: usize = 64 * 1024 * 1024;

const HEAD_BYTES: usize = MAGIC.len() + size_of::<u16>();
const HASH_BYTES: usize = 32;

/// What a pack holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pack {
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub publisher: String,
    /// Day on which it was made, `YYYY-MM-DD`.
    pub built: String,
    /// Records, sorted by id.
    pub records: Vec<Storable>,
    /// Files that belong to it, by name: needs, phrases, holidays, the municipality table.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Why a pack was not made or not read. Nothing of a pack that is not whole is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// The first bytes are others.
    #[error("this is not a pack")]
    NotAPack,
    /// A version of the future.
    #[error("this pack has version {0}; this program reads version {VERSION}. A newer program reads it")]
    NewerVersion(u16),
    /// Larger than [`MAX_PACK_BYTES`].
    #[error("this pack has {0} bytes; at most {MAX_PACK_BYTES} are read")]
    TooLarge(usize),
    /// Cut short or changed on the way.
    #[error("this pack is cut short or was changed on the way; fetch it again")]
    Damaged,
    /// The check sum is right, but what is inside is not what a pack holds.
    #[error("this pack was not made rightly: {0}")]
    Malformed(String),
    /// A record inside is not one.
    #[error("this pack was not made rightly: record {number}: {error}")]
    Record {
        /// Its place in the pack, from 1.
        number: usize,
        /// What is wrong with it.
        error: DecodeError,
    },
    /// A record is too large to be encoded.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// Two records have one id.
    #[error("two records have the id “{0}”")]
    IdTwice(String),
}

/// Makes the bytes of a pack; the same pack is always the same bytes.
///
/// # Errors
/// [`PackError`] when a record cannot be encoded or an id stands twice.
pub fn write(pack: &Pack) -> Result<Vec<u8>, PackError> {
    let mut bytes = Vec::from(MAGIC);
    bytes.extend(VERSION.to_be_bytes());
    bytes.extend(payload::encode(pack)?);
    let hash = Sha256::digest(&bytes);
    bytes.extend(hash);
    if bytes.len() > MAX_PACK_BYTES { Err(PackError::TooLarge(bytes.len())) } else { Ok(bytes) }
}

/// Reads a pack after checking all of it. Memory is bounded by the size of `bytes`, whatever they claim.
///
/// # Errors
/// [`PackError`]; a pack cut at any byte or with any bit changed is refused.
pub fn read(bytes: &[u8]) -> Result<Pack, PackError> {
    payload::decode(checked_payload(bytes)?)
}

/// SHA-256 of a pack, as its trailer states it, in hexadecimal.
///
/// # Errors
/// As [`read`], without looking at the records.
pub(super) fn hash(bytes: &[u8]) -> Result<String, PackError> {
    checked_payload(bytes)?;
    let trailer = bytes.get(bytes.len().saturating_sub(HASH_BYTES)..).unwrap_or_default();
    Ok(trailer.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn checked_payload(bytes: &[u8]) -> Result<&[u8], PackError> {
    if bytes.len() > MAX_PACK_BYTES {
        return Err(PackError::TooLarge(bytes.len()));
    }
    let rest = bytes.strip_prefix(&MAGIC).ok_or_else(|| {
        if MAGIC.starts_with(bytes) && !bytes.is_empty() { PackError::Damaged } else { PackError::NotAPack }
    })?;
    let (version, _) = rest.split_first_chunk::<2>().ok_or(PackError::Damaged)?;
    let (before, trailer) = bytes.split_last_chunk::<HASH_BYTES>().ok_or(PackError::Damaged)?;
    // The hash first: a flipped bit in the version is damage, not a message from the future.
    if Sha256::digest(before).as_slice() != trailer {
        return Err(PackError::Damaged);
    }
    match u16::from_be_bytes(*version) {
        VERSION => before.get(HEAD_BYTES..).ok_or(PackError::Damaged),
        newer => Err(PackError::NewerVersion(newer)),
    }
}
