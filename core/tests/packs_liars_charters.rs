//! Liars about who may publish: charters that too few signed, other publishers under a known name. Each leaves the phone
//! as it was and is said in words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use packs_support::liar::{Kept, Scene, refuses};
use packs_support::{City, NATIONAL, Phone, file, record, set};
use tsunagari_core::app::say;
use tsunagari_core::crypto::{CharterError, Role};
use tsunagari_core::directory::publish::FileParts;
use tsunagari_core::directory::receive::{PartKind, Refusal, ShardRefusal};
use tsunagari_core::model::Language;
use tsunagari_core::text::Texts;

/// The last charter alone.
fn charter(city: &City) -> FileParts {
    vec![(PartKind::Charter.number(), city.charters.last().unwrap().encode())]
}

fn too_few() -> Refusal {
    Refusal::Charter(CharterError::TooFewKeys { version: 2 })
}

#[test]
fn a_charter_that_too_few_of_the_old_root_signed() {
    let mut scene = Scene::new();
    let new: Vec<_> = ["aoi", "ren"].map(|name| scene.city.keys[name].public()).to_vec();
    let thief = |charter: &mut tsunagari_core::crypto::Charter| charter.root = Role { keys: new, threshold: 2 };
    scene.city.rotate(thief, &["aoi", "ren", "root-1"]);
    assert_eq!(scene.refuses(&charter(&scene.city), Kept::Nothing), too_few());
}

#[test]
fn a_charter_that_too_few_of_the_new_root_signed() {
    let mut scene = Scene::new();
    let new: Vec<_> = ["aoi", "ren"].map(|name| scene.city.keys[name].public()).to_vec();
    let half = |charter: &mut tsunagari_core::crypto::Charter| charter.root = Role { keys: new, threshold: 2 };
    scene.city.rotate(half, &["root-1", "root-2", "aoi"]);
    assert_eq!(scene.refuses(&charter(&scene.city), Kept::Nothing), too_few());
}

#[test]
fn a_charter_with_one_key_of_the_root_twice() {
    let mut scene = Scene::new();
    let one = scene.city.keys["root-1"].public();
    let twice = |charter: &mut tsunagari_core::crypto::Charter| charter.root.keys = vec![one, one];
    scene.city.rotate(twice, &["root-1", "root-2"]);
    assert!(matches!(scene.refuses(&charter(&scene.city), Kept::Nothing), Refusal::Form(_)));
}

#[test]
fn a_version_of_the_charter_left_out() {
    let mut scene = Scene::new();
    for title in ["二", "三"] {
        scene.city.rotate(|charter| charter.title = title.to_owned(), &["root-1", "root-2"]);
    }
    let refused = scene.refuses(&charter(&scene.city), Kept::Nothing);
    assert_eq!(refused, Refusal::Charter(CharterError::NotTheNext { known: 1, version: 3 }));
}

#[test]
fn two_charters_with_one_number() {
    let mut scene = Scene::new();
    let mut other = City::takamatsu();
    scene.city.rotate(|charter| charter.title = "一つめ".to_owned(), &["root-1", "root-2"]);
    other.rotate(|charter| charter.title = "二つめ".to_owned(), &["root-2", "root-3"]);
    scene.phone.takes(&file(&charter(&scene.city))).unwrap();
    assert_eq!(scene.refuses(&charter(&other), Kept::Nothing), Refusal::CharterTwice(2));
}

#[test]
fn another_publisher_under_a_known_name() {
    let scene = Scene::new();
    let mut liar = City::new("takamatsu", "37201.");
    liar.charter.publisher = "うその市役所".to_owned();
    liar.charters = vec![liar.charter.to_signed().sign(&liar.keys["root-1"]).sign(&liar.keys["root-2"])];
    liar.start("list.0", &[record("37201.a", "うそ")], &["hana"]);
    liar.publish().unwrap();
    let another = Refusal::AnotherPublisher { pack: "takamatsu".to_owned() };
    assert_eq!(refuses(&scene.phone, &liar.whole(), Kept::Nothing), another);
    // Neither where the pack is not here yet, even if the person says yes.
    let mut phone = Phone::trusting(&[&scene.city]);
    phone.agreed = Some(liar.root());
    assert_eq!(refuses(&phone, &liar.whole(), Kept::Nothing), another);
    // Nor for the nation.
    let mut nation = City::new(NATIONAL, "jp.");
    nation.start("lines.0", &[record("jp.line", "うそ")], &["hana", "ren"]);
    nation.publish().unwrap();
    phone.agreed = Some(nation.root());
    let another = Refusal::AnotherPublisher { pack: NATIONAL.to_owned() };
    assert_eq!(refuses(&phone, &nation.whole(), Kept::Nothing), another);
}

fn club(pack: &str, prefix: &str) -> City {
    let mut club = City::new(pack, prefix);
    club.start("list.0", &[record(&format!("{prefix}a"), "ことばの会")], &["hana"]);
    club.publish().unwrap();
    club
}

