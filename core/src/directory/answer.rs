//! What the directory answers: cards with the reason for each, plain data for any screen.

use chrono::{NaiveDate, NaiveDateTime};

use crate::directory::receive::{ADDED, NATIONAL_ID, SINGLE};
use crate::model::{AreaCode, Language, OpenState, Record};

/// What a person asked for. Nothing of it is stored.
#[derive(Debug, Clone, Default)]
pub struct FindRequest {
    /// What they typed, as they typed it. There is no query syntax.
    pub text: String,
    /// Where they are or ask for; `None` when they did not say.
    pub area: Option<AreaCode>,
    /// What they ruled out.
    pub filters: Filters,
    /// How many cards at most; 0 means the default of [`FindRequest::DEFAULT_LIMIT`].
    pub limit: usize,
}

impl FindRequest {
    /// Few results, each with its reason.
    pub const DEFAULT_LIMIT: usize = 5;
}

/// Conditions every card must meet. What is unknown does not meet a condition.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    /// Known to be open now.
    pub open_now: bool,
    /// At least one way costs nothing to call, or is no call.
    pub free: bool,
    /// At least one way that needs no voice.
    pub no_voice: bool,
    /// A place where one can have a part (役割がある場所).
    pub role_place: bool,
    /// Channel kinds, any of which will do; empty means all.
    pub channels: Vec<String>,
    /// Language code that is spoken there, such as `vi`.
    pub spoken: Option<String>,
    /// Age in years of the person it is for.
    pub age: Option<u8>,
    /// Distance in km from the centre of the area asked for.
    pub within_km: Option<u32>,
    /// Record kinds (`line`, `desk`, `place`, `scheme`, `site`), any of which will do; empty means all.
    pub kinds: Vec<String>,
}

/// The answer to a [`FindRequest`].
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Answer {
    /// What was understood, best first, each with what spoke for it.
    pub needs: Vec<NeedHit>,
    /// A danger now: 119 and 110 come first.
    pub danger: bool,
    /// Few cards, best first.
    pub cards: Vec<Card>,
    /// Needs that were understood but for which the directory holds nothing: said, not answered by a neighbour.
    pub gaps: Vec<String>,
    /// More candidates matched than were looked at.
    pub cut: bool,
}

/// A need that was understood from the words.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct NeedHit {
    /// Code of the need (core/national/needs.toml).
    pub need: String,
    /// How it was understood.
    pub how: Understood,
    /// The words that spoke for it, as the person wrote them.
    pub words: Vec<String>,
    /// Strength, 0 to 1000; comparable within one answer only.
    pub strength: u16,
}

/// How a need was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Understood {
    /// A rule for danger or heavy feelings.
    Rule,
    /// The same words as a phrase of ours.
    Phrase,
    /// Pieces of words, weighed by the model.
    Pieces,
    /// The person chose it in the guided finder.
    Chosen,
}

/// One entry, ready to be drawn, with all that depends on the moment.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Card {
    /// The record itself; texts are read from it in the language of the screen.
    pub record: Record,
    /// Where it comes from, when that must be said (own import, unlisted publisher); empty for the national pack.
    pub label: Option<PackLabel>,
    /// Why it is shown, strongest first; never empty.
    pub reasons: Vec<Reason>,
    /// Ways of reaching it that are offered here, best first; those of other areas are left out.
    pub ways: Vec<Way>,
    /// Kilometres from the centre of the area asked for.
    pub distance_km: Option<u32>,
    /// Who assured it, when, and how old that is.
    pub assurance: Assurance,
    /// The next times it is open, for places: start and end.
    pub next: Vec<(NaiveDateTime, NaiveDateTime)>,
}

impl Card {
    /// The next times without the one that goes on now, which the state of the way says.
    pub fn opens_later(&self) -> impl Iterator<Item = &(NaiveDateTime, NaiveDateTime)> {
        let now = self.ways.iter().any(|way| way.kind == "visit" && way.state.is_open());
        self.next.iter().skip(usize::from(now))
    }
}

/// A pack whose publisher must be named beside each result.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PackLabel {
    /// Identifier of the pack.
    pub pack: String,
    /// 確認されていない発行者 or own import.
    pub kind: PackTrust,
}

/// How identifiers of imported sets begin.
pub const OWN_IMPORT: &str = "own:";

impl PackLabel {
    /// What must be said about entries of a set, from its identifier in the store; nothing for the national pack.
    #[must_use]
    pub fn of(pack: &str) -> Option<Self> {
        let kind = match pack.strip_prefix(SINGLE).unwrap_or(pack) {
            NATIONAL_ID => return None,
            own if own.starts_with(OWN_IMPORT) => PackTrust::OwnImport,
            added if added.starts_with(ADDED) => PackTrust::Unlisted,
            _ => PackTrust::Listed,
        };
        Some(Self { pack: pack.to_owned(), kind })
    }
}

/// How far a pack is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PackTrust {
    /// Imported by the person from open data.
    OwnImport,
    /// Signed by a publisher whom the national charter lists.
    Listed,
    /// Made by a publisher nobody listed.
    Unlisted,
}

/// One way of reaching an entry, at this moment, from this area.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Way {
    /// Channel id in the record.
    pub id: String,
    /// `tel`, `chat`, `visit` …
    pub kind: String,
    /// Open, closed or unknown now.
    pub state: OpenState,
    /// What it costs.
    pub fee: Fee,
    /// It needs a data connection (通信が必要).
    pub needs_data: bool,
    /// It can be used without speaking.
    pub no_voice: bool,
}

/// Cost class of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
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

/// Who assured an entry and how old that is.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Assurance {
    /// Who, in Japanese as written in the record.
    pub by: Option<String>,
    /// When.
    pub on: Option<NaiveDate>,
    /// What its age means.
    pub freshness: Freshness,
}

/// Age of an entry against its half-life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Freshness {
    /// Younger than its half-life.
    Fresh,
    /// Older than its half-life: shown as such.
    Old,
    /// Older than twice its half-life: sinks, and asks to be confirmed.
    VeryOld,
    /// No date is known.
    Undated,
}

/// Why a card is shown.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Danger now.
    Danger,
    /// It serves a need that was understood.
    Need(String),
    /// It is made for that need rather than for everything.
    BestFor(String),
    /// Its name is what was typed.
    NameIs(String),
    /// Its name, reading or other name contains what was typed.
    NameHas(String),
    /// Its text contains a word that was typed.
    TextHas(String),
    /// A word that means the same as the one typed.
    SameMeaning {
        /// What was typed.
        typed: String,
        /// What the entry says.
        found: String,
    },
    /// Its number contains the digits typed.
    Digits(String),
    /// It is in, or for, the area asked for.
    InArea(String),
    /// It is that far from the centre of the area, in km.
    Near(u32),
    /// It is open now.
    OpenNow,
    /// It costs nothing.
    Free,
    /// It can be used without speaking.
    NoVoice,
    /// That language is spoken there.
    Speaks(String),
    /// It is for that age.
    ForAge(u8),
    /// It answers everything, at any hour: a line to begin with.
    Anything,
    /// Of those that are closed now it opens first.
    OpensNext,
    /// A rule of the guided finder matched; its id.
    FinderRule(String),
}

/// The name of a record in a language, as a screen shows it.
#[must_use]
pub fn name_in(record: &Record, language: Language) -> &str {
    record.localised("name", language).unwrap_or(&record.id)
}
