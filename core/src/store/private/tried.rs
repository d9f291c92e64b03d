//! Rows of lines that did not answer.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::PrivateStore;
use crate::model::TriedWay;
use crate::store::StoreError;
use crate::store::sealed::{column, instant};

impl PrivateStore {
    /// Keeps tries, all or none. The same at the same second is kept once.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_tried(&self, tried: &[TriedWay]) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            for TriedWay { record, channel, at } in tried {
                let sql = "INSERT OR IGNORE INTO tried (record, channel, at) VALUES (?1, ?2, ?3)";
                transaction.execute(sql, params![record, channel, at.timestamp()])?;
            }
            Ok(())
        })
    }

    /// All tries, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn tried(&self) -> Result<Vec<TriedWay>, StoreError> {
        self.0.rows("SELECT record, channel, at FROM tried ORDER BY at, record, channel", [], read)
    }

    /// Erases what is not from between two instants (the later one included). The bytes are
    /// overwritten.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn keep_tried(&self, after: DateTime<Utc>, until: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "DELETE FROM tried WHERE at <= ?1 OR at > ?2";
        self.0.write(|transaction| transaction.execute(sql, [after.timestamp(), until.timestamp()]).map(|_| ()))
    }
}

fn read(row: &Row<'_>) -> Result<TriedWay, StoreError> {
    Ok(TriedWay { record: column(row, 0)?, channel: column(row, 1)?, at: instant(row, 2)? })
}
