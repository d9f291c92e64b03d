//! One import: every file found, each read twice (once to know it, once to make records), one transaction.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest, Sha256};

use super::dataset::{Kind, kind_of};
use super::header::{self, Column, columns};
use super::identity::Register;
use super::limits::HEADER_ROWS;
use super::probe::hex;
use super::row::{Context, Made, Rows, stated_id, stated_lg};
use super::table::{Opened, Row};
use super::walk::{Found, is_data, walk};
use super::{
    Encoding, FileProblem, FileReport, ImportError, ImportReport, Municipalities, Newline, Outcome, Progress, RowRole,
    Rule, Sink, SourceFile, SourceRow, Watcher,
};

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
    let mut import = Import {
        options,
        sink,
        watcher,
        cancel,
        register: Register::default(),
        progress: Progress {
            file: String::new(),
            bytes: 0,
            total_bytes: found.iter().map(|file| file.bytes).sum(),
            rows: 0,
        },
    };
    for file in found {
        import.stop_if_asked()?;
        let before = import.progress.bytes;
        import.progress.file.clone_from(&file.name);
        let file_report = import.file(&file)?;
        import.progress.bytes = before + file.bytes;
        import.watcher.progress(&import.progress);
        if let (true, Outcome::Refused { problem }) = (single, &file_report.outcome) {
            return Err(ImportError::File { path: file.path, problem: problem.clone() });
        }
        report.push(file_report);
    }
    Ok(report)
}

struct Import<'a> {
    options: &'a Options,
    sink: &'a mut dyn Sink,
    watcher: &'a mut dyn Watcher,
    cancel: &'a AtomicBool,
    register: Register,
    progress: Progress,
}

/// What the first pass over a file told.
struct Survey {
    /// Position of the header among the rows; `None` when the headers are the keys of JSON Lines.
    header_at: Option<usize>,
    header_line: u64,
    columns: Vec<Column>,
    kind: Kind,
    /// Published IDs that stand twice, by hash.
    shared: HashSet<u64>,
    default_lg: Option<String>,
}

