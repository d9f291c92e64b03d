//! What an editor does to a shard.

use std::collections::BTreeMap;

use super::actor::{Author, actor};
use super::document::Document;
use super::engine;
use super::frame::{self, ChangeHash};
use super::guard::Foreign;
use super::limits::MAX_CHANGE_OPS;
use super::operation::Op;
use super::refused::Refused;
use super::shard::{Unfit, check_key, check_value, flat, mark};
use crate::model::{Record, Scalar};

/// One thing an editor does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Adds a record. Where it is there already its fields are set, and the others of that record stay.
    Add {
        /// The record.
        record: Record,
    },
    /// Sets a field of a record that is there. An empty text states nothing and unsets it.
    Set {
        /// Id of the record.
        id: String,
        /// Key of the field.
        key: String,
        /// Its value.
        value: Scalar,
    },
    /// Takes a field away from a record that is there.
    Unset {
        /// Id of the record.
        id: String,
        /// Key of the field.
        key: String,
    },
    /// Takes a record away, with all its fields.
    Remove {
        /// Id of the record.
        id: String,
    },
}

/// Why edits could not be done; none of them was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such record.
    #[error("there is no record “{0}” in the shard")]
    NoRecord(String),
    /// An id, key or value that may not stand in the shard.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Too much for one change.
    #[error("{0} fields are too many for one change; at most {MAX_CHANGE_OPS} are allowed")]
    TooMany(usize),
    /// The guard would refuse the change everywhere, so it is refused here.
    #[error("the change could not be made: {0}")]
    Refused(#[from] Refused),
}

/// A change that was made here, to be signed and given away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawChange {
    /// Its bytes, uncompressed.
    pub bytes: Vec<u8>,
    /// Who made it.
    pub author: Author,
    /// Which of the author's changes in this generation it is, from 1.
    pub n: u64,
    /// What other changes name it by.
    pub hash: ChangeHash,
    /// The highest number of an operation in the document with it.
    pub max_op: u64,
}

impl RawChange {
    /// As whoever gets it gives it to [`Document::apply`].
    #[must_use]
    pub fn as_foreign(&self) -> Foreign<'_> {
        Foreign { bytes: &self.bytes, author: self.author, n: self.n }
    }
}

impl Document {
    /// Does edits in order, as one change of an author. `None` when they change nothing: what has a value already is not
    /// written again, unless authors differ on it, which a new word settles.
    ///
    /// The number of the change follows from the changes in the document. So it has to hold everything that the author
    /// ever gave away of this generation: two changes with one number are seen as a fault of their author.
    ///
    /// # Errors
    /// [`EditError`]; the document is as it was before.
    pub fn edit(&mut self, author: &Author, edits: &[Edit]) -> Result<Option<RawChange>, EditError> {
        let ops = self.ops(edits)?;
        if ops.is_empty() {
            return Ok(None);
        }
        if ops.len() > MAX_CHANGE_OPS {
            return Err(EditError::TooMany(ops.len()));
        }
        let head = self.known.next_head(actor(author, &self.shard.name, self.shard.generation));
        let (bytes, n) = (engine::written(&head, &ops)?, head.seq);
        for answer in self.apply(&[Foreign { bytes: &bytes, author: *author, n }]) {
            answer?;
        }
        let hash = frame::read(&bytes)?.hash;
        Ok(Some(RawChange { bytes, author: *author, n, hash, max_op: self.max_op() }))
    }

    /// What has to be written to do edits, in order of the keys.
    fn ops(&self, edits: &[Edit]) -> Result<Vec<Op>, EditError> {
        let mut draft = Draft { shown: self.cells().collect(), wanted: BTreeMap::new() };
        for edit in edits {
            match edit {
                Edit::Add { record } => {
                    self.shard.check_id(&record.id)?;
                    let fields = record.fields.iter().filter(|(_, value)| !states_nothing(value));
                    let fields: Vec<_> = fields.collect();
                    for (key, value) in &fields {
                        check_key(key)?;
                        check_value(value)?;
                    }
                    if !draft.has(&mark(&record.id)) {
                        // Left over from a removal; it would come back with the record.
                        draft.clear(&record.id);
                    }
                    draft.want(mark(&record.id), Some(Scalar::Bool(true)));
                    fields.iter().for_each(|(key, value)| draft.want(flat(&record.id, key), Some((*value).clone())));
                }
                Edit::Set { id, key, value } => {
                    check_key(key)?;
                    let value = Some(value).filter(|value| !states_nothing(value));
                    value.map_or(Ok(()), check_value)?;
                    draft.require(id)?;
                    draft.want(flat(id, key), value.cloned());
                }
                Edit::Unset { id, key } => {
                    check_key(key)?;
                    draft.require(id)?;
                    draft.want(flat(id, key), None);
                }
                Edit::Remove { id } => draft.clear(id),
            }
        }
        let changes = |key: &str, value: &Option<Scalar>| match value {
            None => draft.shown.contains_key(key),
            Some(_) => draft.shown.get(key) != value.as_ref() || self.clash(key).is_some(),
        };
        let wanted = draft.wanted.iter().filter(|(key, value)| changes(key, value));
        Ok(wanted
            .map(|(key, value)| Op { key: key.clone(), value: value.clone(), over: self.known.values(key) })
            .collect())
    }
}

fn states_nothing(value: &Scalar) -> bool {
    value.as_str().is_some_and(str::is_empty)
}

/// What the document shows, and what it is to show.
struct Draft {
    shown: BTreeMap<String, Scalar>,
    wanted: BTreeMap<String, Option<Scalar>>,
}

impl Draft {
    fn has(&self, key: &str) -> bool {
        self.wanted.get(key).map_or_else(|| self.shown.contains_key(key), Option::is_some)
    }

    fn want(&mut self, key: String, value: Option<Scalar>) {
        self.wanted.insert(key, value);
    }

    fn require(&self, id: &str) -> Result<(), EditError> {
        if self.has(&mark(id)) { Ok(()) } else { Err(EditError::NoRecord(id.to_owned())) }
    }

    /// Takes away everything of a record.
    fn clear(&mut self, id: &str) {
        let begins = mark(id);
        let under = |key: &&String| key.starts_with(&begins);
        let shown = self.shown.range(begins.clone()..).map(|(key, _)| key).take_while(under);
        let keys: Vec<String> = shown.chain(self.wanted.keys().filter(under)).cloned().collect();
        keys.into_iter().for_each(|key| self.want(key, None));
    }
}
