//! Writes what was read as an `opening_hours` string and the times in doubt.

use super::lex::{ALL_WEEK, DayBits, HOLIDAY, MonthDay};
use super::plan::{Moves, PH, Plan, Span};
use crate::hours::{Hours, ParseState};

const WEEK: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MONTH_ENDS: &str = "Jan 31,Mar 31,Apr 30,May 31,Jun 30,Jul 31,Aug 31,Sep 30,Oct 31,Nov 30,Dec 31";

/// `Mo-Fr`, `Mo,We`.
pub(super) fn days(bits: DayBits) -> String {
    let mut parts = Vec::new();
    let mut day = 0;
    while day < 7 {
        let run = (day..7).take_while(|d| bits & (1 << d) != 0).count();
        match (WEEK.get(day), WEEK.get(day + run.saturating_sub(1))) {
            (Some(from), Some(to)) if run > 2 => parts.push(format!("{from}-{to}")),
            (Some(from), Some(to)) if run == 2 => parts.push(format!("{from},{to}")),
            (Some(from), _) if run == 1 => parts.push((*from).to_owned()),
            _ => {}
        }
        day += run.max(1);
    }
    parts.join(",")
}

/// `Mo 09:00-17:00`; the whole of the days where the time is not one that begins on them.
pub(super) fn on(days: &str, span: Span) -> String {
    if span.from >= span.to || span.from >= 1440 || span.to > 2880 {
        return days.to_owned();
    }
    format!("{days} {}-{}", time(span.from), time(span.to))
}

fn time(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// `09:00-12:00,13:00-17:00`, joined where they touch.
fn times(spans: &[Span], sure: bool) -> String {
    let mut spans: Vec<Span> = spans.iter().copied().filter(|s| s.sure == sure && s.from < s.to.min(1440)).collect();
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from <= last.to => last.to = last.to.max(span.to),
            _ => joined.push(span),
        }
    }
    joined.iter().map(|s| format!("{}-{}", time(s.from), time(s.to.min(48 * 60)))).collect::<Vec<_>>().join(",")
}

/// `Dec 29-Jan 03`.
pub(super) fn dates(from: MonthDay, to: MonthDay) -> String {
    let month = |m: u8| MONTHS.get(usize::from(m).saturating_sub(1)).copied().unwrap_or("Jan");
    let last = if to.1 == 31 && [4, 6, 9, 11].contains(&to.0) {
        30
    } else if to.0 == 2 {
        to.1.min(29)
    } else {
        to.1
    };
    if from == to {
        return format!("{} {:02}", month(from.0), from.1);
    }
    format!("{} {:02}-{} {last:02}", month(from.0), from.1, month(to.0))
}

