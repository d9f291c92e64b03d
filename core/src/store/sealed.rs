//! What the two encrypted databases have in common: one connection that reads and writes, and the check of the file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use parking_lot::Mutex;
use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension as _, Params, Row, Transaction, TransactionBehavior};

use super::StoreError;
use super::connect::Place;
use super::migrate::{self, Schema};
use crate::model::Key;

/// An open encrypted database. Once the last copy is dropped, the key is gone from memory.
#[derive(Debug, Clone)]
pub(super) struct Sealed {
    place: Place,
    connection: Arc<Mutex<Connection>>,
}

impl Sealed {
    pub(super) fn open(path: &Path, key: &Key, schema: Schema) -> Result<Self, StoreError> {
        let place = Place::Sealed(path.to_path_buf(), key.clone());
        place.check_salt()?;
        for_the_owner_only(path);
        let mut connection = place.writer()?;
        migrate::migrate(&mut connection, &place, schema)?;
        Ok(Self { place, connection: Arc::new(Mutex::new(connection)) })
    }

    pub(super) fn path(&self) -> PathBuf {
        self.place.path().to_path_buf()
    }

    /// Everything or nothing; when it returns, everything is on the disk.
    pub(super) fn write<T>(&self, work: impl FnOnce(&Transaction<'_>) -> rusqlite::Result<T>) -> Result<T, StoreError> {
        let mut connection = self.connection.lock();
        (|| {
            // Immediate: one that waits for another program has not read anything old yet.
            let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        })()
        .map_err(|error| self.place.error(error))
    }

    /// Rows of a question, each made by `read`. One that cannot be read is an error, since none is left out.
    pub(super) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let connection = self.connection.lock();
        let rows: Vec<Result<T, StoreError>> = connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_map(params, |row| Ok(read(row)))?.collect())
            .map_err(|error| self.place.error(error))?;
        rows.into_iter().collect()
    }

    /// Reads every page and says whether the file is whole.
    pub(super) fn check(&self) -> Result<(), StoreError> {
        self.place.check_salt()?;
        let connection = self.connection.lock();
        let all = || {
            // The cipher looks at the file alone. A page that was cut short there lies whole in the log until the log
            // was written back to its end.
            let busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
            let seals: &[&str] = if busy { &[] } else { &["PRAGMA cipher_integrity_check"] };
            for sql in seals.iter().chain(&["PRAGMA quick_check(1)"]) {
                let said = connection.query_row(sql, [], |row| row.get::<_, String>(0)).optional()?;
                if let Some(finding) = said.filter(|said| said != "ok") {
                    return Ok(Some(finding));
                }
            }
            Ok(None)
        };
        match all().map_err(|error| self.place.error(error))? {
            Some(finding) => Err(self.place.damaged(finding)),
            None => Ok(()),
        }
    }
}

/// Makes the file, when there is none, so that nobody else on the device can read it; SQLite gives its log the same.
/// What goes wrong here is said by the opening that follows.
fn for_the_owner_only(path: &Path) {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _there = options.open(path);
}

/// A column of a row.
pub(super) fn column<T: FromSql>(row: &Row<'_>, index: usize) -> Result<T, StoreError> {
    row.get(index).map_err(|_| strange("a column has another type"))
}

/// An instant of a row.
pub(super) fn instant(row: &Row<'_>, index: usize) -> Result<DateTime<Utc>, StoreError> {
    DateTime::from_timestamp(column(row, index)?, 0).ok_or_else(|| strange("a time is out of range"))
}

/// Something that no tsunagari of this version writes.
pub(super) fn strange(what: &str) -> StoreError {
    StoreError::Entry(what.to_owned())
}
