//! Liars at the desks: who writes what they may not, where they may not, or as somebody else. Each leaves the phone as it
//! was and is said in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use packs_support::liar::{Kept, Scene, checkpoint, put_checkpoint, refuses};
use packs_support::{BUILT, Phone, file, record, set};
use tsunagari_core::crypto::{Generation, Note};
use tsunagari_core::directory::publish::FileParts;
use tsunagari_core::directory::receive::{Outcome, PartKind, Refusal, ShardRefusal};

fn shard(id: &str, why: ShardRefusal) -> Refusal {
    Refusal::Shard { shard: id.to_owned(), why }
}

/// Records that hana publishes as a new generation of the list, with the key of the head.
#[track_caller]
fn listed(records: &[tsunagari_core::model::Record]) -> (Scene, Refusal) {
    let scene = Scene::new();
    let signed = scene.restarted("list.0", records, &["hana"]);
    let parts = scene.stolen(|edition| put_checkpoint(edition, "list.0", &signed));
    let refused = scene.refuses(&parts, Kept::Evidence);
    (scene, refused)
}

#[test]
fn a_key_outside_its_prefix() {
    for id in ["jp.inochi", "37202.a", "37201", "3720.a", "x.37201.a"] {
        let (_, refused) = listed(&[record(id, "いのちの電話")]);
        assert!(matches!(refused, Refusal::Shard { why: ShardRefusal::Record { .. }, .. }), "{id}: {refused:?}");
    }
}

#[test]
fn ids_that_look_like_others() {
    for id in ["37201.\u{430}", "３７２０１.a", "37201.ａ", "37201.a\u{200b}", "37201.A", "37201.a b", "37201.a\u{301}"]
    {
        let (_, refused) = listed(&[record(id, "あおい食堂")]);
        assert!(matches!(refused, Refusal::Shard { why: ShardRefusal::Record { .. }, .. }), "{id}: {refused:?}");
    }
}

#[test]
fn a_name_with_hidden_signs() {
    let (_, refused) = listed(&[record("37201.a", "あおい\u{202e}食堂")]);
    assert!(matches!(refused, Refusal::Shard { .. }), "{refused:?}");
}

#[test]
fn a_category_forged_to_rank_first() {
    for (key, value) in [
        ("crisis_first", "true"),
        ("emergency_row", "true"),
        ("chain", "true"),
        ("best/danger-overdose", "true"),
        ("class", "core"),
    ] {
        let mut liar = record("37201.a", "あおい食堂");
        if value == "true" {
            liar.set(key, true);
        } else {
            liar.set(key, value);
        }
        let (scene, refused) = listed(&[liar.clone()]);
        assert_eq!(refused, shard("list.0", ShardRefusal::Claims("37201.a".to_owned())), "{key}");
        // Neither in a core shard of a city, for which two keys vouch.
        let mut line = liar;
        line.id = "37201.line".to_owned();
        let signed = scene.restarted("lines.0", &[line], &["hana", "ren"]);
        let parts = scene.stolen(|edition| put_checkpoint(edition, "lines.0", &signed));
        let refused = scene.refuses(&parts, Kept::Evidence);
        assert_eq!(refused, shard("lines.0", ShardRefusal::Claims("37201.line".to_owned())), "{key}");
    }
}

#[test]
fn a_place_that_says_it_is_a_line_stands_behind_what_helps() {
    let mut scene = Scene::new();
    scene.city.edit("list.0", "hana", &[set("37201.a", "kind", "line"), set("37201.a", "category", "welfare")]);
    scene.city.publish().unwrap();
    scene.phone.takes(&scene.city.update()).unwrap();
    let reader = scene.phone.store.reader().unwrap();
    let found = reader.look().with_id("37201.a").unwrap();
    assert_eq!((found[0].class.as_str(), found[0].row >> 40), ("listing", 2));
}

#[test]
fn a_key_outside_its_shard() {
    // Field workers write no list, and nobody writes what no desk has.
    let scene = Scene::new();
    let signed = scene.restarted("list.0", &[record("37201.a", "うそ")], &["walker-1", "aoi"]);
    let parts = scene.stolen(|edition| put_checkpoint(edition, "list.0", &signed));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("list.0", ShardRefusal::CheckpointKeys));
    for id in ["field.0", "nobody.0"] {
        let of = Generation { pack: "takamatsu".to_owned(), shard: id.to_owned(), number: 1 };
        let signed = checkpoint(of, &[record("37201.x", "うそ")], &[scene.key("hana"), scene.key("walker-1")]);
        let parts = scene.stolen(|edition| {
            edition.shards.insert(id.to_owned(), edition.shards["list.0"].clone());
            put_checkpoint(edition, id, &signed);
        });
        assert_eq!(scene.refuses(&parts, Kept::Evidence), shard(id, ShardRefusal::NoDesk));
    }
}

