//! Months and years as data.

use tsunagari_core::journal;
use tsunagari_core::text::Texts;

/// A day in a calendar.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DayCell {
    /// The day, `2026-11-22`.
    pub day: String,
    /// It belongs to the month that is shown.
    pub within: bool,
    /// Levels felt on it, 1 to 5, in order; none is paper, not a miss, and no level stands for the day.
    pub levels: Vec<u32>,
}

/// A month in weeks, Sunday first.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MonthView {
    /// Year.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Year and month in words.
    pub title: String,
    /// Weeks of seven days; days of other months have no levels.
    pub weeks: Vec<Vec<DayCell>>,
}

/// A year, month by month.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct YearView {
    /// Year.
    pub year: i32,
    /// The year in words.
    pub title: String,
    /// Twelve months, each with its days.
    pub months: Vec<Vec<DayCell>>,
}

impl MonthView {
    pub(super) fn of(view: &journal::MonthView, texts: &Texts) -> Self {
        let name = texts.get(&format!("mood-month-{}", view.month));
        let said = [("year", view.year.to_string().into()), ("month", name.into())];
        let title = texts.with("mood-month-title", &said);
        Self { year: view.year, month: view.month, title, weeks: cells(&view.weeks) }
    }
}

impl YearView {
    pub(super) fn of(view: &journal::YearView, texts: &Texts) -> Self {
        let title = texts.with("mood-year-title", &[("year", view.year.to_string().into())]);
        Self { year: view.year, title, months: cells(&view.months) }
    }
}

fn cells(parts: &[Vec<journal::DayCell>]) -> Vec<Vec<DayCell>> {
    let cell = |cell: &journal::DayCell| DayCell {
        day: cell.date.to_string(),
        within: cell.within,
        levels: cell.levels.iter().copied().map(u32::from).collect(),
    };
    parts.iter().map(|days| days.iter().map(cell).collect()).collect()
}
