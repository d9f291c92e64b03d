//! What somebody chose, by name.

use super::PrivateStore;
use crate::store::StoreError;
use crate::store::sealed::column;

impl PrivateStore {
    /// What was chosen under a name, if anything.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.rows("SELECT value FROM setting WHERE name = ?1", [name], |row| column(row, 0))?.into_iter().next())
    }

    /// Chooses; `None` goes back to what is so by itself.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn set(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            match value {
                Some(value) => transaction
                    .execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)", [name, value])?,
                None => transaction.execute("DELETE FROM setting WHERE name = ?1", [name])?,
            };
            Ok(())
        })
    }
}
