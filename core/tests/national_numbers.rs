//! Numbers that hurt when they are wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::NaiveDateTime;
use tsunagari_core::directory::pack;
use tsunagari_core::hours::{Holidays, Schedule};

/// The research list, where it is beside the project.
const RESEARCH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/jp/hotlines.json");

/// Numbers that published code shows beside the wrong line, by the ids of all records of that line.
const WRONG: [(&[&str], &[&str]); 5] = [
    (&["jp.tell"], &["0570783556", "0120783556"]),
    (&["jp.yorisoi"], &["0570064556"]),
    (&["jp.inochi-free", "jp.inochi-navi"], &["0570064556"]),
    (&["jp.kokoro-dial"], &["0570046556"]),
    (&["jp.8008"], &["0570055210"]),
];

/// The sixth: いのちの電話 free of charge is open 16:00–21:00 and all day on the 10th, neither 10–22 nor always.
const INOCHI_FREE: &str = "0120783556";
const WRONG_HOURS: [&str; 3] = ["24/7", "10:00-22:00", "00:00-24:00"];

const INOCHI_FREE_AT: [(&str, bool); 8] = [
    ("2027-01-09T15:59", false),
    ("2027-01-09T16:00", true),
    ("2027-01-09T21:00", false),
    ("2027-01-10T07:59", false),
    ("2027-01-10T08:00", true),
    ("2027-01-11T07:59", true),
    ("2027-01-11T08:00", false),
    ("2027-02-10T23:59", true),
];

/// Numbers of the operator's own page that the research list does not have, each with where it was read.
const READ_LATER: [(&str, &str, &str); 1] =
    [("jp.ninchisho-kazoku", "05053586578", "facts.toml: fact.mobile, source alzheimer")];

#[test]
fn no_line_carries_a_number_known_to_be_wrong_for_it() {
    let national = pack::national().unwrap();
    for (ids, numbers) in WRONG {
        for id in ids {
            let record = national.records.iter().find(|record| record.id == *id).expect(id);
            for channel in record.channels() {
                let dial = channel.text("dial").unwrap_or_default();
                assert!(!numbers.contains(&dial), "{id} must not dial {dial}");
            }
        }
    }
}

#[test]
fn the_free_line_of_inochi_no_denwa_is_not_said_to_be_open_when_it_is_not() {
    let national = pack::national().unwrap();
    let holidays = Holidays::from_toml(std::str::from_utf8(&national.files["holidays.toml"]).unwrap()).unwrap();
    let mut seen = 0;
    for record in &national.records {
        for channel in record.channels().iter().filter(|channel| channel.text("dial") == Some(INOCHI_FREE)) {
            let hours = channel.text("hours").unwrap_or_default();
            assert!(!WRONG_HOURS.iter().any(|wrong| hours.starts_with(wrong)), "{}: {hours}", record.id);
            let schedule = Schedule::compile(hours, None, &holidays).unwrap();
            for (instant, open) in INOCHI_FREE_AT {
                let now = NaiveDateTime::parse_from_str(instant, "%Y-%m-%dT%H:%M").unwrap();
                assert_eq!(schedule.at(now).is_open(), open, "{instant}: {hours}");
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 1, "it stands in one record");
}

#[test]
fn every_number_is_one_that_the_research_list_has_for_that_line() {
    let Ok(text) = std::fs::read_to_string(RESEARCH) else { return };
    let research: serde_json::Value = serde_json::from_str(&text).unwrap();
    let known: BTreeMap<String, BTreeSet<&str>> = research["hotlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let dials = line["dials"].as_array().unwrap().iter().map(|dial| dial["dial"].as_str().unwrap()).collect();
            (format!("jp.{}", line["id"].as_str().unwrap()), dials)
        })
        .collect();
    let below_medium: BTreeSet<String> = research["hotlines"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| matches!(line["confidence"]["number"].as_str(), Some("low" | "low-medium")))
        .flat_map(|line| line["dials"].as_array().unwrap())
        .map(|dial| dial["dial"].as_str().unwrap().to_owned())
        .collect();
    for record in &pack::national().unwrap().records {
        for channel in record.channels() {
            let Some(dial) = channel.text("dial") else { continue };
            let read_later = READ_LATER.iter().any(|(id, number, _)| (*id, *number) == (&record.id, dial));
            let listed = known.get(&record.id).is_some_and(|dials| dials.contains(dial));
            assert!(listed || read_later, "{} dials {dial}, which no source we read has for it", record.id);
            assert!(!below_medium.contains(dial), "{} dials {dial}, whose confidence is below medium", record.id);
        }
    }
}

#[test]
fn the_list_beside_the_project_still_has_the_six_pairs_that_this_test_knows() {
    if !Path::new(RESEARCH).exists() {
        return;
    }
    let research: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(RESEARCH).unwrap()).unwrap();
    let pairs = research["known_wrong_numbers_in_public_code"].as_array().unwrap();
    assert_eq!(pairs.len(), WRONG.len() + 1);
    let all: String = pairs.iter().map(|pair| pair["wrong"].as_str().unwrap().replace('-', "")).collect();
    for number in WRONG.iter().flat_map(|(_, numbers)| *numbers).chain(&[INOCHI_FREE]) {
        assert!(all.contains(number), "{number}");
    }
}
