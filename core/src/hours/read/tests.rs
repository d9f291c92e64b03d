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
