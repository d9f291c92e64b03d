//! From what the answers lead to, to few cards, each with the rule that led to it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDateTime;

use super::Outcome;
use super::rank::{self, Fit};
use crate::directory::answer::{Card, Filters, FindRequest, PackLabel, Reason};
use crate::directory::card::Cards;
use crate::directory::find::is_for_everything;
use crate::model::Record;

/// Records that rules put first, at most; the rest of the cards belongs to the needs.
const NAMED: usize = 3;
/// Schemes and websites at most, after everybody who can be talked to.
const FOR_READING: usize = 2;

/// Few cards, and what was let go to find them.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct Chosen {
    /// At most [`FindRequest::DEFAULT_LIMIT`] cards; each begins with the rule that led to it, or is a line for everything.
    pub cards: Vec<Card>,
    /// Wishes nothing could meet, in the order they were let go.
    pub relaxed: Vec<Relaxed>,
    /// Needs for which no record was found: said, not answered by a neighbour.
    pub gaps: Vec<String>,
}

/// A wish that was let go because nothing met it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relaxed {
    /// 役割がある場所.
    RolePlace,
    /// Open now.
    OpenNow,
    /// Free.
    Free,
    /// The ways asked for.
    Ways,
}

impl Relaxed {
    /// Identifier of what is said of it.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::RolePlace => "relaxed-role_place",
            Self::OpenNow => "relaxed-open_now",
            Self::Free => "relaxed-free",
            Self::Ways => "relaxed-ways",
        }
    }
}

/// Chooses among candidate records. They may come in any order; the same ones lead to the same cards. Those with a label
/// serve no danger, and no rule names them.
pub fn choose(
    outcome: &Outcome,
    records: impl IntoIterator<Item = (Record, Option<PackLabel>)>,
    cards: &Cards,
    now: NaiveDateTime,
) -> Chosen {
    let area = outcome.area.as_ref();
    let mut candidates: Vec<Card> = records
        .into_iter()
        .filter(|(record, _)| rank::is_meant(record, outcome) && cards.is_shown(record, now))
        .map(|(record, label)| cards.card(record, area, now, label))
        .map(|card| rank::with_distance(card, outcome.centre))
        .collect();
    candidates.sort_by(|a, b| a.record.id.cmp(&b.record.id).then_with(|| a.label.is_some().cmp(&b.label.is_some())));
    candidates.dedup_by(|a, b| a.record.id == b.record.id);

    let mut filters = outcome.filters.clone();
    let mut relaxed = Vec::new();
    let mut picked = pick(outcome, &filters, &candidates);
    for wish in [Relaxed::RolePlace, Relaxed::OpenNow, Relaxed::Free, Relaxed::Ways] {
        if picked.iter().any(|(card, _)| is_somebody(&card.record)) {
            break;
        }
        if rank::let_go(&mut filters, wish) {
            relaxed.push(wish);
            picked = pick(outcome, &filters, &candidates);
        }
    }
    let serves = |need: &str| {
        candidates.iter().any(|card| card.record.is(&format!("topic/{need}")) && rank::may_serve(card, need))
    };
    let gaps = outcome.needs.iter().map(|need| &need.need).filter(|need| !serves(need)).cloned().collect();
    let cards = picked.into_iter().map(|(card, rules)| with_reasons(card, rules, outcome)).collect();
    Chosen { cards, relaxed, gaps }
}

