//! A keyed fingerprint tells a wrong key from a damaged file, and says nothing about the key.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::CryptoError;
use crate::model::Key;

const MARK: &[u8; 4] = b"TSFP";
const VERSION: u8 = 1;

/// HMAC-SHA-256 of a fixed sentence and the name of the file, under its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of a key, for one file.
    #[must_use]
    pub fn of(key: &Key, file: &str) -> Self {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(key.bytes()).unwrap_or_else(|_| unreachable!("any length is a key"));
        mac.update(b"tsunagari fingerprint 1\0");
        mac.update(file.as_bytes());
        Self(mac.finalize().into_bytes().into())
    }

    /// As the file beside the database holds it.
    #[must_use]
    pub fn to_bytes(self) -> Vec<u8> {
        [MARK.as_slice(), &[VERSION], &self.0].concat()
    }

    /// Reads it again.
    ///
    /// # Errors
    /// [`CryptoError::Form`].
    pub fn read(bytes: &[u8]) -> Result<Self, CryptoError> {
        let rest = bytes.strip_prefix(MARK.as_slice()).ok_or(CryptoError::Form)?;
        let (version, rest) = rest.split_first().ok_or(CryptoError::Form)?;
        let print = rest.try_into().map_err(|_| CryptoError::Form)?;
        if *version == VERSION { Ok(Self(print)) } else { Err(CryptoError::Form) }
    }
}
