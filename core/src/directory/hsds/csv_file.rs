//! Reads a table of a tabular package, of HSDS 3.0 or older.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;

use super::Rule;
use super::limits::MAX_TEXT_BYTES;
use super::package::Package;
use super::row::{Origin, Row};
use super::spreadsheet::unguarded;
use super::table::{LINKS, Table};
use crate::directory::import::{Encoding, FileProblem, FileReport, Opened, Passage, Stop, describe};

/// Why a table is set aside: it has the name of a table of HSDS, and other columns.
const OTHER_COLUMNS: &str = "other-columns";
/// Bytes of a header that are looked at.
const HEADER_BYTES: u64 = 64 * 1024;

/// Whether a file is a table of HSDS, or meant as one: by its name, and by a header in plain Latin letters.
pub(super) fn is_one(path: &Path, stem: &str) -> bool {
    let header = || {
        let file = std::fs::File::open(path).ok()?;
        let mut line = Vec::new();
        BufReader::new(file.take(HEADER_BYTES)).read_until(b'\n', &mut line).ok()?;
        Some(line)
    };
    let latin = |line: Vec<u8>| line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line).is_ascii();
    Table::of_file(stem).is_some() && header().is_none_or(latin)
}

/// Reads all rows of a file into the package. Gives a reason when its columns are not those of HSDS.
pub(super) fn read(
    opened: &Opened,
    stem: &str,
    file: usize,
    package: &mut Package,
    report: &mut FileReport,
    passage: &mut Passage<'_>,
) -> Result<Option<&'static str>, Stop> {
    describe(opened, report);
    if opened.probe.encoding == Encoding::Windows1252 {
        report.note(Rule::Encoding1252, 1, None);
    }
    let mut rows = opened.rows()?;
    let Some(header) = rows.next()? else { return Err(FileProblem::Empty.into()) };
    let headers = names(&header.cells);
    report.header_line = Some(header.line);
    let known = |table: Table| {
        let fits = headers.iter().filter(|header| {
            table.columns().any(|column| column == header.as_str())
                || LINKS.contains(&header.as_str())
                || is_older(header)
        });
        headers.iter().any(|header| header == "id") && fits.count() * 2 > headers.len()
    };
    let Some((table, old)) = Table::of_file(stem).filter(|(table, _)| known(*table)) else {
        while let Some(row) = rows.next()? {
            passage.step()?;
            report.counts.read += 1;
            *(if row.is_blank() { &mut report.counts.blank } else { &mut report.counts.set_aside }) += 1;
        }
        return Ok(Some(OTHER_COLUMNS));
    };
    report.kind = Some(table.plural().to_owned());
    report.format = Some("hsds-csv");
    if old {
        report.note(Rule::OldTable, 1, None);
    }
    for (at, header) in headers.iter().enumerate() {
        if !header.is_empty() && headers.iter().take(at).any(|before| before == header) {
            report.note(Rule::HeaderTwice, 1, Some(header));
        }
    }
    let names: Vec<_> = headers.iter().map(|header| package.name(header)).collect();
    while let Some(published) = rows.next()? {
        passage.step()?;
        let line = published.line;
        report.counts.read += 1;
        if published.is_blank() {
            report.counts.blank += 1;
            report.note(Rule::BlankRow, line, None);
            continue;
        }
        if published.cells.len() != headers.len() {
            report.note(Rule::RaggedRow, line, None);
        }
        let mut row = Row::new(table, Origin { file, line, pointer: "".into() });
        for (name, cell) in names.iter().zip(published.cells) {
            if cell.len() > MAX_TEXT_BYTES {
                return Err(FileProblem::TextTooLong { line, limit: MAX_TEXT_BYTES }.into());
            }
            let meant = unguarded(&cell).map(str::to_owned);
            if meant.is_some() {
                report.note(Rule::GuardedCell, line, Some(name));
            }
            let cell = meant.unwrap_or(cell);
            if !cell.trim().is_empty() && !name.is_empty() && row.get(name).is_empty() {
                row.fields.push((name.clone(), cell.into()));
            }
        }
        if old {
            of_older(&mut row, stem);
        }
        package.add(row, report)?;
    }
    Ok(None)
}

fn names(header: &[String]) -> Vec<String> {
    header.iter().map(|header| header.trim().to_ascii_lowercase()).collect()
}

/// Columns of HSDS 1 and 2.
fn is_older(header: &str) -> bool {
    [
        "weekday",
        "original_text",
        "eligibility",
        "taxonomy_id",
        "vocabulary",
        "parent_name",
        "url",
        "language",
        "closed",
        "start_date",
        "end_date",
        "fee",
        "department",
        "taxonomy_detail",
    ]
    .contains(&header)
}

/// Says in the words of HSDS 3.0 what an older table says by its name.
fn of_older(row: &mut Row, stem: &str) {
    match row.table {
        Table::Address => {
            row.set("address_type", if stem.starts_with("postal") { "postal" } else { "physical" });
        }
        Table::Attribute => {
            let term = row.get("taxonomy_id").to_owned();
            let service = row.get("service_id").to_owned();
            let value = row.get("eligibility").to_owned();
            row.set("link_id", &service).set("link_entity", "service").set("taxonomy_term_id", &term);
            row.set("taxonomy_id", "").set("service_id", "").set("eligibility", "").set("value", &value);
            if stem.starts_with("eligib") {
                row.set("link_type", "eligibility");
            }
        }
        Table::CostOption => {
            let fee = row.get("fee").to_owned();
            row.set("amount_description", &fee).set("fee", "");
        }
        _ => {}
    }
}
