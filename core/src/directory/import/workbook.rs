//! Workbooks (.xlsx). What they unfold to is counted before anything is parsed, and cells are taken one by one, so
//! that neither a zip bomb nor a sheet that claims a million columns takes the device down.

use std::fs::File;
use std::io::{BufReader, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use calamine::{DataRef, Reader, Xlsx};

use super::FileProblem;
use super::header;
use super::limits::{MAX_COLUMNS, MAX_ROWS, MAX_WORKBOOK_BYTES, MAX_WORKBOOK_PARTS, MAX_WORKBOOK_RATIO};
use super::table::Row;

/// Rows of the first sheet that has a header, and how many other sheets there are.
pub(super) fn read(path: &Path) -> Result<(Vec<Row>, usize), FileProblem> {
    check(path)?;
    // calamine reads untrusted XML; a panic in it is a damaged file, not ours.
    catch_unwind(AssertUnwindSafe(|| rows(path)))
        .unwrap_or_else(|_| Err(FileProblem::DamagedWorkbook { reason: "its content is not as it should be".into() }))
}

fn damaged(reason: impl ToString) -> FileProblem {
    FileProblem::DamagedWorkbook { reason: reason.to_string() }
}

/// Unfolds every part and throws it away, counting.
fn check(path: &Path) -> Result<(), FileProblem> {
    let mut archive = zip::ZipArchive::new(BufReader::new(File::open(path)?)).map_err(damaged)?;
    if archive.len() > MAX_WORKBOOK_PARTS {
        return Err(damaged("it has too many parts"));
    }
    let mut total = 0;
    let mut is_workbook = false;
    let mut buffer = vec![0; 64 * 1024];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(damaged)?;
        is_workbook |= part.name().is_ok_and(|name| name == "xl/workbook.xml");
        let packed = part.compressed_size().max(1);
        let mut size: u64 = 0;
        loop {
            let read = part.read(&mut buffer).map_err(damaged)?;
            if read == 0 {
                break;
            }
            size += read as u64;
            total += read as u64;
            let bomb = size > 1024 * 1024 && size / packed > MAX_WORKBOOK_RATIO;
            if total > MAX_WORKBOOK_BYTES || bomb {
                return Err(FileProblem::UnfoldsTooFar { limit: MAX_WORKBOOK_BYTES });
            }
        }
    }
    if is_workbook { Ok(()) } else { Err(damaged("this archive is not a workbook")) }
}

fn rows(path: &Path) -> Result<(Vec<Row>, usize), FileProblem> {
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(File::open(path)?)).map_err(damaged)?;
    let names = book.sheet_names();
    let mut first = None;
    for name in &names {
        let rows = match sheet(&mut book, name) {
            Ok(rows) => rows,
            // A chart sheet has no cells.
            Err(FileProblem::DamagedWorkbook { .. }) if names.len() > 1 => continue,
            Err(problem) => return Err(problem),
        };
        let head: Vec<Vec<String>> =
            rows.iter().take(super::limits::HEADER_ROWS).map(|row| row.cells.clone()).collect();
        if header::find(&head).is_some() {
            return Ok((rows, names.len() - 1));
        }
        first.get_or_insert(rows);
    }
    Ok((first.unwrap_or_default(), names.len().saturating_sub(1)))
}

fn sheet<R: Read + std::io::Seek>(book: &mut Xlsx<R>, name: &str) -> Result<Vec<Row>, FileProblem> {
    let mut reader = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut text_bytes: u64 = 0;
    while let Some(cell) = reader.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let line = u64::from(row) + 1;
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let text = text(cell.get_value());
        if text.is_empty() {
            if rows.last().is_none_or(|last| last.line < line) {
                rows.push(Row { line, ..Row::default() });
            }
            continue;
        }
        if column >= MAX_COLUMNS {
            return Err(FileProblem::TooManyColumns { line, limit: MAX_COLUMNS });
        }
        text_bytes += text.len() as u64 + 24;
        if text_bytes > MAX_WORKBOOK_BYTES * 2 {
            return Err(FileProblem::UnfoldsTooFar { limit: MAX_WORKBOOK_BYTES });
        }
        if rows.last().is_none_or(|last| last.line < line) {
            rows.push(Row { line, ..Row::default() });
        }
        if rows.len() as u64 > MAX_ROWS {
            return Err(FileProblem::TooManyRows { line, limit: MAX_ROWS });
        }
        // Rows come in order; one that does not joins the last.
        if let Some(last) = rows.last_mut() {
            if last.cells.len() <= column {
                text_bytes += (column + 1 - last.cells.len()) as u64 * 24;
                last.cells.resize(column + 1, String::new());
            }
            if let Some(place) = last.cells.get_mut(column) {
                *place = text;
            }
        }
    }
    // Rows at the end that are only formatted are no rows.
    while rows.last().is_some_and(Row::is_blank) {
        rows.pop();
    }
    Ok(rows)
}

fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty | DataRef::Error(_) => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => float(*number),
        DataRef::Bool(yes) => yes.to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTime(moment) => date_time(moment),
    }
}

/// Dates as `2024-04-01`, times of a day as `09:00`.
fn date_time(moment: &calamine::ExcelDateTime) -> String {
    let value = moment.as_f64();
    if (0.0..1.0).contains(&value) {
        return minutes(value);
    }
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    if value.fract() == 0.0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}")
    }
}

fn minutes(fraction: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1440")]
    let minutes = (fraction * 1440.0).round() as u32;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn float(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}
