//! Days counted within the month, days before holidays, and times told roughly.

use super::super::lex::{ALL_WEEK, Word};
use super::super::plan::Span;
use super::super::write;
use super::{Machine, Scope};

/// How far a time told roughly may be off.
const ROUGH: u16 = 60;

impl Machine<'_> {
    /// 土曜日12:00まで第1・3のみ: which Saturdays of the month are meant. Whether the others are closed or have the
    /// other hours nobody says.
    pub(super) fn some_of_month(&mut self, nths: &[i8]) {
        let day = self.last_weekday.filter(|_| self.outer.is_empty());
        if let Some(day) = day.filter(|_| self.closing && self.nths_alone()) {
            // 土曜日第2・4のみ, among closed days: those Saturdays are closed.
            self.scope.days &= !(1 << day);
            self.plan.nth_closed.push((day, nths.to_vec()));
            self.closed_something = true;
            self.eat_all(&[Word::Only, Word::Closed]);
            if self.peek() == Some(&Word::Except) {
                self.plan.doubts.push(write::days(1 << day));
            }
            return;
        }
        let Some(day) = day else {
            self.plan.doubt_all();
            return;
        };
        let others: Vec<i8> = (1..=5).filter(|nth| !nths.contains(nth)).collect();
        let except = self.peek() == Some(&Word::Except);
        let left = if except { nths.to_vec() } else { others };
        match self.peek() {
            Some(Word::Only | Word::Except) => {
                self.at += 1;
                let hull: Vec<Span> = self.plan.hull();
                for span in hull {
                    self.plan.doubts.push(write::on(&write::nth(day, &left), span));
                }
                self.eat_all(&[Word::Closed, Word::Unusable]);
            }
            Some(Word::Closed | Word::Unusable) => {
                self.at += 1;
                self.plan.nth_closed.push((day, nths.to_vec()));
                self.scope = Scope { used: true, ..Scope::default() };
            }
            _ => {
                // Which of them has which hours: that weekday is in doubt.
                self.plan.partial = true;
                self.plan.doubts.push(write::days(1 << day));
            }
        }
    }

    /// Whether nothing but the list goes on behind them.
    fn nths_alone(&self) -> bool {
        let next = self.peek_past(&[Word::Only, Word::Closed]);
        matches!(next, None | Some(Word::Comma | Word::Stop | Word::Close | Word::Except))
    }

    /// 営業日: what follows is open, whatever was closed before.
    pub(super) fn day_head(&mut self) {
        let lists = matches!(
            self.peek_past(&[Word::Colon, Word::Open, Word::From, Word::Dash]),
            Some(Word::Days { .. } | Word::Nth { .. } | Word::NoClosing | Word::AllYear)
        );
        if lists {
            self.end_closing();
            self.eat_all(&[Word::Colon, Word::From, Word::Dash]);
        } else {
            self.doubtful(super::Doubtful::MayClose);
        }
    }

    /// 祝前日: the day before a holiday.
    pub(super) fn eve(&mut self) {
        if self.closing {
            self.plan.doubts.push("PH -1 day off".to_owned());
            // 休前日 is a Saturday or the day before another closed day as well.
            let days = write::days(self.plan.closed & ALL_WEEK);
            self.plan.partial |= days.is_empty();
            self.closed_something = true;
        } else {
            self.plan.doubts.push("PH -1 day".to_owned());
            self.plan.partial = true;
        }
    }

    /// 17:00頃: an hour around it is in doubt.
    pub(super) fn roughly(&mut self) {
        let before = self.words.get(self.at.wrapping_sub(2)).cloned();
        let Some(Word::Time { minutes, .. }) = before else {
            self.plan.doubt_all();
            return;
        };
        let minutes = minutes % 1440;
        let span = Span { from: minutes.saturating_sub(ROUGH), to: minutes + ROUGH, sure: true };
        self.plan.maybe.push((ALL_WEEK, span));
    }
}
