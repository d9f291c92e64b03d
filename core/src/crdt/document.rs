//! One generation of a shard as a document.

use std::collections::BTreeMap;

use automerge::{Automerge, ROOT, ReadDoc as _, ScalarValueRef, ValueRef};

use super::actor::{Author, actor};
use super::base::{Base, CheckpointError};
use super::frame::ChangeHash;
use super::guard::Foreign;
use super::known::Known;
use super::refused::Refused;
use super::shard::{Shard, parts};
use crate::model::{Record, Scalar};

/// The records of one generation of a shard, with what its authors changed since its checkpoint.
///
/// Build it, fold the changes into it, read it, drop it. Automerge 0.12 never forgets and may keep a copy of a column
/// for each edit, so a document that is edited all day grows; a new one with the same changes does not.
#[derive(Debug, Clone)]
pub struct Document {
    pub(super) shard: Shard,
    pub(super) doc: Automerge,
    pub(super) known: Known,
}

impl Document {
    /// A document that is its checkpoint. The same records make the same bytes on every machine, in whatever order they
    /// are given.
    ///
    /// # Errors
    /// [`CheckpointError`] when there are too many records, two with one id, or one that may not stand in the shard.
    pub fn from_checkpoint(shard: &Shard, records: &[Record]) -> Result<Self, CheckpointError> {
        let (doc, base) = Base::build(shard, records)?;
        Ok(Self { shard: shard.clone(), doc, known: Known::new(base) })
    }

    /// The document that a checkpoint and changes make, in whatever order those are given, and for each change whether it
    /// was taken.
    ///
    /// # Errors
    /// [`CheckpointError`] as [`Self::from_checkpoint`].
    pub fn fold(
        shard: &Shard,
        records: &[Record],
        changes: &[Foreign<'_>],
    ) -> Result<(Self, Vec<Result<(), Refused>>), CheckpointError> {
        let mut document = Self::from_checkpoint(shard, records)?;
        let taken = document.apply(changes);
        Ok((document, taken))
    }

    /// Which shard and generation it is of.
    #[must_use]
    pub const fn shard(&self) -> &Shard {
        &self.shard
    }

    /// The records, sorted by id. Where two authors wrote one field at the same time, every document shows the same one
    /// of the two values; [`Self::clashes`] has both.
    #[must_use]
    pub fn records(&self) -> Vec<Record> {
        self.grouped(true)
    }

    /// Fields that somebody wrote while somebody else removed their record, by that record, sorted by id. They are shown
    /// to nobody but editors, and are part of the record again when it is put back by somebody who saw neither.
    #[must_use]
    pub fn orphans(&self) -> Vec<Record> {
        self.grouped(false)
    }

    /// The highest number of an operation; 0 when nothing was ever written.
    #[must_use]
    pub const fn max_op(&self) -> u64 {
        self.known.max_op()
    }

    /// Hashes of the changes that no other change builds on, sorted.
    #[must_use]
    pub fn heads(&self) -> Vec<ChangeHash> {
        self.known.heads()
    }

    /// How many changes of an author are in it; they are numbered from 1.
    #[must_use]
    pub fn last(&self, author: &Author) -> u64 {
        self.known.last(&actor(author, &self.shard.name, self.shard.generation))
    }

    /// As automerge saves it, uncompressed. For comparing; nothing reads it back.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.doc.save_nocompress()
    }

    /// What is shown of each key of the document.
    pub(super) fn cells(&self) -> impl Iterator<Item = (String, Scalar)> {
        self.doc.map_range(ROOT, ..).filter_map(|cell| {
            let value = match cell.value {
                ValueRef::Scalar(ScalarValueRef::Str(text)) => Scalar::Text(text.into_owned()),
                ValueRef::Scalar(ScalarValueRef::Int(number)) => Scalar::Int(number),
                ValueRef::Scalar(ScalarValueRef::Boolean(yes)) => Scalar::Bool(yes),
                // The guard lets nothing else in.
                ValueRef::Scalar(_) | ValueRef::Object(_) => return None,
            };
            Some((cell.key.into_owned(), value))
        })
    }

    fn grouped(&self, marked: bool) -> Vec<Record> {
        let mut found: BTreeMap<String, (bool, Record)> = BTreeMap::new();
        for (flat, value) in self.cells() {
            let Some((id, key)) = parts(&flat) else { continue };
            let (there, record) = found.entry(id.to_owned()).or_insert_with(|| (false, Record::new(id)));
            if key.is_empty() {
                *there = true;
            } else {
                record.fields.insert(key.to_owned(), value);
            }
        }
        found.into_values().filter(|(there, _)| *there == marked).map(|(_, record)| record).collect()
    }
}
