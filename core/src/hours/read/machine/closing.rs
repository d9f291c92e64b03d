//! Words that close: 休み, 定休日, 除く.

use super::super::lex::{ALL_WEEK, DayBits, HOLIDAY, Word};
use super::super::plan::Moves;
use super::super::write;
use super::{Machine, Scope, plan_is_simple};

impl Machine<'_> {
    pub(super) fn close_some_weeks(&mut self, days: DayBits) {
        if days == 0 {
            self.plan.doubt_open();
        } else {
            self.plan.doubts.push(format!("{} off", write::days(days)));
        }
        self.plan.partial = true;
        self.plan.listed.get_or_insert(ALL_WEEK);
        self.scope.days &= !days;
        self.scope.some_weeks = self.peek() == Some(&Word::Comma);
        self.closed_something = true;
    }

    /// Closes what the scope names.
    pub(super) fn close_scope(&mut self) {
        if std::mem::take(&mut self.conditional) {
            self.plan.doubt_open();
            self.scope = Scope { used: true, ..Scope::default() };
            return;
        }
        let scope = std::mem::take(&mut self.scope);
        if scope.some_weeks {
            let days = scope.days;
            if days == 0 {
                self.plan.doubt_open();
            }
            // 第1・3月曜、月1回火曜: which of them the weeks are for nobody says.
            let nth = scope.nth.iter().map(|(day, nths)| write::nth(*day, nths));
            let dates = scope.dates.iter().map(|(from, to)| write::dates(*from, *to));
            self.plan.doubts.extend(nth.chain(dates).map(|on| format!("{on} off")));
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
                            self.plan.doubts.push(write::on(&write::nth(*day, nths), *span));
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
            } else if except && closed != 0 && self.scope.days == 0 && !self.scope.dates.is_empty() {
                // 火曜日(7/20~8/31を除く): on Tuesdays of those dates it may be open.
                let dates = std::mem::replace(&mut self.scope, Scope { used: true, ..Scope::default() }).dates;
                for (from, to) in dates {
                    let on = format!("{} {}", write::dates(from, to), write::days(closed));
                    self.plan.doubts.extend(self.plan.hull().iter().map(|span| write::on(&on, *span)));
                }
                self.plan.partial = true;
            } else if except {
                self.plan.doubt_all();
            }
            return;
        }
        if self.scope.pending() {
            self.close_scope();
        } else if !except && self.scope.is_empty() && !self.scope.used {
            self.closing = true;
        } else if !except
            && self.scope.used
            && matches!(self.peek(), Some(Word::Days { .. } | Word::Nth { .. } | Word::Colon))
        {
            // 平日8:00~16:30 休み 日祝
            self.scope = Scope::default();
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
