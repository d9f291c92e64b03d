//! Rows with columns for weekdays, for kinds of days, or for an after-school club.

use super::day_cells::read_days;
use super::lex::{ALL_WEEK, DayBits, WORKDAYS, Word, words};
use super::machine::{Cell, read};
use super::plan::Plan;
use super::time_cells::pair;
use super::{guarded, is_dash, write};
use crate::hours::Hours;

/// Reads a beginning and an end for each weekday, Sunday first, and a note.
#[must_use]
pub fn read_week(pairs: &[(&str, &str); 7], note: &str) -> Hours {
    let mut cells: Vec<&str> = pairs.iter().flat_map(|(opens, closes)| [*opens, *closes]).collect();
    cells.push(note);
    guarded(&cells, |plan| {
        let mut open = 0;
        for (at, (opens, closes)) in pairs.iter().enumerate() {
            let day = (at + 6) % 7;
            if is_dash(opens) && is_dash(closes) {
                if opens.trim().is_empty() && closes.trim().is_empty() {
                    plan.doubts.push(write::days(1 << day));
                    plan.partial = true;
                }
                continue;
            }
            open |= 1 << day;
            pair(plan, opens, closes, 1 << day);
        }
        plan.listed = Some(open);
        read(plan, note, Cell::Note);
    })
}

/// Reads pairs for weekdays, Saturdays and the holidays of schools, and a note.
#[must_use]
pub fn read_day_kinds(weekday: (&str, &str), saturday: (&str, &str), school: (&str, &str), note: &str) -> Hours {
    let cells = [weekday.0, weekday.1, saturday.0, saturday.1, school.0, school.1, note];
    guarded(&cells, |plan| {
        pair(plan, weekday.0, weekday.1, WORKDAYS);
        plan.listed = Some(WORKDAYS);
        let mut school_days = Plan::default();
        pair(&mut school_days, school.0, school.1, 0);
        let school_days = school_days.hull();
        if is_dash(saturday.0) && is_dash(saturday.1) {
            for span in school_days.iter().copied().chain(plan.hull()) {
                plan.maybe.push((1 << 5, span));
            }
        } else {
            pair(plan, saturday.0, saturday.1, 1 << 5);
            plan.listed = Some(WORKDAYS | 1 << 5);
        }
        if !school_days.is_empty() {
            // Which weekdays are holidays of the school is not in the cell.
            for span in school_days.into_iter().chain(plan.times(0)) {
                plan.maybe.push((ALL_WEEK & !(1 << 5), span));
            }
        }
        read(plan, note, Cell::Note);
    })
}

/// Reads three cells of prose for Monday to Friday, Saturday and Sunday.
#[must_use]
pub fn read_weekend(weekday: &str, saturday: &str, sunday: &str) -> Hours {
    guarded(&[weekday, saturday, sunday], |plan| {
        let mut open = 0;
        let cells: [(&str, DayBits); 3] = [(weekday, WORKDAYS), (saturday, 1 << 5), (sunday, 1 << 6)];
        for (cell, days) in cells {
            if cell.trim().is_empty() {
                plan.doubts.push(write::days(days));
                plan.partial = true;
            } else if words(cell) != [Word::Closed] && !is_dash(cell) {
                open |= days;
                if has_days_in_bracket(cell) {
                    read_with_bracket(plan, cell, days);
                    continue;
                }
                read(plan, cell, Cell::TimesOf(days));
            }
        }
        plan.listed = Some(open);
    })
}

/// Reads the four cells of an after-school club: days, ordinary times, extra times, times in long holidays.
#[must_use]
pub fn read_after_school(days: &str, ordinary: &str, extra: &str, vacation: &str) -> Hours {
    guarded(&[days, ordinary, extra, vacation], |plan| {
        read_days(plan, days);
        read(plan, ordinary, Cell::Prose);
        for text in [extra, vacation] {
            let mut other = Plan::default();
            read(&mut other, text, Cell::Prose);
            let none = ["なし", "無し", "無", "ー"].contains(&text.trim()) || is_dash(text);
            if !none && !other.has_times() && other.maybe.is_empty() {
                plan.doubt_all();
            }
            let maybe = other.maybe.iter().map(|(_, span)| *span);
            for span in other.hull().into_iter().chain(maybe) {
                if text == extra {
                    plan.maybe.push((0, span));
                } else {
                    for holidays in ["Jul 10-Sep 10", "Dec 20-Jan 15", "Mar 15-Apr 15"] {
                        plan.doubts.push(write::on(holidays, span));
                    }
                    plan.doubts.push(write::on("PH", span));
                }
            }
        }
    })
}

/// Reads what stands before the bracket; what the bracket adds is in doubt on those days.
fn read_with_bracket(plan: &mut Plan, cell: &str, days: DayBits) {
    let (before, inside) = cell.split_once(['（', '(']).unwrap_or((cell, ""));
    read(plan, before, Cell::TimesOf(days));
    let mut other = Plan::default();
    read(&mut other, inside, Cell::Prose);
    plan.maybe.extend(other.hull().into_iter().map(|span| (days, span)));
    plan.partial = true;
    if other.partial || !other.has_times() {
        plan.doubts.push(write::days(days));
    }
}

/// Times, then a bracket that gives single days other times: which of them hold is not certain.
fn has_days_in_bracket(cell: &str) -> bool {
    let digit = |text: &str| text.contains(|c: char| c.is_numeric());
    cell.split_once(['（', '(']).is_some_and(|(before, inside)| {
        digit(before) && digit(inside) && inside.contains(['月', '火', '水', '木', '金', '土'])
    })
}
