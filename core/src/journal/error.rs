//! What cannot be written down so, and what is wrong with a file.

use crate::model::MoodError;

/// Data that this program carries cannot be read: the program is damaged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file} cannot be read: {detail}")]
pub struct DataError {
    /// Name of the file.
    pub file: &'static str,
    /// What the parser says.
    pub detail: String,
}

/// Why something was not written down.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// The person put the whole module away.
    #[error("the mood log is put away")]
    Hidden,
    /// No level is called so.
    #[error("there is no level “{0}”")]
    Level(String),
    /// No feeling is called so; names that are near.
    #[error("there is no feeling “{typed}”")]
    Label {
        /// What was typed.
        typed: String,
        /// Codes of what may have been meant.
        near: Vec<String>,
    },
    /// Nothing that can be around is called so; names that are near.
    #[error("there is no context “{typed}”")]
    Context {
        /// What was typed.
        typed: String,
        /// Codes of what may have been meant.
        near: Vec<String>,
    },
    /// The entry does not fit.
    #[error(transparent)]
    Mood(#[from] MoodError),
    /// The time is still to come, or lies before 1900.
    #[error("the time of an entry has to be between 1900 and now")]
    Time,
    /// There is no such entry.
    #[error("there is no entry “{0}”")]
    NoEntry(String),
    /// A file is not taken.
    #[error(transparent)]
    File(#[from] FileError),
    /// No form of questions is called so.
    #[error("there is no form “{0}”")]
    Form(String),
    /// These are not the answers to the form: how many it wants, and the highest value.
    #[error("{questions} answers from 1 to {most}")]
    Answers {
        /// Questions of the form.
        questions: usize,
        /// Highest value.
        most: u8,
    },
}

/// Why a file with a mood log is not taken. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is too large for a mood log.
    #[error("the file is larger than {0} MB")]
    TooLarge(usize),
    /// It is no UTF-8.
    #[error("line {line} is not UTF-8")]
    NotUtf8 {
        /// Line, from 1.
        line: usize,
    },
    /// It was not written by a mood log of tsunagari.
    #[error("line {line}: this is no mood log of tsunagari")]
    Foreign {
        /// Line, from 1.
        line: usize,
    },
    /// A newer tsunagari wrote it.
    #[error("the file is of version {0}")]
    NeedsNewerVersion(u64),
    /// It ends too early.
    #[error("the file ends in line {line}, before its end")]
    Torn {
        /// Line, from 1.
        line: usize,
    },
    /// A line has quotes or columns that do not fit.
    #[error("line {line} has other columns")]
    Columns {
        /// Line, from 1.
        line: usize,
    },
    /// A value cannot be read.
    #[error("line {line}: {column} cannot be read")]
    Value {
        /// Line, from 1.
        line: usize,
        /// Name of the column.
        column: &'static str,
    },
    /// An entry stands twice with different content.
    #[error("line {line}: this entry stands in the file already, and differs")]
    Twice {
        /// Line, from 1.
        line: usize,
    },
}
