//! Text that was not understood, and what it can change.

use super::super::lex::{Half, Word};
use super::{Cell, Machine};

impl Machine<'_> {
    pub(super) fn unknown(&mut self, text: &str) {
        let skip = [Word::Colon, Word::Open, Word::Close, Word::Half(Half::Am), Word::Half(Half::Pm)];
        let has = |list: &str| text.chars().any(|c| c.is_ascii_digit() || list.contains(c));
        let reaches = has("外間時夜延早朝深晩前後他別以");
        let risky =
            reaches || has("日週月火水木金土祝休年期季冬夏春秋変更場合異予約除但翌遅昼相談不無止中応学校閉未要");
        let before = self.words.get(self.at.wrapping_sub(2));
        let starts = match before {
            None | Some(Word::Stop | Word::Close | Word::Until | Word::Comma | Word::Colon | Word::Time { .. }) => true,
            Some(_) => false,
        };
        if !risky && starts && !self.closing && matches!(self.peek_past(&skip), Some(Word::Time { .. })) {
            return;
        }
        if !risky && self.peek() == Some(&Word::Last) {
            return;
        }
        if !risky && matches!(before, Some(Word::Time { .. })) && !self.outer.is_empty() {
            // What a time in brackets is for; that time is in doubt already.
            return;
        }
        if matches!(self.cell, Cell::Note | Cell::Prose) && self.plain_sentence() {
            if has("夜延晩朝") || text.contains("時間外") {
                self.plan.doubt_all();
            } else if has("外間時早深前後他別以週祝休期季冬夏春秋変更場合異予約除但翌遅昼相談不無止中応区校学閉未要限")
            {
                self.plan.doubt_open();
                self.plan.unclear_days = true;
            }
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

    /// Whether the sentence at hand speaks of no time, no day, no closing and no condition: it is about something else.
    pub(super) fn plain_sentence(&self) -> bool {
        let begin = self.words.iter().take(self.at).rposition(|word| *word == Word::Stop).map_or(0, |at| at + 1);
        let sentence = self.words.iter().skip(begin).take_while(|word| **word != Word::Stop);
        sentence.into_iter().all(|word| {
            let nouns = matches!(word, Word::Unknown(_) | Word::Opens | Word::Last | Word::From);
            nouns || matches!(word, Word::Comma | Word::Colon | Word::Open | Word::Close)
        })
    }
}
