//! What has been read of a cell, before it is written as an `opening_hours` string.

use super::lex::{ALL_WEEK, DayBits, HOLIDAY, MonthDay, WORKDAYS};
use super::season::{Season, Settled};

/// A time from a beginning to an end, in minutes of the day it begins on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Span {
    pub(super) from: u16,
    pub(super) to: u16,
    /// Whether it is sure to be open; an end that is not stated makes it unsure.
    pub(super) sure: bool,
}

/// Index of the holidays beside the seven weekdays.
pub(super) const PH: usize = 7;

/// What happens when a closed weekday is a public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    /// It is open.
    Opens,
    /// It is open, and closed on the day after.
    NextDay,
    /// Closed on some other day of that week.
    OtherDay,
}

/// The whole of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Plan {
    /// Weekdays (and holidays) listed as open.
    pub(super) listed: Option<DayBits>,
    /// Times of no day in particular.
    pub(super) base: Vec<Span>,
    /// Times of one weekday, or of holidays.
    pub(super) own: [Option<Vec<Span>>; 8],
    /// Days named as closed.
    pub(super) closed: DayBits,
    /// 平日 was said: not on holidays.
    pub(super) strict: bool,
    pub(super) nth_closed: Vec<(u8, Vec<i8>)>,
    pub(super) nth_open: Vec<(u8, Vec<i8>)>,
    pub(super) nth_times: Vec<(u8, Vec<i8>, Vec<Span>)>,
    pub(super) dates_closed: Vec<(MonthDay, MonthDay)>,
    pub(super) month_days: Vec<(u8, Vec<Span>)>,
    /// Dates with hours of their own.
    pub(super) seasons: Vec<Season>,
    /// Those whose hours are certain, once everything is read.
    pub(super) settled: Vec<Settled>,
    pub(super) only_within: Option<(MonthDay, MonthDay)>,
    pub(super) moves: Vec<(DayBits, Moves)>,
    /// New Year is settled: by dates, or because nothing ever closes.
    pub(super) new_year_settled: bool,
    /// The exceptions are complete: holidays follow their weekday.
    pub(super) complete: bool,
    /// Expressions of times in doubt.
    pub(super) doubts: Vec<String>,
    /// Times in doubt on open days, beside the open ones.
    pub(super) maybe: Vec<(DayBits, Span)>,
    /// Times of a note that are of no day in particular.
    pub(super) beside: Vec<Span>,
    /// Ends of parts of the place, told in a note.
    pub(super) part_ends: Vec<u16>,
    /// Times of a note that gives the hours again.
    pub(super) restated: Vec<Span>,
    /// Something was not read.
    pub(super) partial: bool,
    /// The times of holidays were changed though they are not listed.
    pub(super) holiday_changed: bool,
    /// A word that can close it on other days or open it on days not listed, but not beyond its times.
    pub(super) unclear_days: bool,
}

impl Plan {
    /// Something that can change any answer.
    pub(super) fn doubt_all(&mut self) {
        self.partial = true;
        self.doubts.push("24/7".to_owned());
    }

    /// Something that can close it.
    pub(super) fn doubt_open(&mut self) {
        self.partial = true;
        self.doubts.push("24/7 off".to_owned());
    }

    /// Whether any time was understood.
    pub(super) fn has_times(&self) -> bool {
        !self.base.is_empty()
            || self.own.iter().flatten().any(|spans| !spans.is_empty())
            || !self.month_days.is_empty()
            || !self.nth_times.is_empty()
    }

    /// Whether anything tells which days it is open.
    pub(super) fn knows_days(&self) -> bool {
        self.listed.is_some()
            || self.closed != 0
            || self.strict
            || self.complete
            || !self.nth_closed.is_empty()
            || !self.nth_open.is_empty()
            || (self.base.is_empty() && self.own.iter().any(Option::is_some))
    }

    /// Weekdays on which it is open in an ordinary week.
    pub(super) fn open_days(&self) -> DayBits {
        let own =
            (0..7).filter(|day| self.own_of(*day).is_some_and(|s| !s.is_empty())).fold(0, |bits, day| bits | 1 << day);
        let open = match self.listed {
            Some(listed) => listed & ALL_WEEK,
            None if self.base.is_empty() => own,
            None if !self.nth_open.is_empty() && self.closed == 0 => own,
            None => ALL_WEEK,
        };
        (open | if self.listed.is_none() { own } else { 0 }) & !self.closed
    }

    fn own_of(&self, day: usize) -> Option<&Vec<Span>> {
        self.own.get(day).and_then(Option::as_ref)
    }

    /// Times of a weekday, whether it is open or not.
    pub(super) fn times(&self, day: usize) -> Vec<Span> {
        self.own_of(day).unwrap_or(&self.base).clone()
    }

    /// Times of a holiday that is open.
    pub(super) fn holiday_times(&self) -> Vec<Span> {
        if let Some(own) = self.own_of(PH) {
            return own.clone();
        }
        if !self.base.is_empty() {
            return self.base.clone();
        }
        // Days with times of their own: only when they agree.
        let open = self.open_days();
        let mut all = (0..7).filter(|day| open & (1 << day) != 0).map(|day| self.times(day));
        let Some(first) = all.next() else { return Vec::new() };
        if all.all(|times| times == first) { first } else { Vec::new() }
    }

