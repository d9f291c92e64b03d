//! Open, closed or unknown at an instant, and what comes next.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use opening_hours_syntax::rules::OpeningHoursExpression;

use super::Holidays;
use super::day_spans::{DaySpans, Holds};
use super::rule::{DAY, Rule, Says, is_mixed};
use crate::model::{OpenState, Unknown};

/// Longest `opening_hours` string that is read, in bytes.
const MAX_BYTES: usize = 2_000;
/// How far ahead the end of an opening or the next one is looked for.
const HORIZON_DAYS: u64 = 400;
/// The months, for a day of every month.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Why an `opening_hours` string cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// It does not follow the notation.
    #[error("“{text}” is no opening_hours string: {reason}")]
    Notation {
        /// The string.
        text: String,
        /// What the parser said.
        reason: String,
    },
    /// It follows the notation, with something that cannot be answered for.
    #[error("opening_hours with {0} cannot be answered; leave that part to the doubt")]
    Unsupported(&'static str),
    /// It is longer than any real one.
    #[error("an opening_hours string has at most {MAX_BYTES} bytes; this one has {0}")]
    TooLong(usize),
}

/// Compiled opening hours.
#[derive(Debug, Clone)]
pub struct Schedule {
    rules: Vec<Rule>,
    doubts: Vec<Rule>,
    holidays: Holidays,
    always: bool,
}

/// What holds in a part of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Closed,
    Unknown(Unknown),
}

impl Schedule {
    /// Compiles a canonical string and the times in doubt. The holidays are kept by reference count.
    ///
    /// # Errors
    /// [`HoursError`] when one of the strings cannot be used.
    pub fn compile(canonical: &str, doubt: Option<&str>, holidays: &Holidays) -> Result<Self, HoursError> {
        let rules = compile(canonical, holidays)?;
        let doubts = doubt.map(|doubt| compile(doubt, holidays)).transpose()?.unwrap_or_default();
        let whole = |rule: &Rule| rule.whole_day && rule.is_every_day() && rule.says == Says::Open;
        let always = doubts.is_empty() && matches!(rules.as_slice(), [rule] if whole(rule));
        Ok(Self { rules, doubts, holidays: holidays.clone(), always })
    }

    /// The answer at an instant of Japanese local time.
    ///
    /// `until` is given when it is sure to close then; `opens_next` is the next instant at which it is sure to be
    /// open: where days in doubt lie between, it may open earlier.
    #[must_use]
    pub fn at(&self, now: NaiveDateTime) -> OpenState {
        if self.always {
            return OpenState::Open { until: None, always: true };
        }
        let mut ahead = self.stretches(now);
        match ahead.next() {
            Some((_, State::Open)) => OpenState::Open {
                until: ahead.next().and_then(|(start, state)| (state == State::Closed).then_some(start)),
                always: false,
            },
            Some((_, State::Unknown(why))) => OpenState::Unknown { why },
            Some((_, State::Closed)) | None => {
                OpenState::Closed { opens_next: ahead.find(|(_, state)| *state == State::Open).map(|(start, _)| start) }
            }
        }
    }

    /// The next openings that are sure, from an instant on; one that is under way counts, from `from`.
    #[must_use]
    pub fn openings(&self, from: NaiveDateTime, n: usize) -> Vec<(NaiveDateTime, NaiveDateTime)> {
        let mut found = Vec::new();
        let mut since = None;
        for (start, state) in self.stretches(from) {
            if let Some(since) = since.take() {
                found.push((since, start));
            }
            if found.len() >= n {
                break;
            }
            since = (state == State::Open).then_some(start.max(from));
        }
        found.truncate(n);
        found
    }

    /// Stretches of one state each, from the one that holds at `from`, as far as the horizon.
    fn stretches(&self, from: NaiveDateTime) -> impl Iterator<Item = (NaiveDateTime, State)> + '_ {
        let first = from.date();
        let days = (0..=HORIZON_DAYS).map_while(move |n| first.checked_add_days(Days::new(n)));
        let mut last = None;
        let mut yesterday = first.pred_opt().map(|date| self.spans(date)).unwrap_or_default();
        days.flat_map(move |date| {
            let today = self.spans(date);
            let parts = self.parts(date, &today, &yesterday);
            yesterday = today;
            parts.into_iter().map(move |part| (date, part))
        })
        .filter(move |(date, (range, _))| *date > first || u32::from(range.end) > minute_of(from))
        .filter_map(move |(date, (range, state))| {
            let changed = last.replace(state) != Some(state);
            let start = date.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(range.start));
            changed.then_some((start, state))
        })
    }

    /// The parts of one calendar day, in order and without a gap.
    fn parts(&self, date: NaiveDate, today: &DaySpans, yesterday: &DaySpans) -> Vec<(std::ops::Range<u16>, State)> {
        let mut edges: Vec<u16> = today.edges().filter(|edge| *edge < DAY).collect();
        edges.extend(yesterday.edges().filter_map(|edge| edge.checked_sub(DAY)).filter(|edge| *edge < DAY));
        edges.extend([0, DAY]);
        edges.sort_unstable();
        edges.dedup();
        let unknown = if self.knows_around(date) { Unknown::PartlyUnderstood } else { Unknown::HolidaysNotKnown };
        let part = |pair: &[u16]| {
            let [start, end] = *pair else { return None };
            let state = match [today.at(start), yesterday.at(start + DAY)] {
                at if at.contains(&Some(Holds::Doubt)) => State::Unknown(unknown),
                at if at.contains(&Some(Holds::Open)) => State::Open,
                at if at.contains(&Some(Holds::Unknown)) => State::Unknown(unknown),
                _ => State::Closed,
            };
            Some((start..end, state))
        };
        edges.windows(2).filter_map(part).collect()
    }

    /// What the rules and the doubts say of the hours that begin on a day.
    fn spans(&self, date: NaiveDate) -> DaySpans {
        let known = self.holidays.knows(date);
        if !known && self.rules.iter().any(|rule| rule.needs_holidays) {
            return DaySpans::all_in_doubt();
        }
        let mut spans = DaySpans::of(self.rules.iter().filter(|rule| rule.matches(date)));
        for doubt in &self.doubts {
            if (doubt.needs_holidays && !known) || doubt.matches(date) {
                spans.doubt(doubt);
            }
        }
        spans
    }

    /// Whether the holidays of a day and the day before are known, or do not matter.
    fn knows_around(&self, date: NaiveDate) -> bool {
        let mut rules = self.rules.iter().chain(&self.doubts);
        !rules.any(|rule| rule.needs_holidays)
            || (self.holidays.knows(date) && date.pred_opt().is_some_and(|date| self.holidays.knows(date)))
    }
}

