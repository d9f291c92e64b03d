//! Times of the day, and words for the whole of it.

use super::Lexer;
use super::word::{Half, Word};

impl Lexer<'_> {
    /// `9:00`, `9:00:00`, `9時`, `9時半`, `午後1時30分`, `翌5:30`, `正午`.
    pub(super) fn time(&mut self) -> Option<Word> {
        let next_day = self.attempt(|l| l.eat_any(&["翌日の", "翌日", "翌朝", "翌"]).then_some(())).is_some();
        let half = self.half();
        if half.is_some() {
            self.eat_any(&[":", " "]);
        }
        if self.eat("正午") {
            return Some(Word::Time { minutes: 720, half });
        }
        let Some(hours) = self.any_number() else {
            return half.filter(|_| !next_day).map(Word::Half);
        };
        let minutes = if self.eat(":")
            || (half.is_none()
                && self.attempt(|l| (l.eat(" :") && l.peek(0)?.is_ascii_digit()).then_some(())).is_some())
        {
            let start = self.at;
            let minutes = self.number()?;
            if self.at - start != 2 {
                return None;
            }
            self.attempt(|l| (l.eat(":") && l.number().is_some()).then_some(()));
            minutes
        } else if self.eat("時") || self.attempt(|l| (l.eat(" 時") && l.peek(0) != Some('間')).then_some(())).is_some()
        {
            if self.peek(0) == Some('間') {
                return None;
            }
            if self.eat("半") {
                30
            } else {
                self.attempt(|l| {
                    let minutes = l.any_number()?;
                    l.eat("分").then_some(minutes)
                })
                .unwrap_or(0)
            }
        } else if self.shares_the_sign() {
            0
        } else {
            return None;
        };
        if hours > 47 || minutes > 59 {
            return None;
        }
        let hours = match half {
            Some(Half::Pm) if hours < 12 => hours + 12,
            _ => hours,
        };
        Some(Word::Time { minutes: hours * 60 + minutes + if next_day && hours < 24 { 1440 } else { 0 }, half })
    }

    pub(super) fn half(&mut self) -> Option<Half> {
        if self.eat_any(&["午前中", "午前", "AM", "am"]) {
            Some(Half::Am)
        } else if self.eat_any(&["午後", "PM", "pm"]) {
            Some(Half::Pm)
        } else {
            self.attempt(Self::spoken_half)
        }
    }

    /// 12~13時: the first number goes with the sign of the second.
    fn shares_the_sign(&mut self) -> bool {
        let before = self.at;
        let fits = self.eat("~") && self.number().is_some_and(|n| n <= 24) && {
            self.eat(" ");
            self.peek(0) == Some('時') && self.peek(1) != Some('間')
        };
        self.at = before;
        fits
    }

    /// 朝9時, 夜 7:30. 夜12時 and 夜2時 are of the day after; they are left alone.
    fn spoken_half(&mut self) -> Option<Half> {
        let (half, hours) = if self.eat("朝") {
            (Half::Am, 4..=11)
        } else if self.eat_any(&["夜", "よる"]) {
            (Half::Pm, 5..=11)
        } else if self.eat("夕方") {
            (Half::Pm, 3..=7)
        } else {
            return None;
        };
        self.eat(" ");
        let before = self.at;
        let said = self.number().is_some_and(|number| hours.contains(&number));
        self.at = before;
        said.then_some(half)
    }

    pub(super) fn always(&mut self) -> Option<Word> {
        let some = self.attempt(|l| {
            l.number()?;
            ((l.eat("日間") || l.eat("週間")) && (l.eat("程度") || l.eat("ほど") || !l.eat("以")))
                .then_some(Word::SomeOfThem)
        });
        if some.is_some() {
            return some;
        }
        if self.eat_any(&["24時間", "二十四時間"]) {
            return Some(Word::AllDay);
        }
        self.eat_any(&["年中無休", "365日", "三百六十五日"]).then_some(Word::AllYear)
    }
}
