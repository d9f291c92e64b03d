//! Rows of the mood log.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::PrivateStore;
use crate::model::{EventId, Level, Mood};
use crate::store::StoreError;

const COLUMNS: &str = "id, at, offset_minutes, level, labels, contexts, note, logged, amended";

impl PrivateStore {
    /// Keeps entries, all or none. One with an id that is there takes its place.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed. When it returns, everything is on the disk.
    pub fn put_moods<'m>(&self, moods: impl IntoIterator<Item = &'m Mood>) -> Result<(), StoreError> {
        let mut writer = self.writer.lock();
        (|| {
            let transaction = writer.transaction()?;
            moods.into_iter().try_for_each(|mood| put(&transaction, mood))?;
            transaction.commit()
        })()
        .map_err(|error| self.place.error(error))
    }

    /// Erases an entry; says whether it was there. Its bytes are overwritten.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn erase_mood(&self, id: EventId) -> Result<bool, StoreError> {
        let erased = self.writer.lock().execute("DELETE FROM mood WHERE id = ?1", [id.0]);
        erased.map(|rows| rows > 0).map_err(|error| self.place.error(error))
    }

    /// One entry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mood(&self, id: EventId) -> Result<Option<Mood>, StoreError> {
        let writer = self.writer.lock();
        let found = writer
            .prepare_cached(&format!("SELECT {COLUMNS} FROM mood WHERE id = ?1"))
            .and_then(|mut statement| statement.query_row([id.0], |row| Ok(read(row))).optional())
            .map_err(|error| self.place.error(error))?;
        found.transpose()
    }

    /// Entries felt from one instant to before another, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn moods(&self, from: DateTime<Utc>, before: DateTime<Utc>) -> Result<Vec<Mood>, StoreError> {
        let writer = self.writer.lock();
        let sql = format!("SELECT {COLUMNS} FROM mood WHERE at >= ?1 AND at < ?2 ORDER BY at, id");
        let rows: Vec<Result<Mood, StoreError>> = writer
            .prepare_cached(&sql)
            .and_then(|mut statement| {
                let rows = statement.query_map([from.timestamp(), before.timestamp()], |row| Ok(read(row)))?;
                rows.collect()
            })
            .map_err(|error| self.place.error(error))?;
        rows.into_iter().collect()
    }
}

fn put(connection: &Connection, mood: &Mood) -> rusqlite::Result<()> {
    let words = |words: &BTreeSet<String>| words.iter().cloned().collect::<Vec<_>>().join(" ");
    connection
        .prepare_cached(&format!(
            "INSERT OR REPLACE INTO mood ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        ))?
        .execute(params![
            mood.id.0,
            mood.at.timestamp(),
            mood.at.offset().local_minus_utc() / 60,
            mood.level.number(),
            words(&mood.labels),
            words(&mood.contexts),
            mood.note,
            mood.logged.timestamp(),
            mood.amended.map(|at| at.timestamp()),
        ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Mood, StoreError> {
    let strange = |what: &str| StoreError::Entry(what.to_owned());
    let bad = |_| strange("a column has another type");
    let instant = |seconds: i64| DateTime::from_timestamp(seconds, 0).ok_or_else(|| strange("a time is out of range"));
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<BTreeSet<String>>();
    let offset: i32 = row.get(2).map_err(bad)?;
    let offset =
        offset.checked_mul(60).and_then(FixedOffset::east_opt).ok_or_else(|| strange("an offset is out of range"))?;
    Ok(Mood {
        id: EventId(row.get(0).map_err(bad)?),
        at: instant(row.get(1).map_err(bad)?)?.with_timezone(&offset),
        level: Level::new(row.get(3).map_err(bad)?).ok_or_else(|| strange("a level is out of range"))?,
        labels: words(row.get(4).map_err(bad)?),
        contexts: words(row.get(5).map_err(bad)?),
        note: row.get(6).map_err(bad)?,
        logged: instant(row.get(7).map_err(bad)?)?,
        amended: row.get::<_, Option<i64>>(8).map_err(bad)?.map(instant).transpose()?,
    })
}
