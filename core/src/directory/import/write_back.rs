//! Writes a source file again: byte for byte where nothing was edited, and only the edited cells changed otherwise.

use super::keep::{source_file, source_row};
use super::limits::HEADER_ROWS;
use super::split::{RawRecord, Splitter};
use super::table::Opened;
use super::walk::Found;
use super::{Encoding, FileProblem, RowRole, SourceFile, SourceRow, header};

/// Why a file cannot be written back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WriteBackError {
    /// Only delimited text is written back.
    #[error("{0} is not a delimited text file")]
    NotDelimited(String),
    /// The row of a confidential entry was not kept.
    #[error("{dataset}, line {line}: this row was not kept, because its place is confidential")]
    NotKept {
        /// The dataset.
        dataset: String,
        /// The line.
        line: u64,
    },
}

/// The bytes of a file from its rows, in order.
///
/// # Errors
/// [`WriteBackError`] when a row was not kept or the file is not delimited text.
pub fn write_back<'a>(
    file: &SourceFile,
    rows: impl IntoIterator<Item = &'a SourceRow>,
) -> Result<Vec<u8>, WriteBackError> {
    if file.delimiter.is_none() {
        return Err(WriteBackError::NotDelimited(file.dataset.clone()));
    }
    let mut bytes = file.encoding.mark().to_vec();
    for row in rows {
        if row.row_sha256.is_some() {
            return Err(WriteBackError::NotKept { dataset: row.dataset.clone(), line: row.line });
        }
        let published = row.raw.clone().unwrap_or_else(|| plain_row(file, &row.cells));
        bytes.extend(if row.edits.is_empty() { published } else { edited(file, row, &published) });
    }
    Ok(bytes)
}

/// All rows of a file as they stand, for writing it back without importing it.
///
/// # Errors
/// [`FileProblem`] when it cannot be read.
pub fn source_rows(path: &std::path::Path) -> Result<(SourceFile, Vec<SourceRow>), FileProblem> {
    let opened = Opened::new(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let found = Found { path: path.to_owned(), name, bytes: 0, problem: None };
    let mut table = opened.rows()?;
    let mut rows = Vec::new();
    while let Some(row) = table.next()? {
        rows.push(row);
    }
    let head: Vec<Vec<String>> = rows.iter().take(HEADER_ROWS).map(|row| row.cells.clone()).collect();
    let header_at = header::find(&head);
    let columns = header_at.and_then(|at| head.get(at)).map(|cells| header::columns(cells, |_, _| {}));
    let headers = columns.unwrap_or_default().into_iter().map(|column| column.header).collect();
    let file = source_file(&found, &opened, headers);
    let rows = rows
        .iter()
        .enumerate()
        .map(|(at, row)| {
            let role = match header_at {
                Some(header) if at < header => RowRole::Preamble,
                Some(header) if at == header => RowRole::Header,
                _ if row.is_blank() => RowRole::Blank,
                _ => RowRole::Data,
            };
            source_row(&file, row, role)
        })
        .collect();
    Ok((file, rows))
}

/// A row as most programs write it: quotation marks only where they are needed.
pub(super) fn plain_row(file: &SourceFile, cells: &[String]) -> Vec<u8> {
    let delimiter = file.delimiter.unwrap_or(',');
    let mut text = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(delimiter);
        }
        push_cell(&mut text, cell, delimiter, false);
    }
    text.push_str(file.newline.as_str());
    file.encoding.encode(&text)
}

fn push_cell(text: &mut String, cell: &str, delimiter: char, quoted: bool) {
    if quoted || cell.contains([delimiter, '"', '\r', '\n']) {
        text.push('"');
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(cell);
    }
}

/// The published bytes with the edited cells replaced; a cell that stood in quotation marks keeps them.
fn edited(file: &SourceFile, row: &SourceRow, published: &[u8]) -> Vec<u8> {
    let delimiter = file.delimiter.unwrap_or(',');
    let utf16 = matches!(file.encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    // Split what was published; UTF-16 by way of UTF-8.
    let bytes = if utf16 { plain_utf8(file.encoding, published) } else { published.to_vec() };
    let mut splitter = Splitter::new(bytes.as_slice(), delimiter as u8);
    let mut record = RawRecord::default();
    if splitter.next(&mut record).is_err() {
        return published.to_vec();
    }
    let encode = |text: &str| if utf16 { text.as_bytes().to_vec() } else { file.encoding.encode(text) };
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    for (column, cell) in record.cells.iter().enumerate() {
        out.extend_from_slice(record.bytes.get(at..cell.start).unwrap_or_default());
        let raw = record.bytes.get(cell.clone()).unwrap_or_default();
        match row.edits.get(&column) {
            None => out.extend_from_slice(raw),
            Some(edit) => {
                let mut text = String::new();
                push_cell(&mut text, edit, delimiter, raw.starts_with(b"\""));
                out.extend(encode(&text));
            }
        }
        at = cell.end;
    }
    // Columns the row did not have before its line end.
    let mut extra = String::new();
    if let Some(last) = row.edits.keys().max().filter(|last| **last >= record.cells.len()) {
        for column in record.cells.len()..=*last {
            extra.push(delimiter);
            push_cell(&mut extra, row.edits.get(&column).map_or("", String::as_str), delimiter, false);
        }
    }
    out.extend(encode(&extra));
    out.extend_from_slice(record.bytes.get(at..).unwrap_or_default());
    if utf16 { file.encoding.encode(&String::from_utf8_lossy(&out)) } else { out }
}

fn plain_utf8(encoding: Encoding, bytes: &[u8]) -> Vec<u8> {
    let decoder = if encoding == Encoding::Utf16Be { encoding_rs::UTF_16BE } else { encoding_rs::UTF_16LE };
    decoder.decode_without_bom_handling(bytes).0.into_owned().into_bytes()
}
