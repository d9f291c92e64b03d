//! The end of a sentence, and words that say that nobody can tell.

use super::super::lex::{ALL_WEEK, HOLIDAY, Word};
use super::super::vocabulary::Doubtful;
use super::super::write;
use super::{Cell, Machine, Scope};

impl Machine<'_> {
    pub(super) fn end_clause(&mut self) {
        let keeps = matches!(self.cell, Cell::Closed);
        if self.closing {
            if self.scope.pending() {
                self.close_scope();
            } else if !self.closed_something && !self.plan.complete && !keeps {
                self.doubtful(Doubtful::MayClose);
            }
            self.closed_list = !keeps;
            self.closing = keeps;
        } else if self.scope.pending() {
            let dates_only = self.scope.days == 0 && self.scope.nth.is_empty() && !self.scope.dates.is_empty();
            if self.closed_list && dates_only && self.scope.month_days.is_empty() && !self.scope.school {
                // 休館日:月曜日。12月26日~1月1日。
                self.close_scope();
            } else {
                self.leave_pending();
            }
        }
        if !matches!(self.cell, Cell::TimesOf(_)) || self.scope.used {
            self.scope = Scope::default();
        }
        self.open_start = false;
        self.end_head = false;
        self.doubted.clear();
        self.every_day = false;
        if std::mem::take(&mut self.conditional) {
            // Nothing was given to those days.
            self.plan.doubt_open();
            self.plan.unclear_days = true;
        }
        self.last_entry = false;
        self.period = false;
        self.extra = false;
    }

    pub(super) fn end_closing(&mut self) {
        if self.closing {
            if self.scope.pending() {
                self.close_scope();
            }
            self.closing = false;
        }
    }

    /// A word that was understood, and says that nobody can tell.
    pub(super) fn doubtful(&mut self, doubtful: Doubtful) {
        let before = self.words.get(self.at.wrapping_sub(2));
        let listed = matches!(before, Some(Word::Comma)) || doubtful == Doubtful::Others;
        if self.closing && self.scope.pending() && listed {
            // 日曜、不定休あり: Sundays, and others besides.
            self.close_scope();
        }
        let goes_on = matches!(self.peek(), Some(Word::Dates { .. } | Word::NewYear { .. } | Word::Nth { .. }));
        if doubtful == Doubtful::Others && goes_on {
            // 第2火曜、他1/1~1/4: the others are named.
            return;
        }
        let touching = matches!(before, Some(Word::Days { .. } | Word::Only));
        if self.scope.pending() && self.scope.days & ALL_WEEK != 0 {
            let days = write::days(self.scope.days & ALL_WEEK);
            let open = self.plan.listed.is_some_and(|listed| self.scope.days & ALL_WEEK & !listed == 0);
            let closes =
                doubtful == Doubtful::MayClose && !self.closing && open && self.scope.days & self.plan.closed == 0;
            self.plan.doubts.push(if closes { format!("{days} off") } else { days });
            let timed = matches!(self.peek_past(&[Word::Comma, Word::Colon, Word::Open]), Some(Word::Time { .. }));
            if timed && touching {
                // 土曜は要相談10:00~12:00: the time is that of those days.
                return;
            }
            self.scope = Scope { used: true, ..Scope::default() };
            if doubtful == Doubtful::MayClose || touching {
                return;
            }
        }
        if touching && self.scope.pending() && self.scope.days == HOLIDAY && self.scope.nth.is_empty() && !self.closing
        {
            // 祝日も対応: holidays are in doubt, and nothing else.
            self.plan.doubts.push("PH".to_owned());
            self.scope = Scope { used: true, ..Scope::default() };
            return;
        }
        if doubtful == Doubtful::MayClose
            && self.scope.pending()
            && self.scope.nth.is_empty()
            && !self.scope.new_year
            && (!self.scope.about.is_empty() || !self.scope.dates.is_empty())
        {
            // 冬季は早仕舞いあり: in those months only.
            let scope = std::mem::replace(&mut self.scope, Scope { used: true, ..Scope::default() });
            let dates = scope.about.iter().chain(&scope.dates);
            self.plan.doubts.extend(dates.map(|(from, to)| format!("{} off", write::dates(*from, *to))));
            return;
        }
        match doubtful {
            Doubtful::MayClose | Doubtful::Others => self.plan.doubts.push("24/7 off".to_owned()),
            Doubtful::Within => {
                self.plan.doubts.push("24/7 off".to_owned());
                self.plan.unclear_days = true;
            }
            Doubtful::Anything => self.plan.doubt_all(),
        }
    }
}
