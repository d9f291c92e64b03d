//! Why an import, or one file of it, could not be done.

use std::path::PathBuf;

/// Why a whole import stopped. Nothing of it was stored: the sink was told to roll back.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
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
        problem: FileProblem,
    },
    /// The person stopped it.
    #[error("stopped; nothing was stored")]
    Cancelled,
    /// The store refused a row.
    #[error("nothing was stored: {0}")]
    Sink(#[from] SinkError),
}

/// Why the receiver of rows cannot go on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SinkError(pub String);

/// Why one file is refused. Lines are physical lines of the file, from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "code")]
pub enum FileProblem {
    /// The file has no bytes, or only blank ones.
    #[error("the file is empty")]
    Empty,
    /// The file cannot be read.
    #[error("cannot be read: {reason}")]
    NotReadable {
        /// What the system says.
        reason: String,
    },
    /// The content is not text.
    #[error("line {line}: this is not a text file{}", guessed(.looks_like))]
    Binary {
        /// First line with a byte that no text has.
        line: u64,
        /// What it looks like, if that can be told.
        looks_like: Option<String>,
    },
    /// There is a zero byte in the text.
    #[error("line {line}: there is a zero byte (NUL) in the text")]
    NulByte {
        /// Line of the first one.
        line: u64,
    },
    /// UTF-16 text that stops in the middle of a character or has half of one.
    #[error("line {line}: the UTF-16 text is torn; save the file again as UTF-8")]
    TornUtf16 {
        /// Line of the first one.
        line: u64,
    },
    /// Neither UTF-8, UTF-16 nor cp932.
    #[error("line {line}: the characters are neither UTF-8, UTF-16 nor Shift_JIS{}", guessed(.looks_like))]
    UnknownEncoding {
        /// Line of the first byte that is not UTF-8.
        line: u64,
        /// What it looks like, if that can be told.
        looks_like: Option<String>,
    },
    /// One record is longer than allowed.
    #[error("line {line}: this line is longer than {limit} bytes")]
    LineTooLong {
        /// Line on which the record begins.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// One row has more columns than allowed.
    #[error("line {line}: more than {limit} columns")]
    TooManyColumns {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// The file has more rows than allowed.
    #[error("line {line}: more than {limit} rows")]
    TooManyRows {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: u64,
    },
    /// The file is larger than what is read whole.
    #[error("has {bytes} bytes; at most {limit} are read at once, split the file")]
    FileTooLarge {
        /// Its size.
        bytes: u64,
        /// What is allowed.
        limit: u64,
    },
    /// With this file the folder is larger than what is joined in memory.
    #[error("with this file the folder has more than {limit} bytes; import it in parts")]
    FolderTooLarge {
        /// What is allowed.
        limit: u64,
    },
    /// The tables of a package, or one document, take more memory than allowed.
    #[error(
        "line {line}: up to here more than {limit} bytes of memory are needed; split the package and import it in parts"
    )]
    TooMuchToJoin {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: u64,
    },
    /// One text is longer than allowed.
    #[error("line {line}: a text longer than {limit} bytes")]
    TextTooLong {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// JSON or TOML that is not UTF-8.
    #[error("line {line}: the characters are not UTF-8; save the file again as UTF-8")]
    NotUtf8 {
        /// Line of the first byte that is not.
        line: u64,
    },
    /// Objects inside objects, deeper than allowed.
    #[error("line {line}: objects and lists inside each other deeper than {limit}")]
    JsonTooDeep {
        /// The line.
        line: u64,
        /// What is allowed.
        limit: usize,
    },
    /// A quotation mark opens a cell and nothing closes it.
    #[error("line {line}: a quotation mark (\") opens here and is never closed")]
    QuoteNotClosed {
        /// Line on which the cell begins.
        line: u64,
    },
    /// A compressed file unfolds to more than allowed.
    #[error("unpacks to more than {limit} bytes")]
    UnfoldsTooFar {
        /// What is allowed.
        limit: u64,
    },
    /// A compressed file is damaged.
    #[error("line {line}: the compressed file is damaged: {reason}")]
    DamagedArchive {
        /// Line at which it stopped.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// A workbook cannot be opened.
    #[error("this workbook cannot be opened: {reason}")]
    DamagedWorkbook {
        /// What is wrong.
        reason: String,
    },
    /// The old binary Excel format.
    #[error("this is an old Excel file (.xls); open it and save it as .xlsx or CSV")]
    OldWorkbook,
    /// A JSON document, or a line of a JSON Lines file, cannot be read or is cut off.
    #[error("line {line}: not valid JSON: {reason}")]
    NotJson {
        /// The line.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// A file of records is not TOML.
    #[error("line {line}: not valid TOML: {reason}")]
    NotToml {
        /// The line.
        line: u64,
        /// What is wrong.
        reason: String,
    },
    /// A link leads back to a folder that contains it.
    #[error("this link leads back to a folder that contains it; it is not followed")]
    SymlinkLoop,
    /// Folders inside folders, deeper than allowed.
    #[error("folders are nested deeper than {limit}")]
    TooDeep {
        /// What is allowed.
        limit: usize,
    },
}

impl FileProblem {
    /// The line it happened on, where there is one.
    #[must_use]
    pub const fn line(&self) -> Option<u64> {
        match self {
            Self::Binary { line, .. }
            | Self::NulByte { line }
            | Self::TornUtf16 { line }
            | Self::UnknownEncoding { line, .. }
            | Self::LineTooLong { line, .. }
            | Self::TooManyColumns { line, .. }
            | Self::TooManyRows { line, .. }
            | Self::QuoteNotClosed { line }
            | Self::DamagedArchive { line, .. }
            | Self::TextTooLong { line, .. }
            | Self::TooMuchToJoin { line, .. }
            | Self::NotUtf8 { line }
            | Self::NotToml { line, .. }
            | Self::JsonTooDeep { line, .. }
            | Self::NotJson { line, .. } => Some(*line),
            Self::Empty
            | Self::NotReadable { .. }
            | Self::UnfoldsTooFar { .. }
            | Self::FileTooLarge { .. }
            | Self::FolderTooLarge { .. }
            | Self::DamagedWorkbook { .. }
            | Self::OldWorkbook
            | Self::SymlinkLoop
            | Self::TooDeep { .. } => None,
        }
    }
}

impl From<std::io::Error> for FileProblem {
    fn from(error: std::io::Error) -> Self {
        Self::NotReadable { reason: error.to_string() }
    }
}

fn guessed(guess: &Option<String>) -> String {
    guess.as_ref().map(|name| format!(" (it looks like {name})")).unwrap_or_default()
}