#[test]
fn the_records_of_a_city_claimed_by_somebody_else() {
    let scene = Scene::new();
    let liar = club("club", "37201.");
    let mut phone = Phone::trusting(&[&scene.city]);
    phone.takes(&scene.city.whole()).unwrap();
    phone.agreed = Some(liar.root());
    assert!(matches!(refuses(&phone, &liar.whole(), Kept::Nothing), Refusal::Prefix { .. }));
    // Nor those of another pack that was added by hand.
    let first = club("first", "x.first.");
    phone.agreed = Some(first.root());
    phone.takes(&first.whole()).unwrap();
    for prefix in ["x.first.", "x.first.more.", "x."] {
        let liar = club("club", prefix);
        phone.agreed = Some(liar.root());
        assert!(matches!(refuses(&phone, &liar.whole(), Kept::Nothing), Refusal::Prefix { .. }), "{prefix}");
    }
}

#[test]
fn a_name_taken_by_hand_before_the_city_has_it() {
    let liar = club("takamatsu", "x.takamatsu.");
    let mut phone = Phone::trusting(&[]);
    phone.agreed = Some(liar.root());
    phone.takes(&liar.whole()).unwrap();
    // Later the nation lists the city under that name: it gets it, and the other stays what it was.
    let city = City::takamatsu();
    phone.listed.insert("takamatsu".to_owned(), city.listed());
    phone.takes(&city.whole()).unwrap();
    assert_eq!((phone.seq("takamatsu"), phone.seq("added:takamatsu")), (1, 1));
    let another = Refusal::AnotherPublisher { pack: "takamatsu".to_owned() };
    assert_eq!(refuses(&phone, &liar.whole(), Kept::Nothing), another);
}

#[test]
fn a_name_that_looks_like_another() {
    let scene = Scene::new();
    // A Cyrillic а.
    let liar = City::new("t\u{430}kamatsu", "x.club.");
    assert!(matches!(scene.refuses(&charter(&liar), Kept::Nothing), Refusal::Form(_)));
    // A title that is turned round on the screen.
    let mut liar = City::new("club", "x.club.");
    liar.charter.title = "\u{202e}口窓の市松高".to_owned();
    liar.charters = vec![liar.charter.to_signed().sign(&liar.keys["root-1"]).sign(&liar.keys["root-2"])];
    assert!(matches!(scene.refuses(&charter(&liar), Kept::Nothing), Refusal::Form(_)));
}

#[test]
fn somebody_whom_nobody_vouches_for() {
    let scene = Scene::new();
    let liar = club("club", "x.club.");
    let refused = refuses(&scene.phone, &liar.whole(), Kept::Nothing);
    let Refusal::UnknownPublisher { root, .. } = &refused else { panic!("{refused:?}") };
    assert_eq!(*root, liar.root());
    let said = say::refusal(&refused, &Texts::new(Language::Japanese));
    assert!(said.contains("確認されていない発行者"), "{said}");
}

#[test]
fn what_somebody_wrote_who_left_stands_no_longer() {
    let mut scene = Scene::with_update();
    let hana = scene.city.keys["hana"].public();
    let leaves = |charter: &mut tsunagari_core::crypto::Charter| {
        for desk in charter.desks.values_mut() {
            desk.keys.remove(&hana);
        }
    };
    scene.city.rotate(leaves, &["root-1", "root-2"]);
    assert!(scene.city.publish().is_err(), "what she signed has to be signed anew");
    // A liar publishes it nevertheless, with lines that are as they were: each is looked at again.
    let head = scene.head(&scene.city.editions[0], |head| {
        head.seq = 2;
        head.charter = 2;
        head.prev = Some(scene.city.editions[0].head.hash());
    });
    let first = scene.city.editions[0].clone();
    let mut next = first.clone();
    (next.head, next.charters) = (head, scene.city.charters.clone());
    let refused = scene.refuses(&next.since(&first).unwrap(), Kept::Evidence);
    assert!(matches!(refused, Refusal::Shard { why: ShardRefusal::CheckpointKeys, .. }), "{refused:?}");
    // The charter alone is taken; what is here stays, and starts again.
    scene.phone.takes(&file(&charter(&scene.city))).unwrap();
    let restored = tsunagari_core::directory::receive::restore(
        &scene.phone.store,
        "takamatsu",
        tsunagari_core::crypto::Class::Listing,
    );
    assert_eq!(restored, Ok(0));
    let mut other = City::takamatsu();
    other.edit("list.0", "hana", &[set("37201.a", "name", "x")]);
    other.publish().unwrap();
    let refused = refuses(&scene.phone, &other.update(), Kept::Nothing);
    assert_eq!(refused, Refusal::OtherCharter { known: 2, stated: 1 });
}

#[test]
fn old_heads_told_again_and_again_wash_nothing_away() {
    let mut scene = Scene::new();
    for n in 0..80 {
        scene.city.edit("list.0", "hana", &[set("37201.a", "name", &format!("{n}"))]);
        scene.city.publish().unwrap();
    }
    scene.phone.takes(&scene.city.whole()).unwrap();
    let two = scene.head(scene.city.last(), |head| head.review += 1);
    let parts = vec![(PartKind::Head.number(), two.encode())];
    assert_eq!(scene.refuses(&parts, Kept::Evidence), Refusal::NumberTwice(81));
    for edition in &scene.city.editions[..80] {
        let parts = vec![(PartKind::Head.number(), edition.head.encode())];
        assert!(matches!(scene.phone.takes(&file(&parts)), Err(Refusal::Older { .. })));
    }
    let reader = scene.phone.store.reader().unwrap();
    let kept = reader.look().evidence().unwrap();
    assert_eq!(kept.len(), 64);
    assert_eq!((kept[0].reason.as_str(), &kept[0].body), ("said-two-things", &two.encode()));
}
