//! Times: from a beginning to an end, or one of them alone.

use super::super::lex::{ALL_WEEK, Half, Word};
use super::super::plan::Span;
use super::super::season::{Change, Season};
use super::super::write;
use super::{Cell, DARK, LATE, LIGHT, Machine, Scope};

impl Machine<'_> {
    pub(super) fn take_time(&mut self) -> Option<(u16, Option<Half>, Option<Word>)> {
        let word = self.peek().cloned()?;
        let read = match word {
            Word::Time { minutes, half } => (minutes, half, None),
            Word::Sunrise | Word::Sunset => (0, None, Some(word)),
            _ => return None,
        };
        self.at += 1;
        Some(read)
    }

    pub(super) fn time(&mut self) {
        let Some((first, half, sun)) = self.take_time() else { return };
        let before = self.at;
        let mut joined = false;
        while matches!(self.peek(), Some(Word::From | Word::Dash)) {
            self.at += 1;
            joined = true;
        }
        if self.peek() == Some(&Word::Open) && self.words.get(self.at + 1) == Some(&Word::Last) {
            // 8:30(受付)
        }
        if joined && self.days_long(first) {
            return;
        }
        let second = if joined { self.take_time() } else { None };
        if std::mem::take(&mut self.last_entry) && second.is_none() {
            self.eat_all(&[Word::Until]);
            self.last_entry = !self.outer.is_empty();
            return;
        }
        if self.closing {
            let touching = matches!(self.words.get(before.wrapping_sub(2)), Some(Word::Days { .. } | Word::Nth { .. }));
            if touching && self.cell != Cell::Closed && self.scope.pending() {
                self.plan.doubt_all();
            }
            let dated = matches!(self.words.get(before.wrapping_sub(2)), Some(Word::Dates { .. }));
            let date = if dated { self.scope.dates.pop() } else { None };
            self.end_closing();
            self.scope = Scope { dates: date.into_iter().collect(), ..Scope::default() };
        }
        let Some((second, second_half, second_sun)) = second else {
            self.one_time(first, joined);
            return;
        };
        self.eat_all(&[Word::Until]);
        if sun.is_some() || second_sun.is_some() {
            self.daylight((first, sun), (second, second_sun));
            return;
        }
        let mut to = second;
        if to < first && first < 720 && (60..=480).contains(&to) && second_half.is_none() {
            // 9:00~5:00 is in the afternoon or in the night: nobody says.
            self.plan.doubt_all();
        }
        if to <= first {
            to += if half == Some(Half::Pm) && second_half.is_none() && to + 720 > first && to < 720 {
                720
            } else {
                1440
            };
        }
        if to > 2880 || first >= 1440 {
            self.plan.doubt_all();
            return;
        }
        let pause = std::mem::take(&mut self.pause);
        let heads = matches!(
            self.words.get(self.at + 1),
            Some(Word::Days { .. } | Word::Nth { .. } | Word::Colon | Word::NewYear { .. })
        );
        let taken = matches!(self.peek(), Some(Word::Closed | Word::Except)) && !heads;
        if (pause || taken) && self.plan.has_times() {
            self.eat_all(&[Word::Closed, Word::Except]);
            if self.scope.days == 0 || self.scope.used {
                self.plan.take_away_everywhere(first, to);
            } else {
                self.plan.take_away(self.scope.days, first, to);
                self.scope.used = true;
            }
            return;
        }
        self.give(Span { from: first, to, sure: true });
    }

    pub(super) fn daylight(&mut self, from: (u16, Option<Word>), to: (u16, Option<Word>)) {
        let begin = if from.1.is_some() { LIGHT.0 } else { from.0 };
        let end = if to.1.is_some() { LIGHT.1 } else { to.0 };
        if begin >= end {
            self.plan.doubt_all();
            return;
        }
        let days = self.scope.days;
        if from.1.is_some() {
            self.plan.maybe.push((days, Span { from: DARK.0, to: LIGHT.0, sure: true }));
        }
        if to.1.is_some() {
            self.plan.maybe.push((days, Span { from: LIGHT.1, to: DARK.1, sure: true }));
        }
        self.give(Span { from: begin, to: end, sure: true });
    }

    /// A single time: an end, a beginning, or one of several ends.
    pub(super) fn one_time(&mut self, at: u16, from: bool) {
        let open_start = std::mem::take(&mut self.open_start);
        let afternoon = std::mem::take(&mut self.afternoon);
        let until = self.peek() == Some(&Word::Until) || self.end_head;
        self.eat_all(&[Word::Until]);
        let alone = matches!(self.words.get(self.at + 1), None | Some(Word::Close | Word::Stop | Word::Comma));
        if (until || alone) && self.peek() == Some(&Word::Last) && self.plan.has_times() {
            // 21:30まで受付, 21:30受付終了
            self.at += 1;
            return;
        }
        let own = self.scope.days & ALL_WEEK;
        let timed = own != 0 && (0..7).all(|day| own & (1 << day) == 0 || !self.plan.times(day).is_empty());
        let timed = timed || !self.plan.base.is_empty() && self.scope.days != 0;
        let named = timed && self.outer.iter().all(|outer| !outer.pending());
        if std::mem::take(&mut self.extra) {
            let days = self.outer.last().map_or(self.scope.days, |outer| self.scope.days | outer.days) & ALL_WEEK;
            let day = days.trailing_zeros().min(7) as usize;
            let spans = if days == 0 { self.plan.hull() } else { self.plan.times(day) };
            if let Some(end) = spans.iter().map(|span| span.to).max().filter(|_| !from) {
                self.plan.maybe.push((days, Span { from: end.min(at), to: end.max(at), sure: true }));
            } else {
                self.plan.doubt_all();
            }
            return;
        }
        let changes = self.plan.has_times() && (self.cell == Cell::Note || (named && until));
        if from {
            if std::mem::take(&mut self.conditional) && self.scope.pending() {
                self.doubt_scope(&[Span { from: at, to: LATE, sure: true }]);
            } else if changes && self.scope.days != 0 && self.scope.nth.is_empty() && self.scope.dates.is_empty() {
                let days = self.scope.days;
                if afternoon && at > 720 {
                    // The morning stays; how far it goes beyond noon is not told.
                    self.plan.take_away(days, 720, at);
                    self.plan.maybe.push((days & ALL_WEEK, Span { from: 720, to: at, sure: true }));
                } else {
                    self.plan.set_begin(days, at);
                }
                self.scope.used = true;
            } else if changes {
                self.plan.doubt_all();
            } else {
                self.give(Span { from: at, to: LATE, sure: false });
            }
            return;
        }
        let ahead = self.words.iter().skip(self.at).take_while(|word| **word != Word::Stop);
        let until_ahead =
            ahead.clone().zip(ahead.skip(1)).any(|(a, b)| matches!(a, Word::Time { .. }) && *b == Word::Until);
        if changes && (until || until_ahead) {
            self.new_end(at);
        } else if (open_start || until) && !changes {
            self.give(Span { from: 720.min(at), to: at, sure: false });
        } else if self.plan.has_times() && self.scope.pending() && self.outer.is_empty() {
            // 木曜日12:00, without more: those days are in doubt.
            self.doubt_scope(&self.hull_until(at));
        } else {
            self.plan.doubt_all();
        }
    }

    pub(super) fn new_end(&mut self, end: u16) {
        let dated_only = self.scope.days == 0 && self.scope.nth.is_empty() && self.scope.about.is_empty();
        if std::mem::take(&mut self.conditional) && !self.scope.is_empty() && !dated_only {
            self.doubt_scope(&self.hull_until(end));
            return;
        }
        let scope = self.scope.clone();
        let dated = !scope.dates.is_empty() || !scope.about.is_empty();
        if dated && (scope.days != 0 || !scope.nth.is_empty() || !scope.about.is_empty()) {
            self.doubt_scope(&self.hull_until(end));
        } else if dated {
            let part = self.names_something();
            for (from, to) in scope.dates {
                if part {
                    for span in self.plan.hull() {
                        let (low, high) = (end.min(span.to).max(span.from), end.max(span.to));
                        if low < high {
                            self.plan
                                .doubts
                                .push(write::on(&write::dates(from, to), Span { from: low, to: high, sure: true }));
                        }
                    }
                    continue;
                }
                self.plan.seasons.push(Season { from, to, change: Change::End(end) });
            }
        } else if !scope.nth.is_empty() && scope.days == 0 {
            for (day, _) in &scope.nth {
                let open = self.plan.open_days() & (1 << day) != 0;
                for old in self.plan.times(usize::from(*day)) {
                    let from = if open { old.to.min(end).max(old.from) } else { old.from };
                    let span = Span { from, to: old.to.max(end), ..old };
                    self.plan.maybe.push((1 << day, span));
                }
            }
        } else if scope.is_empty() && self.cell == Cell::Note && self.outer.is_empty() {
            // 会議室は21:00まで: between that end and the others it is in doubt.
            self.plan.part_ends.push(end);
        } else if !scope.nth.is_empty() {
            self.doubt_scope(&self.hull_until(end));
        } else if scope.is_empty() {
            self.plan.doubt_all();
            return;
        } else {
            self.plan.set_end(scope.days, end);
        }
        self.scope.used = true;
    }

    /// The hours, as far as another end would carry them.
    fn hull_until(&self, end: u16) -> Vec<Span> {
        self.plan.hull().into_iter().map(|span| Span { to: span.to.max(end), ..span }).collect()
    }

    /// 金曜13:00~日曜22:00: without a pause from one day to another.
    fn days_long(&mut self, first: u16) -> bool {
        let (Some(Word::Days { days: last, .. }), Some(Word::Time { minutes, .. })) =
            (self.peek().cloned(), self.words.get(self.at + 1).cloned())
        else {
            return false;
        };
        let one = |days: u8| days.count_ones() == 1 && days & ALL_WEEK != 0;
        if !one(self.scope.days) || !one(last) || self.scope.used || self.scope.days == last || minutes > 1440 {
            self.plan.doubt_all();
            return false;
        }
        self.at += 2;
        self.eat_all(&[Word::Until]);
        let (begin, end) = (self.scope.days.trailing_zeros(), last.trailing_zeros());
        let between = (begin + 1..begin + 7).map(|day| day % 7).take_while(|day| *day != end);
        self.plan.set_times(1 << begin, Span { from: first, to: 1440, sure: true }, false);
        for day in between {
            self.plan.set_times(1 << day, Span { from: 0, to: 1440, sure: true }, false);
        }
        self.plan.set_times(last, Span { from: 0, to: minutes, sure: true }, false);
        self.scope = Scope { used: true, ..Scope::default() };
        true
    }
}
