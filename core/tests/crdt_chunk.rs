//! Stored changes come back as they were, or with the reason why not; never as "there are none".
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use proptest::prelude::{ProptestConfig, any, prop_assert_eq, proptest};
use tsunagari_core::crdt::MAX_CHANGE_BYTES;
use tsunagari_core::crdt::chunk::{ChunkError, unwrap, unwrap_all, wrap, wrap_all};

#[test]
fn one_change_is_stored_in_the_same_bytes_for_ever() {
    let stored = wrap(b"abc").unwrap();
    let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let hex: String = stored.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, format!("00000003{sum}616263"));
    assert_eq!(unwrap(&stored), Ok(&b"abc"[..]));
    let together = wrap_all([&b"abc"[..]]).unwrap();
    assert_eq!(together, [&b"tsc1\0\0\0\x01"[..], &stored].concat());
}

#[test]
fn an_empty_file_is_a_loss_and_no_changes_are_none() {
    assert_eq!(unwrap_all(&[]), Err(ChunkError::Nothing));
    assert_eq!(unwrap(&[]), Err(ChunkError::Nothing));
    assert_eq!(unwrap_all(&wrap_all([]).unwrap()), Ok(vec![]));
}

#[test]
fn torn_damaged_empty_and_doubled_changes_are_each_said() {
    let stored = wrap_all([&b"hana"[..], b"ren", b"aoi"]).unwrap();
    assert_eq!(unwrap_all(&stored).unwrap(), [&b"hana"[..], b"ren", b"aoi"]);
    for end in 1..stored.len() {
        let error = unwrap_all(&stored[..end]).unwrap_err();
        assert!(matches!(error, ChunkError::NotStored | ChunkError::Torn(_)), "{end}: {error}");
    }
    for at in 0..stored.len() {
        for bit in 0..8 {
            let mut flipped = stored.clone();
            flipped[at] ^= 1 << bit;
            unwrap_all(&flipped).expect_err("a flipped bit");
        }
    }
    assert_eq!(unwrap_all(&[&stored[..], b"x"].concat()), Err(ChunkError::Trailing(1)));
    assert_eq!(unwrap_all(b"tsc1\0\0\0\x01\0\0\0\0"), Err(ChunkError::Empty(1)));
    assert_eq!(unwrap_all(b"tsc1\0\0\0\x01\xff\xff\xff\xff"), Err(ChunkError::TooLarge(1)));
    let one = wrap(b"hana").unwrap();
    let doubled = [&b"tsc1\0\0\0\x02"[..], &one, &one].concat();
    assert_eq!(unwrap_all(&doubled), Err(ChunkError::Twice(2)));
    assert_eq!(unwrap(&one[..one.len() - 1]), Err(ChunkError::Torn(1)));
    assert_eq!(unwrap(&[&one[..], &one].concat()), Err(ChunkError::Trailing(one.len())));
    assert_eq!(wrap_all([&b"hana"[..], b"hana"]), Err(ChunkError::Twice(2)));
    assert_eq!(wrap(&[]), Err(ChunkError::Empty(1)));
    assert_eq!(wrap(&vec![0; MAX_CHANGE_BYTES + 1]), Err(ChunkError::TooLarge(1)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_was_stored_comes_back(changes in proptest::collection::btree_set(proptest::collection::vec(any::<u8>(), 1..40), 0..6)) {
        let stored = wrap_all(changes.iter().map(Vec::as_slice)).unwrap();
        let back: Vec<Vec<u8>> = unwrap_all(&stored).unwrap().into_iter().map(<[u8]>::to_vec).collect();
        prop_assert_eq!(back, changes.into_iter().collect::<Vec<_>>());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        let _ = unwrap(&bytes);
        let _ = unwrap_all(&[&b"tsc1"[..], &bytes].concat());
    }
}
