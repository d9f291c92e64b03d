//! Brackets: what stands in them belongs to what stands before.

use super::super::lex::{ALL_WEEK, Word};
use super::{Cell, Machine, Scope};

impl Machine<'_> {
    pub(super) fn open_bracket(&mut self) {
        let before = self.words.get(self.at.wrapping_sub(2));
        let fresh = self.scope.is_empty() && self.outer.is_empty() && !self.plan.base.is_empty();
        let fresh = fresh && self.cell != Cell::Note
            || self.cell == Cell::Note
                && self.scope.is_empty()
                && self.outer.is_empty()
                && !self.plan.beside.is_empty();
        self.times_before_bracket = fresh && matches!(before, Some(Word::Time { .. }));
        if self.closing && self.scope.new_year && matches!(self.peek(), Some(Word::Dates { .. })) {
            // 年末年始(12/31~1/3): the dates say what is meant.
            self.scope.dates.pop();
        }
        let inner = if self.closing {
            let days = self.scope.days & ALL_WEEK;
            if self.scope.pending() {
                self.close_scope();
            }
            self.last_closed = if days != 0 { days } else { self.last_closed };
            Scope::default()
        } else {
            Scope::default()
        };
        self.outer.push(std::mem::replace(&mut self.scope, inner));
    }

    pub(super) fn close_bracket(&mut self) {
        if let Some(outer) = self.outer.pop() {
            let inner = std::mem::replace(&mut self.scope, outer);
            if self.closing && inner.some_weeks && inner.pending() {
                // 火曜(月2回) as closed days: some of those Tuesdays.
                let days = self.last_closed;
                self.plan.closed &= !days;
                self.plan.doubt_open();
                self.close_some_weeks(days);
            } else if inner.pending()
                && self.plan.complete
                && !self.closing
                && plain_days(&inner)
                && self.scope.is_empty()
            {
                // 24時間(土日祝も): those days are open anyway.
            } else if inner.pending() && self.weekday_of_a_date(&inner) {
                // 7/28(月)
            } else if inner.pending() {
                if self.closing || (self.scope.new_year && inner.days == 0 && inner.nth.is_empty()) {
                    // 年末年始(12/29~1/3): the dates are what is meant.
                    if self.scope.new_year && !inner.dates.is_empty() {
                        self.scope.dates.pop();
                    }
                    self.scope.dates.extend(inner.dates);
                    self.scope.days |= inner.days;
                    self.scope.nth.extend(inner.nth);
                    self.scope.used = false;
                } else if self.scope.pending()
                    && inner.days == self.scope.days
                    && inner.nth.is_empty()
                    && inner.dates.is_empty()
                {
                    // 平日(月~金) says the same twice.
                } else if (self.scope.is_empty() || self.scope.used)
                    && self.bracket_first()
                    && inner.nth.is_empty()
                    && inner.dates.is_empty()
                    && matches!(self.peek(), Some(Word::Time { .. }))
                {
                    // (木)8:30~13:00: the days stand in brackets before their times.
                    self.scope = inner;
                } else if self.scope.is_empty() && self.peek() == Some(&Word::Closed) {
                    self.scope = inner;
                } else if self.times_before_bracket && inner.days != 0 && inner.nth.is_empty() && inner.dates.is_empty()
                {
                    // 9:00~12:00(木曜日): the time is that of the day in brackets.
                    let times = if self.cell == Cell::Note { &mut self.plan.beside } else { &mut self.plan.base };
                    if let Some(span) = times.pop() {
                        self.plan.set_times(inner.days, span, true);
                        self.plan.strict |= inner.strict;
                    }
                } else {
                    self.plan.unclear_days = true;
                }
            }
        }
        self.times_before_bracket = false;
        self.last_entry = false;
    }

    /// 7/28(月): the weekday of that date, in brackets behind it.
    fn weekday_of_a_date(&self, inner: &Scope) -> bool {
        let before = self.at.checked_sub(4).and_then(|at| self.words.get(at));
        let date = matches!(before, Some(Word::Dates { from, to }) if from == to);
        date && inner.days.count_ones() == 1 && inner.nth.is_empty() && inner.dates.is_empty()
    }

    /// Whether a bracket with days stands before every time of the cell.
    pub(super) fn bracket_first(&self) -> bool {
        let first = self.words.iter().find(|word| matches!(word, Word::Open | Word::Time { .. }));
        first == Some(&Word::Open) && self.cell != Cell::Note
    }
}

/// Days, and nothing beside them.
fn plain_days(scope: &Scope) -> bool {
    let dates = scope.dates.is_empty() && scope.month_days.is_empty() && scope.about.is_empty();
    scope.days != 0 && scope.nth.is_empty() && dates && !scope.school && !scope.some_weeks && !scope.strict
}
