//! つながりの質問: forms, a sentence back, published figures, and answers that somebody chose to keep. There is no sum and
//! no place among others in any of it.

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AppError, Changed};
use tsunagari_core::directory::answer;
use tsunagari_core::journal::{self, date_in_words, questions};
use tsunagari_core::model;
use tsunagari_core::text::Texts;

use super::Journal;
use super::entry::event;
use crate::{Card, TsunagariError};

/// Questions that belong together.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ConnectionForm {
    /// Its code, such as `direct`.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where wording and points come from, in Japanese.
    pub source: String,
    /// The questions, in order.
    pub questions: Vec<String>,
    /// The answers to each, in order.
    pub options: Vec<ConnectionOption>,
    /// That it is no diagnosis: to be said beside the questions and beside the sentence back.
    pub no_diagnosis: String,
    /// There are figures of what others answered, for who asks for them ([`Journal::figures`]).
    pub has_figures: bool,
}

/// An answer that can be given.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ConnectionOption {
    /// Its value, which is not shown.
    pub value: u32,
    /// The wording.
    pub text: String,
}

/// What comes back for answers. Nothing of it is kept.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct ConnectionBack {
    /// The sentence.
    pub sentence: String,
    /// Its limits were compared with the source.
    pub verified: bool,
    /// What is to be said where they were not.
    pub caution: Option<String>,
    /// That it is no diagnosis.
    pub no_diagnosis: String,
    /// Who listens, those that are open first.
    pub lines: Vec<Card>,
}

/// What others answered. Which answer was given here is not marked.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ConnectionFigures {
    /// Which survey.
    pub what: String,
    /// Where the figures come from, in Japanese.
    pub source: String,
    /// They were compared with the source.
    pub verified: bool,
    /// What is to be said where they were not.
    pub caution: Option<String>,
    /// The share of each answer, in order; those who gave none last.
    pub shares: Vec<ConnectionShare>,
}

/// The share of one answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ConnectionShare {
    /// The answer in words.
    pub answer: String,
    /// Tenths of a per cent, 0 to 1000.
    pub tenths: u32,
    /// Share and answer in words.
    pub words: String,
}

/// Answers that somebody chose to keep.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ConnectionAnswers {
    /// Identifier, 32 hexadecimal digits.
    pub id: String,
    /// When: local time with the offset of the place, `2026-11-22T03:00:00+09:00`.
    pub at: String,
    /// The day in words, with its weekday.
    pub day_words: String,
    /// Code of the form.
    pub form: String,
    /// Values of the answers, in order.
    pub answers: Vec<u32>,
    /// Each question with its answer; empty when the form is no longer there.
    pub said: Vec<ConnectionAnswered>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ConnectionAnswered {
    /// The question.
    pub question: String,
    /// The answer in words; empty when it is no longer there.
    pub answer: String,
}

#[uniffi::export]
impl Journal {
    /// All forms of つながりの質問, the one to begin with first.
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn forms(&self) -> Result<Vec<ConnectionForm>, TsunagariError> {
        self.device.ask(|_, words| Ok(questions()?.forms.iter().map(|form| ConnectionForm::of(form, words)).collect()))
    }

    /// Who listens, those that are open first; for the page with the questions, too. `area` is a name or code.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `area`.
    pub fn listening(&self, area: Option<String>) -> Result<Vec<Card>, TsunagariError> {
        let area = self.device.area(area.as_deref())?;
        self.device.ask(|app, words| Ok(Card::all(&app.listening(area.as_ref())?, words)))
    }

    /// A sentence back, and who listens. `answers` are values, one for each question.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`] without such a form, [`TsunagariError::Invalid`] with `answers` or `area`.
    pub fn back(
        &self,
        form: String,
        answers: Vec<u32>,
        area: Option<String>,
    ) -> Result<ConnectionBack, TsunagariError> {
        let (answers, area) = (values(&answers)?, self.device.area(area.as_deref())?);
        self.device.ask(|app, words| {
            let band = questions()?.form(&form)?.back(&answers)?;
            Ok(ConnectionBack::of(band, &app.listening(area.as_ref())?, words))
        })
    }

    /// What others answered, only for who asks for it; `None` where no figures are known.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`] without such a form.
    pub fn figures(&self, form: String) -> Result<Option<ConnectionFigures>, TsunagariError> {
        self.device.ask(|_, words| Ok(ConnectionFigures::of(questions()?.form(&form)?, words)))
    }

