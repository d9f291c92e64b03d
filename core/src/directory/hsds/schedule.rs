//! Opening hours of schedule rows: read where they are certain, otherwise shown as published.

use super::Rule;
use super::osm_days::{self, DAYS, Day, Span};
use super::row::Row;
use super::time_of_day::{self, Time};
use super::{clean, country::Country};
use crate::hours::{Hours as Read, ParseState, read_prose};

/// Japan's clock, in minutes from UTC.
const JAPAN: i16 = 9 * 60;
/// All times.
const ALWAYS: &str = "24/7";

/// Fields in which a row says when.
const STATED: [&str; 14] = [
    "byday",
    "bymonthday",
    "byweekno",
    "byyearday",
    "closes_at",
    "count",
    "dtstart",
    "freq",
    "interval",
    "opens_at",
    "until",
    "valid_from",
    "valid_to",
    "weekday",
];

/// What the rows say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hours {
    pub(super) canonical: Option<String>,
    pub(super) state: ParseState,
    pub(super) doubt: Option<String>,
    pub(super) raw: String,
    /// The clock is Japan's.
    pub(super) here: bool,
}

/// What one row says.
enum Line {
    Open(Vec<Day>, Span),
    /// Days without stated times.
    Silent(Vec<Day>),
    /// Something that was not read, on these days or on any.
    Unread(Option<Vec<Day>>),
}

