//! Signed packs arrive whole, by any way, and say the same on every phone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod packs_support;

use packs_support::{City, NATIONAL, Phone, file, record, set};
use tsunagari_core::crdt::Edit;
use tsunagari_core::directory::receive::{Outcome, PartKind, Refusal, ShardRefusal};

#[test]
fn a_pack_is_installed_and_updated() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    let received = phone.takes(&city.whole()).unwrap();
    assert_eq!(received[0].outcome, Outcome::Installed { seq: 1, records: 4 });
    assert_eq!(phone.field("37201.a", "name").unwrap(), "あおい食堂");
    city.edit("list.0", "hana", &[set("37201.a", "ch/tel/display", "087-000-1111")]);
    city.edit("list.0", "ren", &[Edit::Add { record: record("37201.d", "でんわの会") }]);
    city.publish().unwrap();
    let received = phone.takes(&city.update()).unwrap();
    assert_eq!(received[0].outcome, Outcome::Updated { from: 1, seq: 2, changed: 2 });
    assert_eq!(phone.field("37201.a", "ch/tel/display").unwrap(), "087-000-1111");
    assert_eq!(phone.field("37201.d", "name").unwrap(), "でんわの会");
    // The same again changes nothing; who installs now has the same rows.
    assert_eq!(phone.takes(&city.update()).unwrap()[0].outcome, Outcome::Same { seq: 2 });
    let other = Phone::trusting(&[&city]);
    other.takes(&city.whole()).unwrap();
    assert_eq!(other.rows(), phone.rows());
}

#[test]
fn what_an_editor_took_out_is_gone_and_comes_back_with_the_next_word() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    city.edit("list.0", "hana", &[Edit::Remove { id: "37201.b".to_owned() }]);
    city.publish().unwrap();
    phone.takes(&city.update()).unwrap();
    assert_eq!(phone.has("37201.b"), None);
    city.edit("list.0", "ren", &[Edit::Add { record: record("37201.b", "ぶんか会館") }]);
    city.publish().unwrap();
    phone.takes(&city.update()).unwrap();
    assert_eq!(phone.field("37201.b", "name").unwrap(), "ぶんか会館");
}

#[test]
fn a_line_changes_only_with_a_second_word() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    city.edit("lines.0", "hana", &[set("37201.line", "ch/tel/dial", "0879999999")]);
    assert!(city.publish().is_err(), "nothing may be published yet");
    city.endorse("lines.0", "aoi");
    city.publish().unwrap();
    phone.takes(&city.update()).unwrap();
    assert_eq!(phone.field("37201.line", "ch/tel/dial").unwrap(), "0879999999");
}

#[test]
fn a_phone_that_is_further_behind_says_that_it_needs_more() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    for name in ["一", "二"] {
        city.edit("list.0", "hana", &[set("37201.a", "name", name)]);
        city.publish().unwrap();
    }
    assert_eq!(phone.takes(&city.update()), Err(Refusal::NeedsMore { known: 1, since: 2 }));
    let [first, _, third] = city.editions.as_slice() else { panic!() };
    phone.takes(&file(&third.since(first).unwrap())).unwrap();
    assert_eq!((phone.seq("takamatsu"), phone.field("37201.a", "name").unwrap()), (3, "二".to_owned()));
}

#[test]
fn a_correction_that_is_not_published_changes_no_row_and_is_published_later_without_coming_again() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    let before = phone.rows();
    let entry = city.edit("list.0", "hana", &[set("37201.a", "name", "あおい食堂（移転）")]);
    let alone = file(&vec![(PartKind::Entry.number(), entry.encode())]);
    assert_eq!(phone.takes(&alone).unwrap()[0].outcome, Outcome::Kept { parts: 1 });
    assert_eq!(phone.rows(), before);
    city.publish().unwrap();
    // Head and lines alone: the entry waited here.
    let parts = city.update_parts().into_iter().filter(|(kind, _)| *kind != PartKind::Entry.number()).collect();
    phone.takes(&file(&parts)).unwrap();
    assert_eq!(phone.field("37201.a", "name").unwrap(), "あおい食堂（移転）");
}

#[test]
fn nobody_vouches_for_a_publisher_until_the_person_does() {
    let mut club = City::new("club", "x.club.");
    club.start("list.0", &[record("x.club.a", "ことばの会")], &["hana"]);
    club.publish().unwrap();
    let mut phone = Phone::trusting(&[]);
    assert!(matches!(phone.takes(&club.whole()), Err(Refusal::UnknownPublisher { .. })));
    phone.agreed = Some(club.root());
    phone.takes(&club.whole()).unwrap();
    assert_eq!(phone.seq("added:club"), 1);
    let mut liar = City::new("liar", "37201.");
    liar.start("list.0", &[record("37201.a", "あおい食堂")], &["hana"]);
    liar.publish().unwrap();
    phone.agreed = Some(liar.root());
    assert!(matches!(phone.takes(&liar.whole()), Err(Refusal::Prefix { .. })));
}

#[test]
fn one_file_carries_several_packs() {
    let (city, mut other) = (City::takamatsu(), City::new("miki", "37341."));
    other.start("list.0", &[record("37341.a", "みきの家")], &["hana"]);
    other.publish().unwrap();
    let phone = Phone::trusting(&[&city, &other]);
    let both = [city.last().whole(), other.last().whole()].concat();
    assert_eq!(phone.takes(&file(&both)).unwrap().len(), 2);
    assert_eq!((phone.seq("takamatsu"), phone.seq("miki")), (1, 1));
}

