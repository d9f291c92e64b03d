//! Hands stated hours to the reader of hours and writes the answer into a channel.

use crate::hours::{
    Columns, Hours, ParseState, read_after_school, read_columns, read_day_kinds, read_prose, read_week, read_weekend,
};
use crate::model::Record;

use super::timetable::Stated;

/// Writes the hours of a channel.
pub(super) fn fill(record: &mut Record, channel: &str, stated: &Stated) {
    let hours = read(stated);
    if hours.state == ParseState::Absent {
        return;
    }
    let key = |field: &str| format!("ch/{channel}/{field}");
    record.set(key("hours_raw"), stated.raw()).set(key("hours_state"), hours.state.as_str());
    // A publisher says so, and nobody asked the place.
    record.set(key("hours_conf"), "medium");
    record.set(key("hours"), hours.canonical.unwrap_or_default());
    record.set(key("hours_doubt"), hours.doubt.unwrap_or_default());
}

fn read(stated: &Stated) -> Hours {
    match stated {
        Stated::Prose(text) => read_prose(text),
        Stated::Columns { days, opens, closes, note, closed_days } => {
            read_columns(&Columns { days, opens, closes, note, closed_days })
        }
        Stated::Week { pairs, note } => {
            let mut week = [("", ""); 7];
            for (day, (opens, closes)) in week.iter_mut().zip(pairs) {
                *day = (opens.as_str(), closes.as_str());
            }
            read_week(&week, note)
        }
        Stated::DayKinds { pairs: [weekday, saturday, school], note } => {
            read_day_kinds(pair(weekday), pair(saturday), pair(school), note)
        }
        Stated::Weekend([weekday, saturday, sunday]) => read_weekend(weekday, saturday, sunday),
        Stated::AfterSchool([days, ordinary, extra, vacation]) => read_after_school(days, ordinary, extra, vacation),
    }
}

fn pair((opens, closes): &(String, String)) -> (&str, &str) {
    (opens, closes)
}
