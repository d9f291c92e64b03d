//! Cells of real imports that once gave a wrong answer, in words of our own: unknown is right, wrong is not.

#![allow(clippy::unwrap_used, missing_docs)]

use tsunagari_core::hours::{Columns, Holidays, Hours, Schedule, read_columns, read_prose, read_weekend};
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

/// Letters for the six instants of docs/hours-labels.md.
fn six(hours: &Hours) -> String {
    let days = ["2026-11-24T10:30", "2026-12-12T14:30", "2026-12-13T11:00", "2026-11-23T10:30", "2027-01-02T11:00"];
    let letter = |state: Option<OpenState>| match state {
        Some(OpenState::Open { .. }) => 'o',
        Some(OpenState::Closed { .. }) => 'c',
        Some(OpenState::Unknown { .. }) | None => '?',
    };
    days.iter().chain(&["2026-12-16T20:15"]).map(|now| letter(at(hours, &format!("{now}:00")))).collect()
}

#[test]
fn what_may_be_open_on_a_closed_day_is_not_closed() {
    for (closed, want) in [("日曜（繁忙期は営業）", "?????c"), ("土曜・日曜・祝日（営業する可能性あり）", "?????c")]
    {
        let hours = read_columns(&Columns { note: "9:00～17:00", closed_days: closed, ..Columns::default() });
        assert_eq!(six(&hours), want, "{hours:?}");
    }
}

#[test]
fn a_closing_under_a_condition_closes_nothing_for_sure() {
    let hours = read_columns(&Columns {
        note: "9:00～17:00",
        closed_days: "12/1～2月末は予約がない場合は休業",
        ..Columns::default()
    });
    assert_eq!(six(&hours), "?????c", "{hours:?}");
    let hours = read_columns(&Columns {
        note: "9:00～17:00",
        closed_days: "第1・3月曜、月に1回火曜休み",
        ..Columns::default()
    });
    assert!(!at(&hours, "2026-12-07T10:00:00").is_some_and(|state| state.is_open()), "{hours:?}");
}

#[test]
fn the_next_weekday_is_no_sunday() {
    let hours = read_columns(&Columns {
        note: "11:00～17:00",
        closed_days: "月曜日（月曜日が祝日の場合は翌火曜日が休み）",
        ..Columns::default()
    });
    assert_eq!(six(&hours), "cooc?c", "{hours:?}");
}

#[test]
fn a_season_of_one_part_does_not_shorten_the_place() {
    let note = "会議室は9:00～21:00、競技場は11月～2月は17:00まで";
    let hours =
        read_columns(&Columns { days: "月火水木金土日", opens: "9:00", closes: "21:00", note, closed_days: "" });
    assert_eq!(six(&hours), "ooo???", "{hours:?}");
}

#[test]
fn another_way_to_reach_it_may_be_open_on_other_days() {
    let hours = read_prose("電話は平日9:00～17:00、メールは24時間");
    assert!(!at(&hours, "2026-12-12T14:30:00").is_some_and(|state| state.is_closed()), "{hours:?}");
    let hours = read_prose("電話 平日12:00～17:00、チャット 毎日17:00～22:00");
    assert_eq!(six(&hours), "ccccco", "{hours:?}");
    assert!(at(&hours, "2026-12-12T18:00:00").is_some_and(|state| state.is_open()), "{hours:?}");
}
