//! A pack is read whole or not at all.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use proptest::prelude::*;
use sha2::{Digest, Sha256};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::pack::{self, Pack, PackError};
use tsunagari_core::model::Record;

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
        records: vec![record("jp.a", "電話"), record("jp.b", "窓口")],
        files: [("needs.toml".to_owned(), b"x".to_vec()), ("z".to_owned(), vec![0; 40])].into(),
    }
}

/// A pack whose payload is `payload`, with a right check sum.
fn sealed(payload: &[u8]) -> Vec<u8> {
    let mut bytes = [b"TSUNAPCK".as_slice(), &[0, 1], payload].concat();
    bytes.extend(Sha256::digest(&bytes));
    bytes
}

#[test]
fn what_is_written_is_read() {
    let bytes = pack::write(&small()).unwrap();
    assert_eq!(pack::read(&bytes).unwrap(), small());
    let mut shuffled = small();
    shuffled.records.reverse();
    assert_eq!(pack::write(&shuffled).unwrap(), bytes, "order in memory does not matter");
    let inspection = pack::inspect(&bytes).unwrap();
    assert_eq!((inspection.records["line"], inspection.files["z"], inspection.bytes), (2, 40, bytes.len()));
    assert_eq!(inspection.sha256.len(), 64);
}

#[test]
fn the_bytes_of_a_pack_never_change() {
    let empty = Pack { title: "t".into(), publisher: "p".into(), built: "2026-11-22".into(), ..Pack::default() };
    let bytes = pack::write(&empty).unwrap();
    let payload = b"\xa5\x65built\x6a2026-11-22\x65files\xa0\x65title\x61t\x67records\x80\x69publisher\x61p";
    assert_eq!(bytes, sealed(payload));
}

#[test]
fn a_pack_cut_at_any_byte_is_refused() {
    let bytes = pack::write(&small()).unwrap();
    for cut in 0..bytes.len() {
        assert!(matches!(pack::read(&bytes[..cut]), Err(PackError::NotAPack | PackError::Damaged)), "cut at {cut}");
    }
}

#[test]
fn a_pack_with_any_bit_flipped_is_refused() {
    let bytes = pack::write(&small()).unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert!(matches!(pack::read(&flipped), Err(PackError::NotAPack | PackError::Damaged)), "bit {bit}");
    }
}

#[test]
fn a_newer_version_and_other_files_are_told_apart() {
    let mut newer = b"TSUNAPCK\x00\x02rest".to_vec();
    newer.extend(Sha256::digest(&newer));
    assert_eq!(pack::read(&newer), Err(PackError::NewerVersion(2)));
    assert_eq!(pack::read(b"SQLite format 3\0"), Err(PackError::NotAPack));
    assert_eq!(pack::read(b""), Err(PackError::NotAPack));
}

#[test]
fn lengths_that_lie_are_refused_without_making_room_for_them() {
    let head = b"\xa5\x65built\x60\x65files\xa0\x65title\x60\x67records".as_slice();
    for payload in [
        [head, b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff"].concat(),
        [head, b"\x81\x5b\x7f\xff\xff\xff\xff\xff\xff\xff"].concat(),
        [head, b"\x81\x41\xff"].concat(),
        [head, b"\x80\x69publisher\x61p\x00"].concat(),
        b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff".to_vec(),
        b"\xa5\x65built\x60\x65files\xbb\xff\xff\xff\xff\xff\xff\xff\xff".to_vec(),
        vec![0x81; 100_000],
        Vec::new(),
    ] {
        let error = pack::read(&sealed(&payload)).unwrap_err();
        assert!(matches!(error, PackError::Malformed(_) | PackError::Record { number: 1, .. }), "{error}");
    }
}

#[test]
fn two_records_with_one_id_are_refused() {
    let mut twice = small();
    twice.records.push(record("jp.a", "別の電話"));
    assert_eq!(pack::write(&twice), Err(PackError::IdTwice("jp.a".into())));
}

proptest! {
    #[test]
    fn any_payload_under_a_right_check_sum_is_a_pack_in_one_form_or_an_error(payload in proptest::collection::vec(any::<u8>(), 0..300)) {
        let bytes = sealed(&payload);
        if let Ok(pack) = pack::read(&bytes) {
            prop_assert_eq!(pack::write(&pack).unwrap(), bytes);
        }
    }

    #[test]
    fn a_changed_payload_under_a_right_check_sum_is_never_read_in_a_second_form(at in 10usize..200, byte in any::<u8>()) {
        let bytes = pack::write(&small()).unwrap();
        let mut payload = bytes[10..bytes.len() - 32].to_vec();
        let at = at % payload.len();
        payload[at] = byte;
        let changed = sealed(&payload);
        if let Ok(pack) = pack::read(&changed) {
            prop_assert_eq!(pack::write(&pack).unwrap(), changed);
        }
    }
}
