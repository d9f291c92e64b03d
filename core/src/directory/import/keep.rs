//! Rows as they are kept beside the records made from them.

use sha2::{Digest, Sha256};

use super::probe::hex;
use super::table::{Opened, Row};
use super::walk::Found;
use super::{Encoding, RowRole, SourceFile, SourceRow};

/// A table without its `.csv` is a dataset; anything else keeps its whole name, so that `data.csv` and `data.xlsx` are two.
pub(in crate::directory) fn source_file(found: &Found, opened: &Opened, headers: Vec<String>) -> SourceFile {
    let table = found.name.len().checked_sub(4).and_then(|end| found.name.split_at_checked(end));
    let dataset =
        table.filter(|(_, end)| end.eq_ignore_ascii_case(".csv")).map_or(found.name.as_str(), |(stem, _)| stem);
    SourceFile {
        dataset: dataset.to_owned(),
        sha256: opened.probe.sha256.clone(),
        encoding: opened.probe.encoding,
        newline: opened.probe.newline,
        delimiter: opened.delimiter.map(char::from),
        headers,
    }
}

pub(in crate::directory) fn source_row(file: &SourceFile, row: &Row, role: RowRole) -> SourceRow {
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
pub(in crate::directory) fn forget(source: &mut SourceRow, row: &Row) {
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
