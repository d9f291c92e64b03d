//! A record at a moment, seen from a place: ways on offer there, open or not, cost, age of the data, next dates.

mod age;
mod filter;
mod way;
mod window;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};
use parking_lot::Mutex;

use super::answer::{Card, PackLabel, Reason, Way};
use crate::hours::{Holidays, Schedule, stated_hours};
use crate::model::{AreaCode, Channel, OpenState, Record, Unknown};

pub use age::assurance;
pub use filter::{meets, only_spoken, speaks};
pub use way::{fee_of, is_offered, needs_data, needs_no_voice};
pub use window::{Season, season};

/// How many next dates of a place are given.
const NEXT_DATES: usize = 3;

/// Draws cards. Hours are compiled once for each distinct pair of canonical hours and doubt.
#[derive(Debug)]
pub struct Cards {
    holidays: Holidays,
    floor: Option<NaiveDate>,
    /// By canonical hours, then by their doubt.
    schedules: Mutex<BTreeMap<String, BTreeMap<String, Compiled>>>,
}

/// Hours as they were read, and the last answer: the records of one list are asked about at one moment, and many of
/// them have the same hours.
#[derive(Debug, Clone)]
struct Compiled {
    schedule: Option<Arc<Schedule>>,
    last: Option<(NaiveDateTime, OpenState)>,
}

impl Cards {
    /// `floor` is the day on which the data was made: a clock before it is not trusted.
    #[must_use]
    pub const fn new(holidays: Holidays, floor: Option<NaiveDate>) -> Self {
        Self { holidays, floor, schedules: Mutex::new(BTreeMap::new()) }
    }

    /// The holidays that the hours are read with.
    #[must_use]
    pub const fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// Whether the clock of the device can be right.
    #[must_use]
    pub fn trusts(&self, now: NaiveDateTime) -> bool {
        self.floor.is_none_or(|floor| now.date() >= floor)
    }

    /// Whether a record is shown at all at this moment: it exists, and its season, if it has one, is on. With a clock
    /// that cannot be right nothing is hidden for its season.
    #[must_use]
    pub fn is_shown(&self, record: &Record, now: NaiveDateTime) -> bool {
        record.text("status") != Some("inactive") && (!self.trusts(now) || season(record, now).is_on())
    }

    /// Ways of reaching a record that are offered in an area at a moment, best first.
    #[must_use]
    pub fn ways(&self, record: &Record, area: Option<&AreaCode>, now: NaiveDateTime) -> Vec<Way> {
        let mut ways: Vec<_> = record
            .channels()
            .into_iter()
            .filter(|channel| is_offered(channel, area))
            .map(|channel| way::way(&channel, self.state(&channel, now)))
            .collect();
        // Channels come by their order, and the sort keeps it among equals.
        ways.sort_by_key(way::rank);
        ways
    }

    /// The card of a record, without reasons. `area` is where the person is; `None` when they did not say.
    #[must_use]
    pub fn card(&self, record: Record, area: Option<&AreaCode>, now: NaiveDateTime, label: Option<PackLabel>) -> Card {
        let ways = self.ways(&record, area, now);
        let next = if matches!(record.text("kind"), Some("place" | "desk")) {
            self.next_dates(&record, area, now)
        } else {
            Vec::new()
        };
        let assurance = assurance(&record, now.date());
        Card { record, label, reasons: Vec::new(), ways, distance_km: None, assurance, next }
    }

    /// The same card, with why it is shown.
    #[must_use]
    pub fn with_reasons(mut card: Card, reasons: Vec<Reason>) -> Card {
        card.reasons = reasons;
        card
    }

    /// Open, closed or unknown at an instant.
    #[must_use]
    pub fn state(&self, channel: &Channel<'_>, now: NaiveDateTime) -> OpenState {
        if !self.trusts(now) {
            return OpenState::Unknown { why: Unknown::ClockNotTrusted };
        }
        if channel.record.text("status") == Some("temporarily_closed") && channel.kind() != "web" {
            return OpenState::Closed { opens_next: None };
        }
        match stated_hours(channel) {
            Err(why) => OpenState::Unknown { why },
            Ok((canonical, doubt)) => self.state_of(canonical, doubt, now),
        }
    }

    fn state_of(&self, canonical: &str, doubt: Option<&str>, now: NaiveDateTime) -> OpenState {
        let compiled = self.compiled(canonical, doubt);
        if let Some((_, state)) = compiled.last.filter(|(asked, _)| *asked == now) {
            return state;
        }
        let not_understood = OpenState::Unknown { why: Unknown::NotUnderstood };
        let state = compiled.schedule.map_or(not_understood, |schedule| schedule.at(now));
        let mut schedules = self.schedules.lock();
        let kept = schedules.get_mut(canonical).and_then(|doubts| doubts.get_mut(doubt.unwrap_or_default()));
        if let Some(kept) = kept {
            kept.last = Some((now, state.clone()));
        }
        state
    }

