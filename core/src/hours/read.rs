//! From the words of a publisher to an `opening_hours` string.
//!
//! What is not understood never counts as said: it becomes a doubt, and the answer is unknown wherever that text could
//! change it. docs/hours-labels.md says what a careful reader takes from each shape.

mod always;
mod aside;
mod day_cells;
mod day_kinds;
mod lex;
mod machine;
mod plan;
mod season;
#[cfg(test)]
mod tests;
mod time_cells;
mod vocabulary;
mod write;

use super::{Hours, ParseState};
use day_cells::read_days;
pub use day_kinds::{read_after_school, read_day_kinds, read_week, read_weekend};
use machine::{Cell, read};
use plan::{Plan, Span};
use time_cells::read_times;

/// Longest cell that is read, in characters.
const MAX_CHARS: usize = 2_000;

/// The columns of a row that states its hours in several cells; a column that is missing is empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns<'a> {
    /// Days on which it is open: 利用可能曜日.
    pub days: &'a str,
    /// Beginning: 開始時間.
    pub opens: &'a str,
    /// End: 終了時間.
    pub closes: &'a str,
    /// Free text beside them, or all of it: 特記事項, 営業時間.
    pub note: &'a str,
    /// Days on which it is closed: 定休日.
    pub closed_days: &'a str,
}

/// Reads a cell of free text.
#[must_use]
pub fn read_prose(raw: &str) -> Hours {
    guarded(&[raw], |plan| {
        if !always::read(plan, raw) {
            read(plan, raw, Cell::Prose);
        }
    })
}

/// Reads days, beginning, end, note and closed days.
#[must_use]
pub fn read_columns(columns: &Columns<'_>) -> Hours {
    let Columns { days, opens, closes, note, closed_days } = *columns;
    guarded(&[days, opens, closes, note, closed_days], |plan| {
        read_days(plan, days);
        read_times(plan, opens, closes);
        let cell = if plan.has_times() { Cell::Note } else { Cell::Prose };
        // Days are listed, their times are not: what a note says of single days says nothing of the others.
        if cell == Cell::Prose && !days.trim().is_empty() && note.contains('曜') {
            plan.doubt_all();
        }
        read(plan, note, cell);
        read_closed(plan, closed_days);
    })
}

/// 24時間、平日8:30~17:15は窓口でも: such times add a way and take nothing away, whatever stands before them.
const ANOTHER_WAY: &[&str] =
    &["窓口でも", "電話でも", "来所でも", "来庁でも", "面談でも", "面接でも", "対面でも", "メールでも", "チャットでも"];

/// Refuses cells that are too long, tells empty ones, and writes the plan.
fn guarded(cells: &[&str], fill: impl FnOnce(&mut Plan)) -> Hours {
    let raw = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" / ");
    let state = |state| Hours { canonical: None, state, raw: raw.clone(), doubt: None };
    if raw.is_empty() {
        return state(ParseState::Absent);
    }
    if raw.chars().count() > MAX_CHARS {
        return state(ParseState::Unparsed);
    }
    let mut plan = Plan::default();
    fill(&mut plan);
    if ANOTHER_WAY.iter().any(|words| raw.contains(words)) {
        plan.doubt_all();
    }
    write::finish(plan, &raw)
}

fn is_dash(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || cell == "休" || cell == "休み" || (lex::normal(cell) == ['~'])
}

/// The days it is closed.
fn read_closed(plan: &mut Plan, closed_days: &str) {
    match closed_days.trim() {
        "" => {}
        "なし" | "無し" | "無" | "無休" => plan.complete = true,
        text if is_dash(text) => {}
        text => {
            let times = plan.hull();
            read(plan, text, Cell::Closed);
            let new = |span: &Span| !times.iter().any(|old| old.from <= span.from && span.to <= old.to);
            if plan.hull().iter().any(new) {
                plan.doubt_all();
            }
        }
    }
}
