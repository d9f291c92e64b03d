//! The questions a reader can ask.

use rusqlite::{OptionalExtension, Params, Row as SqlRow, params};

use super::row::{Found, NameHit, Pack, Rank, SourceFileRow, SourceRowRow};
use super::{Match, Session, StoreError};

const FOUND: &str = "SELECT r.row, p.id, coalesce(s.class, p.class), r.id, r.body
    FROM record r JOIN pack p ON p.number = r.pack LEFT JOIN shard s ON s.number = r.shard";

const RANK: &str = "SELECT names, text, facets, lat_e6, lon_e6, assured_day, half_life_days FROM rank WHERE row = ?1";

impl Session<'_> {
    /// Records with exactly this name.
    ///
    /// # Errors
    /// [`StoreError`], [`StoreError::Interrupted`] when a later search was asked for.
    pub fn named(&self, name: &str, limit: usize) -> Result<Vec<NameHit>, StoreError> {
        self.all(
            "SELECT row, kind FROM name_index WHERE name = ?1 ORDER BY kind, row LIMIT ?2",
            params![name, count(limit)],
            name_hit,
        )
    }

    /// Records with a name that begins so, shorter names first where there are few.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn named_from(&self, prefix: &str, limit: usize) -> Result<Vec<NameHit>, StoreError> {
        let Some(end) = after_prefix(prefix) else { return Ok(Vec::new()) };
        self.all(
            "SELECT row, kind FROM name_index WHERE name > ?1 AND name < ?2 LIMIT ?3",
            params![prefix, end, count(limit)],
            name_hit,
        )
    }

    /// Rows whose tokens match, in the order of their prior.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn matching(&self, condition: &Match, limit: usize) -> Result<Vec<i64>, StoreError> {
        let Some(expression) = condition.expression() else { return Ok(Vec::new()) };
        self.all(
            "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid LIMIT ?2",
            params![expression, count(limit)],
            |row| row.get(0),
        )
    }

    /// What ranking reads of rows, handed over one by one in the order asked for; rows that are gone are left out.
    /// Nothing is copied out of the database.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn ranks(
        &self,
        rows: impl IntoIterator<Item = i64>,
        mut each: impl FnMut(i64, Rank<'_>),
    ) -> Result<(), StoreError> {
        let error = |error| self.place.error(error);
        let mut statement = self.connection.prepare_cached(RANK).map_err(error)?;
        for row in rows {
            self.still_wanted()?;
            let mut found = statement.query([row]).map_err(error)?;
            if let Some(columns) = found.next().map_err(error)? {
                each(row, rank(columns).map_err(error)?);
            }
        }
        Ok(())
    }

    /// The record in a row.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn record(&self, row: i64) -> Result<Option<Found>, StoreError> {
        self.one(&format!("{FOUND} WHERE r.row = ?1"), [row], found)
    }

    /// Records with an identifier: core packs first, then in the order of installation. Two imports of one file have
    /// the same identifiers.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn with_id(&self, id: &str) -> Result<Vec<Found>, StoreError> {
        self.all(&format!("{FOUND} WHERE r.id = ?1 ORDER BY coalesce(s.class, p.class) <> 'core', r.row"), [id], found)
    }

    /// Records whose identifier begins so, at most `limit`.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn with_id_from(&self, prefix: &str, limit: usize) -> Result<Vec<Found>, StoreError> {
        let Some(end) = after_prefix(prefix) else { return Ok(Vec::new()) };
        self.all(
            &format!("{FOUND} WHERE r.id >= ?1 AND r.id < ?2 ORDER BY r.id LIMIT ?3"),
            params![prefix, end, count(limit)],
            found,
        )
    }

    /// Records after a row, in the order of rows, of one pack or of all: for going through everything in steps.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn records_after(&self, row: i64, pack: Option<&str>, limit: usize) -> Result<Vec<Found>, StoreError> {
        self.all(
            &format!("{FOUND} WHERE r.row > ?1 AND (?2 IS NULL OR p.id = ?2) ORDER BY r.row LIMIT ?3"),
            params![row, pack, count(limit)],
            found,
        )
    }

    /// Packs, in the order they were first installed.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn packs(&self) -> Result<Vec<Pack>, StoreError> {
        self.all("SELECT id, class, seq, installs, records, about FROM pack ORDER BY number", [], |row| {
            Ok(Pack {
                id: row.get(0)?,
                class: row.get(1)?,
                seq: row.get(2)?,
                installs: row.get(3)?,
                records: row.get(4)?,
                about: row.get(5)?,
            })
        })
    }

    /// Distinct hours (canonical, doubt), to be compiled once each.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn hours(&self) -> Result<Vec<(String, String)>, StoreError> {
        self.all("SELECT DISTINCT canonical, doubt FROM hours ORDER BY canonical, doubt", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
    }

    /// Files of a pack.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn source_files(&self, pack: &str) -> Result<Vec<SourceFileRow>, StoreError> {
        self.all(
            "SELECT f.file, f.about FROM source_file f JOIN pack p ON p.number = f.pack WHERE p.id = ?1 ORDER BY f.file",
            [pack],
            |row| Ok(SourceFileRow { file: row.get(0)?, about: row.get(1)? }),
        )
    }

    /// Rows of a file as published, in order, each with its number: for writing it back in steps, `after` being the
    /// last number of the step before (0 for the first).
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn source_rows(
        &self,
        pack: &str,
        file: &str,
        after: i64,
        limit: usize,
    ) -> Result<Vec<(i64, SourceRowRow)>, StoreError> {
        self.all(
            "SELECT s.file, s.line, s.record, s.body, s.number FROM source_row s JOIN pack p ON p.number = s.pack
             WHERE p.id = ?1 AND s.file = ?2 AND s.number > ?3 ORDER BY s.number LIMIT ?4",
            params![pack, file, after, count(limit)],
            |row| Ok((row.get(4)?, source_row(row)?)),
        )
    }

    /// Rows as published that a record was made from.
    ///
    /// # Errors
    /// As [`Session::named`].
    pub fn sources_of(&self, record: &str) -> Result<Vec<SourceRowRow>, StoreError> {
        self.all(
            "SELECT file, line, record, body FROM source_row WHERE record = ?1 ORDER BY number",
            [record],
            source_row,
        )
    }

    fn all<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        self.still_wanted()?;
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_map(values, read)?.collect())
            .map_err(|error| self.place.error(error))
    }

    fn one<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        self.still_wanted()?;
        self.connection
            .prepare_cached(sql)
            .and_then(|mut statement| statement.query_row(values, read).optional())
            .map_err(|error| self.place.error(error))
    }
}

