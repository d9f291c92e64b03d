//! Liars with heads: older, other, forged and impossible ones. Each leaves the phone as it was and is said in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use packs_support::liar::{Kept, Scene, refuses, with_head, with_lines, without};
use packs_support::{BUILT, City, DAY, Phone, file, record, set};
use tsunagari_core::crypto::{About, Role};
use tsunagari_core::directory::receive::{PartKind, Refusal, ShardRefusal};

const YEAR: u64 = 365 * DAY + DAY / 4;

fn goes_back(shard: &str) -> Refusal {
    Refusal::Shard { shard: shard.to_owned(), why: ShardRefusal::GoesBack }
}

#[test]
fn an_old_head_again() {
    let scene = Scene::with_update();
    scene.phone.takes(&scene.city.update()).unwrap();
    let old = file(&scene.city.editions[0].whole());
    assert_eq!(refuses(&scene.phone, &old, Kept::Evidence), Refusal::Older { known: 2, seq: 1 });
}

#[test]
fn the_same_number_with_other_content() {
    let mut scene = Scene::with_update();
    scene.phone.takes(&scene.city.update()).unwrap();
    scene.city.editions.pop();
    scene.city.edit("list.0", "hana", &[set("37201.b", "name", "べつの会館")]);
    scene.city.publish().unwrap();
    let parts = scene.city.update_parts();
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::NumberTwice(2));
    // Told again, it is kept once.
    scene.phone.takes(&file(&parts)).unwrap_err();
    assert_eq!(scene.phone.evidence(), 1);
}

#[test]
fn a_number_far_ahead_so_that_nothing_ever_follows() {
    let scene = Scene::with_update();
    for seq in [1 + 10_001, u32::MAX] {
        let head = scene.head(scene.city.last(), |head| head.seq = seq);
        assert_eq!(scene.refuses(&scene.with_head(&head), Kept::Evidence), Refusal::TooFarAhead { known: 1, seq });
    }
}

#[test]
fn a_head_that_does_not_follow_from_what_is_here() {
    let scene = Scene::with_update();
    let head = scene.head(scene.city.last(), |head| head.prev = Some([7; 32]));
    assert_eq!(scene.refuses(&scene.with_head(&head), Kept::Evidence), Refusal::NotTheNext(1));
}

#[test]
fn a_head_from_2090() {
    let scene = Scene::with_update();
    let head = scene.head(scene.city.last(), |head| head.built = 64 * YEAR + BUILT);
    assert_eq!(scene.refuses(&scene.with_head(&head), Kept::Evidence), Refusal::WrongTime);
    // The first one that a phone sees neither.
    let whole = with_head(scene.city.last().whole(), &head);
    assert_eq!(refuses(&Phone::trusting(&[&scene.city]), &file(&whole), Kept::Evidence), Refusal::WrongTime);
}

#[test]
fn a_head_made_before_the_one_that_is_here() {
    let scene = Scene::with_update();
    let head = scene.head(scene.city.last(), |head| head.built = BUILT);
    assert_eq!(scene.refuses(&scene.with_head(&head), Kept::Evidence), Refusal::WrongTime);
}

#[test]
fn milliseconds_for_seconds() {
    let scene = Scene::with_update();
    let built = scene.head(scene.city.last(), |head| head.built *= 1000);
    assert_eq!(scene.refuses(&scene.with_head(&built), Kept::Evidence), Refusal::WrongTime);
    // A time of review in milliseconds would never let it look old.
    let review = scene.head(scene.city.last(), |head| head.review *= 1000);
    assert_eq!(scene.refuses(&scene.with_head(&review), Kept::Evidence), Refusal::WrongTime);
    // And a campaign would never end.
    let parts = scene.stolen(|edition| edition.manifest.about = About { ends: Some(BUILT * 1000), ..About::default() });
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::WrongTime);
}

#[test]
fn a_campaign_that_is_over_again() {
    let scene = Scene::with_update();
    let parts = scene.stolen(|edition| edition.manifest.about = About { ends: Some(BUILT - DAY), ..About::default() });
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::Over);
}

