//! The log as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets). The last row says that the file is whole.

use super::entry::Entry;
use super::file::{Numbered, VERSION};
use super::{FileError, rfc4180};
use crate::model::{Mood, may_be_formula};

const COLUMNS: [&str; 8] = ["id", "at", "level", "labels", "contexts", "note", "logged", "amended"];
const END: &str = "end";

/// The entries as CSV.
#[must_use]
pub fn to_csv<'m>(moods: impl IntoIterator<Item = &'m Mood>) -> String {
    let mut out = String::from('\u{feff}');
    rfc4180::write(&mut out, COLUMNS);
    for entry in moods.into_iter().map(Entry::from) {
        let cells = [
            entry.id,
            entry.at,
            entry.level.to_string(),
            entry.labels.join(" "),
            entry.contexts.join(" "),
            entry.note,
            entry.logged,
            entry.amended.unwrap_or_default(),
        ]
        .map(|cell| guarded(&cell));
        rfc4180::write(&mut out, cells.iter().map(String::as_str));
    }
    rfc4180::write(&mut out, [END, &format!("tsunagari-mood {VERSION}"), "", "", "", "", "", ""]);
    out
}

/// The entries of a CSV file.
pub(super) fn from_csv(text: &str) -> Result<Vec<Numbered>, FileError> {
    let mut rows =
        rfc4180::rows(text).map_err(|error| if is_ours(text) { error } else { FileError::Foreign { line: 1 } })?;
    if rows.is_empty() || !is_ours(text) || rows.remove(0).cells != COLUMNS {
        return Err(FileError::Foreign { line: 1 });
    }
    let last = rows.last().map_or(1, |row| row.line);
    let (mut found, mut whole) = (Vec::new(), false);
    for row in rows {
        let line = row.line;
        let cells: Vec<String> = row.cells.iter().map(|cell| unguarded(cell).to_owned()).collect();
        let Ok([id, at, level, labels, contexts, note, logged, amended]) = <[String; 8]>::try_from(cells) else {
            return Err(if line == last { FileError::Torn { line } } else { FileError::Columns { line } });
        };
        if id == END {
            let version = at.strip_prefix("tsunagari-mood ").and_then(|version| version.parse().ok());
            match version {
                Some(version) if version > VERSION => return Err(FileError::NeedsNewerVersion(version)),
                Some(_) => whole = true,
                None => return Err(FileError::Torn { line }),
            }
            continue;
        }
        let words = |text: &str| text.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let entry = Entry {
            id,
            at,
            level: level.parse().map_err(|_| FileError::Value { line, column: "level" })?,
            labels: words(&labels),
            contexts: words(&contexts),
            note,
            logged,
            amended: (!amended.is_empty()).then_some(amended),
        };
        found.push((line, entry.mood().map_err(|column| FileError::Value { line, column })?));
    }
    if whole { Ok(found) } else { Err(FileError::Torn { line: last }) }
}

/// Whether the text begins as a file of ours does, as far as it goes.
fn is_ours(text: &str) -> bool {
    let begins = text.chars().filter(|c| *c != '"').take(3).collect::<String>();
    begins == "id,"
}

/// A cell that no spreadsheet takes for a formula. One that begins with the guard is guarded, too, so that taking the
/// first guard away gives back what was written.
fn guarded(cell: &str) -> String {
    if cell.starts_with('\'') || may_be_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}