fn count(limit: usize) -> i64 {
    i64::try_from(limit).unwrap_or(i64::MAX)
}

fn name_hit(row: &SqlRow<'_>) -> rusqlite::Result<NameHit> {
    Ok(NameHit { row: row.get(0)?, kind: row.get(1)? })
}

fn rank<'r>(row: &'r SqlRow<'_>) -> rusqlite::Result<Rank<'r>> {
    let text = |column: usize| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
    Ok(Rank {
        names: text(0)?,
        text: text(1)?,
        facets: text(2)?,
        lat_e6: row.get(3)?,
        lon_e6: row.get(4)?,
        assured_day: row.get(5)?,
        half_life_days: row.get(6)?,
    })
}

fn found(row: &SqlRow<'_>) -> rusqlite::Result<Found> {
    Ok(Found { row: row.get(0)?, pack: row.get(1)?, class: row.get(2)?, id: row.get(3)?, body: row.get(4)? })
}

fn source_row(row: &SqlRow<'_>) -> rusqlite::Result<SourceRowRow> {
    Ok(SourceRowRow { file: row.get(0)?, line: row.get(1)?, record: row.get(2)?, body: row.get(3)? })
}

/// The first text after every text with this prefix, in the order of bytes; `None` when there is none.
fn after_prefix(prefix: &str) -> Option<String> {
    let mut chars: Vec<char> = prefix.chars().collect();
    while let Some(last) = chars.pop() {
        let next = (u32::from(last) + 1..=u32::from(char::MAX)).find_map(char::from_u32);
        if let Some(next) = next {
            chars.push(next);
            return Some(chars.into_iter().collect());
        }
    }
    None
}