#[test]
fn a_head_of_a_key_that_was_taken_out() {
    let mut scene = Scene::with_update();
    let new_head = scene.city.keys["aoi"].public();
    scene.city.rotate(|charter| charter.head = Role { keys: vec![new_head], threshold: 1 }, &["root-1", "root-2"]);
    // Under the charter that took it out.
    let head = scene.head(scene.city.last(), |head| head.charter = 2);
    let mut parts = scene.with_head(&head);
    parts.insert(0, (PartKind::Charter.number(), scene.city.charters[1].encode()));
    assert_eq!(scene.refuses(&parts, Kept::Nothing), Refusal::NotSigned);
    // Under the old one, where the phone knows that there is a new one.
    let charter = vec![(PartKind::Charter.number(), scene.city.charters[1].encode())];
    scene.phone.takes(&file(&charter)).unwrap();
    let parts = scene.city.update_parts();
    assert_eq!(scene.refuses(&parts, Kept::Nothing), Refusal::OtherCharter { known: 2, stated: 1 });
}

fn city_with_two_heads() -> City {
    let mut city = City::new("takamatsu", "37201.");
    let keys = vec![city.keys["head"].public(), city.keys["aoi"].public()];
    city.charter.head = Role { keys, threshold: 2 };
    city.charters = vec![city.charter.to_signed().sign(&city.keys["root-1"]).sign(&city.keys["root-2"])];
    city.start("list.0", &[record("37201.a", "あおい食堂")], &["hana"]);
    city
}

#[test]
fn one_signature_where_two_are_needed() {
    let mut city = city_with_two_heads();
    assert!(city.publish().is_err(), "nor can it be published");
    city.charter.head.threshold = 1;
    city.publish().unwrap();
    let phone = Phone::trusting(&[&city]);
    assert_eq!(refuses(&phone, &city.whole(), Kept::Nothing), Refusal::NotSigned);
}

#[test]
fn one_signature_counted_twice() {
    let mut city = city_with_two_heads();
    city.charter.head.threshold = 1;
    city.publish().unwrap();
    let head = city.last().head.clone();
    let phone = Phone::trusting(&[&city]);
    // The list of signatures with the only one in it twice.
    let mut bytes = head.encode();
    let pair = [&[0x82, 0x58, 32][..], &head.claimed().next().unwrap().0].concat();
    let at = bytes.windows(pair.len()).position(|window| window == pair).unwrap();
    assert_eq!(bytes[at - 1], 0x81, "a list of one");
    bytes[at - 1] = 0x82;
    bytes.extend(bytes[at..].to_vec());
    let mut parts = city.last().whole();
    parts[1].1 = bytes;
    assert!(matches!(refuses(&phone, &file(&parts), Kept::Nothing), Refusal::Form(_)));
    // The same key signing again changes nothing.
    let twice = head.clone().sign(&city.keys["head"]);
    assert_eq!(twice, head);
    let whole = with_head(city.last().whole(), &twice);
    assert_eq!(refuses(&phone, &file(&whole), Kept::Nothing), Refusal::NotSigned);
}

#[test]
fn a_head_that_an_editor_signed() {
    let scene = Scene::with_update();
    for name in ["hana", "ren", "root-1", "walker-1"] {
        let signed = tsunagari_core::crypto::Head::read(&scene.city.last().head).unwrap().to_signed();
        let head = signed.sign(&scene.key(name));
        assert_eq!(scene.refuses(&scene.with_head(&head), Kept::Nothing), Refusal::NotSigned);
    }
}

#[test]
fn a_line_taken_out_of_the_manifest() {
    let scene = Scene::with_update();
    let parts = with_lines(scene.city.update_parts(), |lines| lines.gone.push("lines.0".to_owned()));
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::Mixed);
    let parts = with_lines(scene.city.update_parts(), |lines| lines.lines.clear());
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::Mixed);
    let parts = without(scene.city.update_parts(), PartKind::Lines);
    assert!(matches!(scene.refuses(&parts, Kept::Evidence), Refusal::Order | Refusal::Mixed));
}

