//! All SQL: the directory database, and the two encrypted ones.
//!
//! [`Store::open`] migrates and hands out one writer ([`Store::begin`]; beside the caller [`Store::write`] and
//! [`Store::install`]) and any number of [`Reader`]s that can change nothing. Rows come ready from `directory`; the store knows neither Japanese nor hours.
//! A file that cannot be read is kept as it is.

mod connect;
mod dump;
mod duty;
mod error;
mod install;
mod lookup;
mod matching;
mod migrate;
mod private;
mod reader;
mod row;
mod sealed;
mod signed;
mod writing;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;
use rusqlite::Connection;

pub use dump::Dump;
pub use duty::{DutyStore, Heard, SetAlarm};
pub use error::{InstallError, StoreError};
pub use install::{Install, Installed};
pub use matching::Match;
pub use migrate::SCHEMA_VERSION;
pub use private::PrivateStore;
pub use reader::{Reader, Session, Ticket};
pub use row::{Found, NameHit, Pack, Rank, RankText, Row, SourceFileRow, SourceRowRow};
pub use signed::{EntryRow, EvidenceRow, PublisherRow, Receiving, ShardRow};
pub use writing::Writing;

use connect::Place;

/// An open directory database: one writer, many readers.
#[derive(Debug, Clone)]
pub struct Store {
    place: Place,
    writer: Arc<Mutex<Connection>>,
}

impl Store {
    /// Opens the database at a path, creating or migrating it as needed.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when it is not a database or is broken, [`StoreError::NeedsNewerVersion`] when a later
    /// tsunagari wrote it, [`StoreError::NotOurs`] when it belongs to another program. The file is left as it was.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::at(Place::File(path.as_ref().to_path_buf()))
    }

    /// A database that lives as long as this value, for tests and for a device without storage.
    ///
    /// # Errors
    /// [`StoreError`] when there is not enough memory.
    pub fn in_memory() -> Result<Self, StoreError> {
        Self::at(Place::memory())
    }

    fn at(place: Place) -> Result<Self, StoreError> {
        let mut writer = place.writer()?;
        migrate::migrate(&mut writer, &place, migrate::DIRECTORY)?;
        Ok(Self { place, writer: Arc::new(Mutex::new(writer)) })
    }

    /// Where the database is; `None` in memory.
    #[must_use]
    pub fn path(&self) -> Option<&PathBuf> {
        match &self.place {
            Place::File(path) | Place::Sealed(path, _) => Some(path),
            Place::Memory(_) => None,
        }
    }

    /// A new reader. It can change nothing.
    ///
    /// # Errors
    /// [`StoreError`] when the file cannot be opened again.
    pub fn reader(&self) -> Result<Reader, StoreError> {
        Reader::new(self.place.reader()?, self.place.clone())
    }

    /// Reads every page and says whether the file is whole. For `doctor`; takes seconds on a large directory.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first finding.
    pub fn check(&self) -> Result<(), StoreError> {
        let writer = self.writer.lock();
        let finding: String =
            writer.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(|error| self.place.error(error))?;
        if finding == "ok" { Ok(()) } else { Err(self.place.damaged(finding)) }
    }
}
