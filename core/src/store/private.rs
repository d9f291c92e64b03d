//! private.db: what a person keeps for themselves, encrypted.

mod answered;
mod check_ins;
mod favourites;
mod memo;
mod mood;
mod own;
mod plan;
mod settings;
mod tried;

use std::path::{Path, PathBuf};

pub(super) use check_ins::{what as what_happened, words as happened_words};

use super::StoreError;
use super::dump::Dump;
use super::migrate::PRIVATE;
use super::sealed::Sealed;
use crate::model::Key;

/// The open private store. Once the last copy is dropped, the key is gone from memory.
#[derive(Debug, Clone)]
pub struct PrivateStore(Sealed);

impl PrivateStore {
    /// Opens the database with its key, creating or migrating it as needed.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] also for a wrong key: the file cannot tell, its fingerprint can. The file is left as
    /// it was.
    pub fn open(path: impl AsRef<Path>, key: &Key) -> Result<Self, StoreError> {
        Sealed::open(path.as_ref(), key, PRIVATE).map(Self)
    }

    /// Where the database is.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.0.path()
    }

    /// All rows, for a backup.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn dump(&self) -> Result<Dump, StoreError> {
        Dump::of(&self.0, PRIVATE)
    }

    /// Checks the rows of a backup and brings them to the schema of this program. Nothing is touched.
    ///
    /// # Errors
    /// [`StoreError::Entry`] for a row that no tsunagari writes, [`StoreError::NeedsNewerVersion`].
    pub fn checked(dump: Dump) -> Result<Dump, StoreError> {
        dump.checked(PRIVATE)
    }

    /// Replaces everything by rows that were checked: all of it or nothing.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn replace(&self, checked: &Dump) -> Result<(), StoreError> {
        checked.replace(&self.0)
    }

    /// Reads every page and says whether the file is whole.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first finding.
    pub fn check(&self) -> Result<(), StoreError> {
        self.0.check()
    }
}
