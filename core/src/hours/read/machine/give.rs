//! Gives a time to the days it is for.

use super::super::lex::ALL_WEEK;
use super::super::plan::Span;
use super::super::write;
use super::{Cell, Machine};

impl Machine<'_> {
    /// Gives a time to the scope.
    pub(super) fn give(&mut self, span: Span) {
        self.open_start = false;
        if self.extra {
            self.plan.maybe.push((self.scope.days & ALL_WEEK, span));
            self.scope.used = true;
            return;
        }
        let outer = self.outer.last().cloned().unwrap_or_default();
        if self.scope.is_empty() && !self.outer.is_empty() {
            if outer.pending() {
                let inner = std::mem::replace(&mut self.scope, outer);
                self.give_to_scope(span);
                let used = std::mem::replace(&mut self.scope, inner);
                if let Some(last) = self.outer.last_mut() {
                    *last = used;
                }
            } else {
                self.plan.maybe.push((outer.days, span));
            }
            return;
        }
        if self.scope.is_empty() {
            if self.cell == Cell::Note && self.plan.has_times() {
                // A part of the place, or a closer look at its hours. Where both agree it is open.
                self.plan.partial = true;
                self.plan.beside.push(span);
            } else {
                self.plan.add_base(span);
            }
            return;
        }
        self.give_to_scope(span);
    }

    pub(super) fn give_to_scope(&mut self, span: Span) {
        let scope = self.scope.clone();
        if scope.some_weeks || (!scope.dates.is_empty() && (scope.days != 0 || !scope.nth.is_empty())) {
            self.plan.doubt_all();
            return;
        }
        for (from, to) in &scope.dates {
            if *from == (0, 0) {
                self.plan.doubt_all();
                return;
            }
            self.plan.partial = true;
            self.plan.doubts.push(write::dates(*from, *to));
        }
        for day in &scope.month_days {
            self.plan.month_days.push((*day, vec![span]));
        }
        for (day, nths) in &scope.nth {
            self.plan.nth_times.push((*day, nths.clone(), vec![span]));
        }
        if scope.school {
            self.plan.maybe.push((0x1f, span));
            self.plan.partial = true;
        }
        if scope.days != 0 {
            if self.cell == Cell::Note && !scope.used {
                for day in (0..7).filter(|day| scope.days & (1 << day) != 0) {
                    // 土曜日午後14時から16時: the morning may go on as it was.
                    for old in self.plan.times(day).into_iter().filter(|old| old.from < 720 && span.from >= 720) {
                        self.plan.maybe.push((1 << day, Span { to: old.to.min(span.from), ..old }));
                    }
                }
            }
            let unlisted = match (self.cell, self.plan.listed) {
                (Cell::Note, Some(listed)) => ALL_WEEK & scope.days & !listed,
                _ => 0,
            };
            if unlisted != 0 {
                self.plan.maybe.push((unlisted, span));
            }
            self.plan.set_times(scope.days & !unlisted, span, scope.used);
            if scope.strict {
                self.plan.strict = true;
            }
        }
        self.scope.used = true;
    }
}
