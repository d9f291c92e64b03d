//! A file with a mood log, in either form: read whole, or refused with the line.

use std::collections::BTreeMap;

use super::{FileError, csv, json};
use crate::model::{EventId, Mood};

/// Version of both forms.
pub(super) const VERSION: u64 = 1;
/// Largest file with a log, in MiB: a busy lifetime.
const MOST_MEGABYTES: usize = 32;
/// The same in bytes.
pub const LARGEST_LOG: u64 = (MOST_MEGABYTES as u64) << 20;

/// An entry with its line.
pub(super) type Numbered = (usize, Mood);

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets.
    Csv,
    /// For other programs.
    Json,
}

/// The entries of a file. The form is seen from its beginning.
///
/// # Errors
/// [`FileError`] with the line. There is no half of a file.
pub fn read(bytes: &[u8]) -> Result<Vec<Mood>, FileError> {
    if bytes.len() > MOST_MEGABYTES << 20 {
        return Err(FileError::TooLarge(MOST_MEGABYTES));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, &error))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = match text.trim_start().chars().next() {
        None => return Err(FileError::Empty),
        Some('{' | '[') => json::from_json(text)?,
        Some(_) => csv::from_csv(text)?,
    };
    let mut seen: BTreeMap<EventId, Mood> = BTreeMap::new();
    for (line, mood) in found {
        if seen.get(&mood.id).is_some_and(|other| *other != mood) {
            return Err(FileError::Twice { line });
        }
        seen.insert(mood.id, mood);
    }
    Ok(seen.into_values().collect())
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> FileError {
    let before = bytes.iter().take(error.valid_up_to());
    let line = 1 + before.filter(|byte| **byte == b'\n').count();
    // Cut in the middle of a character.
    if error.error_len().is_none() { FileError::Torn { line } } else { FileError::NotUtf8 { line } }
}
