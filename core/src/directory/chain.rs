//! The busy-line companion: what else there is when a line did not answer. It never ends in nothing.

mod line;
mod tried;

use chrono::NaiveDateTime;

use self::line::{Candidate, Seeking};
use super::answer::{Card, Reason, Way};
use super::card::Cards;
use crate::model::{AreaCode, Channel, OpenState, Record};

pub use tried::Tried;

/// How many lines are offered besides one that needs no voice.
const LINES: usize = 3;

/// A line that did not answer, and who is asking.
#[derive(Debug, Clone, Copy)]
pub struct BusyLine<'a> {
    /// The line.
    pub record: &'a Record,
    /// Id of the channel that was tried, if it is known.
    pub way: Option<&'a str>,
    /// What was tried before in this sitting.
    pub tried: &'a Tried,
    /// Where the person is.
    pub place: Option<&'a AreaCode>,
    /// Language they want to speak; by default that of the channel they tried.
    pub spoken: Option<&'a str>,
    /// Their age, if they said so.
    pub age: Option<u8>,
}

/// One thing that can be done now. All stand side by side, none is better than another.
#[derive(Debug, Clone, serde::Serialize)]
#[serde(rename_all = "snake_case", tag = "choice")]
pub enum Choice {
    /// The same line, reached in another way that is open now.
    OtherWay {
        /// The way.
        way: Way,
    },
    /// A line that is open now.
    Line {
        /// The line, with why it is offered.
        card: Card,
        /// Id of the way that is open.
        way: String,
    },
    /// A line of which nobody knows whether it is open; offered only where nothing is known to be.
    Unsure {
        /// The line, with why it is offered.
        card: Card,
        /// Id of the way.
        way: String,
    },
    /// A line that was tried and is still open: once more may work.
    Again {
        /// The line.
        card: Card,
        /// Id of the way that is open.
        way: String,
    },
    /// The line that opens next.
    Later {
        /// The line.
        card: Card,
        /// Id of the way that opens.
        way: String,
        /// When it opens.
        opens: NaiveDateTime,
    },
    /// きょうはここまで.
    EnoughForToday,
}

/// What can be done when a line did not answer. `lines` are the records of the national pack.
///
/// Free lines come first, then those that serve most of the same needs. Only records marked for the chain are offered,
/// by ways whose number is certain, and never one with a trace warning. The last choice is always to stop for today.
#[must_use]
pub fn choices(
    busy: &BusyLine<'_>,
    lines: impl IntoIterator<Item = Record>,
    cards: &Cards,
    now: NaiveDateTime,
) -> Vec<Choice> {
    let seeking = Seeking::of(busy);
    let mut found: Vec<Candidate> = lines
        .into_iter()
        .filter(|record| may_be_offered(record) && seeking.fits(record) && cards.is_shown(record, now))
        .filter_map(|record| Candidate::of(cards.card(record, busy.place, now, None), &seeking))
        .collect();
    found.sort_by_cached_key(Candidate::rank);

    let mut choices: Vec<Choice> = other_ways(busy, cards, now);
    let (tried, fresh): (Vec<_>, Vec<_>) =
        found.iter().filter(|line| line.is_open()).partition(|line| seeking.was_tried(line.id()));
    let fresh = with_one_for_the_voiceless(fresh);
    choices.extend(fresh.iter().map(|line| Choice::Line { card: line.card(), way: line.way.id.clone() }));
    if fresh.is_empty() {
        let unsure = found.iter().filter(|line| matches!(line.way.state, OpenState::Unknown { .. }));
        choices.extend(unsure.take(LINES).map(|line| Choice::Unsure { card: line.card(), way: line.way.id.clone() }));
    }
    choices.extend(tried.iter().take(1).map(|line| Choice::Again { card: line.card(), way: line.way.id.clone() }));
    choices.extend(opens_next(&found));
    choices.push(Choice::EnoughForToday);
    choices
}

/// Whether a record may stand in a chain at all.
fn may_be_offered(record: &Record) -> bool {
    record.is("chain") && !record.is("trace_warning") && record.text("class") == Some("core")
}

/// Whether a channel is certain enough for somebody who was turned away once. One without a number takes the
/// confidence of its hours.
fn is_certain(channel: &Channel<'_>) -> bool {
    channel.text("conf").or_else(|| channel.text("hours_conf")) == Some("high")
}

/// The first few, and one that needs no voice if there is one further down.
fn with_one_for_the_voiceless(lines: Vec<&Candidate>) -> Vec<&Candidate> {
    let further = lines.iter().copied().skip(LINES).find(|line| line.way.no_voice);
    let mut first: Vec<&Candidate> = lines.into_iter().take(LINES).collect();
    if !first.iter().any(|line| line.way.no_voice) {
        first.extend(further);
    }
    first
}

/// Other ways of the same line that are open now: a person who trusts it need not look elsewhere.
fn other_ways(busy: &BusyLine<'_>, cards: &Cards, now: NaiveDateTime) -> Vec<Choice> {
    let certain = |id: &str| is_certain(&Channel { record: busy.record, id });
    let card = cards.card(busy.record.clone(), busy.place, now, None);
    let tried = busy.way.map(str::to_owned).or_else(|| card.ways.first().map(|way| way.id.clone()));
    let of_tried = || tried.as_deref().and_then(|id| line::languages(busy.record, id));
    let spoken = busy.spoken.map(|language| vec![language]).or_else(of_tried);
    card.ways
        .into_iter()
        .filter(|way| way.state.is_open() && Some(&way.id) != tried.as_ref() && certain(&way.id))
        .filter(|way| match (&spoken, line::languages(busy.record, &way.id)) {
            (Some(wanted), Some(offered)) => offered.iter().any(|language| wanted.contains(language)),
            // A language that was asked for must be stated.
            (_, None) => busy.spoken.is_none(),
            (None, _) => true,
        })
        .map(|way| Choice::OtherWay { way })
        .collect()
}

/// The line that opens soonest among those that are closed.
fn opens_next(found: &[Candidate]) -> Option<Choice> {
    let opens = |line: &Candidate| match line.way.state {
        OpenState::Closed { opens_next } => opens_next,
        _ => None,
    };
    found.iter().filter_map(|line| Some((opens(line)?, line))).min_by_key(|(opens, _)| *opens).map(|(opens, line)| {
        let mut card = line.card();
        card.reasons.insert(0, Reason::OpensNext);
        Choice::Later { card, way: line.way.id.clone(), opens }
    })
}
