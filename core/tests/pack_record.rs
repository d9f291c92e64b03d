//! A record as people write it, and as bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use proptest::prelude::*;
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::pack::cbor::{self, DecodeError, EncodeError};
use tsunagari_core::directory::pack::toml_source;
use tsunagari_core::model::{Record, Scalar};

fn read(text: &str) -> Result<Vec<Storable>, String> {
    toml_source::read("lines/test.toml", text).map_err(|e| e.to_string())
}

#[test]
fn nested_toml_becomes_flat_keys() {
    let records = read(
        r##"
        [[record]]
        id = "jp.a"
        name.ja = "夜の電話"
        name.en = "Night line"
        summary = { ja = "話せます", ja-easy = "{話|はな}せます", en = "Talk" }
        topic = ["lonely", "night"]
        opening.first.ja = "少し話したいです"
        promise.anonymous = { answer = "yes", source = "page" }
        max_age = 17
        trace_warning = true
        [[record.ch]]
        id = "tel"
        kind = "tel"
        reach = { landline = "yes", ip_phone = "no" }
        lang = ["ja"]
        "##,
    )
    .unwrap();
    let shown: Vec<String> = records[0].fields.iter().map(|(k, v)| format!("{k} = {v}")).collect();
    assert_eq!(
        shown,
        [
            "ch/tel/kind = tel",
            "ch/tel/lang/ja = true",
            "ch/tel/reach/ip_phone = no",
            "ch/tel/reach/landline = yes",
            "max_age = 17",
            "name = 夜の電話",
            "name@en = Night line",
            "opening/first = 少し話したいです",
            "promise/anonymous/answer = yes",
            "promise/anonymous/source = page",
            "summary = 話せます",
            "summary@en = Talk",
            "summary@ja-easy = {話|はな}せます",
            "topic/lonely = true",
            "topic/night = true",
            "trace_warning = true",
        ]
    );
}

#[test]
fn every_mistake_is_told_with_file_record_and_key() {
    let head = "[[record]]\nid = \"jp.a\"\nname = \"電話\"\n";
    for (line, told) in [
        (
            "phone = \"110\"",
            "lines/test.toml: record “jp.a”: key “phone”: this key is unknown; docs/record.md lists the keys",
        ),
        ("kind = \"hotline\"", "key “kind”: it holds “hotline”, but must be: line, desk, place, scheme, site"),
        ("lat_e6 = 34.3", "key “lat_e6”: a number with a point is not allowed"),
        ("topic = [1]", "key “topic”: a list holds texts, or tables with an `id`"),
        ("summary = \"\"", "key “summary”: it holds “”"),
        ("confidential = true\npostal = \"760-0000\"", "record “jp.a”: a confidential record has no `postal`"),
        ("summary = 1 2", "this is not TOML"),
        ("\"name@en\" = \"a\"\n[[record.ch]]\nkind = \"tel\"", "key “ch”: it needs an `id`"),
        (
            "\"ch/tel/kind\" = \"tel\"\n[[record.ch]]\nid = \"tel\"\nkind = \"tel\"",
            "key “ch/tel/kind”: it is written twice",
        ),
    ] {
        let error = read(&format!("{head}{line}\n")).unwrap_err();
        assert!(error.contains(told), "{error}\n  should contain\n{told}");
    }
    assert!(read("[[record]]\nname = \"電話\"\n").unwrap_err().contains("needs an `id`"));
    assert!(read("[[record]]\nid = \"jp.a\"\n").unwrap_err().contains("has no name"));
    assert!(read("[recrod]\nid = \"jp.a\"\n").unwrap_err().contains("only [[record]] tables"));
    let long = format!("{head}summary = \"{}\"\n", "あ".repeat(2800));
    assert!(read(&long).unwrap_err().contains("at most 8192"));
}

#[test]
fn the_bytes_of_a_record_never_change() {
    let mut record = Record::new("jp.a");
    record.set("name", "電話").set("order", 300).set("lon_e6", -1).add("topic", "sad").set("b", "").set("a", "x");
    let bytes = cbor::encode(&Storable::written(record).unwrap()).unwrap();
    let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(
        hex,
        concat!(
            "a6", // map of 6
            "6161",
            "6178", // a: x
            "626964",
            "646a702e61", // id: jp.a
            "646e616d65",
            "66e99bbbe8a9b1", // name: 電話
            "656f72646572",
            "19012c", // order: 300
            "666c6f6e5f6536",
            "20", // lon_e6: -1
            "69746f7069632f736164",
            "f5", // topic/sad: true
        )
    );
}

