//! The checkpoint that a document begins with.

use std::collections::{BTreeMap, BTreeSet};

use automerge::Automerge;

use super::actor::{Actor, base_actor};
use super::engine;
use super::frame::{ChangeHash, Head};
use super::limits::MAX_RECORDS;
use super::operation::{Op, OpId};
use super::refused::Refused;
use super::shard::{Shard, Unfit, check_key, check_value, flat, is_mark, mark};
use crate::model::{Record, Scalar};

/// Why records are no checkpoint.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// Over [`MAX_RECORDS`].
    #[error("a shard with {0} records is too large; at most {MAX_RECORDS} are allowed")]
    TooMany(usize),
    /// Two records have one id.
    #[error("two records of the shard have the same id")]
    Twice,
    /// An id, key or value that may not stand there.
    #[error("a record does not fit its shard: {0}")]
    Unfit(#[from] Unfit),
    /// Automerge did not take it.
    #[error("the document could not be built: {0}")]
    NotBuilt(#[from] Refused),
}

/// The first change of a document: all fields of the checkpoint, in order of their keys.
#[derive(Debug, Clone)]
pub(super) struct Base {
    pub(super) actor: Actor,
    /// Nothing when the checkpoint is empty.
    pub(super) hash: Option<ChangeHash>,
    /// Its keys; the operation that writes the first one has the number 1.
    keys: Vec<String>,
}

impl Base {
    /// Builds the document of a checkpoint: the same bytes for the same records, in whatever order they are given.
    pub(super) fn build(shard: &Shard, records: &[Record]) -> Result<(Automerge, Self), CheckpointError> {
        let (head, ops) = first(shard, records)?;
        let doc = engine::built(&head, &ops)?;
        let hash = doc.get_heads().first().map(|head| head.0);
        Ok((doc, Self::of(&head, hash, ops)))
    }

    /// The same without the document.
    pub(super) fn read(shard: &Shard, records: &[Record]) -> Result<Self, CheckpointError> {
        let (head, ops) = first(shard, records)?;
        let hash = if ops.is_empty() { None } else { Some(engine::hash(&head, &ops)?) };
        Ok(Self::of(&head, hash, ops))
    }

    fn of(head: &Head, hash: Option<ChangeHash>, ops: Vec<Op>) -> Self {
        Self { actor: head.actor, hash, keys: ops.into_iter().map(|op| op.key).collect() }
    }

    pub(super) fn max_op(&self) -> u64 {
        self.keys.len() as u64
    }

    /// The operation that wrote a key.
    pub(super) fn put(&self, key: &str) -> Option<OpId> {
        let place = self.keys.binary_search_by(|own| own.as_str().cmp(key)).ok()?;
        Some(OpId { counter: place as u64 + 1, actor: self.actor })
    }

    /// Marks of its records.
    pub(super) fn marks(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(String::as_str).filter(|key| is_mark(key))
    }
}

/// The first change: one operation for each field, in order.
fn first(shard: &Shard, records: &[Record]) -> Result<(Head, Vec<Op>), CheckpointError> {
    let put = |(key, value)| Op { key, value: Some(value), over: BTreeSet::new() };
    let ops = puts(shard, records)?.into_iter().map(put).collect();
    let actor = base_actor(&shard.name, shard.generation);
    Ok((Head { hash: [0; 32], actor, seq: 1, start_op: 1, deps: Vec::new() }, ops))
}

fn puts(shard: &Shard, records: &[Record]) -> Result<BTreeMap<String, Scalar>, CheckpointError> {
    if records.len() > MAX_RECORDS {
        return Err(CheckpointError::TooMany(records.len()));
    }
    let mut puts = BTreeMap::new();
    for record in records {
        shard.check_id(&record.id)?;
        if puts.insert(mark(&record.id), Scalar::Bool(true)).is_some() {
            return Err(CheckpointError::Twice);
        }
        for (key, value) in &record.fields {
            check_key(key)?;
            check_value(value)?;
            puts.insert(flat(&record.id, key), value.clone());
        }
    }
    Ok(puts)
}
