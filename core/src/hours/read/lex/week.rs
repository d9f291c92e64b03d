//! Weekdays, and weekdays of the month.

use super::Lexer;
use super::word::Word;

impl Lexer<'_> {
    /// `第2・4土曜`, `第1、第3火曜日`, `最終土曜`.
    pub(super) fn nth(&mut self) -> Option<Word> {
        let mut nths = Vec::new();
        if self.eat_any(&["最終", "月の最後の"]) {
            nths.push(-1);
        } else {
            if !self.eat("第") {
                return None;
            }
            loop {
                let n = self.any_number().filter(|n| (1..=5).contains(n))?;
                nths.push(i8::try_from(n).ok()?);
                let more = self.attempt(|l| {
                    let joined = l.eat_any(&["・", "、", ",", "と", "及び", ".", "/", "~"]);
                    let again = l.eat("第");
                    (again || (joined && l.peek(0).is_some_and(|c| c.is_ascii_digit() || "一二三四五".contains(c))))
                        .then_some(())
                });
                if more.is_none() {
                    break;
                }
            }
        }
        let day = self.weekday()?;
        // 第1・3月・水曜: whether every Wednesday is meant nobody can tell.
        if !self.eat_any(&["曜日", "曜"]) && self.peek(0).is_some_and(|c| "月火水木金土日祝・,、".contains(c))
        {
            return None;
        }
        Some(Word::Nth { nths, day })
    }

    pub(super) fn weekday(&mut self) -> Option<u8> {
        let c = self.peek(0)?;
        let day = "月火水木金土日".chars().position(|d| d == c)?;
        self.at += 1;
        u8::try_from(day).ok()
    }

    /// One weekday, where the sign can mean nothing else.
    pub(super) fn weekdays(&mut self) -> Option<Word> {
        let day = self.weekday()?;
        if !self.eat_any(&["曜日", "曜"]) {
            let follows = self.peek(0);
            let fits = !self.in_text
                && follows.is_none_or(|c| {
                    c.is_ascii_digit() || "月火水木金土日祝・、,;/~:()はのがを 。と休除定午及また".contains(c)
                });
            if !fits {
                return None;
            }
        }
        Some(Word::Days { days: 1 << day, strict: false })
    }
}
