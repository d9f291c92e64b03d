//! Liars with changes: as somebody else, impossible ones, more than may be, before their time. Each leaves the phone as it
//! was and is said in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use std::num::NonZeroU64;

use automerge::legacy::OpType;
use automerge::transaction::{CommitOptions, Transactable as _, Transaction};
use automerge::{ActorId, Automerge, Change, ExpandedChange, ROOT};
use packs_support::liar::{Kept, Scene, put_entry, state};
use packs_support::{file, set};
use tsunagari_core::crdt::{Refused, actor};
use tsunagari_core::crypto::Entry;
use tsunagari_core::directory::publish::FileParts;
use tsunagari_core::directory::receive::{Outcome, PartKind, Refusal, ShardRefusal};

const NAME: &str = "37201.a\nname";

fn own(scene: &Scene, by: &str) -> ActorId {
    ActorId::from(actor(&scene.key(by).public().0, "takamatsu/list.0", 1))
}

/// Whatever automerge lets an author do to the list.
fn changed(scene: &Scene, by: &str, what: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
    let desk = scene.city.charter.desk_of("list.0").unwrap();
    let document = scene.city.shards["list.0"].document(desk).unwrap();
    let mut doc = Automerge::load(&document.bytes()).unwrap().with_actor(own(scene, by));
    let mut transaction = doc.transaction();
    what(&mut transaction);
    transaction.commit_with(CommitOptions::default().with_time(0));
    doc.get_last_local_change().unwrap().raw_bytes().to_vec()
}

/// A good change with something else in it, and the right check sum.
fn altered(scene: &Scene, by: &str, alter: impl FnOnce(&mut ExpandedChange)) -> Vec<u8> {
    let good = changed(scene, by, |tx| tx.put(ROOT, NAME, "うそ").unwrap());
    let mut change = Change::try_from(&good[..]).unwrap().decode();
    alter(&mut change);
    Change::from(change).raw_bytes().to_vec()
}

fn entry(scene: &Scene, by: &str, change: Vec<u8>) -> Entry {
    let of = scene.city.shards["list.0"].checkpoint().unwrap().of;
    Entry { of, author: scene.key(by).public(), n: 1, prev: None, change }
}

