//! A `.tsuna` file: parts one behind the other, packed with zstd or not, and a SHA-256 at the end.
//!
//! ```text
//! "TSUNAPCK"  version u16  codec u8 (0 plain, 1 zstd)  length u64  payload
//! payload, unpacked, `length` bytes:  { kind u8  size u32  bytes }*  SHA-256 of all parts
//! ```
//! Numbers are big-endian. The check sum finds what was torn on the way; who made it is for signatures inside to say.

use std::io::Read;

use ruzstd::decoding::StreamingDecoder;
use sha2::{Digest, Sha256};

use crate::WireError;
use crate::limits::{FILE_BYTES, IGNORED_BYTES, PART_BYTES, WINDOW_BYTES};

/// First bytes of every file.
pub const MAGIC: [u8; 8] = *b"TSUNAPCK";
/// The version that is written, and the only one that is read.
pub const VERSION: u16 = 2;
/// A kind from here on may be passed over by who does not know it.
pub const MAY_IGNORE: u8 = 128;

const HASH_BYTES: u64 = 32;
const PART_HEAD_BYTES: u64 = 5;
/// Bytes before the payload.
pub const HEAD_BYTES: usize = MAGIC.len() + 2 + 1 + 8;

/// How the payload is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// Not at all.
    Plain,
    /// One frame of Zstandard (RFC 8878).
    Zstd,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is; numbers are given by who puts meaning into files.
    pub kind: u8,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Puts parts one behind the other, with their check sum: what [`wrap`] takes, plain or packed.
///
/// # Errors
/// [`WireError::TooLarge`].
pub fn payload<'p>(parts: impl IntoIterator<Item = (u8, &'p [u8])>) -> Result<Vec<u8>, WireError> {
    let mut bytes = Vec::new();
    for (kind, part) in parts {
        let size = u32::try_from(part.len()).unwrap_or(u32::MAX);
        too_large("a part", u64::from(size), PART_BYTES as u64)?;
        bytes.push(kind);
        bytes.extend(size.to_be_bytes());
        bytes.extend(part);
    }
    let hash = Sha256::digest(&bytes);
    bytes.extend(hash);
    too_large("a file", bytes.len() as u64, FILE_BYTES)?;
    Ok(bytes)
}

/// Puts the head before a payload. `length` is that of the unpacked payload.
#[must_use]
pub fn wrap(codec: Codec, length: u64, payload: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD_BYTES + payload.len());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_be_bytes());
    bytes.push(match codec {
        Codec::Plain => 0,
        Codec::Zstd => 1,
    });
    bytes.extend(length.to_be_bytes());
    bytes.extend(payload);
    bytes
}

/// A file that is not packed.
///
/// # Errors
/// As [`payload`].
pub fn plain<'p>(parts: impl IntoIterator<Item = (u8, &'p [u8])>) -> Result<Vec<u8>, WireError> {
    let payload = payload(parts)?;
    Ok(wrap(Codec::Plain, payload.len() as u64, &payload))
}

/// Reads a file part by part. Memory: one part and what unpacking keeps, whatever the file claims.
pub struct Parts<'r> {
    source: Box<dyn Read + 'r>,
    left: u64,
    ignored: u64,
    hash: Sha256,
}

impl std::fmt::Debug for Parts<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parts").field("left", &self.left).finish_non_exhaustive()
    }
}

impl<'r> Parts<'r> {
    /// Reads the head of a file.
    ///
    /// # Errors
    /// [`WireError`] when it is no file of ours, of a later version, or says that it is too large.
    pub fn open(mut source: impl Read + 'r) -> Result<Self, WireError> {
        let mut head = [0; HEAD_BYTES];
        source.read_exact(&mut head).map_err(|_| WireError::NotOurs)?;
        let (magic, rest) = head.split_at(MAGIC.len());
        if magic != MAGIC {
            return Err(WireError::NotOurs);
        }
        let [v0, v1, codec, length @ ..] = rest else { return Err(WireError::NotOurs) };
        let version = u16::from_be_bytes([*v0, *v1]);
        if version != VERSION {
            return Err(WireError::NewerVersion(version));
        }
        let left = u64::from_be_bytes(length.try_into().map_err(|_| WireError::NotOurs)?);
        too_large("a file", left, FILE_BYTES)?;
        let source: Box<dyn Read + 'r> = match codec {
            0 => Box::new(source),
            1 => Box::new(
                StreamingDecoder::new_with_max_window_size(source, WINDOW_BYTES).map_err(|_| WireError::Damaged)?,
            ),
            _ => return Err(WireError::Malformed("packed in an unknown way".to_owned())),
        };
        Ok(Self { source, left, ignored: 0, hash: Sha256::new() })
    }

    /// The next part of a kind that `known` says yes to; `None` at the end, once the check sum is seen to be right. What
    /// was handed over before must not be used for good until then.
    ///
    /// # Errors
    /// [`WireError::Damaged`] when it is torn or changed; [`WireError::NewerVersion`] for a part that one has to know.
    pub fn next(&mut self, known: impl Fn(u8) -> bool) -> Result<Option<Part>, WireError> {
        loop {
            if self.left == HASH_BYTES {
                return self.end().map(|()| None);
            }
            let mut head = [0; 5];
            self.take(&mut head)?;
            let [kind, size @ ..] = head;
            let size = u64::from(u32::from_be_bytes(size));
            too_large("a part", size, PART_BYTES as u64)?;
            if self.left < size + HASH_BYTES {
                return Err(WireError::Damaged);
            }
            if !known(kind) {
                self.ignored += size + PART_HEAD_BYTES;
                if kind < MAY_IGNORE {
                    return Err(WireError::NewerVersion(VERSION));
                }
                too_large("what is not known of a file", self.ignored, IGNORED_BYTES)?;
            }
            let mut bytes = vec![0; usize::try_from(size).unwrap_or(usize::MAX)];
            self.take(&mut bytes)?;
            if known(kind) {
                return Ok(Some(Part { kind, bytes }));
            }
        }
    }

    fn take(&mut self, bytes: &mut [u8]) -> Result<(), WireError> {
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(WireError::Damaged)?;
        self.fill(bytes)?;
        self.hash.update(&*bytes);
        Ok(())
    }

    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), WireError> {
        use std::io::ErrorKind;
        self.source.read_exact(bytes).map_err(|error| match error.kind() {
            // What unpacking has against it is of kind `Other`.
            ErrorKind::UnexpectedEof | ErrorKind::Other => WireError::Damaged,
            _ => WireError::Read(error.to_string()),
        })
    }

    fn end(&mut self) -> Result<(), WireError> {
        let mut stated = [0; 32];
        self.fill(&mut stated)?;
        self.left = 0;
        let more = self.source.read(&mut [0]).map_err(|_| WireError::Damaged)? > 0;
        let computed = std::mem::take(&mut self.hash).finalize();
        if more || computed[..] != stated { Err(WireError::Damaged) } else { Ok(()) }
    }
}

fn too_large(what: &'static str, bytes: u64, limit: u64) -> Result<(), WireError> {
    if bytes > limit { Err(WireError::TooLarge { what, bytes, limit }) } else { Ok(()) }
}
