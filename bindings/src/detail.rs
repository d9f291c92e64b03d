//! All that is known of one entry.

use tsunagari_core::app::Shown;
use tsunagari_core::app::say::{self, Words};

use crate::Card;

/// All that is known of one entry, in the order in which a page shows it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Detail {
    /// The entry with its ways.
    pub card: Card,
    /// When it takes place, for what has a season.
    pub season: Vec<String>,
    /// The warning to show before anything else.
    pub trace_warning: Option<Section>,
    /// For whom it is; for a scheme also who, what, where, how and what to bring.
    pub about: Vec<Section>,
    /// Where it is, and how to get there.
    pub place: Vec<String>,
    /// What is told of each way beside its state and cost, in the order of the ways of the card.
    pub way_details: Vec<WayDetails>,
    /// That there are ways for other areas than the one asked for.
    pub other_areas: Option<String>,
    /// The keys of the voice menu.
    pub menu: Vec<MenuKey>,
    /// 電話するとどうなる: what happens when one calls.
    pub promise: Vec<Fact>,
    /// What is known about going there for the first time.
    pub first_visit: Vec<Fact>,
    /// Words to begin with.
    pub opening: Vec<String>,
    /// What is good to know before.
    pub caveats: Vec<String>,
    /// Steps smaller than calling.
    pub smaller_steps: Vec<SmallerStep>,
    /// Pages that say so.
    pub sources: Vec<Source>,
}

/// A title with its texts.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Section {
    /// The title.
    pub title: String,
    /// One text, or several points.
    pub texts: Vec<String>,
    /// They are points of a list.
    pub points: bool,
}

/// What is told of one way.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct WayDetails {
    /// Identifier of the way.
    pub way: String,
    /// Hours as published, languages, extension, number beside, telephones from which it can be reached.
    pub texts: Vec<String>,
}

/// A key of a voice menu.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MenuKey {
    /// What to press.
    pub key: String,
    /// What comes then.
    pub label: String,
}

/// A fact with its answer.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Fact {
    /// Its code, such as `anonymous`.
    pub code: String,
    /// What is asked.
    pub words: String,
    /// `None` when nobody stands behind an answer; it is shown all the same.
    pub answer: Option<bool>,
    /// The answer.
    pub answer_words: String,
}

/// A step smaller than calling.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SmallerStep {
    /// Its code.
    pub id: String,
    /// It is about keeping or printing the entry.
    pub keep: bool,
    /// The step.
    pub words: String,
}

/// A page that says so.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Source {
    /// Address or name of the page.
    pub page: String,
    /// The day on which it was read, or of which it is; empty when neither is known.
    pub on: String,
}

impl Detail {
    pub(crate) fn of(shown: &Shown, smaller_steps: Vec<SmallerStep>, words: &Words<'_>) -> Self {
        let detail = words.detail(shown);
        let ways = shown.card.ways.iter().zip(detail.ways);
        let trace_warning = detail.trace_warning;
        Self {
            card: Card::of(&shown.card, words),
            season: detail.season,
            trace_warning: trace_warning.map(|(title, text)| Section { title, texts: vec![text], points: false }),
            about: detail.about.into_iter().chain(detail.next).map(Section::from).collect(),
            place: detail.place,
            way_details: ways.map(|(way, texts)| WayDetails { way: way.id.clone(), texts }).collect(),
            other_areas: detail.other_areas,
            menu: detail.menu.into_iter().map(|say::MenuKey { key, label }| MenuKey { key, label }).collect(),
            promise: detail.promise.into_iter().map(Fact::from).collect(),
            first_visit: detail.first_visit.into_iter().map(Fact::from).collect(),
            opening: detail.opening,
            caveats: detail.caveats,
            smaller_steps,
            sources: detail.sources.into_iter().map(|(page, on)| Source { page, on }).collect(),
        }
    }
}

impl From<say::Section> for Section {
    fn from(say::Section { title, texts, points }: say::Section) -> Self {
        Self { title, texts, points }
    }
}

impl From<say::Fact> for Fact {
    fn from(say::Fact { code, words, answer, answer_words }: say::Fact) -> Self {
        Self { code: code.to_owned(), words, answer, answer_words }
    }
}