/// The change is published, with the key of the head; what it answers.
#[track_caller]
fn published(change: impl FnOnce(&Scene) -> Vec<u8>) -> ShardRefusal {
    let scene = Scene::new();
    let lie = entry(&scene, "hana", change(&scene));
    let parts = scene.stolen(|edition| put_entry(edition, "list.0", lie, &scene.key("hana")));
    match scene.refuses(&parts, Kept::Evidence) {
        Refusal::Shard { shard, why } if shard == "list.0" => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn somebody_elses_name_in_a_change() {
    let borrowed = |scene: &Scene| altered(scene, "hana", |change| change.actor_id = own(scene, "ren"));
    assert_eq!(published(borrowed), ShardRefusal::Change(Refused::Actor));
    let of_ren = |scene: &Scene| changed(scene, "ren", |tx| tx.put(ROOT, NAME, "うそ").unwrap());
    assert_eq!(published(of_ren), ShardRefusal::Change(Refused::Actor));
}

#[test]
fn an_entry_that_another_key_signed() {
    let scene = Scene::with_update();
    let good = scene.city.shards["list.0"].entries.values().next().unwrap().0.clone();
    let lie = good.sign(&scene.key("ren"));
    let parts: FileParts = scene
        .city
        .update_parts()
        .into_iter()
        .map(|(kind, bytes)| if kind == PartKind::Entry.number() { (kind, lie.encode()) } else { (kind, bytes) })
        .collect();
    assert!(matches!(scene.refuses(&parts, Kept::Evidence), Refusal::Form(_)));
}

#[test]
fn a_change_that_counts_from_near_two_to_the_thirty_second() {
    for start in [u64::from(u32::MAX) - 2, u64::from(u32::MAX), (1 << 32) + 1] {
        let far = |scene: &Scene| altered(scene, "hana", |change| change.start_op = NonZeroU64::new(start).unwrap());
        let why = published(far);
        assert!(matches!(why, ShardRefusal::Change(Refused::StartOp { .. } | Refused::Unreadable)), "{start}: {why:?}");
    }
}

#[test]
fn a_change_of_three_thousand_operations() {
    let many = |scene: &Scene| {
        changed(scene, "hana", |tx| (0..3000).for_each(|n| tx.put(ROOT, format!("37201.a\nx/{n}"), true).unwrap()))
    };
    assert_eq!(published(many), ShardRefusal::Change(Refused::TooManyOps));
}

#[test]
fn a_change_of_a_record_that_is_not_of_this_desk() {
    let core = |scene: &Scene| changed(scene, "hana", |tx| tx.put(ROOT, "jp.inochi\nname", "うそ").unwrap());
    assert!(matches!(published(core), ShardRefusal::Change(Refused::Unfit(_))));
    let alike = |scene: &Scene| {
        changed(scene, "hana", |tx| {
            tx.put(ROOT, "37201.\u{430}\n", true).unwrap();
            tx.put(ROOT, "37201.\u{430}\nname", "あおい食堂").unwrap();
        })
    };
    assert!(matches!(published(alike), ShardRefusal::Record { .. }));
}

#[test]
fn a_change_that_is_none() {
    assert!(matches!(published(|_| Vec::new()), ShardRefusal::Change(Refused::Empty)));
    assert!(matches!(published(|_| vec![0; 300]), ShardRefusal::Change(Refused::NotAutomerge)));
    let deleted = |scene: &Scene| altered(scene, "hana", |change| change.operations[0].action = OpType::Increment(1));
    assert_eq!(published(deleted), ShardRefusal::Change(Refused::Action));
}

#[test]
fn a_field_that_claims_a_place_by_a_change() {
    let claims = |scene: &Scene| changed(scene, "hana", |tx| tx.put(ROOT, "37201.a\ncrisis_first", true).unwrap());
    assert_eq!(published(claims), ShardRefusal::Claims("37201.a".to_owned()));
}

#[test]
fn entries_beyond_the_head() {
    let mut scene = Scene::with_update();
    let beyond = scene.city.edit("list.0", "hana", &[set("37201.a", "ch/tel/dial", "0909999999")]);
    let mut parts = scene.city.update_parts();
    parts.push((PartKind::Entry.number(), beyond.encode()));
    scene.phone.takes(&file(&parts)).unwrap();
    assert_eq!(scene.phone.field("37201.a", "ch/tel/dial").unwrap(), "0871112222", "as it was published");
    let reader = scene.phone.store.reader().unwrap();
    let shown: Vec<_> =
        reader.look().shard_entries("takamatsu", "list.0").unwrap().iter().map(|row| (row.n, row.shown)).collect();
    assert_eq!(shown, [(1, true), (2, false)], "the other one waits");
    // An edition that counts it in without having it in what comes of it is refused.
    scene.city.publish().unwrap();
    let hana = scene.key("hana").public();
    let second = scene.city.editions[1].clone();
    let mut lying = scene.city.last().clone();
    lying.manifest = second.manifest.clone();
    lying.manifest.lines.get_mut("list.0").unwrap().last.insert(hana, 2);
    lying.head = scene.head(&lying, |_| ());
    let refused = scene.refuses(&lying.since(&second).unwrap(), Kept::Evidence);
    assert_eq!(refused, Refusal::Shard { shard: "list.0".to_owned(), why: ShardRefusal::OtherResult });
}

#[test]
fn a_number_taken_beforehand_does_not_keep_what_is_published_away() {
    let scene = Scene::with_update();
    // Who stole hana's key sends another first entry of hers, which waits.
    let lie = changed(&scene, "hana", |tx| tx.put(ROOT, NAME, "うそ").unwrap_or_default());
    let lie = entry(&Scene::new(), "hana", lie).sign(&scene.key("hana"));
    let alone = file(&vec![(PartKind::Entry.number(), lie.encode())]);
    assert_eq!(scene.phone.takes(&alone).unwrap()[0].outcome, Outcome::Kept { parts: 1 });
    scene.phone.takes(&scene.city.update()).unwrap();
    assert_eq!(scene.phone.field("37201.a", "ch/tel/dial").unwrap(), "0871112222");
    // Once it is published, the other one is refused, and so are two at once.
    let before = state(&scene.phone);
    let chain = Refusal::Shard { shard: "list.0".to_owned(), why: ShardRefusal::Chain };
    assert_eq!(scene.phone.takes(&alone), Err(chain.clone()));
    assert_eq!(state(&scene.phone), before);
    let fresh = Scene::with_update();
    let mut parts = fresh.city.update_parts();
    parts.push((PartKind::Entry.number(), lie.encode()));
    assert_eq!(fresh.refuses(&parts, Kept::Evidence), chain);
}

#[test]
fn more_than_can_wait() {
    let scene = Scene::with_update();
    let (key, of) = (scene.key("ren"), scene.city.shards["list.0"].checkpoint().unwrap().of);
    let waits = |n: u32, size: usize| {
        let entry = Entry { of: of.clone(), author: key.public(), n, prev: Some([7; 32]), change: vec![0; size] };
        (PartKind::Entry.number(), entry.sign(&key).encode())
    };
    // Many, a few at a time, and large ones.
    let few: FileParts = (2..502).map(|n| waits(n, 10)).collect();
    scene.phone.takes(&file(&few)).unwrap();
    let too_many = Refusal::Shard { shard: "list.0".to_owned(), why: ShardRefusal::TooMany };
    let more: FileParts = (502..522).map(|n| waits(n, 10)).collect();
    assert_eq!(scene.refuses(&more, Kept::Nothing), too_many);
    let large: FileParts = (502..507).map(|n| waits(n, 60_000)).collect();
    assert_eq!(scene.refuses(&large, Kept::Nothing), too_many);
    // They stand in nobody's way.
    scene.phone.takes(&scene.city.update()).unwrap();
    assert_eq!(scene.phone.seq("takamatsu"), 2);
}
