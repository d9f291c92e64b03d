//! Replacing the whole set of a pack in one transaction: a crash at any moment leaves the old set or the new one.

use parking_lot::MutexGuard;
use rusqlite::{Connection, OptionalExtension, params};

use super::connect::Place;
use super::row::{Pack, Row, SourceFileRow, SourceRowRow, row_number};
use super::{Store, StoreError};

/// Bytes of tokens that are kept back, to be indexed in the order of their rows: the index writes out all that it has
/// collected whenever a row comes before the last one.
const TOKENS_KEPT: usize = 8 * 1024 * 1024;

/// What an install did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Installed {
    /// Records now in the pack.
    pub records: u32,
    /// Records that were there before.
    pub replaced: u32,
}

/// An install under way. Dropped without [`Install::finish`], nothing has happened.
pub struct Install<'s> {
    pub(super) connection: MutexGuard<'s, Connection>,
    pub(super) place: &'s Place,
    pub(super) pack: i64,
    /// Shard of the rows that follow; none for what is not signed.
    pub(super) shard: Option<i64>,
    next_row: i64,
    pub(super) records: u32,
    replaced: u32,
    tokens: Vec<(i64, String)>,
    token_bytes: usize,
    pub(super) open: bool,
}

impl std::fmt::Debug for Install<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Install").field("pack", &self.pack).field("records", &self.records).finish_non_exhaustive()
    }
}

impl Store {
    /// Begins to replace the set of a pack; rows are handed over one by one.
    ///
    /// # Errors
    /// [`StoreError`], [`StoreError::Busy`] when another process is writing.
    pub fn begin(&self, pack: &Pack) -> Result<Install<'_>, StoreError> {
        let mut install = self.transaction()?;
        install.clear(pack).map_err(|error| self.place.error(error))?;
        Ok(install)
    }

    /// A transaction that has changed nothing yet.
    pub(super) fn transaction(&self) -> Result<Install<'_>, StoreError> {
        let connection = self.writer.lock();
        connection.execute_batch("BEGIN IMMEDIATE").map_err(|error| self.place.error(error))?;
        let mut install = Install {
            connection,
            place: &self.place,
            pack: 0,
            shard: None,
            next_row: 1,
            records: 0,
            replaced: 0,
            tokens: Vec::new(),
            token_bytes: 0,
            open: true,
        };
        let next_row = "SELECT value FROM meta WHERE key = 'next_row'";
        install.next_row =
            install.connection.query_row(next_row, [], |row| row.get(0)).map_err(|error| self.place.error(error))?;
        Ok(install)
    }
}

