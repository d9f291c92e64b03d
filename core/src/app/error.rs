//! The one error a shell sees, in words a person can act on.

use std::path::PathBuf;

use super::kept::BackupError;
use super::say::{
    answer_problem, backup_problem, file_problem, journal_problem, keep_problem, rule_problem, store_problem,
    system_problem, vault_problem,
};
use super::vault::VaultError;
use crate::directory::find_text::FindError;
use crate::directory::finder::AnswerError;
use crate::directory::import::FileProblem;
use crate::directory::receive::Refusal;
use crate::journal::{DataError, JournalError};
use crate::keepsakes::KeepError;
use crate::model::RuleError;
use crate::store::{InstallError, StoreError};
use crate::text::Texts;

/// Why something was not done. Nothing of a person is in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppError {
    /// The data folder cannot be made.
    #[error("cannot create the data folder {}: {problem}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        problem: String,
    },
    /// This system names no place for data.
    #[error("the data folder is not known on this system")]
    NoFolder,
    /// The directory cannot be used.
    #[error("the directory cannot be used: {0}")]
    Store(#[source] StoreError),
    /// The person stopped it, or a newer question did.
    #[error("stopped; nothing was changed")]
    Stopped,
    /// An entry whose traces could endanger somebody was to be printed, and the person did not say that it may be.
    #[error("“{name}” leaves traces on paper")]
    TracesOnPaper {
        /// The entry.
        name: String,
    },
    /// It was asked after the device had been closed.
    #[error("this is closed; open it again")]
    Closed,
    /// What this program carries cannot be read: the program is damaged.
    #[error("this program is damaged (its national pack cannot be read: {0}); please install it again")]
    National(String),
    /// An import stopped.
    #[error("cannot import: {0}")]
    Import(String),
    /// A file to import cannot be used.
    #[error("cannot import {}: {problem}", path.display())]
    ImportFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, and where.
        problem: FileProblem,
    },
    /// A path to import cannot be read.
    #[error("cannot read {}: {problem}", path.display())]
    Read {
        /// The path.
        path: PathBuf,
        /// What the system says.
        problem: String,
    },
    /// No entry has this identifier.
    #[error("there is no entry “{id}”")]
    NotFound {
        /// What was asked for.
        id: String,
    },
    /// What a person keeps does not open.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A backup was not made or not restored.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// A check-in cannot be kept so.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// Something was not kept, or not made.
    #[error(transparent)]
    Keep(#[from] KeepError),
    /// Something was not written down, or a file with a log not taken.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// None, or several places have this name.
    #[error("the area “{name}” is not clear")]
    Area {
        /// What was typed.
        name: String,
    },
    /// A question of the guided finder has no such answer.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// A file cannot be written.
    #[error("cannot write {}: {problem}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        problem: String,
    },
    /// A stored entry cannot be read. It is kept.
    #[error("the entry “{id}” cannot be read: {problem}")]
    Record {
        /// The entry.
        id: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl AppError {
    /// Whether it says that what is stored cannot be read, so that another source has to answer.
    pub(super) const fn is_damage(&self) -> bool {
        match self {
            Self::Store(error) => {
                !matches!(error, StoreError::Busy | StoreError::Interrupted | StoreError::NoRecord(_))
            }
            Self::Record { .. } => true,
            _ => false,
        }
    }

    /// The error in the language of the screen.
    #[must_use]
    pub fn say(&self, texts: &Texts) -> String {
        let path = |path: &PathBuf| path.display().to_string().into();
        match self {
            Self::Folder { path: at, problem } => texts
                .with("error-data-folder", &[("path", path(at)), ("problem", system_problem(problem, texts).into())]),
            Self::NoFolder => texts.get("error-no-home"),
            Self::Store(error) => texts.with("error-store", &[("problem", store_problem(error, texts).into())]),
            Self::Record { id, .. } => texts.with("error-record", &[("id", id.as_str().into())]),
            Self::Stopped => texts.get("error-stopped"),
            Self::Closed => texts.get("error-closed"),
            Self::TracesOnPaper { name } => texts.with("error-trace-print", &[("name", name.as_str().into())]),
            Self::National(problem) => texts.with("error-national", &[("problem", problem.as_str().into())]),
            Self::Import(problem) => texts.with("error-import", &[("problem", problem.as_str().into())]),
            Self::ImportFile { path: at, problem } => {
                let problem = format!("{} {}", at.display(), file_problem(problem, texts));
                texts.with("error-import", &[("problem", problem.into())])
            }
            Self::Read { path: at, problem } => {
                texts.with("error-read", &[("path", path(at)), ("problem", system_problem(problem, texts).into())])
            }
            Self::NotFound { id } => texts.with("error-not-found", &[("id", id.as_str().into())]),
            Self::Area { name } => texts.with("error-area", &[("name", name.as_str().into())]),
            Self::Backup(problem) => backup_problem(problem, texts),
            Self::Rule(problem) => rule_problem(*problem, texts),
            Self::Vault(problem) => vault_problem(problem, texts),
            Self::Keep(problem) => keep_problem(problem, texts),
            Self::Journal(problem) => journal_problem(problem, texts),
            Self::Answer(problem) => texts.with("error-answer", &[("problem", answer_problem(problem, texts).into())]),
            Self::Write { path: at, problem } => {
                texts.with("error-write", &[("path", path(at)), ("problem", system_problem(problem, texts).into())])
            }
        }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Interrupted => Self::Stopped,
            StoreError::NoRecord(id) => Self::NotFound { id },
            other => Self::Store(other),
        }
    }
}

impl From<FindError> for AppError {
    fn from(error: FindError) -> Self {
        match error {
            FindError::Store(error) => error.into(),
            FindError::Record { id, why } => Self::Record { id, problem: why.to_string() },
        }
    }
}

impl From<DataError> for AppError {
    fn from(error: DataError) -> Self {
        Self::National(error.to_string())
    }
}

/// Of the pack that the program carries; refusals of other packs are answers.
impl From<Refusal> for AppError {
    fn from(error: Refusal) -> Self {
        match error {
            Refusal::Store(error) => error.into(),
            other => Self::National(other.to_string()),
        }
    }
}

impl<E: std::fmt::Display> From<InstallError<E>> for AppError {
    fn from(error: InstallError<E>) -> Self {
        match error {
            InstallError::Store(error) => error.into(),
            InstallError::Rows(error) => Self::National(error.to_string()),
        }
    }
}
