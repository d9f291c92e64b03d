//! A line that could be offered instead, and how well it fits.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::{BusyLine, is_certain};
use crate::directory::answer::{Card, Fee, Reason, Way};
use crate::directory::card::needs_no_voice;
use crate::model::{AreaCode, Channel, Record};

/// Age up to which a line only for children is offered.
const CHILD: u8 = 18;
/// The need of a line that listens to everything.
const ANYTHING: &str = "where-to-turn";

/// Needs that are named as a reason.
const NEEDS: usize = 2;

/// What somebody who was turned away looks for.
pub(super) struct Seeking<'a> {
    busy: &'a BusyLine<'a>,
    topics: BTreeSet<&'a str>,
    languages: Vec<&'a str>,
    no_voice: bool,
}

impl<'a> Seeking<'a> {
    pub(super) fn of(busy: &'a BusyLine<'a>) -> Self {
        let stated = busy.way.and_then(|id| languages(busy.record, id));
        let languages = match (busy.spoken, stated) {
            (Some(spoken), _) => vec![spoken],
            (None, Some(stated)) if !stated.contains(&"ja") => stated,
            _ => vec!["ja"],
        };
        let no_voice = busy.way.is_some_and(|id| needs_no_voice(Channel { record: busy.record, id }.kind()));
        Self { busy, topics: busy.record.members("topic").collect(), languages, no_voice }
    }

    /// Whether a record is for this person, as far as is known.
    pub(super) fn fits(&self, record: &Record) -> bool {
        let known_child = self.busy.age.is_some_and(|age| age <= CHILD);
        let group_fits =
            |group: &str| self.busy.record.is(&format!("only/{group}")) || (group == "children" && known_child);
        let age = self.busy.age.map(i64::from);
        let age_fits = age.is_none_or(|age| {
            record.int("min_age").is_none_or(|min| min <= age) && record.int("max_age").is_none_or(|max| age <= max)
        });
        let nationwide = AreaCode::nationwide();
        let place = self.busy.place.unwrap_or(&nationwide);
        record.members("only").all(group_fits)
            && age_fits
            && record.areas().iter().any(|area| area.covers(place) || *area == nationwide)
    }

    /// Needs that are named as a reason: those the tried line is there for above all, and never a danger that nobody
    /// spoke of.
    fn worth_saying(&self, shared: Vec<String>) -> Vec<String> {
        let mut said: Vec<String> = shared.into_iter().filter(|need| !need.starts_with("danger-")).collect();
        let above_all = |need: &String| self.busy.record.is(&format!("best/{need}"));
        if said.iter().any(above_all) {
            said.retain(above_all);
        }
        said
    }

    /// Whether the line was tried in this sitting, the one that did not answer just now included.
    pub(super) fn was_tried(&self, id: &str) -> bool {
        id == self.busy.record.id || self.busy.tried.has(id)
    }
}

/// A line with the best of its ways.
pub(super) struct Candidate {
    pub(super) way: Way,
    card: Card,
    shared: usize,
    voice_asked: bool,
}

impl Candidate {
    /// `None` when no way of it is certain, speaks the language, and is somebody rather than a page.
    pub(super) fn of(mut card: Card, seeking: &Seeking<'_>) -> Option<Self> {
        let record = &card.record;
        let usable = |way: &&Way| {
            let speaks = languages(record, &way.id).map_or(seeking.busy.spoken.is_none(), |offered| {
                seeking.languages.iter().any(|language| offered.contains(language))
            });
            way.kind != "web" && is_certain(&Channel { record, id: &way.id }) && speaks
        };
        // Ways come open first, then free; who wrote before is offered writing before speaking.
        let mut ways: Vec<&Way> = card.ways.iter().filter(usable).collect();
        ways.sort_by_key(|way| (!way.state.is_open(), seeking.no_voice && !way.no_voice));
        let way = (*ways.first()?).clone();
        // A way whose number is less certain, or that is closed, does not stand beside it.
        let beside: Vec<Way> =
            ways.into_iter().filter(|other| other.state.is_open() == way.state.is_open()).cloned().collect();
        let shared: Vec<String> =
            record.members("topic").filter(|topic| seeking.topics.contains(topic)).map(str::to_owned).collect();
        let count = shared.len();
        // Somebody who tried a line for everything did not say what it is about: nothing is guessed.
        let said = if seeking.topics.contains(ANYTHING) { Vec::new() } else { seeking.worth_saying(shared) };
        card.reasons = reasons(&way, said, record.is(&format!("topic/{ANYTHING}")));
        if card.reasons.is_empty() {
            // What it is there for, where nothing of the moment speaks for it.
            card.reasons.extend(record.members("best").take(NEEDS).map(|need| Reason::BestFor(need.to_owned())));
        }
        card.ways = beside;
        let voice_asked = seeking.no_voice && !way.no_voice;
        Some(Self { way, card, shared: count, voice_asked })
    }

    pub(super) fn id(&self) -> &str {
        &self.card.record.id
    }

    pub(super) fn card(&self) -> Card {
        self.card.clone()
    }

    pub(super) const fn is_open(&self) -> bool {
        self.way.state.is_open()
    }

    /// Free first, then the line that serves most of the same needs.
    pub(super) fn rank(&self) -> (bool, u8, Reverse<usize>, bool, String) {
        let fee = match self.way.fee {
            Fee::Free | Fee::NotACall => 0,
            Fee::Caller | Fee::Unknown => 1,
            Fee::Navi => 2,
        };
        let crisis = self.card.record.is("crisis_first");
        (self.voice_asked, fee, Reverse(self.shared), !crisis, self.id().to_owned())
    }
}

/// Languages spoken on a channel; `None` when they are not stated.
pub(super) fn languages<'a>(record: &'a Record, way: &str) -> Option<Vec<&'a str>> {
    let spoken: Vec<&str> = record.members(&format!("ch/{way}/lang")).collect();
    (!spoken.is_empty()).then_some(spoken)
}

fn reasons(way: &Way, shared: Vec<String>, anything: bool) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    if way.state.is_open() {
        reasons.push(Reason::OpenNow);
    }
    if way.fee == Fee::Free {
        reasons.push(Reason::Free);
    }
    if way.no_voice {
        reasons.push(Reason::NoVoice);
    }
    if anything {
        reasons.push(Reason::Anything);
    }
    reasons.extend(shared.into_iter().take(NEEDS).map(Reason::Need));
    reasons
}
