//! Why a change was not taken.

use super::limits::{
    MAX_AUTHOR_BYTES, MAX_AUTHOR_CHANGES, MAX_CHANGE_BYTES, MAX_CHANGE_OPS, MAX_CHANGE_OVERWRITES, MAX_RECORDS,
};
use super::shard::Unfit;

/// Why a change was refused. The document is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No bytes.
    #[error("the change has no bytes")]
    Empty,
    /// Over [`MAX_CHANGE_BYTES`].
    #[error("the change has {0} bytes; at most {MAX_CHANGE_BYTES} are allowed")]
    TooLarge(usize),
    /// It does not begin as automerge's bytes do.
    #[error("the bytes are no change of a document")]
    NotAutomerge,
    /// A whole document, a compressed change or a bundle: each may grow without bound when it is read.
    #[error("a part of kind {0} is not taken; only a single plain change is")]
    Kind(u8),
    /// Cut short.
    #[error("the change ends before its end")]
    Torn,
    /// Something follows it.
    #[error("{0} bytes follow the change")]
    Trailing(usize),
    /// The check sum is wrong.
    #[error("the change is damaged: its check sum is wrong")]
    CheckSum,
    /// Its head or a column of it cannot be read.
    #[error("the change cannot be read")]
    Unreadable,
    /// Readable, but not as automerge writes it; after being saved and loaded it would be another change.
    #[error("the change is not written in the one form that is allowed")]
    Form,
    /// It is signed by one author and written as another, or for another shard or generation.
    #[error("the change is not written under the name of its author in this shard and generation")]
    Actor,
    /// The number within differs from the one it was announced with.
    #[error("the change counts itself as number {inside} of its author, but was announced as {announced}")]
    Number {
        /// As the change has it.
        inside: u64,
        /// As the caller has it.
        announced: u64,
    },
    /// Another change of the same author has that number.
    #[error("the author made another change with the number {0}")]
    Twice(u64),
    /// Changes of the same author before it are missing.
    #[error("the change is number {got} of its author, but number {next} comes next")]
    Gap {
        /// Its number.
        got: u64,
        /// The number that comes next.
        next: u64,
    },
    /// It has a time; what is decided by clocks is decided by whoever sets one wrong.
    #[error("the change has a time")]
    Time,
    /// It has a message.
    #[error("the change has a message")]
    Message,
    /// It has bytes that say nothing about records.
    #[error("the change carries other bytes")]
    Extra,
    /// It builds on changes that are not here.
    #[error("the change builds on {0} changes that are not here")]
    Missing(usize),
    /// It does not build on the checkpoint, or not on what its author wrote before.
    #[error("the change does not build on the checkpoint and on what its author wrote before")]
    Beside,
    /// Its operations do not count on from what it builds on.
    #[error("the operations of the change begin at {got}; {next} comes next")]
    StartOp {
        /// Where they begin.
        got: u64,
        /// Where they have to begin.
        next: u64,
    },
    /// It writes nothing.
    #[error("the change writes nothing")]
    NoOps,
    /// Over [`MAX_CHANGE_OPS`].
    #[error("the change writes over {MAX_CHANGE_OPS} fields")]
    TooManyOps,
    /// Over [`MAX_CHANGE_OVERWRITES`].
    #[error("the change overwrites over {MAX_CHANGE_OVERWRITES} values")]
    TooManyOverwrites,
    /// It touches something else than the keys of the one map.
    #[error("the change writes something else than fields of records")]
    Shape,
    /// It does something else than to write or to delete: makes an object, counts, marks.
    #[error("the change does something else than to write or delete fields")]
    Action,
    /// A value that no field has, or a mark that is not `true`.
    #[error("the change writes a value that a field cannot have")]
    Value,
    /// It writes one field twice.
    #[error("the change writes one field twice")]
    FieldTwice,
    /// An id, key or text that may not stand in this shard.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// It does not overwrite exactly the values that its author had before them.
    #[error("the change overwrites other values than those that its author saw")]
    Overwrites,
    /// It would make more than [`MAX_RECORDS`] of the records that its author saw.
    #[error("the change makes over {MAX_RECORDS} records of the shard")]
    TooManyRecords,
    /// Over [`MAX_AUTHOR_CHANGES`] or [`MAX_AUTHOR_BYTES`].
    #[error("the author wrote over {MAX_AUTHOR_CHANGES} changes or {MAX_AUTHOR_BYTES} bytes in this generation")]
    AuthorFull,
    /// Automerge did not merge it.
    #[error("the change could not be merged: {0}")]
    NotMerged(String),
    /// With it the document does not come back as it was saved.
    #[error("with the change the document cannot be saved and loaded again")]
    Harmful,
    /// Automerge panicked.
    #[error("the change stopped the program that merges it")]
    Panicked,
}

impl Refused {
    /// A short name for counting.
    #[must_use]
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge(_) => "too-large",
            Self::NotAutomerge => "not-automerge",
            Self::Kind(_) => "kind",
            Self::Torn => "torn",
            Self::Trailing(_) => "trailing",
            Self::CheckSum => "check-sum",
            Self::Unreadable => "unreadable",
            Self::Form => "form",
            Self::Actor => "actor",
            Self::Number { .. } => "number",
            Self::Twice(_) => "twice",
            Self::Gap { .. } => "gap",
            Self::Time => "time",
            Self::Message => "message",
            Self::Extra => "extra",
            Self::Missing(_) => "missing",
            Self::Beside => "beside",
            Self::StartOp { .. } => "start-op",
            Self::NoOps => "no-ops",
            Self::TooManyOps => "too-many-ops",
            Self::TooManyOverwrites => "too-many-overwrites",
            Self::Shape => "shape",
            Self::Action => "action",
            Self::Value => "value",
            Self::FieldTwice => "field-twice",
            Self::Unfit(_) => "unfit",
            Self::Overwrites => "overwrites",
            Self::TooManyRecords => "too-many-records",
            Self::AuthorFull => "author-full",
            Self::NotMerged(_) => "not-merged",
            Self::Harmful => "harmful",
            Self::Panicked => "panicked",
        }
    }

    /// Whether it may be taken later, when other changes have arrived.
    #[must_use]
    pub const fn may_come_later(&self) -> bool {
        matches!(self, Self::Missing(_) | Self::Gap { .. })
    }
}