    /// Every time at which it can be open on some day.
    pub(super) fn hull(&self) -> Vec<Span> {
        let mut all: Vec<Span> = self.base.clone();
        all.extend(self.own.iter().flatten().flatten());
        all.extend(self.settled.iter().flat_map(|season| &season.spans));
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Sets times for no day in particular.
    pub(super) fn add_base(&mut self, span: Span) {
        self.base.push(span);
    }

    /// Sets times for days; several ranges for the same days add up when `more`.
    pub(super) fn set_times(&mut self, days: DayBits, span: Span, more: bool) {
        for (day, own) in self.own.iter_mut().enumerate() {
            if days & (1 << day) == 0 {
                continue;
            }
            match own {
                Some(spans) if more => spans.push(span),
                own => *own = Some(vec![span]),
            }
        }
    }

    /// Adds a time to every day, whatever else is said of it.
    pub(super) fn add_to_every_day(&mut self, span: Span) {
        for day in 0..8 {
            let before = if day == PH { Vec::new() } else { self.times(day) };
            if let Some(own) = self.own.get_mut(day) {
                own.get_or_insert(before).push(span);
            }
        }
    }

    /// Moves the end of the hours of some days.
    pub(super) fn set_end(&mut self, days: DayBits, end: u16) {
        self.change(days, |spans| {
            spans.retain(|span| span.from < end);
            if let Some(last) = spans.iter_mut().max() {
                last.to = end;
                last.sure = last.sure || last.to > last.from;
            }
        });
    }

    /// Moves the beginning of the hours of some days.
    pub(super) fn set_begin(&mut self, days: DayBits, begin: u16) {
        self.change(days, |spans| {
            spans.retain(|span| span.to > begin);
            if let Some(first) = spans.iter_mut().min() {
                first.from = begin;
            }
        });
    }

    /// Takes a time away on some days.
    pub(super) fn take_away(&mut self, days: DayBits, from: u16, to: u16) {
        self.change(days, |spans| *spans = without(spans, from, to));
    }

    /// Takes a time away on every day.
    pub(super) fn take_away_everywhere(&mut self, from: u16, to: u16) {
        for spans in std::iter::once(&mut self.base).chain(self.own.iter_mut().flatten()) {
            *spans = without(spans, from, to);
        }
    }

    fn change(&mut self, days: DayBits, change: impl Fn(&mut Vec<Span>)) {
        let silent = self.holiday_times();
        for day in 0..8 {
            if days & (1 << day) != 0 {
                let mut spans = if day == PH { silent.clone() } else { self.times(day) };
                change(&mut spans);
                if let Some(own) = self.own.get_mut(day) {
                    *own = Some(spans);
                }
            }
        }
        // A weekday that is not listed does not become open by a change of its times; nobody knows what was meant.
        if let Some(listed) = self.listed {
            let strange = days & ALL_WEEK & !listed;
            for day in (0..7).filter(|day| strange & (1 << day) != 0) {
                self.partial = true;
                let spans = self.times(day);
                self.maybe.extend(spans.into_iter().map(|span| (1 << day, span)));
            }
            self.holiday_changed |= days & HOLIDAY != 0 && listed & HOLIDAY == 0;
        }
    }

    /// A holiday on these weekdays can be open or closed.
    pub(super) fn doubt_holiday_on(&mut self, days: DayBits) {
        if days != 0 {
            self.doubts.push(format!("PH {} ", super::write::days(days)));
        }
    }

    /// Whether 平日 covers these days.
    pub(super) const fn strict_days(&self) -> DayBits {
        if self.strict { WORKDAYS } else { 0 }
    }

    /// Where the times of a note and those of the columns differ, nobody can tell.
    pub(super) fn compare_beside(&mut self) {
        let mut restated = std::mem::take(&mut self.restated);
        restated.sort_unstable();
        let ends = |spans: &[Span]| Some((spans.iter().map(|s| s.from).min()?, spans.iter().map(|s| s.to).max()?));
        let apart = restated.iter().zip(restated.iter().skip(1)).all(|(a, b)| a.to <= b.from);
        if !restated.is_empty() {
            let own = self.own.iter().any(Option::is_some) || !self.seasons.is_empty();
            if apart && !own && self.base.len() == 1 && ends(&restated) == ends(&self.base) {
                // 9:00, 17:00, and 利用可能時間は9:00~12:00、13:00~17:00: a closer look.
                self.base = restated;
            } else {
                self.partial = true;
                self.beside.append(&mut restated);
            }
        }
        let part_ends = std::mem::take(&mut self.part_ends);
        if let (Some(first), Some(last)) = (part_ends.iter().min(), part_ends.iter().max()) {
            let end = self.hull().iter().map(|span| span.to).max().unwrap_or(0);
            // The ground until 17:00, the hall until 21:00: one of them is open as long as the place is.
            let from = if *last >= end { end } else { *first };
            self.maybe.push((ALL_WEEK, Span { from, to: end.max(*last), sure: true }));
        }
        let beside = std::mem::take(&mut self.beside);
        if beside.is_empty() {
            return;
        }
        let hull = self.hull();
        let minus = |all: &[Span], take: &[Span]| {
            take.iter().fold(all.to_vec(), |left, span| without(&left, span.from, span.to))
        };
        let differ = minus(&hull, &beside).into_iter().chain(minus(&beside, &hull));
        self.maybe.extend(differ.map(|span| (ALL_WEEK, span)));
    }
}

fn without(spans: &[Span], from: u16, to: u16) -> Vec<Span> {
    let parts = spans
        .iter()
        .flat_map(|span| [Span { to: span.to.min(from), ..*span }, Span { from: span.from.max(to), ..*span }]);
    parts.filter(|span| span.from < span.to).collect()
}
