//! Check-ins on the command line: silent until asked for, and what a platform would set.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, err, golden, out};

const MORNING: &str = "2026-11-24T09:00";

struct Person {
    run: Run,
    passphrase: String,
    pin: String,
}

impl Person {
    fn new() -> Self {
        let run = Run::new();
        let path = |name: &str, text: &str| run.write(name, text).display().to_string();
        let (passphrase, pin) = (path("passphrase", "すいかのたね\n"), path("pin", "2580\n"));
        Self { run, passphrase, pin }
    }

    fn says(&self, args: &[&str]) -> (i32, String) {
        let all = [args, &["--passphrase-file", &self.passphrase, "--now", MORNING]].concat();
        let output = self.run.run(&all);
        (code(&output), out(&output) + &err(&output))
    }
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn nothing_speaks_before_it_is_asked_for() {
    let hana = Person::new();
    assert_eq!(hana.says(&["remind"]).0, 1);
    assert!(!hana.run.path("data").exists(), "looking made a store");
    let (ended, said) = hana.says(&["remind", "add", "--text", "水をひとくち", "--days", "月水"]);
    assert_eq!(ended, 0, "{said}");
    let (_, list) = hana.says(&["remind"]);
    assert!(list.contains("水をひとくち") && list.contains("月・水"), "{list}");
    assert!(list.contains("21:00–09:00"), "{list}");
}

#[test]
fn what_a_platform_would_set_is_told_once_it_is_done_no_more_and_silent_when_resting() {
    let hana = Person::new();
    assert_eq!(hana.says(&["remind", "add"]).0, 0);
    let next = json(&hana.says(&["remind", "next", "--json", "--done"]).1);
    let set = next["set"].as_array().unwrap();
    assert!(!set.is_empty() && set.len() <= 64);
    assert!(next["plan"][0]["why"].as_str().unwrap().contains("決めた時間"));
    let again = json(&hana.says(&["remind", "next", "--json"]).1);
    assert!(again["set"].as_array().unwrap().is_empty());
    let boot = json(&hana.says(&["remind", "told", "boot", "--json"]).1);
    assert_eq!(boot["set"].as_array().unwrap().len(), set.len());
    // With a lock and without its PIN, resting still works, and holds.
    assert_eq!(hana.says(&["lock", "set", "--new-pin-file", &hana.pin]).0, 0);
    let (ended, said) = hana.says(&["remind", "rest"]);
    assert!(ended == 0 && said.contains("ぜんぶ休みます"), "{said}");
    let boot = json(&hana.says(&["remind", "told", "boot", "--json"]).1);
    assert!(boot["set"].as_array().unwrap().is_empty());
    let id = set[0]["id"].to_string();
    assert_eq!(hana.says(&["remind", "told", "fired", &id]).0, 1);
    // The rules themselves stay behind the lock.
    assert_eq!(hana.says(&["remind", "list"]).0, 5);
    assert_eq!(hana.says(&["remind", "list", "--pin-file", &hana.pin]).0, 0);
}

#[test]
fn why_and_the_self_test_read_as_they_did() {
    let hana = Person::new();
    assert_eq!(hana.says(&["remind", "self-test"]).0, 1, "nothing is kept yet");
    hana.says(&["remind", "add", "--about", "people", "--from", "10:00", "--to", "10:00"]);
    for (name, lang) in [("remind-why.txt", "ja"), ("remind-why-easy.txt", "ja-easy"), ("remind-why-en.txt", "en")] {
        let (_, said) = hana.says(&["remind", "why", "--lang", lang]);
        let id = said.split(['[', '［']).nth(1).unwrap().chars().take(8).collect::<String>();
        golden(name, &said.replace(&id, "01234567"));
    }
    let (_, began) = hana.says(&["remind", "self-test", "--begin"]);
    assert!(began.contains("09:02"), "{began}");
    let (_, waiting) = hana.says(&["remind", "self-test"]);
    assert!(waiting.contains("待っています"), "{waiting}");
    let (ended, said) = hana.says(&["remind", "add", "--from", "22:00", "--to", "23:00"]);
    assert!(ended == 2 && said.contains("しずかな時間の中"), "{said}");
}
