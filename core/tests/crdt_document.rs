//! A shard as a document: what is built from a checkpoint, what editors do to it, and what they see of each other.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod crdt_support;

use crdt_support::{
    AOI, HANA, Numbers, REN, add, document, edit, give, hex, places, record, remove, set, sha256, shard, unset,
};
use tsunagari_core::crdt::{
    CheckpointError, Document, EditError, Foreign, MAX_CHANGE_OPS, MAX_RECORDS, Refused, Unfit, actor, base_actor,
};
use tsunagari_core::model::{Record, Scalar};

const HIDAMARI: &str = "jp.37.hidamari";
const ANNEX: &str = "jp.37.annex";

fn shown(document: &Document, id: &str) -> Record {
    document.records().into_iter().find(|record| record.id == id).expect("the record")
}

#[test]
fn a_checkpoint_makes_the_same_bytes_for_ever_and_in_any_order() {
    let mut turned = places();
    turned.reverse();
    let (one, other) = (document(), Document::from_checkpoint(&shard(), &turned).unwrap());
    assert_eq!(one.bytes(), other.bytes());
    // A new version of automerge that makes other bytes makes other hashes, so that no published change fits any more.
    assert_eq!(sha256(one.bytes()), "43d67a91f26447b417abdcf7979550f64dfa6e98e0dc5e0c17c2a0e9e6605049");
    assert_eq!(
        one.heads().iter().map(hex).collect::<Vec<_>>(),
        ["93080d7bcb4cc8e5852a5b90766c44524984bf4d352aafa84788feb5afbc8d95"]
    );
    assert_eq!(one.records(), turned);
    assert_eq!(one.max_op(), 9);
}

#[test]
fn an_actor_follows_from_author_shard_and_generation() {
    assert_eq!(hex(actor(&HANA, "jp.37/listing", 3)), "01f1d15fa3ba26246228966c17540309");
    assert_eq!(hex(base_actor("jp.37/listing", 3)), "2ff878a8ed84687b26fa593c3be300bc");
    let own = actor(&HANA, "jp.37", 3);
    assert!([actor(&REN, "jp.37", 3), actor(&HANA, "jp.38", 3), actor(&HANA, "jp.37", 4)].iter().all(|it| *it != own));
}

#[test]
fn a_change_of_an_editor_has_the_same_bytes_for_ever() {
    let change = edit(&mut document(), &HANA, &[set(HIDAMARI, "name", "ひだまりの家"), unset(ANNEX, "ch/a/number")]);
    assert_eq!(sha256(&change.bytes), "094c5d8f79012bcf95a2b6f21e0cecd63dc5f316e889a2b4ee0a47cfe5da00da");
    assert_eq!(
        (change.n, change.max_op, hex(change.hash)),
        (1, 11, "2575cb8c2f622bfe812b5016fe2acc83501c215fad6811bde769008c9dbdd239".to_owned())
    );
}

#[test]
fn what_is_no_checkpoint_is_refused_with_its_reason() {
    let built = |records: &[Record]| Document::from_checkpoint(&shard(), records).map(drop).unwrap_err();
    let named = |id: &str, key: &str, value: &str| {
        let mut record = Record::new(id);
        record.fields.insert(key.into(), Scalar::from(value));
        built(&[record])
    };
    assert_eq!(built(&[places(), places()].concat()), CheckpointError::Twice);
    assert_eq!(named("jp.38.a", "name", "a"), CheckpointError::Unfit(Unfit::IdPrefix));
    assert_eq!(named("jp.37.a\n", "name", "a"), CheckpointError::Unfit(Unfit::IdHidden));
    assert_eq!(named("jp.37.a", "na\nme", "a"), CheckpointError::Unfit(Unfit::KeyHidden));
    assert_eq!(named("jp.37.a", "", "a"), CheckpointError::Unfit(Unfit::KeyLength));
    assert_eq!(named("jp.37.a", "id", "a"), CheckpointError::Unfit(Unfit::KeyTaken));
    assert_eq!(named("jp.37.a", "name", ""), CheckpointError::Unfit(Unfit::TextLength));
    let many =
        |count: usize| (0..count).map(|n| record(&format!("jp.37.{n:03}"), &[("name", "n")])).collect::<Vec<_>>();
    assert_eq!(built(&many(MAX_RECORDS + 1)), CheckpointError::TooMany(MAX_RECORDS + 1));
    let mut full = Document::from_checkpoint(&shard(), &many(MAX_RECORDS)).unwrap();
    let more = full.edit(&HANA, &[add(record("jp.37.more", &[("name", "m")]))]);
    assert_eq!(more, Err(EditError::Refused(Refused::TooManyRecords)));
    edit(&mut full, &HANA, &[remove("jp.37.000"), add(record("jp.37.more", &[("name", "m")]))]);
}