impl Install<'_> {
    /// Adds a record.
    ///
    /// # Errors
    /// [`StoreError`]; the install should be dropped.
    pub fn row(&mut self, row: Row) -> Result<(), StoreError> {
        self.insert(row).map_err(|error| self.place.error(error))
    }

    /// Keeps what is needed to write a file back.
    ///
    /// # Errors
    /// As [`Install::row`].
    pub fn source_file(&mut self, file: &SourceFileRow) -> Result<(), StoreError> {
        self.run(
            "INSERT OR REPLACE INTO source_file (pack, file, about) VALUES (?1, ?2, ?3)",
            params![self.pack, file.file, file.about],
        )
        .map_err(|error| self.place.error(error))
    }

    /// Keeps a row of a file as published.
    ///
    /// # Errors
    /// As [`Install::row`].
    pub fn source_row(&mut self, row: &SourceRowRow) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO source_row (pack, file, line, record, body) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![self.pack, row.file, row.line, row.record, row.body],
        )
        .map_err(|error| self.place.error(error))
    }

    /// Makes it last.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing has happened.
    pub fn finish(mut self) -> Result<Installed, StoreError> {
        self.close().map_err(|error| self.place.error(error))?;
        self.open = false;
        Ok(Installed { records: self.records, replaced: self.replaced })
    }

    fn clear(&mut self, pack: &Pack) -> rusqlite::Result<()> {
        let old: Option<(i64, u32)> = self
            .connection
            .query_row("SELECT number, records FROM pack WHERE id = ?1", [&pack.id], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        if let Some((number, records)) = old {
            self.pack = number;
            self.replaced = records;
            self.remove_rows()?;
            self.run(
                "UPDATE pack SET class = ?2, seq = ?3, about = ?4, installs = installs + 1 WHERE number = ?1",
                params![number, pack.class, pack.seq, pack.about],
            )?;
        } else {
            self.run(
                "INSERT INTO pack (id, class, seq, installs, records, about) VALUES (?1, ?2, ?3, 1, 0, ?4)",
                params![pack.id, pack.class, pack.seq, pack.about],
            )?;
            self.pack = self.connection.last_insert_rowid();
        }
        Ok(())
    }

    fn remove_rows(&self) -> rusqlite::Result<()> {
        let alone: bool = self.connection.query_row(
            "SELECT NOT EXISTS (SELECT 1 FROM pack WHERE number <> ?1 AND records > 0)",
            [self.pack],
            |row| row.get(0),
        )?;
        if alone {
            self.connection.execute_batch(
                "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM name_index; DELETE FROM rank;
                 DELETE FROM record;",
            )?;
        } else {
            let mine = "IN (SELECT row FROM record WHERE pack = ?1)";
            self.run(&format!("DELETE FROM search WHERE rowid {mine}"), [self.pack])?;
            self.run(&format!("DELETE FROM name_index WHERE row {mine}"), [self.pack])?;
            self.run(&format!("DELETE FROM rank WHERE row {mine}"), [self.pack])?;
            self.run("DELETE FROM record WHERE pack = ?1", [self.pack])?;
        }
        for table in ["hours", "source_row", "source_file"] {
            self.run(&format!("DELETE FROM {table} WHERE pack = ?1"), [self.pack])?;
        }
        Ok(())
    }

    pub(super) fn insert(&mut self, row: Row) -> rusqlite::Result<()> {
        let number = row_number(row.bucket, self.next_row);
        self.next_row += 1;
        self.records += 1;
        self.run(
            "INSERT INTO record (row, pack, id, body, shard) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![number, self.pack, row.id, row.body, self.shard],
        )?;
        let rank = &row.rank;
        self.run(
            "INSERT INTO rank VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            params![
                number,
                rank.names,
                rank.text,
                rank.facets,
                rank.lat_e6,
                rank.lon_e6,
                rank.assured_day,
                rank.half_life_days
            ],
        )?;
        for (kind, name) in &row.names {
            self.run(
                "INSERT OR IGNORE INTO name_index (name, kind, row) VALUES (?1, ?2, ?3)",
                params![name, kind, number],
            )?;
        }
        for (canonical, doubt) in &row.hours {
            self.run(
                "INSERT OR IGNORE INTO hours (pack, canonical, doubt) VALUES (?1, ?2, ?3)",
                params![self.pack, canonical, doubt],
            )?;
        }
        self.token_bytes += row.tokens.len();
        self.tokens.push((number, row.tokens));
        if self.token_bytes < TOKENS_KEPT { Ok(()) } else { self.index() }
    }

    /// Puts the tokens that were kept back into the index.
    pub(super) fn index(&mut self) -> rusqlite::Result<()> {
        let mut tokens = std::mem::take(&mut self.tokens);
        self.token_bytes = 0;
        tokens.sort_unstable_by_key(|(row, _)| *row);
        let mut insert = self.connection.prepare_cached("INSERT INTO search (rowid, tokens) VALUES (?1, ?2)")?;
        tokens.iter().try_for_each(|(row, tokens)| insert.execute(params![row, tokens]).map(|_| ()))
    }

    fn close(&mut self) -> rusqlite::Result<()> {
        self.index()?;
        self.keep_counter()?;
        // One part instead of ten: each word of a question is looked up once.
        self.connection.execute_batch("INSERT INTO search (search) VALUES ('optimize')")?;
        if self.records == 0 {
            for table in ["hours", "source_row", "source_file"] {
                self.run(&format!("DELETE FROM {table} WHERE pack = ?1"), [self.pack])?;
            }
            self.run("DELETE FROM pack WHERE number = ?1", [self.pack])?;
        } else {
            self.run("UPDATE pack SET records = ?2 WHERE number = ?1", params![self.pack, self.records])?;
        }
        self.connection.execute_batch("COMMIT")
    }

    pub(super) fn keep_counter(&self) -> rusqlite::Result<()> {
        self.run("UPDATE meta SET value = ?1 WHERE key = 'next_row'", [self.next_row])
    }

    pub(super) fn run(&self, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<()> {
        self.connection.prepare_cached(sql)?.execute(values).map(|_| ())
    }
}

impl Drop for Install<'_> {
    fn drop(&mut self) {
        if self.open {
            // Closing the connection would roll back too; an error here changes nothing.
            let _rolled_back = self.connection.execute_batch("ROLLBACK");
        }
    }
}
