//! One import: every file found, each read twice (once to know it, once to make records), one transaction. The files of
//! a folder that are HSDS are read as one package, all others one by one.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::dataset::Kind;
use super::field::Field;
use super::identity::Register;
use super::keep::{forget, source_file, source_row};
use super::limits::MAX_ROWS;
use super::passage::Passage;
use super::row::{Context, Made, Rows, stated_id};
use super::survey::{Survey, describe, id_hash, role, survey};
use super::table::Opened;
use super::walk::{Found, is_data, walk};
use super::{
    FileProblem, FileReport, ImportError, ImportReport, Municipalities, Outcome, RowRole, Rule, Sink, Watcher,
    toml_file,
};
use crate::directory::hsds::Packages;

/// Reason code of a JSON document that is neither HSDS nor lines of a table.
const JSON_DOCUMENT: &str = "json-document";

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Read files that are not about help, too.
    pub all_kinds: bool,
    /// Municipality of rows that do not say where they are.
    pub default_lg: Option<String>,
    /// The municipalities of the national table.
    pub municipalities: Municipalities,
    /// Day of the import, ISO, for the provenance of records.
    pub today: Option<String>,
    /// HSDS packages are our own export: attributes may say what only the national pack may say of itself.
    pub own_export: bool,
}

/// Imports a file or a folder.
///
/// # Errors
/// [`ImportError`]; then the sink was told to forget everything. A folder with unreadable files is imported all the
/// same, and the report says which; a single file that is unreadable is an error.
pub fn import(
    path: &Path,
    options: &Options,
    sink: &mut dyn Sink,
    watcher: &mut dyn Watcher,
    cancel: &AtomicBool,
) -> Result<ImportReport, ImportError> {
    let result = import_all(path, options, sink, watcher, cancel);
    match result {
        // Taken back in the last moment.
        Ok(_) if cancel.load(Ordering::Relaxed) => {
            sink.abort();
            Err(ImportError::Cancelled)
        }
        Ok(report) => {
            if let Err(error) = sink.finish() {
                sink.abort();
                return Err(error.into());
            }
            Ok(report)
        }
        Err(error) => {
            sink.abort();
            Err(error)
        }
    }
}

fn import_all(
    path: &Path,
    options: &Options,
    sink: &mut dyn Sink,
    watcher: &mut dyn Watcher,
    cancel: &AtomicBool,
) -> Result<ImportReport, ImportError> {
    let found = walk(path)?;
    let single = path.is_file() || found.iter().any(|file| file.path == path);
    let mut report = ImportReport::default();
    let total_bytes = found.iter().map(|file| file.bytes).sum();
    let mut import = Import {
        options,
        passage: Passage::new(sink, watcher, cancel, total_bytes),
        register: Register::default(),
        packages: Packages::default(),
        rows: 0,
    };
    for folder in found.chunk_by(|a, b| a.folder() == b.folder()) {
        let mut joined = import.packages.folder(folder, options, &mut import.passage)?;
        for file in folder {
            let file_report = match joined.remove(&file.name) {
                Some(report) => report,
                None => import.file(file)?,
            };
            if let (true, Outcome::Refused { problem }) = (single, &file_report.outcome) {
                return Err(ImportError::File { path: file.path.clone(), problem: problem.clone() });
            }
            report.push(file_report);
        }
    }
    Ok(report)
}

struct Import<'a> {
    options: &'a Options,
    passage: Passage<'a>,
    register: Register,
    packages: Packages,
    /// Rows of all tables so far.
    rows: u64,
}

