//! A keystore around one key that a desktop keeps: in its keyring, or in a file under a passphrase.

use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::by_secret::BySecret;
use super::{VaultError, files, forget};
use crate::crypto::{CryptoError, KdfCost, draw, open, seal};
use crate::env::{Random, SecretBox, SecretBoxError, SystemRandom};
use crate::model::Key;

/// Bound to what the key of a desktop seals.
const PURPOSE: &str = "tsunagari desktop keystore";
/// Bound to that key where a passphrase seals it.
const BY_PASSPHRASE: &str = "tsunagari desktop keystore, passphrase";
const MARK: &[u8; 5] = b"TSBX\x01";
/// Name of the file in the data folder.
pub const KEY_BOX_FILE: &str = "device.key";

/// Throws away what the key can be had from.
type Shred = dyn Fn() -> Result<(), SecretBoxError> + Send + Sync;

/// A keystore around one key.
pub struct KeyBox {
    /// `None` while nobody has opened it: it can only be shredded.
    key: Option<Key>,
    shred: Box<Shred>,
}

impl std::fmt::Debug for KeyBox {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("KeyBox").field("open", &self.key.is_some()).finish_non_exhaustive()
    }
}

impl KeyBox {
    /// Around a key that something else keeps; `shred` makes that forget it.
    pub fn new(key: Option<Key>, shred: impl Fn() -> Result<(), SecretBoxError> + Send + Sync + 'static) -> Self {
        Self { key, shred: Box::new(shred) }
    }

    /// The one in the file of a data folder, not opened: it can be shredded without its passphrase.
    #[must_use]
    pub fn closed(folder: &Path) -> Self {
        Self::in_file(folder, None)
    }

    /// Makes the file, under a passphrase. Only its owner can read it.
    ///
    /// # Errors
    /// [`VaultError::ShortPin`]; one that is there is opened instead.
    pub fn make(folder: &Path, passphrase: &str, cost: KdfCost, random: &dyn Random) -> Result<Self, VaultError> {
        let key = draw(random)?;
        let sealed = BySecret::seal(&key, passphrase, cost, BY_PASSPHRASE, random)?;
        let body = minicbor::to_vec(&sealed).map_err(|_| VaultError::Crypto(CryptoError::Form))?;
        match files::write_first(&path(folder), &[MARK.as_slice(), &body].concat())? {
            true => Ok(Self::in_file(folder, Some(key))),
            false => Self::open(folder, passphrase),
        }
    }

    /// Opens the one in the file of a data folder.
    ///
    /// # Errors
    /// [`VaultError::WrongPin`], [`VaultError::NoStore`] when there is none.
    pub fn open(folder: &Path, passphrase: &str) -> Result<Self, VaultError> {
        let at = path(folder);
        let bytes = files::read(&at)?.ok_or(VaultError::NoStore)?;
        let body = bytes.strip_prefix(MARK.as_slice()).and_then(|body| minicbor::decode::<BySecret>(body).ok());
        let detail = "it is cut short or damaged".to_owned();
        let key = body.ok_or(VaultError::KeyFile { path: at, detail })?.open(passphrase, BY_PASSPHRASE)?;
        Ok(Self::in_file(folder, Some(key)))
    }

    fn in_file(folder: &Path, key: Option<Key>) -> Self {
        let at = path(folder);
        Self::new(key, move || forget::shred(&at).map_err(|error| SecretBoxError::Unavailable(error.to_string())))
    }

    fn key(&self) -> Result<&Key, SecretBoxError> {
        self.key.as_ref().ok_or(SecretBoxError::Locked)
    }
}

impl SecretBox for KeyBox {
    fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SecretBoxError> {
        seal(self.key()?, PURPOSE, plain, &SystemRandom).map_err(|error| SecretBoxError::Unavailable(error.to_string()))
    }

    fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SecretBoxError> {
        open(self.key()?, PURPOSE, sealed).map_err(|_| SecretBoxError::Refused)
    }

    fn shred(&self) -> Result<(), SecretBoxError> {
        (self.shred)()
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join(KEY_BOX_FILE)
}