/// Cards with the rules that led to them: danger, what rules name, then one for each need in turn. Where nothing in
/// particular was chosen, the lines for everything.
fn pick<'c>(outcome: &Outcome, filters: &Filters, candidates: &'c [Card]) -> Vec<(&'c Card, Vec<String>)> {
    let mut picked: Vec<(&Card, Vec<String>)> = Vec::new();
    // A rule names records of the national pack; an imported one with the same id does not stand in for it.
    let national = candidates.iter().filter(|card| card.label.is_none());
    let by_id: BTreeMap<&str, &Card> = national.map(|card| (card.record.id.as_str(), card)).collect();
    let mut named: Vec<(&Card, &Vec<String>)> = outcome
        .named
        .iter()
        .filter_map(|named| Some((*by_id.get(named.record.as_str())?, &named.rules)))
        .filter(|(card, _)| rank::is_emergency(card) || rank::meets(card, filters))
        .collect();
    // What rules name stays in their order, what is open before what is not.
    named.sort_by_key(|(card, _)| (!rank::is_emergency(card), !card.ways.iter().any(|way| way.state.is_open())));
    picked.extend(named.into_iter().take(NAMED).map(|(card, rules)| (card, rules.clone())));

    let mut queues: Vec<(Vec<&Card>, &[String])> = outcome
        .needs
        .iter()
        .map(|need| {
            let mut fitting: Vec<(Fit, &Card)> = candidates
                .iter()
                .filter(|card| rank::meets(card, filters) && rank::may_serve(card, &need.need))
                .filter_map(|card| Some((rank::fit(card, &need.need, outcome)?, card)))
                .collect();
            fitting.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| rank::tie(a.1).cmp(&rank::tie(b.1))));
            (fitting.into_iter().map(|(_, card)| card).rev().collect(), need.rules.as_slice())
        })
        .collect();
    if outcome.is_for_anything() {
        queues.push((for_everything(candidates, filters), &[]));
    }
    while picked.len() < FindRequest::DEFAULT_LIMIT && queues.iter().any(|(queue, _)| !queue.is_empty()) {
        for (queue, rules) in &mut queues {
            let next = std::iter::from_fn(|| queue.pop()).find(|card| is_new(card, &picked));
            if let Some(card) = next
                && picked.len() < FindRequest::DEFAULT_LIMIT
            {
                picked.push((card, rules.to_vec()));
            }
        }
    }
    // In danger now, whoever was confirmed by nobody comes after the national lines.
    picked.sort_by_key(|(card, _)| (outcome.danger && card.label.is_some(), !is_somebody(&card.record)));
    picked
}

/// The lines for everything, as a queue from its end: what is open first, then what serves most.
fn for_everything<'c>(candidates: &'c [Card], filters: &Filters) -> Vec<&'c Card> {
    let mut lines: Vec<&Card> = candidates
        .iter()
        .filter(|card| card.label.is_none() && is_for_everything(&card.record) && rank::meets(card, filters))
        .collect();
    lines.sort_by_key(|card| {
        let open = card.ways.iter().any(|way| way.state.is_open());
        Reverse((!open, Reverse(card.record.members("topic").count()), card.record.id.as_str()))
    });
    lines
}

fn is_new(card: &Card, picked: &[(&Card, Vec<String>)]) -> bool {
    let for_reading = picked.iter().filter(|(card, _)| !is_somebody(&card.record)).count();
    picked.iter().all(|(other, _)| other.record.id != card.record.id)
        && (is_somebody(&card.record) || for_reading < FOR_READING)
}

/// Whether there is somebody, or somewhere, at the other end. A scheme and a website are for reading.
fn is_somebody(record: &Record) -> bool {
    !matches!(record.text("kind"), Some("scheme" | "site"))
}

fn with_reasons(card: &Card, rules: Vec<String>, outcome: &Outcome) -> Card {
    let mut reasons: Vec<Reason> = Vec::new();
    if outcome.danger && rank::is_emergency(card) {
        reasons.push(Reason::Danger);
    }
    reasons.extend(rules.into_iter().map(Reason::FinderRule));
    let serves = |set: &str, need: &str| card.record.is(&format!("{set}/{need}"));
    for need in outcome.needs.iter().map(|need| &need.need) {
        if serves("best", need) {
            reasons.push(Reason::BestFor(need.clone()));
        } else if serves("topic", need) {
            reasons.push(Reason::Need(need.clone()));
        }
    }
    let here = outcome.area.as_ref().filter(|place| card.record.areas().iter().any(|area| area.is_local_to(place)));
    reasons.extend(here.map(|place| Reason::InArea(place.to_string())));
    reasons.extend(card.distance_km.map(Reason::Near));
    if card.ways.iter().any(|way| way.state.is_open()) {
        reasons.push(Reason::OpenNow);
    }
    if outcome.is_for_anything() {
        reasons.push(Reason::Anything);
    }
    Cards::with_reasons(card.clone(), reasons)
}
