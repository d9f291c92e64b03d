//! First look at a file, a buffer at a time: hash, encoding, line ends, and what makes it unreadable.
//!
//! UTF-16 with its mark, then strict UTF-8, then strict cp932 (for tables of HSDS, Windows-1252). cp932 is never tried first: nearly every UTF-8 text
//! is also some cp932 text.

use std::io::{BufRead, Read};
use std::path::Path;

use encoding_rs::{Decoder, DecoderResult};
use sha2::{Digest, Sha256};

use super::limits::MAX_RECORD_BYTES;
use super::open::{self, read_problem};
use super::{Encoding, FileProblem, Newline};

/// What the first look told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::directory) struct Probe {
    pub(super) sha256: String,
    pub(in crate::directory) format: Format,
    pub(in crate::directory) encoding: Encoding,
    pub(super) newline: Newline,
    pub(super) mixed_newlines: bool,
    pub(super) gzip: bool,
}

/// What kind of file it is by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::directory) enum Format {
    /// Cells and lines.
    Delimited,
    /// One JSON object a line.
    JsonLines,
    /// One JSON document.
    Json,
    /// A zip archive; perhaps a workbook.
    Zip,
}

/// Reads the whole file once. `older` is what a file without a mark is that is not UTF-8.
pub(super) fn probe(path: &Path, older: Encoding) -> Result<Probe, FileProblem> {
    let mut head = [0; 8];
    let mut first = std::fs::File::open(path)?;
    let mut filled = 0;
    while let Some(rest) = head.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match first.read(rest)? {
            0 => break,
            n => filled += n,
        }
    }
    let head = head.get(..filled).unwrap_or_default();
    if head.is_empty() {
        return Err(FileProblem::Empty);
    }
    if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(FileProblem::OldWorkbook);
    }
    for (magic, name) in
        [(&b"%PDF"[..], "PDF"), (b"\x89PNG", "a picture"), (b"\xFF\xD8\xFF", "a picture"), (b"SQLite f", "a database")]
    {
        if head.starts_with(magic) {
            return Err(FileProblem::Binary { line: 1, looks_like: Some(name.to_owned()) });
        }
    }
    let gzip = head.starts_with(&[0x1F, 0x8B]);
    if head.starts_with(b"PK\x03\x04") {
        let sha256 = hash(&mut *open::bytes(path, false)?)?;
        return Ok(Probe {
            sha256,
            format: Format::Zip,
            encoding: Encoding::Workbook,
            newline: Newline::None,
            mixed_newlines: false,
            gzip: false,
        });
    }
    let sha256_of_file = if gzip { Some(hash(&mut *open::bytes(path, false)?)?) } else { None };
    let mut look = Look::new();
    let mut reader = open::bytes(path, gzip)?;
    loop {
        let buffer = reader.fill_buf().map_err(|error| read_problem(&error, look.lines + 1))?;
        let read = buffer.len();
        if read == 0 {
            break;
        }
        look.feed(buffer)?;
        reader.consume(read);
    }
    look.finish(gzip, sha256_of_file, older)
}

fn hash(reader: &mut dyn BufRead) -> Result<String, FileProblem> {
    let mut digest = Sha256::new();
    loop {
        let buffer = reader.fill_buf()?;
        let read = buffer.len();
        if read == 0 {
            return Ok(hex(&digest.finalize()));
        }
        digest.update(buffer);
        reader.consume(read);
    }
}

/// Bytes in hexadecimal.
pub(in crate::directory) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A strict decoder and the line on which it failed.
struct Strict {
    decoder: Decoder,
    failed_at: Option<u64>,
    lines: u64,
    returns: u64,
}

impl Strict {
    fn new(encoding: &'static encoding_rs::Encoding) -> Self {
        Self { decoder: encoding.new_decoder_without_bom_handling(), failed_at: None, lines: 1, returns: 0 }
    }

    fn feed(&mut self, mut input: &[u8], last: bool, scratch: &mut [u8]) {
        if self.failed_at.is_some() {
            return;
        }
        loop {
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(input, scratch, last);
            let text = scratch.get(..written).unwrap_or_default();
            let lf = text.iter().filter(|byte| **byte == b'\n').count() as u64;
            self.lines += lf;
            self.returns += text.iter().filter(|byte| **byte == b'\r').count() as u64;
            input = input.get(read..).unwrap_or_default();
            match result {
                DecoderResult::Malformed(..) => {
                    self.failed_at = Some(self.lines);
                    return;
                }
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
            }
        }
    }
}

struct Look {
    digest: Sha256,
    mark: Option<Encoding>,
    started: bool,
    utf8: Strict,
    other: Strict,
    detector: chardetng::EncodingDetector,
    scratch: Vec<u8>,
    total: u64,
    control: u64,
    first_control: u64,
    lf: u64,
    cr: u64,
    crlf: u64,
    after_cr: bool,
    lines: u64,
    line_bytes: usize,
    first_byte: Option<u8>,
    only_blank: bool,
}

