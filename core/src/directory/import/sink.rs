//! Where rows go.

use crate::model::Record;

use super::{FileReport, SinkError, SourceFile, SourceRow};

/// Receives what an import makes. Everything between two calls of [`Sink::finish`] is one transaction: on an error,
/// or when the person stops it, [`Sink::abort`] is called and nothing may stay.
pub trait Sink {
    /// A file begins; its rows follow.
    ///
    /// # Errors
    /// [`SinkError`] when it cannot be kept; the import stops and rolls back.
    fn begin(&mut self, file: &SourceFile) -> Result<(), SinkError>;

    /// A row that made a new record.
    ///
    /// # Errors
    /// As [`Sink::begin`].
    fn row(&mut self, record: Record, source: SourceRow) -> Result<(), SinkError>;

    /// A further record of the row that was handed over last: a service has several places.
    ///
    /// # Errors
    /// As [`Sink::begin`].
    fn record(&mut self, record: Record) -> Result<(), SinkError>;

    /// A row that made no record: header, metadata, blank, merged, set aside or refused. Kept so that the file can be
    /// written back.
    ///
    /// # Errors
    /// As [`Sink::begin`].
    fn source_only(&mut self, source: SourceRow) -> Result<(), SinkError>;

    /// The file ended.
    ///
    /// # Errors
    /// As [`Sink::begin`].
    fn end(&mut self, report: &FileReport) -> Result<(), SinkError>;

    /// All files are through: make it last.
    ///
    /// # Errors
    /// As [`Sink::begin`].
    fn finish(&mut self) -> Result<(), SinkError>;

    /// Forget everything since the start.
    fn abort(&mut self);
}

/// How far an import has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The file being read, below what was imported.
    pub file: String,
    /// Bytes read so far, of all files.
    pub bytes: u64,
    /// Bytes of all files.
    pub total_bytes: u64,
    /// Rows read so far.
    pub rows: u64,
}

/// Told how far it is, from time to time.
pub trait Watcher {
    /// Called after each file and every few thousand rows.
    fn progress(&mut self, progress: &Progress);
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watcher for Unwatched {
    fn progress(&mut self, _progress: &Progress) {}
}

/// Keeps everything in memory; for tests and for a look before storing.
#[derive(Debug, Default)]
pub struct Gathered {
    /// Files, in the order they were read.
    pub files: Vec<SourceFile>,
    /// Records with their rows.
    pub rows: Vec<(Record, SourceRow)>,
    /// Rows without a record.
    pub others: Vec<SourceRow>,
    /// Whether [`Sink::finish`] was called.
    pub finished: bool,
}

impl Sink for Gathered {
    fn begin(&mut self, file: &SourceFile) -> Result<(), SinkError> {
        self.files.push(file.clone());
        Ok(())
    }

    fn row(&mut self, record: Record, source: SourceRow) -> Result<(), SinkError> {
        self.rows.push((record, source));
        Ok(())
    }

    fn record(&mut self, record: Record) -> Result<(), SinkError> {
        if let Some((_, source)) = self.rows.last() {
            let source = source.clone();
            self.rows.push((record, source));
        }
        Ok(())
    }

    fn source_only(&mut self, source: SourceRow) -> Result<(), SinkError> {
        self.others.push(source);
        Ok(())
    }

    fn end(&mut self, _report: &FileReport) -> Result<(), SinkError> {
        Ok(())
    }

    fn finish(&mut self) -> Result<(), SinkError> {
        self.finished = true;
        Ok(())
    }

    fn abort(&mut self) {
        *self = Self::default();
    }
}