    /// Keeps answers, because the person said so.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`] without such a form, [`TsunagariError::Invalid`] with `answers`; then nothing was
    /// kept.
    pub fn keep(&self, form: String, answers: Vec<u32>) -> Result<ConnectionAnswers, TsunagariError> {
        let (texts, now, answers) = (self.device.texts(), self.now()?, values(&answers)?);
        self.device.change(Changed::Answers, |_, kept| {
            ConnectionAnswers::of(&kept.keep_answers(&form, &answers, now)?, &texts)
        })
    }

    /// Answers that were kept, in order, only for who asks for them.
    ///
    /// # Errors
    /// [`TsunagariError`] when they cannot be read.
    pub fn kept_answers(&self) -> Result<Vec<ConnectionAnswers>, TsunagariError> {
        self.device.kept(|_, kept, words| {
            kept.kept_answers()?.iter().map(|one| ConnectionAnswers::of(one, words.texts)).collect()
        })
    }

    /// Erases answers that were kept.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`].
    pub fn erase_kept(&self, id: String) -> Result<(), TsunagariError> {
        self.device.change(Changed::Answers, |_, kept| kept.erase_answers(event(&id)?))
    }
}

impl ConnectionForm {
    fn of(form: &journal::Form, words: &Words<'_>) -> Self {
        let within = |item: &journal::Item| item.text.within(words.language()).to_owned();
        let option = |item: &journal::Item| ConnectionOption { value: item.value.into(), text: within(item) };
        Self {
            id: form.id.clone(),
            name: form.name.within(words.language()).to_owned(),
            source: form.source.clone(),
            questions: form.questions.iter().map(within).collect(),
            options: form.options.iter().map(option).collect(),
            no_diagnosis: words.texts.get("check-no-diagnosis"),
            has_figures: form.survey.is_some(),
        }
    }
}

impl ConnectionBack {
    fn of(band: &journal::Band, lines: &[answer::Card], words: &Words<'_>) -> Self {
        Self {
            sentence: band.sentence.within(words.language()).to_owned(),
            verified: band.verified,
            caution: (!band.verified).then(|| words.texts.get("check-not-verified")),
            no_diagnosis: words.texts.get("check-no-diagnosis"),
            lines: Card::all(lines, words),
        }
    }
}

impl ConnectionFigures {
    fn of(form: &journal::Form, words: &Words<'_>) -> Option<Self> {
        let survey = form.survey.as_ref()?;
        let share = |share: u16, answer: String| ConnectionShare {
            tenths: share.into(),
            words: share_in_words(share, &answer, words.texts),
            answer,
        };
        let within = |item: &journal::Item| item.text.within(words.language()).to_owned();
        let answers = form.options.iter().zip(&survey.shares).map(|(option, part)| share(*part, within(option)));
        let no_answer = share(survey.no_answer, words.texts.get("check-survey-no-answer"));
        Some(Self {
            what: survey.what.within(words.language()).to_owned(),
            source: survey.source.clone(),
            verified: survey.verified,
            caution: (!survey.verified).then(|| words.texts.get("check-survey-not-verified")),
            shares: answers.chain([no_answer]).collect(),
        })
    }
}

fn share_in_words(share: u16, answer: &str, texts: &Texts) -> String {
    let percent = format!("{}.{}", share / 10, share % 10);
    texts.with("check-survey-share", &[("percent", percent.into()), ("answer", answer.into())])
}

impl ConnectionAnswers {
    fn of(kept: &model::Answered, texts: &Texts) -> Result<Self, AppError> {
        let within = |item: &journal::Item| item.text.within(texts.language()).to_owned();
        let said = questions()?.form(&kept.form).ok().map(|form| {
            let option = |value: &u8| form.options.iter().find(|option| option.value == *value);
            let pairs = form.questions.iter().zip(&kept.answers);
            let answered = pairs.map(|(question, value)| ConnectionAnswered {
                question: within(question),
                answer: option(value).map(within).unwrap_or_default(),
            });
            answered.collect()
        });
        Ok(Self {
            id: kept.id.to_string(),
            at: kept.at.to_rfc3339(),
            day_words: date_in_words(kept.at.date_naive(), texts),
            form: kept.form.clone(),
            answers: kept.answers.iter().copied().map(u32::from).collect(),
            said: said.unwrap_or_default(),
        })
    }
}

/// Values of answers; one that no form can have is an invalid answer.
fn values(answers: &[u32]) -> Result<Vec<u8>, TsunagariError> {
    let values = answers.iter().map(|answer| u8::try_from(*answer)).collect::<Result<_, _>>();
    values.map_err(|_| TsunagariError::invalid("answers"))
}
