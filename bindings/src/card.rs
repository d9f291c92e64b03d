//! Entries as screens draw them: what they are, why they are shown, ways with their state at this moment.

use std::time::SystemTime;

use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer;
use tsunagari_core::directory::emergency::{self, EmergencyEntry};
use tsunagari_core::model::{self, Channel};

use crate::time::instant;

/// One entry, ready to be drawn. Texts are in the language of the device.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Card {
    /// Identifier.
    pub id: String,
    /// `line`, `desk`, `place`, `scheme` or `site`.
    pub kind: String,
    /// Name.
    pub name: String,
    /// What it is, in one or a few sentences.
    pub summary: Option<String>,
    /// What must be said about its publisher; `None` for the national pack.
    pub label: Option<String>,
    /// Why it is shown, strongest first.
    pub reasons: Vec<String>,
    /// Ways of reaching it that are offered here, best first.
    pub ways: Vec<Way>,
    /// Kilometres from the centre of the area asked for.
    pub distance_km: Option<u32>,
    /// Its address, as published.
    pub address: Option<String>,
    /// The next times it is open, for places.
    pub next: Vec<Span>,
    /// Who assured it and when.
    pub assurance: String,
    /// What its age means; `None` while it is fresh.
    pub age: Option<String>,
    /// Traces of it could endanger somebody: warn first, keep nothing, print nothing unasked.
    pub trace_warning: bool,
    /// It stands in the emergency row.
    pub emergency: bool,
}

/// A time from when until when.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Span {
    /// Begin.
    pub from: SystemTime,
    /// End.
    pub to: SystemTime,
    /// Both, in words.
    pub words: String,
}

/// One way of reaching an entry, at this moment, from this area.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Way {
    /// Identifier within the entry.
    pub id: String,
    /// `tel`, `chat`, `mail`, `visit`, `web` …
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// The number as it is read, the address of a site or of mail.
    pub target: Option<String>,
    /// Digits for the dialler; `None` where nothing is offered for dialling.
    pub dial: Option<String>,
    /// Open, closed or unknown now.
    pub state: OpenState,
    /// The same in words.
    pub state_words: String,
    /// What it costs.
    pub fee: Fee,
    /// Cost, data and voice, in words.
    pub notes: Vec<String>,
    /// It needs a data connection.
    pub needs_data: bool,
    /// It can be used without speaking.
    pub no_voice: bool,
}

/// Open, closed or unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum OpenState {
    /// Open now.
    Open {
        /// Until when, where that is known.
        until: Option<SystemTime>,
        /// At every hour.
        always: bool,
    },
    /// Closed now.
    Closed {
        /// When it opens, where that is known.
        opens_next: Option<SystemTime>,
    },
    /// It cannot be told for certain.
    Unknown,
}

/// Cost of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Fee {
    /// Free to call.
    Free,
    /// The caller pays.
    Caller,
    /// The caller pays, outside flat rates (0570).
    Navi,
    /// Not known.
    Unknown,
    /// Not a call.
    NotACall,
}

/// A number of the emergency row.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct EmergencyLine {
    /// The line; without ways unless it works where the person is.
    pub card: Card,
    /// Whether it works where the person is, as far as a source says so.
    pub works_here: EmergencyHere,
}

/// Whether a number works where the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum EmergencyHere {
    /// A source names the place, or the whole country.
    Works,
    /// It works in parts of the place only.
    PartOnly,
    /// No source names the place.
    NotNamed,
    /// It depends on a place that is not known.
    DependsOnPlace,
}

impl Card {
    pub(crate) fn of(card: &answer::Card, words: &Words<'_>) -> Self {
        let record = &card.record;
        let span = |(from, to): &(chrono::NaiveDateTime, chrono::NaiveDateTime)| Span {
            from: instant(*from),
            to: instant(*to),
            words: words.span(*from, *to),
        };
        Self {
            id: record.id.clone(),
            kind: record.text("kind").unwrap_or("line").to_owned(),
            name: answer::name_in(record, words.language()).to_owned(),
            summary: record.localised("summary", words.language()).map(str::to_owned),
            label: words.label(card),
            reasons: card.reasons.iter().map(|reason| words.reason(reason)).collect(),
            ways: card.ways.iter().map(|way| Way::of(card, way, words)).collect(),
            distance_km: card.distance_km,
            address: record.text("address").map(str::to_owned),
            next: card.opens_later().map(span).collect(),
            assurance: words.assurance(&card.assurance),
            age: words.age(card.assurance.freshness),
            trace_warning: record.is("trace_warning"),
            emergency: record.is("emergency_row"),
        }
    }

    pub(crate) fn all(cards: &[answer::Card], words: &Words<'_>) -> Vec<Self> {
        cards.iter().map(|card| Self::of(card, words)).collect()
    }
}

impl Way {
    pub(crate) fn of(card: &answer::Card, way: &answer::Way, words: &Words<'_>) -> Self {
        let channel = Channel { record: &card.record, id: &way.id };
        Self {
            id: way.id.clone(),
            kind: way.kind.clone(),
            name: words.way_name(card, way),
            target: words.way_target(card, way).map(str::to_owned),
            dial: channel.text("dial").map(str::to_owned),
            state: (&way.state).into(),
            state_words: words.state(&way.state),
            fee: way.fee.into(),
            notes: words.way_notes(way),
            needs_data: way.needs_data,
            no_voice: way.no_voice,
        }
    }
}

impl EmergencyLine {
    pub(crate) fn of(entry: &EmergencyEntry, words: &Words<'_>) -> Self {
        let works_here = match entry.here {
            emergency::Here::Works => EmergencyHere::Works,
            emergency::Here::PartOnly(_) => EmergencyHere::PartOnly,
            emergency::Here::NotNamed => EmergencyHere::NotNamed,
            emergency::Here::DependsOnPlace => EmergencyHere::DependsOnPlace,
        };
        Self { card: Card::of(&entry.card, words), works_here }
    }

    pub(crate) fn all(entries: &[EmergencyEntry], words: &Words<'_>) -> Vec<Self> {
        entries.iter().map(|entry| Self::of(entry, words)).collect()
    }
}

impl From<&model::OpenState> for OpenState {
    fn from(state: &model::OpenState) -> Self {
        match state {
            model::OpenState::Open { until, always } => Self::Open { until: until.map(instant), always: *always },
            model::OpenState::Closed { opens_next } => Self::Closed { opens_next: opens_next.map(instant) },
            model::OpenState::Unknown { .. } => Self::Unknown,
        }
    }
}

impl From<answer::Fee> for Fee {
    fn from(fee: answer::Fee) -> Self {
        match fee {
            answer::Fee::Free => Self::Free,
            answer::Fee::Caller => Self::Caller,
            answer::Fee::Navi => Self::Navi,
            answer::Fee::Unknown => Self::Unknown,
            answer::Fee::NotACall => Self::NotACall,
        }
    }
}