impl Import<'_> {
    fn file(&mut self, found: &Found) -> Result<FileReport, ImportError> {
        let mut report = FileReport::new(found.name.clone(), found.bytes);
        self.passage.file(&found.name)?;
        if let Some(problem) = &found.problem {
            report.outcome = Outcome::Refused { problem: problem.clone() };
        } else if is_data(&found.name) {
            match self.read(found, &mut report) {
                Ok(()) => {}
                // What a refused file did before is undone by counting: it made no records, since both passes see
                // the same bytes and the first one refuses.
                Err(Stop::File(problem)) => report.outcome = Outcome::Refused { problem },
                Err(Stop::All(error)) => return Err(error),
            }
        } else {
            report.outcome = Outcome::NotData;
        }
        self.passage.file_ends(found.bytes);
        Ok(report)
    }

    fn read(&mut self, found: &Found, report: &mut FileReport) -> Result<(), Stop> {
        if toml_file::is_one(found) {
            return toml_file::read(found, self.options, &mut self.register, report, &mut self.passage);
        }
        let opened = Opened::new(&found.path)?;
        describe(&opened, report);
        let called_json = found.path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        if opened.document || (called_json && opened.delimiter.is_some()) {
            (report.format, report.delimiter) = (Some("json"), None);
            report.set_aside(JSON_DOCUMENT);
            return Ok(());
        }
        let Some(survey) = survey(found, &opened, self.options, self.passage.cancel, report)? else {
            return Ok(());
        };
        let all = self.options.all_kinds;
        let nameless = !survey.columns.iter().any(|column| column.field == Some(Field::Name));
        let (category, mixed) = match &survey.kind {
            Kind::Of { category, mixed } => (*category, *mixed),
            Kind::Unknown => ("other", true),
            Kind::Test | Kind::NotHelp { .. } if all => ("other", false),
            Kind::Test => return self.aside(&opened, &survey, Rule::TestExport, "test-export", report),
            Kind::NotHelp { reason } => return self.aside(&opened, &survey, Rule::NotHelp, reason, report),
        };
        if nameless {
            return self.aside(&opened, &survey, Rule::NoNameColumn, "no-name-column", report);
        }
        report.kind = Some(category.to_owned());
        self.rows(found, &opened, &survey, (category, mixed), report)
    }

    /// Counts the rows of a file that is left out whole.
    fn aside(
        &mut self,
        opened: &Opened,
        survey: &Survey,
        rule: Rule,
        reason: &str,
        report: &mut FileReport,
    ) -> Result<(), Stop> {
        let mut table = opened.rows()?;
        let mut at = 0;
        while let Some(row) = table.next()? {
            match role(&row, at, survey) {
                RowRole::Data => {
                    report.counts.read += 1;
                    report.counts.set_aside += 1;
                }
                RowRole::Blank => {
                    report.counts.read += 1;
                    report.counts.blank += 1;
                    report.note(Rule::BlankRow, row.line, None);
                }
                RowRole::Preamble | RowRole::Header | RowRole::Notes => {}
            }
            at += 1;
        }
        report.note(rule, survey.header_line.max(1), None);
        report.set_aside(reason);
        Ok(())
    }

    fn rows(
        &mut self,
        found: &Found,
        opened: &Opened,
        survey: &Survey,
        (category, mixed): (&'static str, bool),
        report: &mut FileReport,
    ) -> Result<(), Stop> {
        self.rows += survey.rows;
        if self.rows > MAX_ROWS {
            self.rows -= survey.rows;
            return Err(FileProblem::TooManyRows { line: survey.last_line, limit: MAX_ROWS }.into());
        }
        let headers = survey.columns.iter().map(|column| column.header.clone()).collect();
        let file = source_file(found, opened, headers);
        self.passage.sink.begin(&file).map_err(ImportError::from)?;
        let context = Context {
            columns: &survey.columns,
            category,
            mixed,
            municipalities: &self.options.municipalities,
            default_lg: survey.default_lg.as_deref(),
            old: is_old(&found.name),
            delimited: opened.delimiter.is_some(),
            dataset: &file.dataset,
            assured_date: self.options.today.as_deref(),
        };
        self.register.next_file();
        let mut table = opened.rows()?;
        let mut reader = Rows { context, report, register: &mut self.register };
        let mut at = 0;
        while let Some(row) = table.next()? {
            let role = role(&row, at, survey);
            at += 1;
            let mut source = source_row(&file, &row, role);
            self.passage.row(row.raw.len(), role == RowRole::Data)?;
            match role {
                RowRole::Preamble | RowRole::Header => {}
                RowRole::Notes => reader.report.note(Rule::TypeRows, row.line, None),
                RowRole::Blank => {
                    reader.report.counts.read += 1;
                    reader.report.counts.blank += 1;
                    reader.report.note(Rule::BlankRow, row.line, None);
                }
                RowRole::Data => {
                    reader.report.counts.read += 1;
                    let shared = survey.shared.contains(&id_hash(stated_id(&survey.columns, &row.cells)));
                    match reader.read(&row.cells, row.line, shared) {
                        Made::Record { record, confidential } => {
                            reader.report.counts.stored += 1;
                            reader.report.counts.records += 1;
                            source.record = Some(record.id.clone());
                            if confidential {
                                forget(&mut source, &row);
                            }
                            self.passage.sink.row(*record, source).map_err(ImportError::from)?;
                            continue;
                        }
                        Made::Merged { id } => {
                            reader.report.counts.merged += 1;
                            source.record = Some(id);
                        }
                        Made::SetAside => reader.report.counts.set_aside += 1,
                        Made::Refused => reader.report.counts.refused += 1,
                        Made::Hidden => {
                            reader.report.counts.set_aside += 1;
                            forget(&mut source, &row);
                        }
                    }
                }
            }
            self.passage.sink.source_only(source).map_err(ImportError::from)?;
        }
        self.passage.sink.end(report).map_err(ImportError::from)?;
        Ok(())
    }
}

/// What stops the reading of one file.
pub(in crate::directory) enum Stop {
    File(FileProblem),
    All(ImportError),
}

impl From<FileProblem> for Stop {
    fn from(problem: FileProblem) -> Self {
        Self::File(problem)
    }
}

impl From<ImportError> for Stop {
    fn from(error: ImportError) -> Self {
        Self::All(error)
    }
}

fn is_old(name: &str) -> bool {
    name.split('/').any(|part| matches!(part, "old_data" | "old" | "archive" | "旧" | "旧データ" | "過去"))
}
