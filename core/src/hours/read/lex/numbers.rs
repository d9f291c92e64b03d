//! Numbers: in digits, in kanji, and those that are no hours.

use super::Lexer;
use super::word::Word;

impl Lexer<'_> {
    pub(super) fn number(&mut self) -> Option<u16> {
        let digits: String = (0..4).map_while(|n| self.peek(n)).take_while(char::is_ascii_digit).collect();
        self.at += digits.len();
        digits.parse().ok()
    }

    /// 九, 十, 十七, 二十.
    pub(super) fn kanji_number(&mut self) -> Option<u16> {
        let (mut tens, mut ones, mut any) = (0, 0, false);
        while let Some(c) = self.peek(0) {
            match "〇一二三四五六七八九".chars().position(|k| k == c) {
                Some(value) => ones = u16::try_from(value).ok()?,
                None if c == '十' => {
                    tens = ones.max(1);
                    ones = 0;
                }
                None => break,
            }
            any = true;
            self.at += 1;
        }
        any.then_some(tens * 10 + ones)
    }

    pub(super) fn any_number(&mut self) -> Option<u16> {
        self.attempt(Self::number).or_else(|| self.attempt(Self::kanji_number))
    }

    /// Eats digits and tells how many.
    pub(super) fn digits(&mut self) -> Option<usize> {
        let start = self.at;
        self.number()?;
        Some(self.at - start)
    }

    /// Telephone numbers, prices, persons, 閉館30分前まで: numbers that are no hours.
    pub(super) fn other_numbers(&mut self) -> Option<Word> {
        if self.eat_any(&["閉館", "閉店", "終了", "閉所"]) {
            self.eat("時間");
            self.eat("の");
            self.number()?;
            return (self.eat_any(&["分前まで", "分前"])).then_some(Word::Skip);
        }
        if self.attempt(|l| (l.number().is_some() && l.eat_any(&["分前まで", "分前"])).then_some(())).is_some() {
            return Some(Word::Skip);
        }
        let bracket = self.eat("(");
        let first = self.digits()?;
        if self.eat_any(&["名", "人", "台", "席", "階", "歳", "才"]) {
            return (!bracket).then_some(Word::Skip);
        }
        let units = ["円", "%", "点", "品", "種", "杯", "個", "枚", "割"];
        if self.eat_any(&units) {
            return (!bracket).then_some(Word::Goods { coupon: false });
        }
        if !self.eat(if bracket { ")" } else { "~" }) {
            return None;
        }
        let second = self.digits()?;
        if !self.eat("~") {
            return None;
        }
        let third = self.digits()?;
        let time = self.peek(0).is_some_and(|c| ":時".contains(c));
        (first >= 2 && second >= 2 && third >= 3 && !time).then_some(Word::Skip)
    }
}
