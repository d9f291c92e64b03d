//! Hands the rows of a package over, file by file and in the order in which they stand: each as it was published, and
//! with the row of a service or place the records made of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use sha2::{Digest as _, Sha256};

use super::group::{Owners, Seed};
use super::json_file;
use super::package::{Package, Trace};
use super::record::{How, build};
use crate::directory::import::{
    Encoding, FileProblem, FileReport, Found, ImportError, Newline, Opened, Passage, Row, RowRole, SourceFile,
    SourceRow, Stop, forget, hex, source_file, source_row,
};

/// A file of a package, to be read once more.
pub(super) struct Source {
    form: Form,
    found: Found,
}

enum Form {
    Csv,
    Json,
    None,
}

impl Source {
    pub(super) fn csv(found: &Found) -> Self {
        Self { form: Form::Csv, found: found.again() }
    }

    pub(super) fn json(found: &Found) -> Self {
        Self { form: Form::Json, found: found.again() }
    }

    /// Nothing of it is handed over.
    pub(super) fn none(found: &Found) -> Self {
        Self { form: Form::None, found: found.again() }
    }

    fn path(&self) -> PathBuf {
        self.found.path.clone()
    }
}

/// What is handed over.
pub(super) struct HandOver<'a> {
    pub(super) package: &'a Package,
    pub(super) owners: &'a Owners,
    /// The rows that make records, in order, each as often as it makes one.
    pub(super) made: Vec<(usize, Option<Seed>)>,
    pub(super) how: How<'a>,
}

impl HandOver<'_> {
    pub(super) fn all(
        mut self,
        sources: &[Source],
        reports: &[FileReport],
        passage: &mut Passage<'_>,
    ) -> Result<(), ImportError> {
        for (number, (source, report)) in sources.iter().zip(reports).enumerate() {
            passage.file(&report.file)?;
            let done = match source.form {
                Form::Csv => self.csv(number, source, report, passage),
                Form::Json => self.json(number, source, report, passage),
                Form::None => Ok(()),
            };
            // It was read before: now it is another file, and nothing of the import can stand.
            done.map_err(|stop| match stop {
                Stop::All(error) => error,
                Stop::File(problem) => ImportError::File { path: source.path(), problem },
            })?;
            passage.file_ends(report.bytes);
        }
        Ok(())
    }

    fn csv(
        &mut self,
        number: usize,
        source: &Source,
        report: &FileReport,
        passage: &mut Passage<'_>,
    ) -> Result<(), Stop> {
        let opened = Opened::western(&source.found.path)?;
        let mut rows = opened.rows()?;
        let Some(header) = rows.next()? else { return Err(FileProblem::Empty.into()) };
        let file = source_file(&source.found, &opened, header.cells.clone());
        passage.sink.begin(&file).map_err(ImportError::from)?;
        passage.sink.source_only(source_row(&file, &header, RowRole::Header)).map_err(ImportError::from)?;
        let package = self.package;
        let mut traces = package.traces(number).iter();
        while let Some(row) = rows.next()? {
            let blank = row.is_blank();
            passage.row(row.raw.len(), !blank)?;
            let kept = source_row(&file, &row, if blank { RowRole::Blank } else { RowRole::Data });
            match if blank { None } else { traces.next() } {
                Some(trace) => self.row(trace, kept, &row, passage)?,
                None => passage.sink.source_only(kept).map_err(ImportError::from)?,
            }
        }
        passage.sink.end(report).map_err(ImportError::from)?;
        Ok(())
    }

    fn json(
        &mut self,
        number: usize,
        source: &Source,
        report: &FileReport,
        passage: &mut Passage<'_>,
    ) -> Result<(), Stop> {
        let bytes = json_file::bytes(&source.found.path)?;
        let documents: BTreeMap<_, _> = json_file::documents(&bytes)?.into_iter().rev().collect();
        let file = SourceFile {
            dataset: source.found.name.clone(),
            sha256: hex(&Sha256::digest(&bytes)),
            encoding: Encoding::Utf8,
            newline: Newline::None,
            delimiter: None,
            headers: ["pointer", "object"].map(str::to_owned).to_vec(),
        };
        passage.sink.begin(&file).map_err(ImportError::from)?;
        let package = self.package;
        for trace in package.traces(number) {
            passage.row(0, true)?;
            let own = documents.get(&trace.line).and_then(|document| json_file::own_fields(document, &trace.pointer));
            let cells = vec![trace.pointer.to_string(), own.unwrap_or_default()];
            let row = Row { line: trace.line, cells, raw: Vec::new() };
            self.row(trace, source_row(&file, &row, RowRole::Data), &row, passage)?;
        }
        passage.sink.end(report).map_err(ImportError::from)?;
        Ok(())
    }

    /// One row, with the records it makes if it is the first that does.
    fn row(
        &mut self,
        trace: &Trace,
        mut kept: SourceRow,
        row: &Row,
        passage: &mut Passage<'_>,
    ) -> Result<(), ImportError> {
        kept.record = self.package.link_of(trace.at).map(str::to_owned);
        if self.package.is_hidden(trace.at) {
            forget(&mut kept, row);
        }
        let from = self.made.partition_point(|(root, _)| *root < trace.at);
        let seeds = self.made.iter_mut().skip(from).take_while(|(root, _)| *root == trace.at);
        let groups = seeds.filter_map(|(_, seed)| Some(seed.take()?.group(self.package, self.owners)));
        let mut records = groups.filter_map(|group| build(self.package, &group, self.how, |_, _, _| {}).ok());
        match records.next() {
            Some(first) => passage.sink.row(first, kept)?,
            None => passage.sink.source_only(kept)?,
        }
        records.try_for_each(|record| passage.sink.record(record))?;
        Ok(())
    }
}
