//! Records as people write them: `[[record]]` tables in TOML.

use std::path::PathBuf;

use super::flatten::flatten;
use crate::directory::confidential::{ConfidentialError, Storable};
use crate::directory::record_keys;
use crate::model::{Record, RecordError};

/// What is wrong in a file of records, and where.
#[derive(Debug, thiserror::Error)]
#[error("{}: {}{}{problem}", file.display(), at("record", record), at("key", key))]
pub struct SourceError {
    /// The file.
    pub file: PathBuf,
    /// The record, if it is known.
    pub record: Option<String>,
    /// The key, if there is one.
    pub key: Option<String>,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong with a record that somebody wrote.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Not TOML.
    #[error("this is not TOML: {0}")]
    NotToml(String),
    /// A top-level name other than `record`.
    #[error("only [[record]] tables are read here")]
    NotARecord,
    /// No `id`, or not a text.
    #[error("it needs an `id` that is a text")]
    NoId,
    /// A float.
    #[error("a number with a point is not allowed; write microdegrees as a whole number, or a text")]
    Float,
    /// A list of something else than texts or tables.
    #[error("a list holds texts, or tables with an `id`")]
    ListOfOther,
    /// Two ways of writing lead to the same key.
    #[error("it is written twice")]
    Twice,
    /// The id is already taken.
    #[error("another record has this id already")]
    IdTwice,
    /// A key that is not in the list.
    #[error("this key is unknown; docs/record.md lists the keys")]
    UnknownKey,
    /// The value does not fit the key.
    #[error("it holds “{found}”, but must be: {wanted}")]
    WrongValue {
        /// What stands there.
        found: String,
        /// What may stand there.
        wanted: String,
    },
    /// No name, or too large.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A confidential record says where it is.
    #[error(transparent)]
    Confidential(#[from] ConfidentialError),
}

/// Reads the records of one TOML text. `file` is only for messages.
///
/// # Errors
/// [`SourceError`] with the file, the record and the key of the first thing that is wrong.
pub fn read(file: impl Into<PathBuf>, text: &str) -> Result<Vec<Storable>, SourceError> {
    let file = file.into();
    let fail = |record: Option<String>, key: Option<String>, problem: Problem| SourceError {
        file: file.clone(),
        record,
        key,
        problem,
    };
    let table: toml::Table = text.parse().map_err(|e| fail(None, None, Problem::NotToml(message(&e))))?;
    let mut records = Vec::new();
    for (name, value) in &table {
        let (true, toml::Value::Array(list)) = (name == "record", value) else {
            return Err(fail(None, Some(name.clone()), Problem::NotARecord));
        };
        for item in list {
            let id = item.get("id").and_then(toml::Value::as_str).map(str::to_owned);
            let toml::Value::Table(item) = item else { return Err(fail(None, None, Problem::NotARecord)) };
            let record = flatten(item).map_err(|(key, problem)| fail(id.clone(), Some(key), problem))?;
            check_keys(&record).map_err(|(key, problem)| fail(id.clone(), Some(key), problem))?;
            record.check().map_err(|e| fail(id.clone(), None, e.into()))?;
            records.push(Storable::written(record).map_err(|e| fail(id.clone(), None, e.into()))?);
        }
    }
    Ok(records)
}

fn check_keys(record: &Record) -> Result<(), (String, Problem)> {
    for (key, value) in &record.fields {
        let line = record_keys::find(key).ok_or_else(|| (key.clone(), Problem::UnknownKey))?;
        if !line.admits(value) {
            let problem = Problem::WrongValue { found: value.to_string(), wanted: line.holds.to_string() };
            return Err((key.clone(), problem));
        }
    }
    Ok(())
}

/// The message of the TOML reader on one line.
fn message(error: &toml::de::Error) -> String {
    error.to_string().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn at(what: &str, name: &Option<String>) -> String {
    name.as_ref().map_or_else(String::new, |name| format!("{what} “{name}”: "))
}
