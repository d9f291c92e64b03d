//! Rows of entries of one's own, and the tokens they are found by.

use rusqlite::{Row, Transaction, params};

use super::PrivateStore;
use crate::model::{EventId, Own};
use crate::store::StoreError;
use crate::store::sealed::{column, instant};

const COLUMNS: &str = "id, name, kana, tel, address, hours, note, changed";

impl PrivateStore {
    /// Keeps an entry with its tokens. One with an id that is there takes its place. Says whether there was room: there
    /// are never more than `most`.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_own(&self, own: &Own, tokens: &[String], most: usize) -> Result<bool, StoreError> {
        self.0.write(|transaction| {
            let sql = "SELECT count(*) FROM own WHERE id != ?1";
            let others: i64 = transaction.query_row(sql, [own.id.0], |row| row.get(0))?;
            if usize::try_from(others).unwrap_or(usize::MAX) >= most {
                return Ok(false);
            }
            put(transaction, own, tokens)?;
            Ok(true)
        })
    }

    /// Erases an entry with its tokens; says whether it was there. Their bytes are overwritten.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_own(&self, id: EventId) -> Result<bool, StoreError> {
        self.0.write(|transaction| {
            transaction.execute("DELETE FROM own_token WHERE id = ?1", [id.0])?;
            Ok(transaction.execute("DELETE FROM own WHERE id = ?1", [id.0])? > 0)
        })
    }

    /// One entry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn own(&self, id: EventId) -> Result<Option<Own>, StoreError> {
        let rows = self.0.rows(&format!("SELECT {COLUMNS} FROM own WHERE id = ?1"), [id.0], read)?;
        Ok(rows.into_iter().next())
    }

    /// All entries, by reading or name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn owns(&self) -> Result<Vec<Own>, StoreError> {
        let order = "ORDER BY CASE kana WHEN '' THEN name ELSE kana END, id";
        self.0.rows(&format!("SELECT {COLUMNS} FROM own {order}"), [], read)
    }

    /// Entries that have all of these tokens, by id; without tokens, none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn owns_with(&self, tokens: &[String]) -> Result<Vec<Own>, StoreError> {
        if tokens.is_empty() {
            return Ok(Vec::new());
        }
        let has = (1..=tokens.len()).map(|n| format!("id IN (SELECT id FROM own_token WHERE token = ?{n})"));
        let sql = format!("SELECT {COLUMNS} FROM own WHERE {} ORDER BY id", has.collect::<Vec<_>>().join(" AND "));
        self.0.rows(&sql, rusqlite::params_from_iter(tokens), read)
    }
}

fn put(transaction: &Transaction<'_>, own: &Own, tokens: &[String]) -> rusqlite::Result<()> {
    let Own { id, name, kana, tel, address, hours, note, changed } = own;
    transaction.execute("DELETE FROM own_token WHERE id = ?1", [id.0])?;
    let sql = format!(
        "INSERT INTO own ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (id) DO UPDATE SET name = ?2, kana = ?3, tel = ?4, address = ?5, hours = ?6, note = ?7, changed = ?8"
    );
    transaction.execute(&sql, params![id.0, name, kana, tel, address, hours, note, changed.timestamp()])?;
    let mut add = transaction.prepare_cached("INSERT OR IGNORE INTO own_token (token, id) VALUES (?1, ?2)")?;
    tokens.iter().try_for_each(|token| add.execute(params![token, id.0]).map(|_| ()))
}

fn read(row: &Row<'_>) -> Result<Own, StoreError> {
    Ok(Own {
        id: EventId(column(row, 0)?),
        name: column(row, 1)?,
        kana: column(row, 2)?,
        tel: column(row, 3)?,
        address: column(row, 4)?,
        hours: column(row, 5)?,
        note: column(row, 6)?,
        changed: instant(row, 7)?,
    })
}
