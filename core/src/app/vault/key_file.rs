//! The file that holds the key of the private store, wrapped.

use std::path::{Path, PathBuf};

use minicbor::{Decode, Encode};

use super::{VaultError, files};
use crate::crypto::{CryptoError, KdfCost, open, seal};
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
    /// By PIN and keystore together: neither alone opens it.
    #[n(1)]
    Pin {
        #[cbor(n(0), with = "minicbor::bytes")]
        salt: [u8; 16],
        #[n(1)]
        memory_kib: u32,
        #[n(2)]
        passes: u32,
        #[cbor(n(3), with = "minicbor::bytes")]
        sealed: Vec<u8>,
    },
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
        let salt = KdfCost::salt(random)?;
        let inner = seal(&cost.derive(pin, &salt)?, PURPOSE, key.bytes(), random)?;
        let KdfCost { memory_kib, passes } = cost;
        Ok(Self::Pin { salt, memory_kib, passes, sealed: keystore.seal(&inner)? })
    }

    /// Opens with a PIN; what the keystore alone opens needs none.
    pub(super) fn open_pin(&self, pin: &str, keystore: &dyn SecretBox) -> Result<Key, VaultError> {
        let (salt, cost, sealed) = match self {
            Self::Device(sealed) => return Self::open_device(sealed, keystore),
            Self::Pin { salt, memory_kib, passes, sealed } => {
                (salt, KdfCost { memory_kib: *memory_kib, passes: *passes }, sealed)
            }
        };
        let inner = keystore.open(sealed)?;
        let mut bytes = open(&cost.derive(pin, salt)?, PURPOSE, &inner).map_err(|error| match error {
            CryptoError::Refused => VaultError::WrongPin,
            other => VaultError::Crypto(other),
        })?;
        Key::take(&mut bytes).ok_or(VaultError::Crypto(CryptoError::Form))
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
