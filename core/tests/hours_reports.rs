//! Cells of real imports that once gave a wrong answer, in words of our own: unknown is right, wrong is not.

#![allow(clippy::unwrap_used, missing_docs)]

use tsunagari_core::hours::{Columns, Holidays, Hours, Schedule, read_columns, read_weekend};
use tsunagari_core::model::OpenState;

fn at(hours: &Hours, instant: &str) -> Option<OpenState> {
    let holidays = Holidays::from_toml(include_str!("../national/holidays.toml")).unwrap();
    let canonical = hours.canonical.as_deref()?;
    Some(Schedule::compile(canonical, hours.doubt.as_deref(), &holidays).unwrap().at(instant.parse().unwrap()))
}

#[test]
fn a_note_on_two_days_does_not_close_the_others() {
    let hours =
        read_columns(&Columns {
            days: "月火水木金土", note: "水曜日、土曜日12：30まで。", ..Columns::default()
        });
    assert!(!at(&hours, "2026-11-30T10:00:00").is_some_and(|state| state.is_closed()), "{hours:?}");
}

#[test]
fn hours_before_a_bracket_are_not_dropped() {
    let hours = read_weekend("7：30～19：30（月水19：30～7：30,火木金19：30～20：30）", "休", "休");
    assert!(!at(&hours, "2026-12-01T10:30:00").is_some_and(|state| state.is_closed()), "{hours:?}");
}
