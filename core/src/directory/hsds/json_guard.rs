//! A look at the bytes of a JSON file before it is parsed: what would ask too much of the device is refused here, with
//! its line.

use super::limits::{LIST_MEMORY, MAX_DEPTH, MAX_TEXT_BYTES, OBJECT_MEMORY, VALUE_MEMORY};
use crate::directory::import::FileProblem;

/// What a document asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asks {
    /// Memory, with its bytes.
    pub(super) memory: usize,
    /// Its last line.
    pub(super) line: u64,
}

/// Checks depth, length of strings and zero bytes in one pass, and tells what parsing it takes.
pub(super) fn check(bytes: &[u8]) -> Result<Asks, FileProblem> {
    let mut memory = bytes.len();
    let mut line = 1;
    let mut depth = 0_usize;
    let mut string: Option<usize> = None;
    let mut escaped = false;
    for byte in bytes {
        if let Some(length) = &mut string {
            *length += 1;
            if *length > MAX_TEXT_BYTES {
                return Err(FileProblem::TextTooLong { line, limit: MAX_TEXT_BYTES });
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => {
                    memory += *length + VALUE_MEMORY / 4;
                    string = None;
                }
                _ => {}
            }
        } else {
            match byte {
                b'"' => string = Some(0),
                b'{' | b'[' => {
                    memory += if *byte == b'{' { OBJECT_MEMORY } else { LIST_MEMORY };
                    depth += 1;
                    if depth > MAX_DEPTH {
                        return Err(FileProblem::JsonTooDeep { line, limit: MAX_DEPTH });
                    }
                }
                b',' => memory += VALUE_MEMORY,
                b'}' | b']' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        match byte {
            0 => return Err(FileProblem::NulByte { line }),
            b'\n' => line += 1,
            _ => {}
        }
    }
    Ok(Asks { memory, line })
}

/// The line of an offset, from 1.
pub(super) fn line_at(bytes: &[u8], offset: usize) -> u64 {
    1 + bytes.iter().take(offset).filter(|byte| **byte == b'\n').count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_objects_are_refused_at_their_line() {
        let text = format!("[\n{}", "[".repeat(MAX_DEPTH + 1));
        assert_eq!(check(text.as_bytes()), Err(FileProblem::JsonTooDeep { line: 2, limit: MAX_DEPTH }));
        assert_eq!(
            check(br#"{"a": "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[["}"#).map(|asks| asks.line),
            Ok(1)
        );
    }

    #[test]
    fn long_strings_and_zero_bytes_are_refused_at_their_line() {
        let long = format!("{{\n\"a\": \"{}\"}}", "a".repeat(MAX_TEXT_BYTES + 1));
        assert_eq!(check(long.as_bytes()), Err(FileProblem::TextTooLong { line: 2, limit: MAX_TEXT_BYTES }));
        assert_eq!(check(b"{\n\n\"a\": \"\0\"}"), Err(FileProblem::NulByte { line: 3 }));
    }
}
