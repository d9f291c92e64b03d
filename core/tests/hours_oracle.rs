//! Opening hours against an evaluator of its own: every minute of several weeks, for hand-picked and generated rules.
//!
//! The oracle knows no notation. It lays each rule's minutes on the day it begins on, day by day, from a list of rules
//! in its own form, and the notation is written from the same list.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    missing_docs
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tsunagari_core::hours::{Holidays, Schedule};
use tsunagari_core::model::{OpenState, Unknown};

const WEEK: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/// Weeks with a year's end, a leap day's absence, a golden week, a silver week, and an ordinary one.
const WEEKS: [(&str, u64); 4] = [("2026-12-21", 21), ("2026-04-27", 14), ("2026-09-14", 14), ("2027-02-22", 14)];

fn holidays() -> Holidays {
    Holidays::from_toml(include_str!("../national/holidays.toml")).unwrap()
}

/// The holidays within [`WEEKS`], written down here on their own.
fn is_holiday(date: NaiveDate) -> bool {
    let days = [
        (2026, 4, 29),
        (2026, 5, 3),
        (2026, 5, 4),
        (2026, 5, 5),
        (2026, 5, 6),
        (2026, 9, 21),
        (2026, 9, 22),
        (2026, 9, 23),
        (2027, 1, 1),
        (2027, 1, 11),
        (2027, 2, 23),
    ];
    days.contains(&(date.year(), date.month(), date.day()))
}

#[derive(Debug, Clone)]
enum On {
    Weekdays(BTreeSet<usize>),
    /// Weekday, and which one of the month; 0 is the last.
    Nth(usize, u32),
    Holiday,
    DayOfMonth(u32),
    /// Month and day, first and last.
    Dates((u32, u32), (u32, u32)),
    /// Dates that are such days as well.
    Both(Box<On>, Box<On>),
}

impl On {
    fn matches(&self, date: NaiveDate) -> bool {
        let weekday = date.weekday().num_days_from_monday() as usize;
        match self {
            Self::Weekdays(days) => days.contains(&weekday),
            Self::Nth(day, 0) => weekday == *day && (date + Days::new(7)).month() != date.month(),
            Self::Nth(day, n) => weekday == *day && date.day().div_ceil(7) == *n,
            Self::Holiday => is_holiday(date),
            Self::DayOfMonth(day) => date.day() == *day,
            Self::Dates(from, to) => {
                let at = (date.month(), date.day());
                if from <= to { (from..=to).contains(&&at) } else { at >= *from || at <= *to }
            }
            Self::Both(dates, days) => dates.matches(date) && days.matches(date),
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Weekdays(days) => days.iter().map(|day| WEEK[*day]).collect::<Vec<_>>().join(","),
            Self::Nth(day, 0) => format!("{}[-1]", WEEK[*day]),
            Self::Nth(day, n) => format!("{}[{n}]", WEEK[*day]),
            Self::Holiday => "PH".to_owned(),
            Self::DayOfMonth(day) => day.to_string(),
            Self::Dates(from, to) => {
                format!("{} {:02}-{} {:02}", MONTHS[from.0 as usize - 1], from.1, MONTHS[to.0 as usize - 1], to.1)
            }
            Self::Both(dates, days) => format!("{} {}", dates.text(), days.text()),
        }
    }
}

#[derive(Debug, Clone)]
struct OwnRule {
    on: On,
    /// Begin and end in minutes of the day it begins on; empty: the whole day is closed.
    times: Vec<(usize, usize)>,
    replaces: bool,
}

fn write(rules: &[OwnRule]) -> String {
    let mut out = String::new();
    for (at, rule) in rules.iter().enumerate() {
        out.push_str(if at == 0 {
            ""
        } else if rule.replaces {
            "; "
        } else {
            ", "
        });
        out.push_str(&rule.on.text());
        let times: Vec<String> = rule
            .times
            .iter()
            .map(|(a, b)| format!("{:02}:{:02}-{:02}:{:02}", a / 60, a % 60, b / 60, b % 60))
            .collect();
        write!(out, " {}", if times.is_empty() { "off".to_owned() } else { times.join(",") }).unwrap();
    }
    out
}

/// The minutes that begin on a day: two days long.
fn minutes_of(rules: &[OwnRule], date: NaiveDate) -> Vec<bool> {
    let mut open = vec![false; 2880];
    for rule in rules.iter().filter(|rule| rule.on.matches(date)) {
        if rule.replaces || rule.times.is_empty() {
            open.fill(false);
        }
        for (from, to) in &rule.times {
            open[*from..*to].fill(true);
        }
    }
    open
}

