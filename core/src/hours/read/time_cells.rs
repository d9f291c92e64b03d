//! Cells that hold a beginning or an end.

use super::is_dash;
use super::lex::{DayBits, Word, words};
use super::machine::{Cell, read};
use super::plan::{Plan, Span};

/// A beginning and an end in two cells, perhaps per group of days.
pub(super) fn read_times(plan: &mut Plan, opens: &str, closes: &str) {
    if is_dash(opens) && is_dash(closes) {
        return;
    }
    let (from, to) = (per_days(opens), per_days(closes));
    match (from, to) {
        (Some(from), Some(to)) if from.len() == 1 || to.len() == 1 || from.len() == to.len() => {
            for (at, _) in if from.len() > to.len() { &from } else { &to }.iter().enumerate() {
                let begin = from.get(at).or(from.first());
                let end = to.get(at).or(to.first());
                if let (Some((days, begin)), Some((end_days, end))) = (begin, end) {
                    if *days != 0 && *end_days != 0 && days != end_days {
                        plan.doubt_all();
                    }
                    let span = span(*begin, *end);
                    set(plan, days | end_days, span);
                }
            }
        }
        _ => pair(plan, opens, closes, 0),
    }
}

/// `月・木:14:00、火・金:10:30`: times with the days they are for; one time without days is for all.
pub(super) fn per_days(cell: &str) -> Option<Vec<(DayBits, u16)>> {
    let mut out = Vec::new();
    let (mut days, mut fresh) = (0, true);
    let list = words(&fraction(cell).unwrap_or_else(|| cell.to_owned()));
    for word in list {
        match word {
            Word::Days { days: more, strict: false } => {
                days = if fresh { more } else { days | more };
                fresh = false;
            }
            Word::Time { minutes, .. } => {
                out.push((days, minutes));
                fresh = true;
            }
            Word::Comma | Word::Colon | Word::Until | Word::From | Word::Open | Word::Close | Word::Last => {}
            _ => return None,
        }
    }
    let alone = out.len() == 1;
    (!out.is_empty() && out.iter().all(|(days, _)| alone || *days != 0)).then_some(out)
}

/// `0.375` is nine o'clock in a spreadsheet.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes of a day")]
pub(super) fn fraction(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let part: f64 = cell.parse().ok()?;
    if !(0.0..=2.0).contains(&part) || !(cell.contains('.') || cell == "1") {
        return None;
    }
    let minutes = (part * 1440.0).round() as u16;
    Some(format!("{}:{:02}", minutes / 60, minutes % 60))
}

pub(super) fn span(from: u16, to: u16) -> Span {
    Span { from, to: if to <= from { to + 1440 } else { to }, sure: true }
}

pub(super) fn set(plan: &mut Plan, days: DayBits, span: Span) {
    if days == 0 {
        plan.add_base(span);
    } else {
        plan.set_times(days, span, false);
    }
}

/// One beginning and one end for days; whatever else the cells say is read as prose.
pub(super) fn pair(plan: &mut Plan, opens: &str, closes: &str, days: DayBits) {
    if let (Some(from), Some(to)) = (per_days(opens), per_days(closes))
        && let ([(0, from)], [(0, to)]) = (from.as_slice(), to.as_slice())
    {
        set(plan, days, span(*from, *to));
        return;
    }
    let text = match (is_dash(opens), is_dash(closes)) {
        (true, true) => return,
        (true, false) => format!("~{closes}"),
        (false, _) => format!("{opens}~{}", closes.trim()),
    };
    read(plan, &text, if days == 0 { Cell::Prose } else { Cell::TimesOf(days) });
}
