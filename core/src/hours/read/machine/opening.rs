//! Words that open: 営業, のみ, 終日.

use super::super::lex::{ALL_WEEK, HOLIDAY, Word};
use super::super::plan::{Moves, Span};
use super::super::write;
use super::{Cell, Machine, Scope};

impl Machine<'_> {
    /// 営業 behind a day: it is open then.
    pub(super) fn opens(&mut self) {
        if !self.scope.pending() || matches!(self.peek(), Some(Word::Time { .. } | Word::Colon)) {
            return;
        }
        if self.peek() == Some(&Word::Open) && matches!(self.words.get(self.at + 1), Some(Word::Time { .. })) {
            // 土日祝日は開館(9:00~17:00)
            return;
        }
        if self.scope.some_weeks && self.scope.days & ALL_WEEK != 0 {
            self.plan.doubts.push(write::days(self.scope.days & ALL_WEEK));
            self.plan.partial = true;
            self.scope = Scope { used: true, ..Scope::default() };
            return;
        }
        if !self.scope.dates.is_empty() && self.scope.days & ALL_WEEK != 0 && self.plan.has_times() {
            // 7~8月は全曜日利用可能: in those months other days may be open.
            self.scope.days = 0;
            self.doubt_scope(&[]);
            return;
        }
        if self.scope.days == HOLIDAY && self.scope.nth.is_empty() && self.plan.closed & ALL_WEEK != 0 {
            self.plan.moves.push((self.plan.closed & ALL_WEEK, Moves::Opens));
            self.plan.complete = true;
        } else if let (HOLIDAY, Some(listed)) = (self.scope.days, self.plan.listed) {
            self.plan.listed = Some(listed | HOLIDAY);
        } else if self.opens_nth() {
            // 第3土曜は利用可, beside a list of days without Saturday.
            let nth = std::mem::take(&mut self.scope.nth);
            self.plan.nth_open.extend(nth);
        } else {
            self.plan.unclear_days = true;
        }
        self.scope = Scope { used: true, ..Scope::default() };
    }

    pub(super) fn opens_nth(&self) -> bool {
        let Scope { days, nth, dates, .. } = &self.scope;
        let listed = self.plan.listed.unwrap_or(ALL_WEEK);
        let plain = *days == 0 && dates.is_empty() && self.outer.is_empty() && !nth.is_empty();
        let ends = matches!(self.peek(), None | Some(Word::Stop));
        plain && ends && self.cell == Cell::Note && nth.iter().all(|(day, _)| listed & (1 << day) == 0)
    }

    pub(super) fn only(&mut self) {
        if self.season_alone() {
            let dates = std::mem::take(&mut self.scope);
            self.plan.only_within = dates.dates.first().copied();
            return;
        }
        if self.closing && self.cell != Cell::Closed && self.scope.pending() {
            // お休みは1月1日のみ
            self.close_scope();
            self.plan.complete = true;
            return;
        }
        let listed = self.plan.listed.unwrap_or(0);
        let some = self.scope.days & ALL_WEEK != 0 && self.scope.days & ALL_WEEK & !listed == 0;
        if self.conditional && self.cell == Cell::Note && some && self.outer.is_empty() && self.scope.nth.is_empty() {
            // 粗大ごみは土曜日のみ, where more days are listed: a part of what is done there.
            self.conditional = false;
            self.scope = Scope { used: true, ..Scope::default() };
            return;
        }
        let bare = self.scope.days != 0 && self.scope.nth.is_empty() && self.scope.dates.is_empty();
        if self.cell == Cell::Prose
            && bare
            && self.scope.pending()
            && self.outer.is_empty()
            && self.peek() == Some(&Word::Opens)
            && !self.plan.has_times()
            && self.plan.listed.is_none()
        {
            // 金曜日のみ営業 11時~18時
            self.at += 1;
            self.plan.listed = Some(self.scope.days);
            self.scope = Scope { used: true, ..Scope::default() };
            return;
        }
        if self.cell == Cell::Closed || (self.scope.pending() && self.peek() == Some(&Word::Closed)) {
            return;
        }
        if matches!(self.peek_past(&[Word::Comma]), Some(Word::Time { .. })) && self.scope.pending() {
            return;
        }
        if self.scope.pending() {
            let scope = std::mem::replace(&mut self.scope, Scope { used: true, ..Scope::default() });
            let listed = self.plan.listed.unwrap_or(0);
            if self.days_after_times(&scope) {
            } else if self.plan.complete && scope.days & !listed == 0 && scope.nth.is_empty() && scope.dates.is_empty()
            {
                // 毎日 was said of the whole: this is one part of it.
            } else if listed != 0
                && listed & !scope.days == 0
                && scope.days & ALL_WEEK & !listed == 0
                && scope.nth.is_empty()
            {
                self.plan.listed = Some(listed | scope.days);
                for (from, to) in scope.dates {
                    for span in self.plan.hull() {
                        self.plan.partial = true;
                        self.plan.doubts.push(write::on(&write::dates(from, to), span));
                    }
                }
            } else {
                self.plan.unclear_days = true;
            }
        } else if self.scope.is_empty() && !matches!(self.peek(), None | Some(Word::Stop | Word::Opens)) {
            self.plan.doubt_open();
        }
    }

    /// 7/1~8/31のみ, and nothing else in the note.
    pub(super) fn season_alone(&self) -> bool {
        let alone = matches!(
            self.words,
            [Word::Dates { .. }, Word::Only] | [Word::Dates { .. }, Word::Only, Word::Stop | Word::Opens]
        );
        alone && self.cell == Cell::Note && self.plan.only_within.is_none()
    }

    pub(super) fn all_day(&mut self) {
        if self.peek() == Some(&Word::Closed) {
            return;
        }
        if self.scope.is_empty() && self.outer.is_empty() {
            self.plan.complete = true;
            self.plan.new_year_settled = true;
        }
        self.give(Span { from: 0, to: 1440, sure: true });
    }
}
