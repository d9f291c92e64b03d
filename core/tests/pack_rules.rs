//! Each rule of a core record is broken once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use tsunagari_core::directory::pack::rules::{self, Rule, Surroundings};
use tsunagari_core::hours::Holidays;
use tsunagari_core::model::Record;

/// A record that keeps to every rule.
fn sound() -> Record {
    let mut record = Record::new("jp.a");
    record.set("kind", "line").set("class", "core").set("status", "active");
    record.set("name", "夜の電話").set("name@en", "Night line").set("name_kana", "よるのでんわ");
    record.set("summary", "話せます").set("summary@ja-easy", "{話|はな}せます").set("summary@en", "Talk");
    record.add("topic", "lonely").add("area", "JP");
    record.set("assured_date", "2026-11-21").set("assured_by", "公開資料から").set("half_life_days", 180);
    record.set("source/1/ref", "page").set("source/1/opened", "2026-11-22");
    record.set("ch/tel/kind", "tel").set("ch/tel/dial", "0000000000").set("ch/tel/display", "000-000-0000");
    record.set("ch/tel/type", "geographic").set("ch/tel/fee", "caller").set("ch/tel/conf", "high");
    record.set("ch/tel/hours", "24/7").set("ch/tel/hours_raw", "24時間").set("ch/tel/hours_state", "parsed");
    record.set("ch/tel/hours_conf", "high");
    record
}

fn broken(record: &Record) -> Vec<(String, Rule)> {
    let holidays = Holidays::from_toml(include_str!("../national/holidays.toml")).unwrap();
    let around = Surroundings { needs: ["lonely".to_owned()].into(), holidays };
    rules::check(record, &around).into_iter().map(|one| (one.key, one.rule)).collect()
}

#[track_caller]
fn breaks(change: impl FnOnce(&mut Record), key: &str, rule: Rule) {
    let mut record = sound();
    change(&mut record);
    assert_eq!(broken(&record), [(key.to_owned(), rule)]);
}

#[test]
fn a_sound_record_breaks_nothing() {
    assert_eq!(broken(&sound()), []);
    let mut flagged = sound();
    flagged.set("crisis_first", true).set("chain", true).set("emergency_row", true);
    flagged.set("ch/chat/kind", "chat").set("ch/chat/url", "https://example.org").set("ch/chat/conf", "medium");
    assert_eq!(broken(&flagged), [], "a chat has no number that could be wrong");
}

#[test]
fn numbers_are_safe_or_absent() {
    breaks(|r| _ = r.set("ch/tel/conf", ""), "ch/tel/conf", Rule::UnsureNumber);
    breaks(|r| _ = r.set("ch/tel/conf", "low"), "ch/tel/conf", Rule::UnsureNumber);
    breaks(|r| _ = r.set("ch/tel/display", "000-000-0001"), "ch/tel/dial", Rule::DialNotDisplay);
    breaks(|r| _ = r.set("ch/tel/dial", "000-000-0000"), "ch/tel/dial", Rule::DialNotDisplay);
    breaks(|r| _ = r.set("ch/tel/fee", ""), "ch/tel/fee", Rule::Missing);
    for flag in ["crisis_first", "chain", "emergency_row"] {
        breaks(|r| _ = r.set(flag, true).set("ch/tel/conf", "medium"), flag, Rule::FlagNeedsHigh(flag));
    }
}

#[test]
fn a_flag_needs_a_way_to_reach_it() {
    let mut record = sound();
    record.fields.retain(|key, _| !key.starts_with("ch/"));
    record.set("chain", true);
    assert_eq!(broken(&record), [("chain".to_owned(), Rule::FlagNeedsHigh("chain"))]);
}

#[test]
fn a_hash_number_says_what_stands_beside_it() {
    let short = |r: &mut Record| {
        r.set("ch/tel/dial", "#0000").set("ch/tel/display", "#0000");
    };
    breaks(short, "ch/tel/beside", Rule::NothingBeside);
    breaks(
        |r| {
            short(r);
            r.set("ch/tel/beside", "other");
        },
        "ch/tel/beside",
        Rule::NoChannel("other".into()),
    );
    let mut alone = sound();
    short(&mut alone);
    alone.set("ch/tel/beside", "none");
    assert_eq!(broken(&alone), []);
}

