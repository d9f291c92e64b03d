//! Rows of what was answered to つながりの質問.

use chrono::{DateTime, FixedOffset, Utc};
use rusqlite::{Row, params};

use super::PrivateStore;
use crate::model::{Answered, EventId};
use crate::store::StoreError;
use crate::store::sealed::{column, instant, strange};

impl PrivateStore {
    /// Keeps answers.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed. When it returns, they are on the disk.
    pub fn put_answered(&self, answered: &Answered) -> Result<(), StoreError> {
        let answers = answered.answers.iter().map(u8::to_string).collect::<Vec<_>>().join(" ");
        self.0.write(|transaction| {
            transaction.execute(
                "INSERT OR REPLACE INTO answered (id, at, offset_minutes, form, answers) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    answered.id.0,
                    answered.at.timestamp(),
                    answered.at.offset().local_minus_utc() / 60,
                    answered.form,
                    answers
                ],
            )?;
            Ok(())
        })
    }

    /// All answers that were kept, in order.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn answered(&self) -> Result<Vec<Answered>, StoreError> {
        self.0.rows("SELECT id, at, offset_minutes, form, answers FROM answered ORDER BY at, id", [], read)
    }

    /// Erases answers; says whether they were there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn erase_answered(&self, id: EventId) -> Result<bool, StoreError> {
        self.0.write(|transaction| Ok(transaction.execute("DELETE FROM answered WHERE id = ?1", [id.0])? > 0))
    }
}

fn read(row: &Row<'_>) -> Result<Answered, StoreError> {
    let answers: String = column(row, 4)?;
    let answers =
        answers.split_whitespace().map(|answer| answer.parse().map_err(|_| strange("an answer is no number")));
    Ok(Answered {
        id: EventId(column(row, 0)?),
        at: at(instant(row, 1)?, column(row, 2)?)?,
        form: column(row, 3)?,
        answers: answers.collect::<Result<_, _>>()?,
    })
}

/// An instant where the person was.
pub(super) fn at(instant: DateTime<Utc>, minutes: i32) -> Result<DateTime<FixedOffset>, StoreError> {
    let offset = minutes.checked_mul(60).and_then(FixedOffset::east_opt);
    Ok(instant.with_timezone(&offset.ok_or_else(|| strange("an offset is out of range"))?))
}
