//! Why a desk did not do what was asked, in words an editor can act on.

use std::path::{Path, PathBuf};

use tsunagari_wire::WireError;

use crate::app::AppError;
use crate::crypto::{CharterError, CryptoError};
use crate::directory::publish::PublishError;
use crate::directory::receive::{Refusal, ShardRefusal};
use crate::model::RecordError;

/// Why a desk did not do what was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The folder is no desk.
    #[error("{} is no desk of a pack", .0.display())]
    NotADesk(PathBuf),
    /// There is a desk already.
    #[error("{} is a desk already", .0.display())]
    IsADesk(PathBuf),
    /// A file is there, and is not what it should be: torn, changed by hand, or missing beside another.
    #[error("{} is torn or was changed: {problem}", path.display())]
    Torn {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
    /// A file cannot be written.
    #[error("{} cannot be written: {problem}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        problem: String,
    },
    /// A file cannot be read.
    #[error("{} cannot be read: {problem}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        problem: String,
    },
    /// Two copies of the desk hold something else under one name.
    #[error("{} says something else in the other copy; one of the two was changed by hand or a key is used twice", .0.display())]
    SaysTwoThings(PathBuf),
    /// The key may not do that.
    #[error("the key {0} may not do that")]
    MayNot(String),
    /// There is no such key here.
    #[error("there is no key “{0}” here")]
    NoKey(String),
    /// There is one already.
    #[error("there is a key “{0}” already")]
    KeyThere(String),
    /// The passphrase does not open the key.
    #[error("this passphrase does not open the key “{0}”")]
    Passphrase(String),
    /// There is no such desk or shard.
    #[error("the charter has no desk for “{0}”")]
    NoDesk(String),
    /// A desk would be left with too few who may write it.
    #[error("the desk “{0}” would have too few who may write it")]
    TooFewWriters(String),
    /// There is no such record.
    #[error("there is no entry “{0}”")]
    NoRecord(String),
    /// Something that is to be written is no `field=value`.
    #[error("“{0}” is to be written as field=value")]
    Field(String),
    /// A record has no name, or is too large.
    #[error(transparent)]
    Unfit(#[from] RecordError),
    /// A record is not right.
    #[error("the entry “{id}”: {why}")]
    Record {
        /// Its id.
        id: String,
        /// What is wrong.
        why: String,
    },
    /// What a shard has against it.
    #[error("{shard}: {why}")]
    Shard {
        /// The shard.
        shard: String,
        /// What is wrong.
        why: ShardRefusal,
    },
    /// A day that is none.
    #[error("“{0}” is no day; write it as 2026-11-23")]
    Day(String),
    /// A name that packs, desks or keys cannot have.
    #[error("“{0}” cannot be a name here: small letters, digits and - only")]
    Name(String),
    /// Numbers are used up.
    #[error("there is no number after this one")]
    NoNumber,
    /// What is signed cannot be read.
    #[error(transparent)]
    Form(#[from] WireError),
    /// The charter does not join.
    #[error(transparent)]
    Charter(#[from] CharterError),
    /// A key cannot be made or opened.
    #[error(transparent)]
    Crypto(#[from] CryptoError),
    /// It cannot be published.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// Phones would refuse it.
    #[error("phones would refuse it: {0}")]
    Refused(Box<Refusal>),
    /// The file to import cannot be read.
    #[error("{0}")]
    Import(Box<AppError>),
}

impl DeskError {
    pub(super) fn file(path: &Path, problem: &impl ToString) -> Self {
        Self::File { path: path.to_path_buf(), problem: problem.to_string() }
    }

    pub(super) fn torn(path: &Path, problem: &impl ToString) -> Self {
        Self::Torn { path: path.to_path_buf(), problem: problem.to_string() }
    }

    pub(super) fn write(path: &Path, problem: &impl ToString) -> Self {
        Self::Write { path: path.to_path_buf(), problem: problem.to_string() }
    }

    pub(super) fn shard(shard: &str, why: ShardRefusal) -> Self {
        Self::Shard { shard: shard.to_owned(), why }
    }
}

impl From<Refusal> for DeskError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(Box::new(refusal))
    }
}