/// Reads rows of one channel. `own` rows were written by our export: their description is the text as published.
pub(super) fn read(
    rows: &[&Row],
    own: bool,
    country: Country,
    today: Option<&str>,
    mut note: impl FnMut(Rule, &Row, &'static str),
) -> Hours {
    let mut rules = Vec::new();
    let mut doubts: Vec<Day> = Vec::new();
    let mut always_in_doubt = false;
    let mut unread = false;
    let mut raw: Vec<String> = Vec::new();
    let mut here = country == Country::Japan;
    for row in rows {
        let text = published(row, |rule| note(rule, row, "description"));
        if !text.is_empty() && !raw.contains(&text) {
            raw.push(text);
        }
        if let Some(offset) = clock(row, &mut note) {
            here = offset == JAPAN;
        }
        match line(row, &mut note) {
            Line::Open(days, span) => {
                if time_remark(row) {
                    note(Rule::TimeRemark, row, "closes_at");
                    doubts.extend(&days);
                }
                rules.push(osm_days::Rule { days, spans: vec![span] });
            }
            Line::Silent(days) => doubts.extend(days),
            Line::Unread(Some(days)) => {
                unread = true;
                doubts.extend(days);
            }
            Line::Unread(None) => (unread, always_in_doubt) = (true, true),
        }
        if !own && (!row.get("description").is_empty() || !row.get("notes").is_empty()) {
            note(Rule::HolidaysInProse, row, "description");
            always_in_doubt = true;
        }
        let begun = today.is_some_and(|today| row.get("dtstart") <= today);
        if ["valid_from", "valid_to", "until", "count"].iter().any(|field| !row.get(field).is_empty())
            || (!row.get("dtstart").is_empty() && !begun)
        {
            note(Rule::Validity, row, "valid_from");
            always_in_doubt = true;
        }
    }
    if !here
        && !rules.is_empty()
        && let Some(row) = rows.first()
    {
        note(Rule::OtherClock, row, "timezone");
    }
    doubts.sort_by_key(|day| (day.nth != 0, day.day, day.nth));
    doubts.dedup();
    let canonical = osm_days::write(&rules);
    let raw = raw.join("\n");
    // Rows of nothing but words may say the hours in them. Words of another language are shown as they are.
    if !own
        && is_japanese(&raw)
        && rows.iter().all(|row| STATED.iter().all(|field| row.get(field).is_empty()))
        && let Some(row) = rows.first()
    {
        let read = read_prose(&raw);
        if read.canonical.is_some() {
            note(Rule::HoursInProse, row, "description");
            let Read { canonical, state, doubt, .. } = read;
            return Hours { canonical, state, doubt, raw, here };
        }
    }
    let state = match &canonical {
        None if unread || always_in_doubt || !raw.is_empty() => ParseState::Unparsed,
        None => ParseState::Absent,
        Some(_) if doubts.is_empty() && !always_in_doubt => ParseState::Parsed,
        Some(_) => ParseState::Partial,
    };
    let doubt = match state {
        ParseState::Partial if always_in_doubt => Some(ALWAYS.to_owned()),
        ParseState::Partial => Some(osm_days::days_text(&doubts)),
        _ => None,
    };
    Hours { canonical, state, doubt, raw, here }
}

/// Whether a text has kana or kanji.
fn is_japanese(text: &str) -> bool {
    text.chars().any(|c| ('ぁ'..='ヿ').contains(&c) || ('一'..='鿿').contains(&c))
}

fn line(row: &Row, note: &mut impl FnMut(Rule, &Row, &'static str)) -> Line {
    let days = days(row);
    let (opens, closes) = (time_of_day::read(row.get("opens_at")), time_of_day::read(row.get("closes_at")));
    for (time, field) in [(&opens, "opens_at"), (&closes, "closes_at")] {
        match time {
            Time::At { standard: false, .. } => note(Rule::TimeNotStandard, row, field),
            Time::Unclear => note(Rule::TimeUnclear, row, field),
            Time::At { .. } | Time::Absent => {}
        }
    }
    let get = |field| row.get(field).trim();
    let weekly = get("freq").eq_ignore_ascii_case("weekly");
    let numbered = get("byday").contains(|c: char| c.is_ascii_digit());
    let by_date = !get("bymonthday").is_empty() || !get("byyearday").is_empty();
    if (weekly && (by_date || numbered)) || (by_date && !get("byweekno").is_empty()) {
        note(Rule::RecurrenceNonsense, row, "freq");
        return Line::Unread(None);
    }
    let not_modelled = by_date || !get("byweekno").is_empty() || !matches!(get("interval"), "" | "1" | "1.0");
    let one_day = get("freq").is_empty() && get("weekday").is_empty() && !get("dtstart").is_empty();
    let Some(days) = days.filter(|_| !not_modelled && !one_day && (weekly || numbered || get("freq").is_empty()))
    else {
        if !get("opens_at").is_empty() || !get("freq").is_empty() || !get("byday").is_empty() {
            note(Rule::RecurrenceNotModelled, row, "freq");
            return Line::Unread(None);
        }
        return if get("description").is_empty() { Line::Silent(Vec::new()) } else { Line::Unread(None) };
    };
    match (opens, closes) {
        (Time::Absent, Time::Absent) => Line::Silent(days),
        (Time::At { minutes: opens, .. }, Time::At { minutes: closes, .. }) if opens < closes => {
            if (opens, closes) == (0, 1439) {
                note(Rule::AllDay, row, "closes_at");
                return Line::Open(days, (0, 1440));
            }
            Line::Open(days, (opens, closes))
        }
        (Time::At { .. }, Time::At { .. }) => {
            note(Rule::PastMidnight, row, "closes_at");
            Line::Unread(Some(with_next(days)))
        }
        _ => Line::Unread(Some(days)),
    }
}

/// Days, and those after them: what was not read may last into the next morning.
fn with_next(days: Vec<Day>) -> Vec<Day> {
    let next: Vec<Day> = days.iter().map(|day| Day { nth: 0, day: (day.day + 1) % 7 }).collect();
    days.into_iter().chain(next).collect()
}

fn time_remark(row: &Row) -> bool {
    ["opens_at", "closes_at"]
        .iter()
        .any(|field| matches!(time_of_day::read(row.get(field)), Time::At { remark: true, .. }))
}

/// The offset from UTC, where the row states one.
fn clock(row: &Row, note: &mut impl FnMut(Rule, &Row, &'static str)) -> Option<i16> {
    let timezone = row.get("timezone").trim();
    let number = timezone.parse::<i16>().ok().filter(|hours| hours.abs() <= 14).map(|hours| hours * 60);
    if number.is_some() {
        note(Rule::TimezoneNumber, row, "timezone");
    }
    match time_of_day::read(row.get("opens_at")) {
        Time::At { offset: Some(offset), .. } => Some(offset),
        Time::At { offset: None, .. } => {
            note(Rule::TimeNoOffset, row, "opens_at");
            number
        }
        Time::Absent | Time::Unclear => number,
    }
}

/// The days of a row: `byday` of HSDS 2 and 3, `weekday` of the older ones.
fn days(row: &Row) -> Option<Vec<Day>> {
    let byday = row.get("byday").trim();
    if !byday.is_empty() {
        return byday.split(',').map(|part| by_day(part.trim())).collect();
    }
    let weekday = row.get("weekday").trim().to_ascii_lowercase();
    let names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let fits = |name: &str| {
        weekday == *name
            || (weekday.len() >= 2 && weekday.len() <= 5 && name.starts_with(weekday.trim_end_matches('.')))
    };
    let day = names.iter().position(|name| fits(name)).filter(|_| weekday.len() >= 2)?;
    Some(vec![Day { nth: 0, day }])
}

fn by_day(part: &str) -> Option<Day> {
    let (nth, name) = part.split_at_checked(part.len().checked_sub(2)?)?;
    let day = DAYS.iter().position(|day| day.eq_ignore_ascii_case(name))?;
    let nth = if nth.is_empty() {
        0
    } else {
        nth.trim_start_matches('+').parse().ok().filter(|nth| matches!(nth, 1..=5 | -1))?
    };
    Some(Day { nth, day })
}

/// What was published, as people may read it.
fn published(row: &Row, note: impl FnMut(Rule)) -> String {
    let words = [row.get("description"), row.get("original_text"), row.get("notes")];
    let words: Vec<&str> = words.into_iter().filter(|text| !text.trim().is_empty()).collect();
    if !words.is_empty() {
        return clean::text(&words.join("\n"), note);
    }
    let (opens, closes) = (row.get("opens_at").trim(), row.get("closes_at").trim());
    if opens.is_empty() && closes.is_empty() {
        return String::new();
    }
    let days = [row.get("weekday"), row.get("freq"), row.get("byday")].map(str::trim).join(" ");
    format!("{} {opens}–{closes}", days.split_whitespace().collect::<Vec<_>>().join(" ")).trim().to_owned()
}
