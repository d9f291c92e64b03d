//! A file is read part by part, whole or not at all, in bounded memory.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::io::Read;

use sha2::{Digest, Sha256};
use tsunagari_wire::WireError;
use tsunagari_wire::file::{Codec, HEAD_BYTES, MAGIC, Parts, payload, plain, wrap};
use tsunagari_wire::limits::{FILE_BYTES, PART_BYTES};

fn read(bytes: impl Read) -> Result<Vec<(u8, Vec<u8>)>, WireError> {
    let mut parts = Parts::open(bytes)?;
    let mut read = Vec::new();
    while let Some(part) = parts.next(|kind| kind < 10)? {
        read.push((part.kind, part.bytes));
    }
    Ok(read)
}

fn small() -> Vec<u8> {
    plain([(1, b"hana".as_slice()), (2, b"".as_slice()), (3, &[7; 300])]).unwrap()
}

/// A payload as one frame of Zstandard.
fn packed(payload: &[u8]) -> Vec<u8> {
    let frame = ruzstd::encoding::compress_to_vec(payload, ruzstd::encoding::CompressionLevel::Fastest);
    wrap(Codec::Zstd, payload.len() as u64, &frame)
}

#[test]
fn what_is_written_is_read() {
    let parts = vec![(1, b"hana".to_vec()), (2, Vec::new()), (3, vec![7; 300])];
    assert_eq!(read(small().as_slice()).unwrap(), parts);
    let payload = payload(parts.iter().map(|(kind, bytes)| (*kind, bytes.as_slice()))).unwrap();
    assert_eq!(read(packed(&payload).as_slice()).unwrap(), parts);
}

#[test]
fn golden_bytes_stay() {
    // Kept for ever: version 2, plain, one part of kind 1.
    let mut golden = b"TSUNAPCK\x00\x02\x00\x00\x00\x00\x00\x00\x00\x00\x29\x01\x00\x00\x00\x04hana".to_vec();
    golden.extend(Sha256::digest(b"\x01\x00\x00\x00\x04hana"));
    assert_eq!(plain([(1, b"hana".as_slice())]).unwrap(), golden);
    assert_eq!(read(golden.as_slice()).unwrap(), [(1, b"hana".to_vec())]);
}

#[test]
fn cut_anywhere_it_is_refused() {
    let bytes = small();
    for cut in 0..bytes.len() {
        let refused = read(&bytes[..cut]).unwrap_err();
        let expected = if cut < HEAD_BYTES { WireError::NotOurs } else { WireError::Damaged };
        assert_eq!(refused, expected, "cut at {cut}");
    }
    assert_eq!(read([bytes, vec![0]].concat().as_slice()), Err(WireError::Damaged), "something behind it");
}

#[test]
fn with_any_bit_flipped_it_is_refused() {
    let payload = payload([(1, b"hana".as_slice()), (2, &[7; 60])]).unwrap();
    for bytes in [plain([(1, b"hana".as_slice()), (2, &[7; 60])]).unwrap(), packed(&payload)] {
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let is_same = read(flipped.as_slice()).is_ok_and(|parts| parts == read(bytes.as_slice()).unwrap());
            // A bit of the head of a frame may say the same in other words; other content never comes out.
            assert!(is_same || read(flipped.as_slice()).is_err(), "bit {bit}");
        }
    }
}

#[test]
fn what_says_that_it_is_too_large_is_refused_before_it_is_read() {
    let mut head = MAGIC.to_vec();
    head.extend([0, 2, 0]);
    head.extend((1_u64 << 30).to_be_bytes());
    // Nothing can be read behind the head: it would be waited for for ever.
    let endless = head.as_slice().chain(std::io::repeat(0));
    let limit = FILE_BYTES;
    assert_eq!(read(endless).unwrap_err(), WireError::TooLarge { what: "a file", bytes: 1 << 30, limit });
    let mut part = MAGIC.to_vec();
    part.extend([0, 2, 0]);
    part.extend((100_u64 << 20).to_be_bytes());
    part.extend([1, 0xff, 0xff, 0xff, 0xff]);
    let limit = PART_BYTES as u64;
    let refused = read(part.as_slice().chain(std::io::repeat(0))).unwrap_err();
    assert_eq!(refused, WireError::TooLarge { what: "a part", bytes: 0xffff_ffff, limit });
}

#[test]
fn a_bomb_is_refused_after_a_bounded_number_of_bytes() {
    // 400 MB of parts that may be passed over, in less than half a megabyte.
    let mut bomb = Vec::new();
    for _ in 0..200 {
        bomb.push(200);
        bomb.extend((2_u32 * 1024 * 1024).to_be_bytes());
        bomb.extend(vec![0; 2 * 1024 * 1024]);
    }
    bomb.extend(Sha256::digest(&bomb));
    let bytes = packed(&bomb);
    assert!(bytes.len() < 500_000, "{}", bytes.len());
    let refused = read(bytes.as_slice()).unwrap_err();
    assert!(matches!(refused, WireError::TooLarge { what: "what is not known of a file", .. }), "{refused}");
}

#[test]
fn a_later_version_and_a_part_that_one_has_to_know_ask_for_a_newer_program() {
    let mut later = small();
    later[9] = 3;
    assert_eq!(read(later.as_slice()), Err(WireError::NewerVersion(3)));
    assert_eq!(read(plain([(90, b"x".as_slice())]).unwrap().as_slice()), Err(WireError::NewerVersion(2)));
    assert_eq!(read(plain([(190, b"x".as_slice())]).unwrap().as_slice()), Ok(Vec::new()));
    assert_eq!(read(b"SQLite format 3\0 and so on".as_slice()), Err(WireError::NotOurs));
}
