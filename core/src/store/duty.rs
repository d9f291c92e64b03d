//! duty.db: what goes on with the lock on. No readable content is in it.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Row, params};

use super::StoreError;
use super::dump::Dump;
use super::migrate::DUTY;
use super::private::{happened_words, what_happened};
use super::sealed::{Sealed, column, instant, strange};
use crate::model::{Happened, Key, MinuteOfDay, Quiet, Rest, Silence};

/// Resting until the person says otherwise.
const OPEN: i64 = -1;
/// もっと少なく in the table of what was heard.
const LESS: &str = "less";

/// The open duty store.
#[derive(Debug, Clone)]
pub struct DutyStore(Sealed);

/// An alarm that the platform has been asked to set.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
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

/// What happened while private.db was locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// To an alarm.
    Alarm(Happened),
    /// もっと少なく for a rule, at an instant.
    Less(String, DateTime<Utc>),
}

impl DutyStore {
    /// Opens the database with its key, creating or migrating it as needed.
    ///
    /// # Errors
    /// [`StoreError`]; the file is left as it was.
    pub fn open(path: impl AsRef<Path>, key: &Key) -> Result<Self, StoreError> {
        Sealed::open(path.as_ref(), key, DUTY).map(Self)
    }

    /// All rows, for a backup.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn dump(&self) -> Result<Dump, StoreError> {
        Dump::of(&self.0, DUTY)
    }

    /// A dump of a store that holds nothing.
    #[must_use]
    pub fn nothing() -> Dump {
        Dump::empty(DUTY)
    }

    /// Checks the rows of a backup and brings them to the schema of this program. Nothing is touched.
    ///
    /// # Errors
    /// [`StoreError::Entry`] for a row that no tsunagari writes, [`StoreError::NeedsNewerVersion`].
    pub fn checked(dump: Dump) -> Result<Dump, StoreError> {
        dump.checked(DUTY)
    }

    /// Replaces everything by rows that were checked: all of it or nothing.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn replace(&self, checked: &Dump) -> Result<(), StoreError> {
        checked.replace(&self.0)
    }

    /// Reads every page and says whether the file is whole.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first finding.
    pub fn check(&self) -> Result<(), StoreError> {
        self.0.check()
    }

    /// Replaces the list of what is set.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_alarms(&self, alarms: &[SetAlarm]) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            transaction.execute("DELETE FROM alarm", [])?;
            let sql = "INSERT OR REPLACE INTO alarm (id, at, rule, text) VALUES (?1, ?2, ?3, ?4)";
            let mut statement = transaction.prepare_cached(sql)?;
            for alarm in alarms {
                statement.execute(params![alarm.id, alarm.at.timestamp(), alarm.rule, alarm.text])?;
            }
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

    /// Keeps what must stay silent.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_silence(&self, silence: &Silence) -> Result<(), StoreError> {
        let until = match silence.rest {
            Rest::No => None,
            Rest::Until(end) => Some(end.timestamp()),
            Rest::Open => Some(OPEN),
        };
        self.0.write(|transaction| {
            transaction.execute(
                "INSERT OR REPLACE INTO silence (one, quiet_from, quiet_to, rest_until, alone, enough)
                 VALUES (1, ?1, ?2, ?3, ?4, ?5)",
                params![
                    silence.quiet.from.minutes(),
                    silence.quiet.to.minutes(),
                    until,
                    silence.alone,
                    silence.enough.map(|day| day.to_string()),
                ],
            )?;
            Ok(())
        })
    }

    /// What must stay silent.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn silence(&self) -> Result<Silence, StoreError> {
        let sql = "SELECT quiet_from, quiet_to, rest_until, alone, enough FROM silence";
        Ok(self.0.rows(sql, [], silence)?.into_iter().next().unwrap_or_default())
    }

    /// Keeps what was heard, for the time when private.db opens. Told twice it is kept once.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn hear(&self, heard: &Heard) -> Result<(), StoreError> {
        let (rule, at, what, until) = words(heard);
        self.0.write(|transaction| {
            let sql = "INSERT OR REPLACE INTO heard (rule, at, what, until) VALUES (?1, ?2, ?3, ?4)";
            transaction.execute(sql, params![rule, at, what, until])?;
            Ok(())
        })
    }

    /// What was heard, in order of time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn heard(&self) -> Result<Vec<Heard>, StoreError> {
        self.0.rows("SELECT rule, at, what, until FROM heard ORDER BY at, rule, what", [], |row| {
            let (rule, at) = (column(row, 0)?, instant(row, 1)?);
            if column::<String>(row, 2)? == LESS {
                return Ok(Heard::Less(rule, at));
            }
            Ok(Heard::Alarm(Happened { rule, at, what: what_happened(row, 2)? }))
        })
    }

    /// Lets go of what private.db has taken over.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn taken_over(&self, heard: &[Heard]) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            let sql = "DELETE FROM heard WHERE rule = ?1 AND at = ?2 AND what = ?3";
            let mut statement = transaction.prepare_cached(sql)?;
            for one in heard {
                let (rule, at, what, _) = words(one);
                statement.execute(params![rule, at, what])?;
            }
            Ok(())
        })
    }

    /// A number that the platform told, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn platform(&self, name: &str) -> Result<Option<i64>, StoreError> {
        Ok(self.0.rows("SELECT value FROM platform WHERE name = ?1", [name], |row| column(row, 0))?.into_iter().next())
    }

    /// Keeps a number that the platform told; `None` lets go of it.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_platform(&self, name: &str, value: Option<i64>) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            match value {
                Some(value) => transaction
                    .execute("INSERT OR REPLACE INTO platform (name, value) VALUES (?1, ?2)", params![name, value])?,
                None => transaction.execute("DELETE FROM platform WHERE name = ?1", [name])?,
            };
            Ok(())
        })
    }
}

fn words(heard: &Heard) -> (&str, i64, &'static str, Option<i64>) {
    match heard {
        Heard::Alarm(Happened { rule, at, what }) => {
            let (what, until) = happened_words(*what);
            (rule, at.timestamp(), what, until)
        }
        Heard::Less(rule, at) => (rule, at.timestamp(), LESS, None),
    }
}

fn silence(row: &Row<'_>) -> Result<Silence, StoreError> {
    let minute = |index| MinuteOfDay::new(column(row, index)?).ok_or_else(|| strange("a minute is out of range"));
    let rest = match column::<Option<i64>>(row, 2)? {
        None => Rest::No,
        Some(OPEN) => Rest::Open,
        Some(_) => Rest::Until(instant(row, 2)?),
    };
    let enough = column::<Option<String>>(row, 4)?.map(|day| day.parse::<NaiveDate>()).transpose();
    Ok(Silence {
        quiet: Quiet { from: minute(0)?, to: minute(1)? },
        rest,
        alone: column(row, 3)?,
        enough: enough.map_err(|_| strange("a day cannot be read"))?,
    })
}
