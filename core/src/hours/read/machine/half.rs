//! 午前 and 午後 without a time behind them.

use super::super::lex::{ALL_WEEK, Half, Word};
use super::super::plan::Span;
use super::super::vocabulary::Doubtful;
use super::super::write;
use super::{LATE, Machine, Scope};

impl Machine<'_> {
    /// 午前 or 午後 without a time behind it.
    pub(super) fn half(&mut self, half: Half) {
        let mut days = if self.closing { self.scope.last_days } else { self.scope.days };
        if self.closing && self.peek() == Some(&Word::Only) && days != 0 {
            // 土は午前のみ, in a list of closed days: closed then, or open then.
            self.plan.doubts.push(write::days(days & ALL_WEEK));
            self.scope.days &= !days;
            return;
        }
        let limits = self.peek() == Some(&Word::Only) || (half == Half::Am && self.peek() == Some(&Word::Until));
        let (half, only) = if limits && !self.closing {
            (if half == Half::Am { Half::Pm } else { Half::Am }, true)
        } else {
            (half, false)
        };
        let mut sentence = self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop);
        // 水曜日午後、土曜日午後休診
        let list = |word: &&Word| matches!(word, Word::Comma | Word::Days { .. } | Word::Half(_));
        let listed = self.peek() == Some(&Word::Comma) && sentence.find(|word| !list(word)) == Some(&Word::Closed);
        let closes = self.closing || only || listed || self.peek() == Some(&Word::Closed);
        let before_time = [Word::Colon, Word::Skip, Word::Comma, Word::Opens];
        if matches!(self.peek_past(&before_time), Some(Word::Time { .. })) && !self.closing {
            self.afternoon = half == Half::Pm;
            return;
        }
        if matches!(self.peek(), Some(Word::Doubt(Doubtful::MayClose))) && days != 0 && self.scope.nth.is_empty() {
            return;
        }
        if !closes || days == 0 || !self.scope.nth.is_empty() {
            self.plan.doubt_all();
            return;
        }
        self.eat_all(&[Word::Closed, Word::Only, Word::Until, Word::Opens]);
        let (from, to) = if half == Half::Pm { (720, LATE) } else { (0, 720) };
        if self.plan.base.is_empty() {
            days &= ALL_WEEK;
        }
        for day in (0..7).filter(|day| days & (1 << day) != 0) {
            for span in self.plan.times(day) {
                // A morning can reach a little beyond noon.
                if half == Half::Pm && span.from < 720 && span.to > 720 {
                    self.plan.maybe.push((1 << day, Span { from: 720, to: span.to.min(840), sure: true }));
                }
            }
        }
        self.plan.take_away(days, from, to);
        if self.closing {
            self.scope.days &= !days;
        } else {
            self.scope = Scope { used: true, ..Scope::default() };
        }
        self.closed_something = true;
    }
}
