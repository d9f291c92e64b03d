//! Opens a file as a stream of bytes: unfolds gzip, turns UTF-16 into UTF-8, skips the byte order mark.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use encoding_rs::{CoderResult, Decoder, DecoderResult};

use super::limits::MAX_UNFOLDED_BYTES;
use super::{Encoding, FileProblem};

const BUFFER: usize = 64 * 1024;

/// The stream of a file, unfolded but not decoded.
pub(super) fn bytes(path: &Path, gzip: bool) -> Result<Box<dyn BufRead>, FileProblem> {
    let file = File::open(path)?;
    if gzip {
        let unfolded = flate2::read::MultiGzDecoder::new(BufReader::with_capacity(BUFFER, file));
        Ok(Box::new(BufReader::with_capacity(BUFFER, Limited { inner: unfolded, left: MAX_UNFOLDED_BYTES })))
    } else {
        Ok(Box::new(BufReader::with_capacity(BUFFER, file)))
    }
}

/// The stream of a file as UTF-8 or cp932, without its byte order mark.
pub(super) fn text(path: &Path, gzip: bool, encoding: Encoding) -> Result<Box<dyn BufRead>, FileProblem> {
    let mut reader = bytes(path, gzip)?;
    let mark = encoding.mark().len();
    let mut skip = [0; 4];
    if let Some(skip) = skip.get_mut(..mark) {
        reader.read_exact(skip)?;
    }
    Ok(match encoding {
        Encoding::Utf16Le => transcoded(reader, encoding_rs::UTF_16LE.new_decoder_without_bom_handling()),
        Encoding::Utf16Be => transcoded(reader, encoding_rs::UTF_16BE.new_decoder_without_bom_handling()),
        Encoding::Utf8 | Encoding::Utf8Bom | Encoding::Cp932 | Encoding::Windows1252 | Encoding::Workbook => reader,
    })
}

fn transcoded(reader: Box<dyn BufRead>, decoder: Decoder) -> Box<dyn BufRead> {
    Box::new(BufReader::with_capacity(BUFFER, Transcoded { reader, decoder, ready: Vec::new(), at: 0, ended: false }))
}

/// What went wrong while reading, as a problem of the file.
pub(super) fn read_problem(error: &io::Error, line: u64) -> FileProblem {
    match error.get_ref().and_then(|inner| inner.downcast_ref::<Torn>()) {
        Some(Torn::TooFar) => FileProblem::UnfoldsTooFar { limit: MAX_UNFOLDED_BYTES },
        Some(Torn::Utf16) => FileProblem::TornUtf16 { line },
        None if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::InvalidData) => {
            FileProblem::DamagedArchive { line, reason: error.to_string() }
        }
        None if error.kind() == io::ErrorKind::UnexpectedEof => {
            FileProblem::DamagedArchive { line, reason: "it ends too early".into() }
        }
        None => FileProblem::NotReadable { reason: error.to_string() },
    }
}

#[derive(Debug, thiserror::Error)]
enum Torn {
    #[error("unfolds too far")]
    TooFar,
    #[error("torn UTF-16")]
    Utf16,
}

/// Stops a compressed file that unfolds without end.
struct Limited<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| io::Error::other(Torn::TooFar))?;
        Ok(read)
    }
}

/// UTF-16 as UTF-8, a buffer at a time.
struct Transcoded {
    reader: Box<dyn BufRead>,
    decoder: Decoder,
    ready: Vec<u8>,
    at: usize,
    ended: bool,
}

impl Transcoded {
    fn fill(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.at = 0;
        while self.ready.is_empty() && !self.ended {
            let input = self.reader.fill_buf()?;
            let last = input.is_empty();
            let mut output = vec![0; BUFFER * 2];
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(input, &mut output, last);
            self.reader.consume(read);
            output.truncate(written);
            self.ready = output;
            match result {
                DecoderResult::Malformed(..) => return Err(io::Error::other(Torn::Utf16)),
                DecoderResult::InputEmpty => self.ended = last,
                DecoderResult::OutputFull => {}
            }
        }
        Ok(())
    }
}

impl Read for Transcoded {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.ready.len() {
            self.fill()?;
        }
        let rest = self.ready.get(self.at..).unwrap_or_default();
        let n = rest.len().min(buffer.len());
        if let (Some(to), Some(from)) = (buffer.get_mut(..n), rest.get(..n)) {
            to.copy_from_slice(from);
        }
        self.at += n;
        Ok(n)
    }
}

/// Bytes of a cell as text. The file was checked before, so nothing is replaced.
pub(super) fn decode(bytes: Vec<u8>, encoding: Encoding) -> String {
    if encoding == Encoding::Cp932 && !bytes.is_ascii() {
        let mut decoder = encoding_rs::SHIFT_JIS.new_decoder_without_bom_handling();
        let mut text = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3));
        let (result, ..) = decoder.decode_to_string(&bytes, &mut text, true);
        debug_assert!(matches!(result, CoderResult::InputEmpty));
        return text;
    }
    if encoding == Encoding::Windows1252 {
        return encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned();
    }
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}
