//! Dates and months.

use super::Lexer;
use super::word::{MonthDay, Word};

impl Lexer<'_> {
    pub(super) fn month_day(&mut self) -> Option<MonthDay> {
        let month = self.number()?;
        let day = if self.eat("/") {
            self.number()?
        } else {
            if !self.eat("月") {
                return None;
            }
            let day = self.number()?;
            if !self.eat("日") || self.peek(0) == Some('間') {
                return None;
            }
            day
        };
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && self.peek(0) != Some('/');
        Some((u8::try_from(month).ok()?, u8::try_from(day).ok()?)).filter(|_| valid)
    }

    pub(super) fn month(&mut self) -> Option<u8> {
        let month = self.number()?;
        if !self.eat("月") || self.peek(0).is_some_and(|c| c.is_ascii_digit()) || !(1..=12).contains(&month) {
            return None;
        }
        self.eat("中");
        u8::try_from(month).ok()
    }

    /// `12/29~1/3`, `8/14~16`, `7月20日から8月31日`, `6~8月`, `11月~2月`, `9月`.
    pub(super) fn dates(&mut self) -> Option<Word> {
        if !self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        if let Some(from) = self.attempt(Self::month_day) {
            let to = self.attempt(|l| {
                if !l.eat_any(&["~", "から"]) {
                    return None;
                }
                l.eat_any(&["翌年の", "翌年", "翌"]);
                l.attempt(Self::month_day).or_else(|| {
                    let day = l.number()?;
                    let ends = l.eat("日") || !l.peek(0).is_some_and(|c| ":/月時".contains(c));
                    (ends && (1..=31).contains(&day)).then_some((from.0, u8::try_from(day).ok()?))
                })
            });
            if to.is_some() {
                self.eat("まで");
            }
            return Some(Word::Dates { from, to: to.unwrap_or(from) });
        }
        let months = self.attempt(|l| {
            let from = l.number()?;
            if !l.eat("~") || !(1..=12).contains(&from) {
                return None;
            }
            Some((u8::try_from(from).ok()?, l.month()?))
        });
        let (from, to) = match months {
            Some(months) => months,
            None => {
                let from = self.month()?;
                let to = self.attempt(|l| if l.eat_any(&["~", "から"]) { l.month() } else { None });
                if to.is_some() {
                    self.eat("まで");
                }
                (from, to.unwrap_or(from))
            }
        };
        Some(Word::Dates { from: (from, 1), to: (to, 31) })
    }

    pub(super) fn day_of_month(&mut self) -> Option<Word> {
        if !self.eat("毎月") {
            return None;
        }
        if self.eat_any(&["末日", "月末"]) {
            return Some(Word::LastOfMonth);
        }
        let Some(day) = self.attempt(Self::number) else { return Some(Word::Skip) };
        (self.eat("日") && (1..=31).contains(&day)).then_some(Word::DayOfMonth(u8::try_from(day).ok()?))
    }
}
