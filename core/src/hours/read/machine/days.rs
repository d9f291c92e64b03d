//! Days, dates, and what holds for days that no time was given to.

use super::super::lex::{ALL_WEEK, DayBits, HOLIDAY, MonthDay, Word};
use super::super::plan::Span;
use super::super::write;
use super::{Cell, Machine, Scope};

impl Machine<'_> {
    pub(super) fn days(&mut self, days: DayBits, strict: bool) {
        self.fresh();
        let mut days = days;
        let one = |days: DayBits| days.count_ones() == 1 && days & HOLIDAY == 0;
        if one(days)
            && matches!(self.peek(), Some(Word::Dash | Word::From))
            && let Some(Word::Days { days: to, .. }) = self.words.get(self.at + 1)
            && one(*to)
        {
            let (from, to) = (days.trailing_zeros(), to.trailing_zeros());
            days = (0..7).map(|n| (from + n) % 7).take_while(|d| *d != to).fold(1 << to, |bits, d| bits | 1 << d);
            self.at += 2;
            self.eat_all(&[Word::Until]);
        }
        self.scope.days |= days;
        self.scope.last_days = days;
        self.scope.strict |= strict;
        if self.scope.some_weeks && self.closing {
            self.close_some_weeks(days);
        }
    }

    pub(super) fn dates(&mut self, from: MonthDay, to: MonthDay) {
        if std::mem::take(&mut self.period) {
            self.plan.only_within = Some((from, to));
            return;
        }
        self.fresh();
        self.scope.dates.push((from, to));
    }

    /// 祝日のある週の木曜日は10:00~19:00: those days are in doubt in a week with a holiday.
    pub(super) fn holiday_week(&mut self) {
        let sentence: Vec<Word> =
            self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop).cloned().collect();
        self.at += sentence.len();
        let days = sentence.iter().fold(0, |bits, word| match word {
            Word::Days { days, .. } => bits | days & ALL_WEEK,
            _ => bits,
        });
        if days == 0 || self.scope.pending() || !self.outer.is_empty() {
            self.plan.doubt_all();
            return;
        }
        self.plan.partial = true;
        for day in (0..7_i8).filter(|day| days & (1 << day) != 0) {
            let name = write::days(1 << day);
            self.plan.doubts.push(format!("PH {name}"));
            for ahead in (day - 6..=day).filter(|ahead| *ahead != 0) {
                self.plan.doubts.push(format!("PH {ahead:+} day {name}"));
            }
        }
    }

    /// What lies outside the hours is in doubt, on every day.
    pub(super) fn beyond(&mut self) {
        let hull = self.plan.hull();
        let (Some(from), Some(to)) = (hull.iter().map(|s| s.from).min(), hull.iter().map(|s| s.to).max()) else {
            self.plan.doubt_all();
            return;
        };
        for (from, to) in [(0, from), (to, 1440)] {
            if from < to {
                self.plan.maybe.push((ALL_WEEK, Span { from, to, sure: true }));
            }
        }
    }

    /// Days without a time or a closing.
    pub(super) fn leave_pending(&mut self) {
        let scope = self.scope.clone();
        match self.cell {
            Cell::Days if scope.dates.is_empty() && scope.month_days.is_empty() && !scope.some_weeks => {
                let before = self.plan.listed.unwrap_or(0);
                if scope.days != 0 || self.plan.listed.is_some() {
                    self.plan.listed = Some(before | scope.days);
                } else {
                    self.plan.listed = Some(0);
                }
                self.plan.strict |= scope.strict;
                self.plan.nth_open.extend(scope.nth);
            }
            Cell::TimesOf(_) => {}
            _ => {
                let read = self.peek().is_none() && self.days_after_times(&scope);
                self.plan.unclear_days |= !read;
            }
        }
    }

    /// `9:00~17:00 月~金`: days that follow the only times there are.
    pub(super) fn days_after_times(&mut self, scope: &Scope) -> bool {
        let simple =
            scope.days & ALL_WEEK != 0 && scope.nth.is_empty() && scope.dates.is_empty() && scope.about.is_empty();
        let plain =
            simple && !scope.school && !scope.some_weeks && scope.month_days.is_empty() && self.outer.is_empty();
        let first =
            !self.plan.base.is_empty() && self.plan.own.iter().all(Option::is_none) && self.plan.listed.is_none();
        let fits = plain && first && self.cell == Cell::Prose;
        if fits {
            self.plan.listed = Some(scope.days);
            self.plan.strict |= scope.strict;
        }
        fits
    }
}
