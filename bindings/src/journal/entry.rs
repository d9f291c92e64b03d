//! Entries: as they are shown, before they are written down, and what is to be changed.

use std::time::SystemTime;

use tsunagari_core::app::{self, AppError};
use tsunagari_core::journal::{self, JournalError, date_in_words, vocabulary};
use tsunagari_core::model::{EventId, Level, Mood};
use tsunagari_core::text::Texts;

use crate::time::{local, utc};

/// An entry. Several a day may exist.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Entry {
    /// Identifier, 32 hexadecimal digits.
    pub id: String,
    /// When it was felt: local time with the offset of the place, `2026-11-22T03:00:00+09:00`.
    pub at: String,
    /// The day that it was there, `2026-11-22`.
    pub day: String,
    /// The same day in words, with its weekday.
    pub day_words: String,
    /// 1 (heaviest) to 5.
    pub level: u32,
    /// Codes of feelings.
    pub labels: Vec<String>,
    /// Codes of what was around.
    pub contexts: Vec<String>,
    /// The note, as it was written; empty when there is none.
    pub note: String,
    /// When it was written down.
    pub logged: SystemTime,
    /// When it was last changed.
    pub amended: Option<SystemTime>,
    /// A word of it calls for people who listen: say at once where they are ([`crate::Journal::step_after`]).
    pub lines: bool,
}

/// An entry that is to be written down.
#[derive(Debug, Clone, PartialEq, Eq, Default, uniffi::Record)]
pub struct MoodDraft {
    /// 1 (heaviest) to 5.
    pub level: u32,
    /// Codes of feelings, up to 20.
    #[uniffi(default)]
    pub labels: Vec<String>,
    /// Codes of what was around, up to 20.
    #[uniffi(default)]
    pub contexts: Vec<String>,
    /// A note of up to 4,000 characters; empty when there is none.
    #[uniffi(default)]
    pub note: String,
    /// When it was felt, `2026-11-22T03:00:00+09:00`, from 1900 until now; now when nothing is said.
    #[uniffi(default)]
    pub at: Option<String>,
}

/// What is to be changed of an entry; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default, uniffi::Record)]
pub struct MoodChange {
    /// 1 (heaviest) to 5.
    #[uniffi(default)]
    pub level: Option<u32>,
    /// Codes of feelings, instead of those that are there.
    #[uniffi(default)]
    pub labels: Option<Vec<String>>,
    /// Codes of what was around, instead of what is there.
    #[uniffi(default)]
    pub contexts: Option<Vec<String>>,
    /// The note; empty takes it away.
    #[uniffi(default)]
    pub note: Option<String>,
    /// When it was felt, `2026-11-22T03:00:00+09:00`.
    #[uniffi(default)]
    pub at: Option<String>,
}

/// What taking a log in did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct Merged {
    /// Entries that were not here.
    pub added: u32,
    /// Entries that are here just so.
    pub same: u32,
    /// Entries that took the place of older ones.
    pub replaced: u32,
    /// Entries that are older than those here, which stay.
    pub older: u32,
}

impl Entry {
    pub(super) fn of(mood: &Mood, texts: &Texts) -> Result<Self, AppError> {
        let journal::Entry { id, at, level, labels, contexts, note, .. } = mood.into();
        let day = mood.at.date_naive();
        Ok(Self {
            id,
            at,
            day: day.to_string(),
            day_words: date_in_words(day, texts),
            level: level.into(),
            labels,
            contexts,
            note,
            logged: utc(mood.logged),
            amended: mood.amended.map(utc),
            lines: vocabulary()?.calls_for_lines(mood),
        })
    }

    pub(super) fn all(moods: &[Mood], texts: &Texts) -> Result<Vec<Self>, AppError> {
        moods.iter().map(|mood| Self::of(mood, texts)).collect()
    }
}

impl MoodDraft {
    pub(super) fn checked(self) -> Result<app::MoodDraft, AppError> {
        Ok(app::MoodDraft {
            level: level(self.level)?,
            labels: self.labels.into_iter().collect(),
            contexts: self.contexts.into_iter().collect(),
            note: self.note,
            at: self.at.as_deref().map(local).transpose()?,
        })
    }
}

impl MoodChange {
    pub(super) fn checked(self) -> Result<app::MoodChange, AppError> {
        Ok(app::MoodChange {
            level: self.level.map(level).transpose()?,
            labels: self.labels.map(|labels| labels.into_iter().collect()),
            contexts: self.contexts.map(|contexts| contexts.into_iter().collect()),
            note: self.note,
            at: self.at.as_deref().map(local).transpose()?,
        })
    }
}

impl From<app::Merged> for Merged {
    fn from(merged: app::Merged) -> Self {
        let count = |entries: usize| u32::try_from(entries).unwrap_or(u32::MAX);
        Self {
            added: count(merged.added),
            same: count(merged.same),
            replaced: count(merged.replaced),
            older: count(merged.older),
        }
    }
}

fn level(number: u32) -> Result<Level, JournalError> {
    let level = u8::try_from(number).ok().and_then(Level::new);
    level.ok_or_else(|| JournalError::Level(number.to_string()))
}

/// An identifier; one that is none is no entry.
pub(super) fn event(id: &str) -> Result<EventId, JournalError> {
    EventId::parse(id).ok_or_else(|| JournalError::NoEntry(id.to_owned()))
}
