//! Rows of favourites.

use rusqlite::{Row, params};

use super::PrivateStore;
use crate::model::Favourite;
use crate::store::StoreError;
use crate::store::sealed::{column, instant};

impl PrivateStore {
    /// All of them, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn favourites(&self) -> Result<Vec<Favourite>, StoreError> {
        self.0.rows("SELECT record, name, added FROM favourite ORDER BY added, record", [], read)
    }

    /// Keeps one. One that is there keeps its day and takes the name of today. Says whether there was room: there are
    /// never more than `most`.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_favourite(&self, favourite: &Favourite, most: usize) -> Result<bool, StoreError> {
        let Favourite { record, name, added } = favourite;
        let sql = "INSERT INTO favourite (record, name, added)
                   SELECT ?1, ?2, ?3 WHERE (SELECT count(*) FROM favourite WHERE record != ?1) < ?4
                   ON CONFLICT (record) DO UPDATE SET name = excluded.name";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.0.write(|transaction| Ok(transaction.execute(sql, params![record, name, added.timestamp(), most])? > 0))
    }

    /// Takes one off; says whether it was there. Its bytes are overwritten.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_favourite(&self, record: &str) -> Result<bool, StoreError> {
        self.0.write(|transaction| Ok(transaction.execute("DELETE FROM favourite WHERE record = ?1", [record])? > 0))
    }
}

fn read(row: &Row<'_>) -> Result<Favourite, StoreError> {
    Ok(Favourite { record: column(row, 0)?, name: column(row, 1)?, added: instant(row, 2)? })
}
