//! Months and years of the log. Each day has the levels that were felt, in order; a day without an entry has none, and
//! nothing stands for it. Nothing is averaged, compared or counted.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use crate::model::Mood;

/// Days of a row of a month.
const WEEK: u64 = 7;

/// A day in a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayCell {
    /// The day.
    pub date: NaiveDate,
    /// Whether it belongs to the month that is shown.
    pub within: bool,
    /// Levels felt on it, in order; none is paper, not a miss.
    pub levels: Vec<u8>,
}

/// A month in weeks, Sunday first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthView {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Weeks of seven days.
    pub weeks: Vec<Vec<DayCell>>,
}

/// A year, month by month. Never what somebody sees first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearView {
    /// Year.
    pub year: i32,
    /// Twelve months, each with its days.
    pub months: Vec<Vec<DayCell>>,
}

/// The month in which a day lies. Entries lie on the day that it was where the person was.
#[must_use]
pub fn month(moods: &[Mood], of: NaiveDate) -> MonthView {
    let felt = felt(moods);
    let first = of.with_day(1).unwrap_or(of);
    let begins = first.checked_sub_days(Days::new(first.weekday().num_days_from_sunday().into())).unwrap_or(first);
    let mut weeks = Vec::new();
    let mut day = begins;
    while day < first || is_in(day, first) {
        let week = (0..WEEK).filter_map(|at| day.checked_add_days(Days::new(at)));
        weeks.push(week.map(|date| cell(&felt, date, is_in(date, first))).collect());
        let Some(next) = day.checked_add_days(Days::new(WEEK)) else { break };
        day = next;
    }
    MonthView { year: first.year(), month: first.month(), weeks }
}

/// A year.
#[must_use]
pub fn year(moods: &[Mood], year: i32) -> YearView {
    let felt = felt(moods);
    let days = |month: u32| {
        let first = NaiveDate::from_ymd_opt(year, month, 1);
        let all = first.into_iter().flat_map(|first| first.iter_days());
        all.take_while(|day| day.month() == month).map(|day| cell(&felt, day, true)).collect()
    };
    YearView { year, months: (1..=12).map(days).collect() }
}

fn is_in(day: NaiveDate, month: NaiveDate) -> bool {
    (day.year(), day.month()) == (month.year(), month.month())
}

fn cell(felt: &BTreeMap<NaiveDate, Vec<u8>>, date: NaiveDate, within: bool) -> DayCell {
    let levels = if within { felt.get(&date).cloned().unwrap_or_default() } else { Vec::new() };
    DayCell { date, within, levels }
}

fn felt(moods: &[Mood]) -> BTreeMap<NaiveDate, Vec<u8>> {
    let mut in_order: Vec<&Mood> = moods.iter().collect();
    in_order.sort_by_key(|mood| (mood.at, mood.id));
    let mut felt: BTreeMap<NaiveDate, Vec<u8>> = BTreeMap::new();
    for mood in in_order {
        felt.entry(mood.at.date_naive()).or_default().push(mood.level.number());
    }
    felt
}
