//! Liars with bytes: what is huge, packed to explode, or only looks like a file of ours; and single records whose proofs
//! do not hold. Each leaves the phone as it was and is said in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use packs_support::liar::{Kept, Scene, put_checkpoint, refuses, with_lines};
use packs_support::{BUILT, Phone, file, record};
use tsunagari_core::crypto::merkle;
use tsunagari_core::directory::publish::Edition;
use tsunagari_core::directory::receive::{Outcome, PartKind, Proof, Refusal, ShardRefusal};
use tsunagari_wire::WireError;
use tsunagari_wire::file::{Codec, HEAD_BYTES, wrap};
use tsunagari_wire::limits::{FILE_BYTES, PART_BYTES};

/// One frame of Zstandard (RFC 8878) that unpacks to so many zeros, after some bytes: 4 bytes for each 128 KiB.
fn bomb(first: &[u8], zeros: usize, window: u8) -> Vec<u8> {
    let block = |kind: u32, size: usize, last: bool| {
        let head = (u32::try_from(size).unwrap() << 3) | (kind << 1) | u32::from(last);
        head.to_le_bytes()[..3].to_vec()
    };
    let mut frame = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, window];
    frame.extend(block(0, first.len(), false));
    frame.extend(first);
    for _ in 0..zeros / (128 * 1024) {
        frame.extend(block(1, 128 * 1024, false));
        frame.push(0);
    }
    frame.extend(block(0, 0, true));
    frame
}

/// A window of 128 KiB.
const SMALL: u8 = 7 << 3;

#[test]
fn a_file_that_announces_a_gigabyte() {
    let scene = Scene::new();
    let bytes = wrap(Codec::Plain, 1 << 30, b"");
    let too_large = WireError::TooLarge { what: "a file", bytes: 1 << 30, limit: FILE_BYTES };
    assert_eq!(refuses(&scene.phone, &bytes, Kept::Nothing), Refusal::Form(too_large));
    for length in [u64::MAX, 1 << 63] {
        assert!(matches!(
            refuses(&scene.phone, &wrap(Codec::Zstd, length, b""), Kept::Nothing),
            Refusal::Form(WireError::TooLarge { .. })
        ));
    }
}

#[test]
fn a_part_that_announces_a_gigabyte() {
    let scene = Scene::new();
    let mut payload = vec![PartKind::Charter.number()];
    payload.extend((1_u32 << 30).to_be_bytes());
    let bytes = wrap(Codec::Plain, FILE_BYTES, &payload);
    let too_large = WireError::TooLarge { what: "a part", bytes: 1 << 30, limit: PART_BYTES as u64 };
    assert_eq!(refuses(&scene.phone, &bytes, Kept::Nothing), Refusal::Form(too_large));
}

#[test]
fn a_list_that_announces_more_than_there_is() {
    let scene = Scene::new();
    // A list, a text and bytes of 2^60, and lists in lists.
    let huge = |major: u8| [&[major | 27][..], &(1_u64 << 60).to_be_bytes()].concat();
    for body in [huge(0x80), huge(0xa0), huge(0x60), huge(0x40), vec![0x81; 1_000_000]] {
        let bytes = file(&vec![(PartKind::Charter.number(), body)]);
        assert!(matches!(refuses(&scene.phone, &bytes, Kept::Nothing), Refusal::Form(_)));
    }
}

