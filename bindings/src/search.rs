//! A search that can be cancelled, and what it finds.

use std::sync::Arc;

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{App, AppError, WithOwn};
use tsunagari_core::directory::answer;
use tsunagari_core::model::AreaCode;
use tsunagari_core::store::Ticket;

use crate::{Card, Device, EmergencyLine, OwnEntry, TsunagariError};

/// What a person asks for. Nothing of it is stored.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct FindRequest {
    /// What they typed, as they typed it; there is no query syntax.
    pub text: String,
    /// Name or code of the area they are in or ask for.
    pub area: Option<String>,
    /// What they ruled out.
    pub filters: Filters,
    /// How many cards at most; 0 for the usual five.
    pub limit: u16,
    /// Entries of their own, too, where what is kept is open.
    pub own: bool,
}

/// Conditions every card must meet. What is unknown does not meet a condition.
#[derive(Debug, Clone, PartialEq, Eq, Default, uniffi::Record)]
pub struct Filters {
    /// Known to be open now.
    pub open_now: bool,
    /// At least one way costs nothing.
    pub free: bool,
    /// At least one way needs no voice.
    pub no_voice: bool,
    /// A place where one can have a part (役割がある場所).
    pub role_place: bool,
    /// Kinds of ways (`tel`, `chat` …), any of which will do; empty means all.
    pub channels: Vec<String>,
    /// Code of a language that is spoken there, such as `vi`.
    pub spoken: Option<String>,
    /// Age in years of the person it is for.
    pub age: Option<u8>,
    /// Distance in km from the centre of the area asked for.
    pub within_km: Option<u32>,
    /// Kinds of entries (`line`, `desk`, `place`, `scheme`, `site`), any of which will do; empty means all.
    pub kinds: Vec<String>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Answer {
    /// A danger now: show 119 and 110 before anything else.
    pub danger: bool,
    /// What was understood, in words.
    pub understood: Option<String>,
    /// Needs for which the directory holds nothing, in words.
    pub gaps: Vec<String>,
    /// Few cards, best first.
    pub cards: Vec<Card>,
    /// Entries of the person's own.
    pub own: Vec<OwnEntry>,
    /// More matched than was looked at.
    pub cut: bool,
    /// The emergency row for the area.
    pub emergency: Vec<EmergencyLine>,
}

/// One search. It runs when [`Search::run`] is called, on the thread that calls; a search that begins later on the same
/// device stops it.
#[derive(uniffi::Object)]
pub struct Search {
    pub(crate) device: Arc<Device>,
    pub(crate) request: FindRequest,
    pub(crate) ticket: Ticket,
}

#[uniffi::export]
impl Search {
    /// Searches.
    ///
    /// # Errors
    /// [`TsunagariError::Cancelled`], [`TsunagariError::Invalid`] with `area`.
    pub fn run(&self) -> Result<Answer, TsunagariError> {
        let area = self.device.area(self.request.area.as_deref())?;
        let request = self.request.of(area.clone());
        let found = self.device.with(|device| Ok(device.find(self.ticket, &request, self.request.own)?))?;
        self.device.ask(|app, words| Answer::of(app, &found, area.as_ref(), words))
    }

    /// Stops it, from any thread, also before it has begun; [`Search::run`] ends with [`TsunagariError::Cancelled`].
    pub fn cancel(&self) {
        // A closed device searches no more.
        let _closed = self.device.with(|device| Ok(device.stop(self.ticket)?));
    }
}

impl FindRequest {
    fn of(&self, area: Option<AreaCode>) -> answer::FindRequest {
        let limit = usize::from(self.limit);
        answer::FindRequest { text: self.text.clone(), area, filters: self.filters.clone().into(), limit }
    }
}

impl From<Filters> for answer::Filters {
    fn from(filters: Filters) -> Self {
        let Filters { open_now, free, no_voice, role_place, channels, spoken, age, within_km, kinds } = filters;
        Self { open_now, free, no_voice, role_place, channels, spoken, age, within_km, kinds }
    }
}

impl Answer {
    fn of(app: &App, found: &WithOwn, area: Option<&AreaCode>, words: &Words<'_>) -> Result<Self, AppError> {
        let answer = &found.answer;
        Ok(Self {
            danger: answer.danger,
            understood: words.understood(&answer.needs),
            gaps: words.gaps(answer),
            cards: Card::all(&answer.cards, words),
            own: found.own.iter().map(|own| OwnEntry::of(own, words)).collect(),
            cut: answer.cut,
            emergency: EmergencyLine::all(&app.emergency(area)?, words),
        })
    }
}