fn minute_of(instant: NaiveDateTime) -> u32 {
    instant.hour() * 60 + instant.minute()
}

fn compile(text: &str, holidays: &Holidays) -> Result<Vec<Rule>, HoursError> {
    if text.len() > MAX_BYTES {
        return Err(HoursError::TooLong(text.len()));
    }
    let text = every_month(text);
    let notation = |error: opening_hours_syntax::Error| HoursError::Notation {
        text: text.clone(),
        reason: error.to_string().lines().last().unwrap_or_default().trim().to_owned(),
    };
    let parsed: OpeningHoursExpression = opening_hours_syntax::parse(&text).map_err(notation)?;
    // A comment is enough for a rule to be unknown unless some rule says `open` in so many words.
    let stated = text.split('"').step_by(2).any(|outside| outside.contains("open"));
    let context = holidays.context();
    // The crate forgets whether a holiday and a weekday are joined by a space (both) or a comma (either).
    let mut joints = joints(&text).into_iter();
    let mut rules = Vec::new();
    for rule in &parsed.rules {
        let both = if is_mixed(rule) { joints.next() } else { Some(false) };
        let both = both.ok_or(HoursError::Unsupported("this combination of days"))?;
        rules.push(Rule::new(rule, stated, both, &context)?);
    }
    if joints.next().is_some() {
        return Err(HoursError::Unsupported("this combination of days"));
    }
    Ok(rules)
}

/// For each place where holidays and weekdays meet in one rule, whether both must apply.
fn joints(text: &str) -> Vec<bool> {
    let names = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let outside: String = text.split('"').step_by(2).collect::<Vec<_>>().join("\"");
    let mut found = Vec::new();
    for rule in outside.split("; ").flat_map(|part| part.split(", ")).flat_map(|part| part.split(" || ")) {
        // `PH +1 day Tu` is one holiday and one weekday: the offset is taken out first.
        let mut flat = rule.to_owned();
        for sign in ["+", "-"] {
            while let Some((before, after)) = flat.split_once(&format!("PH {sign}")) {
                let after = after.trim_start_matches(|c: char| c.is_ascii_digit());
                let after = after.strip_prefix(" days").or_else(|| after.strip_prefix(" day")).unwrap_or(after);
                flat = format!("{before}PH{after}");
            }
        }
        if let Some((before, after)) = flat.split_once("PH") {
            let after = after.trim_start_matches(",PH");
            let next = after.get(1..3).filter(|day| names.contains(day));
            let last = before.trim_end_matches("PH,").chars().rev().skip(1).take(2).collect::<String>();
            let weekday_before = names.iter().any(|day| day.chars().rev().collect::<String>() == last)
                || before.ends_with("] ")
                || before.ends_with("],");
            if next.is_some() {
                found.push(after.starts_with(' '));
            } else if weekday_before {
                found.push(before.ends_with(' '));
            }
        }
    }
    found
}

/// Writes a day of every month, which the notation lacks, as twelve days: `10 08:00-32:00`.
fn every_month(text: &str) -> String {
    let spell = |rule: &str| -> Option<String> {
        let (days, rest) = rule.trim_start().split_once(' ')?;
        let days: Vec<u8> = days.split(',').map(|day| day.parse().ok()).collect::<Option<_>>()?;
        if !days.iter().all(|day| (1..=31).contains(day)) {
            return None;
        }
        let fits = |month: usize, day: u8| {
            day <= if month == 1 { 29 } else { 30 + u8::from([0, 2, 4, 6, 7, 9, 11].contains(&month)) }
        };
        let spelled: Vec<String> = MONTHS
            .iter()
            .enumerate()
            .flat_map(|(at, month)| {
                days.iter().filter(move |day| fits(at, **day)).map(move |day| format!("{month} {day:02}"))
            })
            .collect();
        Some(format!("{} {rest}", spelled.join(",")))
    };
    let mut out = String::new();
    for (at, part) in text.split("; ").enumerate() {
        out.push_str(if at > 0 { "; " } else { "" });
        for (at, rule) in part.split(", ").enumerate() {
            out.push_str(if at > 0 { ", " } else { "" });
            out.push_str(&spell(rule).unwrap_or_else(|| rule.to_owned()));
        }
    }
    out
}
