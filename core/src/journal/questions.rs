//! つながりの質問: forms, sentences back and published figures, all of them data (core/journal/questions.toml).
//!
//! An answer leads to a sentence, never to a number or a place among others.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{DataError, JournalError};
use crate::model::Words;

static CARRIED: LazyLock<Result<Questions, DataError>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../journal/questions.toml"))
        .map_err(|error| DataError { file: "questions.toml", detail: error.to_string() })
});

/// The questions that the program carries.
///
/// # Errors
/// [`DataError`] when the program is damaged.
pub fn questions() -> Result<&'static Questions, DataError> {
    CARRIED.as_ref().map_err(Clone::clone)
}

/// All forms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Questions {
    /// The forms, the one to begin with first.
    #[serde(rename(deserialize = "form"))]
    pub forms: Vec<Form>,
}

/// Questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Id.
    pub id: String,
    /// What it is called.
    pub name: Words,
    /// Where wording and points come from.
    pub source: String,
    /// The questions.
    #[serde(rename(deserialize = "question"))]
    pub questions: Vec<Item>,
    /// The answers to each.
    #[serde(rename(deserialize = "option"))]
    pub options: Vec<Item>,
    /// Sentences back. Not part of what a screen shows before there are answers.
    #[serde(rename(deserialize = "band"), skip_serializing)]
    pub bands: Vec<Band>,
    /// What others answered, behind a second step.
    #[serde(skip_serializing)]
    pub survey: Option<Survey>,
}

/// A question, or an answer with its value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Value of an answer; 0 for a question.
    #[serde(default)]
    pub value: u8,
    /// The wording. English and やさしい日本語 are our own rendering.
    pub text: Words,
}

/// A sentence back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    #[serde(skip_serializing)]
    from: u8,
    #[serde(skip_serializing)]
    to: u8,
    /// Whether its limits were compared with the source.
    pub verified: bool,
    /// The sentence.
    pub sentence: Words,
}

/// Published figures.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Which survey.
    pub what: Words,
    /// Where the figures come from.
    pub source: String,
    /// Whether they were compared with the source.
    pub verified: bool,
    /// Tenths of a per cent for each answer, in order.
    pub shares: Vec<u16>,
    /// Tenths of a per cent without an answer.
    pub no_answer: u16,
}

impl Questions {
    /// A form by its id.
    ///
    /// # Errors
    /// [`JournalError::Form`].
    pub fn form(&self, id: &str) -> Result<&Form, JournalError> {
        self.forms.iter().find(|form| form.id == id).ok_or_else(|| JournalError::Form(id.to_owned()))
    }
}

impl Form {
    /// The sentence back.
    ///
    /// # Errors
    /// [`JournalError::Answers`] when these are no answers to this form.
    pub fn back(&self, answers: &[u8]) -> Result<&Band, JournalError> {
        let most = self.options.iter().map(|option| option.value).max().unwrap_or_default();
        let wrong = || JournalError::Answers { questions: self.questions.len(), most };
        let known = |answer: &u8| self.options.iter().any(|option| option.value == *answer);
        if answers.len() != self.questions.len() || !answers.iter().all(known) {
            return Err(wrong());
        }
        let sum: u8 = answers.iter().sum();
        self.bands.iter().find(|band| (band.from..=band.to).contains(&sum)).ok_or_else(wrong)
    }
}
