//! What can be done when a line did not answer.

use std::time::SystemTime;

use tsunagari_core::app;
use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer;
use tsunagari_core::directory::chain;

use crate::time::instant;
use crate::{Card, EmergencyLine, Way};

/// A line did not answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct BusyRequest {
    /// Entries that did not answer, the latest last; none where it was some other line.
    pub ids: Vec<String>,
    /// Kind of the way that was tried, such as `chat`.
    pub kind: Option<String>,
    /// Name or code of the area the person is in.
    pub area: Option<String>,
    /// Code of the language they want to speak.
    pub spoken: Option<String>,
    /// Their age in years.
    pub age: Option<u8>,
    /// Remember for 24 hours what was tried, and do not offer it first; only if the person said so.
    pub remember: bool,
}

/// What can be done when a line did not answer.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Busy {
    /// The line that did not answer just now.
    pub line: Option<Card>,
    /// What can be done, side by side; never empty, and the last is to stop for today.
    pub choices: Vec<Choice>,
    /// What was tried is remembered for 24 hours.
    pub remembered: bool,
    /// The emergency row.
    pub emergency: Vec<EmergencyLine>,
}

/// One thing that can be done.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Choice {
    /// Another way to the same line.
    OtherWay {
        /// The way.
        way: Way,
    },
    /// Another line that is open.
    Line {
        /// The line.
        card: Card,
        /// Identifier of its way.
        way: String,
    },
    /// Another line that may be open.
    Unsure {
        /// The line.
        card: Card,
        /// Identifier of its way.
        way: String,
    },
    /// The same again.
    Again {
        /// The line.
        card: Card,
        /// Identifier of its way.
        way: String,
    },
    /// The line that opens next.
    Later {
        /// The line.
        card: Card,
        /// Identifier of its way.
        way: String,
        /// When.
        opens: SystemTime,
    },
    /// To stop for today.
    EnoughForToday,
}

impl Busy {
    pub(super) fn of(busy: &app::Busy, remembered: bool, emergency: Vec<EmergencyLine>, words: &Words<'_>) -> Self {
        let line = busy.line.as_ref();
        Self {
            line: line.map(|card| Card::of(card, words)),
            choices: busy.choices.iter().filter_map(|choice| Choice::of(choice, line, words)).collect(),
            remembered,
            emergency,
        }
    }
}

impl Choice {
    pub(super) fn of(choice: &chain::Choice, line: Option<&answer::Card>, words: &Words<'_>) -> Option<Self> {
        let card = |card| Card::of(card, words);
        Some(match choice {
            chain::Choice::OtherWay { way } => Self::OtherWay { way: Way::of(line?, way, words) },
            chain::Choice::Line { card: other, way } => Self::Line { card: card(other), way: way.clone() },
            chain::Choice::Unsure { card: other, way } => Self::Unsure { card: card(other), way: way.clone() },
            chain::Choice::Again { card: other, way } => Self::Again { card: card(other), way: way.clone() },
            chain::Choice::Later { card: other, way, opens } => {
                Self::Later { card: card(other), way: way.clone(), opens: instant(*opens) }
            }
            chain::Choice::EnoughForToday => Self::EnoughForToday,
        })
    }
}
