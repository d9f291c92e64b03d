//! Signed packs: what was verified goes in, in one transaction with its counters; a crash leaves the old state or the new.

mod look;
mod row;

use rusqlite::{Connection, OptionalExtension, Params, Row as SqlRow, params};

use super::install::Install;
use super::row::Row;
use super::{Store, StoreError};

pub use row::{EntryRow, EvidenceRow, PublisherRow, ShardRow};

/// Most pieces of evidence that are kept; the oldest goes first.
const EVIDENCE: u32 = 64;

/// A pack being received. Dropped without [`Receiving::finish`], nothing has happened.
#[derive(Debug)]
pub struct Receiving<'s> {
    install: Install<'s>,
    /// Ids of rows that were added, as long as it is quicker to ask for each.
    inserted: Vec<String>,
    /// Rows that were taken out and whose names still stand in the index of names.
    removed: Vec<i64>,
}

impl Store {
    /// Begins to receive a pack under its identifier in the store.
    ///
    /// # Errors
    /// [`StoreError`], [`StoreError::Busy`] when another process is writing.
    pub fn receive(&self, id: &str) -> Result<Receiving<'_>, StoreError> {
        let mut install = self.transaction()?;
        let number = "SELECT number FROM pack WHERE id = ?1";
        let found: Option<i64> = install
            .connection
            .query_row(number, [id], |row| row.get(0))
            .optional()
            .map_err(|error| self.place.error(error))?;
        install.pack = match found {
            Some(pack) => pack,
            None => {
                let insert =
                    "INSERT INTO pack (id, class, seq, installs, records, about) VALUES (?1, 'listing', 0, 0, 0, x'')";
                install.run(insert, [id]).map_err(|error| self.place.error(error))?;
                install.connection.last_insert_rowid()
            }
        };
        Ok(Receiving { install, inserted: Vec::new(), removed: Vec::new() })
    }

    /// Keeps what was refused. When there is too much, the oldest goes of what a pack was refused for most often: so nobody
    /// washes a rare lie away with many plain ones.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn keep_evidence(&self, row: &EvidenceRow) -> Result<(), StoreError> {
        let connection = self.writer.lock();
        let kept = "SELECT 1 FROM evidence WHERE pack = ?1 AND reason = ?2 AND body = ?3";
        let again = connection.query_row(kept, params![row.pack, row.reason, row.body], |_| Ok(())).optional();
        if again.map_err(|error| self.place.error(error))?.is_some() {
            return Ok(());
        }
        connection
            .execute(
                "INSERT INTO evidence (pack, reason, received, body) VALUES (?1, ?2, ?3, ?4)",
                params![row.pack, row.reason, row.received, row.body],
            )
            .and_then(|_| {
                let most = "DELETE FROM evidence WHERE number = (
                    SELECT min(number) FROM evidence GROUP BY pack, reason ORDER BY count(*) DESC, min(number) LIMIT 1)
                    AND (SELECT count(*) FROM evidence) > ?1";
                connection.execute(most, [EVIDENCE])
            })
            .map(|_| ())
            .map_err(|error| self.place.error(error))
    }

    /// Removes a pack with everything that came with it.
    ///
    /// # Errors
    /// [`StoreError`]; then it is still there.
    pub fn remove_pack(&self, id: &str) -> Result<(), StoreError> {
        let mut receiving = self.receive(id)?;
        let pack = [receiving.install.pack];
        let rows = all(&receiving.install.connection, "SELECT row FROM record WHERE pack = ?1", pack, |row| row.get(0));
        for row in receiving.asked(rows)? {
            receiving.remove_row(row)?;
        }
        let tables = ["endorsement", "entry", "note", "pack_file", "charter", "publisher", "shard"];
        for table in tables.into_iter().chain(["hours", "source_row", "source_file"]) {
            receiving.run(&format!("DELETE FROM {table} WHERE pack = ?1"), pack)?;
        }
        receiving.run("DELETE FROM pack WHERE number = ?1", pack)?;
        receiving.commit()
    }
}