impl Import<'_> {
    fn stop_if_asked(&self) -> Result<(), ImportError> {
        if self.cancel.load(Ordering::Relaxed) { Err(ImportError::Cancelled) } else { Ok(()) }
    }

    fn file(&mut self, found: &Found) -> Result<FileReport, ImportError> {
        let mut report = FileReport::new(found.name.clone(), found.bytes);
        if let Some(problem) = &found.problem {
            report.outcome = Outcome::Refused { problem: problem.clone() };
            return Ok(report);
        }
        if !is_data(&found.name) {
            report.outcome = Outcome::NotData;
            return Ok(report);
        }
        match self.read(found, &mut report) {
            Ok(()) => Ok(report),
            Err(Stop::File(problem)) => {
                // What a refused file did before is undone by counting: it made no records, since both passes see
                // the same bytes and the first one refuses.
                report.outcome = Outcome::Refused { problem };
                Ok(report)
            }
            Err(Stop::All(error)) => Err(error),
        }
    }

    fn read(&mut self, found: &Found, report: &mut FileReport) -> Result<(), Stop> {
        if let Some(reason) = super::elsewhere::reader_of(&found.path) {
            report.set_aside(reason);
            return Ok(());
        }
        let opened = Opened::new(&found.path)?;
        describe(&opened, report);
        if opened.document {
            report.set_aside(super::elsewhere::JSON_DOCUMENT);
            return Ok(());
        }
        let Some(survey) = self.survey(found, &opened, report)? else {
            return Ok(());
        };
        let all = self.options.all_kinds;
        let nameless = !survey.columns.iter().any(|column| column.field == Some(super::field::Field::Name));
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

    /// Reads the whole file once: nothing is stored of a file that turns out unreadable at its end.
    fn survey(&mut self, found: &Found, opened: &Opened, report: &mut FileReport) -> Result<Option<Survey>, Stop> {
        let mut table = opened.rows()?;
        let mut head: Vec<Row> = Vec::new();
        let mut header_at = None;
        let mut header_line = 0;
        let mut cells = opened.keys.clone();
        if cells.is_none() {
            while head.len() < HEADER_ROWS {
                let Some(row) = table.next()? else { break };
                head.push(row);
            }
            let rows: Vec<Vec<String>> = head.iter().map(|row| row.cells.clone()).collect();
            header_at = header::find(&rows);
            let Some(row) = header_at.and_then(|at| head.get(at)) else {
                let mut rows = head.iter().filter(|row| !row.is_blank()).count() as u64;
                let mut blank = head.len() as u64 - rows;
                while let Some(row) = table.next()? {
                    if row.is_blank() { blank += 1 } else { rows += 1 }
                }
                (report.counts.read, report.counts.set_aside, report.counts.blank) = (rows + blank, rows, blank);
                report.note(Rule::NoHeader, 1, None);
                report.set_aside("no-header");
                return Ok(None);
            };
            header_line = row.line;
            cells = Some(row.cells.clone());
        }
        let cells = cells.unwrap_or_default();
        let columns = columns(&cells, |rule, header| report.note(rule, header_line.max(1), Some(header)));
        if header_at.is_some_and(|at| at > 0) {
            report.note(Rule::MetadataRows, 1, None);
        }
        report.header_line = Some(header_line).filter(|line| *line > 0);
        let kind = kind_of(&names(found, head.get(..header_at.unwrap_or(0)).unwrap_or_default()), &columns);
        let mut seen = HashSet::new();
        let mut shared = HashSet::new();
        let mut places = Vec::new();
        let mut look = |row: &Row| {
            let id = stated_id(&columns, &row.cells);
            if !id.is_empty() {
                let id = id_hash(id);
                if !seen.insert(id) {
                    shared.insert(id);
                }
            }
            if places.len() < 2
                && let Some(lg) = stated_lg(&columns, &row.cells, &self.options.municipalities)
                && !places.contains(&lg)
            {
                places.push(lg);
            }
        };
        for row in head.iter().skip(header_at.map_or(0, |at| at + 1)) {
            look(row);
        }
        let mut rows = 0_u64;
        while let Some(row) = table.next()? {
            look(&row);
            rows += 1;
            if rows.is_multiple_of(4096) && self.cancel.load(Ordering::Relaxed) {
                return Err(Stop::All(ImportError::Cancelled));
            }
        }
        let of_folder = || {
            let path = std::fs::canonicalize(&found.path).ok()?;
            let folders: Vec<String> =
                path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
            folders
                .iter()
                .rev()
                .skip(1)
                .find_map(|folder| self.options.municipalities.of_folder(folder).map(str::to_owned))
        };
        let default_lg = self.options.default_lg.clone().or_else(|| match places.as_slice() {
            [only] => Some(only.clone()),
            [] => of_folder(),
            _ => None,
        });
        Ok(Some(Survey { header_at, header_line, columns, kind, shared, default_lg }))
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
        let file = source_file(found, opened, &survey.columns);
        self.sink.begin(&file).map_err(ImportError::from)?;
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
            self.progress.bytes += row.raw.len() as u64;
            if at.is_multiple_of(1024) {
                if self.cancel.load(Ordering::Relaxed) {
                    return Err(Stop::All(ImportError::Cancelled));
                }
                self.watcher.progress(&self.progress);
            }
            match role {
                RowRole::Preamble | RowRole::Header => {}
                RowRole::Notes => reader.report.note(Rule::TypeRows, row.line, None),
                RowRole::Blank => {
                    reader.report.counts.read += 1;
                    reader.report.counts.blank += 1;
                    reader.report.note(Rule::BlankRow, row.line, None);
                }
                RowRole::Data => {
                    self.progress.rows += 1;
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
                            self.sink.row(*record, source).map_err(ImportError::from)?;
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
            self.sink.source_only(source).map_err(ImportError::from)?;
        }
        self.sink.end(report).map_err(ImportError::from)?;
        Ok(())
    }
}

enum Stop {
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

fn describe(opened: &Opened, report: &mut FileReport) {
    let probe = &opened.probe;
    report.format = Some(opened.format());
    report.encoding = Some(probe.encoding);
    report.delimiter = opened.delimiter.map(char::from);
    report.newline = (probe.encoding != Encoding::Workbook).then_some(probe.newline);
    match probe.encoding {
        Encoding::Utf8Bom => report.note(Rule::EncodingBom, 1, None),
        Encoding::Cp932 => report.note(Rule::EncodingCp932, 1, None),
        Encoding::Utf16Le | Encoding::Utf16Be => report.note(Rule::EncodingUtf16, 1, None),
        Encoding::Utf8 | Encoding::Workbook => {}
    }
    if probe.newline == Newline::Cr {
        report.note(Rule::NewlineBareCr, 1, None);
    }
    if probe.mixed_newlines {
        report.note(Rule::NewlineMixed, 1, None);
    }
    if opened.delimiter.is_some_and(|delimiter| delimiter != b',') {
        report.note(Rule::DelimiterNotComma, 1, None);
    }
    if opened.other_sheets > 0 {
        report.note(Rule::HiddenSheet, 1, None);
    }
}

/// What a dataset is called: the name in its metadata, the name of its file, of its folder.
fn names(found: &Found, preamble: &[Row]) -> Vec<String> {
    let link = preamble
        .iter()
        .filter(|row| row.cells.first().is_some_and(|cell| cell.starts_with("#download_from")))
        .filter_map(|row| row.cells.get(1)?.rsplit('/').next().map(str::to_owned));
    let file = found.path.file_name().map(|name| name.to_string_lossy().into_owned());
    let stem = file.map(|name| name.split_once('.').map_or(name.clone(), |(stem, _)| stem.to_owned()));
    let folder = found.path.parent().and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
    link.chain(stem).chain(folder).filter(|name| !name.is_empty()).collect()
}

fn is_old(name: &str) -> bool {
    name.split('/').any(|part| matches!(part, "old_data" | "old" | "archive" | "旧" | "旧データ" | "過去"))
}

fn role(row: &Row, at: usize, survey: &Survey) -> RowRole {
    match survey.header_at {
        Some(header) if at < header => RowRole::Preamble,
        Some(header) if at == header => RowRole::Header,
        Some(header) if at <= header + 4 && header::is_type_row(&row.cells) => RowRole::Notes,
        _ if row.is_blank() => RowRole::Blank,
        _ => RowRole::Data,
    }
}

pub(super) fn source_file(found: &Found, opened: &Opened, columns: &[Column]) -> SourceFile {
    let name = &found.name;
    let folder_end = name.rfind('/').map_or(0, |at| at + 1);
    let stem_end = name.get(folder_end..).and_then(|file| file.find('.')).map_or(name.len(), |at| folder_end + at);
    SourceFile {
        dataset: name.get(..stem_end).unwrap_or(name).to_owned(),
        sha256: opened.probe.sha256.clone(),
        encoding: opened.probe.encoding,
        newline: opened.probe.newline,
        delimiter: opened.delimiter.map(char::from),
        headers: columns.iter().map(|column| column.header.clone()).collect(),
    }
}

pub(super) fn source_row(file: &SourceFile, row: &Row, role: RowRole) -> SourceRow {
    let source = SourceRow {
        dataset: file.dataset.clone(),
        file_sha256: file.sha256.clone(),
        line: row.line,
        role,
        cells: row.cells.clone(),
        raw: None,
        row_sha256: None,
        record: None,
        edits: std::collections::BTreeMap::new(),
    };
    let plain = super::write_back::plain_row(file, &source.cells);
    // The rows of a UTF-16 file are read as UTF-8.
    let raw = match file.encoding {
        Encoding::Utf16Le | Encoding::Utf16Be => file.encoding.encode(&String::from_utf8_lossy(&row.raw)),
        _ => row.raw.clone(),
    };
    let keep = file.delimiter.is_some() && plain != raw;
    SourceRow { raw: keep.then_some(raw), ..source }
}

/// Keeps only the hash of a row.
fn forget(source: &mut SourceRow, row: &Row) {
    source.row_sha256 = Some(row_sha256(row));
    source.cells.clear();
    source.raw = None;
}

fn row_sha256(row: &Row) -> String {
    let mut digest = Sha256::new();
    if row.raw.is_empty() {
        for cell in &row.cells {
            digest.update(cell.as_bytes());
            digest.update([0x1f]);
        }
    } else {
        digest.update(&row.raw);
    }
    hex(&digest.finalize())
}

fn id_hash(id: &str) -> u64 {
    let digest = Sha256::digest(id.trim().as_bytes());
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
