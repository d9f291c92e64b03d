//! Seasons: records that exist only within stated windows.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::model::Record;

/// Where a moment stands against the windows of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// The record has no windows.
    Always,
    /// A window is on; its first instant that is over, if it ends.
    On(Option<NaiveDateTime>),
    /// No window is on: the last one that was (first and last instant), and the start of the next one.
    Off {
        /// The last window before the moment.
        last: Option<(Option<NaiveDateTime>, NaiveDateTime)>,
        /// When the next one begins.
        next: Option<NaiveDateTime>,
    },
}

impl Season {
    /// Whether the record exists at that moment.
    #[must_use]
    pub const fn is_on(self) -> bool {
        matches!(self, Self::Always | Self::On(_))
    }
}

/// The windows of a record at a moment. A date as an end counts as a whole day.
#[must_use]
pub fn season(record: &Record, now: NaiveDateTime) -> Season {
    let windows: Vec<(Option<NaiveDateTime>, Option<NaiveDateTime>)> = record
        .parts("window")
        .into_iter()
        .map(|id| {
            let instant = |end: &str, whole_day| {
                record.text(&format!("window/{id}/{end}")).and_then(|text| read_instant(text, whole_day))
            };
            (instant("from", false), instant("to", true))
        })
        .collect();
    if windows.is_empty() {
        return Season::Always;
    }
    let on = |window: &&(Option<NaiveDateTime>, Option<NaiveDateTime>)| {
        window.0.is_none_or(|from| from <= now) && window.1.is_none_or(|to| now < to)
    };
    if let Some((_, to)) = windows.iter().find(on) {
        return Season::On(*to);
    }
    Season::Off {
        last: windows
            .iter()
            .filter_map(|(from, to)| to.filter(|to| *to <= now).map(|to| (*from, to)))
            .max_by_key(|(_, to)| *to),
        next: windows.iter().filter_map(|(from, _)| from.filter(|from| *from > now)).min(),
    }
}

fn read_instant(text: &str, end_of_day: bool) -> Option<NaiveDateTime> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        let date = if end_of_day { date.succ_opt()? } else { date };
        return Some(date.and_time(NaiveTime::MIN));
    }
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").or_else(|_| text.parse()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seasonal_line_exists_within_its_window_only() {
        let mut record = Record::new("r");
        record.set("window/summer/from", "2026-08-01").set("window/summer/to", "2026-08-31");
        record.set("window/winter/from", "2026-12-28T17:00").set("window/winter/to", "2027-01-03T08:00");
        let at = |text: &str| season(&record, text.parse().unwrap());
        assert!(at("2026-08-31T23:59:00").is_on());
        assert!(!at("2026-09-01T00:00:00").is_on());
        assert!(at("2026-12-28T17:00:00").is_on());
        assert_eq!(
            at("2027-02-01T00:00:00"),
            Season::Off {
                last: Some(("2026-12-28T17:00:00".parse().ok(), "2027-01-03T08:00:00".parse().unwrap())),
                next: None
            }
        );
        assert_eq!(season(&Record::new("r"), "2026-08-31T23:59:00".parse().unwrap()), Season::Always);
    }
}
