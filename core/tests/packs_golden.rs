//! Packs as bytes, kept for ever in tests/packs/golden: this program makes and reads exactly these, and so does a reader
//! in another language that was written from docs/sync/packs.md alone. What is broken in them is refused by both.
//!
//! A file that is missing is written with TSUNAGARI_GOLDEN=write; one that is there is never written again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod packs_support;

use std::path::PathBuf;
use std::process::Command;

use packs_support::liar::{state, with_head};
use packs_support::{City, Phone, file, record, set};
use tsunagari_core::crypto::{Checkpoint, Head, Kind, Signed};
use tsunagari_core::directory::publish::FileParts;
use tsunagari_core::directory::receive::{Outcome, PartKind, Proof, Refusal, ShardRefusal};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/packs")
}

/// A whole pack with a table; an update with an entry in the list, an endorsed one in the lines, and a new generation.
fn city() -> City {
    let mut city = City::new("takamatsu", "37201.");
    let places = [("a", "あおい食堂"), ("b", "ぶんか会館"), ("c", "ことばの会")];
    city.start("list.0", &places.map(|(id, name)| record(&format!("37201.{id}"), name)), &["hana"]);
    city.start("list.1", &[record("37201.d", "でんわの会")], &["ren"]);
    city.start("lines.0", &[record("37201.line", "市の相談電話")], &["hana", "ren"]);
    city.files.insert("holidays.toml".to_owned(), "# ありません\n".into());
    city.publish().unwrap();
    city.edit("list.0", "hana", &[set("37201.a", "ch/tel/display", "087-000-1111")]);
    city.edit("lines.0", "ren", &[set("37201.line", "ch/tel/display", "087-000-2222")]);
    city.endorse("lines.0", "aoi");
    let places = [record("37201.d", "でんわの会"), record("37201.e", "えほんの家")];
    city.start("list.1", &places, &["ren"]);
    city.publish().unwrap();
    city
}

fn proof(city: &City) -> Proof {
    city.last().proof(&city.charter, "37201.e").unwrap()
}

fn alone(proof: &Proof) -> FileParts {
    vec![(PartKind::Proof.number(), proof.encode())]
}

/// Each file, good and with one lie in it; check sums are right.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let city = city();
    let whole = city.editions[0].whole();
    // Signed by an editor in place of who publishes.
    let head = Head::read(&city.editions[0].head).unwrap().to_signed().sign(&city.keys["hana"]);
    let unsigned = with_head(whole.clone(), &head);
    // Another telephone number in what the new generation starts from.
    let update = city.update_parts();
    let swapped = |(kind, bytes): &(u8, Vec<u8>)| {
        let signed = Signed::decode(Kind::Checkpoint, bytes).ok().filter(|_| *kind == PartKind::Checkpoint.number());
        let Some(signed) = signed else { return (*kind, bytes.clone()) };
        let mut start = Checkpoint::read(&signed).unwrap();
        let at = start.records[0].windows(12).position(|window| window == b"087-000-0000").unwrap();
        start.records[0][at + 11] = b'9';
        (*kind, start.to_signed().sign(&city.keys["ren"]).encode())
    };
    let swapped = update.iter().map(swapped).collect();
    let mut lie = proof(&city);
    let at = lie.record.windows(12).position(|window| window == b"087-000-0000").unwrap();
    lie.record[at + 11] = b'9';
    vec![
        ("whole.tsuna", file(&whole)),
        ("whole-broken.tsuna", file(&unsigned)),
        ("update.tsuna", file(&update)),
        ("update-broken.tsuna", file(&swapped)),
        ("proof.tsuna", file(&alone(&proof(&city)))),
        ("proof-broken.tsuna", file(&alone(&lie))),
    ]
}

fn golden(name: &str) -> Vec<u8> {
    std::fs::read(folder().join("golden").join(name)).unwrap()
}

#[test]
fn the_same_packs_are_the_same_bytes_for_ever() {
    for (name, bytes) in made() {
        let path = folder().join("golden").join(name);
        if !path.exists() && std::env::var_os("TSUNAGARI_GOLDEN").is_some_and(|how| how == "write") {
            std::fs::write(&path, &bytes).unwrap();
        }
        assert!(std::fs::read(&path).unwrap() == bytes, "{name} is made in another way than it was published");
    }
}

#[test]
fn what_was_published_is_read_for_ever() {
    let city = city();
    let phone = Phone::trusting(&[&city]);
    assert_eq!(phone.takes(&golden("whole-broken.tsuna")), Err(Refusal::NotSigned));
    assert_eq!(phone.takes(&golden("whole.tsuna")).unwrap()[0].outcome, Outcome::Installed { seq: 1, records: 5 });
    let before = state(&phone);
    let other = Refusal::Shard { shard: "list.1".to_owned(), why: ShardRefusal::OtherCheckpoint };
    assert_eq!(phone.takes(&golden("update-broken.tsuna")), Err(other));
    assert_eq!(state(&phone), before);
    let updated = phone.takes(&golden("update.tsuna")).unwrap();
    assert_eq!(updated[0].outcome, Outcome::Updated { from: 1, seq: 2, changed: 3 });
    assert_eq!(phone.field("37201.a", "ch/tel/display").unwrap(), "087-000-1111");
    assert_eq!(phone.field("37201.line", "ch/tel/display").unwrap(), "087-000-2222");
    let stranger = Phone::trusting(&[&city]);
    assert_eq!(stranger.takes(&golden("proof-broken.tsuna")), Err(Refusal::Mixed));
    stranger.takes(&golden("proof.tsuna")).unwrap();
    assert_eq!(stranger.field("37201.e", "name").unwrap(), "えほんの家");
}

/// What the reader in Python says, and whether it found all as it should be; `None` where there is no Python.
fn reader(names: &[&str]) -> Option<(bool, String)> {
    let files = names.iter().map(|name| folder().join("golden").join(name));
    let done = Command::new("python3").arg(folder().join("read_pack.py")).args(files).output().ok()?;
    let said = [done.stdout, done.stderr].concat();
    Some((done.status.success(), String::from_utf8_lossy(&said).into_owned()))
}

#[test]
fn a_reader_in_another_language_comes_to_the_same_result() {
    let Some((good, said)) = reader(&["whole.tsuna", "update.tsuna", "proof.tsuna"]) else {
        println!("left out: there is no python3 here");
        return;
    };
    assert!(good, "{said}");
    for words in ["number 1: 3 shards, 5 records", "number 2: 3 shards, 6 records", "37201.e: えほんの家 087-000-0000"]
    {
        assert!(said.contains(words), "{words} is not in {said}");
    }
    assert!(reader(&["proof.tsuna"]).unwrap().0, "a proof carries its charters");
    for (names, why) in [
        (&["whole-broken.tsuna"][..], "too few keys of those who publish"),
        (&["whole.tsuna", "update-broken.tsuna"], "starts from is another or missing"),
        (&["proof-broken.tsuna"], "the record is not in its shard"),
        (&["whole.tsuna", "whole-broken.tsuna"], "too few keys"),
        (&["update.tsuna"], "charter is missing"),
    ] {
        let (good, said) = reader(names).unwrap();
        assert!(!good && said.contains(why), "{names:?}: {said}");
    }
}
