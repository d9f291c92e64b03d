//! The mood log: writing down, changing, erasing, looking. Put away, it answers nothing but that.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, FixedOffset, NaiveDate, Timelike, Utc};

use super::Kept;
use crate::app::AppError;
use crate::journal::{JournalError, vocabulary};
use crate::model::{EventId, Level, Mood};

/// The setting that puts the module away.
const HIDDEN: &str = "mood-hidden";

/// An entry that is to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoodDraft {
    /// How it is or was.
    pub level: Level,
    /// Codes of feelings.
    pub labels: BTreeSet<String>,
    /// Codes of what was around.
    pub contexts: BTreeSet<String>,
    /// A note; empty when there is none.
    pub note: String,
    /// When it was felt; now when nothing is said.
    pub at: Option<DateTime<FixedOffset>>,
}

/// What is to be changed; `None` leaves it as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MoodChange {
    /// How it was.
    pub level: Option<Level>,
    /// Codes of feelings.
    pub labels: Option<BTreeSet<String>>,
    /// Codes of what was around.
    pub contexts: Option<BTreeSet<String>>,
    /// The note.
    pub note: Option<String>,
    /// When it was felt.
    pub at: Option<DateTime<FixedOffset>>,
}

impl Kept {
    /// Writes an entry down. When it returns, the entry is on the disk.
    ///
    /// # Errors
    /// [`AppError::Journal`] when it does not fit, [`AppError::Store`]; then nothing was written.
    pub fn log_mood(&self, draft: MoodDraft, now: DateTime<FixedOffset>) -> Result<Mood, AppError> {
        self.mood_is_shown()?;
        let mood = Mood {
            id: self.new_id()?,
            at: felt(draft.at.unwrap_or(now), now)?,
            level: draft.level,
            labels: draft.labels,
            contexts: draft.contexts,
            note: draft.note,
            logged: seconds(now).with_timezone(&Utc),
            amended: None,
        };
        checked(&mood, None)?;
        self.store.put_moods([&mood])?;
        Ok(mood)
    }

    /// Changes an entry.
    ///
    /// # Errors
    /// As [`Kept::log_mood`], and [`JournalError::NoEntry`].
    pub fn amend_mood(&self, id: EventId, change: MoodChange, now: DateTime<FixedOffset>) -> Result<Mood, AppError> {
        let old = self.mood(id)?;
        let mood = Mood {
            id,
            at: change.at.map_or(Ok(old.at), |at| felt(at, now))?,
            level: change.level.unwrap_or(old.level),
            labels: change.labels.unwrap_or_else(|| old.labels.clone()),
            contexts: change.contexts.unwrap_or_else(|| old.contexts.clone()),
            note: change.note.unwrap_or_else(|| old.note.clone()),
            logged: old.logged,
            amended: Some(seconds(now).with_timezone(&Utc)),
        };
        checked(&mood, Some(&old))?;
        self.store.put_moods([&mood])?;
        Ok(mood)
    }

    /// Erases an entry; its bytes are overwritten.
    ///
    /// # Errors
    /// [`JournalError::NoEntry`], [`AppError::Store`].
    pub fn erase_mood(&self, id: EventId) -> Result<(), AppError> {
        self.mood_is_shown()?;
        if self.store.erase_mood(id)? { Ok(()) } else { Err(JournalError::NoEntry(id.to_string()).into()) }
    }

    /// One entry.
    ///
    /// # Errors
    /// [`JournalError::NoEntry`], [`AppError::Store`].
    pub fn mood(&self, id: EventId) -> Result<Mood, AppError> {
        self.mood_is_shown()?;
        Ok(self.store.mood(id)?.ok_or_else(|| JournalError::NoEntry(id.to_string()))?)
    }

    /// Entries of the days from one to another, both included, in order. An entry lies on the day that it was where
    /// the person was.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn moods(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Mood>, AppError> {
        self.mood_is_shown()?;
        // No offset is larger than a day.
        let before = from.pred_opt().unwrap_or(from).and_time(chrono::NaiveTime::MIN).and_utc();
        let after = to.checked_add_days(chrono::Days::new(2)).unwrap_or(to).and_time(chrono::NaiveTime::MIN).and_utc();
        let mut moods = self.store.moods(before, after)?;
        moods.retain(|mood| (from..=to).contains(&mood.at.date_naive()));
        Ok(moods)
    }

    /// All entries, in order.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn all_moods(&self) -> Result<Vec<Mood>, AppError> {
        self.mood_is_shown()?;
        Ok(self.store.moods(DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC)?)
    }

    /// Puts the module away, or brings it back. Entries stay as they are.
    ///
    /// # Errors
    /// [`AppError::Store`]; nothing was changed.
    pub fn hide_mood(&self, hidden: bool) -> Result<(), AppError> {
        Ok(self.store.set(HIDDEN, hidden.then_some("1"))?)
    }

    /// That the module is not put away.
    ///
    /// # Errors
    /// [`JournalError::Hidden`], [`AppError::Store`].
    pub fn mood_is_shown(&self) -> Result<(), AppError> {
        if self.store.setting(HIDDEN)?.is_some() { Err(JournalError::Hidden.into()) } else { Ok(()) }
    }
}

/// When it was felt, in whole seconds and minutes of offset, as the log keeps it.
fn felt(at: DateTime<FixedOffset>, now: DateTime<FixedOffset>) -> Result<DateTime<FixedOffset>, JournalError> {
    let offset = FixedOffset::east_opt(at.offset().local_minus_utc() / 60 * 60).ok_or(JournalError::Time)?;
    let at = seconds(at.with_timezone(&offset));
    if at > now || !Mood::YEARS.contains(&at.year()) { Err(JournalError::Time) } else { Ok(at) }
}

fn seconds(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    at.with_nanosecond(0).unwrap_or(at)
}

/// Whether an entry fits, with words that can be chosen. Words that it had already may stay.
fn checked(mood: &Mood, old: Option<&Mood>) -> Result<(), AppError> {
    mood.check().map_err(JournalError::from)?;
    let vocabulary = vocabulary()?;
    for label in mood.labels.iter().filter(|label| !old.is_some_and(|old| old.labels.contains(*label))) {
        let known = vocabulary.label_of(label).map(|_| ());
        known.ok_or_else(|| JournalError::Label {
            typed: label.clone(),
            near: vocabulary.label(label).into_iter().collect(),
        })?;
    }
    for context in mood.contexts.iter().filter(|context| !old.is_some_and(|old| old.contexts.contains(*context))) {
        let known = vocabulary.context_of(context).map(|_| ());
        let near = || vocabulary.context(context).into_iter().collect();
        known.ok_or_else(|| JournalError::Context { typed: context.clone(), near: near() })?;
    }
    Ok(())
}