/// The day before and the day after, on a calendar with a leap day.
fn beside(day: MonthDay, next: bool) -> MonthDay {
    let length = |m: u8| match m {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    match (day, next) {
        ((12, d), true) if d >= 31 => (1, 1),
        ((m, d), true) if d >= length(m) => (m + 1, 1),
        ((m, d), true) => (m, d + 1),
        ((1, 1), false) => (12, 31),
        ((m, 1), false) => (m - 1, length(m - 1)),
        ((m, d), false) => (m, d - 1),
    }
}

/// Finishes a reading.
pub(super) fn finish(mut plan: Plan, raw: &str) -> Hours {
    let raw = raw.to_owned();
    plan.base_from_seasons();
    if !plan.has_times() {
        let state = if raw.trim().is_empty() { ParseState::Absent } else { ParseState::Unparsed };
        return Hours { canonical: None, state, raw, doubt: None };
    }
    if plan.hull().iter().any(|span| span.from >= 1440) {
        plan.doubt_all();
    }
    plan.compare_beside();
    plan.settle_seasons();
    let mut rules: Vec<(&str, String)> = Vec::new();
    weekly(&plan, &mut rules);
    seasons(&plan, &days(plan.open_days()), &mut rules);
    for (day, nths, spans) in &plan.nth_times {
        push_times(&mut rules, ", ", &nth(*day, nths), spans);
    }
    for (day, nths) in &plan.nth_open {
        push_times(&mut rules, ", ", &nth(*day, nths), &plan.times(usize::from(*day)));
    }
    for (day, spans) in &plan.month_days {
        push_times(&mut rules, ", ", &day_of_every_month(*day), spans);
    }
    for (day, nths) in &plan.nth_closed {
        rules.push(("; ", format!("{} off", nth(*day, nths))));
    }
    holidays(&mut plan, &mut rules);
    moved(&mut plan, &mut rules);
    for (from, to) in &plan.dates_closed {
        rules.push(("; ", format!("{} off", if *to == (0, 0) { MONTH_ENDS.to_owned() } else { dates(*from, *to) })));
        if *to == (0, 0) {
            plan.doubts.push("Feb 28-Feb 29 off".to_owned());
        }
    }
    if let Some((from, to)) = plan.only_within {
        rules.push(("; ", format!("{} off", dates(beside(to, true), beside(from, false)))));
    }
    if !plan.new_year_settled {
        plan.doubts.push("Dec 28-Jan 04 off".to_owned());
    }
    if !plan.knows_days() {
        plan.doubts.push("24/7 off".to_owned());
    }
    if plan.unclear_days {
        plan.partial = true;
        let hull = plan.hull();
        plan.doubts.push(format!("Mo-Su {}", times(&as_sure(&hull), true)));
    }
    let open = plan.open_days();
    let maybe = std::mem::take(&mut plan.maybe).into_iter().filter(|(_, span)| span.from < span.to.min(1440));
    for (days_of, span) in maybe {
        let bits = if days_of == 0 { open } else { days_of & ALL_WEEK };
        plan.doubts.push(format!("{} {}", days(bits), times(&as_sure(&[span]), true)));
    }
    let mut canonical = String::new();
    for (joint, rule) in &rules {
        canonical.push_str(if canonical.is_empty() { "" } else { joint });
        canonical.push_str(rule);
    }
    if canonical.is_empty() {
        return Hours { canonical: None, state: ParseState::Unparsed, raw, doubt: None };
    }
    if canonical == "Mo-Su 00:00-24:00" {
        canonical = "24/7".to_owned();
    }
    let state = if plan.partial { ParseState::Partial } else { ParseState::Parsed };
    Hours { canonical: Some(canonical), state, raw, doubt: doubt(&plan) }
}

fn doubt(plan: &Plan) -> Option<String> {
    let hull = times(&as_sure(&plan.hull()), true);
    let mut doubts: Vec<String> = Vec::new();
    for doubt in &plan.doubts {
        // A holiday in doubt is in doubt within the hours of some day.
        let doubt =
            if doubt.starts_with("PH ") && doubt.ends_with(' ') { format!("{doubt}{hull}") } else { doubt.clone() };
        if !doubt.trim().is_empty() && !doubts.contains(&doubt) {
            doubts.push(doubt);
        }
    }
    if doubts.iter().any(|doubt| doubt == "24/7") {
        return Some("24/7".to_owned());
    }
    (!doubts.is_empty()).then(|| doubts.join("; "))
}

fn as_sure(spans: &[Span]) -> Vec<Span> {
    spans.iter().map(|span| Span { sure: true, ..*span }).collect()
}

fn weekly(plan: &Plan, rules: &mut Vec<(&str, String)>) {
    let mut left = plan.open_days();
    while left != 0 {
        let first = left.trailing_zeros() as usize;
        let spans = plan.times(first);
        let same = (0..7)
            .filter(|day| left & (1 << day) != 0 && plan.times(*day) == spans)
            .fold(0, |bits, day| bits | 1 << day);
        left &= !same;
        push_times(rules, ", ", &days(same), &spans);
    }
}

/// The hours of the seasons on these days, in place of those before.
fn seasons(plan: &Plan, on: &str, rules: &mut Vec<(&str, String)>) {
    for season in &plan.settled {
        push_times(rules, "; ", &format!("{} {on}", season.dates), &season.spans);
    }
}

fn push_times(rules: &mut Vec<(&str, String)>, joint: &'static str, on: &str, spans: &[Span]) {
    let (sure, unsure) = (times(spans, true), times(spans, false));
    if !unsure.is_empty() {
        rules.push((joint, format!("{on} {unsure} unknown")));
    }
    if !sure.is_empty() {
        rules.push((if unsure.is_empty() { joint } else { ", " }, format!("{on} {sure}")));
    }
}

/// `Sa[2,4]`.
pub(super) fn nth(day: u8, nths: &[i8]) -> String {
    let list: Vec<String> = nths.iter().map(i8::to_string).collect();
    format!("{}[{}]", WEEK.get(usize::from(day)).copied().unwrap_or("Mo"), list.join(","))
}

fn day_of_every_month(day: u8) -> String {
    let fits = |month: u8| {
        day <= if month == 2 {
            29
        } else if [4, 6, 9, 11].contains(&month) {
            30
        } else {
            31
        }
    };
    (1..=12).filter(|month| fits(*month)).map(|month| dates((month, day), (month, day))).collect::<Vec<_>>().join(",")
}

/// What is said of public holidays.
fn holidays(plan: &mut Plan, rules: &mut Vec<(&str, String)>) {
    let listed = plan.listed.is_some_and(|listed| listed & HOLIDAY != 0);
    if plan.closed & HOLIDAY != 0 {
        rules.push(("; ", "PH off".to_owned()));
    } else if plan.own.get(PH).is_some_and(Option::is_some) || listed {
        let spans = plan.holiday_times();
        let moved = plan.moves.iter().fold(0, |bits, (days, _)| bits | days);
        if spans.is_empty() {
            plan.doubts.push("PH ".to_owned());
        } else {
            push_times(rules, "; ", "PH", &spans);
            seasons(plan, "PH", rules);
        }
        let nth = plan.nth_closed.iter().fold(0, |bits, (day, _)| bits | 1 << day);
        let many = plan.listed.is_some_and(|listed| (listed & ALL_WEEK).count_ones() >= 5);
        let unlisted = if plan.holiday_changed || many { ALL_WEEK & !plan.listed.unwrap_or(ALL_WEEK) } else { 0 };
        plan.doubt_holiday_on(((plan.closed & ALL_WEEK) | nth | unlisted) & !moved);
    } else if plan.strict {
        rules.push(("; ", format!("PH {} off", days(plan.strict_days()))));
        plan.doubts.push("PH off".to_owned());
    } else if !plan.complete {
        plan.doubts.push("PH off".to_owned());
    }
}

/// Closed weekdays that move when they are holidays.
fn moved(plan: &mut Plan, rules: &mut Vec<(&str, String)>) {
    for (bits, moves) in plan.moves.clone() {
        let spans = plan.holiday_times();
        for day in (0..7).filter(|day| bits & (1 << day) != 0) {
            let name = |ahead: usize| WEEK.get((day + ahead) % 7).copied().unwrap_or("Mo");
            if moves == Moves::OtherDay {
                plan.doubts.push(format!("PH {} ", name(0)));
                for ahead in 1..7 {
                    plan.doubts.push(format!("PH +{ahead} day {} off", name(ahead)));
                    plan.doubts.push(format!("PH -{ahead} day {} off", name(7 - ahead)));
                }
                continue;
            }
            if spans.is_empty() {
                plan.doubts.push(format!("PH {} ", name(0)));
            } else {
                push_times(rules, "; ", &format!("PH {}", name(0)), &spans);
                seasons(plan, &format!("PH {}", name(0)), rules);
            }
            if moves == Moves::NextDay {
                rules.push(("; ", format!("PH +1 day {} off", name(1))));
                // Holidays in a row push the closed day on, or not: nobody says.
                plan.doubts.push(format!("PH {} ", name(1)));
                plan.doubts.push(format!("PH +1 day {} off", name(2)));
                plan.doubts.push(format!("PH +2 day {} off", name(3)));
            }
        }
    }
}
