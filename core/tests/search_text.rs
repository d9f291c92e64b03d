//! Searching by text: what is found, why, and that nothing LIKE would find is missed without saying so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::convert::Infallible;

use chrono::NaiveDate;
use proptest::prelude::*;
use tsunagari_core::directory::answer::{Filters, Reason};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::find_text::{TextAnswer, TextQuery, bucket, prepare, search};
use tsunagari_core::model::{AreaCode, OpenState, Record, Unknown};
use tsunagari_core::search::{Synonyms, normalise};
use tsunagari_core::store::{Pack, Reader, Store};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

fn record(id: &str, name: &str, kind: &str) -> Record {
    let mut record = Record::new(id);
    record.set("name", name).set("kind", kind);
    record
}

fn place(id: &str, name: &str, category: &str) -> Record {
    let mut record = record(id, name, "place");
    record.set("category", category);
    record
}

fn reader(records: Vec<Record>) -> Reader {
    let store = Store::in_memory().unwrap();
    let rows = records.into_iter().map(|record| {
        let bucket = bucket(&record);
        Ok::<_, Infallible>(prepare(&Storable::written(record).unwrap(), bucket).unwrap())
    });
    store.install(&Pack { id: "test".into(), class: "listing".into(), ..Pack::default() }, rows).unwrap();
    store.reader().unwrap()
}

fn ask(reader: &Reader, wanted: &TextQuery<'_>) -> TextAnswer {
    search(&reader.look(), wanted, &mut |_| OpenState::Unknown { why: Unknown::NotStated }).unwrap()
}

fn ids(reader: &Reader, text: &str) -> Vec<String> {
    let none = Synonyms::default();
    ask(reader, &TextQuery::new(text, &none, today(), 20)).hits.into_iter().map(|hit| hit.record.id).collect()
}

#[test]
fn a_name_is_found_however_it_is_typed() {
    let mut centre = place("centre", "高松市コミュニティセンター", "community_center");
    centre.set("name_kana", "タカマツシコミュニティセンター").add("alias", "コミセン");
    centre.set("ch/t/kind", "tel").set("ch/t/dial", "0878392011").set("ch/t/display", "087-839-2011");
    let reader = reader(vec![centre, place("aed", "高松市コミュニティセンター分館", "aed")]);
    for typed in [
        "高松市コミュニティセンター",
        "高松市ｺﾐｭﾆﾃｨｾﾝﾀｰ",
        "髙松市 コミュニティ・センタ",
        "たかまつしこみゅにてぃせんたー",
        "takamatsushi komyunithisenta",
        "コミセン",
        "komisen",
        "087-839-2011",
        "０８７８３９２０１１",
        "839-2011",
        "0878",
    ] {
        assert_eq!(ids(&reader, typed).first().map(String::as_str), Some("centre"), "{typed}");
    }
}

#[test]
fn one_character_and_two_are_enough() {
    let reader = reader(vec![place("a", "鬱の相談室", "welfare"), place("b", "図書館", "library")]);
    assert_eq!(ids(&reader, "鬱"), ["a"]);
    assert_eq!(ids(&reader, "相談"), ["a"]);
    assert_eq!(ids(&reader, "館"), ["b"]);
    assert!(ids(&reader, "").is_empty());
    assert!(ids(&reader, "😭").is_empty());
}

#[test]
fn places_that_help_are_not_drowned() {
    let mut records: Vec<Record> =
        (0..700).map(|n| place(&format!("w{n}"), &format!("中央公園Wi-Fi {n}"), "wifi")).collect();
    records.push(place("salon", "ふれあいサロン中央", "elderly_place"));
    let reader = reader(records);
    let none = Synonyms::default();
    let answer = ask(&reader, &TextQuery::new("中央", &none, today(), 5));
    assert!(answer.cut, "700 rows match and 500 are looked at");
    assert!(answer.hits.iter().any(|hit| hit.record.id == "salon"));
}

#[test]
fn synonyms_are_found_and_named() {
    let mut desk = record("desk", "くらしの窓口", "desk");
    desk.set("summary", "借金や家賃の相談ができます");
    let reader = reader(vec![desk, place("other", "図書館", "library")]);
    let table = Synonyms::new([vec!["多重債務".to_owned(), "借金".to_owned(), "debt".to_owned()]]);
    for typed in ["多重債務で困っている", "debt"] {
        let answer = ask(&reader, &TextQuery::new(typed, &table, today(), 5));
        assert_eq!(answer.hits.len(), 1, "{typed}");
        assert!(
            answer.hits[0]
                .reasons
                .iter()
                .any(|reason| matches!(reason, Reason::SameMeaning { found, .. } if found == "借金"))
        );
    }
}

