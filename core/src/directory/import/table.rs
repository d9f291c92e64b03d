//! A file as rows of cells, whatever its format; can be read more than once.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use super::limits::{HEADER_ROWS, MAX_COLUMNS, MAX_RECORD_BYTES, MAX_ROWS};
use super::open::{self, decode};
use super::probe::{Format, Probe, probe};
use super::split::{RawRecord, Splitter};
use super::{Encoding, FileProblem, header, workbook};

/// One row as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::directory) struct Row {
    pub(in crate::directory) line: u64,
    pub(in crate::directory) cells: Vec<String>,
    /// Bytes with the line end; empty for a workbook and for JSON Lines.
    pub(in crate::directory) raw: Vec<u8>,
}

impl Row {
    /// Whether there is nothing in it.
    pub(in crate::directory) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty())
    }
}

/// Rows one after another.
pub(in crate::directory) trait Table {
    fn next(&mut self) -> Result<Option<Row>, FileProblem>;
}

/// A file whose format is known.
#[derive(Debug)]
pub(in crate::directory) struct Opened {
    path: PathBuf,
    pub(in crate::directory) probe: Probe,
    pub(in crate::directory) delimiter: Option<u8>,
    /// Headers where the rows have none of their own (keys of JSON Lines).
    pub(super) keys: Option<Vec<String>>,
    sheet: Vec<Row>,
    pub(super) other_sheets: usize,
    /// One JSON document, not lines.
    pub(super) document: bool,
}

impl Opened {
    pub(super) fn new(path: &Path) -> Result<Self, FileProblem> {
        Self::of(path, Encoding::Cp932)
    }

    /// A table of HSDS: what is not UTF-8 was written by an older program outside Japan.
    pub(in crate::directory) fn western(path: &Path) -> Result<Self, FileProblem> {
        Self::of(path, Encoding::Windows1252)
    }

    fn of(path: &Path, older: Encoding) -> Result<Self, FileProblem> {
        let probe = probe(path, older)?;
        let mut opened = Self {
            path: path.to_owned(),
            probe,
            delimiter: None,
            keys: None,
            sheet: Vec::new(),
            other_sheets: 0,
            document: false,
        };
        match opened.probe.format {
            Format::Zip => (opened.sheet, opened.other_sheets) = workbook::read(path)?,
            Format::Json => opened.document = true,
            Format::JsonLines => opened.look_at_json()?,
            Format::Delimited => opened.delimiter = Some(opened.find_delimiter()?),
        }
        Ok(opened)
    }

    /// Code of the format.
    pub(super) const fn format(&self) -> &'static str {
        match self.probe.format {
            Format::Delimited => "csv",
            Format::JsonLines => "jsonl",
            Format::Json => "json",
            Format::Zip => "xlsx",
        }
    }

    fn text(&self) -> Result<Box<dyn BufRead>, FileProblem> {
        open::text(&self.path, self.probe.gzip, self.probe.encoding)
    }

    /// From the first row again.
    pub(in crate::directory) fn rows(&self) -> Result<Box<dyn Table + '_>, FileProblem> {
        Ok(match self.probe.format {
            Format::Zip => Box::new(SheetTable { rows: self.sheet.iter() }),
            Format::Json | Format::JsonLines => {
                Box::new(JsonTable { reader: self.text()?, keys: self.keys.as_deref().unwrap_or_default(), line: 0 })
            }
            Format::Delimited => Box::new(TextTable {
                splitter: Splitter::new(self.text()?, self.delimiter.unwrap_or(b',')),
                encoding: self.probe.encoding,
                record: RawRecord::default(),
                rows: 0,
            }),
        })
    }

    /// The delimiter under which the first rows look most like a table with a known header.
    fn find_delimiter(&self) -> Result<u8, FileProblem> {
        let mut best = (0, 0, b',');
        let mut failed = None;
        for delimiter in [b',', b'\t', b';'] {
            let mut splitter = Splitter::new(self.text()?, delimiter);
            let mut record = RawRecord::default();
            let (mut score, mut columns) = (0, 0);
            for _ in 0..HEADER_ROWS {
                match splitter.next(&mut record) {
                    Ok(true) => {}
                    Ok(false) => break,
                    Err(problem) => {
                        failed.get_or_insert(problem);
                        break;
                    }
                }
                let cells: Vec<String> =
                    record.cells.iter().map(|cell| decode(record.value(cell), self.probe.encoding)).collect();
                score = score.max(header::score(&cells));
                columns = columns.max(cells.len().min(50));
            }
            if (score, columns) > (best.0, best.1) {
                best = (score, columns, delimiter);
            }
        }
        match failed {
            Some(problem) if best.0 == 0 => Err(problem),
            _ => Ok(best.2),
        }
    }

    /// Collects the keys of all lines; a first line that is no object on its own means one document.
    fn look_at_json(&mut self) -> Result<(), FileProblem> {
        let mut reader = self.text()?;
        let mut keys: Vec<String> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut line = 0;
        let mut text = Vec::new();
        while read_line(&mut reader, &mut text, line + 1)? {
            line += 1;
            if line > MAX_ROWS {
                return Err(FileProblem::TooManyRows { line, limit: MAX_ROWS });
            }
            if text.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let object = match serde_json::from_slice::<Keys>(&text) {
                Ok(object) => object,
                Err(_) if keys.is_empty() => {
                    self.document = true;
                    return Ok(());
                }
                Err(error) => return Err(FileProblem::NotJson { line, reason: error.to_string() }),
            };
            for key in object.0 {
                if !seen.contains(&key) {
                    seen.insert(key.clone());
                    keys.push(key);
                }
            }
            if keys.len() > MAX_COLUMNS {
                return Err(FileProblem::TooManyColumns { line, limit: MAX_COLUMNS });
            }
        }
        // A single object in a file that is not called lines is a document.
        self.document = line <= 1 && !self.path.to_string_lossy().contains(".jsonl");
        self.keys = Some(keys);
        Ok(())
    }
}

