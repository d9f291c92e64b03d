//! What readers and the writer ask of signed packs.

use rusqlite::{Connection, OptionalExtension, params};

use super::{EntryRow, EvidenceRow, PublisherRow, ShardRow, all};
use crate::store::{Session, StoreError};

pub(super) fn publisher(connection: &Connection, pack: i64) -> rusqlite::Result<Option<PublisherRow>> {
    let sql = "SELECT root, trust, seq, head, about, received FROM publisher WHERE pack = ?1";
    let read = |row: &rusqlite::Row<'_>| {
        Ok(PublisherRow {
            root: row.get(0)?,
            trust: row.get(1)?,
            seq: row.get(2)?,
            head: row.get(3)?,
            about: row.get(4)?,
            received: row.get(5)?,
        })
    };
    connection.prepare_cached(sql)?.query_row([pack], read).optional()
}

pub(super) fn charters(connection: &Connection, pack: i64) -> rusqlite::Result<Vec<Vec<u8>>> {
    all(connection, "SELECT body FROM charter WHERE pack = ?1 ORDER BY version", [pack], |row| row.get(0))
}

pub(super) fn shards(connection: &Connection, pack: i64) -> rusqlite::Result<Vec<ShardRow>> {
    all(connection, "SELECT id, class, line, checkpoint FROM shard WHERE pack = ?1 ORDER BY id", [pack], |row| {
        Ok(ShardRow { id: row.get(0)?, class: row.get(1)?, line: row.get(2)?, checkpoint: row.get(3)? })
    })
}

pub(super) fn entries(
    connection: &Connection,
    pack: i64,
    shard: &str,
    generation: Option<u32>,
) -> rusqlite::Result<Vec<EntryRow>> {
    let sql = "SELECT shard, generation, author, n, shown, body FROM entry
        WHERE pack = ?1 AND shard = ?2 AND (?3 IS NULL OR generation = ?3) ORDER BY generation, author, n";
    all(connection, sql, params![pack, shard, generation], |row| {
        Ok(EntryRow {
            shard: row.get(0)?,
            generation: row.get(1)?,
            author: row.get(2)?,
            n: row.get(3)?,
            shown: row.get(4)?,
            body: row.get(5)?,
        })
    })
}

pub(super) fn endorsements(
    connection: &Connection,
    pack: i64,
    shard: &str,
    generation: u32,
) -> rusqlite::Result<Vec<Vec<u8>>> {
    let sql = "SELECT body FROM endorsement WHERE pack = ?1 AND shard = ?2 AND generation = ?3 ORDER BY entry, author";
    all(connection, sql, params![pack, shard, generation], |row| row.get(0))
}

pub(super) fn file(connection: &Connection, pack: i64, name: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    let sql = "SELECT body FROM pack_file WHERE pack = ?1 AND name = ?2";
    connection.prepare_cached(sql)?.query_row(params![pack, name], |row| row.get(0)).optional()
}

impl Session<'_> {
    /// Publisher of a signed pack, by its identifier in the store.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn publisher(&self, pack: &str) -> Result<Option<PublisherRow>, StoreError> {
        self.of_pack(pack, None, publisher)
    }

    /// All versions of its charter, the first one first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn charters(&self, pack: &str) -> Result<Vec<Vec<u8>>, StoreError> {
        self.of_pack(pack, Vec::new(), charters)
    }

    /// Its shards, by id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn shards(&self, pack: &str) -> Result<Vec<ShardRow>, StoreError> {
        self.of_pack(pack, Vec::new(), shards)
    }

    /// Entries of a shard, of all generations.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn shard_entries(&self, pack: &str, shard: &str) -> Result<Vec<EntryRow>, StoreError> {
        self.of_pack(pack, Vec::new(), |connection, pack| entries(connection, pack, shard, None))
    }

    /// Endorsements of a generation of a shard.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn shard_endorsements(&self, pack: &str, shard: &str, generation: u32) -> Result<Vec<Vec<u8>>, StoreError> {
        self.of_pack(pack, Vec::new(), |connection, pack| endorsements(connection, pack, shard, generation))
    }

    /// A table that travels with a pack.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn pack_file(&self, pack: &str, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.of_pack(pack, None, |connection, pack| file(connection, pack, name))
    }

    /// Id of the shard that a record of a signed pack is in.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn shard_of(&self, pack: &str, record: &str) -> Result<Option<String>, StoreError> {
        self.of_pack(pack, None, |connection, pack| {
            let sql = "SELECT s.id FROM record r JOIN shard s ON s.number = r.shard WHERE r.id = ?1 AND r.pack = ?2";
            connection.prepare_cached(sql)?.query_row(params![record, pack], |row| row.get(0)).optional()
        })
    }

    /// Voices from the field about a record.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn notes(&self, pack: &str, record: &str) -> Result<Vec<Vec<u8>>, StoreError> {
        self.of_pack(pack, Vec::new(), |connection, pack| {
            let sql = "SELECT body FROM note WHERE pack = ?1 AND record = ?2 ORDER BY author";
            all(connection, sql, params![pack, record], |row| row.get(0))
        })
    }

    /// What was refused and kept.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn evidence(&self) -> Result<Vec<EvidenceRow>, StoreError> {
        let read = |row: &rusqlite::Row<'_>| {
            Ok(EvidenceRow { pack: row.get(0)?, reason: row.get(1)?, received: row.get(2)?, body: row.get(3)? })
        };
        all(&self.connection, "SELECT pack, reason, received, body FROM evidence ORDER BY number", [], read)
            .map_err(|error| self.place.error(error))
    }

    fn of_pack<T>(
        &self,
        pack: &str,
        none: T,
        ask: impl FnOnce(&Connection, i64) -> rusqlite::Result<T>,
    ) -> Result<T, StoreError> {
        let number = self
            .connection
            .prepare_cached("SELECT number FROM pack WHERE id = ?1")
            .and_then(|mut sql| sql.query_row([pack], |row| row.get(0)).optional());
        match number.map_err(|error| self.place.error(error))? {
            Some(number) => ask(&self.connection, number).map_err(|error| self.place.error(error)),
            None => Ok(none),
        }
    }
}
