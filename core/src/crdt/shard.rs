//! Which shard a document is of, and what may stand in it.

use super::limits::{MAX_ID_BYTES, MAX_KEY_BYTES, MAX_TEXT_BYTES};
use crate::model::{Scalar, is_hidden};

/// One generation of a shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shard {
    /// Its name, unique within all packs; without a zero byte.
    pub name: String,
    /// The generation, counted up by the publisher.
    pub generation: u64,
    /// What the id of each of its records begins with.
    pub prefix: String,
}

/// Why an id, a key or a value may not stand in a shard. Says nothing of what it was: it may come from a stranger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// No id, or a long one.
    #[error("an id is longer than {MAX_ID_BYTES} bytes or empty")]
    IdLength,
    /// The id is not of this shard.
    #[error("an id does not begin as those of its shard do")]
    IdPrefix,
    /// The id has a character that nobody sees.
    #[error("an id has a control character or a hidden one")]
    IdHidden,
    /// No key, or a long one.
    #[error("the key of a field is longer than {MAX_KEY_BYTES} bytes or empty")]
    KeyLength,
    /// The key has a character that nobody sees.
    #[error("the key of a field has a control character or a hidden one")]
    KeyHidden,
    /// A record as bytes keeps its id under this key.
    #[error("a field is named `id`; that name is taken")]
    KeyTaken,
    /// No text, which states nothing, or a long one.
    #[error("a text is longer than {MAX_TEXT_BYTES} bytes or empty")]
    TextLength,
}

impl Shard {
    /// Checks an id.
    ///
    /// # Errors
    /// [`Unfit`] when a record of this shard cannot have it.
    pub fn check_id(&self, id: &str) -> Result<(), Unfit> {
        if id.is_empty() || id.len() > MAX_ID_BYTES {
            return Err(Unfit::IdLength);
        }
        if id.strip_prefix(self.prefix.as_str()).is_none_or(str::is_empty) {
            return Err(Unfit::IdPrefix);
        }
        if hides(id) { Err(Unfit::IdHidden) } else { Ok(()) }
    }
}

/// Checks the key of a field.
pub(super) fn check_key(key: &str) -> Result<(), Unfit> {
    if key.is_empty() || key.len() > MAX_KEY_BYTES {
        return Err(Unfit::KeyLength);
    }
    if key == "id" {
        return Err(Unfit::KeyTaken);
    }
    if hides(key) { Err(Unfit::KeyHidden) } else { Ok(()) }
}

/// Checks a value.
pub(super) fn check_value(value: &Scalar) -> Result<(), Unfit> {
    match value {
        Scalar::Text(text) if text.is_empty() || text.len() > MAX_TEXT_BYTES => Err(Unfit::TextLength),
        Scalar::Text(_) | Scalar::Int(_) | Scalar::Bool(_) => Ok(()),
    }
}

fn hides(text: &str) -> bool {
    text.chars().any(|c| c.is_control() || is_hidden(c))
}

/// What stands between an id and a key; no id and no key has it.
const BETWEEN: char = '\n';

/// Under which key of the document a field is kept.
///
/// All fields of all records are keys of one map. Were each record a map of its own, two editors who add the same record
/// at the same time would each make a map, one of the two would win, and every field of the other would be lost with it.
/// With flat keys there is nothing to win but a single field.
pub(super) fn flat(id: &str, key: &str) -> String {
    format!("{id}{BETWEEN}{key}")
}

/// The key that says that a record is there: its value is `true`.
///
/// It is what makes the removal of a record and the edit of one of its fields, at the same time, come out the same
/// everywhere: the removal takes away the mark and each field it saw. A field written meanwhile stays, without a mark: it
/// is not shown as a record, but nothing that somebody wrote is thrown away ([`super::Document::orphans`]).
pub(super) fn mark(id: &str) -> String {
    flat(id, "")
}

/// The id and the key of a field; the key of a mark is empty.
pub(super) fn parts(flat: &str) -> Option<(&str, &str)> {
    flat.split_once(BETWEEN)
}

/// Whether a flat key is the mark of a record.
pub(super) fn is_mark(flat: &str) -> bool {
    flat.ends_with(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_belongs_to_the_shard_whose_prefix_it_has() {
        let shard = Shard { name: "jp.core".into(), generation: 1, prefix: "jp.".into() };
        assert_eq!(shard.check_id("jp.hana"), Ok(()));
        assert_eq!(shard.check_id("jp."), Err(Unfit::IdPrefix));
        assert_eq!(shard.check_id("jpx"), Err(Unfit::IdPrefix));
        assert_eq!(shard.check_id(""), Err(Unfit::IdLength));
        assert_eq!(shard.check_id(&format!("jp.{}", "a".repeat(198))), Err(Unfit::IdLength));
        assert_eq!(shard.check_id("jp.a\u{200b}b"), Err(Unfit::IdHidden));
    }

    #[test]
    fn the_mark_of_a_record_comes_before_its_fields_and_those_of_the_next() {
        let mut keys = [flat("jp.a.b", "name"), flat("jp.a", "name"), mark("jp.a.b"), mark("jp.a")];
        keys.sort();
        assert_eq!(keys, [mark("jp.a"), flat("jp.a", "name"), mark("jp.a.b"), flat("jp.a.b", "name")]);
        assert!(is_mark(&mark("jp.a")) && !is_mark(&flat("jp.a", "name")));
    }
}
