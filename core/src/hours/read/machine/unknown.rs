//! Text that was not understood, and what it can change.

use super::super::lex::{ALL_WEEK, DayBits, Half, Word};
use super::super::write;
use super::hints::{CLOSES, CONDITIONS, OPENS, REACHES, RISKY, STRETCHES, any, names_a_part};
use super::{Cell, Machine, Scope};

impl Machine<'_> {
    pub(super) fn unknown(&mut self, text: &str) {
        let skip = [
            Word::Colon,
            Word::Open,
            Word::Close,
            Word::Half(Half::Am),
            Word::Half(Half::Pm),
            Word::Comma,
            Word::OpenHead,
        ];
        let has = |list: &str| text.chars().any(|c| c.is_ascii_digit() || list.contains(c));
        let reaches = has("夜延早朝深晩別") || any(text, REACHES) || any(text, STRETCHES);
        let risky = reaches
            || has("週曜祝休期季冬夏春秋予約除但翌遅不無止応閉未要")
            || any(text, RISKY)
            || text.ends_with('日');
        let before = self.words.get(self.at.wrapping_sub(2));
        let starts = match before {
            None
            | Some(
                Word::Stop
                | Word::Close
                | Word::Open
                | Word::Until
                | Word::Comma
                | Word::Colon
                | Word::Unknown(_)
                | Word::OpenHead
                | Word::Time { .. },
            ) => true,
            Some(_) => false,
        };
        let part = names_a_part(text);
        let next = self.peek_past(&skip);
        let beyond =
            self.words.iter().skip(self.at).find(|word| !skip.contains(word) && !matches!(word, Word::Unknown(_)));
        let time = |word: Option<&Word>| matches!(word, Some(Word::Time { .. }));
        let label = time(next) || time(beyond) || part && matches!(next, Some(Word::Unknown(_)));
        if (part || !risky) && starts && !self.closing && label {
            return;
        }
        if !risky && self.peek() == Some(&Word::Last) {
            return;
        }
        let in_bracket = !self.outer.is_empty();
        if (part || !risky) && in_bracket && self.peek() == Some(&Word::Close) {
            // What a time before the bracket is for, or who is there on a day.
            return;
        }
        if !risky && matches!(before, Some(Word::Time { .. })) && in_bracket {
            // What a time in brackets is for; that time is in doubt already.
            return;
        }
        if self.closing && !any(text, STRETCHES) && !any(text, &["営業", "開"]) {
            self.close_under_a_condition(text);
            // 定休日:水曜(繁忙期は営業): the closed days may be open.
            self.plan.unclear_days |= self.clause().contains(&Word::Opens);
            self.plan.doubt_open();
            return;
        }
        if self.cell == Cell::Days && self.leave_days_of_sentence() {
            return;
        }
        if matches!(self.cell, Cell::Note | Cell::Prose) && self.plain_sentence() {
            if any(text, STRETCHES) {
                self.plan.doubt_all();
            } else if self.sentence().contains(&Word::Opens)
                && any(text, &["とき", "時は", "場合", "際", "日は", "日に"])
            {
                // キャンプ客がいるときは使用可能: on any day.
                self.plan.doubt_open();
                self.plan.unclear_days = true;
            } else if any(text, CLOSES) || has("") {
                self.plan.doubt_open();
                self.plan.unclear_days |= any(text, OPENS) || self.sentence().contains(&Word::Opens);
            }
            return;
        }
        let days = matches!(self.peek(), Some(Word::Days { .. } | Word::Nth { .. } | Word::Dates { .. }));
        if days && self.plan.has_times() && !self.scope.pending() && self.outer.is_empty() {
            // 特別展期間中の金曜は19:00まで: on those days, perhaps.
            self.conditional = true;
            return;
        }
        let named = matches!(self.peek(), Some(Word::Days { .. } | Word::Nth { .. } | Word::NoClosing));
        if named && !risky && starts && !self.scope.pending() && self.outer.is_empty() && self.cell == Cell::Prose {
            // 電話相談 平日9:00~17:00
            return;
        }
        let prose = self.cell == Cell::Prose && (risky || !self.plan.has_times());
        if reaches || prose || self.cell == Cell::Days {
            self.plan.doubt_all();
        } else {
            self.plan.doubt_open();
            self.plan.unclear_days |= risky;
        }
    }

    /// 12/1~2/28は申込がない場合は休業: what stands before the condition may be closed, no more.
    fn close_under_a_condition(&mut self, text: &str) {
        let item = self.words.iter().take(self.at.saturating_sub(1)).rev();
        let mut item = item.take_while(|word| !matches!(word, Word::Comma | Word::Stop | Word::Open | Word::Close));
        let dated = item.any(|word| matches!(word, Word::Dates { .. }));
        if dated && self.scope.days == 0 {
            let dates = std::mem::take(&mut self.scope.dates);
            self.scope.about.extend(dates);
        } else if self.scope.pending() && any(text, CONDITIONS) {
            self.plan.doubts.push(format!("{} off", write::days(self.scope.days & ALL_WEEK)));
            self.scope = Scope { used: true, ..Scope::default() };
            self.closed_something = true;
        }
    }

    /// The words of the sentence at hand.
    pub(super) fn sentence(&self) -> &[Word] {
        let begin = self.words.iter().take(self.at).rposition(|word| *word == Word::Stop).map_or(0, |at| at + 1);
        let rest = self.words.get(begin..).unwrap_or_default();
        let length = rest.iter().position(|word| *word == Word::Stop).unwrap_or(rest.len());
        rest.get(..length).unwrap_or_default()
    }

    /// 土曜日はクラブの指定する日, behind the days it is open: those days are in doubt, and no others.
    fn leave_days_of_sentence(&mut self) -> bool {
        let named = |word: &Word| match word {
            Word::Days { days, .. } => *days & ALL_WEEK,
            _ => 0,
        };
        let days = self.sentence().iter().fold(0, |bits: DayBits, word| bits | named(word));
        if days == 0 || self.plan.listed.is_none() {
            return false;
        }
        self.plan.partial = true;
        self.plan.doubts.push(write::days(days));
        while self.peek().is_some_and(|word| *word != Word::Stop) {
            self.at += 1;
        }
        self.scope.used = true;
        true
    }

    /// The words of the bracket at hand, or of the sentence.
    fn clause(&self) -> &[Word] {
        let bound = |word: &Word| matches!(word, Word::Stop | Word::Open | Word::Close);
        if self.outer.is_empty() {
            return self.sentence();
        }
        let begin = self.words.iter().take(self.at.saturating_sub(1)).rposition(bound).map_or(0, |at| at + 1);
        let rest = self.words.get(begin..).unwrap_or_default();
        let length = rest.iter().position(bound).unwrap_or(rest.len());
        rest.get(..length).unwrap_or_default()
    }

    /// Whether the sentence at hand speaks of no time, no day, no closing and no condition: it is about something else.
    pub(super) fn plain_sentence(&self) -> bool {
        self.clause().iter().all(|word| {
            let nouns = matches!(word, Word::Unknown(_) | Word::Opens | Word::Last | Word::From | Word::Booking);
            nouns || matches!(word, Word::Comma | Word::Colon | Word::Open | Word::Close | Word::Only)
        })
    }
}
