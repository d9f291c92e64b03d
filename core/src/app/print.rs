//! Paper: what a sheet, a card or a page for copying by hand says, and the same as HTML. A PDF is drawn from the same
//! data by whoever has a font. Also what a code of an entry says.

mod chosen;
mod code;
mod html;
mod journal_page;
mod kept;
mod year_picture;

use chrono::NaiveDate;

use super::say::Words;
use crate::directory::answer::{Card, Way, name_in};
use crate::directory::emergency::EmergencyEntry;
use crate::keepsakes::qr::Qr;
use crate::model::Channel;

pub use html::html;
pub use journal_page::journal_html;
pub use year_picture::{year_html, year_svg};

/// How the paper is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// One A4 sheet with everything.
    Sheet,
    /// Eight cards on A4, to be cut apart.
    Cards,
    /// 書き写し: very large, for copying by hand.
    Copy,
}

/// What stands on the paper, in order.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Paper {
    /// How it is laid out.
    pub layout: Layout,
    /// Language code of the texts.
    pub language: &'static str,
    /// Title.
    pub title: String,
    /// When it was made, and that numbers change.
    pub made: String,
    /// 119, 110 …: numbers in an emergency, on one line; empty where none belong.
    pub emergency: String,
    /// The entries.
    pub entries: Vec<Entry>,
    /// A QR code at the end.
    #[serde(skip)]
    pub qr: Option<Qr>,
    /// What is said below it, or of its absence.
    pub below: String,
}

/// One entry on paper. Texts may have readings, `{漢字|かんじ}`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Entry {
    /// Name.
    pub name: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// Numbers and addresses.
    pub ways: Vec<PrintedWay>,
    /// Where it is.
    pub address: Option<String>,
    /// Who assured it, and when; first the label where the publisher is not confirmed.
    pub assured: String,
    /// What a person wrote, word for word: braces in it are no readings.
    pub lines: Vec<String>,
}

/// One way on paper. Paper does not know what is open now: hours stand as published.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PrintedWay {
    /// 電話, チャット …
    pub name: String,
    /// The number.
    pub target: String,
    /// Cost, hours.
    pub notes: Vec<String>,
}

/// Ways that are printed of an entry.
const WAYS: usize = 3;

impl Words<'_> {
    /// Lays out a paper.
    #[must_use]
    pub fn paper(&self, layout: Layout, cards: &[Card], emergency: &[EmergencyEntry], today: NaiveDate) -> Paper {
        let entries: Vec<Entry> = cards.iter().map(|card| self.entry(card)).collect();
        let goes = |card: &Card| matches!(card.record.text("kind"), Some("place" | "desk"));
        let title = match layout {
            Layout::Copy => "print-copy",
            Layout::Sheet | Layout::Cards if cards.iter().any(goes) => "print-title",
            Layout::Sheet | Layout::Cards => "lines-title",
        };
        Paper {
            layout,
            language: self.language().code(),
            title: self.texts.get(title),
            made: self.texts.with("print-made", &[("date", today.to_string().into())]),
            emergency: self.printed_emergency(emergency),
            entries,
            qr: None,
            below: String::new(),
        }
    }

    fn printed_emergency(&self, emergency: &[EmergencyEntry]) -> String {
        let numbers: Vec<&str> = emergency
            .iter()
            .filter_map(|entry| entry.card.ways.first().and_then(|way| self.way_target(&entry.card, way)))
            .collect();
        [self.texts.get("emergency-title"), numbers.join(" ・ ")].join(self.colon())
    }

    fn entry(&self, card: &Card) -> Entry {
        let printed = |way: &Way| PrintedWay {
            name: self.way_name(card, way),
            target: self.way_target(card, way).unwrap_or_default().to_owned(),
            notes: self.fee(way.fee).into_iter().chain(stated_hours(card, way).map(str::to_owned)).collect(),
        };
        Entry {
            name: name_in(&card.record, self.language()).to_owned(),
            summary: card.record.localised("summary", self.language()).unwrap_or_default().to_owned(),
            ways: self.lasting_ways(card).into_iter().map(printed).collect(),
            address: card.record.text("address").map(str::to_owned),
            assured: self
                .label(card)
                .into_iter()
                .chain([self.assurance(&card.assurance)])
                .collect::<Vec<_>>()
                .join("　"),
            lines: Vec::new(),
        }
    }

    /// A few ways in the order of the record, not by what is open now: what is given away outlives the moment. Addresses
    /// of sites stand where there is nothing else.
    fn lasting_ways<'c>(&self, card: &'c Card) -> Vec<&'c Way> {
        let reached = |way: &&Way| way.kind != "web" && self.way_target(card, way).is_some();
        let mut ways: Vec<&Way> = card.ways.iter().filter(reached).collect();
        if ways.is_empty() {
            ways = card.ways.iter().collect();
        }
        let order = |id: &str| Channel { record: &card.record, id }.int("order").unwrap_or(i64::MAX);
        ways.sort_by_key(|way| order(&way.id));
        ways.truncate(WAYS);
        ways
    }
}

/// Hours as they were published.
fn stated_hours<'c>(card: &'c Card, way: &'c Way) -> Option<&'c str> {
    Channel { record: &card.record, id: &way.id }.text("hours_raw")
}