/// Compares every minute of the weeks by the list of openings, and every quarter of an hour and every minute beside
/// a change by the answer itself, with its next change.
fn compare(rules: &[OwnRule]) -> Result<(), String> {
    let text = write(rules);
    let schedule = Schedule::compile(&text, None, &holidays()).map_err(|error| error.to_string())?;
    for (monday, days) in WEEKS {
        let first: NaiveDate = monday.parse().unwrap();
        let midnight = first.and_hms_opt(0, 0, 0).unwrap();
        let want = wanted(rules, first, days);
        let mut listed = vec![false; want.len()];
        for (from, to) in schedule.openings(midnight, 200) {
            let minute = |instant: NaiveDateTime| (instant - midnight).num_minutes().min(want.len() as i64) as usize;
            listed[minute(from)..minute(to)].fill(true);
        }
        if let Some(minute) = (0..want.len()).find(|minute| listed[*minute] != want[*minute]) {
            return Err(format!(
                "{text} at {}: want open {}",
                midnight + TimeDelta::minutes(minute as i64),
                want[minute]
            ));
        }
        let mut change = None;
        for minute in (0..want.len()).rev() {
            let now = midnight + TimeDelta::minutes(minute as i64);
            let changes = want.get(minute + 1).is_some_and(|after| *after != want[minute]);
            if changes {
                change = Some(now + TimeDelta::minutes(1));
            }
            let changed = minute > 0 && want[minute - 1] != want[minute];
            // Without a change in sight the answer looks far ahead, which is slow at every quarter of an hour.
            let step = if change.is_some() { 15 } else { 720 };
            if !changes && !changed && minute % step != 0 {
                continue;
            }
            let (is, next) = match schedule.at(now) {
                OpenState::Open { until, .. } => (true, until),
                OpenState::Closed { opens_next } => (false, opens_next),
                OpenState::Unknown { why } => return Err(format!("{text} at {now}: unknown, {why:?}")),
            };
            if is != want[minute] || (change.is_some() && next != change) {
                return Err(format!("{text} at {now}: open {is}, next {next:?}; want {}, {change:?}", want[minute]));
            }
        }
    }
    Ok(())
}

/// Every minute of some days.
fn wanted(rules: &[OwnRule], first: NaiveDate, days: u64) -> Vec<bool> {
    let mut want = Vec::new();
    let mut before = minutes_of(rules, first - Days::new(1));
    for n in 0..days {
        let day = minutes_of(rules, first + Days::new(n));
        want.extend((0..1440).map(|minute| day[minute] || before[minute + 1440]));
        before = day;
    }
    want
}

fn days() -> impl Strategy<Value = On> {
    prop_oneof![
        5 => prop::collection::btree_set(0..7usize, 1..6).prop_map(On::Weekdays),
        2 => (0..7usize, 0..6u32).prop_map(|(day, n)| On::Nth(day, n)),
        2 => Just(On::Holiday),
        2 => (1..=31u32).prop_map(On::DayOfMonth),
        2 => ((1..=12u32, 1..=28u32), (1..=12u32, 1..=28u32)).prop_map(|(from, to)| On::Dates(from, to)),
    ]
}

fn times() -> impl Strategy<Value = Vec<(usize, usize)>> {
    let span = (0..96usize, 1..100usize).prop_map(|(from, length)| (from * 15, from * 15 + length * 15));
    let late = (70..96usize, 30..90usize).prop_map(|(from, length)| (from * 15, (from + length) * 15));
    prop::collection::vec(prop_oneof![2 => span, 1 => late], 0..3)
}

fn generated() -> impl Strategy<Value = Vec<OwnRule>> {
    let rule = (days(), times(), any::<bool>()).prop_map(|(on, times, replaces)| OwnRule { on, times, replaces });
    prop::collection::vec(rule, 1..5).prop_map(|mut rules| {
        // A first rule that only closes says nothing; a rule that closes always stands behind `;`.
        if rules[0].times.is_empty() {
            rules[0].times.push((540, 1020));
        }
        for rule in &mut rules {
            rule.replaces |= rule.times.is_empty();
        }
        rules
    })
}

#[test]
fn generated_hours_are_right_at_every_minute() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let config = Config { cases: 40, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, rng)
        .run(&generated(), |rules| compare(&rules).map_err(TestCaseError::fail))
        .unwrap();
}

fn rule(on: On, times: &[(usize, usize)], replaces: bool) -> OwnRule {
    OwnRule { on, times: times.iter().map(|(a, b)| (*a, *b)).collect(), replaces }
}

fn weekdays(from: usize, to: usize) -> On {
    On::Weekdays((from..=to).collect())
}

fn at(text: &str, now: &str) -> OpenState {
    let now: NaiveDateTime = format!("{now}:00").parse().unwrap();
    Schedule::compile(text, None, &holidays()).unwrap().at(now)
}

#[test]
fn saturday_at_two_belongs_to_fridays_night() {
    let rules = [rule(weekdays(0, 4), &[(1200, 1680)], false), rule(weekdays(5, 5), &[(600, 720)], true)];
    assert_eq!(write(&rules), "Mo,Tu,We,Th,Fr 20:00-28:00; Sa 10:00-12:00");
    compare(&rules).unwrap();
    assert!(at("Mo-Fr 20:00-28:00; Sa 10:00-12:00", "2026-11-28T02:00").is_open());
    assert!(at("Mo-Fr 20:00-28:00; Sa 10:00-12:00", "2026-11-28T04:00").is_closed());
}

