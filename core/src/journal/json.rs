//! The log as JSON.

use serde::{Deserialize, Serialize};

use super::FileError;
use super::entry::Entry;
use super::file::{Numbered, VERSION};
use crate::model::Mood;

const FORMAT: &str = "tsunagari-mood";

#[derive(Serialize)]
struct Log {
    format: &'static str,
    version: u64,
    entries: Vec<Entry>,
}

/// What a file says of itself, before its entries are read.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u64,
    entries: Vec<Entry>,
}

/// The entries as one JSON document.
#[must_use]
pub fn to_json<'m>(moods: impl IntoIterator<Item = &'m Mood>) -> String {
    let log = Log { format: FORMAT, version: VERSION, entries: moods.into_iter().map(Entry::from).collect() };
    let mut text = serde_json::to_string_pretty(&log).unwrap_or_default();
    text.push('\n');
    text
}

/// The entries of a JSON file, each with the line in which its id stands.
pub(super) fn from_json(text: &str) -> Result<Vec<Numbered>, FileError> {
    let head: Head = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => FileError::Torn { line: error.line() },
        _ => FileError::Foreign { line: error.line().max(1) },
    })?;
    if head.format != FORMAT {
        return Err(FileError::Foreign { line: 1 });
    }
    if head.version > VERSION {
        return Err(FileError::NeedsNewerVersion(head.version));
    }
    let body: Body = serde_json::from_str(text).map_err(|error| problem(&error))?;
    let mut lines = text.lines().enumerate();
    let numbered = body.entries.into_iter().map(|entry| {
        let line = lines.find(|(_, line)| line.contains(&entry.id)).map_or(1, |(at, _)| at + 1);
        entry.mood().map(|mood| (line, mood)).map_err(|column| FileError::Value { line, column })
    });
    numbered.collect()
}

fn problem(error: &serde_json::Error) -> FileError {
    const COLUMNS: [&str; 8] = ["id", "at", "level", "labels", "contexts", "note", "logged", "amended"];
    let (line, said) = (error.line(), error.to_string());
    let named = |column: &&&str| said.contains(&format!("`{column}`"));
    COLUMNS.iter().find(named).map_or(FileError::Columns { line }, |column| FileError::Value { line, column })
}
