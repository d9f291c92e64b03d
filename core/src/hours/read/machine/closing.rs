//! Words that close: 休み, 定休日, 除く.

use super::super::lex::{ALL_WEEK, DayBits, HOLIDAY, Word};
use super::super::plan::Moves;
use super::super::write;
use super::{Machine, Scope, plan_is_simple};

impl Machine<'_> {
    pub(super) fn close_some_weeks(&mut self, days: DayBits) {
        self.plan.doubts.push(format!("{} off", write::days(days)));
        self.plan.partial = true;
        self.plan.listed.get_or_insert(ALL_WEEK);
        self.scope.days &= !days;
        self.scope.some_weeks = false;
        self.closed_something = true;
    }

    /// Closes what the scope names.
    pub(super) fn close_scope(&mut self) {
        let scope = std::mem::take(&mut self.scope);
        if scope.some_weeks {
            let days = scope.days;
            if days == 0 {
                self.plan.doubt_open();
            }
            self.close_some_weeks(days);
            self.scope = Scope { used: true, ..Scope::default() };
            return;
        }
        if scope.days != 0 {
            self.plan.closed |= scope.days;
            self.last_closed = scope.days & ALL_WEEK;
            if scope.strict {
                self.plan.doubts.push("PH".to_owned());
            }
        }
        if !scope.nth.is_empty() {
            self.last_nth.clone_from(&scope.nth);
            let open = self.plan.open_days();
            for (day, nths) in &scope.nth {
                if !self.closing && self.plan.has_times() && open & (1 << day) == 0 {
                    // 平日9時~17時、第2・4土曜、祝日を除く: those Saturdays have the hours named before them.
                    let hull = self.plan.hull();
                    if !plan_is_simple(&hull) {
                        self.plan.partial = true;
                        for span in &hull {
                            let times = write::times_of(*span);
                            self.plan.doubts.push(format!("{} {times}", write::nth(*day, nths)));
                        }
                    }
                    self.plan.nth_times.push((*day, nths.clone(), hull));
                } else {
                    self.plan.nth_closed.push((*day, nths.clone()));
                }
            }
        }
        if scope.school {
            self.plan.doubt_open();
        }
        for (from, to) in &scope.about {
            self.plan.doubts.push(format!("{} off", write::dates(*from, *to)));
        }
        for (from, to) in &scope.dates {
            // Dates inside the turn of the year settle it.
            let new_year = *from >= (12, 20) || *to <= (1, 10) && to.0 == 1;
            self.plan.new_year_settled |= new_year;
            self.plan.complete |= new_year || scope.new_year;
            self.plan.dates_closed.push((*from, *to));
        }
        self.closed_something |= !scope.is_empty();
        if !scope.month_days.is_empty() {
            self.plan.doubt_open();
        }
        self.scope = Scope { used: true, ..Scope::default() };
    }

    pub(super) fn closed(&mut self, except: bool) {
        if self.closing {
            let outer = self.outer.last().map_or(0, |outer| outer.days & ALL_WEEK);
            let closed = if outer == 0 { self.last_closed } else { outer };
            if except && self.scope.days == HOLIDAY && !self.outer.is_empty() && closed != 0 {
                // 火曜(祝日を除く)
                self.plan.moves.push((closed, Moves::Opens));
                self.plan.complete = true;
                self.scope = Scope { used: true, ..Scope::default() };
            } else if except
                && self.plan.complete
                && self.scope.pending()
                && self.scope.new_year
                && self.scope.days == 0
            {
                // 年中無休(年末年始を除く)
                self.close_scope();
            } else if except {
                self.plan.doubt_all();
            }
            return;
        }
        if self.scope.pending() {
            self.close_scope();
        } else if !except && self.scope.is_empty() && !self.scope.used {
            self.closing = true;
        } else if self.scope.used && self.scope.is_empty() {
            // 利用不可 after a closing that was already read.
        } else {
            self.plan.doubt_all();
        }
    }

    pub(super) fn closed_head(&mut self) {
        if self.eat(&Word::Except) {
            self.wants_list = true;
            return;
        }
        if self.scope.pending() {
            if matches!(self.peek(), None | Some(Word::Stop | Word::Comma | Word::Close)) {
                self.close_scope();
                return;
            }
            self.leave_pending();
        }
        self.scope = Scope::default();
        self.closing = true;
    }
}
