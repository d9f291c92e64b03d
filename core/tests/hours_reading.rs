//! Shapes of stated hours that the data is known to hold, one row each: text, canonical, times in doubt.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tsunagari_core::hours::{
    Columns, Holidays, Hours, ParseState, Schedule, read_after_school, read_columns, read_day_kinds, read_prose,
    read_week, read_weekend,
};

fn line(hours: &Hours) -> String {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    format!("{} | {} | {}", hours.state, text(&hours.canonical), text(&hours.doubt)).trim_end().to_owned()
}

fn check(rows: &str, read: impl Fn(&str) -> Hours) {
    let mut wrong = Vec::new();
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let (text, want) = row.split_once(" => ").unwrap();
        let got = line(&read(text));
        if got != want {
            wrong.push(format!("{text} => {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn free_text_is_read() {
    check(include_str!("hours_reading_prose.txt"), read_prose);
}

#[test]
fn columns_are_read() {
    check(include_str!("hours_reading_columns.txt"), |row| {
        let cell: Vec<&str> = row.split('¦').map(str::trim).collect();
        let [days, opens, closes, note, closed_days] = cell.as_slice() else { panic!("five cells: {row}") };
        read_columns(&Columns { days, opens, closes, note, closed_days })
    });
}

#[test]
fn seven_columns_begin_on_sunday() {
    let day = ("9:00", "17:00");
    let closed = ("-", "－");
    let hours = read_week(&[closed, day, day, ("10:00", "12:00"), day, day, closed], "祝日は不可");
    assert_eq!(line(&hours), "parsed | Mo,Tu,Th,Fr 09:00-17:00, We 10:00-12:00; PH off | Dec 28-Jan 04 off");
    assert_eq!(read_week(&[closed; 7], "").state, ParseState::Unparsed);
}

#[test]
fn holidays_of_schools_are_in_no_calendar() {
    let hours = read_day_kinds(("14:00", "18:00"), ("", ""), ("9:30", "16:00"), "");
    assert_eq!(hours.canonical.as_deref(), Some("Mo-Fr 14:00-18:00"));
    let doubt = hours.doubt.unwrap();
    assert!(doubt.contains("Mo-Fr,Su 09:30-16:00") && doubt.contains("Sa 09:30-16:00"), "{doubt}");
}

#[test]
fn three_cells_for_the_week_and_its_end() {
    let hours = read_weekend("7:30～18:30（18:30～19:00）", "7:30～12:30", "休");
    assert_eq!(hours.canonical.as_deref(), Some("Mo-Fr 07:30-18:30, Sa 07:30-12:30"));
    assert!(hours.doubt.unwrap().contains("Mo-Fr 18:30-19:00"));
}

#[test]
fn after_school_begins_when_school_ends() {
    let hours = read_after_school("月～土曜日", "放課後～18:30 土曜日 8:30～18:30", "18:30～19:00", "8:30～18:30");
    assert_eq!(hours.canonical.as_deref(), Some("Mo-Fr 12:00-18:30 unknown, Sa 08:30-18:30"));
}

#[test]
fn an_empty_cell_states_nothing_and_a_novel_is_not_read() {
    assert_eq!(read_prose("  ").state, ParseState::Absent);
    assert_eq!(read_prose(&"平日9:00～17:00 ".repeat(200)).state, ParseState::Unparsed);
    assert_eq!(read_prose("窓口により異なります").state, ParseState::Unparsed);
}

#[test]
fn whatever_a_cell_holds_the_reader_and_the_schedule_stand_it() {
    let holidays = Holidays::from_toml(include_str!("../national/holidays.toml")).unwrap();
    let pieces = [
        "平日",
        "月",
        "土日祝",
        "第2・4土曜",
        "毎月10日",
        "9:00",
        "17時半",
        "～",
        "から",
        "まで",
        "午後",
        "翌5:30",
        "休み",
        "除く",
        "定休日:",
        "年末年始",
        "12/29～1/3",
        "(",
        ")",
        "、",
        "※",
        "祝日の場合は翌日",
        "24時間",
        "のみ",
        "隔週",
        "日の出",
        "受付",
        "不定休",
        "延長保育",
        "6月～8月",
        "開設期間は",
        "昼休み",
        "も",
        "お盆",
        "は",
        "窓口",
        "0.375",
        "99:99",
        "月1回",
        "31/31",
        "第9日曜",
        "翌翌",
        "半",
    ];
    let cell = prop_oneof![
        3 => prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12).prop_map(|p| p.concat()),
        1 => any::<String>(),
    ];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    let config = Config { cases: 1500, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, rng)
        .run(&(cell.clone(), cell.clone(), cell), |(a, b, c)| {
            let readings = [
                read_prose(&a),
                read_columns(&Columns { days: &a, opens: &b, closes: &c, note: &a, closed_days: &b }),
                read_columns(&Columns { note: &a, closed_days: &b, ..Columns::default() }),
                read_columns(&Columns {
                    days: "月火水木金",
                    opens: "9:00",
                    closes: "17:00",
                    note: &a,
                    closed_days: &c,
                }),
                read_weekend(&a, &b, &c),
                read_after_school(&a, &b, &c, &a),
                read_day_kinds((&a, &b), (&c, &a), (&b, &c), &a),
            ];
            for hours in readings {
                let doubt = hours.doubt.as_deref();
                if let Some(canonical) = &hours.canonical {
                    let compiled = Schedule::compile(canonical, doubt, &holidays);
                    prop_assert!(compiled.is_ok(), "{canonical} | {doubt:?}: {}", compiled.unwrap_err());
                }
            }
            Ok(())
        })
        .unwrap();
}