impl Look {
    fn new() -> Self {
        Self {
            digest: Sha256::new(),
            mark: None,
            started: false,
            utf8: Strict::new(encoding_rs::UTF_8),
            other: Strict::new(encoding_rs::SHIFT_JIS),
            detector: chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow),
            scratch: vec![0; 256 * 1024],
            total: 0,
            control: 0,
            first_control: 0,
            lf: 0,
            cr: 0,
            crlf: 0,
            after_cr: false,
            lines: 0,
            line_bytes: 0,
            first_byte: None,
            only_blank: true,
        }
    }

    const fn utf16(&self) -> bool {
        matches!(self.mark, Some(Encoding::Utf16Le | Encoding::Utf16Be))
    }

    fn feed(&mut self, buffer: &[u8]) -> Result<(), FileProblem> {
        self.digest.update(buffer);
        let mut body = buffer;
        if !self.started {
            self.started = true;
            for mark in [Encoding::Utf8Bom, Encoding::Utf16Le, Encoding::Utf16Be] {
                if let Some(rest) = buffer.strip_prefix(mark.mark()) {
                    self.mark = Some(mark);
                    body = rest;
                }
            }
            match self.mark {
                Some(Encoding::Utf16Le) => self.other = Strict::new(encoding_rs::UTF_16LE),
                Some(Encoding::Utf16Be) => self.other = Strict::new(encoding_rs::UTF_16BE),
                _ => {}
            }
        }
        if self.utf16() {
            self.only_blank &= body.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0);
            self.other.feed(body, false, &mut self.scratch);
            return match self.other.failed_at {
                Some(line) => Err(FileProblem::TornUtf16 { line }),
                None => Ok(()),
            };
        }
        for &byte in body {
            self.byte(byte)?;
        }
        self.utf8.feed(body, false, &mut self.scratch);
        self.other.feed(body, false, &mut self.scratch);
        if self.utf8.failed_at.is_some() && self.other.failed_at.is_some() || self.total < 64 * 1024 {
            self.detector.feed(body, false);
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), FileProblem> {
        self.total += 1;
        self.line_bytes += 1;
        match byte {
            0 => return Err(FileProblem::NulByte { line: self.lines + 1 }),
            b'\n' => {
                if self.after_cr {
                    self.crlf += 1;
                    self.cr -= 1;
                } else {
                    self.lf += 1;
                    self.lines += 1;
                }
                self.line_bytes = 0;
            }
            b'\r' => {
                self.cr += 1;
                self.lines += 1;
                self.line_bytes = 0;
            }
            b'\t' | b' ' | 0x0B | 0x0C => {}
            byte => {
                if byte < 0x20 {
                    self.control += 1;
                    if self.first_control == 0 {
                        self.first_control = self.lines + 1;
                    }
                }
                self.first_byte.get_or_insert(byte);
                self.only_blank = false;
            }
        }
        self.after_cr = byte == b'\r';
        if self.line_bytes > MAX_RECORD_BYTES {
            return Err(FileProblem::LineTooLong { line: self.lines + 1, limit: MAX_RECORD_BYTES });
        }
        Ok(())
    }

    fn finish(mut self, gzip: bool, sha256_of_file: Option<String>, older: Encoding) -> Result<Probe, FileProblem> {
        if self.only_blank {
            return Err(FileProblem::Empty);
        }
        if self.control * 200 > self.total {
            return Err(FileProblem::Binary { line: self.first_control, looks_like: None });
        }
        let scratch = &mut self.scratch;
        self.utf8.feed(&[], true, scratch);
        self.other.feed(&[], true, scratch);
        let encoding = if self.utf16() {
            let breaks = self.other.lines - 1;
            self.crlf = self.other.returns.min(breaks);
            (self.lf, self.cr) = (breaks - self.crlf, self.other.returns - self.crlf);
            if let Some(line) = self.other.failed_at {
                return Err(FileProblem::TornUtf16 { line });
            }
            self.mark.unwrap_or(Encoding::Utf16Le)
        } else if self.utf8.failed_at.is_none() {
            self.mark.unwrap_or(Encoding::Utf8)
        } else if older == Encoding::Windows1252 && self.mark.is_none() {
            Encoding::Windows1252
        } else if self.other.failed_at.is_none() && self.mark.is_none() {
            Encoding::Cp932
        } else {
            self.detector.feed(&[], true);
            // A guess for the message only: a file that is neither is never read by guessing.
            let guess = self.detector.guess(Some(b"jp"), chardetng::Utf8Detection::Deny);
            let looks_like = (guess != encoding_rs::SHIFT_JIS).then(|| guess.name().to_owned());
            return Err(FileProblem::UnknownEncoding { line: self.utf8.failed_at.unwrap_or(1), looks_like });
        };
        let kinds = [self.lf, self.cr, self.crlf].iter().filter(|count| **count > 0).count();
        let newline = match (self.lf, self.cr, self.crlf) {
            (0, 0, 0) => Newline::None,
            (lf, cr, crlf) if crlf >= lf && crlf >= cr => Newline::CrLf,
            (lf, cr, _) if lf >= cr => Newline::Lf,
            _ => Newline::Cr,
        };
        let format = match self.first_byte {
            Some(b'{') => Format::JsonLines,
            Some(b'[') => Format::Json,
            _ => Format::Delimited,
        };
        Ok(Probe {
            sha256: sha256_of_file.unwrap_or_else(|| hex(&self.digest.finalize())),
            format,
            encoding,
            newline,
            mixed_newlines: kinds > 1,
            gzip,
        })
    }
}
