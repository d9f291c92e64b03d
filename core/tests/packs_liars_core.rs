//! Liars in core shards, where everything needs two keys: each leaves the phone as it was and is said in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use packs_support::liar::{Kept, Scene, put_checkpoint};
use packs_support::{file, record, set};
use tsunagari_core::crdt::Edit;
use tsunagari_core::crypto::{Class, Endorsement};
use tsunagari_core::directory::publish::FileParts;
use tsunagari_core::directory::receive::{Refusal, ShardRefusal};

fn shard(id: &str, why: ShardRefusal) -> Refusal {
    Refusal::Shard { shard: id.to_owned(), why }
}

fn other_number() -> Vec<Edit> {
    vec![set("37201.line", "ch/tel/dial", "0909999999")]
}

/// A change of the city's own line with endorsements by whom they say.
fn endorsed_by(names: &[&str]) -> (Scene, FileParts) {
    let mut scene = Scene::new();
    let entry = scene.city.edit("lines.0", "hana", &other_number());
    let desk = scene.city.charter.desk_of("lines.0").unwrap().clone();
    let state = scene.city.shards["lines.0"].clone();
    let hana = scene.city.keys["hana"].public();
    let of = state.checkpoint().unwrap().of;
    let given: Vec<(Endorsement, _)> = names
        .iter()
        .map(|name| {
            let one = Endorsement { of: of.clone(), entry: entry.hash(), by: scene.key(name).public() };
            let signed = one.sign(&scene.key(name));
            (one, signed)
        })
        .collect();
    let parts = scene.stolen(|edition| {
        let mut lying = state.clone();
        let plain = tsunagari_core::crypto::Desk { class: Class::Listing, ..desk };
        let line = edition.manifest.lines.get_mut("lines.0").unwrap();
        line.last.insert(hana, 1);
        line.root = lying.records(&plain, &line.last).unwrap().root();
        lying.endorsements = given;
        edition.shards.insert("lines.0".to_owned(), lying);
    });
    (scene, parts)
}

#[test]
fn a_telephone_number_swapped_in_a_core_shard_by_one_key() {
    let (scene, parts) = endorsed_by(&[]);
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("lines.0", ShardRefusal::NotEndorsed));
    assert_eq!(scene.phone.field("37201.line", "ch/tel/dial").unwrap(), "0870000000");
    // As the start of a new generation.
    let mut liar = record("37201.line", "市の相談電話");
    liar.set("ch/tel/dial", "0909999999");
    let signed = scene.restarted("lines.0", &[liar.clone()], &["hana"]);
    let parts = scene.stolen(|edition| put_checkpoint(edition, "lines.0", &signed));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("lines.0", ShardRefusal::CheckpointKeys));
    // With the keys of somebody at another desk, of the head and of the root.
    let signed = scene.restarted("lines.0", &[liar], &["hana", "head", "root-1", "walker-1"]);
    let parts = scene.stolen(|edition| put_checkpoint(edition, "lines.0", &signed));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("lines.0", ShardRefusal::CheckpointKeys));
}

#[test]
fn an_endorser_who_is_the_author() {
    let (scene, parts) = endorsed_by(&["hana"]);
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("lines.0", ShardRefusal::NotEndorsed));
}

#[test]
fn one_endorser_twice() {
    let (scene, parts) = endorsed_by(&["hana", "hana"]);
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("lines.0", ShardRefusal::NotEndorsed));
    // The start of a generation that one key signed twice carries one signature.
    let signed = scene.restarted("lines.0", &[record("37201.line", "うそ")], &["ren", "ren"]);
    let parts = scene.stolen(|edition| put_checkpoint(edition, "lines.0", &signed));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("lines.0", ShardRefusal::CheckpointKeys));
}

#[test]
fn an_endorser_from_another_desk() {
    let (scene, parts) = endorsed_by(&["walker-1", "head", "root-1"]);
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("lines.0", ShardRefusal::NotEndorsed));
    // The same with somebody of the desk is taken: only that was missing.
    let (scene, parts) = endorsed_by(&["aoi"]);
    scene.phone.takes(&file(&parts)).unwrap();
    assert_eq!(scene.phone.field("37201.line", "ch/tel/dial").unwrap(), "0909999999");
}
