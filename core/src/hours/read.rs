//! From the words of a publisher to an `opening_hours` string.
//!
//! What is not understood never counts as said: it becomes a doubt, and the answer is unknown wherever that text could
//! change it. docs/hours-labels.md says what a careful reader takes from each shape.

mod lex;
mod machine;
mod plan;
mod vocabulary;
mod write;

use super::{Hours, ParseState};
use lex::{ALL_WEEK, DayBits, WORKDAYS, Word, words};
use machine::{Cell, read};
use plan::{Plan, Span};

/// Longest cell that is read, in characters.
const MAX_CHARS: usize = 2_000;

/// The columns of a row that states its hours in several cells; a column that is missing is empty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Columns<'a> {
    /// Days on which it is open: 利用可能曜日.
    pub days: &'a str,
    /// Beginning: 開始時間.
    pub opens: &'a str,
    /// End: 終了時間.
    pub closes: &'a str,
    /// Free text beside them, or all of it: 特記事項, 営業時間.
    pub note: &'a str,
    /// Days on which it is closed: 定休日.
    pub closed_days: &'a str,
}

/// Reads a cell of free text.
#[must_use]
pub fn read_prose(raw: &str) -> Hours {
    guarded(&[raw], |plan| read(plan, raw, Cell::Prose))
}

/// Reads days, beginning, end, note and closed days.
#[must_use]
pub fn read_columns(columns: &Columns<'_>) -> Hours {
    let Columns { days, opens, closes, note, closed_days } = *columns;
    guarded(&[days, opens, closes, note, closed_days], |plan| {
        read_days(plan, days);
        read_times(plan, opens, closes);
        let cell = if plan.has_times() { Cell::Note } else { Cell::Prose };
        // Days are listed, their times are not: what a note says of single days says nothing of the others.
        if cell == Cell::Prose && !days.trim().is_empty() && note.contains('曜') {
            plan.doubt_all();
        }
        read(plan, note, cell);
        read_closed(plan, closed_days);
    })
}

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
                    plan.doubt_all();
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
            if !text.trim().is_empty() && !other.has_times() {
                plan.doubt_all();
            }
            let maybe = other.maybe.iter().map(|(_, span)| *span);
            for span in other.hull().into_iter().chain(maybe) {
                if text == extra {
                    plan.maybe.push((0, span));
                } else {
                    for holidays in ["Jul 10-Sep 10", "Dec 20-Jan 15", "Mar 15-Apr 15"] {
                        plan.doubts.push(format!("{holidays} {}", write::times_of(span)));
                    }
                    plan.doubts.push(format!("PH {}", write::times_of(span)));
                }
            }
        }
    })
}

/// Refuses cells that are too long, tells empty ones, and writes the plan.
fn guarded(cells: &[&str], fill: impl FnOnce(&mut Plan)) -> Hours {
    let raw = cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(" / ");
    let state = |state| Hours { canonical: None, state, raw: raw.clone(), doubt: None };
    if raw.is_empty() {
        return state(ParseState::Absent);
    }
    if raw.chars().count() > MAX_CHARS {
        return state(ParseState::Unparsed);
    }
    let mut plan = Plan::default();
    fill(&mut plan);
    write::finish(plan, &raw)
}

/// Times, then a bracket that gives single days other times: which of them hold is not certain.
fn has_days_in_bracket(cell: &str) -> bool {
    let digit = |text: &str| text.contains(|c: char| c.is_numeric());
    cell.split_once(['（', '(']).is_some_and(|(before, inside)| {
        digit(before) && digit(inside) && inside.contains(['月', '火', '水', '木', '金', '土'])
    })
}

fn is_dash(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || cell == "休" || cell == "休み" || (lex::normal(cell) == ['~'])
}