#[test]
fn hours_are_unknown_rather_than_wrong() {
    breaks(|r| _ = r.set("ch/tel/hours_conf", "low"), "ch/tel/hours", Rule::HoursOfLowConfidence);
    breaks(|r| _ = r.set("ch/tel/hours_conf", ""), "ch/tel/hours", Rule::HoursIncomplete);
    breaks(|r| _ = r.set("ch/tel/hours_state", "unparsed"), "ch/tel/hours", Rule::HoursIncomplete);
    breaks(|r| _ = r.set("ch/tel/hours", ""), "ch/tel/hours_state", Rule::HoursIncomplete);
    breaks(
        |r| _ = r.set("ch/web/kind", "web").set("ch/web/hours_raw", "24時間"),
        "ch/web/hours",
        Rule::WebsiteWithHours,
    );
}

#[test]
fn hours_that_cannot_be_evaluated_do_not_ship() {
    let mut record = sound();
    record.set("ch/tel/hours", "Mo-Fr nine to five");
    assert!(matches!(broken(&record).as_slice(), [(key, Rule::HoursNotReadable(_))] if key == "ch/tel/hours"));
}

#[test]
fn a_yes_or_no_has_a_source_that_was_read() {
    let key = "promise/free/source";
    breaks(|r| _ = r.set("promise/free/answer", "yes"), key, Rule::Unsourced);
    breaks(|r| _ = r.set("promise/free/answer", "no").set(key, "2"), key, Rule::Unsourced);
    breaks(|r| _ = r.set("promise/free/answer", "no").set(key, "1").set("source/1/opened", ""), key, Rule::Unsourced);
    breaks(
        |r| {
            r.set("promise/free/answer", "no").set(key, "1");
            r.set("source/1/opened", "").set("source/1/date", "undated");
        },
        key,
        Rule::Unsourced,
    );
    breaks(|r| _ = r.set("first_visit/free/answer", "yes"), "first_visit/free/source", Rule::Unsourced);
    breaks(|r| _ = r.set("menu/a/key", "1").set("menu/a/ch", "tel"), "menu/a/source", Rule::Unsourced);
    breaks(|r| _ = r.set("fact/who/source", "9"), "fact/who/source", Rule::Unsourced);
    let mut unknown = sound();
    unknown
        .set("promise/free/answer", "unknown")
        .set("promise/recorded/answer", "no")
        .set("promise/recorded/source", "1");
    assert_eq!(broken(&unknown), []);
}

#[test]
fn what_a_scheme_says_has_a_source() {
    breaks(
        |r| {
            r.set("kind", "scheme");
            r.set("who", "対象かもしれません").set("who@ja-easy", "あなたも").set("who@en", "You may be");
        },
        "fact/who/source",
        Rule::Unsourced,
    );
}

#[test]
fn a_record_says_who_compared_it_and_when() {
    breaks(|r| _ = r.set("assured_by", ""), "assured_date", Rule::NotAssured);
    breaks(|r| _ = r.set("half_life_days", 0), "assured_date", Rule::NotAssured);
    breaks(|r| r.fields.retain(|key, _| !key.starts_with("source/")), "source", Rule::NoSource);
    breaks(
        |r| {
            r.set("window/a/from", "2026-12-28").set("window/a/to", "2026-01-04").set("window/a/source", "1");
        },
        "window/a/to",
        Rule::Window,
    );
}

#[test]
fn everybody_gets_every_sentence() {
    breaks(|r| _ = r.set("summary@ja-easy", ""), "summary", Rule::LanguageMissing);
    breaks(|r| _ = r.set("opening/a", "話したいです"), "opening/a", Rule::LanguageMissing);
    breaks(|r| _ = r.set("ch/tel/label@en", "Night"), "ch/tel/label", Rule::LanguageMissing);
}

#[test]
fn needs_areas_and_ages_exist() {
    breaks(|r| _ = r.add("topic", "unheard"), "topic/unheard", Rule::UnknownNeed);
    breaks(|r| _ = r.add("best", "unheard"), "best/unheard", Rule::UnknownNeed);
    breaks(|r| _ = r.add("area", "372014"), "area/372014", Rule::UnknownArea);
    breaks(|r| _ = r.add("ch/tel/area", "48"), "ch/tel/area/48", Rule::UnknownArea);
    breaks(|r| _ = r.set("min_age", 20).set("max_age", 18), "min_age", Rule::Ages);
    breaks(|r| _ = r.set("trace_warning", true).set("crisis_first", true), "crisis_first", Rule::TraceFirst);
}
