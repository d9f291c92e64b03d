//! Rows of check-ins: rules, what happened to them, and what must stay silent.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Row, Transaction, params};

use super::PrivateStore;
use crate::model::{About, Days, Happened, MinuteOfDay, Rule, What};
use crate::store::sealed::{column, instant, strange};
use crate::store::{Heard, StoreError};

const COLUMNS: &str = "id, about, text, days, from_minute, to_minute, unless_logged_hours, rarer, since, is_on";

impl PrivateStore {
    /// Keeps a rule. One with an id that is there takes its place; what happened to it stays.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn put_rule(&self, rule: &Rule) -> Result<(), StoreError> {
        self.0.write(|transaction| put(transaction, rule))
    }

    /// Takes a rule away with what happened to it; says whether it was there.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn remove_rule(&self, id: &str) -> Result<bool, StoreError> {
        self.0.write(|transaction| Ok(transaction.execute("DELETE FROM rule WHERE id = ?1", [id])? > 0))
    }

    /// All rules, by id.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn rules(&self) -> Result<Vec<Rule>, StoreError> {
        self.0.rows(&format!("SELECT {COLUMNS} FROM rule ORDER BY id"), [], read)
    }

    /// Takes over what was heard, all or none. Told twice it is kept once; of a rule that is gone nothing is kept.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    pub fn take_over(&self, heard: &[Heard]) -> Result<(), StoreError> {
        self.0.write(|transaction| {
            // もっと少なく counts only where this instant was not taken over before.
            let mut keep = transaction.prepare_cached(
                "INSERT OR REPLACE INTO happened (rule, at, what, until) SELECT id, ?2, ?3, ?4 FROM rule WHERE id = ?1",
            )?;
            let mut once = transaction.prepare_cached(
                "INSERT OR IGNORE INTO happened (rule, at, what) SELECT id, ?2, 'less' FROM rule WHERE id = ?1",
            )?;
            let mut rarer = transaction.prepare_cached("UPDATE rule SET rarer = min(rarer + 1, 255) WHERE id = ?1")?;
            heard.iter().try_for_each(|one| {
                match one {
                    Heard::Alarm(Happened { rule, at, what }) => {
                        let (what, until) = words(*what);
                        keep.execute(params![rule, at.timestamp(), what, until])?;
                    }
                    Heard::Less(rule, at) => {
                        if once.execute(params![rule, at.timestamp()])? > 0 {
                            rarer.execute(params![rule])?;
                        }
                    }
                }
                Ok(())
            })
        })
    }

    /// What happened from an instant on, in order of time.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn what_happened(&self, since: DateTime<Utc>) -> Result<Vec<Happened>, StoreError> {
        let sql =
            "SELECT rule, at, what, until FROM happened WHERE at >= ?1 AND what <> 'less' ORDER BY at, rule, what";
        self.0.rows(sql, [since.timestamp()], |row| {
            Ok(Happened { rule: column(row, 0)?, at: instant(row, 1)?, what: what(row, 2)? })
        })
    }

    /// When something was last logged: a mood, by the time of writing.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn last_logged(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let sql = "SELECT max(logged) FROM mood HAVING max(logged) IS NOT NULL";
        Ok(self.0.rows(sql, [], |row| instant(row, 0))?.into_iter().next())
    }
}

fn put(transaction: &Transaction<'_>, rule: &Rule) -> rusqlite::Result<()> {
    let (about, text) = match &rule.about {
        About::Feeling => ("feeling", ""),
        About::People => ("people", ""),
        About::Own(text) => ("own", text.as_str()),
    };
    // Not INSERT OR REPLACE: that would take away what happened to the rule.
    let sql = format!(
        "INSERT INTO rule ({COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET about = ?2, text = ?3, days = ?4, from_minute = ?5, to_minute = ?6,
           unless_logged_hours = ?7, rarer = ?8, since = ?9, is_on = ?10"
    );
    transaction.prepare_cached(&sql)?.execute(params![
        rule.id,
        about,
        text,
        rule.days.bits(),
        rule.from.minutes(),
        rule.to.minutes(),
        rule.unless_logged_hours,
        rule.rarer,
        rule.since.to_string(),
        rule.on,
    ])?;
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Rule, StoreError> {
    let minute = |index| MinuteOfDay::new(column(row, index)?).ok_or_else(|| strange("a minute is out of range"));
    let about = match column::<String>(row, 1)?.as_str() {
        "feeling" => About::Feeling,
        "people" => About::People,
        "own" => About::Own(column(row, 2)?),
        _ => return Err(strange("a check-in asks about something unknown")),
    };
    let since: String = column(row, 8)?;
    Ok(Rule {
        id: column(row, 0)?,
        about,
        days: Days::from_bits(column(row, 3)?).ok_or_else(|| strange("days are out of range"))?,
        from: minute(4)?,
        to: minute(5)?,
        unless_logged_hours: column(row, 6)?,
        rarer: column(row, 7)?,
        since: since.parse::<NaiveDate>().map_err(|_| strange("a day cannot be read"))?,
        on: column(row, 9)?,
    })
}

/// How it is stored.
pub(in crate::store) fn words(what: What) -> (&'static str, Option<i64>) {
    match what {
        What::Fired => ("fired", None),
        What::Answered => ("answered", None),
        What::Dismissed => ("dismissed", None),
        What::Snoozed(until) => ("snoozed", Some(until.timestamp())),
    }
}

/// What happened, from its word and, in the next column, the end of あとで.
pub(in crate::store) fn what(row: &Row<'_>, index: usize) -> Result<What, StoreError> {
    Ok(match column::<String>(row, index)?.as_str() {
        "fired" => What::Fired,
        "answered" => What::Answered,
        "dismissed" => What::Dismissed,
        "snoozed" => What::Snoozed(instant(row, index.saturating_add(1))?),
        _ => return Err(strange("something unknown happened to a check-in")),
    })
}
