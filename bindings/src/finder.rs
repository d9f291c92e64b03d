//! The guided finder: questions, each of which can be left out, and what the answers lead to.

use std::collections::BTreeMap;

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{App, AppError};
use tsunagari_core::directory::answer::Answer as Found;
use tsunagari_core::directory::finder::{self, Answers, Outcome, Relaxed, Step};
use tsunagari_core::model::AreaCode;

use crate::{Card, EmergencyLine, Slot};

/// What was answered so far.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct GivenAnswers {
    /// The form, such as `under-18`; `None` for the one people begin with.
    pub form: Option<String>,
    /// Answers, by question; a question that was passed over has none.
    pub given: Vec<GivenAnswer>,
    /// Name or code of the area.
    pub area: Option<String>,
    /// Lead to results with what is known.
    pub enough: bool,
}

/// What was answered to a question.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct GivenAnswer {
    /// The question.
    pub question: String,
    /// Options that were ticked.
    pub options: Vec<String>,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum AskStep {
    /// Questions.
    Questions {
        /// The page.
        page: AskPage,
    },
    /// Few cards, each with its rule.
    Results {
        /// What the answers led to.
        results: AskResults,
    },
}

/// A page of questions.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AskPage {
    /// The form that is being filled in.
    pub form: AskForm,
    /// Its questions on this page.
    pub questions: Vec<Question>,
    /// Other forms: for somebody under 18, for somebody who worries about another …
    pub others: Vec<AskForm>,
}

/// A form.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct AskForm {
    /// Its code.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What stands above it.
    pub intro: String,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Question {
    /// Its code.
    pub id: String,
    /// How many options can be ticked.
    pub kind: QuestionKind,
    /// The question.
    pub text: String,
    /// Headings of options.
    pub groups: Vec<Labelled>,
    /// What can be ticked.
    pub options: Vec<QuestionOption>,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum QuestionKind {
    /// Any number of options.
    Many,
    /// One option.
    One,
    /// One option, which leads to the rest.
    First,
    /// With an area.
    Area,
}

/// A code with its words.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Labelled {
    /// The code.
    pub id: String,
    /// The words.
    pub name: String,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct QuestionOption {
    /// Its code.
    pub id: String,
    /// The heading below which it stands.
    pub group: Option<String>,
    /// What it says.
    pub text: String,
}

/// What answers led to.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct AskResults {
    /// A danger now: show 119 and 110 before anything else.
    pub danger: bool,
    /// Nothing was chosen: these are for everything.
    pub for_anything: bool,
    /// Few cards, best first.
    pub cards: Vec<Card>,
    /// Wishes that nothing met, in words.
    pub relaxed: Vec<String>,
    /// Needs for which the directory holds nothing, in words.
    pub gaps: Vec<String>,
    /// What every municipality should have, for the one that was named.
    pub slots: Vec<Slot>,
    /// The emergency row.
    pub emergency: Vec<EmergencyLine>,
}

impl GivenAnswers {
    pub(crate) fn of(self, area: Option<AreaCode>) -> Answers {
        let given = self.given.into_iter().map(|answer| (answer.question, answer.options.into_iter().collect()));
        Answers { form: self.form, given: given.collect::<BTreeMap<_, _>>(), area, enough: self.enough }
    }
}

impl AskStep {
    pub(crate) fn of(app: &App, step: Step, words: &Words<'_>) -> Result<Self, AppError> {
        Ok(match step {
            Step::Questions(page) => Self::Questions { page: AskPage::of(page, words) },
            Step::Results(outcome) => Self::Results { results: AskResults::of(app, &outcome, words)? },
        })
    }
}

impl AskPage {
    fn of(page: finder::Page, words: &Words<'_>) -> Self {
        let form = |form: finder::Form| AskForm {
            name: form.name.within(words.language()).to_owned(),
            intro: form.intro.within(words.language()).to_owned(),
            id: form.id,
        };
        Self {
            form: form(page.form),
            questions: page.questions.into_iter().map(|question| Question::of(question, words)).collect(),
            others: page.others.into_iter().map(form).collect(),
        }
    }
}

impl Question {
    fn of(question: finder::Question, words: &Words<'_>) -> Self {
        let within = |text: &finder::Words| text.within(words.language()).to_owned();
        let kind = match question.kind {
            finder::Kind::Many => QuestionKind::Many,
            finder::Kind::One => QuestionKind::One,
            finder::Kind::First => QuestionKind::First,
            finder::Kind::Area => QuestionKind::Area,
        };
        let option = |option: finder::Opt| QuestionOption {
            text: option.text.as_ref().map_or_else(|| option.id.clone(), within),
            group: option.group,
            id: option.id,
        };
        Self {
            kind,
            text: within(&question.text),
            groups: question.groups.into_iter().map(|g| Labelled { name: within(&g.name), id: g.id }).collect(),
            options: question.options.into_iter().map(option).collect(),
            id: question.id,
        }
    }
}

impl AskResults {
    fn of(app: &App, outcome: &Outcome, words: &Words<'_>) -> Result<Self, AppError> {
        let chosen = app.choose(outcome)?;
        let slots = outcome.area.as_ref().map(|area| app.slots(area)).transpose()?.unwrap_or_default();
        let relaxed = |wish: &Relaxed| words.texts.get(wish.text());
        Ok(Self {
            danger: outcome.danger,
            for_anything: outcome.is_for_anything(),
            cards: Card::all(&chosen.cards, words),
            relaxed: chosen.relaxed.iter().map(relaxed).collect(),
            gaps: words.gaps(&Found { gaps: chosen.gaps.clone(), ..Found::default() }),
            slots: Slot::all(&slots, app, words),
            emergency: EmergencyLine::all(&app.emergency(outcome.area.as_ref())?, words),
        })
    }
}
