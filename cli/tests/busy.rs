//! A line that does not answer: there is always something next, from sure numbers only, and stopping is one of it.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::fs;

use serde_json::Value;
use support::{Run, code, err, golden, out};

fn json(run: &Run, args: &[&str]) -> Value {
    let output = run.command(&[args, &["--json"]].concat()).output().unwrap();
    assert_eq!(code(&output), 0, "{}", err(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn by_day_by_night_and_on_a_holiday() {
    let run = Run::new();
    for (name, args) in [
        ("busy-day.txt", ["busy", "jp.yorisoi", "--now", "2026-11-24T14:00"]),
        ("busy-night.txt", ["busy", "jp.yorisoi", "--now", "2026-11-24T02:00"]),
        ("busy-holiday.txt", ["busy", "jp.inochi-free", "--now", "2026-11-23T10:00"]),
    ] {
        let output = run.run(&args);
        assert_eq!(code(&output), 0, "{}", err(&output));
        golden(name, &out(&output));
    }
}

#[test]
fn no_line_leads_to_nothing() {
    let run = Run::new();
    let lines = json(&run, &["lines", "--now", support::NIGHT]);
    let ids: Vec<&str> = lines.as_array().unwrap().iter().map(|line| line["record"]["id"].as_str().unwrap()).collect();
    assert!(ids.len() > 20, "{ids:?}");
    for id in ids.into_iter().chain(["jp.scheme.seikatsuhogo"]) {
        let told = json(&run, &["busy", id, "--now", support::NIGHT]);
        let choices = told["choices"].as_array().unwrap();
        assert!(choices.len() > 1, "{id}");
        assert_eq!(choices.last().unwrap()["choice"], "enough_for_today", "{id}");
        assert!(!told["emergency"].as_array().unwrap().is_empty());
        for choice in choices.iter().filter(|choice| choice["card"].is_object()) {
            let fields = &choice["card"]["record"]["fields"];
            let ways = choice["card"]["ways"].as_array().unwrap();
            assert_eq!(ways[0]["id"], choice["way"]);
            for way in ways {
                let field = |name: &str| fields[format!("ch/{}/{name}", way["id"].as_str().unwrap())].as_str();
                assert_eq!(field("conf").or_else(|| field("hours_conf")), Some("high"), "{id} {choice}");
                assert_eq!(way["state"]["state"], ways[0]["state"]["state"], "{id} {choice}");
            }
            assert_eq!(fields["trace_warning"], Value::Null, "{id}");
            assert!(!choice["card"]["reasons"].as_array().unwrap().is_empty(), "{id}");
        }
    }
}

#[test]
fn without_a_line_and_with_a_clock_that_is_wrong_there_is_something_too() {
    let run = Run::new();
    let told = out(&run.at_night(&["busy"]));
    assert!(told.contains("jp.ibasho-chat") && told.contains("きょうはここまで"), "{told}");
    let told = out(&run.run(&["busy", "jp.yorisoi", "--now", "1970-01-01T00:00"]));
    assert!(told.starts_with("時計を確かめてください") && told.contains("ためせるところ"), "{told}");
}

#[test]
fn a_line_that_leaves_traces_is_not_spoken_of_without_the_warning() {
    let run = Run::new();
    let told = out(&run.at_night(&["busy", "jp.dv-plus"]));
    let (warning, first) = (told.find("発信履歴").unwrap(), told.find("いま開いているところ").unwrap());
    assert!(warning < first, "{told}");
    assert!(!told.contains("tsunagari card jp.dv-plus"), "{told}");
    assert!(!out(&run.at_night(&["busy", "jp.yorisoi"])).contains("発信履歴"));
}

#[test]
fn no_try_is_counted_and_119_is_not_talked_away() {
    let run = Run::new();
    let told = out(&run.at_night(&["busy", "jp.yorisoi", "jp.ibasho-chat", "jp.inochi-sos"]));
    for word in ["回目", "3つ", "３", "失敗"] {
        assert!(!told.contains(word), "{told}");
    }
    assert!(out(&run.at_night(&["busy", "jp.119"])).starts_with("命があぶないときは 119・110"));
    assert_eq!(code(&run.at_night(&["busy", "no.such.line"])), 1);
}

#[test]
fn it_answers_though_the_directory_is_damaged() {
    let run = Run::new();
    fs::create_dir_all(run.path("data")).unwrap();
    fs::write(run.path("data").join("directory.db"), vec![7_u8; 70_000]).unwrap();
    let answer = run.at_night(&["busy", "jp.yorisoi"]);
    assert_eq!(code(&answer), 4);
    assert!(out(&answer).contains("0120-061-338") && out(&answer).contains("きょうはここまで"), "{}", out(&answer));
}

/// What a person imported stands in no chain, not even with its own other ways.
#[test]
fn an_imported_line_leads_to_national_lines_only() {
    let run = Run::new();
    let csv = "名称,住所,電話番号,緯度,経度\n城北コミュニティセンター,香川県高松市番町1-1,087-000-0001,34.34,134.04\n";
    let path = run.write("takamatsu/community_center.csv", csv);
    assert_eq!(code(&run.at_night(&["import", path.parent().unwrap().to_str().unwrap()])), 0);
    let found = json(&run, &["find", "城北コミュニティセンター", "--now", support::NIGHT]);
    let id = found["cards"][0]["record"]["id"].as_str().unwrap();
    let told = json(&run, &["busy", id, "--now", support::NIGHT]);
    assert!(!told["line"]["label"].is_null());
    for choice in told["choices"].as_array().unwrap() {
        assert_ne!(choice["choice"], "other_way");
        assert!(choice["card"]["label"].is_null());
    }
}

#[test]
fn a_line_called_by_its_name_still_leads_to_choices() {
    let hana = Run::new();
    let said = hana.at_night(&["busy", "よりそいホットライン"]);
    assert_eq!(code(&said), 1);
    assert!(out(&said).contains("今日はここまで") || out(&said).contains("110"), "{}", out(&said));
    assert!(err(&said).contains("よりそいホットライン"));
}
