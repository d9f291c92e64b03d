//! Reads a CSV file of a tabular package, of HSDS 3.0 or older.

use std::borrow::Cow;

use super::limits::{MAX_COLUMNS, MAX_TEXT_BYTES};
use super::package::Package;
use super::report::FileReport;
use super::row::{Origin, Row};
use super::table::{LINKS, Table};
use super::{Problem, Rule};

/// Why a CSV file is set aside.
const NOT_A_TABLE: &str = "no-hsds-table";
const OTHER_COLUMNS: &str = "other-columns";

/// Reads all rows of a file into the package. Gives a reason when it is no table of HSDS.
pub(super) fn read(
    bytes: &[u8],
    stem: &str,
    file: usize,
    package: &mut Package,
    report: &mut FileReport,
) -> Result<Option<&'static str>, Problem> {
    let text = decode(bytes, report)?;
    let quote = unclosed_quote(&text);
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    if !next(&mut reader, &mut record)? {
        return Err(Problem::Empty);
    }
    if let Some(line) = quote {
        return Err(Problem::QuoteNotClosed { line });
    }
    let headers: Vec<String> = record.iter().map(|header| header.trim().to_ascii_lowercase()).collect();
    if headers.len() > MAX_COLUMNS {
        return Err(Problem::TooManyColumns { line: 1, limit: MAX_COLUMNS });
    }
    let table = Table::of_file(stem);
    let known = |table: Table| {
        let fits = headers.iter().filter(|header| {
            table.columns().any(|column| column == header.as_str())
                || LINKS.contains(&header.as_str())
                || is_older(header)
        });
        headers.iter().any(|header| header == "id") && fits.count() * 2 > headers.len()
    };
    let Some((table, old)) = table.filter(|(table, _)| known(*table)) else {
        while next(&mut reader, &mut record)? {
            let blank = record.iter().all(|cell| cell.trim().is_empty());
            report.counts.read += 1;
            *(if blank { &mut report.counts.blank } else { &mut report.counts.set_aside }) += 1;
        }
        return Ok(Some(if table.is_none() { NOT_A_TABLE } else { OTHER_COLUMNS }));
    };
    if old {
        report.note(Rule::OldTable, 1, None);
    }
    for (at, header) in headers.iter().enumerate() {
        if !header.is_empty() && headers.iter().take(at).any(|before| before == header) {
            report.note(Rule::HeaderTwice, 1, Some(header.clone()));
        }
    }
    let names: Vec<_> = headers.iter().map(|header| package.name(header)).collect();
    while next(&mut reader, &mut record)? {
        let line = record.position().map_or(0, csv::Position::line);
        report.counts.read += 1;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            report.counts.blank += 1;
            report.note(Rule::BlankRow, line, None);
            continue;
        }
        if record.len() != headers.len() {
            report.note(Rule::RaggedRow, line, None);
        }
        if record.len() > MAX_COLUMNS {
            return Err(Problem::TooManyColumns { line, limit: MAX_COLUMNS });
        }
        let mut row = Row::new(table, Origin { file, line, pointer: "".into() });
        for (name, cell) in names.iter().zip(record.iter()) {
            if cell.len() > MAX_TEXT_BYTES {
                return Err(Problem::TextTooLong { line, limit: MAX_TEXT_BYTES });
            }
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

fn next(reader: &mut csv::Reader<&[u8]>, record: &mut csv::StringRecord) -> Result<bool, Problem> {
    reader.read_record(record).map_err(|error| Problem::NotReadable { reason: error.to_string() })
}

fn decode<'a>(bytes: &'a [u8], report: &mut FileReport) -> Result<Cow<'a, str>, Problem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::Empty);
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Problem::Nul { line: super::json_guard::line_at(bytes, at) });
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) => {
            report.note(Rule::Encoding1252, super::json_guard::line_at(bytes, error.valid_up_to()), None);
            encoding_rs::WINDOWS_1252.decode(bytes).0
        }
    })
}

/// The line on which a cell opens that nothing closes.
fn unclosed_quote(text: &str) -> Option<u64> {
    let (mut line, mut open, mut at_cell) = (1, None, true);
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        match (byte, open) {
            (b'"', None) if at_cell => open = Some(line),
            (b'"', Some(_)) => {
                if bytes.peek() == Some(&b'"') {
                    bytes.next();
                } else {
                    open = None;
                }
            }
            _ => {}
        }
        at_cell = open.is_none() && matches!(byte, b',' | b'\n' | b'\r');
        if byte == b'\n' {
            line += 1;
        }
    }
    open
}
