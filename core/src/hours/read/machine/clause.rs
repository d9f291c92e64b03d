//! The end of a sentence, and words that say that nobody can tell.

use super::super::lex::ALL_WEEK;
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
            self.closing = keeps;
        } else if self.scope.pending() {
            self.leave_pending();
        }
        if !matches!(self.cell, Cell::TimesOf(_)) || self.scope.used {
            self.scope = Scope::default();
        }
        self.open_start = false;
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
        if self.scope.pending() && self.scope.days & ALL_WEEK != 0 {
            let days = self.scope.days & ALL_WEEK;
            self.plan.doubts.push(write::days(days));
            self.scope = Scope { used: true, ..Scope::default() };
            if doubtful == Doubtful::MayClose {
                return;
            }
        }
        match doubtful {
            Doubtful::MayClose => self.plan.doubts.push("24/7 off".to_owned()),
            Doubtful::Anything => self.plan.doubt_all(),
        }
    }
}
