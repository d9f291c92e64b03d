//! Why an import, or one file of it, could not be done.

use std::path::PathBuf;

/// Why a whole import stopped.
#[derive(Debug, thiserror::Error)]
pub enum HsdsError {
    /// The path does not exist or cannot be read.
    #[error("cannot read {path}: {reason}")]
    NotReadable {
        /// The path given.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// The one file given cannot be imported.
    #[error("{path}: {problem}")]
    File {
        /// The file.
        path: PathBuf,
        /// What is wrong, and where.
        problem: Problem,
    },
    /// The person stopped it.
    #[error("stopped; nothing was stored")]
    Cancelled,
    /// The receiver of records refused one.
    #[error("nothing was stored: {0}")]
    Receiver(String),
}

/// Why one file is refused. Lines are physical lines of the file, from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "code")]
pub enum Problem {
    /// The file has no bytes, or only blank ones.
    #[error("the file is empty")]
    Empty,
    /// The file cannot be read.
    #[error("cannot be read: {reason}")]
    NotReadable {
        /// What the system says.
        reason: String,
    },
    /// The file is larger than what is joined in memory.
    #[error("has {bytes} bytes; at most {limit} are read, split the file")]
    FileTooLarge {
        /// Its size.
        bytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// With this file the package is larger than what is joined in memory.
    #[error("with this file the folder has more than {limit} bytes; import it in parts")]
    PackageTooLarge {
        /// What is allowed.
        limit: u64,
    },
    /// More rows than what is joined in memory.
    #[error("line {line}: more than {limit} rows in one folder; import it in parts")]
    TooManyRows {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// There is a zero byte in the text.
    #[error("line {line}: there is a zero byte (NUL) in the text")]
    Nul {
        /// Line of the first one.
        line: u64,
    },
    /// JSON that is not UTF-8.
    #[error("line {line}: the characters are not UTF-8; save the file again as UTF-8")]
    NotUtf8 {
        /// Line of the first byte that is not.
        line: u64,
    },
    /// One string or cell is longer than allowed.
    #[error("line {line}: a text longer than {limit} bytes")]
    TextTooLong {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// Objects inside objects, deeper than allowed.
    #[error("line {line}: objects and lists inside each other deeper than {limit}")]
    TooDeep {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// One row or object has more columns than allowed.
    #[error("line {line}: more than {limit} columns")]
    TooManyColumns {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// The file is not JSON, or is cut off.
    #[error("line {line}, character {column}: not valid JSON: {reason}")]
    NotJson {
        /// The line.
        line: u64,
        /// The character in the line.
        column: u64,
        /// What is wrong.
        reason: String,
    },
    /// A quotation mark opens a cell and nothing closes it.
    #[error("line {line}: a quotation mark (\") opens here and is never closed")]
    QuoteNotClosed {
        /// Line on which the cell begins.
        line: u64,
    },
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::NotReadable { reason: error.to_string() }
    }
}
