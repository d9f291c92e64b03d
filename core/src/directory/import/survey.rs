//! The first pass over a file: what it is, and whether it can be read to its end.

use std::collections::HashSet;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest, Sha256};

use super::dataset::{Kind, kind_of};
use super::header::{self, Column, columns};
use super::limits::HEADER_ROWS;
use super::row::{stated_id, stated_lg};
use super::run::Stop;
use super::table::{Opened, Row};
use super::walk::Found;
use super::{Encoding, FileReport, ImportError, Newline, Options, RowRole, Rule};

/// What the first pass over a file told.
pub(super) struct Survey {
    /// Position of the header among the rows; `None` when the headers are the keys of JSON Lines.
    pub(super) header_at: Option<usize>,
    pub(super) header_line: u64,
    pub(super) columns: Vec<Column>,
    pub(super) kind: Kind,
    /// Published IDs that stand twice, by hash.
    pub(super) shared: HashSet<u64>,
    pub(super) default_lg: Option<String>,
    /// Rows after the header, and the last line.
    pub(super) rows: u64,
    pub(super) last_line: u64,
}

/// Reads the whole file once: nothing is stored of a file that turns out unreadable at its end.
pub(super) fn survey(
    found: &Found,
    opened: &Opened,
    options: &Options,
    cancel: &AtomicBool,
    report: &mut FileReport,
) -> Result<Option<Survey>, Stop> {
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
            && let Some(lg) = stated_lg(&columns, &row.cells, &options.municipalities)
            && !places.contains(&lg)
        {
            places.push(lg);
        }
    };
    let (mut rows, mut last_line) = (0_u64, 0);
    for row in head.iter().skip(header_at.map_or(0, |at| at + 1)) {
        look(row);
        rows += 1;
        last_line = row.line;
    }
    while let Some(row) = table.next()? {
        look(&row);
        rows += 1;
        last_line = row.line;
        if rows.is_multiple_of(4096) && cancel.load(Ordering::Relaxed) {
            return Err(Stop::All(ImportError::Cancelled));
        }
    }
    let of_folder = || {
        let path = std::fs::canonicalize(&found.path).ok()?;
        let folders: Vec<String> =
            path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
        folders.iter().rev().skip(1).find_map(|folder| options.municipalities.of_folder(folder).map(str::to_owned))
    };
    let default_lg = options.default_lg.clone().or_else(|| match places.as_slice() {
        [only] => Some(only.clone()),
        [] => of_folder(),
        _ => None,
    });
    Ok(Some(Survey { header_at, header_line, columns, kind, shared, default_lg, rows, last_line }))
}

/// Writes what the first look told into the report.
pub(in crate::directory) fn describe(opened: &Opened, report: &mut FileReport) {
    let probe = &opened.probe;
    report.format = Some(opened.format());
    report.encoding = Some(probe.encoding);
    report.delimiter = opened.delimiter.map(char::from);
    report.newline = (probe.encoding != Encoding::Workbook).then_some(probe.newline);
    match probe.encoding {
        Encoding::Utf8Bom => report.note(Rule::EncodingBom, 1, None),
        Encoding::Cp932 => report.note(Rule::EncodingCp932, 1, None),
        Encoding::Utf16Le | Encoding::Utf16Be => report.note(Rule::EncodingUtf16, 1, None),
        Encoding::Utf8 | Encoding::Windows1252 | Encoding::Workbook => {}
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

/// What a row is, by its position.
pub(super) fn role(row: &Row, at: usize, survey: &Survey) -> RowRole {
    match survey.header_at {
        Some(header) if at < header => RowRole::Preamble,
        Some(header) if at == header => RowRole::Header,
        Some(header) if at <= header + 4 && header::is_type_row(&row.cells) => RowRole::Notes,
        _ if row.is_blank() => RowRole::Blank,
        _ => RowRole::Data,
    }
}

/// A published ID, small enough to remember millions of.
pub(super) fn id_hash(id: &str) -> u64 {
    let digest = Sha256::digest(id.trim().as_bytes());
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
