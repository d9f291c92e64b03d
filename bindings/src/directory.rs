//! Finding help: in words, by questions, near a place, in an emergency, when a line is busy.

mod area;
mod around;
mod busy;
mod state;

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{self, App, AppError, BusyRequest as Tried, print};
use tsunagari_core::directory::finder;
use tsunagari_core::keepsakes::qr;
use tsunagari_core::model::AreaCode;

pub use area::*;
pub use around::*;
pub use busy::*;
pub use state::*;

use crate::{
    AskStep, Card, Detail, Device, EmergencyLine, Filters, FindRequest, GivenAnswers, Import, Layout, Qr, Search,
    SmallerStep, TsunagariError,
};

/// The directory of help.
#[derive(uniffi::Object)]
pub struct Directory {
    pub(crate) device: Arc<Device>,
}

/// A paper with entries.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PaperRequest {
    /// The entries; empty for the lines one can begin with, and what is near.
    pub ids: Vec<String>,
    /// How they are laid out.
    pub layout: Layout,
    /// Name or code of the area.
    pub area: Option<String>,
    /// Also entries whose traces could endanger somebody: the person was warned and said so.
    pub traces: bool,
}

/// An entry as a code.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct EntryCode {
    /// What the code says, word for word: lines without readings to be drawn.
    pub text: String,
    /// The code.
    pub qr: Qr,
}

#[uniffi::export]
impl Directory {
    /// A search for what a person typed; nothing runs before [`Search::run`].
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn find(&self, request: FindRequest) -> Result<Arc<Search>, TsunagariError> {
        let ticket = self.device.with(|device| Ok(device.ticket()?))?;
        Ok(Arc::new(Search { device: Arc::clone(&self.device), request, ticket }))
    }

    /// All that is known of one entry.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`], [`TsunagariError::Invalid`] with `area`.
    pub fn show(&self, id: String, area: Option<String>) -> Result<Detail, TsunagariError> {
        self.asked(area, |app, area, words| {
            let shown = app.show(&id, area)?;
            Ok(Detail::of(&shown, smaller_steps(app, &shown, words)?, words))
        })
    }

    /// All lines that are there at this moment, open ones first.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `area`.
    pub fn lines(&self, area: Option<String>, filters: Filters) -> Result<Vec<Card>, TsunagariError> {
        let filters = filters.into();
        self.asked(area, |app, area, words| Ok(Card::all(&app.lines(area, &filters)?, words)))
    }

    /// Places to go near a place, with their next dates, and what every municipality should have there.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `area`.
    pub fn places(&self, area: String, filters: Filters, limit: u16) -> Result<Around, TsunagariError> {
        let filters = filters.into();
        self.device.ask(|app, words| {
            let around = app.places(&app.area(&area)?, &filters, usize::from(limit))?;
            Ok(Around::of(around, app, words))
        })
    }

    /// The emergency row for a place.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `area`.
    pub fn emergency(&self, area: Option<String>) -> Result<Vec<EmergencyLine>, TsunagariError> {
        self.asked(area, |app, area, words| Ok(EmergencyLine::all(&app.emergency(area)?, words)))
    }

    /// What can be done when a line did not answer. It is never nothing.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`], [`TsunagariError::Invalid`] with `area`.
    pub fn busy(&self, request: BusyRequest) -> Result<Busy, TsunagariError> {
        let BusyRequest { ids, kind, area, spoken, age, remember } = request;
        let area = self.device.area(area.as_deref())?;
        let tried = Tried { ids, kind, area: area.clone(), spoken, age };
        let (busy, remembered) = self.device.with(|device| Ok(device.chain(&tried, remember)?))?;
        self.device.ask(|app, words| {
            let emergency = EmergencyLine::all(&app.emergency(area.as_ref())?, words);
            Ok(Busy::of(&busy, remembered, emergency, words))
        })
    }

    /// The next questions of the guided finder, or what the answers lead to. Every question can be left out.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `answers` or `area`.
    pub fn guide(&self, answers: GivenAnswers) -> Result<AskStep, TsunagariError> {
        let area = self.device.area(answers.area.as_deref())?;
        let answers = answers.of(area);
        self.device.ask(|app, words| AskStep::of(app, app.ask(&answers)?, words))
    }

    /// What a person means by the name or code of a place.
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn areas(&self, text: String) -> Result<AreaAnswer, TsunagariError> {
        self.device.ask(|app, _| Ok(AreaAnswer::of(app, &text)))
    }

    /// An import of open data (a file or a folder); nothing runs before [`Import::run`]. With `all_kinds` also what is
    /// not about help.
    pub fn import_from(&self, path: String, all_kinds: bool) -> Arc<Import> {
        let cancelled = Arc::new(AtomicBool::new(false));
        Arc::new(Import { device: Arc::clone(&self.device), path, all_kinds, cancelled })
    }

    /// What is here, how old it is, and whether it is whole. Reads every page of the directory.
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn state(&self) -> Result<DirectoryState, TsunagariError> {
        let carried = self.device.with(|device| Ok(device.is_carried()?))?;
        self.device.ask(|app, words| Ok(DirectoryState::of(app.doctor()?, carried, words)))
    }

    /// A page of HTML with entries, to print or to copy by hand.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`]; [`TsunagariError::Invalid`] with `traces` when traces of an entry could endanger
    /// somebody and the person did not say that it may be printed.
    pub fn paper(&self, request: PaperRequest) -> Result<String, TsunagariError> {
        let PaperRequest { ids, layout, area, traces } = request;
        self.asked(area, |app, area, words| {
            let cards = app.cards_for_paper(&ids, area, traces, words.language())?;
            let paper = words.paper(layout.into(), &cards, &app.emergency(area)?, words.now.date());
            Ok(print::html(&paper))
        })
    }

    /// An entry as a code that another telephone reads from the screen: its name, some ways with their cost and hours, where
    /// it is, and who assured it and when, shortened to what is read at once. `traces` as in [`PaperRequest::traces`].
    ///
    /// # Errors
    /// As [`Directory::paper`]; [`TsunagariError::Invalid`] with `area`, and with `qr` when the entry is longer than one code
    /// holds.
    pub fn code(&self, id: String, area: Option<String>, traces: bool) -> Result<EntryCode, TsunagariError> {
        self.asked(area, |app, area, words| {
            let text = words.code_text(&app.card_for_paper(&id, area, traces, words.language())?);
            let qr = Qr::of(&qr::Qr::new(&text)?);
            Ok(EntryCode { text, qr })
        })
    }
}

impl Directory {
    /// Asks about an area, or about no area.
    fn asked<T>(
        &self,
        area: Option<String>,
        question: impl Fn(&App, Option<&AreaCode>, &Words<'_>) -> Result<T, AppError>,
    ) -> Result<T, TsunagariError> {
        self.device.ask(|app, words| {
            let area = area.as_deref().map(|area| app.area(area)).transpose()?;
            question(app, area.as_ref(), words)
        })
    }
}

fn smaller_steps(app: &App, shown: &app::Shown, words: &Words<'_>) -> Result<Vec<SmallerStep>, AppError> {
    let step = |step: &finder::SmallStep| SmallerStep {
        id: step.id.clone(),
        keep: step.keep,
        words: step.text.within(words.language()).to_owned(),
    };
    Ok(app.national().finder()?.small_steps(&shown.card.record).map(step).collect())
}
