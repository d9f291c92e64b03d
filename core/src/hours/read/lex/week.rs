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
                let range = self.attempt(|l| {
                    (l.eat("~")).then_some(())?;
                    l.eat("第");
                    l.any_number().filter(|to| (n + 1..=5).contains(to))
                });
                if let Some(to) = range {
                    nths.extend((n + 1..=to).filter_map(|n| i8::try_from(n).ok()));
                    break;
                }
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
        let Some(day) = self.attempt(Self::weekday) else {
            let bounded = self.peek(0).is_some_and(|c| "の以休は午0123456789".contains(c));
            return (bounded && nths.first() != Some(&-1)).then_some(Word::Nths(nths));
        };
        // 第1・3月・水曜: whether every Wednesday is meant nobody can tell.
        if !self.eat_any(&["曜日", "曜"]) && self.peek(0).is_some_and(|c| "月火水木金土日祝・,、".contains(c))
        {
            return None;
        }
        Some(Word::Nth { nths, day })
    }

    /// 月1~2回: times a month, no Monday.
    fn a_time_a_month(&self) -> bool {
        let mut ahead = 0;
        while self.peek(ahead).is_some_and(|c| c.is_ascii_digit() || c == '~') {
            ahead += 1;
        }
        ahead > 0 && self.peek(ahead).is_some_and(|c| "回度".contains(c))
    }

    /// `翌火曜日`.
    pub(super) fn next_weekday(&mut self) -> Option<Word> {
        if !self.eat("翌") {
            return None;
        }
        let day = self.weekday()?;
        self.eat_any(&["曜日", "曜"]).then_some(Word::NextWeekday(day))
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
            if day == 0 && self.a_time_a_month() {
                return None;
            }
            let follows = self.peek(0);
            // 行事の日は: a day of another kind.
            let joined =
                self.at.checked_sub(2).and_then(|at| self.chars.get(at)).is_some_and(|c| "のるい".contains(*c));
            if day == 6 && joined {
                return None;
            }
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
