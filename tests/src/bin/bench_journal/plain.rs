//! SQLite with the same schema, the same settings and the same statements, with or without the cipher. Rows are read
//! column by column where they lie, and nothing is made of them: it is the floor.

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use rusqlite::config::DbConfig;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension as _, Params, TransactionBehavior, params};
use tsunagari_core::app::MoodDraft;
use tsunagari_core::env::Random as _;
use tsunagari_core::model::{About, Happened, Rule, What};
use tsunagari_tests::figures::Result;

use crate::lane::{Calendar, Lane};
use crate::life::Seeded;

const PRIVATE: &str = include_str!("../../../../core/migrations/private/0001_kept.sql");
const DUTY: &str = include_str!("../../../../core/migrations/duty/0001_duty.sql");
const MOOD: &str = "id, at, offset_minutes, level, labels, contexts, note, logged, amended";
const RULE: &str = "id, about, text, days, from_minute, to_minute, unless_logged_hours, rarer, since, is_on";

/// Both databases.
pub(crate) struct Plain {
    private: Connection,
    duty: Connection,
    ids: Seeded,
}

impl Plain {
    pub(crate) fn open(folder: &Path, cipher: bool, now: DateTime<Utc>) -> Result<Self> {
        let private = connect(&folder.join("private.db"), PRIVATE, cipher)?;
        let duty = connect(&folder.join("duty.db"), DUTY, cipher)?;
        let mut plain = Self { private, duty, ids: Seeded::new() };
        let tries = [(now - TimeDelta::days(1)).timestamp(), now.timestamp()];
        write(&mut plain.private, "DELETE FROM tried WHERE at <= ?1 OR at > ?2", tries)?;
        Ok(plain)
    }

    /// Whether the module is put away is asked before everything, as the program does.
    fn is_shown(&mut self) -> Result<()> {
        let transaction = self.private.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = "SELECT value FROM setting WHERE name = ?1";
        let _hidden: Option<String> = transaction.query_row(sql, ["mood-hidden"], |row| row.get(0)).optional()?;
        Ok(transaction.commit()?)
    }
}

fn connect(path: &Path, schema: &str, cipher: bool) -> Result<Connection> {
    let connection = Connection::open(path)?;
    if cipher {
        connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
        connection.execute_batch(&format!("PRAGMA key = \"x'{}{:032x}'\"", "04".repeat(32), 4))?;
    }
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "cache_size", -32_768)?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let _ours: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let _version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    if tables == 0 {
        connection.execute_batch(&format!("BEGIN IMMEDIATE; {schema} COMMIT"))?;
    }
    Ok(connection)
}

fn write(connection: &mut Connection, sql: &str, params: impl Params) -> Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.prepare_cached(sql)?.execute(params)?;
    Ok(transaction.commit()?)
}

/// Reads all columns of all rows where they lie; says how many rows there were.
fn read(connection: &Connection, sql: &str, params: impl Params) -> Result<usize> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params)?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column)?);
        }
        count += 1;
    }
    Ok(count)
}

/// All columns of all rows, taken along.
fn rows(connection: &Connection, sql: &str, params: impl Params) -> Result<Vec<Vec<Value>>> {
    let mut statement = connection.prepare_cached(sql)?;
    let columns = statement.column_count();
    let all = statement.query_map(params, |row| (0..columns).map(|column| row.get(column)).collect())?;
    Ok(all.collect::<rusqlite::Result<_>>()?)
}

impl Lane for Plain {
    fn rule(&mut self, rule: &Rule) -> Result<()> {
        let (about, text) = match &rule.about {
            About::Feeling => ("feeling", ""),
            About::People => ("people", ""),
            About::Own(text) => ("own", text.as_str()),
        };
        let sql = format!("INSERT INTO rule ({RULE}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
        let (from, to) = (rule.from.minutes(), rule.to.minutes());
        let (hours, since) = (rule.unless_logged_hours, rule.since.to_string());
        let values = params![rule.id, about, text, rule.days.bits(), from, to, hours, rule.rarer, since, rule.on];
        write(&mut self.private, &sql, values)
    }

    fn log(&mut self, draft: MoodDraft, now: DateTime<FixedOffset>) -> Result<()> {
        self.is_shown()?;
        let mut id = [0; 16];
        self.ids.fill(&mut id)?;
        let words = |words: std::collections::BTreeSet<String>| words.into_iter().collect::<Vec<_>>().join(" ");
        let sql = format!("INSERT OR REPLACE INTO mood ({MOOD}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        let (at, offset) = (now.timestamp(), now.offset().local_minus_utc() / 60);
        let (labels, contexts, amended) = (words(draft.labels), words(draft.contexts), None::<i64>);
        let values = params![id, at, offset, draft.level.number(), labels, contexts, draft.note, at, amended];
        write(&mut self.private, &sql, values)
    }

    fn hear(&mut self, happened: &Happened) -> Result<()> {
        let (what, until) = match happened.what {
            What::Fired => ("fired", None),
            What::Answered => ("answered", None),
            What::Dismissed => ("dismissed", None),
            What::Snoozed(until) => ("snoozed", Some(until.timestamp())),
        };
        let sql = "INSERT OR REPLACE INTO heard (rule, at, what, until) VALUES (?1, ?2, ?3, ?4)";
        write(&mut self.duty, sql, params![happened.rule, happened.at.timestamp(), what, until])
    }

    fn check_ins(&mut self, now: DateTime<Utc>) -> Result<usize> {
        let heard = rows(&self.duty, "SELECT rule, at, what, until FROM heard ORDER BY at, rule, what", [])?;
        if !heard.is_empty() {
            let keep =
                "INSERT OR REPLACE INTO happened (rule, at, what, until) SELECT id, ?2, ?3, ?4 FROM rule WHERE id = ?1";
            let forget = "DELETE FROM heard WHERE rule = ?1 AND at = ?2 AND what = ?3";
            for (connection, sql, columns) in [(&mut self.private, keep, 4), (&mut self.duty, forget, 3)] {
                let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
                let mut statement = transaction.prepare_cached(sql)?;
                for row in &heard {
                    statement.execute(rusqlite::params_from_iter(row.iter().take(columns)))?;
                }
                drop(statement);
                transaction.commit()?;
            }
        }
        let since = [(now - TimeDelta::days(400)).timestamp()];
        let sql =
            "SELECT rule, at, what, until FROM happened WHERE at >= ?1 AND what <> 'less' ORDER BY at, rule, what";
        let happened = read(&self.private, sql, since)?;
        read(&self.private, "SELECT max(logged) FROM mood HAVING max(logged) IS NOT NULL", [])?;
        read(&self.private, &format!("SELECT {RULE} FROM rule ORDER BY id"), [])?;
        read(&self.duty, "SELECT quiet_from, quiet_to, rest_until, alone, enough FROM silence", [])?;
        Ok(happened)
    }

    fn days(&mut self, from: NaiveDate, to: NaiveDate, _calendar: Calendar) -> Result<usize> {
        self.is_shown()?;
        let midnight = |day: Option<NaiveDate>| day.unwrap_or(from).and_time(NaiveTime::MIN).and_utc().timestamp();
        let between = [midnight(from.pred_opt()), midnight(to.checked_add_days(Days::new(2)))];
        let sql = format!("SELECT {MOOD} FROM mood WHERE at >= ?1 AND at < ?2 ORDER BY at, id");
        read(&self.private, &sql, between)
    }
}
