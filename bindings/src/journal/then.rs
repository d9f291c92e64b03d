//! After an entry, because somebody asked.

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AfterMood, App, AppError};
use tsunagari_core::journal::{DataError, Step};
use tsunagari_core::model::{AreaCode, Mood};

use crate::Card;

/// What is shown after an entry to somebody who asked.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct AfterEntry {
    /// A small step; none where it would be too small.
    pub step: Option<SmallStep>,
    /// People who listen, those that are open first; they stand in the place of the step.
    pub lines: Vec<Card>,
    /// A place nearby that is for anybody.
    pub place: Option<Card>,
    /// What is said where an area was named and no place is known there.
    pub no_place: Option<String>,
}

/// A small step. It asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SmallStep {
    /// Its code.
    pub id: String,
    /// What it is.
    pub text: String,
    /// Why this one.
    pub why: String,
}

impl AfterEntry {
    pub(super) fn of(app: &App, mood: &Mood, area: Option<&AreaCode>, words: &Words<'_>) -> Result<Self, AppError> {
        let AfterMood { step, lines, place } = app.after_mood(mood, area)?;
        let no_place = (area.is_some() && place.is_none()).then(|| words.texts.get("mood-then-no-place"));
        Ok(Self {
            step: step.map(|step| SmallStep::of(step, words)).transpose()?,
            lines: Card::all(&lines, words),
            place: place.map(|place| Card::of(&place, words)),
            no_place,
        })
    }
}

impl SmallStep {
    fn of(step: Step, words: &Words<'_>) -> Result<Self, DataError> {
        Ok(Self { why: words.step_why(&step.why)?, text: step.text.within(words.language()).to_owned(), id: step.id })
    }
}
