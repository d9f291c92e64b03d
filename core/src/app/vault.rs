//! The encrypted stores: who holds which key, and how they open.
//!
//! Beside each database lies a keyed fingerprint, so that a wrong key is told from damage; one file holds the keys,
//! sealed by the keystore or, with an app lock, by keystore and PIN together. Nothing here deletes a database but
//! [`forget`], which shreds the keys first.

mod attempts;
mod by_secret;
mod error;
mod files;
pub mod forget;
mod key_box;
mod key_file;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::crypto::{Fingerprint, KdfCost, draw};
use crate::env::{Random, SecretBox, SecretBoxError};
use crate::model::Key;
use crate::store::{DutyStore, PrivateStore, StoreError};

use attempts::Attempts;
pub use error::VaultError;
pub use key_box::{KEY_BOX_FILE, KeyBox};
use key_file::{KeyFile, Wrap};

/// Name of the file by which programs wait for each other while everything is being forgotten.
pub const LOCK_FILE: &str = ".lock";
/// Name of the private database in the data folder.
pub const PRIVATE_FILE: &str = "private.db";
/// Name of the database for what goes on with the lock on.
pub const DUTY_FILE: &str = "duty.db";

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

    /// Whether keys or data are kept in a folder, whatever opens them.
    #[must_use]
    pub fn keeps_something(folder: &Path) -> bool {
        KeyFile::path(folder).exists() || folder.join(PRIVATE_FILE).exists()
    }

    /// How the private store stands.
    ///
    /// # Errors
    /// [`VaultError`] when the key file cannot be read.
    pub fn state(&self) -> Result<State, VaultError> {
        Ok(match KeyFile::read(&self.folder)? {
            None if self.path().metadata().is_ok_and(|found| found.len() > 0) => return Err(VaultError::KeyLost),
            None => State::None,
            Some(KeyFile { private: Wrap::Device(_), .. }) => State::Open,
            Some(KeyFile { private: Wrap::Pin(_), .. }) => State::Locked,
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
        let (key, duty) = (draw(&*self.random)?, draw(&*self.random)?);
        let keys = KeyFile {
            private: Wrap::device(&key, &*self.keystore)?,
            duty: self.keystore.seal(duty.bytes())?,
            biometric: None,
        };
        // Two programs may start at once: the keys of the quicker one hold for both.
        if keys.write_first(&self.folder)? { self.private(&key) } else { self.open() }
    }

    /// Opens a private store that needs no PIN.
    ///
    /// # Errors
    /// [`VaultError::Locked`] when it does, [`VaultError::NoStore`] when there is none.
    pub fn open(&self) -> Result<PrivateStore, VaultError> {
        match self.keys()?.private {
            Wrap::Device(sealed) => self.private(&Wrap::open_device(&sealed, &*self.keystore)?),
            Wrap::Pin(_) => Err(VaultError::Locked),
        }
    }

    /// Opens with a PIN or passphrase. A try is counted on the disk before it is made, so that a restart gains nothing.
    ///
    /// # Errors
    /// [`VaultError::WrongPin`], [`VaultError::TooSoon`] with the instant from which the next try counts.
    pub fn unlock(&self, pin: &str, now: DateTime<Utc>) -> Result<PrivateStore, VaultError> {
        self.private(&self.key(pin, now)?)
    }

    fn key(&self, pin: &str, now: DateTime<Utc>) -> Result<Key, VaultError> {
        let wrap = self.keys()?.private;
        if let Wrap::Device(sealed) = &wrap {
            return Wrap::open_device(sealed, &*self.keystore);
        }
        // One at a time: programs that try at once would each count the same try.
        let _one = files::lock(&KeyFile::path(&self.folder))?;
        let attempts = Attempts::read(&self.folder)?.seen(now);
        attempts.write(&self.folder)?;
        attempts.next(now)?.write(&self.folder)?;
        let key = wrap.open_pin(pin, &*self.keystore)?;
        Attempts::default().write(&self.folder)?;
        Ok(key)
    }

    /// Opens with a finger or a face: `finger` is the keystore that asks for it.
    ///
    /// # Errors
    /// [`VaultError::NoBiometric`] when it was not turned on, or when what is enrolled on the device has changed; the
    /// PIN opens it then.
    pub fn unlock_with(&self, finger: &dyn SecretBox) -> Result<PrivateStore, VaultError> {
        let sealed = self.keys()?.biometric.ok_or(VaultError::NoBiometric)?;
        let key = Wrap::open_device(&sealed, finger).map_err(|error| match error {
            VaultError::Keystore(SecretBoxError::Refused) => VaultError::NoBiometric,
            other => other,
        })?;
        self.private(&key)
    }

    /// Opens the store for what goes on with the lock on. It needs no PIN, only the keystore of this device.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn duty(&self) -> Result<DutyStore, VaultError> {
        let key = Wrap::open_device(&self.keys()?.duty, &*self.keystore)?;
        self.guarded(DUTY_FILE, &key, |path| DutyStore::open(path, &key))
    }

    /// Sets, changes or (with an empty `new`) takes away the PIN. The database is not touched: its key is wrapped anew.
    /// A finger or face that was allowed has to be allowed again.
    ///
    /// # Errors
    /// [`VaultError::WrongPin`] for a wrong `old`; a new one of fewer than four characters is refused.
    pub fn set_pin(&self, old: &str, new: &str, now: DateTime<Utc>) -> Result<(), VaultError> {
        let key = self.key(old, now)?;
        let private = if new.is_empty() {
            Wrap::device(&key, &*self.keystore)?
        } else {
            Wrap::pin(&key, new, self.cost, &*self.keystore, &*self.random)?
        };
        KeyFile { private, biometric: None, ..self.keys()? }.write(&self.folder)
    }

    /// Allows a finger or a face beside the PIN, or with `None` no more. The PIN is asked for first.
    ///
    /// # Errors
    /// [`VaultError`]; without a lock there is nothing to open so.
    pub fn set_biometric(
        &self,
        pin: &str,
        finger: Option<&dyn SecretBox>,
        now: DateTime<Utc>,
    ) -> Result<(), VaultError> {
        if self.state()? != State::Locked {
            return Err(VaultError::NoLock);
        }
        let key = self.key(pin, now)?;
        let biometric = finger.map(|finger| finger.seal(key.bytes())).transpose()?;
        KeyFile { biometric, ..self.keys()? }.write(&self.folder)
    }

    fn keys(&self) -> Result<KeyFile, VaultError> {
        KeyFile::read(&self.folder)?.ok_or(VaultError::NoStore)
    }

    fn path(&self) -> PathBuf {
        self.folder.join(PRIVATE_FILE)
    }

    fn private(&self, key: &Key) -> Result<PrivateStore, VaultError> {
        self.guarded(PRIVATE_FILE, key, |path| PrivateStore::open(path, key))
    }

    /// Opens a database after its fingerprint has said that the key is the right one.
    fn guarded<T>(
        &self,
        name: &str,
        key: &Key,
        open: impl FnOnce(&Path) -> Result<T, StoreError>,
    ) -> Result<T, VaultError> {
        let path = self.folder.join(name);
        let size = path.metadata().map_or(0, |found| found.len());
        let print = Fingerprint::of(key, name);
        let beside = files::fingerprint(&path);
        let there = files::read(&beside)?.map(|bytes| Fingerprint::read(&bytes)).transpose().map_err(|_| {
            let detail = "it is cut short, damaged, or of a newer tsunagari".to_owned();
            VaultError::KeyFile { path: beside.clone(), detail }
        })?;
        match there {
            Some(other) if other != print => Err(VaultError::KeyMismatch { path }),
            // The fingerprint is written after the first commit: without a database behind it, one was lost.
            Some(_) if size == 0 => Err(VaultError::Gone { path, beside }),
            Some(_) => Ok(open(&path)?),
            None => {
                let store = open(&path)?;
                files::write(&beside, &print.to_bytes())?;
                Ok(store)
            }
        }
    }
}