#[test]
fn a_shard_from_another_number() {
    let mut scene = Scene::with_update();
    scene.phone.takes(&scene.city.update()).unwrap();
    scene.city.edit("list.0", "hana", &[set("37201.a", "name", "べつの名前")]);
    scene.city.publish().unwrap();
    // The line of the first number under the head of the third.
    let [first, second, third] = scene.city.editions.as_slice() else { panic!() };
    let mut lying = third.clone();
    lying.manifest = first.manifest.clone();
    lying.shards = first.shards.clone();
    lying.head = scene.head(&lying, |_| ());
    let parts = lying.since(second).unwrap();
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("list.0", ShardRefusal::GoesBack));
}

#[test]
fn a_shard_from_another_generation() {
    let mut scene = Scene::new();
    let first = scene.city.last().clone();
    scene.city.start("list.0", &[record("37201.a", "あおい食堂")], &["ren"]);
    scene.city.publish().unwrap();
    // The second generation with the start of the first.
    let mut lying = scene.city.last().clone();
    lying.shards.insert("list.0".to_owned(), first.shards["list.0"].clone());
    let mut parts = lying.since(&first).unwrap();
    parts.push((PartKind::Checkpoint.number(), first.shards["list.0"].checkpoint.encode()));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("list.0", ShardRefusal::OtherCheckpoint));
    // And the first one again, once the second is here.
    scene.phone.takes(&scene.city.update()).unwrap();
    let second = scene.city.last().clone();
    let mut back = second.clone();
    back.manifest = first.manifest.clone();
    back.shards = first.shards.clone();
    back.head = scene.head(&back, |head| {
        head.seq = 3;
        head.prev = Some(second.head.hash());
    });
    let parts = back.since(&second).unwrap();
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("list.0", ShardRefusal::GoesBack));
}

#[test]
fn another_start_under_the_same_generation() {
    let scene = Scene::new();
    let of = scene.city.shards["list.0"].checkpoint().unwrap().of;
    let signed = checkpoint(of, &[record("37201.a", "べつの食堂")], &[scene.key("hana")]);
    let parts = scene.stolen(|edition| put_checkpoint(edition, "list.0", &signed));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("list.0", ShardRefusal::OtherCheckpoint));
}

#[test]
fn a_root_that_is_not_what_comes_of_it() {
    let scene = Scene::with_update();
    let parts = scene.stolen(|edition| edition.manifest.lines.get_mut("list.0").unwrap().root = [7; 32]);
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("list.0", ShardRefusal::OtherResult));
    let parts = scene.stolen(|edition| edition.manifest.lines.get_mut("list.0").unwrap().records = 2);
    assert_eq!(scene.refuses(&parts, Kept::Evidence), shard("list.0", ShardRefusal::OtherResult));
}

#[test]
fn one_record_in_two_shards() {
    let scene = Scene::new();
    let signed = scene.restarted("list.0", &[record("37201.line", "うその電話")], &["hana"]);
    let parts = scene.stolen(|edition| put_checkpoint(edition, "list.0", &signed));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::RecordTwice("37201.line".to_owned()));
}

fn note(scene: &Scene, desk: &str, by: &str, record: &str) -> FileParts {
    let key = scene.key(by);
    let note = Note {
        pack: "takamatsu".to_owned(),
        desk: desk.to_owned(),
        record: record.to_owned(),
        by: key.public(),
        n: 1,
        differs: true,
        text: "なくなっていました".to_owned(),
        at: BUILT,
    };
    vec![(PartKind::Note.number(), note.sign(&key).encode())]
}

#[test]
fn a_note_from_nobody() {
    let scene = Scene::new();
    for (desk, by, record) in [
        ("field", "hana", "37201.a"),
        ("list", "hana", "37201.a"),
        ("nobody", "walker-1", "37201.a"),
        ("field", "walker-1", "jp.inochi"),
    ] {
        assert_eq!(scene.refuses(&note(&scene, desk, by, record), Kept::Nothing), Refusal::Note, "{desk} {by}");
    }
    let good = note(&scene, "field", "walker-1", "37201.a");
    assert_eq!(scene.phone.takes(&file(&good)).unwrap()[0].outcome, Outcome::Kept { parts: 1 });
    // A stranger's phone knows no such pack.
    assert!(matches!(refuses(&Phone::trusting(&[]), &file(&good), Kept::Nothing), Refusal::UnknownPublisher { .. }));
}
