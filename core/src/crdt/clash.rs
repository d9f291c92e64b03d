//! What two authors wrote to one field without knowing of each other.

use automerge::{ObjId, ROOT, ReadDoc as _, Value};

use super::actor::Author;
use super::document::Document;
use super::operation::{OpId, scalar};
use super::shard::parts;
use crate::model::Scalar;

/// One author's say on a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The value; nothing when the author deleted the field.
    pub value: Option<Scalar>,
    /// Who.
    pub author: Author,
}

/// A field on which authors said different things at the same time, until one of them writes it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Id of the record; it may have been removed.
    pub record: String,
    /// Key of the field; empty when it is about the record being there at all.
    pub key: String,
    /// What was said: values first, the one that is shown before the others, then deletions.
    pub voices: Vec<Voice>,
    /// The value that every document shows. A value is shown rather than that there is none.
    pub winner: Option<Scalar>,
}

impl Document {
    /// All fields on which authors said different things at the same time, sorted by record and key.
    #[must_use]
    pub fn clashes(&self) -> Vec<Clash> {
        self.known.written_keys().filter_map(|key| self.clash(key)).collect()
    }

    /// What authors said of a field at the same time, if it differs.
    pub(super) fn clash(&self, flat: &str) -> Option<Clash> {
        let mut voices: Vec<Voice> = self.values(flat).into_iter().rev().collect();
        let winner = voices.first().and_then(|voice| voice.value.clone());
        for actor in self.known.standing_deletions(flat) {
            voices.push(Voice { value: None, author: self.known.author(&actor)? });
        }
        let differs = voices.iter().any(|voice| voice.value != winner);
        let (id, key) = parts(flat)?;
        differs.then(|| Clash { record: id.to_owned(), key: key.to_owned(), voices, winner })
    }

    /// Values of authors that stand beside each other; the last one is shown.
    fn values(&self, flat: &str) -> Vec<Voice> {
        let mut values: Vec<(OpId, Voice)> = Vec::new();
        for (value, id) in self.doc.get_all(ROOT, flat).unwrap_or_default() {
            let (Value::Scalar(value), ObjId::Id(counter, actor, _)) = (value, id) else { continue };
            let Ok(actor) = actor.to_bytes().try_into() else { continue };
            // What only the checkpoint says has nothing beside it.
            let Some(author) = self.known.author(&actor) else { continue };
            values.push((OpId { counter, actor }, Voice { value: scalar(&value), author }));
        }
        values.sort_by_key(|(id, _)| *id);
        values.into_iter().map(|(_, voice)| voice).collect()
    }
}
