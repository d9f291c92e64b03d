//! After an entry, because somebody asked.

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{App, AppError};
use tsunagari_core::journal::{self, DataError, Why, vocabulary};
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
        let listen = calls_for_lines(mood)?;
        let step = if listen { None } else { journal::step(mood)? };
        let lines = if listen { app.listening(area)? } else { Vec::new() };
        let place = area.map(|area| app.place_for_everyone(area)).transpose()?.flatten();
        let no_place = (area.is_some() && place.is_none()).then(|| words.texts.get("mood-then-no-place"));
        Ok(Self {
            step: step.map(|step| SmallStep::of(step, words)).transpose()?,
            lines: Card::all(&lines, words),
            place: place.map(|place| Card::of(&place.card, words)),
            no_place,
        })
    }
}

impl SmallStep {
    fn of(step: journal::Step, words: &Words<'_>) -> Result<Self, DataError> {
        let why = match &step.why {
            Why::Label(code) => {
                let name = vocabulary()?.label_of(code).map(|named| named.name.within(words.language()));
                words.texts.with("mood-why-label", &[("name", name.unwrap_or(code).into())])
            }
            Why::Night => words.texts.get("mood-why-night"),
            Why::Small => words.texts.get("mood-why-small"),
        };
        Ok(Self { id: step.id, text: step.text.within(words.language()).to_owned(), why })
    }
}

/// Whether a word of an entry calls for people who listen.
pub(super) fn calls_for_lines(mood: &Mood) -> Result<bool, DataError> {
    let vocabulary = vocabulary()?;
    Ok(mood.labels.iter().any(|label| vocabulary.label_of(label).is_some_and(|named| named.lines)))
}
