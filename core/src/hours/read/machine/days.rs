//! Days, dates, and what holds for days that no time was given to.

use super::super::lex::{ALL_WEEK, DayBits, HOLIDAY, MonthDay, Word};
use super::super::plan::Span;
use super::super::write;
use super::{Cell, Machine, Scope};

impl Machine<'_> {
    pub(super) fn days(&mut self, days: DayBits, strict: bool) {
        self.fresh();
        self.every_day = false;
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
        self.last_weekday = u8::try_from(days.trailing_zeros()).ok().filter(|_| one(days));
        self.scope.strict |= strict;
        if self.scope.some_weeks && self.closing {
            self.close_some_weeks(days);
        }
    }

    /// 17:00~21:00(毎日): the time before the bracket is for every day.
    pub(super) fn every_day_in_bracket(&mut self) -> bool {
        let alone = self.times_before_bracket && self.peek() == Some(&Word::Close);
        let other = self.plan.own.iter().any(Option::is_some);
        let span = if alone && other && self.cell == Cell::Prose { self.plan.base.pop() } else { None };
        if let Some(span) = span {
            self.plan.add_to_every_day(span);
            self.plan.complete = true;
        }
        span.is_some()
    }

    /// 平日12:00~17:00、毎日17:00~22:00: the second time is for every day, beside the first.
    pub(super) fn every_day_again(&mut self) -> bool {
        let timed = matches!(self.peek_past(&[Word::Colon]), Some(Word::Time { .. } | Word::AllDay));
        let other = self.plan.own.iter().any(Option::is_some);
        self.every_day = timed && other && self.outer.is_empty() && !self.closing;
        if self.every_day {
            self.plan.complete = true;
            self.scope = Scope { used: true, ..Scope::default() };
        }
        self.every_day
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
        let outer = self.outer.last().map_or(0, |outer| outer.days & ALL_WEEK);
        let days = if days == 0 { outer } else { days };
        let days = if days == 0 && !self.scope.pending() { ALL_WEEK } else { days };
        if days == 0 || self.scope.pending() {
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
            _ if scope.some_weeks && scope.days & ALL_WEEK != 0 => {
                // 隔週水曜日休日 closes; anything else may open as well.
                let off = if scope.days & HOLIDAY == 0 { "" } else { " off" };
                self.plan.doubts.push(format!("{}{off}", write::days(scope.days & ALL_WEEK)));
                self.plan.partial = true;
            }
            _ if scope.days == 0 && scope.nth.is_empty() && scope.dates.is_empty() && !scope.about.is_empty() => {
                // 夏季休暇期間あり
                let about = scope.about.iter();
                self.plan.doubts.extend(about.map(|(from, to)| format!("{} off", write::dates(*from, *to))));
            }
            Cell::Note if self.gives_days_again(&scope) => {
                self.plan.listed = self.plan.listed.map(|listed| listed | scope.days);
            }
            _ => {
                let read = self.peek().is_none() && self.days_after_times(&scope);
                self.plan.unclear_days |= !read;
            }
        }
    }

    /// 日曜、祝日 beside a list of days that holds Sundays only.
    fn gives_days_again(&self, scope: &Scope) -> bool {
        let plain = scope.nth.is_empty() && scope.dates.is_empty() && scope.month_days.is_empty() && !scope.school;
        let same = self.plan.listed.is_some_and(|listed| listed & ALL_WEEK == scope.days & ALL_WEEK);
        plain && same && scope.days & ALL_WEEK != 0 && scope.about.is_empty() && !scope.strict
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
