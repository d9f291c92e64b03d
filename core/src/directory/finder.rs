//! The guided finder: tick what is on your mind, answer a few questions, get few suggestions, each with its rule.
//!
//! It is deterministic and keeps no state: the same [`Answers`] lead to the same [`Step`]. Questions, rules and words
//! are data (core/national/finder.toml). [`Finder::steps`] leads to an [`Outcome`]; [`choose`] turns that into cards.

mod answers;
mod check;
mod choose;
mod error;
mod outcome;
mod rank;
mod source;

pub use answers::{AnswerError, Answers};
pub use choose::{Chosen, Relaxed, choose};
pub use error::FinderError;
pub use outcome::{Named, Outcome, Weighed};
pub use source::{Form, Group, Guide, Kind, Opt, PartOf, Question, Rule, SmallStep, Wish};

use self::source::Source;
use super::needs::Catalogue;
pub use crate::model::Words;
use crate::model::{Language, Record};

/// The form people begin with.
const FIRST_FORM: &str = "everyone";

/// The questions and rules, checked.
#[derive(Debug, Clone)]
pub struct Finder {
    source: Source,
    needs: Catalogue,
    first: Form,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "snake_case", tag = "step")]
pub enum Step {
    /// A few questions; every one can be skipped.
    Questions(Page),
    /// What the answers lead to.
    Results(Outcome),
}

/// Questions that are asked together.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Page {
    /// The form they belong to.
    pub form: Form,
    /// The questions, with every option that has words.
    pub questions: Vec<Question>,
    /// Other forms that can be gone over to.
    pub others: Vec<Form>,
}

impl Finder {
    /// Reads core/national/finder.toml; the catalogue gives names and ranks of the needs.
    ///
    /// # Errors
    /// [`FinderError`] when the file is damaged or a name leads nowhere.
    pub fn from_toml(text: &str, needs: Catalogue) -> Result<Self, FinderError> {
        let source = Source::read(text)?;
        let first = source.forms.iter().find(|form| form.id == FIRST_FORM).ok_or(FinderError::NoFirstForm)?.clone();
        let mut finder = Self { source, needs, first };
        finder.name_options();
        check::check(&finder.source, &finder.needs)?;
        Ok(finder)
    }

    /// The next questions, or what the answers lead to. In danger nothing more is asked: what comes first is shown at
    /// once. Answers that lead nowhere are passed over; [`Finder::check`] names them.
    #[must_use]
    pub fn steps(&self, answers: &Answers) -> Step {
        let form = self.form_of(answers);
        let outcome = self.outcome(form, answers);
        let pages = if answers.enough || outcome.danger { &[][..] } else { form.pages.as_slice() };
        for page in pages {
            let asked: Vec<Question> = page
                .iter()
                .filter_map(|id| self.question(id))
                .filter_map(|question| self.asked(question, form, answers))
                .collect();
            if asked.iter().any(|question| !answers.has_seen(&question.id)) {
                let others = self.source.forms.iter().filter(|other| other.id != form.id).cloned().collect();
                return Step::Questions(Page { form: form.clone(), questions: asked, others });
            }
        }
        Step::Results(outcome)
    }

    /// All forms.
    #[must_use]
    pub fn forms(&self) -> &[Form] {
        &self.source.forms
    }

    /// All rules that are written out; those of the options stand with the options.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.source.rules
    }

    /// A question by its id.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.source.questions.iter().find(|question| question.id == id)
    }

    /// Why a rule led to a suggestion: its own words, or those of the option that was ticked.
    #[must_use]
    pub fn explanation(&self, rule: &str) -> Option<&Words> {
        if let Some(rule) = self.source.rules.iter().find(|candidate| candidate.id == rule) {
            return Some(&rule.text);
        }
        let (question, option) = rule.split_once('/')?;
        self.question(question)?.option(option)?.text.as_ref()
    }

    /// What can be read before any line.
    pub fn guide<'a>(&'a self, form: &'a str) -> impl Iterator<Item = &'a Guide> + 'a {
        self.source.guide.iter().filter(move |guide| guide.form == form)
    }

    /// Steps smaller than calling. What leaves something on the phone is not offered for a record with a trace warning,
    /// and nothing that speaks of what a record has not.
    pub fn small_steps<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = &'a SmallStep> + 'a {
        self.source.small.iter().filter(|step| !(step.keep && record.is("trace_warning")) && step.fits(record))
    }

    /// Names what cannot be answered so.
    ///
    /// # Errors
    /// [`AnswerError`] for the first question or option that is unknown, or for two answers where one is asked.
    pub fn check(&self, answers: &Answers) -> Result<(), AnswerError> {
        if let Some(form) = &answers.form
            && !self.source.forms.iter().any(|known| known.id == *form)
        {
            return Err(AnswerError::NoForm(form.clone()));
        }
        for (id, options) in &answers.given {
            let question = self.question(id).ok_or_else(|| AnswerError::NoQuestion(id.clone()))?;
            let question = match question.kind {
                Kind::First => self.concern(self.form_of(answers)).unwrap_or(question),
                Kind::One if options.len() > 1 => return Err(AnswerError::OnlyOne(id.clone())),
                _ => question,
            };
            if let Some(option) = options.iter().find(|option| question.option(option).is_none()) {
                return Err(AnswerError::NoOption { question: id.clone(), option: option.clone() });
            }
        }
        Ok(())
    }

    /// The form in use: the one asked for, or the one an option led over to.
    fn form_of(&self, answers: &Answers) -> &Form {
        let named = |id: &str| self.source.forms.iter().find(|form| form.id == id);
        let led = self
            .source
            .questions
            .iter()
            .flat_map(|question| question.options.iter().map(move |option| (question, option)))
            .filter(|(question, option)| answers.ticked(&question.id, &option.id))
            .find_map(|(_, option)| named(option.form.as_deref()?));
        let asked = answers.form.as_deref().and_then(named);
        led.or(asked).unwrap_or(&self.first)
    }

    fn concern(&self, form: &Form) -> Option<&Question> {
        self.question(&form.concern)
    }

    /// A question as it is asked here; `None` when there is nothing to ask.
    fn asked(&self, question: &Question, form: &Form, answers: &Answers) -> Option<Question> {
        if question.kind != Kind::First {
            return Some(question.clone());
        }
        let concern = self.concern(form)?;
        let ticked: Vec<Opt> =
            concern.options.iter().filter(|option| answers.ticked(&concern.id, &option.id)).cloned().collect();
        (ticked.len() > 2).then(|| Question { options: ticked, ..question.clone() })
    }

    /// Options without words of their own have the name of their first need.
    fn name_options(&mut self) {
        for option in self.source.questions.iter_mut().flat_map(|question| &mut question.options) {
            if option.text.is_none() {
                let need = option.need.first().and_then(|need| self.needs.get(need));
                option.text = need.map(|need| Words {
                    ja: need.name(Language::Japanese).to_owned(),
                    ja_easy: need.name(Language::EasyJapanese).to_owned(),
                    en: need.name(Language::English).to_owned(),
                });
            }
        }
    }
}
