//! Dates and months.

use super::Lexer;
use super::word::{MonthDay, Word};

/// 6月上旬: some days of the month.
const PART_OF_A_MONTH: &[&str] = &["上旬", "中旬", "下旬", "初旬"];

impl Lexer<'_> {
    pub(super) fn month_day(&mut self) -> Option<MonthDay> {
        let month = self.number()?;
        let day = if self.attempt(|l| (l.eat_any(&["/", "月"]) && l.eat_any(&["末日", "末"])).then_some(())).is_some()
        {
            31
        } else if self.eat("/") {
            let day = self.number()?;
            self.attempt(|l| (l.eat("日") && l.peek(0).is_none_or(|c| !"曜間".contains(c))).then_some(()));
            day
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

    /// `1月1、2日`: days that follow one another.
    fn days_of_a_month(&mut self) -> Option<Word> {
        let month = u8::try_from(self.number().filter(|month| (1..=12).contains(month))?).ok()?;
        if !self.eat("月") {
            return None;
        }
        let first = self.number()?;
        let mut last = first;
        while self.eat_any(&["、", "・", ","]) {
            let next = self.number()?;
            if next != last + 1 {
                return None;
            }
            last = next;
        }
        let fits = self.eat("日") && self.peek(0) != Some('間') && first < last && (1..=31).contains(&last);
        fits.then_some(Word::Dates { from: (month, u8::try_from(first).ok()?), to: (month, u8::try_from(last).ok()?) })
    }

    pub(super) fn month(&mut self) -> Option<u8> {
        let month = self.number()?;
        if !self.eat("月") || self.peek(0).is_some_and(|c| c.is_ascii_digit()) || !(1..=12).contains(&month) {
            return None;
        }
        if self.peek(1) != Some('旬') {
            self.eat("中");
        }
        u8::try_from(month).ok()
    }

    /// `12/29~1/3`, `8/14~16`, `7月20日から8月31日`, `6~8月`, `11月~2月`, `9月`.
    pub(super) fn dates(&mut self) -> Option<Word> {
        if !self.peek(0).is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        if let Some(list) = self.attempt(Self::days_of_a_month) {
            return Some(list);
        }
        if let Some(from) = self.attempt(Self::month_day) {
            let to = self.attempt(|l| {
                if !l.eat_any(&["~", "から"]) {
                    return None;
                }
                l.eat_any(&["翌年の", "翌年", "翌月", "翌"]);
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
                let rough = self.eat_any(PART_OF_A_MONTH);
                let to = self.attempt(|l| if l.eat_any(&["~", " ~ ", "から"]) { l.month() } else { None });
                if to.is_some() {
                    self.eat("まで");
                }
                if rough {
                    self.eat_any(PART_OF_A_MONTH);
                    return Some(Word::About { from: (from, 1), to: (to.unwrap_or(from), 31) });
                }
                (from, to.unwrap_or(from))
            }
        };
        if self.eat_any(PART_OF_A_MONTH) {
            return Some(Word::About { from: (from, 1), to: (to, 31) });
        }
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
