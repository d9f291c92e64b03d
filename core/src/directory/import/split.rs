//! Splits a stream of bytes into records and cells, keeping the bytes as they stand.
//!
//! Works on UTF-8 and on cp932 alike: no second byte of a cp932 character is a quotation mark, a comma, a semicolon,
//! a tab or a line end.

use std::io::BufRead;
use std::ops::Range;

use super::FileProblem;
use super::limits::{MAX_COLUMNS, MAX_RECORD_BYTES};

/// One record as it stands.
#[derive(Debug, Default, Clone)]
pub(super) struct RawRecord {
    /// All its bytes with the line end.
    pub(super) bytes: Vec<u8>,
    /// Where its cells are, quotation marks included.
    pub(super) cells: Vec<Range<usize>>,
    /// Physical line on which it ends.
    pub(super) line: u64,
}

impl RawRecord {
    /// The bytes of a cell without its quotation marks.
    pub(super) fn value(&self, cell: &Range<usize>) -> Vec<u8> {
        unquote(self.bytes.get(cell.clone()).unwrap_or_default())
    }
}

fn unquote(raw: &[u8]) -> Vec<u8> {
    let Some(inner) = raw.strip_prefix(b"\"") else { return raw.to_vec() };
    let mut value = Vec::with_capacity(inner.len());
    let mut quoted = true;
    let mut bytes = inner.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if quoted && byte == b'"' {
            if bytes.peek() == Some(&b'"') {
                bytes.next();
                value.push(b'"');
            } else {
                quoted = false;
            }
        } else {
            value.push(byte);
        }
    }
    value
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    QuoteInQuoted,
    AfterCr,
}

/// Reads records one by one.
pub(super) struct Splitter<R> {
    reader: R,
    delimiter: u8,
    line: u64,
    previous_was_cr: bool,
}

impl<R: BufRead> Splitter<R> {
    pub(super) const fn new(reader: R, delimiter: u8) -> Self {
        Self { reader, delimiter, line: 0, previous_was_cr: false }
    }

    /// The next record, or false at the end.
    pub(super) fn next(&mut self, record: &mut RawRecord) -> Result<bool, FileProblem> {
        record.bytes.clear();
        record.cells.clear();
        let first_line = self.line + 1;
        let mut state = State::CellStart;
        let mut cell_start = 0;
        let mut quote_line = first_line;
        self.previous_was_cr = false;
        loop {
            let buffer = match self.reader.fill_buf() {
                Ok(buffer) => buffer,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(super::open::read_problem(&error, self.line + 1)),
            };
            if buffer.is_empty() {
                return self.at_end(record, state, cell_start, quote_line);
            }
            let mut used = 0;
            let mut done = false;
            for &byte in buffer {
                if state == State::AfterCr {
                    if byte == b'\n' {
                        record.bytes.push(byte);
                        used += 1;
                    }
                    done = true;
                    break;
                }
                used += 1;
                // A line break inside quotation marks is part of the cell, but counts as a line.
                if byte == b'\r' || (byte == b'\n' && !self.previous_was_cr) {
                    self.line += 1;
                }
                self.previous_was_cr = byte == b'\r';
                let end = record.bytes.len();
                record.bytes.push(byte);
                state = match (state, byte) {
                    (State::CellStart, b'"') => {
                        quote_line = self.line + 1;
                        State::Quoted
                    }
                    (State::Quoted, b'"') => State::QuoteInQuoted,
                    (State::QuoteInQuoted, b'"') => State::Quoted,
                    (State::Quoted, _) => State::Quoted,
                    (_, b'\r' | b'\n') => {
                        record.cells.push(cell_start..end);
                        if byte == b'\n' {
                            done = true;
                        }
                        State::AfterCr
                    }
                    (_, byte) if byte == self.delimiter => {
                        record.cells.push(cell_start..end);
                        cell_start = end + 1;
                        State::CellStart
                    }
                    _ => State::Plain,
                };
                if done {
                    break;
                }
            }
            self.reader.consume(used);
            if record.bytes.len() > MAX_RECORD_BYTES {
                return Err(FileProblem::LineTooLong { line: first_line, limit: MAX_RECORD_BYTES });
            }
            if record.cells.len() > MAX_COLUMNS {
                return Err(FileProblem::TooManyColumns { line: first_line, limit: MAX_COLUMNS });
            }
            if done {
                record.line = self.line;
                return Ok(true);
            }
        }
    }

    fn at_end(
        &mut self,
        record: &mut RawRecord,
        state: State,
        cell_start: usize,
        quote_line: u64,
    ) -> Result<bool, FileProblem> {
        if record.bytes.is_empty() {
            return Ok(false);
        }
        match state {
            State::Quoted => return Err(FileProblem::QuoteNotClosed { line: quote_line }),
            State::AfterCr => {}
            State::CellStart | State::Plain | State::QuoteInQuoted => {
                record.cells.push(cell_start..record.bytes.len());
                self.line += 1;
            }
        }
        if record.cells.len() > MAX_COLUMNS {
            return Err(FileProblem::TooManyColumns { line: self.line, limit: MAX_COLUMNS });
        }
        record.line = self.line;
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(u64, Vec<String>)> {
        // A tiny buffer, so that every boundary falls inside a record somewhere.
        let mut splitter = Splitter::new(std::io::BufReader::with_capacity(3, text.as_bytes()), b',');
        let mut record = RawRecord::default();
        let mut rows = Vec::new();
        let mut all = Vec::new();
        while splitter.next(&mut record).unwrap() {
            let cells = record.cells.iter().map(|c| String::from_utf8(record.value(c)).unwrap()).collect();
            all.extend_from_slice(&record.bytes);
            rows.push((record.line, cells));
        }
        assert_eq!(all, text.as_bytes(), "no byte is lost");
        rows
    }

    #[test]
    fn every_kind_of_line_end_is_one_line() {
        for text in ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d"] {
            assert_eq!(split(text), [(1, vec!["a".into(), "b".into()]), (2, vec!["c".into(), "d".into()])], "{text:?}");
        }
    }

    #[test]
    fn a_quoted_line_break_belongs_to_the_cell_and_counts_as_a_line() {
        let rows = split("a,\"x\r\ny \"\"z\"\"\"\nb,c\n");
        assert_eq!(rows[0], (2, vec!["a".into(), "x\r\ny \"z\"".into()]));
        assert_eq!(rows[1].0, 3);
    }

    #[test]
    fn an_open_quotation_mark_is_refused_with_its_line() {
        let mut splitter = Splitter::new("a\nb,\"c\nd\n".as_bytes(), b',');
        let mut record = RawRecord::default();
        assert!(splitter.next(&mut record).unwrap());
        assert_eq!(splitter.next(&mut record).unwrap_err(), FileProblem::QuoteNotClosed { line: 2 });
    }

    #[test]
    fn blank_lines_are_records_with_one_empty_cell() {
        assert_eq!(split("a\n\nb\n").len(), 3);
        assert_eq!(split("a\r\r\nb").len(), 3);
    }
}
