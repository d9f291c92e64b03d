//! One rule of an `opening_hours` string: on which days, at which times, and what it says.

use chrono::NaiveDate;
use opening_hours::{Context, OpeningHours};
use opening_hours_syntax::rules::day::{DaySelector, HolidayKind, WeekDayRange};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleKind, RuleOperator, RuleSequence};

use super::HoursError;

/// Minutes from the beginning of the day a rule applies to; up to two days long.
pub(super) type Minutes = std::ops::Range<u16>;

/// Minutes of one day.
pub(super) const DAY: u16 = 24 * 60;

/// What a rule says of its times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Open,
    Closed,
    Unknown,
}

/// How a rule joins the rules before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joins {
    /// `;`: replaces them on its days.
    Replaces,
    /// `, `: adds to them.
    Adds,
    /// `||`: fills what they leave.
    Fills,
}

/// A rule ready to be asked.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// All of them must apply; none applies to every day.
    days: Vec<OpeningHours>,
    /// Times and what is said of them, in order.
    pub(super) times: Vec<(Minutes, Says)>,
    pub(super) says: Says,
    pub(super) joins: Joins,
    /// Whether no times are written, so that it speaks of whole days.
    pub(super) whole_day: bool,
    pub(super) needs_holidays: bool,
}

impl Rule {
    /// Makes a rule from what the crate has parsed. `stated` tells whether the rule says open, closed or unknown in
    /// so many words: a comment alone makes a rule unknown, never open. `both` tells whether a holiday and a weekday
    /// in one rule must come together (`PH Sa`) or not (`PH,Sa`).
    pub(super) fn new(parsed: &RuleSequence, stated: bool, both: bool, context: &Context) -> Result<Self, HoursError> {
        let says = match parsed.kind {
            RuleKind::Closed => Says::Closed,
            RuleKind::Unknown => Says::Unknown,
            RuleKind::Open if !stated && !parsed.comment.is_empty() => Says::Unknown,
            RuleKind::Open => Says::Open,
        };
        let mut times = Vec::new();
        for span in &parsed.time_selector.spans {
            read_span(span, says, &mut times)?;
        }
        let holidays = |kind: HolidayKind| {
            parsed.day_selector.weekday.iter().any(|w| matches!(w, WeekDayRange::Holiday { kind: k, .. } if *k == kind))
        };
        if holidays(HolidayKind::School) {
            return Err(HoursError::Unsupported("SH"));
        }
        Ok(Self {
            days: compile_days(&parsed.day_selector, both, context)?,
            whole_day: matches!(times.as_slice(), [(all, _)] if *all == (0..DAY)),
            times,
            says,
            joins: match parsed.operator {
                RuleOperator::Normal => Joins::Replaces,
                RuleOperator::Additional => Joins::Adds,
                RuleOperator::Fallback => Joins::Fills,
            },
            needs_holidays: holidays(HolidayKind::Public),
        })
    }

    /// Whether the rule applies to a day.
    pub(super) fn matches(&self, date: NaiveDate) -> bool {
        self.days.iter().all(|days| !days.schedule_at(date).is_empty())
    }

    /// Whether it is open on every day.
    pub(super) fn is_every_day(&self) -> bool {
        self.days.is_empty()
    }
}

/// Whether a rule names both holidays and weekdays.
pub(super) fn is_mixed(parsed: &RuleSequence) -> bool {
    let holiday = |day: &&WeekDayRange| matches!(day, WeekDayRange::Holiday { .. });
    let holidays = parsed.day_selector.weekday.iter().filter(holiday).count();
    (1..parsed.day_selector.weekday.len()).contains(&holidays)
}

/// The days of a rule as schedules of their own: whole days never pass midnight, which the crate gets wrong.
fn compile_days(days: &DaySelector, both: bool, context: &Context) -> Result<Vec<OpeningHours>, HoursError> {
    let odd = || HoursError::Unsupported("this combination of days");
    let mut parts = Vec::new();
    if both {
        let holiday = |day: &WeekDayRange| matches!(day, WeekDayRange::Holiday { .. });
        let (holidays, weekdays) = days.weekday.iter().cloned().partition(holiday);
        parts.push(DaySelector { weekday: holidays, ..DaySelector::default() });
        parts.push(DaySelector { weekday: weekdays, ..days.clone() });
    } else if !days.is_empty() {
        parts.push(days.clone());
    }
    let mut compiled = Vec::new();
    for part in parts {
        let text = format!("{} 00:00-24:00", with_signs(&part.to_string()));
        let again = opening_hours_syntax::parse(&text).map_err(|_| odd())?;
        if !matches!(again.rules.as_slice(), [rule] if rule.day_selector == part) {
            return Err(odd());
        }
        let hours: OpeningHours = text.parse().map_err(|_| odd())?;
        compiled.push(hours.with_context(context.clone()));
    }
    Ok(compiled)
}

/// The crate writes `PH 1 days` for what it reads as `PH +1 days`.
fn with_signs(days: &str) -> String {
    let mut out = String::new();
    for (at, piece) in days.split("PH ").enumerate() {
        out.push_str(if at > 0 { "PH " } else { "" });
        out.push_str(if at > 0 && piece.starts_with(|c: char| c.is_ascii_digit()) { "+" } else { "" });
        out.push_str(piece);
    }
    out
}

fn read_span(span: &TimeSpan, says: Says, times: &mut Vec<(Minutes, Says)>) -> Result<(), HoursError> {
    if span.repeats.is_some() {
        return Err(HoursError::Unsupported("times that repeat"));
    }
    let minute = |time: &Time| match time {
        Time::Fixed(time) => Ok(time.mins_from_midnight()),
        Time::Variable(_) => Err(HoursError::Unsupported("sunrise and sunset")),
    };
    let (start, end) = (minute(&span.range.start)?, minute(&span.range.end)?);
    let until = if end <= start { end.saturating_add(DAY) } else { end };
    if span.open_end {
        // `17:00+` is written by the crate as ending at 24:00: nobody has said when it ends.
        let known = if end == DAY { start } else { until };
        times.push((start..known, says));
        times.push((known..DAY.max(known.saturating_add(1)), Says::Unknown));
        times.retain(|(range, _)| !range.is_empty());
    } else {
        times.push((start..until, says));
    }
    Ok(())
}