#[test]
fn closing_a_day_leaves_the_night_before() {
    let rules = [rule(weekdays(0, 6), &[(1080, 1800)], false), rule(On::Holiday, &[], true)];
    compare(&rules).unwrap();
    // Monday 23 November is a holiday: Sunday's night goes on, Monday's does not begin.
    assert!(at("Mo-Su 18:00-30:00; PH off", "2026-11-23T03:00").is_open());
    assert!(at("Mo-Su 18:00-30:00; PH off", "2026-11-23T19:00").is_closed());
    assert!(at("Mo-Su 18:00-30:00; PH off", "2026-11-24T03:00").is_closed());
}

#[test]
fn a_comment_alone_is_unknown() {
    let unknown = OpenState::Unknown { why: Unknown::PartlyUnderstood };
    assert_eq!(at("\"by appointment\"", "2026-11-24T10:30"), unknown);
    assert_eq!(at("Mo-Fr 09:00-17:00 \"by appointment\"", "2026-11-24T10:30"), unknown);
    assert!(at("Mo-Fr 09:00-17:00 open \"ring twice\"", "2026-11-24T10:30").is_open());
}

#[test]
fn a_day_of_every_month_can_be_written() {
    compare(&[rule(On::DayOfMonth(10), &[(480, 1920)], false)]).unwrap();
    assert!(at("10 08:00-32:00", "2026-11-11T07:59").is_open());
    assert!(at("10 08:00-32:00", "2026-11-11T08:00").is_closed());
    assert!(at("31 08:00-32:00", "2026-12-01T02:00").is_closed(), "November has no 31st");
    assert!(at("31 08:00-32:00", "2027-01-01T02:00").is_open());
}

#[test]
fn the_third_of_may_2026_is_a_holiday() {
    assert!(at("Mo-Su 09:00-17:00; PH off", "2026-05-03T10:00").is_closed());
}

#[test]
fn the_day_between_two_holidays_of_september_2026_is_one() {
    assert!(at("Mo-Su 09:00-17:00; PH off", "2026-09-22T10:00").is_closed());
}

#[test]
fn a_daily_line_with_one_whole_day_a_month_is_right_at_every_minute() {
    let rules = [rule(weekdays(0, 6), &[(960, 1260)], false), rule(On::DayOfMonth(10), &[(480, 1920)], false)];
    compare(&rules).unwrap();
    let text = "16:00-21:00, 10 08:00-32:00";
    assert!(at(text, "2026-12-11T02:00").is_open());
    assert!(at(text, "2026-12-11T08:00").is_closed());
    assert!(at(text, "2026-12-31T20:59").is_open());
    assert_eq!(at(text, "2026-12-31T21:00"), OpenState::Closed { opens_next: "2027-01-01T16:00:00".parse().ok() });
}

#[test]
fn the_last_saturday_until_the_evening_after_is_right_at_every_minute() {
    compare(&[rule(On::Nth(5, 0), &[(720, 2700)], false)]).unwrap();
    assert!(at("Sa[-1] 12:00-45:00", "2026-11-29T20:59").is_open());
    assert!(at("Sa[-1] 12:00-45:00", "2026-11-29T21:00").is_closed());
}

#[test]
fn a_night_until_half_past_five_is_right_at_every_minute() {
    compare(&[rule(weekdays(0, 6), &[(720, 1770)], false)]).unwrap();
    assert!(at("12:00-29:30", "2027-01-01T05:29").is_open());
    assert!(at("12:00-29:30", "2027-01-01T05:30").is_closed());
}

#[test]
fn months_with_hours_of_their_own_are_right_at_every_minute() {
    // The end of February, with and without its 29th, and a turn of the year.
    let winter = |days: On| On::Both(Box::new(On::Dates((11, 1), (2, 29))), Box::new(days));
    let rules = [
        rule(On::Weekdays([0, 2, 3, 4, 5, 6].into()), &[(480, 1140)], false),
        rule(winter(On::Weekdays([0, 2, 3, 4, 5, 6].into())), &[(540, 1080)], true),
        rule(On::Holiday, &[(600, 1140)], true),
        rule(winter(On::Holiday), &[(600, 720), (780, 1080)], true),
        rule(On::Dates((12, 31), (1, 2)), &[], true),
    ];
    compare(&rules).unwrap();
    let text = "Tu-Su 08:00-19:00; Nov 01-Feb 29 Tu-Su 08:00-18:00; PH Mo 08:00-19:00; Nov 01-Feb 29 PH Mo 08:00-18:00";
    assert!(at(text, "2026-11-23T17:59").is_open(), "a holiday Monday of the season");
    assert!(at(text, "2026-11-23T18:00").is_closed());
    assert!(at(text, "2026-07-20T18:59").is_open(), "a holiday Monday outside of it");
    assert!(at(text, "2026-11-30T10:00").is_closed(), "no other Monday");
    assert!(at(text, "2027-02-28T18:30").is_closed());
    assert!(at(text, "2027-03-02T18:30").is_open());
    assert!(at(text, "2028-02-29T18:30").is_closed());
}