/// The days it is open, in words or as codes 1–7, `13Mo`.
fn read_days(plan: &mut Plan, days: &str) {
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
fn codes(text: &str) -> Option<(DayBits, Vec<Nth>)> {
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

/// The days it is closed.
fn read_closed(plan: &mut Plan, closed_days: &str) {
    match closed_days.trim() {
        "" => {}
        "なし" | "無し" | "無" | "無休" => plan.complete = true,
        text if is_dash(text) => {}
        text => {
            let times = plan.hull();
            read(plan, text, Cell::Closed);
            let new = |span: &Span| !times.iter().any(|old| old.from <= span.from && span.to <= old.to);
            if plan.hull().iter().any(new) {
                plan.doubt_all();
            }
        }
    }
}

/// A beginning and an end in two cells, perhaps per group of days.
fn read_times(plan: &mut Plan, opens: &str, closes: &str) {
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
fn per_days(cell: &str) -> Option<Vec<(DayBits, u16)>> {
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
fn fraction(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let part: f64 = cell.parse().ok()?;
    if !(0.0..=2.0).contains(&part) || !(cell.contains('.') || cell == "1") {
        return None;
    }
    let minutes = (part * 1440.0).round() as u16;
    Some(format!("{}:{:02}", minutes / 60, minutes % 60))
}

fn span(from: u16, to: u16) -> Span {
    Span { from, to: if to <= from { to + 1440 } else { to }, sure: true }
}

fn set(plan: &mut Plan, days: DayBits, span: Span) {
    if days == 0 {
        plan.add_base(span);
    } else {
        plan.set_times(days, span, false);
    }
}

/// One beginning and one end for days; whatever else the cells say is read as prose.
fn pair(plan: &mut Plan, opens: &str, closes: &str, days: DayBits) {
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::{Columns, read_columns, read_prose};
    use crate::hours::{Hours, ParseState};

    fn note(days: &str, note: &str) -> Hours {
        read_columns(&Columns { days, opens: "9:00", closes: "17:00", note, closed_days: "" })
    }

    fn canonical(hours: &Hours) -> &str {
        assert_eq!(hours.state, ParseState::Parsed, "{hours:?}");
        hours.canonical.as_deref().unwrap()
    }

    #[test]
    fn days_without_a_time_have_the_time_before_them() {
        let hours = read_prose("平日9時～17時、第2・4土曜、祝日・年末年始を除く");
        assert!(canonical(&hours).contains("Sa[2,4] 09:00-17:00"), "{hours:?}");
        assert!(canonical(&hours).contains("PH off"), "{hours:?}");
    }

    #[test]
    fn spoilt_signs_do_not_change_a_time() {
        assert_eq!(canonical(&read_prose("毎日 10 :00?18:00")), "Mo-Su 10:00-18:00");
        let hours = read_prose("毎日 ①9:00~12:00 ②13:00~16:00");
        assert_eq!(canonical(&hours), "Mo-Su 09:00-12:00,13:00-16:00");
    }

    #[test]
    fn days_in_brackets_before_their_times() {
        let hours = read_prose("(月・火)9:00~18:00(木)9:00~13:00");
        assert_eq!(canonical(&hours), "Mo,Tu 09:00-18:00, Th 09:00-13:00");
        let hours = read_prose("(昼)11:00~14:00 (夜)17:00~20:00 (定休日)水曜日");
        assert_eq!(canonical(&hours), "Mo,Tu,Th-Su 11:00-14:00,17:00-20:00");
    }

    #[test]
    fn a_time_of_a_part_leaves_only_the_difference_open() {
        let hours = note("月火水木金", "会計課は10:00～16:00");
        assert_eq!(hours.canonical.as_deref(), Some("Mo-Fr 09:00-17:00"));
        let doubt = hours.doubt.unwrap();
        assert!(doubt.contains("09:00-10:00") && doubt.contains("16:00-17:00"), "{doubt}");
        assert!(!doubt.contains("24/7"), "{doubt}");
    }

    #[test]
    fn beyond_the_hours_on_request_is_unknown_there_only() {
        let hours = note("月火水木金", "時間外利用可");
        assert_eq!(canonical(&hours), "Mo-Fr 09:00-17:00");
        assert!(hours.doubt.unwrap().contains("Mo-Su 17:00-24:00"));
    }

    #[test]
    fn a_season_alone_in_a_note_is_when_it_is_open() {
        assert_eq!(canonical(&note("月火水木金土日", "6/1～9/30のみ")), "Mo-Su 09:00-17:00; Oct 01-May 31 off");
    }

    #[test]
    fn a_saturday_of_the_month_opens() {
        assert_eq!(canonical(&note("月火水木金", "第1土は利用可。")), "Mo-Fr 09:00-17:00, Sa[1] 09:00-17:00");
    }

    #[test]
    fn an_afternoon_that_begins_later_keeps_its_morning() {
        let hours = note("月火水木金", "火曜日午後診療15:00から。");
        assert_eq!(canonical(&hours), "Mo,We-Fr 09:00-17:00, Tu 09:00-12:00,15:00-17:00");
        assert!(hours.doubt.unwrap().contains("Tu 12:00-15:00"));
    }

    #[test]
    fn weeks_with_a_holiday_leave_their_days_open() {
        let hours = note("月火水金", "祝日のある週の木曜日は9:00～17:00");
        assert_eq!(hours.canonical.as_deref(), Some("Mo-We,Fr 09:00-17:00"));
        let doubt = hours.doubt.unwrap();
        assert!(doubt.contains("PH Th") && doubt.contains("PH +3 day Th"), "{doubt}");
    }

    #[test]
    fn closed_only_in_some_weeks_is_not_closed() {
        let closed = |closed_days| read_columns(&Columns { note: "10:00~15:00", closed_days, ..Columns::default() });
        let hours = closed("火曜(月2回)");
        assert!(hours.canonical.as_deref().unwrap().starts_with("Mo-Su"), "{hours:?}");
        assert!(hours.doubt.unwrap().contains("Tu off"));
        assert_eq!(canonical(&closed("日曜・土曜午後")), "Mo-Fr 10:00-15:00, Sa 10:00-12:00");
        assert_eq!(canonical(&closed("年中無休(年末年始を除く)")), "Mo-Su 10:00-15:00; Dec 29-Jan 03 off");
    }

    #[test]
    fn a_gap_in_the_day_is_closed() {
        let hours = note("月火水木金", "12:00～13:30の間は利用不可");
        assert_eq!(canonical(&hours), "Mo-Fr 09:00-12:00,13:30-17:00");
        let hours = note("月火水木金", "水曜日は午前中まで。祝日は不可");
        assert_eq!(canonical(&hours), "Mo,Tu,Th,Fr 09:00-17:00, We 09:00-12:00; PH off");
    }

    #[test]
    fn an_end_told_as_closing() {
        assert_eq!(canonical(&note("月火水木金", "金曜日は15:00に閉館")), "Mo-Th 09:00-17:00, Fr 09:00-15:00");
    }

    #[test]
    fn a_condition_that_can_close_it_leaves_the_evening_closed() {
        let hours = note("月火水木金", "選挙やイベント時は開放不可、お盆休業期間は休み");
        assert_eq!(canonical(&hours), "Mo-Fr 09:00-17:00");
        assert!(hours.doubt.unwrap().contains("24/7 off"));
    }

    #[test]
    fn the_law_on_holidays_names_holidays() {
        let hours = note("月火水木金", "国民の祝日に関する法律に規定する休日は利用不可。");
        assert_eq!(canonical(&hours), "Mo-Fr 09:00-17:00; PH off");
    }
}
