//! What a person answered so far. Nothing of it is stored.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::AreaCode;

/// What cannot be answered so.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The form does not exist.
    #[error("there is no form “{0}”")]
    NoForm(String),
    /// The question does not exist.
    #[error("there is no question “{0}”")]
    NoQuestion(String),
    /// The question has no such option.
    #[error("the question “{question}” has no answer “{option}”")]
    NoOption {
        /// The question.
        question: String,
        /// The option.
        option: String,
    },
    /// One answer is asked for.
    #[error("the question “{0}” takes one answer")]
    OnlyOne(String),
    /// Not written as `question=answer,answer`.
    #[error("“{0}” is not written as question=answer,answer")]
    NotAnAnswer(String),
}

/// Answers so far; the order in which they were given does not matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// The form, when one was chosen by name.
    pub form: Option<String>,
    /// Options ticked, by question. A question with none was skipped.
    pub given: BTreeMap<String, BTreeSet<String>>,
    /// The place, when one was given.
    pub area: Option<AreaCode>,
    /// No more questions: show what there is.
    pub enough: bool,
}

impl Answers {
    /// Answers a question; with no options it is skipped.
    #[must_use]
    pub fn with<'a>(mut self, question: &str, options: impl IntoIterator<Item = &'a str>) -> Self {
        self.given.entry(question.to_owned()).or_default().extend(options.into_iter().map(str::to_owned));
        self
    }

    /// Reads answers such as `concern=lonely,debt`, one a text; `question=` skips a question.
    ///
    /// # Errors
    /// [`AnswerError::NotAnAnswer`] when a text is written otherwise.
    pub fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, AnswerError> {
        let mut answers = Self::default();
        for text in texts {
            let (question, options) = text.split_once('=').ok_or_else(|| AnswerError::NotAnAnswer(text.to_owned()))?;
            let options = options.split(',').map(str::trim).filter(|option| !option.is_empty());
            answers = answers.with(question.trim(), options);
        }
        Ok(answers)
    }

    /// Whether an option was ticked.
    #[must_use]
    pub fn ticked(&self, question: &str, option: &str) -> bool {
        self.given.get(question).is_some_and(|options| options.contains(option))
    }

    /// Whether `question/option` was ticked.
    pub(super) fn holds(&self, tick: &str) -> bool {
        tick.split_once('/').is_some_and(|(question, option)| self.ticked(question, option))
    }

    /// Whether a question was answered or skipped.
    #[must_use]
    pub fn has_seen(&self, question: &str) -> bool {
        self.given.contains_key(question) || (question == "area" && self.area.is_some())
    }
}
