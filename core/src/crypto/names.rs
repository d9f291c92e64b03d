//! Names inside signed things: few signs, so that no two look alike.

use tsunagari_wire::WireError;

use crate::model::is_hidden;

/// Longest id of a pack or name of a desk.
const NAME: usize = 40;
/// Longest prefix or id of a record, in bytes.
const RECORD_ID: usize = 120;
/// Longest text for people, in bytes.
const TEXT: usize = 300;

fn plain(text: &str, more: &[char], longest: usize) -> bool {
    !text.is_empty()
        && text.len() <= longest
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || more.contains(&c))
}

/// Id of a pack: small letters, digits and `-`.
pub(super) fn pack_id(text: String) -> Result<String, WireError> {
    if plain(&text, &['-'], NAME) { Ok(text) } else { Err(WireError::Wrong("pack")) }
}

/// Name of a desk: small letters, digits and `-`.
pub(super) fn shard_name(text: String) -> Result<String, WireError> {
    if plain(&text, &['-'], NAME) { Ok(text) } else { Err(WireError::Wrong("desk")) }
}

/// Id of a shard: the name of its desk, a point, a number without leading zeros.
pub(super) fn shard_id(text: String) -> Result<String, WireError> {
    let right = text.rsplit_once('.').is_some_and(|(desk, number)| {
        plain(desk, &['-'], NAME) && number.parse::<u32>().is_ok_and(|parsed| parsed.to_string() == number)
    });
    if right { Ok(text) } else { Err(WireError::Wrong("shard")) }
}

/// Beginning of the ids of records.
pub(super) fn record_prefix(text: String) -> Result<String, WireError> {
    if plain(&text, &['-', '.', '_'], RECORD_ID) { Ok(text) } else { Err(WireError::Wrong("prefix")) }
}

/// Whether a text can be the id of a published record: no signs that look like others (homoglyphs).
#[must_use]
pub fn is_record_id(text: &str) -> bool {
    plain(text, &['-', '.', '_'], RECORD_ID)
}

/// A short text for people, without control characters and without hidden ones that could turn it round.
pub(super) fn plain_text(text: String, key: &'static str) -> Result<String, WireError> {
    let right = text.len() <= TEXT && !text.chars().any(|c| c.is_control() || is_hidden(c));
    if right { Ok(text) } else { Err(WireError::Wrong(key)) }
}