    fn compiled(&self, canonical: &str, doubt: Option<&str>) -> Compiled {
        let key = doubt.unwrap_or_default();
        if let Some(known) = self.schedules.lock().get(canonical).and_then(|doubts| doubts.get(key)) {
            return known.clone();
        }
        let schedule = Schedule::compile(canonical, doubt, &self.holidays).ok().map(Arc::new);
        let compiled = Compiled { schedule, last: None };
        let mut schedules = self.schedules.lock();
        schedules.entry(canonical.to_owned()).or_default().insert(key.to_owned(), compiled.clone());
        compiled
    }

    /// The next times somebody can go there, of all counters together.
    fn next_dates(
        &self,
        record: &Record,
        area: Option<&AreaCode>,
        now: NaiveDateTime,
    ) -> Vec<(NaiveDateTime, NaiveDateTime)> {
        if !self.trusts(now) || record.text("status") == Some("temporarily_closed") {
            return Vec::new();
        }
        let mut dates: Vec<_> = record
            .channels()
            .into_iter()
            .filter(|channel| channel.kind() == "visit" && is_offered(channel, area))
            .filter_map(|channel| stated_hours(&channel).ok())
            .filter_map(|(canonical, doubt)| self.compiled(canonical, doubt).schedule)
            .flat_map(|schedule| schedule.openings(now, NEXT_DATES))
            .collect();
        dates.sort_unstable();
        dates.dedup();
        dates.truncate(NEXT_DATES);
        dates
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::answer::Fee;

    fn cards() -> Cards {
        let holidays = Holidays::from_toml(include_str!("../../national/holidays.toml")).unwrap();
        Cards::new(holidays, "2026-11-22".parse().ok())
    }

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn record(fields: &[(&str, &str)]) -> Record {
        let mut record = Record::new("r");
        record.set("name", "窓口").set("kind", "line");
        for (key, value) in fields {
            record.set(*key, *value);
        }
        record
    }

    #[test]
    fn what_is_open_and_free_comes_first_and_a_website_last() {
        let record = record(&[
            ("ch/a/kind", "tel"),
            ("ch/a/hours", "Mo-Fr 09:00-17:00"),
            ("ch/b/kind", "web"),
            ("ch/b/hours", "24/7"),
            ("ch/c/kind", "tel"),
            ("ch/c/hours", "24/7"),
            ("ch/c/fee", "caller"),
            ("ch/d/kind", "tel"),
            ("ch/d/hours", "24/7"),
            ("ch/d/fee", "free"),
            ("ch/e/kind", "chat"),
        ]);
        let card = cards().card(record, None, at("2026-11-24T02:00:00"), None);
        assert_eq!(card.ways.iter().map(|way| way.id.as_str()).collect::<Vec<_>>(), ["d", "c", "e", "a", "b"]);
        assert!(!card.ways[4].state.is_open());
        assert_eq!(card.ways[0].fee, Fee::Free);
        assert!(card.ways[2].needs_data && card.ways[2].no_voice);
    }

    #[test]
    fn a_number_for_some_prefectures_is_offered_only_there() {
        let mut record = record(&[("ch/all/kind", "tel"), ("ch/north/kind", "tel")]);
        record.add("area", "JP").add("ch/north/area", "03").add("ch/north/area", "04");
        let offered = |area: Option<&str>| {
            let area = area.and_then(AreaCode::parse);
            let card = cards().card(record.clone(), area.as_ref(), at("2026-11-24T02:00:00"), None);
            card.ways.iter().any(|way| way.id == "north")
        };
        assert!(offered(Some("03")) && offered(Some("032018")), "盛岡市");
        assert!(!offered(Some("372013")) && !offered(None) && !offered(Some("JP")));
        record.fields.remove("area/JP");
        record.add("area", "03").add("area", "04");
        assert!(is_offered(&record.channels()[1], None), "a line that is itself for some prefectures");
    }

    #[test]
    fn a_clock_before_the_data_knows_nothing_about_opening() {
        let record = record(&[("ch/a/kind", "tel"), ("ch/a/hours", "24/7")]);
        let card = cards().card(record, None, at("1970-01-01T00:00:00"), None);
        assert_eq!(card.ways[0].state, OpenState::Unknown { why: Unknown::ClockNotTrusted });
    }

    #[test]
    fn a_place_tells_its_next_dates() {
        let record = record(&[("kind", "place"), ("ch/a/kind", "visit"), ("ch/a/hours", "We 10:00-12:00")]);
        let card = cards().card(record, None, at("2026-11-24T10:00:00"), None);
        assert_eq!(card.next[0], (at("2026-11-25T10:00:00"), at("2026-11-25T12:00:00")));
        assert_eq!(card.next.len(), NEXT_DATES);
    }

    #[test]
    fn a_line_that_rests_for_a_while_is_closed() {
        let record = record(&[("status", "temporarily_closed"), ("ch/a/kind", "tel"), ("ch/a/hours", "24/7")]);
        let card = cards().card(record, None, at("2026-11-24T10:00:00"), None);
        assert!(card.ways[0].state.is_closed());
    }
}