#[test]
fn a_bomb_of_zstd() {
    let scene = Scene::new();
    // 400 MB of zeros in 13 KB, as parts of no kind: nothing is unpacked beyond the first.
    let frame = bomb(b"", 400 << 20, SMALL);
    assert!(frame.len() < 16_000, "{}", frame.len());
    let bytes = wrap(Codec::Zstd, 400 << 20, &frame);
    assert!(matches!(refuses(&scene.phone, &bytes, Kept::Nothing), Refusal::Form(WireError::NewerVersion(_))));
    // As parts that may be passed over, and that say nothing.
    let mut ignored = vec![200];
    ignored.extend(u32::try_from(PART_BYTES).unwrap().to_be_bytes());
    let bytes = wrap(Codec::Zstd, 400 << 20, &bomb(&ignored, 400 << 20, SMALL));
    assert!(matches!(refuses(&scene.phone, &bytes, Kept::Nothing), Refusal::Form(WireError::TooLarge { .. })));
    // More behind the end that is announced.
    let update = Scene::with_update().city.update();
    let bytes = wrap(Codec::Zstd, (update.len() - HEAD_BYTES) as u64, &bomb(&update[HEAD_BYTES..], 400 << 20, SMALL));
    assert_eq!(refuses(&scene.phone, &bytes, Kept::Evidence), Refusal::Form(WireError::Damaged));
    // A window of 2 GB that unpacking would have to keep.
    let bytes = wrap(Codec::Zstd, 1 << 20, &bomb(b"", 1 << 20, 21 << 3));
    assert!(matches!(refuses(&scene.phone, &bytes, Kept::Nothing), Refusal::Form(_)));
}

#[test]
fn what_is_no_file_of_ours_or_of_later() {
    let scene = Scene::new();
    for bytes in [&b""[..], b"PK\x03\x04", b"<html>please log in</html>", &[0; 4096]] {
        assert_eq!(refuses(&scene.phone, bytes, Kept::Nothing), Refusal::Form(WireError::NotOurs));
    }
    let mut later = scene.city.whole();
    later[9] = 3;
    assert_eq!(refuses(&scene.phone, &later, Kept::Nothing), Refusal::Form(WireError::NewerVersion(3)));
    let empty = file(&Vec::new());
    assert_eq!(refuses(&scene.phone, &empty, Kept::Nothing), Refusal::NothingInside);
}

#[test]
fn more_shards_than_a_pack_has() {
    let scene = Scene::with_update();
    let line = scene.city.last().manifest.lines["list.0"].clone();
    let parts = with_lines(scene.city.update_parts(), |lines| {
        lines.lines = (0..9_000)
            .map(|n| {
                let mut line = line.clone();
                line.shard = format!("list.{n}");
                line
            })
            .collect();
    });
    let refused = scene.refuses(&parts, Kept::Evidence);
    assert!(matches!(refused, Refusal::Form(WireError::TooLarge { .. })), "{refused:?}");
}

fn proven(proof: &Proof) -> Vec<u8> {
    file(&vec![(PartKind::Proof.number(), proof.encode())])
}

/// A proof of something that nobody at a desk signed, made with the key of the head alone.
fn forged(scene: &Scene, shard: &str, id: &str, fields: &[(&str, &str)]) -> Proof {
    let mut liar = record(id, "うそ");
    for (key, value) in fields {
        liar.set(*key, *value);
    }
    let signed = scene.restarted(shard, &[liar], &[]);
    let mut edition: Edition = scene.city.last().clone();
    put_checkpoint(&mut edition, shard, &signed);
    let line = edition.manifest.lines[shard].clone();
    let records = tsunagari_core::crypto::Checkpoint::read(&signed).unwrap().records;
    Proof {
        record: records[0].clone(),
        in_shard: (0, 1, merkle::proof(&records, 0).unwrap()),
        in_manifest: edition.manifest.proof(shard).unwrap(),
        head: scene.head(&edition, |head| {
            head.seq = 2;
            head.prev = Some([7; 32]);
        }),
        line,
        charters: scene.city.charters.clone(),
    }
}

#[test]
fn one_record_of_a_core_shard_with_the_key_of_the_head_alone() {
    let scene = Scene::new();
    let lie = forged(&scene, "lines.0", "37201.line", &[("ch/tel/dial", "0909999999")]);
    assert_eq!(refuses(&scene.phone, &proven(&lie), Kept::Evidence), Refusal::NeedsMore { known: 1, since: 2 });
    let stranger = Phone::trusting(&[&scene.city]);
    assert_eq!(refuses(&stranger, &proven(&lie), Kept::Evidence), Refusal::NeedsMore { known: 0, since: 2 });
    // One that the phone has in its pack says nothing new.
    let good = scene.city.last().proof(&scene.city.charter, "37201.line").unwrap();
    assert_eq!(scene.phone.takes(&proven(&good)).unwrap()[0].outcome, Outcome::Same { seq: 1 });
}