#[test]
fn an_empty_checkpoint_is_a_shard_that_can_be_filled() {
    let mut empty = Document::from_checkpoint(&shard(), &[]).unwrap();
    assert_eq!((empty.records(), empty.heads(), empty.max_op()), (vec![], vec![], 0));
    let mut other = empty.clone();
    let by_hana = edit(&mut empty, &HANA, &[add(places().remove(0))]);
    let by_ren = edit(&mut other, &REN, &[add(places().remove(1))]);
    give(&mut empty, &[&by_ren]);
    give(&mut other, &[&by_hana]);
    assert_eq!(empty.records().len(), 2);
    assert_eq!(empty.records(), other.records());
}

#[test]
fn edits_do_what_they_say() {
    let mut document = document();
    let new = record("jp.37.cafe", &[("name", "喫茶")]);
    edit(&mut document, &HANA, &[add(new.clone()), set("jp.37.cafe", "kind", "place"), remove(ANNEX)]);
    edit(&mut document, &HANA, &[unset("jp.37.cafe", "name"), set(HIDAMARI, "kind", ""), set(HIDAMARI, "open", true)]);
    let ids: Vec<_> = document.records().into_iter().map(|record| record.id).collect();
    assert_eq!(ids, ["jp.37.cafe", HIDAMARI]);
    assert_eq!(shown(&document, "jp.37.cafe").fields.len(), 1);
    let hidamari = shown(&document, HIDAMARI);
    assert_eq!((hidamari.text("kind"), hidamari.fields.get("open")), (None, Some(&Scalar::Bool(true))));
    assert_eq!(document.last(&HANA), 2);
    assert_eq!(document.last(&REN), 0);
    assert_eq!(document.orphans(), []);
}

#[test]
fn what_changes_nothing_makes_no_change_and_nothing_is_written_that_stands_there() {
    let mut document = document();
    let (before, same) = (document.bytes(), places());
    let edits = [add(same[0].clone()), set(ANNEX, "name", "ひだまり分室"), unset(ANNEX, "kind"), remove("jp.37.none")];
    assert_eq!(document.edit(&HANA, &edits), Ok(None));
    assert_eq!(document.bytes(), before);
    let before = document.max_op();
    let change = edit(&mut document, &HANA, &[set(ANNEX, "kind", "a"), set(ANNEX, "name", "b"), unset(ANNEX, "kind")]);
    assert_eq!(change.max_op, before + 1, "one field of two was left as it is");
}

#[test]
fn edits_that_cannot_be_done_leave_all_as_it_was() {
    let mut document = document();
    let before = document.bytes();
    let mut refused = |edits: &[_]| document.edit(&HANA, edits).unwrap_err();
    let good = set(HIDAMARI, "name", "a");
    assert_eq!(refused(&[good.clone(), set("jp.37.none", "name", "a")]), EditError::NoRecord("jp.37.none".into()));
    assert_eq!(refused(&[remove(ANNEX), unset(ANNEX, "name")]), EditError::NoRecord(ANNEX.into()));
    assert_eq!(refused(&[add(record("jp.38.a", &[("name", "a")]))]), EditError::Unfit(Unfit::IdPrefix));
    assert_eq!(refused(&[good, set(HIDAMARI, "na\nme", "a")]), EditError::Unfit(Unfit::KeyHidden));
    assert_eq!(refused(&[set(HIDAMARI, "name", "あ".repeat(4096))]), EditError::Unfit(Unfit::TextLength));
    let many: Vec<_> = (0..=MAX_CHANGE_OPS).map(|n| set(HIDAMARI, &format!("x/{n}"), true)).collect();
    assert_eq!(refused(&many), EditError::TooMany(MAX_CHANGE_OPS + 1));
    let large: Vec<_> = (0..9).map(|n| set(HIDAMARI, &format!("x/{n}"), "a".repeat(8000))).collect();
    assert!(matches!(refused(&large), EditError::Refused(Refused::TooLarge(_))));
    assert_eq!(document.bytes(), before);
}

#[test]
fn a_change_is_never_compressed() {
    let long: String = "ひだまりの家です。".repeat(200);
    let change = edit(&mut document(), &HANA, &[set(HIDAMARI, "summary", long.as_str())]);
    assert_eq!(change.bytes[8], 1, "the kind of a plain change");
    assert!(change.bytes.len() > long.len());
}