#[test]
fn one_record_proves_itself() {
    let city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    let proof = city.last().proof(&city.charter, "37201.b").unwrap();
    let bytes = file(&vec![(PartKind::Proof.number(), proof.encode())]);
    assert!(bytes.len() < 6_400, "{}", bytes.len());
    phone.takes(&bytes).unwrap();
    assert_eq!(phone.field("37201.b", "name").unwrap(), "ぶんか会館");
    let mut changed = proof.clone();
    let at = changed.record.len() - 1;
    changed.record[at] ^= 1;
    let bytes = file(&vec![(PartKind::Proof.number(), changed.encode())]);
    assert_eq!(Phone::trusting(&[&city]).takes(&bytes), Err(Refusal::Mixed));
}

#[test]
fn a_generation_that_starts_anew_forgets_what_was_taken_out() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    city.edit("list.0", "hana", &[set("37201.a", "summary", "のせてはいけない名前")]);
    city.publish().unwrap();
    phone.takes(&city.update()).unwrap();
    city.start("list.0", &[record("37201.a", "あおい食堂")], &["ren"]);
    city.publish().unwrap();
    phone.takes(&city.update()).unwrap();
    assert_eq!(phone.field("37201.a", "summary"), None);
    assert_eq!(phone.has("37201.b"), None);
    let reader = phone.store.reader().unwrap();
    assert!(reader.look().shard_entries("takamatsu", "list.0").unwrap().is_empty());
}

#[test]
fn keys_change_hands_when_enough_of_the_old_and_the_new_ones_say_so() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    let hana = city.keys["hana"].public();
    let leaves = |charter: &mut tsunagari_core::crypto::Charter| {
        for desk in charter.desks.values_mut() {
            desk.keys.remove(&hana);
        }
    };
    city.rotate(leaves, &["root-2", "root-3"]);
    // What she signed as the start has to be signed by others from now on.
    city.start("list.0", &[record("37201.a", "あおい食堂")], &["ren"]);
    city.start("lines.0", &[record("37201.line", "市の相談電話")], &["ren", "aoi"]);
    city.publish().unwrap();
    phone.takes(&city.update()).unwrap();
    assert_eq!(phone.seq("takamatsu"), 2);
    Phone::trusting(&[&city]).takes(&city.whole()).unwrap();
    // One key of the root is not enough.
    city.rotate(|charter| charter.title = "べつの名前".to_owned(), &["root-1"]);
    city.publish().unwrap();
    assert!(matches!(phone.takes(&city.update()), Err(Refusal::Charter(_))));
    assert_eq!(phone.seq("takamatsu"), 2);
}

#[test]
fn a_core_shard_of_a_city_gives_it_no_place_among_the_lines_of_the_nation() {
    let city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    let reader = phone.store.reader().unwrap();
    let found = reader.look().with_id("37201.line").unwrap();
    assert_eq!(found[0].class, "listing");
    let mut nation = City::new(NATIONAL, "jp.");
    nation.start("lines.0", &[record("jp.line", "全国の電話")], &["hana", "ren"]);
    nation.publish().unwrap();
    let mut phone = Phone::trusting(&[]);
    assert!(matches!(phone.takes(&nation.whole()), Err(Refusal::AnotherPublisher { .. })));
    phone.national = nation.root();
    phone.takes(&nation.whole()).unwrap();
    let reader = phone.store.reader().unwrap();
    assert_eq!(reader.look().with_id("jp.line").unwrap()[0].class, "core");
}

#[test]
fn a_torn_file_leaves_what_was_there() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    let rows = phone.rows();
    city.edit("list.0", "hana", &[set("37201.a", "name", "べつの名前")]);
    city.publish().unwrap();
    let update = city.update();
    for end in 0..update.len() {
        assert!(phone.takes(&update[..end]).is_err(), "{end}");
    }
    for at in 0..update.len() {
        let mut bytes = update.clone();
        bytes[at] ^= 0x10;
        assert!(phone.takes(&bytes).is_err(), "{at}");
    }
    assert_eq!((phone.rows(), phone.seq("takamatsu")), (rows, 1));
    phone.takes(&update).unwrap();
    assert_eq!(phone.seq("takamatsu"), 2);
}

#[test]
fn an_entry_of_a_core_shard_without_a_second_word_is_refused_however_it_comes() {
    let mut city = City::takamatsu();
    let phone = Phone::trusting(&[&city]);
    phone.takes(&city.whole()).unwrap();
    city.edit("lines.0", "hana", &[set("37201.line", "ch/tel/dial", "0879999999")]);
    city.endorse("lines.0", "aoi");
    city.publish().unwrap();
    let parts = city.update_parts().into_iter().filter(|(kind, _)| *kind != PartKind::Endorsement.number()).collect();
    let refused = phone.takes(&file(&parts)).unwrap_err();
    assert_eq!(refused, Refusal::Shard { shard: "lines.0".to_owned(), why: ShardRefusal::NotEndorsed });
    assert_eq!(phone.field("37201.line", "ch/tel/dial").unwrap(), "0870000000");
}

#[test]
fn a_record_that_stands_in_two_shards_is_refused_in_a_small_pack_and_in_a_large_one() {
    for shards in [2, 12] {
        let mut city = City::new("takamatsu", "37201.");
        for shard in 0..shards {
            let mut records: Vec<_> = (0..100).map(|k| record(&format!("37201.r{shard}-{k}"), "ひろば")).collect();
            records.push(record(&format!("37201.r{}", shard.min(shards - 2)), "みんなの家"));
            city.start(&format!("list.{shard}"), &records, &["hana"]);
        }
        city.publish().unwrap();
        let refused = Phone::trusting(&[&city]).takes(&city.whole());
        assert_eq!(refused, Err(Refusal::RecordTwice(format!("37201.r{}", shards - 2))));
    }
}