#[test]
fn one_record_that_claims_a_place() {
    let scene = Scene::new();
    let lie = forged(&scene, "list.0", "37201.a", &[("class", "core")]);
    let claims = ShardRefusal::Claims("37201.a".to_owned());
    let refusal = Refusal::Shard { shard: "list.0".to_owned(), why: claims };
    assert_eq!(refuses(&Phone::trusting(&[&scene.city]), &proven(&lie), Kept::Evidence), refusal);
    // A line of its own word stands where listings stand.
    let line = forged(&scene, "list.0", "37201.a", &[("kind", "line")]);
    let phone = Phone::trusting(&[&scene.city]);
    phone.takes(&proven(&line)).unwrap();
    let reader = phone.store.reader().unwrap();
    assert_eq!(reader.look().with_id("37201.a").unwrap()[0].row >> 40, 2);
}

#[test]
fn one_record_of_somebody_else() {
    let scene = Scene::new();
    for id in ["jp.inochi", "37201.\u{430}", "37202.a"] {
        let lie = forged(&scene, "list.0", id, &[]);
        let refused = refuses(&scene.phone, &proven(&lie), Kept::Evidence);
        assert!(matches!(refused, Refusal::Shard { why: ShardRefusal::Record { .. }, .. }), "{id}: {refused:?}");
    }
}

type Lie = fn(&mut Proof);

#[test]
fn one_record_with_a_proof_that_does_not_hold() {
    let scene = Scene::new();
    let good = scene.city.last().proof(&scene.city.charter, "37201.b").unwrap();
    let phone = Phone::trusting(&[&scene.city]);
    let lies: [(&str, Lie); 6] = [
        ("another record", |proof| *proof.record.last_mut().unwrap() ^= 1),
        ("another place", |proof| proof.in_shard.0 = 0),
        ("another hash", |proof| proof.in_shard.2[0] = [7; 32]),
        ("fewer records", |proof| proof.in_shard.1 = 2),
        ("another line", |proof| proof.line.root = [7; 32]),
        ("no way to the root", |proof| proof.in_manifest.2.clear()),
    ];
    for (what, lie) in &lies {
        let mut proof = good.clone();
        lie(&mut proof);
        assert_eq!(refuses(&phone, &proven(&proof), Kept::Evidence), Refusal::Mixed, "{what}");
    }
    let mut unsigned = good.clone();
    unsigned.head = tsunagari_core::crypto::Head::read(&good.head).unwrap().to_signed().sign(&scene.key("hana"));
    assert_eq!(refuses(&phone, &proven(&unsigned), Kept::Nothing), Refusal::NotSigned);
    phone.takes(&proven(&good)).unwrap();
}

#[test]
fn one_record_under_another_head_with_the_same_number_or_from_2090() {
    let scene = Scene::new();
    let mut lie = forged(&scene, "list.0", "37201.a", &[]);
    let head = tsunagari_core::crypto::Head::read(&lie.head).unwrap();
    let sign = |change: &dyn Fn(&mut tsunagari_core::crypto::Head)| {
        let mut head = head.clone();
        change(&mut head);
        head.to_signed().sign(&scene.key("head"))
    };
    lie.head = sign(&|head| {
        head.seq = 1;
        head.prev = None;
    });
    assert_eq!(refuses(&scene.phone, &proven(&lie), Kept::Evidence), Refusal::NumberTwice(1));
    lie.head = sign(&|head| head.built = BUILT + 64 * 365 * 86_400);
    assert_eq!(refuses(&scene.phone, &proven(&lie), Kept::Evidence), Refusal::WrongTime);
    lie.head = sign(&|head| head.review = BUILT * 1000);
    assert_eq!(refuses(&scene.phone, &proven(&lie), Kept::Evidence), Refusal::WrongTime);
}
