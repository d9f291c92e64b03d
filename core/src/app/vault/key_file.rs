//! The file that holds the key of the private store, wrapped.

use std::path::{Path, PathBuf};

use minicbor::{Decode, Encode};

use super::by_secret::BySecret;
use super::{VaultError, files};
use crate::crypto::{CryptoError, KdfCost};
use crate::env::{Random, SecretBox};
use crate::model::Key;

const MARK: &[u8; 4] = b"TSKY";
const VERSION: u8 = 1;
/// Bound to what a PIN seals.
const PURPOSE: &str = "tsunagari private.db, app lock";

/// How a key is wrapped.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) enum Wrap {
    /// By the keystore.
    #[n(0)]
    Device(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// By PIN and keystore together: what the keystore opens still needs the PIN.
    #[n(1)]
    Pin(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
}

impl Wrap {
    pub(super) fn device(key: &Key, keystore: &dyn SecretBox) -> Result<Self, VaultError> {
        Ok(Self::Device(keystore.seal(key.bytes())?))
    }

    pub(super) fn open_device(sealed: &[u8], keystore: &dyn SecretBox) -> Result<Key, VaultError> {
        let mut bytes = keystore.open(sealed)?;
        Key::take(&mut bytes).ok_or(VaultError::Crypto(CryptoError::Form))
    }

    pub(super) fn pin(
        key: &Key,
        pin: &str,
        cost: KdfCost,
        keystore: &dyn SecretBox,
        random: &dyn Random,
    ) -> Result<Self, VaultError> {
        let inner = BySecret::seal(key, pin, cost, PURPOSE, random)?;
        let inner = minicbor::to_vec(&inner).map_err(|_| VaultError::Crypto(CryptoError::Form))?;
        Ok(Self::Pin(keystore.seal(&inner)?))
    }

    /// Opens with a PIN; what the keystore alone opens needs none.
    pub(super) fn open_pin(&self, pin: &str, keystore: &dyn SecretBox) -> Result<Key, VaultError> {
        match self {
            Self::Device(sealed) => Self::open_device(sealed, keystore),
            Self::Pin(sealed) => {
                let inner: BySecret = minicbor::decode(&keystore.open(sealed)?).map_err(|_| CryptoError::Form)?;
                inner.open(pin, PURPOSE)
            }
        }
    }
}

/// What the file holds.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct KeyFile {
    /// Key of private.db.
    #[n(0)]
    pub private: Wrap,
    /// Key of duty.db, which has to open with the lock on: sealed by the keystore alone.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub duty: Vec<u8>,
    /// The key of private.db once more, sealed by a keystore that asks for a finger or a face; off by default.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub biometric: Option<Vec<u8>>,
}

impl KeyFile {
    pub(super) fn path(folder: &Path) -> PathBuf {
        folder.join("keys")
    }

    pub(super) fn read(folder: &Path) -> Result<Option<Self>, VaultError> {
        let path = Self::path(folder);
        let Some(bytes) = files::read(&path)? else { return Ok(None) };
        let wrong = |detail: &str| VaultError::KeyFile { path: path.clone(), detail: detail.to_owned() };
        let rest = bytes.strip_prefix(MARK.as_slice()).ok_or_else(|| wrong("it is no key file"))?;
        let (version, body) = rest.split_first().ok_or_else(|| wrong("it is cut short"))?;
        if *version != VERSION {
            return Err(wrong("a newer tsunagari wrote it"));
        }
        minicbor::decode(body).map(Some).map_err(|_| wrong("it is cut short or damaged"))
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), VaultError> {
        files::write(&Self::path(folder), &self.bytes()?)
    }

    /// Writes the first one; `false` when another program was quicker.
    pub(super) fn write_first(&self, folder: &Path) -> Result<bool, VaultError> {
        files::write_first(&Self::path(folder), &self.bytes()?)
    }

    fn bytes(&self) -> Result<Vec<u8>, VaultError> {
        let body = minicbor::to_vec(self).map_err(|_| VaultError::Crypto(CryptoError::Form))?;
        Ok([MARK.as_slice(), &[VERSION], &body].concat())
    }
}
