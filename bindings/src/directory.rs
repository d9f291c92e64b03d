//! Finding help: in words, by questions, near a place, in an emergency, when a line is busy.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::SystemTime;

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{self, App, AppError, BusyRequest as Tried, print};
use tsunagari_core::directory::answer::name_in;
use tsunagari_core::directory::areas::{self, AreaMatch};
use tsunagari_core::directory::chain;
use tsunagari_core::directory::finder;
use tsunagari_core::directory::places::{self, Filling};
use tsunagari_core::env::from_japan;

use crate::{
    AskStep, Card, Detail, Device, EmergencyLine, Fact, Filters, FindRequest, GivenAnswers, Import, Layout, Search,
    SmallerStep, TsunagariError, Way,
};

/// The directory of help.
#[derive(uniffi::Object)]
pub struct Directory {
    pub(crate) device: Arc<Device>,
}

/// Places around a place.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Around {
    /// Places, nearest and soonest first.
    pub places: Vec<Place>,
    /// What every municipality should have there.
    pub slots: Vec<Slot>,
}

/// A place to go.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Place {
    /// The place.
    pub card: Card,
    /// What is known about going there for the first time.
    pub first_visit: Vec<Fact>,
}

/// What every municipality should have.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Slot {
    /// Its code.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// Entries that fill it; empty when nothing is known yet, which is shown.
    pub filled_by: Vec<Named>,
}

/// An entry by its name.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

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

/// What a person means by the name or code of a place.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum AreaAnswer {
    /// This one.
    One {
        /// The area.
        area: Area,
    },
    /// One of several with that name: ask which.
    Several {
        /// The areas.
        areas: Vec<Area>,
    },
    /// None has that name.
    None {
        /// Areas with a name like it.
        near: Vec<Area>,
    },
}

/// A prefecture, municipality or ward.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Area {
    /// Two digits, or six with a check digit.
    pub code: String,
    /// Name with its prefecture and city.
    pub name: String,
    /// Reading of its own name.
    pub kana: String,
}

/// What is here and how old it is.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DirectoryState {
    /// The national pack and what was imported.
    pub packs: Vec<PackState>,
    /// The clock of the device can be right.
    pub clock_ok: bool,
    /// The stored directory is whole; where it is not, answers come from what the app carries.
    pub whole: bool,
}

/// A set of entries.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PackState {
    /// Identifier.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its entries.
    pub entries: u32,
    /// The day on which it was made, or imported.
    pub on: Option<String>,
    /// What its age means; `None` while it is fresh.
    pub age: Option<String>,
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

#[uniffi::export]
impl Directory {
    /// A search for what a person typed; nothing runs before [`Search::run`].
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn find(&self, request: FindRequest) -> Result<Arc<Search>, TsunagariError> {
        let ticket = self.device.ask(|app, _| Ok(app.ticket()))?;
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
}

impl Directory {
    /// Asks about an area, or about no area.
    fn asked<T>(
        &self,
        area: Option<String>,
        question: impl Fn(&App, Option<&tsunagari_core::model::AreaCode>, &Words<'_>) -> Result<T, AppError>,
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

impl Around {
    fn of(around: app::Around, app: &App, words: &Words<'_>) -> Self {
        let place = |place: places::Place| Place {
            first_visit: words.first_visit(&place.card.record).into_iter().map(Fact::from).collect(),
            card: Card::of(&place.card, words),
        };
        let slots = Slot::all(&around.slots, app, words);
        Self { places: around.places.into_iter().map(place).collect(), slots }
    }
}

impl Slot {
    pub(crate) fn all(slots: &[(finder::Words, places::Slot)], app: &App, words: &Words<'_>) -> Vec<Self> {
        let named = |id: &String| {
            let shown = app.show(id, None).ok();
            let name = shown.map(|shown| name_in(&shown.card.record, words.language()).to_owned());
            Named { id: id.clone(), name: name.unwrap_or_else(|| id.clone()) }
        };
        let slot = |(name, slot): &(finder::Words, places::Slot)| Self {
            kind: slot.kind.clone(),
            name: name.within(words.language()).to_owned(),
            filled_by: match &slot.filling {
                Filling::Filled(ids) => ids.iter().map(named).collect(),
                Filling::Empty => Vec::new(),
            },
        };
        slots.iter().map(slot).collect()
    }
}

impl Busy {
    fn of(busy: &app::Busy, remembered: bool, emergency: Vec<EmergencyLine>, words: &Words<'_>) -> Self {
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
    fn of(
        choice: &chain::Choice,
        line: Option<&tsunagari_core::directory::answer::Card>,
        words: &Words<'_>,
    ) -> Option<Self> {
        let card = |card| Card::of(card, words);
        Some(match choice {
            chain::Choice::OtherWay { way } => Self::OtherWay { way: Way::of(line?, way, words) },
            chain::Choice::Line { card: other, way } => Self::Line { card: card(other), way: way.clone() },
            chain::Choice::Unsure { card: other, way } => Self::Unsure { card: card(other), way: way.clone() },
            chain::Choice::Again { card: other, way } => Self::Again { card: card(other), way: way.clone() },
            chain::Choice::Later { card: other, way, opens } => {
                Self::Later { card: card(other), way: way.clone(), opens: from_japan(*opens).into() }
            }
            chain::Choice::EnoughForToday => Self::EnoughForToday,
        })
    }
}

impl AreaAnswer {
    fn of(app: &App, text: &str) -> Self {
        let area = |area: &areas::Area| Area {
            code: area.code.to_string(),
            name: app.area_table().full_name(area),
            kana: area.kana.clone(),
        };
        match app.areas(text) {
            AreaMatch::One(found) => Self::One { area: area(found) },
            AreaMatch::Several(found) => Self::Several { areas: found.into_iter().map(area).collect() },
            AreaMatch::None(near) => Self::None { near: near.into_iter().map(area).collect() },
        }
    }
}

impl DirectoryState {
    fn of(doctor: app::Doctor, carried: bool, words: &Words<'_>) -> Self {
        let pack = |pack: app::PackAge| PackState {
            id: pack.id,
            name: pack.name,
            entries: pack.records,
            on: pack.built.map(|day| day.to_string()),
            age: words.age(pack.freshness),
        };
        Self {
            packs: doctor.packs.into_iter().map(pack).collect(),
            clock_ok: doctor.clock_ok,
            whole: doctor.damage.is_none() && !carried,
        }
    }
}
