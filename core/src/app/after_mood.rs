//! After an entry of the mood log, because somebody asked: one small step and one place nearby, each with its reason.

use super::say::Words;
use super::{App, AppError};
use crate::directory::answer::{Card, Understood};
use crate::directory::needs::Rank;
use crate::journal::{DataError, Step, Why, step, vocabulary};
use crate::model::{AreaCode, Mood};

/// What is shown to somebody who asked.
#[derive(Debug, Clone)]
pub struct AfterMood {
    /// A small step; none where it would be too small.
    pub step: Option<Step>,
    /// People who listen, those that are open first, in the place of the step.
    pub lines: Vec<Card>,
    /// A place nearby that is for anybody, where an area was named.
    pub place: Option<Card>,
}

impl App {
    /// What is shown after an entry. After some words a small step would be too small: there, people who listen stand in
    /// its place.
    ///
    /// # Errors
    /// [`AppError`] when the directory or our own data cannot be read.
    pub fn after_mood(&self, mood: &Mood, area: Option<&AreaCode>) -> Result<AfterMood, AppError> {
        let listen = vocabulary()?.calls_for_lines(mood) || self.says_something_heavy(&mood.note)?;
        let place = area.map(|area| self.place_for_everyone(area)).transpose()?.flatten();
        Ok(AfterMood {
            step: if listen { None } else { step(mood)? },
            lines: if listen { self.listening(area)? } else { Vec::new() },
            place: place.map(|place| place.card),
        })
    }

    /// Whether a note speaks of danger or of what is hard to bear, by the rules that searching has. It stays here.
    fn says_something_heavy(&self, note: &str) -> Result<bool, AppError> {
        let needs = self.national().finding()?.needs();
        Ok(needs.understand(note).iter().any(|hit| {
            hit.how == Understood::Rule && matches!(needs.catalogue.rank(&hit.need), Rank::Danger | Rank::Feeling)
        }))
    }
}

impl Words<'_> {
    /// Why this small step.
    ///
    /// # Errors
    /// [`DataError`] when our own words cannot be read.
    pub fn step_why(&self, why: &Why) -> Result<String, DataError> {
        Ok(match why {
            Why::Label(code) => {
                let name = vocabulary()?.label_of(code).map(|named| named.name.within(self.language()));
                self.texts.with("mood-why-label", &[("name", name.unwrap_or(code).into())])
            }
            Why::Night => self.texts.get("mood-why-night"),
            Why::Small => self.texts.get("mood-why-small"),
        })
    }
}
