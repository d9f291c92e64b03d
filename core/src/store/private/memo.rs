//! Rows of the consultation memo.

use rusqlite::{Row, params};

use super::PrivateStore;
use crate::model::{MemoEntry, MemoField};
use crate::store::StoreError;
use crate::store::sealed::{column, strange};

impl PrivateStore {
    /// All fields that were filled in, in any order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn memo_entries(&self) -> Result<Vec<MemoEntry>, StoreError> {
        self.0.rows("SELECT field, text, share FROM memo_field ORDER BY field", [], read)
    }

    /// Fills a field in. A new one may not be shown; one that was there keeps what was said of showing it.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_memo(&self, field: MemoField, text: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO memo_field (field, text, share) VALUES (?1, ?2, 0)
                   ON CONFLICT (field) DO UPDATE SET text = excluded.text";
        self.0.write(|transaction| transaction.execute(sql, params![field.code(), text]).map(|_| ()))
    }

    /// Says whether fields may be shown, all or none; gives those that are not filled in.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn share_memo(&self, fields: &[MemoField], share: bool) -> Result<Vec<MemoField>, StoreError> {
        self.0.write(|transaction| {
            let mut empty = Vec::new();
            for field in fields {
                let sql = "UPDATE memo_field SET share = ?2 WHERE field = ?1";
                if transaction.execute(sql, params![field.code(), share])? == 0 {
                    empty.push(*field);
                }
            }
            Ok(empty)
        })
    }

    /// Empties fields, with what was said of showing them. Their bytes are overwritten.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn clear_memo(&self, fields: &[MemoField]) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            for field in fields {
                transaction.execute("DELETE FROM memo_field WHERE field = ?1", [field.code()])?;
            }
            Ok(())
        })
    }
}

fn read(row: &Row<'_>) -> Result<MemoEntry, StoreError> {
    let field =
        MemoField::parse(&column::<String>(row, 0)?).ok_or_else(|| strange("a field of the memo is unknown"))?;
    Ok(MemoEntry { field, text: column(row, 1)?, share: column(row, 2)? })
}