#[test]
fn a_shard_taken_away_with_the_key_of_the_head_alone() {
    let scene = Scene::with_update();
    // To be brought back later in an older generation.
    for shard in ["lines.0", "list.0"] {
        let parts = scene.stolen(|edition| {
            edition.manifest.lines.remove(shard);
            edition.shards.remove(shard);
        });
        assert_eq!(scene.refuses(&parts, Kept::Evidence), goes_back(shard));
    }
}

#[test]
fn a_shard_goes_when_its_desk_is_closed() {
    let mut scene = Scene::new();
    scene.city.shards.remove("lines.0");
    assert!(scene.city.publish().is_err(), "the desk is still open");
    scene.city.rotate(|charter| drop(charter.desks.remove("lines")), &["root-1", "root-2"]);
    scene.city.publish().unwrap();
    scene.phone.takes(&scene.city.update()).unwrap();
    assert_eq!(scene.phone.has("37201.line"), None);
}

#[test]
fn a_line_of_another_pack() {
    let scene = Scene::with_update();
    let mut other = City::new("miki", "37341.");
    other.start("list.0", &[record("37341.a", "みきの家")], &["hana"]);
    other.publish().unwrap();
    let line = other.last().manifest.lines["list.0"].clone();
    let parts = with_lines(scene.city.update_parts(), |lines| lines.lines = vec![line.clone()]);
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::Mixed);
    // With the key of the head as well: the checkpoint says which pack it is of.
    let parts = scene.stolen(|edition| {
        edition.manifest.lines.insert("list.0".to_owned(), line.clone());
        edition.shards.insert("list.0".to_owned(), other.shards["list.0"].clone());
    });
    let refused = scene.refuses(&parts, Kept::Evidence);
    assert!(matches!(refused, Refusal::Shard { .. } | Refusal::Order), "{refused:?}");
}

#[test]
fn two_editions_mixed() {
    let mut scene = Scene::with_update();
    scene.city.edit("list.0", "ren", &[set("37201.b", "name", "べつの会館")]);
    scene.city.publish().unwrap();
    let [first, second, third] = scene.city.editions.as_slice() else { panic!() };
    let (old, new) = (second.since(first).unwrap(), third.since(first).unwrap());
    assert_eq!(scene.refuses(&with_head(new.clone(), &second.head), Kept::Evidence), Refusal::Mixed);
    assert_eq!(scene.refuses(&with_head(old.clone(), &third.head), Kept::Evidence), Refusal::Mixed);
    // The head and the lines of the new one with the entries of the old one.
    let is_entry = |part: &&(u8, Vec<u8>)| part.0 == PartKind::Entry.number();
    let entries = old.iter().filter(is_entry).cloned();
    let parts = without(new.clone(), PartKind::Entry).into_iter().chain(entries).collect();
    let missing = Refusal::Shard { shard: "list.0".to_owned(), why: ShardRefusal::MissingEntries };
    assert_eq!(scene.refuses(&parts, Kept::Evidence), missing);
}

#[test]
fn an_update_against_what_was_never_here() {
    let mut scene = Scene::with_update();
    scene.city.edit("list.0", "ren", &[set("37201.b", "name", "べつの会館")]);
    scene.city.publish().unwrap();
    let parts = scene.city.update_parts();
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::NeedsMore { known: 1, since: 2 });
    // It says that it leads on from what is here.
    let parts = with_lines(parts, |lines| lines.since = 1);
    let missing = Refusal::Shard { shard: "list.0".to_owned(), why: ShardRefusal::MissingEntries };
    assert_eq!(scene.refuses(&parts, Kept::Evidence), missing);
}

#[test]
fn a_head_of_a_pack_that_nobody_introduced() {
    let scene = Scene::with_update();
    let stranger = Phone::trusting(&[]);
    let parts = vec![(PartKind::Head.number(), scene.city.last().head.encode())];
    let refused = refuses(&stranger, &file(&parts), Kept::Nothing);
    assert!(matches!(refused, Refusal::UnknownPublisher { .. }), "{refused:?}");
}