/// The keys of an object, in order; its values are checked and thrown away.
struct Keys(Vec<String>);

impl<'de> serde::Deserialize<'de> for Keys {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> serde::de::Visitor<'de> for Reader {
            type Value = Keys;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
                let mut keys = Vec::new();
                while let Some(key) = map.next_key()? {
                    map.next_value::<serde::de::IgnoredAny>()?;
                    keys.push(key);
                }
                Ok(Keys(keys))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

struct TextTable {
    splitter: Splitter<Box<dyn BufRead>>,
    encoding: Encoding,
    record: RawRecord,
    rows: u64,
}

impl Table for TextTable {
    fn next(&mut self) -> Result<Option<Row>, FileProblem> {
        if !self.splitter.next(&mut self.record)? {
            return Ok(None);
        }
        self.rows += 1;
        let line = self.record.line;
        if self.rows > MAX_ROWS {
            return Err(FileProblem::TooManyRows { line, limit: MAX_ROWS });
        }
        let cells = self.record.cells.iter().map(|cell| decode(self.record.value(cell), self.encoding)).collect();
        Ok(Some(Row { line, cells, raw: self.record.bytes.clone() }))
    }
}

struct SheetTable<'a> {
    rows: std::slice::Iter<'a, Row>,
}

impl Table for SheetTable<'_> {
    fn next(&mut self) -> Result<Option<Row>, FileProblem> {
        Ok(self.rows.next().cloned())
    }
}

struct JsonTable<'a> {
    reader: Box<dyn BufRead>,
    keys: &'a [String],
    line: u64,
}

impl Table for JsonTable<'_> {
    fn next(&mut self) -> Result<Option<Row>, FileProblem> {
        let mut text = Vec::new();
        if !read_line(&mut self.reader, &mut text, self.line + 1)? {
            return Ok(None);
        }
        self.line += 1;
        let line = self.line;
        if text.iter().all(u8::is_ascii_whitespace) {
            return Ok(Some(Row { line, cells: Vec::new(), raw: Vec::new() }));
        }
        let object: serde_json::Map<String, serde_json::Value> =
            serde_json::from_slice(&text).map_err(|error| FileProblem::NotJson { line, reason: error.to_string() })?;
        let cells = self.keys.iter().map(|key| object.get(key).map(plain).unwrap_or_default()).collect();
        Ok(Some(Row { line, cells, raw: Vec::new() }))
    }
}

fn plain(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// One line, never more of it in memory than is allowed.
fn read_line(reader: &mut dyn BufRead, text: &mut Vec<u8>, line: u64) -> Result<bool, FileProblem> {
    text.clear();
    loop {
        let buffer = reader.fill_buf().map_err(|error| open::read_problem(&error, line))?;
        if buffer.is_empty() {
            return Ok(!text.is_empty());
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        text.extend_from_slice(buffer.get(..used).unwrap_or_default());
        reader.consume(used);
        if text.len() > MAX_RECORD_BYTES {
            return Err(FileProblem::LineTooLong { line, limit: MAX_RECORD_BYTES });
        }
        if end.is_some() {
            return Ok(true);
        }
    }
}
