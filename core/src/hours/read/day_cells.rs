//! Cells that list the days it is open, in words or as codes.

use super::lex::{self, ALL_WEEK, DayBits, Word, words};
use super::machine::{Cell, read};
use super::plan::Plan;

/// The days it is open, in words or as codes 1–7, `13Mo`.
pub(super) fn read_days(plan: &mut Plan, days: &str) {
    if days.trim().is_empty() {
        return;
    }
    if let Some((bits, nth)) = codes(days) {
        plan.listed = Some(bits);
        plan.nth_open = nth;
        return;
    }
    let everything_closed = words(days).contains(&Word::Closed) || words(days).contains(&Word::ClosedHead);
    read(plan, days, Cell::Days);
    if plan.complete {
        plan.listed.get_or_insert(ALL_WEEK);
    }
    if plan.listed.is_none() && !(everything_closed && plan.closed != 0) {
        plan.doubt_all();
    }
}

type Nth = (u8, Vec<i8>);

/// `1;2;3;4;5`, `12345`, `0We`, `13Mo`, `14Tu4Th`, `6Fr`.
pub(super) fn codes(text: &str) -> Option<(DayBits, Vec<Nth>)> {
    let text: String = lex::normal(text).into_iter().filter(|c| !" ;,、・".contains(*c)).collect();
    if text.is_empty() || !text.is_ascii() {
        return None;
    }
    if text.bytes().all(|b| (b'1'..=b'7').contains(&b)) {
        return Some((text.bytes().fold(0, |bits, b| bits | 1 << (b - b'1')), Vec::new()));
    }
    let (mut bits, mut nth, mut rest) = (0, Vec::new(), text.as_str());
    while !rest.is_empty() {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let name = rest.get(digits.len()..digits.len() + 2)?;
        let day = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"].iter().position(|known| *known == name)?;
        rest = rest.get(digits.len() + 2..)?;
        match digits.as_str() {
            "0" => bits |= 1 << day,
            "" | "7" => return None,
            digits => {
                let list: Option<Vec<i8>> = digits
                    .chars()
                    .map(|c| match c {
                        '1'..='5' => c.to_digit(10).and_then(|n| i8::try_from(n).ok()),
                        '6' => Some(-1),
                        _ => None,
                    })
                    .collect();
                nth.push((u8::try_from(day).ok()?, list?));
            }
        }
    }
    Some((bits, nth))
}