#[test]
fn edits_of_different_fields_at_the_same_time_both_survive() {
    let (mut hana, mut ren) = (document(), document());
    let by_hana = edit(&mut hana, &HANA, &[set(HIDAMARI, "name", "ひだまりの家")]);
    let by_ren = edit(&mut ren, &REN, &[set(HIDAMARI, "kind", "cafe")]);
    give(&mut hana, &[&by_ren]);
    give(&mut ren, &[&by_hana]);
    assert_eq!(hana.records(), ren.records());
    assert_eq!(shown(&hana, HIDAMARI).text("name"), Some("ひだまりの家"));
    assert_eq!(shown(&hana, HIDAMARI).text("kind"), Some("cafe"));
    assert_eq!(hana.clashes(), []);
}

#[test]
fn one_record_added_by_two_at_the_same_time_keeps_every_field_of_both() {
    let (mut hana, mut ren) = (document(), document());
    let by_hana = edit(&mut hana, &HANA, &[add(record("jp.37.cafe", &[("name", "喫茶"), ("kind", "cafe")]))]);
    let by_ren = edit(&mut ren, &REN, &[add(record("jp.37.cafe", &[("name", "喫茶"), ("fee", "0円")]))]);
    give(&mut hana, &[&by_ren]);
    give(&mut ren, &[&by_hana]);
    assert_eq!(hana.records(), ren.records());
    assert_eq!(shown(&hana, "jp.37.cafe").fields.len(), 3);
    assert_eq!(hana.clashes(), [], "the name is the same");
}

#[test]
fn a_clash_shows_both_values_and_the_same_winner_to_everybody_until_one_is_written_again() {
    let (mut hana, mut ren) = (document(), document());
    let by_hana = edit(&mut hana, &HANA, &[set(HIDAMARI, "name", "ひだまりの家")]);
    let by_ren = edit(&mut ren, &REN, &[set(HIDAMARI, "name", "ひだまりカフェ")]);
    give(&mut hana, &[&by_ren]);
    give(&mut ren, &[&by_hana]);
    let clashes = hana.clashes();
    assert_eq!(clashes, ren.clashes());
    let [clash] = clashes.as_slice() else { panic!("{clashes:?}") };
    assert_eq!((clash.record.as_str(), clash.key.as_str()), (HIDAMARI, "name"));
    assert_eq!(clash.voices.len(), 2);
    assert_eq!(clash.voices[0].value, clash.winner);
    assert_eq!(shown(&hana, HIDAMARI).fields.get("name"), clash.winner.as_ref());
    let settled = edit(&mut ren, &REN, &[set(HIDAMARI, "name", clash.winner.clone().unwrap())]);
    give(&mut hana, &[&settled]);
    assert_eq!((hana.clashes(), ren.clashes()), (vec![], vec![]));
    assert_eq!(hana.records(), ren.records());
}

#[test]
fn a_field_set_by_one_and_taken_away_by_another_keeps_its_value_and_both_are_heard() {
    let (mut hana, mut ren) = (document(), document());
    let by_hana = edit(&mut hana, &HANA, &[unset(HIDAMARI, "kind")]);
    let by_ren = edit(&mut ren, &REN, &[set(HIDAMARI, "kind", "cafe")]);
    give(&mut hana, &[&by_ren]);
    give(&mut ren, &[&by_hana]);
    let [clash] = hana.clashes().try_into().unwrap();
    assert_eq!(ren.clashes(), hana.clashes());
    assert_eq!(clash.winner, Some(Scalar::from("cafe")));
    let voices: Vec<_> = clash.voices.iter().map(|voice| (voice.value.clone(), voice.author)).collect();
    assert_eq!(voices, [(Some(Scalar::from("cafe")), REN), (None, HANA)]);
    let settled = edit(&mut hana, &HANA, &[set(HIDAMARI, "kind", "cafe")]);
    give(&mut ren, &[&settled]);
    assert_eq!((hana.clashes(), ren.clashes()), (vec![], vec![]));
}

