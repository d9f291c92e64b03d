//! An entry as screens and files have it.

use chrono::{DateTime, Datelike, FixedOffset, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{EventId, Level, Mood};

/// An entry with everything as text: nothing is lost on the way back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Id, 32 hexadecimal digits.
    pub id: String,
    /// When it was felt: local time with seconds and the offset of the place, RFC 3339.
    pub at: String,
    /// 1 (heaviest) to 5.
    pub level: u8,
    /// Codes of feelings.
    pub labels: Vec<String>,
    /// Codes of what was around.
    pub contexts: Vec<String>,
    /// The note, as it was written.
    pub note: String,
    /// When it was written down, UTC.
    pub logged: String,
    /// When it was last changed, UTC.
    pub amended: Option<String>,
}

impl From<&Mood> for Entry {
    fn from(mood: &Mood) -> Self {
        let utc = |at: DateTime<Utc>| at.format("%Y-%m-%dT%H:%M:%SZ").to_string();
        Self {
            id: mood.id.to_string(),
            at: mood.at.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            level: mood.level.number(),
            labels: mood.labels.iter().cloned().collect(),
            contexts: mood.contexts.iter().cloned().collect(),
            note: mood.note.clone(),
            logged: utc(mood.logged),
            amended: mood.amended.map(utc),
        }
    }
}

impl Entry {
    /// The entry that this is, or the name of the column that cannot be read.
    ///
    /// # Errors
    /// The name of the column.
    pub fn mood(self) -> Result<Mood, &'static str> {
        let utc = |text: &str, column| instant(text).map(|at| at.with_timezone(&Utc)).ok_or(column);
        let mood = Mood {
            id: EventId::parse(&self.id).ok_or("id")?,
            at: instant(&self.at).ok_or("at")?,
            level: Level::new(self.level).ok_or("level")?,
            labels: self.labels.into_iter().collect(),
            contexts: self.contexts.into_iter().collect(),
            note: self.note,
            logged: utc(&self.logged, "logged")?,
            amended: self.amended.as_deref().map(|at| utc(at, "amended")).transpose()?,
        };
        mood.check().map_err(|error| error.field())?;
        Ok(mood)
    }
}

/// An instant in whole seconds; one that would lose something is not read.
fn instant(text: &str) -> Option<DateTime<FixedOffset>> {
    let at = DateTime::parse_from_rfc3339(text).ok()?;
    (at.timestamp_subsec_nanos() == 0 && Mood::YEARS.contains(&at.year())).then_some(at)
}
