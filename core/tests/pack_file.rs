//! The trial pack is read whole or not at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::pack::{self, Pack, PackError, is_trial};
use tsunagari_core::directory::receive::Refusal;
use tsunagari_core::model::Record;
use tsunagari_wire::WireError;

fn record(id: &str, name: &str) -> Storable {
    let mut record = Record::new(id);
    record.set("name", name).set("kind", "line").add("topic", "lonely").set("half_life_days", 180);
    Storable::written(record).unwrap()
}

fn small() -> Pack {
    Pack {
        title: "試験".into(),
        publisher: "hana".into(),
        built: "2026-11-22".into(),
        seq: 1,
        records: vec![record("jp.a", "電話"), record("jp.b", "窓口")],
        files: [("needs.toml".to_owned(), b"x".to_vec()), ("z".to_owned(), vec![0; 40])].into(),
    }
}

#[test]
fn what_is_written_is_read() {
    let bytes = pack::write(&small()).unwrap();
    let (read, charter) = pack::read(&bytes).unwrap();
    assert_eq!(read, small());
    assert!(is_trial(&charter));
    let mut shuffled = small();
    shuffled.records.reverse();
    assert_eq!(pack::write(&shuffled).unwrap(), bytes, "order in memory does not matter");
    let inspection = pack::inspect(&bytes).unwrap();
    assert_eq!((inspection.records["line"], inspection.files["z"], inspection.bytes), (2, 40, bytes.len()));
    assert!(inspection.trial);
    assert_eq!(inspection.sha256.len(), 64);
}

#[test]
fn more_records_than_one_shard_holds_are_parted() {
    let mut many = small();
    many.records = (0..350).map(|n| record(&format!("jp.r{n:03}"), "窓口")).collect();
    let (read, _) = pack::read(&pack::write(&many).unwrap()).unwrap();
    assert_eq!(read.records, many.records);
}

#[test]
fn a_pack_cut_at_any_byte_is_refused() {
    let bytes = pack::write(&small()).unwrap();
    for cut in 0..bytes.len() {
        let refused = pack::read(&bytes[..cut]).unwrap_err();
        assert!(matches!(refused, Refusal::Form(WireError::NotOurs | WireError::Damaged)), "cut at {cut}: {refused}");
    }
}

#[test]
fn a_pack_with_any_bit_flipped_is_refused() {
    let bytes = pack::write(&small()).unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(pack::read(&flipped).is_err(), "bit {bit}");
    }
}

#[test]
fn what_cannot_be_published_is_said() {
    let mut twice = small();
    twice.records.push(record("jp.a", "別の電話"));
    assert_eq!(pack::write(&twice), Err(PackError::IdTwice("jp.a".into())));
    let day = Pack { built: "きょう".into(), ..small() };
    assert_eq!(pack::write(&day), Err(PackError::Built("きょう".into())));
    let mut other = small();
    other.records.push(record("別の国.a", "窓口"));
    assert!(matches!(pack::write(&other), Err(PackError::Publish(_))));
}
