//! Rows of the mood log.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row, params};

use super::PrivateStore;
use super::answered::at;
use crate::model::{EventId, Level, Mood};
use crate::store::StoreError;
use crate::store::sealed::{column, instant, strange};

const COLUMNS: &str = "id, at, offset_minutes, level, labels, contexts, note, logged, amended";

impl PrivateStore {
    /// Keeps entries, all or none. One with an id that is there takes its place.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed. When it returns, everything is on the disk.
    pub fn put_moods<'m>(&self, moods: impl IntoIterator<Item = &'m Mood>) -> Result<(), StoreError> {
        self.0.write(|transaction| moods.into_iter().try_for_each(|mood| put(transaction, mood)))
    }

    /// Erases an entry; says whether it was there. Its bytes are overwritten.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn erase_mood(&self, id: EventId) -> Result<bool, StoreError> {
        self.0.write(|transaction| Ok(transaction.execute("DELETE FROM mood WHERE id = ?1", [id.0])? > 0))
    }

    /// One entry.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn mood(&self, id: EventId) -> Result<Option<Mood>, StoreError> {
        let rows = self.0.rows(&format!("SELECT {COLUMNS} FROM mood WHERE id = ?1"), [id.0], read)?;
        Ok(rows.into_iter().next())
    }

    /// Entries felt from one instant to before another, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn moods(&self, from: DateTime<Utc>, before: DateTime<Utc>) -> Result<Vec<Mood>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM mood WHERE at >= ?1 AND at < ?2 ORDER BY at, id");
        self.0.rows(&sql, [from.timestamp(), before.timestamp()], read)
    }
}

fn put(connection: &Connection, mood: &Mood) -> rusqlite::Result<()> {
    let words = |words: &BTreeSet<String>| words.iter().cloned().collect::<Vec<_>>().join(" ");
    let sql = format!("INSERT OR REPLACE INTO mood ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    connection.prepare_cached(&sql)?.execute(params![
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
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<BTreeSet<String>>();
    let amended = column::<Option<i64>>(row, 8)?.map(|_| instant(row, 8)).transpose()?;
    Ok(Mood {
        id: EventId(column(row, 0)?),
        at: at(instant(row, 1)?, column(row, 2)?)?,
        level: Level::new(column(row, 3)?).ok_or_else(|| strange("a level is out of range"))?,
        labels: words(column(row, 4)?),
        contexts: words(column(row, 5)?),
        note: column(row, 6)?,
        logged: instant(row, 7)?,
        amended,
    })
}
