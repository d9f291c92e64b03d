//! How changes are stored: with their length and SHA-256 around them, since automerge takes damaged, torn and empty bytes
//! for "nothing new".
//!
//! One change is `length (4 bytes, big-endian) ‖ SHA-256 of the change (32 bytes) ‖ change`. Several are
//! `tsc1 ‖ number of changes (4 bytes, big-endian)` and each of them so, so that losing the last ones is noticed as well.

use std::collections::BTreeSet;

use sha2::{Digest as _, Sha256};

use super::limits::MAX_CHANGE_BYTES;

const MAGIC: [u8; 4] = *b"tsc1";

/// Why stored bytes are no changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ChunkError {
    /// There is nothing, not even that there are no changes.
    #[error("the stored changes are empty; something was lost")]
    Nothing,
    /// They do not begin as stored changes do.
    #[error("the bytes are no stored changes")]
    NotStored,
    /// They end before their end.
    #[error("the stored changes end within number {0}")]
    Torn(u32),
    /// Not what was stored.
    #[error("the stored change number {0} is damaged")]
    Damaged(u32),
    /// A change without bytes.
    #[error("the stored change number {0} has no bytes")]
    Empty(u32),
    /// Over [`MAX_CHANGE_BYTES`].
    #[error("the stored change number {0} has over {MAX_CHANGE_BYTES} bytes")]
    TooLarge(u32),
    /// The same change stands there again.
    #[error("the stored change number {0} stands there a second time")]
    Twice(u32),
    /// Something follows.
    #[error("{0} bytes follow the stored changes")]
    Trailing(usize),
    /// More than can be counted.
    #[error("too many changes to store together")]
    TooMany,
}

/// Wraps one change for storing.
///
/// # Errors
/// [`ChunkError::Empty`] or [`ChunkError::TooLarge`].
pub fn wrap(change: &[u8]) -> Result<Vec<u8>, ChunkError> {
    let mut stored = Vec::with_capacity(36 + change.len());
    push(&mut stored, change, 1)?;
    Ok(stored)
}

/// Unwraps exactly one change.
///
/// # Errors
/// [`ChunkError`] when it is not as it was stored.
pub fn unwrap(stored: &[u8]) -> Result<&[u8], ChunkError> {
    if stored.is_empty() {
        return Err(ChunkError::Nothing);
    }
    let (change, rest) = next(stored, 1)?;
    if rest.is_empty() { Ok(change) } else { Err(ChunkError::Trailing(rest.len())) }
}

/// Wraps changes for storing them together; there may be none.
///
/// # Errors
/// [`ChunkError`] when one is empty, too large or there twice.
pub fn wrap_all<'a>(changes: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>, ChunkError> {
    let (mut body, mut seen, mut number) = (Vec::new(), BTreeSet::new(), 0_u32);
    for change in changes {
        number = number.checked_add(1).ok_or(ChunkError::TooMany)?;
        push(&mut body, change, number)?;
        if !seen.insert(change) {
            return Err(ChunkError::Twice(number));
        }
    }
    Ok([&MAGIC[..], &number.to_be_bytes(), &body].concat())
}

/// Unwraps changes that were stored together, in the same order.
///
/// # Errors
/// [`ChunkError`] when they are not as they were stored.
pub fn unwrap_all(stored: &[u8]) -> Result<Vec<&[u8]>, ChunkError> {
    if stored.is_empty() {
        return Err(ChunkError::Nothing);
    }
    let rest = stored.strip_prefix(&MAGIC).ok_or(ChunkError::NotStored)?;
    let (count, mut rest) = rest.split_first_chunk().ok_or(ChunkError::Torn(0))?;
    let (mut changes, mut seen) = (Vec::new(), BTreeSet::new());
    for number in 1..=u32::from_be_bytes(*count) {
        let (change, after) = next(rest, number)?;
        if !seen.insert(change) {
            return Err(ChunkError::Twice(number));
        }
        changes.push(change);
        rest = after;
    }
    if rest.is_empty() { Ok(changes) } else { Err(ChunkError::Trailing(rest.len())) }
}

fn push(stored: &mut Vec<u8>, change: &[u8], number: u32) -> Result<(), ChunkError> {
    if change.is_empty() {
        return Err(ChunkError::Empty(number));
    }
    let length = u32::try_from(change.len()).ok().filter(|_| change.len() <= MAX_CHANGE_BYTES);
    stored.extend(length.ok_or(ChunkError::TooLarge(number))?.to_be_bytes());
    stored.extend(Sha256::digest(change));
    stored.extend(change);
    Ok(())
}

fn next(stored: &[u8], number: u32) -> Result<(&[u8], &[u8]), ChunkError> {
    let (length, rest) = stored.split_first_chunk().ok_or(ChunkError::Torn(number))?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| ChunkError::TooLarge(number))?;
    match length {
        0 => return Err(ChunkError::Empty(number)),
        _ if length > MAX_CHANGE_BYTES => return Err(ChunkError::TooLarge(number)),
        _ => {}
    }
    let (sum, rest) = rest.split_at_checked(32).ok_or(ChunkError::Torn(number))?;
    let (change, rest) = rest.split_at_checked(length).ok_or(ChunkError::Torn(number))?;
    if Sha256::digest(change).as_slice() == sum { Ok((change, rest)) } else { Err(ChunkError::Damaged(number)) }
}
