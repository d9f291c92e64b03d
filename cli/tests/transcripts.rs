//! What people see, at a fixed time.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, golden, out};

#[test]
fn answers_look_as_they_did() {
    let run = Run::new();
    for (name, args) in [
        ("find-lonely.txt", vec!["find", "話し相手がほしい"]),
        ("find-die.txt", vec!["find", "死にたい", "--limit", "3"]),
        ("find-overdose.txt", vec!["find", "薬をたくさん飲んだ", "--limit", "2"]),
        ("find-lonely-easy.txt", vec!["find", "話し相手がほしい", "--lang", "ja-easy", "--limit", "2"]),
        ("find-lonely-en.txt", vec!["find", "I have nobody to talk to", "--lang", "en", "--limit", "2"]),
        // At night nobody speaks it: that the Japanese number is open is no answer.
        ("find-vietnamese-at-night.txt", vec!["find", "話し相手がほしい", "--spoken", "vi", "--limit", "2"]),
        ("show-yorisoi.txt", vec!["show", "jp.yorisoi"]),
        ("show-dv-plus.txt", vec!["show", "jp.dv-plus"]),
        ("show-kodoku-en.txt", vec!["show", "jp.kodoku-9999", "--lang", "en"]),
        ("ask-food.txt", vec!["ask", "--answers", "concern=food", "--answers", "when=now", "--area", "高松市"]),
        ("ask-danger.txt", vec!["ask", "--answers", "concern=dying-now"]),
        ("ask-nothing.txt", vec!["ask", "--answers", "concern="]),
        ("ask-nothing-easy.txt", vec!["ask", "--answers", "concern=", "--lang", "ja-easy"]),
        ("ask-nothing-en.txt", vec!["ask", "--answers", "concern=", "--lang", "en"]),
        ("areas-fuchu.txt", vec!["areas", "府中"]),
    ] {
        let output = run.at_night(&args);
        assert_eq!(code(&output), 0, "{args:?}");
        golden(name, &out(&output));
    }
}

#[test]
fn danger_stands_first() {
    let run = Run::new();
    let text = out(&run.at_night(&["find", "薬をたくさん飲んだ"]));
    assert!(text.starts_with("命があぶないときは 119・110"), "{text}");
    let first = text.lines().find(|line| line.starts_with("1. ")).unwrap();
    assert!(first.contains("119"), "{first}");
}

#[test]
fn at_two_in_the_night_each_way_has_its_own_state() {
    let run = Run::new();
    let way = |id: &str, kind: &str| -> String {
        let json: serde_json::Value = serde_json::from_str(&out(&run.at_night(&["show", id, "--json"]))).unwrap();
        let ways = json["ways"].as_array().unwrap();
        ways.iter().find(|way| way["kind"] == kind).unwrap()["state"]["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(way("jp.inochi-sos", "chat"), "unknown");
    assert_eq!(way("jp.dv-plus", "chat"), "closed");
    assert_eq!(way("jp.dv-plus", "tel"), "open");
    assert_eq!(way("jp.dv-plus", "mail"), "open");
}

#[test]
fn the_northern_number_is_offered_in_three_prefectures_only() {
    let run = Run::new();
    let offered =
        |area: &[&str]| out(&run.at_night(&[&["show", "jp.yorisoi"], area].concat())).contains("0120-279-226");
    assert!(offered(&["--area", "盛岡市"]));
    assert!(!offered(&["--area", "高松市"]) && !offered(&[]));
}

#[test]
fn a_clock_before_the_data_opens_nothing() {
    let run = Run::new();
    let text = out(&run.run(&["find", "死にたい", "--now", "1970-01-01T00:00"]));
    assert!(text.starts_with("時計を確かめてください"), "{text}");
    assert!(!text.contains("いま受付中") && !text.contains("いつでも受付"));
}