impl Receiving<'_> {
    /// What is known of the publisher.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn publisher(&self) -> Result<Option<PublisherRow>, StoreError> {
        self.asked(look::publisher(&self.install.connection, self.install.pack))
    }

    /// All versions of the charter, the first one first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn charters(&self) -> Result<Vec<Vec<u8>>, StoreError> {
        self.asked(look::charters(&self.install.connection, self.install.pack))
    }

    /// All shards, by id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn shards(&self) -> Result<Vec<ShardRow>, StoreError> {
        self.asked(look::shards(&self.install.connection, self.install.pack))
    }

    /// Ids and lines of all shards, by id: without the checkpoints, which are as large as the pack.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn lines(&self) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let sql = "SELECT id, line FROM shard WHERE pack = ?1 ORDER BY id";
        self.asked(all(&self.install.connection, sql, [self.install.pack], |row| Ok((row.get(0)?, row.get(1)?))))
    }

    /// The checkpoint of a shard, as it was signed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn checkpoint(&self, shard: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT checkpoint FROM shard WHERE pack = ?1 AND id = ?2";
        let found = self.install.connection.query_row(sql, params![self.install.pack, shard], |row| row.get(0));
        self.asked(found.optional())
    }

    /// Entries of a generation, published or not.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn entries(&self, shard: &str, generation: u32) -> Result<Vec<EntryRow>, StoreError> {
        self.asked(look::entries(&self.install.connection, self.install.pack, shard, Some(generation)))
    }

    /// Endorsements of a generation, as they were signed.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn endorsements(&self, shard: &str, generation: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        self.asked(look::endorsements(&self.install.connection, self.install.pack, shard, generation))
    }

    /// A table that travels with the pack.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn file(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.asked(look::file(&self.install.connection, self.install.pack, name))
    }

    /// Keeps a version of the charter.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_charter(&self, version: u32, body: &[u8]) -> Result<(), StoreError> {
        self.run(
            "INSERT OR IGNORE INTO charter (pack, version, body) VALUES (?1, ?2, ?3)",
            params![self.install.pack, version, body],
        )
    }

    /// Keeps an entry; one that is there already becomes shown when this one is.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_entry(&self, row: &EntryRow) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO entry (pack, shard, generation, author, n, shown, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT DO UPDATE SET shown = excluded.shown, body = excluded.body WHERE excluded.shown > shown",
            params![self.install.pack, row.shard, row.generation, row.author, row.n, row.shown, row.body],
        )
    }

    /// Keeps an endorsement.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_endorsement(
        &self,
        shard: &str,
        generation: u32,
        entry: &[u8],
        author: &[u8],
        body: &[u8],
    ) -> Result<(), StoreError> {
        self.run(
            "INSERT OR IGNORE INTO endorsement (pack, shard, generation, entry, author, body)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![self.install.pack, shard, generation, entry, author, body],
        )
    }

    /// Keeps a voice from the field when it is later than the one of the same key.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_note(&self, record: &str, author: &[u8], n: u32, body: &[u8]) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO note (pack, record, author, n, body) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT DO UPDATE SET n = excluded.n, body = excluded.body WHERE excluded.n > n",
            params![self.install.pack, record, author, n, body],
        )
    }

    /// Keeps a table that travels with the pack.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_file(&self, name: &str, body: &[u8]) -> Result<(), StoreError> {
        self.run(
            "INSERT OR REPLACE INTO pack_file (pack, name, body) VALUES (?1, ?2, ?3)",
            params![self.install.pack, name, body],
        )
    }

    /// Keeps a shard; rows that follow are its own. Entries of other generations go.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_shard(&mut self, shard: &ShardRow, generation: u32) -> Result<(), StoreError> {
        self.run(
            "INSERT INTO shard (pack, id, class, line, checkpoint) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (pack, id) DO UPDATE SET class = excluded.class, line = excluded.line,
             checkpoint = excluded.checkpoint",
            params![self.install.pack, shard.id, shard.class, shard.line, shard.checkpoint],
        )?;
        for table in ["entry", "endorsement"] {
            let old = format!("DELETE FROM {table} WHERE pack = ?1 AND shard = ?2 AND generation < ?3");
            self.run(&old, params![self.install.pack, shard.id, generation])?;
        }
        let number = "SELECT number FROM shard WHERE pack = ?1 AND id = ?2";
        let number = self.install.connection.query_row(number, params![self.install.pack, shard.id], |row| row.get(0));
        self.install.shard = Some(self.asked(number)?);
        Ok(())
    }

    /// Id, row number and record of each row of the shard that was put last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn rows(&self) -> Result<Vec<(String, i64, Vec<u8>)>, StoreError> {
        let sql = "SELECT id, row, body FROM record WHERE shard = ?1 ORDER BY id";
        let read = |row: &SqlRow<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
        self.asked(all(&self.install.connection, sql, [self.install.shard], read))
    }

    /// Adds a row to the shard that was put last.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_row(&mut self, row: Row) -> Result<(), StoreError> {
        if self.inserted.len() <= MANY_ROWS {
            self.inserted.push(row.id.clone());
        }
        let done = self.install.insert(row);
        self.asked(done)
    }

    /// Takes a row out.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_row(&mut self, row: i64) -> Result<(), StoreError> {
        self.removed.push(row);
        self.run("DELETE FROM search WHERE rowid = ?1", [row])?;
        for table in ["rank", "record"] {
            self.run(&format!("DELETE FROM {table} WHERE row = ?1"), [row])?;
        }
        Ok(())
    }

    /// Takes a shard out with its rows and entries.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_shard(&mut self, id: &str) -> Result<(), StoreError> {
        let sql = "SELECT r.row FROM record r JOIN shard s ON s.number = r.shard WHERE s.pack = ?1 AND s.id = ?2";
        let rows = all(&self.install.connection, sql, params![self.install.pack, id], |row| row.get(0));
        for row in self.asked(rows)? {
            self.remove_row(row)?;
        }
        for (table, column) in [("entry", "shard"), ("endorsement", "shard"), ("shard", "id")] {
            let sql = format!("DELETE FROM {table} WHERE pack = ?1 AND {column} = ?2");
            self.run(&sql, params![self.install.pack, id])?;
        }
        Ok(())
    }

    /// An id that two rows of this pack have, at least one of them added here.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn id_twice(&self) -> Result<Option<String>, StoreError> {
        if self.inserted.len() > MANY_ROWS {
            let sql = "SELECT id FROM record INDEXED BY record_by_id WHERE pack = ?1 GROUP BY id HAVING count(*) > 1";
            let found = self.install.connection.query_row(sql, [self.install.pack], |row| row.get(0)).optional();
            return self.asked(found);
        }
        for id in &self.inserted {
            let sql = "SELECT count(*) FROM record WHERE id = ?1 AND pack = ?2";
            let count = self.install.connection.prepare_cached(sql);
            let count =
                count.and_then(|mut sql| sql.query_row(params![id, self.install.pack], |row| row.get::<_, i64>(0)));
            if self.asked(count)? > 1 {
                return Ok(Some(id.clone()));
            }
        }
        Ok(None)
    }

    /// What the publisher is now.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn put_publisher(&self, row: &PublisherRow, class: &str, about: &[u8]) -> Result<(), StoreError> {
        self.run(
            "INSERT OR REPLACE INTO publisher (pack, root, trust, seq, head, about, received)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![self.install.pack, row.root, row.trust, row.seq, row.head, row.about, row.received],
        )?;
        self.run(
            "UPDATE pack SET class = ?2, seq = ?3, about = ?4, installs = installs + 1 WHERE number = ?1",
            params![self.install.pack, class, row.seq, about],
        )
    }

    /// Makes it last. How many records the pack has now.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing has happened.
    pub fn finish(mut self) -> Result<u32, StoreError> {
        let pack = self.install.pack;
        let indexed = self.install.index();
        self.asked(indexed)?;
        self.run("UPDATE pack SET records = (SELECT count(*) FROM record WHERE pack = ?1) WHERE number = ?1", [pack])?;
        // Hours that no row has any more cost a little memory; they are swept when everything is new.
        if self.inserted.len() > MANY_ROWS {
            self.run("INSERT INTO search (search) VALUES ('optimize')", [])?;
        }
        let count =
            self.install.connection.query_row("SELECT records FROM pack WHERE number = ?1", [pack], |row| row.get(0));
        let count = self.asked(count)?;
        self.commit()?;
        Ok(count)
    }

    fn commit(mut self) -> Result<(), StoreError> {
        if !self.removed.is_empty() {
            // The index of names is in the order of names: once through all of it, not once for each row.
            let rows: Vec<String> = self.removed.iter().map(i64::to_string).collect();
            let sql = "DELETE FROM name_index WHERE row IN (SELECT value FROM json_each(?1))";
            self.run(sql, [format!("[{}]", rows.join(","))])?;
        }
        let kept = self.install.keep_counter().and_then(|()| self.install.connection.execute_batch("COMMIT"));
        self.asked(kept)?;
        self.install.open = false;
        Ok(())
    }

    fn run(&self, sql: &str, values: impl Params) -> Result<(), StoreError> {
        self.asked(self.install.run(sql, values))
    }

    fn asked<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| self.install.place.error(error))
    }
}

/// Rows from which on what was added is looked at as a whole, and the index is put in order: a day's changes leave it as
/// it is.
const MANY_ROWS: usize = 1_000;

fn all<T>(
    connection: &Connection,
    sql: &str,
    values: impl Params,
    read: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    connection.prepare_cached(sql)?.query_map(values, read)?.collect()
}
