//! Gives a time to the days it is for.

use super::super::lex::{ALL_WEEK, DayBits, HOLIDAY, Word};
use super::super::plan::Span;
use super::super::{season, write};
use super::{Cell, Machine, Scope};

impl Machine<'_> {
    /// Gives a time to the scope.
    pub(super) fn give(&mut self, span: Span) {
        self.open_start = false;
        if self.every_day {
            self.plan.add_to_every_day(span);
            return;
        }
        if self.extra {
            self.plan.maybe.push((self.scope.days & ALL_WEEK, span));
            self.scope.used = true;
            return;
        }
        if self.scope.is_empty() && self.scope.used && !self.doubted.is_empty() {
            // One more time of the days that are in doubt.
            let more = self.doubted.iter().map(|days| write::on(days, span));
            self.plan.doubts.extend(more);
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
                self.give_in_bracket(outer.days, span);
            }
            return;
        }
        if self.scope.is_empty() {
            if self.cell == Cell::Note && self.plan.has_times() {
                // A part of the place, or a closer look at its hours. Where both agree it is open.
                if self.sentence().contains(&Word::OpenHead) && !self.names_something() {
                    self.plan.restated.push(span);
                } else {
                    self.plan.partial = true;
                    self.plan.beside.push(span);
                }
            } else {
                self.plan.add_base(span);
            }
            return;
        }
        let other = self.scope.used && matches!(self.before_time(), Some(Word::Unknown(_) | Word::Means));
        if other && self.cell == Cell::Prose {
            // 電話は平日9:00~17:00、メールは24時間: whether on the same days nobody says.
            self.plan.maybe.push((ALL_WEEK & !self.scope.days, span));
            self.plan.doubts.push(write::on("PH", span));
        }
        self.give_to_scope(span);
    }

    /// (チャットは17:00~21:00): where that lies within the hours, it is a part of them.
    fn give_in_bracket(&mut self, days: DayBits, span: Span) {
        let first = days.trailing_zeros().min(7) as usize;
        let known = if days & ALL_WEEK == 0 { self.plan.hull() } else { self.plan.times(first) };
        let labelled = matches!(self.before_time(), Some(Word::Unknown(_) | Word::Means));
        if !labelled || !known.iter().any(|old| old.from <= span.from && span.to <= old.to) {
            self.plan.maybe.push((days, span));
        }
    }

    /// The word before the time that was read last.
    fn before_time(&self) -> Option<&Word> {
        let read = self.words.get(..self.at)?;
        let times =
            |word: &&Word| matches!(word, Word::Time { .. } | Word::Dash | Word::From | Word::Until | Word::AllDay);
        let count = read.iter().rev().take_while(times).count();
        read.iter().rev().skip(count).find(|word| **word != Word::Colon)
    }

    /// Whether the sentence speaks of something that was not understood, such as a part of the place.
    pub(super) fn names_something(&self) -> bool {
        self.sentence().iter().any(|word| matches!(word, Word::Unknown(_)))
    }

    /// 昼 月~金 11:00~14:00 夜 月~金 17:00~21:00: the same days again, at another time of the day.
    fn beside_those(&self, days: DayBits, span: Span) -> bool {
        let own = |day: usize| self.plan.own.get(day).and_then(Option::as_ref);
        let apart = |spans: &Vec<Span>| spans.iter().all(|old| old.to <= span.from || span.to <= old.from);
        (0..8).filter(|day| days & (1 << day) != 0).all(|day| own(day).is_some_and(apart))
    }

    pub(super) fn give_to_scope(&mut self, span: Span) {
        if std::mem::take(&mut self.conditional) {
            self.doubt_scope(&[span]);
            return;
        }
        let scope = self.scope.clone();
        if scope.some_weeks || (!scope.dates.is_empty() && (scope.days != 0 || !scope.nth.is_empty())) {
            self.doubt_scope(&[span]);
            return;
        }
        for (from, to) in scope.about.iter().filter(|_| scope.dates.is_empty()) {
            self.plan.partial = true;
            self.plan.doubts.push(write::dates(*from, *to));
        }
        for (from, to) in &scope.dates {
            if *from == (0, 0) {
                self.plan.doubt_all();
                return;
            }
            if self.names_something() {
                // 競技場は11~2月は17:00まで: a part of the place only.
                let dates = write::dates(*from, *to);
                self.plan.doubts.push(write::on(&dates, span));
                for old in self.plan.hull() {
                    self.plan.doubts.push(write::on(&dates, old));
                }
                self.plan.partial = true;
            } else {
                self.plan.add_season(*from, *to, span);
            }
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
            let more = scope.used || self.cell == Cell::Prose && self.beside_those(scope.days, span);
            self.plan.set_times(scope.days & !unlisted, span, more);
            if scope.strict {
                self.plan.strict = true;
            }
        }
        self.scope.used = true;
    }

    /// Days and dates named together: each of them is in doubt, within the hours before and the hours named.
    pub(super) fn doubt_scope(&mut self, spans: &[Span]) {
        let scope = std::mem::replace(&mut self.scope, Scope { used: true, ..Scope::default() });
        self.plan.partial = true;
        self.doubted.clear();
        let mut on: Vec<String> = season::weekdays(scope.days).into_iter().collect();
        on.extend((scope.days & HOLIDAY != 0).then(|| "PH".to_owned()));
        on.extend(scope.nth.iter().map(|(day, nths)| write::nth(*day, nths)));
        let dates = scope.dates.iter().chain(&scope.about);
        let odd = scope.school || scope.some_weeks && scope.days == 0 || scope.dates.contains(&((0, 0), (0, 0)));
        on.extend(dates.map(|(from, to)| write::dates(*from, *to)));
        if odd || !scope.month_days.is_empty() {
            self.plan.doubt_all();
            return;
        }
        self.doubted.clone_from(&on);
        for days in on {
            for span in self.plan.hull().iter().chain(spans) {
                self.plan.doubts.push(write::on(&days, *span));
            }
        }
    }
}
