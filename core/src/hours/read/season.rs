//! Months and dates with hours of their own.

use super::lex::{ALL_WEEK, DayBits, HOLIDAY, MonthDay};
use super::plan::{PH, Plan, Span};
use super::write;

/// What a season changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// The whole of its hours.
    Times(Vec<Span>),
    /// The end of the last of them.
    End(u16),
}

/// Dates with hours of their own, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Season {
    pub(super) from: MonthDay,
    pub(super) to: MonthDay,
    pub(super) change: Change,
}

/// A season whose hours are certain on every day it is open.
#[derive(Debug, Clone)]
pub(super) struct Settled {
    pub(super) dates: String,
    pub(super) spans: Vec<Span>,
}

impl Plan {
    /// Gives the season one more range, or makes it.
    pub(super) fn add_season(&mut self, from: MonthDay, to: MonthDay, span: Span) {
        let same = |season: &&mut Season| season.from == from && season.to == to;
        if let Some(Season { change: Change::Times(spans), .. }) = self.seasons.iter_mut().find(same) {
            spans.push(span);
            return;
        }
        self.seasons.push(Season { from, to, change: Change::Times(vec![span]) });
    }

    /// 4月~9月 9:00~18:00、10月~3月 9:00~17:00: seasons that fill the year need no other hours.
    pub(super) fn base_from_seasons(&mut self) {
        let days = (1..=12).flat_map(|month| (1..=28).map(move |day| (month, day)));
        let fills = days.clone().all(|day| self.seasons.iter().any(|season| holds((season.from, season.to), day)));
        if let (false, true, Some(Season { change: Change::Times(spans), .. })) =
            (self.has_times(), fills, self.seasons.first())
        {
            self.base.clone_from(spans);
        }
    }

    /// Settles the seasons once all of the cell is read: exactly where every day has the same hours, else as a doubt
    /// on the dates.
    pub(super) fn settle_seasons(&mut self) {
        let seasons = std::mem::take(&mut self.seasons);
        let base = self.one_set_of_times();
        let apart = seasons.iter().enumerate().all(|(at, one)| {
            let mut others = seasons.iter().skip(at + 1).map(|other| (other.from, other.to));
            let within = |closed: &(MonthDay, MonthDay)| holds(*closed, one.from) && holds(*closed, one.to);
            others.all(|other| !overlap((one.from, one.to), other)) && !self.dates_closed.iter().any(within)
        });
        for season in seasons {
            let dates = write::dates(season.from, season.to);
            let spans = base.as_ref().filter(|_| apart).and_then(|base| changed(base, &season.change));
            let Some(spans) = spans else {
                self.partial = true;
                self.doubt_season(dates, &season.change);
                continue;
            };
            if season.from == season.to {
                // A single date that falls on a closed day may be open all the same.
                let closed = ALL_WEEK & !self.open_days();
                for span in spans.iter().filter(|_| closed != 0) {
                    self.doubts.push(write::on(&format!("{dates} {}", write::days(closed)), *span));
                }
            }
            self.settled.push(Settled { dates, spans });
        }
    }

    /// A season with another end: the hours between the two ends are in doubt then. One with other times: all of them.
    fn doubt_season(&mut self, dates: String, change: &Change) {
        let Change::End(end) = *change else {
            self.doubts.push(dates);
            return;
        };
        for span in self.hull() {
            let (low, high) = (end.min(span.to).max(span.from), end.max(span.to));
            if low < high {
                self.doubts.push(write::on(&dates, Span { from: low, to: high, sure: true }));
            }
        }
    }

    /// The times of every open day and of holidays, where they are the same.
    fn one_set_of_times(&self) -> Option<Vec<Span>> {
        let open = self.open_days();
        let mut all = (0..7).filter(|day| open & (1 << day) != 0).map(|day| self.times(day));
        let first = all.next()?;
        let plain = self.nth_times.is_empty() && self.nth_open.is_empty() && self.month_days.is_empty();
        let holidays = self.own.get(PH).and_then(Option::as_ref).is_none_or(|own| *own == first);
        let sure = first.iter().all(|span| span.sure && span.to <= 1440);
        (plain && holidays && sure && all.all(|times| times == first)).then_some(first)
    }
}

fn changed(base: &[Span], change: &Change) -> Option<Vec<Span>> {
    match change {
        Change::Times(spans) => spans.iter().all(|span| span.sure && span.to <= 1440).then(|| spans.clone()),
        Change::End(end) => {
            let mut spans: Vec<Span> = base.iter().copied().filter(|span| span.from < *end).collect();
            // An end that takes away more than the last of them says something else.
            let last = spans.last_mut().filter(|_| base.last().is_some_and(|last| last.from < *end))?;
            last.to = *end;
            Some(spans)
        }
    }
}

/// Whether a day lies in a range of dates, which may pass the end of the year.
fn holds(range: (MonthDay, MonthDay), day: MonthDay) -> bool {
    if range.0 <= range.1 { (range.0..=range.1).contains(&day) } else { day >= range.0 || day <= range.1 }
}

/// Whether two ranges of dates share a day.
fn overlap(one: (MonthDay, MonthDay), other: (MonthDay, MonthDay)) -> bool {
    holds(one, other.0) || holds(one, other.1) || holds(other, one.0) || holds(other, one.1)
}

/// The weekdays of a scope, without holidays, as the notation has them.
pub(super) fn weekdays(days: DayBits) -> Option<String> {
    (days & !HOLIDAY != 0).then(|| write::days(days & !HOLIDAY))
}