#[test]
fn what_was_written_to_a_record_while_it_was_removed_is_kept_aside() {
    let (mut hana, mut ren) = (document(), document());
    let by_hana = edit(&mut hana, &HANA, &[remove(HIDAMARI)]);
    let by_ren = edit(&mut ren, &REN, &[set(HIDAMARI, "kind", "cafe"), set(HIDAMARI, "fee", "0円")]);
    give(&mut hana, &[&by_ren]);
    give(&mut ren, &[&by_hana]);
    for document in [&hana, &ren] {
        assert_eq!(document.records(), [places().remove(1)]);
        assert_eq!(document.orphans(), [record(HIDAMARI, &[("kind", "cafe"), ("fee", "0円")])]);
        let clashes: Vec<_> = document.clashes().into_iter().map(|clash| clash.key).collect();
        assert_eq!(clashes, ["kind"], "the fee was never seen by who removed the record");
    }
    // Put back by somebody who saw it, the record is what they put back and nothing else.
    let back = record(HIDAMARI, &[("name", "ひだまり")]);
    let again = edit(&mut ren, &REN, &[add(back.clone())]);
    give(&mut hana, &[&again]);
    assert_eq!((shown(&hana, HIDAMARI), hana.orphans(), hana.clashes()), (back, vec![], vec![]));
}

#[test]
fn a_removal_and_an_addition_at_the_same_time_leave_the_record_there() {
    let (mut hana, mut ren) = (document(), document());
    let by_hana = edit(&mut hana, &HANA, &[remove(ANNEX)]);
    let first = edit(&mut ren, &REN, &[remove(ANNEX)]);
    let second = edit(&mut ren, &REN, &[add(record(ANNEX, &[("name", "分室")]))]);
    give(&mut hana, &[&second, &first]);
    give(&mut ren, &[&by_hana]);
    assert_eq!(hana.records(), ren.records());
    assert_eq!(shown(&hana, ANNEX), record(ANNEX, &[("name", "分室")]));
}

/// A day of three editors: who edits, and who is given what.
fn busy_day(seed: u64) -> (Vec<Document>, Vec<tsunagari_core::crdt::RawChange>) {
    let mut numbers = Numbers(seed);
    let (mut documents, mut changes) = (vec![document(); 3], Vec::new());
    for round in 0..60 {
        let who = numbers.below(3);
        let id = format!("jp.37.{}", ["hidamari", "annex", "cafe", "library"][numbers.below(4)]);
        let key = ["name", "kind", "fee"][numbers.below(3)];
        let there = documents[who].records().iter().any(|record| record.id == id);
        let done = match numbers.below(6) {
            _ if !there => add(record(&id, &[("name", "n"), (key, &round.to_string())])),
            0 => remove(&id),
            1 => unset(&id, key),
            _ => set(&id, key, round.to_string()),
        };
        let author = [HANA, REN, AOI][who];
        changes.extend(documents[who].edit(&author, &[done]).unwrap());
        if numbers.below(3) == 0 {
            give(&mut documents[who], &changes.iter().collect::<Vec<_>>());
        }
    }
    (documents, changes)
}

#[test]
fn a_document_is_what_its_log_makes_in_any_order_and_any_batches() {
    for seed in 0..12 {
        let (mut documents, changes) = busy_day(seed);
        let mut log: Vec<Foreign<'_>> = changes.iter().map(|change| change.as_foreign()).collect();
        let (folded, taken) = Document::fold(&shard(), &places(), &log).unwrap();
        assert!(taken.iter().all(Result::is_ok), "{taken:?}");
        for document in &mut documents {
            give(document, &changes.iter().collect::<Vec<_>>());
        }
        let mut numbers = Numbers(seed);
        numbers.shuffle(&mut log);
        let (turned, taken) = Document::fold(&shard(), &places(), &log).unwrap();
        assert!(taken.iter().all(Result::is_ok), "{taken:?}");
        // One by one, each step compared with a fold of what is there by then.
        let mut grown = document();
        for (at, change) in changes.iter().enumerate() {
            give(&mut grown, &[change]);
            let so_far: Vec<_> = changes[..=at].iter().map(|change| change.as_foreign()).collect();
            let (folded, _) = Document::fold(&shard(), &places(), &so_far).unwrap();
            assert_eq!(
                (folded.records(), folded.heads()),
                (grown.records(), grown.heads()),
                "seed {seed}, change {at}"
            );
        }
        for other in documents.iter().chain([&turned, &grown]) {
            assert_eq!(other.records(), folded.records(), "seed {seed}");
            assert_eq!(other.clashes(), folded.clashes(), "seed {seed}");
            assert_eq!(other.orphans(), folded.orphans(), "seed {seed}");
            assert_eq!((other.heads(), other.max_op()), (folded.heads(), folded.max_op()), "seed {seed}");
        }
    }
}
