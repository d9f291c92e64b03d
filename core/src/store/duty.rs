//! duty.db: what goes on with the lock on. No readable content is in it.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::StoreError;
use super::migrate::DUTY;
use super::private::{happened_words, what_happened};
use super::sealed::{Sealed, column, instant, strange};
use crate::model::{Happened, Key, MinuteOfDay, Quiet, Rest};

/// Resting until the person says otherwise.
const OPEN: i64 = -1;

/// The open duty store.
#[derive(Debug, Clone)]
pub struct DutyStore(Sealed);

/// An alarm that the platform has been asked to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAlarm {
    /// Id for the platform.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The rule it comes from: a random id.
    pub rule: String,
    /// Id of the neutral text.
    pub text: String,
}

impl DutyStore {
    /// Opens the database with its key, creating or migrating it as needed.
    ///
    /// # Errors
    /// [`StoreError`]; the file is left as it was.
    pub fn open(path: impl AsRef<Path>, key: &Key) -> Result<Self, StoreError> {
        Sealed::open(path.as_ref(), key, DUTY).map(Self)
    }

    /// Reads every page and says whether the file is whole.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first finding.
    pub fn check(&self) -> Result<(), StoreError> {
        self.0.check()
    }

    /// Replaces what is set and what must stay silent, both or neither.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put(&self, alarms: &[SetAlarm], quiet: Quiet, rest: Rest) -> Result<(), StoreError> {
        let until = match rest {
            Rest::No => None,
            Rest::Until(end) => Some(end.timestamp()),
            Rest::Open => Some(OPEN),
        };
        self.0.write(|transaction| {
            transaction.execute("DELETE FROM alarm", [])?;
            let mut statement =
                transaction.prepare_cached("INSERT INTO alarm (id, at, rule, text) VALUES (?1, ?2, ?3, ?4)")?;
            for alarm in alarms {
                statement.execute(params![alarm.id, alarm.at.timestamp(), alarm.rule, alarm.text])?;
            }
            transaction.execute(
                "INSERT OR REPLACE INTO silence (one, quiet_from, quiet_to, rest_until) VALUES (1, ?1, ?2, ?3)",
                params![quiet.from.minutes(), quiet.to.minutes(), until],
            )?;
            Ok(())
        })
    }

    /// Alarms that are set, soonest first.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn alarms(&self) -> Result<Vec<SetAlarm>, StoreError> {
        self.0.rows("SELECT id, at, rule, text FROM alarm ORDER BY at, id", [], |row| {
            Ok(SetAlarm { id: column(row, 0)?, at: instant(row, 1)?, rule: column(row, 2)?, text: column(row, 3)? })
        })
    }

    /// What must stay silent.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn silence(&self) -> Result<(Quiet, Rest), StoreError> {
        let found = self.0.rows("SELECT quiet_from, quiet_to, rest_until FROM silence", [], silence)?;
        Ok(found.into_iter().next().unwrap_or_default())
    }

    /// Keeps what happened to a check-in, for the time when private.db opens. Told twice it is kept once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn hear(&self, heard: &Happened) -> Result<(), StoreError> {
        let (what, until) = happened_words(heard.what);
        self.0.write(|transaction| {
            transaction.execute(
                "INSERT OR REPLACE INTO heard (rule, at, what, until) VALUES (?1, ?2, ?3, ?4)",
                params![heard.rule, heard.at.timestamp(), what, until],
            )?;
            Ok(())
        })
    }

    /// What was heard, in order of time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn heard(&self) -> Result<Vec<Happened>, StoreError> {
        self.0.rows("SELECT rule, at, what, until FROM heard ORDER BY at, rule, what", [], |row| {
            Ok(Happened { rule: column(row, 0)?, at: instant(row, 1)?, what: what_happened(row, 2)? })
        })
    }

    /// Lets go of what private.db has taken over.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn taken_over(&self, heard: &[Happened]) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            let sql = "DELETE FROM heard WHERE rule = ?1 AND at = ?2 AND what = ?3";
            let mut statement = transaction.prepare_cached(sql)?;
            for one in heard {
                statement.execute(params![one.rule, one.at.timestamp(), happened_words(one.what).0])?;
            }
            Ok(())
        })
    }
}

fn silence(row: &Row<'_>) -> Result<(Quiet, Rest), StoreError> {
    let minute = |index| MinuteOfDay::new(column(row, index)?).ok_or_else(|| strange("a minute is out of range"));
    let rest = match column::<Option<i64>>(row, 2)? {
        None => Rest::No,
        Some(OPEN) => Rest::Open,
        Some(_) => Rest::Until(instant(row, 2)?),
    };
    Ok((Quiet { from: minute(0)?, to: minute(1)? }, rest))
}
