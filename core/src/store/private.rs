//! private.db: what a person keeps for themselves, encrypted.

mod mood;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;
use rusqlite::Connection;

use super::connect::Place;
use super::{StoreError, migrate};
use crate::model::Key;

/// The open private store. Dropped, the key is gone from memory.
#[derive(Debug, Clone)]
pub struct PrivateStore {
    place: Place,
    writer: Arc<Mutex<Connection>>,
}

impl PrivateStore {
    /// Opens the database with its key, creating or migrating it as needed.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] also for a wrong key: the file cannot tell, its fingerprint can. The file is left as
    /// it was.
    pub fn open(path: impl AsRef<Path>, key: &Key) -> Result<Self, StoreError> {
        let place = Place::Sealed(path.as_ref().to_path_buf(), key.clone());
        let mut writer = place.writer()?;
        migrate::migrate(&mut writer, &place, migrate::PRIVATE)?;
        Ok(Self { place, writer: Arc::new(Mutex::new(writer)) })
    }

    /// Where the database is.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.place.path().to_path_buf()
    }

    /// Reads every page and says whether the file is whole.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first finding.
    pub fn check(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock();
        let wrong = |sql: &str| -> Result<Option<String>, StoreError> {
            let mut statement = writer.prepare(sql).map_err(|error| self.place.error(error))?;
            let mut rows = statement.query([]).map_err(|error| self.place.error(error))?;
            let first = rows.next().map_err(|error| self.place.error(error))?;
            first.map(|row| row.get(0)).transpose().map_err(|error| self.place.error(error))
        };
        // The cipher's own check looks at the seal of every page; the other at the tree.
        match wrong("PRAGMA cipher_integrity_check")?.or(wrong("PRAGMA quick_check(1)")?.filter(|said| said != "ok")) {
            None => Ok(()),
            Some(finding) => Err(self.place.damaged(finding)),
        }
    }
}
