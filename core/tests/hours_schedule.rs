//! What a compiled schedule answers at an instant: no end, doubt, years without a table, what it refuses.
#![allow(clippy::unwrap_used, missing_docs)]

use chrono::NaiveDateTime;
use tsunagari_core::hours::{Holidays, Schedule};
use tsunagari_core::model::{OpenState, Unknown};

fn holidays() -> Holidays {
    Holidays::from_toml(include_str!("../national/holidays.toml")).unwrap()
}

fn at(text: &str, now: &str) -> OpenState {
    let now: NaiveDateTime = format!("{now}:00").parse().unwrap();
    Schedule::compile(text, None, &holidays()).unwrap().at(now)
}

#[test]
fn a_whole_day_has_no_end() {
    assert_eq!(at("24/7", "2027-01-01T03:00"), OpenState::Open { until: None, always: true });
}

#[test]
fn holidays_of_a_year_nobody_knows_leave_the_answer_open() {
    let unknown = OpenState::Unknown { why: Unknown::HolidaysNotKnown };
    assert_eq!(at("Mo-Fr 09:00-17:00; PH off", "1970-01-05T10:00"), unknown);
    assert!(at("Mo-Fr 09:00-17:00", "1970-01-05T10:00").is_open());
}

#[test]
fn a_doubt_takes_back_what_it_can_change_and_no_more() {
    let ask = |canonical: &str, doubt: &str, now: &str| {
        let now: NaiveDateTime = format!("{now}:00").parse().unwrap();
        Schedule::compile(canonical, Some(doubt), &holidays()).unwrap().at(now)
    };
    let unknown = OpenState::Unknown { why: Unknown::PartlyUnderstood };
    assert_eq!(ask("Mo-Fr 09:00-17:00", "PH off", "2026-11-23T10:30"), unknown);
    assert!(ask("Mo-Fr 09:00-17:00", "PH off", "2026-11-23T18:00").is_closed());
    assert!(ask("Mo-Fr 09:00-17:00", "PH off", "2026-11-24T10:30").is_open());
    assert_eq!(ask("Mo-Su 18:00-30:00", "PH off", "2026-11-24T03:00"), unknown, "the holiday's night");
    assert!(ask("Mo-Su 18:00-30:00", "PH off", "2026-11-23T03:00").is_open(), "the night before");
    assert_eq!(ask("Mo-Fr 09:00-17:00", "Sa 09:00-12:00", "2026-11-28T10:30"), unknown);
    assert_eq!(ask("Mo-Fr 09:00-17:00", "24/7", "2026-11-28T03:00"), unknown);
    assert_eq!(
        ask("Mo-Fr 09:00-17:00", "Fr 15:00-17:00 off", "2026-11-27T10:30"),
        OpenState::Open { until: None, always: false },
        "it may close at 15:00, or at 17:00"
    );
}

#[test]
fn a_holiday_and_a_weekday_joined_by_a_space_must_come_together() {
    // Monday 23 November 2026 and Tuesday 3 November 2026 are holidays.
    let moved = "Tu-Su 09:00-17:00; PH Mo 09:00-17:00; PH +1 day Tu off";
    assert!(at(moved, "2026-11-23T10:30").is_open());
    assert!(at(moved, "2026-11-24T10:30").is_closed());
    assert!(at(moved, "2026-11-25T10:30").is_open());
    assert!(at(moved, "2026-11-16T10:30").is_closed());
    assert!(at(moved, "2026-11-04T10:30").is_open(), "the day after a holiday Tuesday is no Tuesday");
    assert!(at("PH,Sa 09:00-17:00", "2026-11-28T10:30").is_open());
    assert!(at("PH,Sa 09:00-17:00", "2026-11-23T10:30").is_open());
    assert!(at("Sa,PH 09:00-17:00", "2026-11-23T10:30").is_open());
    assert!(at("Mo-Su 09:00-17:00; PH -1 day Su off", "2026-11-22T10:30").is_closed());
    assert!(at("Mo-Su 09:00-17:00; PH -1 day Su off", "2026-11-29T10:30").is_open());
}

#[test]
fn openings_are_listed_in_order() {
    let schedule = Schedule::compile("Sa[2] 13:30-15:30", None, &holidays()).unwrap();
    let listed = schedule.openings("2026-11-22T00:00:00".parse().unwrap(), 2);
    let want: Vec<(NaiveDateTime, NaiveDateTime)> =
        [("2026-12-12T13:30:00", "2026-12-12T15:30:00"), ("2027-01-09T13:30:00", "2027-01-09T15:30:00")]
            .map(|(from, to)| (from.parse().unwrap(), to.parse().unwrap()))
            .to_vec();
    assert_eq!(listed, want);
}

#[test]
fn what_cannot_be_answered_is_refused_with_a_reason() {
    for text in ["Mo-Fr 9時から", "SH 09:00-12:00", "sunrise-sunset", "10:00-16:00/01:30", &"Mo ".repeat(1000)] {
        assert!(Schedule::compile(text, None, &holidays()).is_err(), "{text}");
    }
}
