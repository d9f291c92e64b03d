//! Taking a log in: merged by id, all or nothing.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Kept;
use crate::app::AppError;
use crate::journal;
use crate::model::Mood;

/// What taking a log in did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Merged {
    /// Entries that were not here.
    pub added: usize,
    /// Entries that are here just so.
    pub same: usize,
    /// Entries that took the place of older ones.
    pub replaced: usize,
    /// Entries that are older than those here, which stay.
    pub older: usize,
}

impl Kept {
    /// Takes in a log as CSV or JSON. Of an entry that is here already, the one that was changed last stays.
    ///
    /// # Errors
    /// [`journal::FileError`] with the line, or [`AppError::Store`]; nothing was changed.
    pub fn import_moods(&self, file: &[u8]) -> Result<Merged, AppError> {
        self.mood_is_shown()?;
        let moods = journal::read(file).map_err(journal::JournalError::from)?;
        let mut merged = Merged::default();
        let mut taken = Vec::new();
        for mood in moods {
            match self.store.mood(mood.id)? {
                None => merged.added += 1,
                Some(here) if here == mood => {
                    merged.same += 1;
                    continue;
                }
                Some(here) if last_changed(&here) >= last_changed(&mood) => {
                    merged.older += 1;
                    continue;
                }
                Some(_) => merged.replaced += 1,
            }
            taken.push(mood);
        }
        self.store.put_moods(&taken)?;
        Ok(merged)
    }
}

fn last_changed(mood: &Mood) -> DateTime<Utc> {
    mood.amended.map_or(mood.logged, |amended| amended.max(mood.logged))
}