#[test]
fn somebody_in_a_ward_is_offered_what_is_for_its_city() {
    let with_area = |id: &str, code: &str| {
        let mut record = place(id, "居場所", "community_center");
        record.add("area", code);
        record
    };
    let reader = reader(vec![
        with_area("city", "011002"),
        with_area("ward", "011011"),
        with_area("other-ward", "011029"),
        with_area("other-city", "012025"),
    ]);
    let none = Synonyms::default();
    let asked = |code: &str| {
        let mut wanted = TextQuery::new("居場所", &none, today(), 10);
        wanted.area = AreaCode::parse(code);
        ask(&reader, &wanted).hits.into_iter().map(|hit| hit.record.id).collect::<Vec<_>>()
    };
    assert_eq!(asked("011011"), ["ward", "city"]);
    assert_eq!(asked("011002"), ["city", "ward", "other-ward"]);
    assert_eq!(asked("012025"), ["other-city"]);
}

#[test]
fn needs_area_and_filters_are_asked_of_the_index() {
    let with_area = |mut record: Record, code: &str| {
        record.add("area", code);
        record
    };
    let mut national = with_area(record("national", "全国ライン", "line"), "JP");
    national.add("topic", "lonely").set("ch/c/kind", "chat");
    let mut local = with_area(place("local", "高松の居場所", "community_center"), "372013");
    local.add("topic", "lonely").set("lat_e6", 34_342_800).set("lon_e6", 134_046_600);
    let mut far = with_area(place("far", "焼津の居場所", "community_center"), "222127");
    far.add("topic", "lonely").set("lat_e6", 34_866_000).set("lon_e6", 138_323_000);
    let reader = reader(vec![national, local, far]);
    let none = Synonyms::default();
    let needs = [("lonely".to_owned(), 900)];
    let mut wanted = TextQuery::new("さびしい", &none, today(), 9);
    wanted.needs = &needs;
    wanted.area = AreaCode::parse("372013");
    wanted.position = Some((34.34, 134.05));
    let found = |wanted: &TextQuery<'_>| -> Vec<String> {
        ask(&reader, wanted).hits.into_iter().map(|hit| hit.record.id).collect()
    };
    assert_eq!(found(&wanted), ["local", "national"]);
    wanted.filters = Filters { no_voice: true, ..Filters::default() };
    assert_eq!(found(&wanted), ["national"]);
    wanted.filters = Filters { within_km: Some(5), ..Filters::default() };
    assert_eq!(found(&wanted), ["local"]);
    wanted.filters = Filters { kinds: vec!["place".into()], ..Filters::default() };
    wanted.area = None;
    assert_eq!(found(&wanted), ["local", "far"]);
}

#[test]
fn open_now_leaves_out_what_is_closed_or_unknown() {
    let reader = reader(vec![record("open", "夜の電話", "line"), record("closed", "昼の電話", "line")]);
    let none = Synonyms::default();
    let mut wanted = TextQuery::new("電話", &none, today(), 9);
    wanted.filters.open_now = true;
    let answer = search(&reader.look(), &wanted, &mut |record| match record.id.as_str() {
        "open" => OpenState::Open { until: None, always: true },
        _ => OpenState::Closed { opens_next: None },
    })
    .unwrap();
    assert_eq!(answer.hits.len(), 1);
    assert!(answer.hits[0].reasons.contains(&Reason::OpenNow));
}

#[test]
fn whatever_is_typed_is_answered() {
    let reader = reader(vec![place("a", "相談室", "welfare")]);
    for typed in
        ["\"", "' OR 1=1 --", "NEAR(相談 談, 3)", "*", "相談*", "{a b}: c", "\0", "-相談", "^相", "(((", "𠮷\u{301}"]
    {
        ids(&reader, typed);
    }
    assert_eq!(ids(&reader, "相談 OR NOT").first().map(String::as_str), Some("a"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_like_finds_in_a_name_is_found(
        names in prop::collection::vec("[相談室電話高松コーヒーがヶAb1ｶﾞ・ ]{1,8}", 1..30),
        from in 0usize..8,
        length in 1usize..5,
        which in 0usize..30,
    ) {
        let records: Vec<Record> = names.iter().enumerate()
            .filter(|(_, name)| !name.trim().is_empty())
            .map(|(n, name)| place(&format!("r{n}"), name, "library"))
            .collect();
        let name = normalise(&names[which % names.len()]);
        let needle: String = name.chars().skip(from).take(length).collect();
        prop_assume!(!needle.is_empty());
        let like: Vec<String> = records.iter()
            .filter(|record| normalise(record.name()).contains(&needle))
            .map(|record| record.id.clone())
            .collect();
        let reader = reader(records);
        let none = Synonyms::default();
        let answer = ask(&reader, &TextQuery::new(&needle, &none, today(), 100));
        let found: Vec<&str> = answer.hits.iter().map(|hit| hit.record.id.as_str()).collect();
        prop_assert!(!answer.cut);
        for id in like {
            prop_assert!(found.contains(&id.as_str()), "{needle} is in {id}, found only {found:?}");
        }
    }
}
