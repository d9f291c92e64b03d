//! Words of a cell with hours: times, days, dates, and the vocabulary of opening and closing.

mod dates;
mod normal;
mod numbers;
mod time;
mod week;
mod word;

pub(super) use normal::normal;
pub(super) use word::{ALL_WEEK, DayBits, HOLIDAY, Half, MonthDay, WORKDAYS, Word};

use super::aside;
use super::vocabulary::WORDS;

/// Splits a cell into words.
pub(super) fn words(text: &str) -> Vec<Word> {
    let chars = normal(text);
    let mut lexer = Lexer { chars: &chars, at: 0, in_text: false };
    let mut out = Vec::new();
    let mut unknown = String::new();
    while lexer.at < chars.len() {
        let before = lexer.at;
        lexer.in_text = !unknown.is_empty();
        if let Some(word) = lexer.word() {
            if !unknown.is_empty() {
                out.push(Word::Unknown(std::mem::take(&mut unknown)));
            }
            out.push(word);
        } else {
            lexer.at = before + 1;
            unknown.extend(chars.get(before).filter(|c| **c != ' '));
        }
    }
    if !unknown.is_empty() {
        out.push(Word::Unknown(unknown));
    }
    aside::without(&out)
}

struct Lexer<'a> {
    chars: &'a [char],
    at: usize,
    /// Whether the sign before belongs to text that was not understood.
    in_text: bool,
}

impl Lexer<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn eat(&mut self, text: &str) -> bool {
        let fits = text.chars().enumerate().all(|(n, c)| self.peek(n).is_some_and(|p| p.eq_ignore_ascii_case(&c)));
        if fits {
            self.at += text.chars().count();
        }
        fits
    }

    fn eat_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.eat(text))
    }

    /// Tries a reading and goes back when it fails.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let got = read(self);
        if got.is_none() {
            self.at = before;
        }
        got
    }

    fn word(&mut self) -> Option<Word> {
        let spaces = (0..).take_while(|n| self.peek(*n) == Some(' ')).count();
        if spaces > 0 {
            self.at += spaces;
            return Some(Word::Gap);
        }
        for read in [
            Self::other_numbers,
            Self::always,
            Self::dates,
            Self::time,
            Self::nth,
            Self::next_weekday,
            Self::day_of_month,
            Self::vocabulary,
            Self::weekdays,
        ] {
            if let Some(word) = self.attempt(read) {
                return Some(word);
            }
        }
        None
    }

    /// 営業日曜: the last sign of the word begins a weekday.
    fn is_a_weekday(&self, text: &str) -> bool {
        text.chars().count() > 1 && text.ends_with('日') && self.peek(0) == Some('曜')
    }

    fn vocabulary(&mut self) -> Option<Word> {
        let mut longest: Option<(&str, &Word)> = None;
        for (text, word) in WORDS.iter() {
            let before = self.at;
            if self.eat(text)
                && !self.is_a_weekday(text)
                && !(self.in_text && *text == "休日")
                && longest.is_none_or(|(known, _)| known.chars().count() < text.chars().count())
            {
                longest = Some((text, word));
            }
            self.at = before;
        }
        let (text, word) = longest?;
        self.at += text.chars().count();
        Some(word.clone())
    }
}
