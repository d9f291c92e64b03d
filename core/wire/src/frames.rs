//! A small file as a few texts that QR codes carry, read in any order: a record with its proofs, or a head.
//!
//! ```text
//! "TSUNA1:" number of the frame, how many there are (one digit each), 8 hexadecimal digits of the SHA-256 of all bytes,
//! ":", base45 of its part
//! ```
//! All of it is of the 45 signs that QR codes hold most densely (RFC 9285).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::WireError;

/// Bytes that one frame carries.
pub const FRAME_BYTES: usize = 800;
/// Frames of one file.
pub const FRAMES: usize = 8;
const BEGINS: &str = "TSUNA1:";
const SIGNS: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// The frames of a file.
///
/// # Errors
/// [`WireError::TooLarge`] when it does not fit.
pub fn frames(bytes: &[u8]) -> Result<Vec<String>, WireError> {
    let limit = (FRAMES * FRAME_BYTES) as u64;
    if bytes.len() as u64 > limit {
        return Err(WireError::TooLarge { what: "what a code carries", bytes: bytes.len() as u64, limit });
    }
    let name = name(bytes);
    let parts: Vec<&[u8]> = bytes.chunks(FRAME_BYTES).collect();
    let all = parts.len();
    Ok(parts.iter().enumerate().map(|(at, part)| format!("{BEGINS}{}{all}{name}:{}", at + 1, base45(part))).collect())
}

/// Frames that were read so far.
#[derive(Debug, Default)]
pub struct Frames {
    name: String,
    all: usize,
    parts: BTreeMap<usize, Vec<u8>>,
}

impl Frames {
    /// Whether a text is a frame at all.
    #[must_use]
    pub fn is_one(text: &str) -> bool {
        text.starts_with(BEGINS)
    }

    /// How many frames were read, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.parts.len(), self.all)
    }

    /// Takes a frame; the bytes once all are there. A frame of another file begins anew.
    ///
    /// # Errors
    /// [`WireError::NotOurs`] when it is no frame, [`WireError::Damaged`] when frames do not make what they name.
    pub fn take(&mut self, text: &str) -> Result<Option<Vec<u8>>, WireError> {
        let rest = text.strip_prefix(BEGINS).ok_or(WireError::NotOurs)?;
        let (head, body) = rest.split_once(':').ok_or(WireError::Damaged)?;
        let mut signs = head.chars();
        let mut digit = || signs.next().and_then(|sign| sign.to_digit(10)).map(|digit| digit as usize);
        let (at, all) = (digit().ok_or(WireError::Damaged)?, digit().ok_or(WireError::Damaged)?);
        let name: String = signs.collect();
        if at == 0 || at > all || all > FRAMES || name.len() != 8 {
            return Err(WireError::Damaged);
        }
        let part = from_base45(body).ok_or(WireError::Damaged)?;
        if part.len() > FRAME_BYTES {
            return Err(WireError::Damaged);
        }
        if (self.name.as_str(), self.all) != (name.as_str(), all) {
            *self = Self { name, all, parts: BTreeMap::new() };
        }
        self.parts.insert(at, part);
        if self.parts.len() < self.all {
            return Ok(None);
        }
        let bytes: Vec<u8> = self.parts.values().flatten().copied().collect();
        let whole = self::name(&bytes) == self.name;
        self.parts.clear();
        if whole { Ok(Some(bytes)) } else { Err(WireError::Damaged) }
    }
}

fn name(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(4).map(|byte| format!("{byte:02X}")).collect()
}

fn base45(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 2);
    for pair in bytes.chunks(2) {
        let (mut number, signs) = match pair {
            [a, b] => (usize::from(*a) * 256 + usize::from(*b), 3),
            [a] => (usize::from(*a), 2),
            _ => (0, 0),
        };
        for _ in 0..signs {
            text.extend(SIGNS.get(number % 45).map(|sign| char::from(*sign)));
            number /= 45;
        }
    }
    text
}

fn from_base45(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<usize>> = text.bytes().map(|byte| SIGNS.iter().position(|sign| *sign == byte)).collect();
    let mut bytes = Vec::with_capacity(text.len() * 2 / 3);
    for group in digits?.chunks(3) {
        match group {
            [a, b, c] => bytes.extend(u16::try_from(a + b * 45 + c * 45 * 45).ok()?.to_be_bytes()),
            [a, b] => bytes.push(u8::try_from(a + b * 45).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_signs_are_those_of_the_standard() {
        // RFC 9285 §4.3 and §4.4.
        assert_eq!(base45(b"AB"), "BB8");
        assert_eq!(base45(b"Hello!!"), "%69 VD92EX0");
        assert_eq!(from_base45("QED8WEX0").as_deref(), Some(b"ietf!".as_slice()));
        assert_eq!(from_base45("GGW"), None);
    }
}
