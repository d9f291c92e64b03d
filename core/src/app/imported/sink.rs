//! From rows of an import to rows of the store, in one transaction.

use crate::directory::confidential::Storable;
use crate::directory::find_text::{bucket, prepare};
use crate::directory::import::{FileReport, Sink, SinkError, SourceFile, SourceRow};
use crate::model::Record;
use crate::store::{Pack, SourceFileRow, SourceRowRow, Store, StoreError, Writing};

/// Why the store did not take a row.
#[derive(Debug, Clone)]
pub(super) enum Refusal {
    /// The store itself.
    Store(StoreError),
    /// The row cannot be kept.
    Row(String),
}

/// Puts what an import makes into a set. Nothing is changed before the first row, and nothing lasts before the end.
pub(super) struct StoreSink<'s> {
    store: &'s Store,
    pack: Pack,
    install: Option<Writing>,
    records: usize,
    refusal: Option<Refusal>,
}

impl<'s> StoreSink<'s> {
    pub(super) const fn new(store: &'s Store, pack: Pack) -> Self {
        Self { store, pack, install: None, records: 0, refusal: None }
    }

    /// What stopped the import, if it was the store.
    pub(super) fn refusal(&mut self) -> Option<Refusal> {
        self.refusal.take()
    }

    fn with(&mut self, put: impl FnOnce(&mut Writing) -> Result<(), StoreError>) -> Result<(), SinkError> {
        let begun = match &mut self.install {
            Some(install) => put(install),
            empty => self.store.write(&self.pack).and_then(|install| put(empty.insert(install))),
        };
        begun.map_err(|error| self.refuse(Refusal::Store(error)))
    }

    fn refuse(&mut self, refusal: Refusal) -> SinkError {
        let said = match &refusal {
            Refusal::Store(error) => error.to_string(),
            Refusal::Row(problem) => problem.clone(),
        };
        self.refusal = Some(refusal);
        SinkError(said)
    }

    /// Keeps a record; `place` says where it was read.
    fn keep(&mut self, record: Record, place: &str) -> Result<(), SinkError> {
        let prepared = Storable::imported(record)
            .map_err(|error| error.to_string())
            .and_then(|record| prepare(&record, bucket(&record)).map_err(|error| error.to_string()));
        let row = prepared.map_err(|problem| self.refuse(Refusal::Row(format!("{place}: {problem}"))))?;
        self.with(|install| install.row(row))?;
        self.records += 1;
        Ok(())
    }

    fn source(&mut self, source: &SourceRow) -> Result<(), SinkError> {
        let row = SourceRowRow {
            file: source.dataset.clone(),
            line: u32::try_from(source.line).unwrap_or(u32::MAX),
            record: source.record.clone(),
            body: encoded(source),
        };
        self.with(|install| install.source_row(row))
    }
}

impl Sink for StoreSink<'_> {
    fn begin(&mut self, file: &SourceFile) -> Result<(), SinkError> {
        let row = SourceFileRow { file: file.dataset.clone(), about: encoded(file) };
        self.with(|install| install.source_file(row))
    }

    fn row(&mut self, record: Record, source: SourceRow) -> Result<(), SinkError> {
        self.keep(record, &format!("{}, line {}", source.dataset, source.line))?;
        self.source(&source)
    }

    fn record(&mut self, record: Record) -> Result<(), SinkError> {
        let place = record.id.clone();
        self.keep(record, &place)
    }

    fn source_only(&mut self, source: SourceRow) -> Result<(), SinkError> {
        self.source(&source)
    }

    fn end(&mut self, _report: &FileReport) -> Result<(), SinkError> {
        Ok(())
    }

    fn finish(&mut self) -> Result<(), SinkError> {
        // A set without entries would remove what is there.
        let install = self.install.take().filter(|_| self.records > 0);
        let Some(install) = install else { return Ok(()) };
        install.finish().map(|_| ()).map_err(|error| self.refuse(Refusal::Store(error)))
    }

    fn abort(&mut self) {
        self.install = None;
    }
}

/// Reads and keeps nothing.
pub(super) struct Look;

impl Sink for Look {
    fn begin(&mut self, _file: &SourceFile) -> Result<(), SinkError> {
        Ok(())
    }

    fn row(&mut self, _record: Record, _source: SourceRow) -> Result<(), SinkError> {
        Ok(())
    }

    fn record(&mut self, _record: Record) -> Result<(), SinkError> {
        Ok(())
    }

    fn source_only(&mut self, _source: SourceRow) -> Result<(), SinkError> {
        Ok(())
    }

    fn end(&mut self, _report: &FileReport) -> Result<(), SinkError> {
        Ok(())
    }

    fn finish(&mut self) -> Result<(), SinkError> {
        Ok(())
    }

    fn abort(&mut self) {}
}

fn encoded<T: serde::Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).unwrap_or_default()
}