#[test]
fn other_bytes_for_the_same_record_are_refused() {
    let malformed = |bytes: &[u8]| cbor::decode(bytes).unwrap_err();
    // {id: "a"} with a long length, an indefinite map, a float, a nested map, a key twice, wrong order, a tail.
    assert_eq!(malformed(b"\xa1\x62id\x78\x01a"), DecodeError::NotCanonical);
    assert_eq!(malformed(b"\xa1\x78\x02id\x61a"), DecodeError::NotCanonical);
    assert!(cbor::decode(b"\xbf\x62id\x61a\xff").is_err());
    assert!(matches!(malformed(b"\xa2\x61b\xf9\x3c\x00\x62id\x61a"), DecodeError::WrongType(_)));
    assert!(matches!(malformed(b"\xa2\x61b\xa0\x62id\x61a"), DecodeError::WrongType(_)));
    assert!(matches!(malformed(b"\xa2\x61b\x81\x01\x62id\x61a"), DecodeError::WrongType(_)));
    assert!(matches!(malformed(b"\xa3\x61b\x01\x61b\x01\x62id\x61a"), DecodeError::KeyOrder(_)));
    assert!(matches!(malformed(b"\xa2\x62id\x61a\x61b\x01"), DecodeError::KeyOrder(_)));
    assert_eq!(malformed(b"\xa1\x62id\x61a\x00"), DecodeError::NotCanonical);
    assert_eq!(malformed(b"\xa1\x61b\x01"), DecodeError::NoId);
    assert!(matches!(malformed(b"\xa1\x62id\x61\xff"), DecodeError::Malformed(_)));
    assert!(matches!(malformed(b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff"), DecodeError::Malformed(_)));
    assert!(matches!(malformed(&vec![0xa0; 8193]), DecodeError::TooLarge(8193)));
    assert!(matches!(
        malformed(b"\xa2\x61b\x1b\xff\xff\xff\xff\xff\xff\xff\xff\x62id\x61a"),
        DecodeError::Malformed(_)
    ));
}

#[test]
fn a_confidential_record_with_an_address_is_refused_on_reading_too() {
    let bytes = b"\xa3\x62id\x61a\x66postal\x61x\x6cconfidential\xf5";
    assert!(matches!(cbor::decode(bytes), Err(DecodeError::Confidential(_))));
}

#[test]
fn a_record_too_large_once_encoded_is_refused() {
    let mut record = Record::new("a");
    for n in 0..600 {
        record.set(format!("x/{n:08}"), "y");
    }
    assert!(record.set("name", "z".repeat(1000)).check().is_err(), "what is counted is what is encoded");
    assert!(matches!(cbor::encode(&Storable::written(record).unwrap()), Err(EncodeError::TooLarge { .. })));
}

fn scalar() -> impl Strategy<Value = Scalar> {
    prop_oneof![
        any::<bool>().prop_map(Scalar::Bool),
        any::<i64>().prop_map(Scalar::Int),
        "\\PC{0,40}".prop_map(Scalar::Text),
    ]
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded(id in "\\PC{1,20}", fields in proptest::collection::btree_map("[a-z/@あ]{3,30}", scalar(), 0..40)) {
        let record = Storable::written(Record { id, fields }).unwrap();
        let bytes = cbor::encode(&record).unwrap();
        prop_assert_eq!(cbor::decode(&bytes).unwrap(), record);
    }

    #[test]
    fn any_bytes_are_a_record_in_one_form_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(record) = cbor::decode(&bytes) {
            prop_assert_eq!(cbor::encode(&record).unwrap(), bytes);
        }
    }

    #[test]
    fn a_cut_record_is_refused(value in scalar(), cut in 0usize..100) {
        let mut record = Record::new("jp.a");
        record.fields.insert("name".into(), value);
        let bytes = cbor::encode(&Storable::written(record).unwrap()).unwrap();
        if cut < bytes.len() {
            prop_assert!(cbor::decode(&bytes[..cut]).is_err());
        }
    }
}
