//! 祝日の場合は…: what a closed weekday does when it is a holiday.

use super::super::lex::{ALL_WEEK, HOLIDAY, Word};
use super::super::plan::Moves;
use super::super::write;
use super::{Machine, Scope};

impl Machine<'_> {
    /// 祝日の場合は…
    pub(super) fn condition(&mut self) {
        let named = self.scope.days;
        let own = named & ALL_WEEK;
        self.scope.days &= !HOLIDAY;
        let outer = self.outer.last().map_or(0, |outer| outer.days & ALL_WEEK);
        let nth = self.outer.last().map(|outer| outer.nth.clone()).filter(|n| !n.is_empty());
        let nth = nth.or_else(|| Some(self.last_nth.clone())).unwrap_or_default();
        self.eat_all(&[Word::Comma]);
        let what = self.peek().cloned();
        if named == 0 && !self.scope.dates.is_empty() && self.peek() == Some(&Word::Closed) {
            // 12/1~2/28に申込がない場合は休業: it may be closed then.
            self.at += 1;
            let dates = std::mem::replace(&mut self.scope, Scope { used: true, ..Scope::default() }).dates;
            self.plan.doubts.extend(dates.iter().map(|(from, to)| format!("{} off", write::dates(*from, *to))));
            self.plan.partial = true;
            self.closed_something = true;
            return;
        }
        if named & HOLIDAY == 0 {
            let timed = self.sentence().iter().any(|word| matches!(word, Word::Time { .. }));
            if timed {
                self.plan.doubt_all();
            } else {
                self.plan.doubt_open();
                self.plan.unclear_days = true;
            }
            return;
        }
        let target = [own, outer, self.last_closed].into_iter().find(|days| *days != 0).unwrap_or(0);
        let mut moves = match what {
            Some(Word::NextDay) => Moves::NextDay,
            Some(Word::Opens | Word::OpenHead) => Moves::Opens,
            Some(Word::OtherDay) => Moves::OtherDay,
            Some(Word::Days { days, .. })
                if target.count_ones() == 1 && days == 1 << ((target.trailing_zeros() + 1) % 7) =>
            {
                Moves::NextDay
            }
            Some(Word::NextWeekday(day)) if target == 1 << ((day + 6) % 7) => Moves::NextDay,
            _ => {
                self.plan.doubt_all();
                return;
            }
        };
        self.at += 1;
        if moves == Moves::NextDay {
            self.eat_all(&[Word::Closed, Word::ClosedHead, Word::OtherDay]);
        } else if moves == Moves::Opens {
            let before = self.at;
            self.eat_all(&[Word::Comma, Word::But, Word::Stop]);
            match self.peek().cloned() {
                Some(Word::Days { days, .. })
                    if self.words.get(before..self.at).is_some_and(|w| w.contains(&Word::But)) =>
                {
                    self.at += 1;
                    self.eat_all(&[Word::Closed]);
                    if target.count_ones() == 1 && days == 1 << ((target.trailing_zeros() + 1) % 7) {
                        moves = Moves::NextDay;
                    } else {
                        self.plan.doubt_all();
                    }
                }
                Some(Word::NextWeekday(day)) if target == 1 << ((day + 6) % 7) => {
                    self.at += 1;
                    self.eat_all(&[Word::Closed, Word::ClosedHead]);
                    moves = Moves::NextDay;
                }
                Some(Word::NextWeekday(_)) => self.plan.doubt_all(),
                Some(Word::NextDay) => {
                    self.at += 1;
                    self.eat_all(&[Word::Closed, Word::ClosedHead]);
                    moves = Moves::NextDay;
                }
                _ => self.at = before,
            }
        }
        self.plan.complete = true;
        if target != 0 && nth.is_empty() {
            self.plan.moves.push((target, moves));
            if !self.outer.is_empty() || self.closing {
                self.scope = Scope::default();
            } else {
                // 月曜が祝日の場合: says at the same time that it is otherwise closed.
                self.plan.closed |= target;
                self.scope = Scope { used: true, ..Scope::default() };
            }
            return;
        }
        if nth.is_empty() {
            self.plan.doubt_all();
            return;
        }
        for (day, _) in nth {
            self.plan.doubt_holiday_on(1 << day);
            for ahead in 1..4u32 {
                let next = 1 << ((u32::from(day) + ahead) % 7);
                self.plan.doubts.push(format!("PH +{ahead} day {} off", write::days(next)));
            }
        }
        self.scope = Scope::default();
    }
}
