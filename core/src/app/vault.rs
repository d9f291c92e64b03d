//! The encrypted stores: who holds which key, and how they open.
//!
//! Beside each database lies a keyed fingerprint, so that a wrong key is told from damage; one file holds the keys,
//! sealed by the keystore or, with an app lock, by keystore and PIN together. Nothing here deletes a database but
//! [`forget`], which shreds the keys first.

mod attempts;
mod error;
mod files;
pub mod forget;
mod key_file;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::crypto::{Fingerprint, KdfCost, draw};
use crate::env::{Random, SecretBox};
use crate::model::Key;
use crate::store::{PrivateStore, StoreError};

use attempts::Attempts;
pub use error::VaultError;
use key_file::{KeyFile, Wrap};

/// Name of the private database in the data folder.
pub const PRIVATE_FILE: &str = "private.db";

/// The keys of one data folder.
pub struct Vault {
    folder: PathBuf,
    keystore: Arc<dyn SecretBox>,
    random: Arc<dyn Random>,
    cost: KdfCost,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// How the private store stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// さがすだけ: there is none, and nothing makes one unasked.
    None,
    /// It opens with the keystore alone.
    Open,
    /// It needs a PIN or passphrase.
    Locked,
}

impl Vault {
    /// The keys in a data folder. Nothing is made or read yet.
    #[must_use]
    pub fn new(folder: &Path, keystore: Arc<dyn SecretBox>, random: Arc<dyn Random>) -> Self {
        Self { folder: folder.to_path_buf(), keystore, random, cost: KdfCost::PHONE }
    }

    /// The same with another cost of the lock, for tests.
    #[must_use]
    pub fn with_cost(self, cost: KdfCost) -> Self {
        Self { cost, ..self }
    }

    /// How the private store stands.
    ///
    /// # Errors
    /// [`VaultError`] when the key file cannot be read.
    pub fn state(&self) -> Result<State, VaultError> {
        Ok(match KeyFile::read(&self.folder)? {
            None => State::None,
            Some(KeyFile { private: Wrap::Device(_) }) => State::Open,
            Some(KeyFile { private: Wrap::Pin { .. } }) => State::Locked,
        })
    }

    /// Makes the private store. One that is there is opened, when it needs no PIN.
    ///
    /// # Errors
    /// [`VaultError`]; nothing that was there is changed.
    pub fn create(&self) -> Result<PrivateStore, VaultError> {
        if KeyFile::read(&self.folder)?.is_some() {
            return self.open();
        }
        if self.path().metadata().is_ok_and(|found| found.len() > 0) {
            return Err(VaultError::KeyLost);
        }
        let key = draw(&*self.random)?;
        KeyFile { private: Wrap::device(&key, &*self.keystore)? }.write(&self.folder)?;
        self.open_with(&key)
    }

    /// Opens a private store that needs no PIN.
    ///
    /// # Errors
    /// [`VaultError::Locked`] when it does, [`VaultError::NoStore`] when there is none.
    pub fn open(&self) -> Result<PrivateStore, VaultError> {
        match KeyFile::read(&self.folder)?.ok_or(VaultError::NoStore)?.private {
            Wrap::Device(sealed) => self.open_with(&Wrap::open_device(&sealed, &*self.keystore)?),
            Wrap::Pin { .. } => Err(VaultError::Locked),
        }
    }

    /// Opens with a PIN or passphrase. A try is counted on the disk before it is made, so that a restart gains nothing.
    ///
    /// # Errors
    /// [`VaultError::WrongPin`], [`VaultError::TooSoon`] with the instant from which the next try counts.
    pub fn unlock(&self, pin: &str, now: DateTime<Utc>) -> Result<PrivateStore, VaultError> {
        self.open_with(&self.key(pin, now)?)
    }

    fn key(&self, pin: &str, now: DateTime<Utc>) -> Result<Key, VaultError> {
        let wrap = KeyFile::read(&self.folder)?.ok_or(VaultError::NoStore)?.private;
        if let Wrap::Device(sealed) = &wrap {
            return Wrap::open_device(sealed, &*self.keystore);
        }
        let attempts = Attempts::read(&self.folder)?.rebased(now);
        attempts.write(&self.folder)?;
        attempts.next(now)?.write(&self.folder)?;
        let key = wrap.open_pin(pin, &*self.keystore)?;
        Attempts::default().write(&self.folder)?;
        Ok(key)
    }

    /// Sets, changes or (with an empty `new`) takes away the PIN. The database is not touched: its key is wrapped anew.
    ///
    /// # Errors
    /// [`VaultError::WrongPin`] for a wrong `old`; a new one of fewer than four characters is refused.
    pub fn set_pin(&self, old: &str, new: &str, now: DateTime<Utc>) -> Result<(), VaultError> {
        let key = self.key(old, now)?;
        let private = if new.is_empty() {
            Wrap::device(&key, &*self.keystore)?
        } else if new.chars().count() < VaultError::SHORTEST_PIN {
            return Err(VaultError::ShortPin);
        } else {
            Wrap::pin(&key, new, self.cost, &*self.keystore, &*self.random)?
        };
        KeyFile { private }.write(&self.folder)
    }

    fn path(&self) -> PathBuf {
        self.folder.join(PRIVATE_FILE)
    }

    fn open_with(&self, key: &Key) -> Result<PrivateStore, VaultError> {
        let path = self.path();
        let size = path.metadata().map_or(0, |found| found.len());
        let print = Fingerprint::of(key, PRIVATE_FILE);
        let beside = files::fingerprint(&path);
        match files::read(&beside)? {
            Some(bytes) if bytes != print.to_bytes() => return Err(VaultError::KeyMismatch { path }),
            // The fingerprint is written after the first commit: without a database behind it, one was lost.
            Some(_) if size == 0 => {
                let detail = "it is empty or gone".to_owned();
                return Err(VaultError::Store(StoreError::Damaged { path, detail }));
            }
            Some(_) => Ok(PrivateStore::open(&path, key)?),
            None => {
                let store = PrivateStore::open(&path, key)?;
                files::write(&beside, &print.to_bytes())?;
                Ok(store)
            }
        }
    }
}
