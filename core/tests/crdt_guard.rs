//! Hostile changes, one for each rule of the guard: each is refused with its reason and leaves no trace.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod crdt_support;

use std::num::NonZeroU64;

use automerge::legacy::{Key, ObjectId, OpId, OpType};
use automerge::transaction::{CommitOptions, Transactable as _, Transaction};
use automerge::{ActorId, Automerge, Change, ExpandedChange, ObjType, ROOT, ScalarValue};
use crdt_support::{AOI, HANA, REN, add, body, chunk, document, edit, give, hex, leb, record, set, shard};
use tsunagari_core::crdt::{
    Author, Document, Edit, Foreign, MAX_AUTHOR_BYTES, MAX_AUTHOR_CHANGES, MAX_CHANGE_BYTES, MAX_RECORDS, RawChange,
    Refused, Unfit, actor,
};

const HIDAMARI: &str = "jp.37.hidamari";
const NAME: &str = "jp.37.hidamari\nname";

fn own(author: &Author) -> ActorId {
    ActorId::from(actor(author, &shard().name, shard().generation))
}

/// Whatever automerge itself lets hana do to a document.
fn by_hana_on(document: &Document, options: CommitOptions, what: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
    let mut doc = Automerge::load(&document.bytes()).unwrap().with_actor(own(&HANA));
    let mut transaction = doc.transaction();
    what(&mut transaction);
    transaction.commit_with(options.with_time(0));
    doc.get_last_local_change().unwrap().raw_bytes().to_vec()
}

fn by_hana(what: impl FnOnce(&mut Transaction<'_>)) -> Vec<u8> {
    by_hana_on(&document(), CommitOptions::default(), what)
}

/// A good change of hana.
fn good() -> RawChange {
    edit(&mut document(), &HANA, &[set(HIDAMARI, "name", "ひだまりの家")])
}

/// A good change of hana with something else in it, and the right check sum.
fn altered(alter: impl FnOnce(&mut ExpandedChange)) -> Vec<u8> {
    let mut change = Change::try_from(&good().bytes[..]).unwrap().decode();
    alter(&mut change);
    Change::from(change).raw_bytes().to_vec()
}

fn count(number: u64) -> NonZeroU64 {
    NonZeroU64::new(number).unwrap()
}

/// What the document answers; it must be as before.
#[track_caller]
fn answer(document: &mut Document, bytes: &[u8], author: Author, n: u64) -> Refused {
    let (before, heads) = (document.bytes(), document.heads());
    let (max_op, last) = (document.max_op(), document.last(&author));
    let refused = document.apply(&[Foreign { bytes, author, n }]).remove(0).expect_err("refused");
    assert!(document.bytes() == before, "the document has changed");
    assert_eq!((document.heads(), document.max_op(), document.last(&author)), (heads, max_op, last));
    assert!(!refused.to_string().is_empty() && !refused.rule().is_empty());
    // What was refused stands in nobody's way.
    edit(&mut document.clone(), &AOI, &[set(HIDAMARI, "name", "べつの名前")]);
    refused
}

#[track_caller]
fn refused(bytes: &[u8]) -> Refused {
    answer(&mut document(), bytes, HANA, 1)
}

#[test]
fn what_an_editor_makes_is_taken() {
    let change = good();
    let mut document = document();
    assert_eq!(document.apply(&[change.as_foreign()]), [Ok(())]);
    assert_eq!(document.apply(&[change.as_foreign(), change.as_foreign()]), [Ok(()), Ok(())], "it is there already");
    assert_eq!(document.last(&HANA), 1);
}

#[test]
fn bytes_that_are_no_single_plain_change_are_refused() {
    let good = good().bytes;
    assert_eq!(refused(&[]), Refused::Empty);
    assert_eq!(refused(&vec![0; MAX_CHANGE_BYTES + 1]), Refused::TooLarge(MAX_CHANGE_BYTES + 1));
    assert_eq!(refused(b"PK\x03\x04 something else"), Refused::NotAutomerge);
    assert_eq!(refused(&[0; 64]), Refused::NotAutomerge);
    assert_eq!(refused(&document().bytes()), Refused::Kind(0));
    assert_eq!(refused(&chunk(2, body(&good))), Refused::Kind(2));
    let long = edit(&mut document(), &HANA, &[set(HIDAMARI, "summary", "ひだまり".repeat(200))]);
    let compressed = Change::try_from(&long.bytes[..]).unwrap().bytes().into_owned();
    assert!(compressed.len() < long.bytes.len());
    assert_eq!(refused(&compressed), Refused::Kind(2));
    assert_eq!(refused(&chunk(3, body(&good))), Refused::Kind(3));
    for end in 4..good.len() {
        assert_eq!(refused(&good[..end]), Refused::Torn, "{end}");
    }
    assert_eq!(refused(&[&good[..], &[0]].concat()), Refused::Trailing(1));
    assert_eq!(refused(&[&good[..], &good].concat()), Refused::Trailing(good.len()));
    for at in 9..good.len() {
        let mut flipped = good.clone();
        flipped[at] ^= 0x10;
        let answer = refused(&flipped);
        assert!(
            matches!(answer, Refused::CheckSum | Refused::Torn | Refused::Trailing(_) | Refused::Unreadable),
            "{answer}"
        );
    }
}

#[test]
fn a_change_under_a_borrowed_name_is_refused() {
    let good = good().bytes;
    assert_eq!(answer(&mut document(), &good, REN, 1), Refused::Actor);
    assert_eq!(refused(&altered(|change| change.actor_id = own(&REN))), Refused::Actor);
    assert_eq!(refused(&altered(|change| change.actor_id = ActorId::from([0; 4]))), Refused::Actor);
    let mut later = shard();
    later.generation += 1;
    let mut next = Document::from_checkpoint(&later, &document().records()).unwrap();
    assert_eq!(answer(&mut next, &good, HANA, 1), Refused::Actor, "a change of another generation");
}

#[test]
fn a_number_that_is_not_the_next_one_is_refused() {
    let mut document = document();
    give(&mut document, &[&good()]);
    let again = altered(|change| change.operations[0].action = OpType::Put("又".into()));
    assert_eq!(answer(&mut document, &again, HANA, 1), Refused::Twice(1), "one's own number again");
    let by_ren = edit(&mut document.clone(), &REN, &[set(HIDAMARI, "kind", "a")]);
    let under_hana = {
        let mut change = Change::try_from(&by_ren.bytes[..]).unwrap().decode();
        change.actor_id = own(&HANA);
        Change::from(change).raw_bytes().to_vec()
    };
    assert_eq!(answer(&mut document, &under_hana, HANA, 1), Refused::Twice(1), "another's under one's own number");
    assert_eq!(refused(&altered(|change| change.seq = 2)), Refused::Number { inside: 2, announced: 1 });
    let mut ahead = document.clone();
    edit(&mut ahead, &HANA, &[set(HIDAMARI, "kind", "a")]);
    let third = edit(&mut ahead, &HANA, &[set(HIDAMARI, "kind", "b")]);
    assert_eq!(answer(&mut document, &third.bytes, HANA, 3), Refused::Gap { got: 3, next: 2 });
    let zero = altered(|change| change.seq = 0);
    assert_eq!(answer(&mut document, &zero, HANA, 0), Refused::Twice(0));
    let last = altered(|change| change.seq = u64::MAX);
    assert_eq!(answer(&mut document, &last, HANA, u64::MAX), Refused::Gap { got: u64::MAX, next: 2 });
}

#[test]
fn two_changes_with_one_number_in_a_batch_are_told_apart_the_same_everywhere() {
    let other = altered(|change| change.operations[0].action = OpType::Put("又".into()));
    let good = good();
    let batch = [good.as_foreign(), Foreign { bytes: &other, author: HANA, n: 1 }];
    let (mut one, mut turned) = (document(), document());
    let answers = one.apply(&batch);
    let mut of_turned = turned.apply(&[batch[1], batch[0]]);
    of_turned.reverse();
    assert_eq!(answers, of_turned);
    assert_eq!(answers.iter().filter(|answer| **answer == Err(Refused::Twice(1))).count(), 1);
    assert_eq!(one.records(), turned.records());
}

#[test]
fn operations_that_do_not_count_on_are_refused() {
    for near_the_end in [u64::from(u32::MAX), u64::from(u32::MAX) - 2, 1 << 31, 11, 9, 1] {
        let change = altered(|change| change.start_op = count(near_the_end));
        assert_eq!(refused(&change), Refused::StartOp { got: near_the_end, next: 10 }, "{near_the_end}");
    }
    let beyond = altered(|change| change.start_op = count(1 << 32));
    assert!(matches!(refused(&beyond), Refused::StartOp { .. } | Refused::Unreadable));
    let beyond = altered(|change| change.start_op = count(u64::MAX));
    assert!(matches!(refused(&beyond), Refused::StartOp { .. } | Refused::Unreadable));
    let mut zero = body(&good().bytes).to_vec();
    let place = 1 + 32 + 1 + 16 + 1;
    assert_eq!(zero[place], 10, "where the number of the first operation stands");
    zero[place] = 0;
    assert!(matches!(refused(&chunk(1, &zero)), Refused::StartOp { .. } | Refused::Unreadable));
}

#[test]
fn a_time_a_message_and_other_bytes_are_refused() {
    assert_eq!(refused(&altered(|change| change.time = 1)), Refused::Time);
    assert_eq!(refused(&altered(|change| change.time = -1)), Refused::Time);
    assert_eq!(refused(&altered(|change| change.message = Some("早く見て".into()))), Refused::Message);
    assert_eq!(refused(&altered(|change| change.extra_bytes = vec![1, 2, 3])), Refused::Extra);
    let named =
        by_hana_on(&document(), CommitOptions::default().with_message("m"), |tx| tx.put(ROOT, NAME, "a").unwrap());
    assert_eq!(refused(&named), Refused::Message);
}

#[test]
fn a_change_that_builds_on_nothing_or_on_what_is_not_here_is_refused() {
    let unknown = automerge::ChangeHash([7; 32]);
    assert_eq!(refused(&altered(|change| change.deps.push(unknown))), Refused::Missing(1));
    assert_eq!(refused(&altered(|change| change.deps = vec![unknown])), Refused::Missing(1));
    assert_eq!(refused(&altered(|change| change.deps.clear())), Refused::Beside, "not on the checkpoint");
    assert_eq!(refused(&altered(|change| change.deps.push(change.deps[0]))), Refused::Form, "the same one twice");
    let (mut hana, base) = (document(), document().heads()[0]);
    edit(&mut hana, &HANA, &[set(HIDAMARI, "kind", "a")]);
    let second = altered(|change| {
        change.seq = 2;
        change.deps = vec![automerge::ChangeHash(base)];
    });
    assert_eq!(answer(&mut hana, &second, HANA, 2), Refused::Beside, "not on what its author wrote before");
    let (mut ren, mut late) = (document(), document());
    let first = edit(&mut ren, &REN, &[set(HIDAMARI, "kind", "a")]);
    let next = edit(&mut ren, &REN, &[set(HIDAMARI, "kind", "b")]);
    assert_eq!(late.apply(&[next.as_foreign()]), [Err(Refused::Gap { got: 2, next: 1 })]);
    assert_eq!(late.apply(&[next.as_foreign(), first.as_foreign()]), [Ok(()), Ok(())], "together they are whole");
}

#[test]
fn more_than_a_change_may_hold_is_refused() {
    let three_thousand =
        by_hana(|tx| (0..3000).for_each(|n| tx.put(ROOT, format!("{HIDAMARI}\nx/{n}"), true).unwrap()));
    assert!(three_thousand.len() < MAX_CHANGE_BYTES);
    assert_eq!(refused(&three_thousand), Refused::TooManyOps);
    assert_eq!(refused(&altered(|change| change.operations.clear())), Refused::NoOps);
    // A run of 2^62 operations in a few bytes.
    let mut run = head_of_good();
    let column = [leb(1 << 62), vec![1]].concat();
    run.extend([&[1][..], &leb(0x42), &leb(column.len() as u64), &column].concat());
    assert!(matches!(refused(&chunk(1, &run)), Refused::TooManyOps | Refused::Unreadable));
    let mut overwrites = head_of_good();
    let column = [leb(2), leb(1 << 40)].concat();
    overwrites.extend([&[1][..], &leb(0x70), &leb(column.len() as u64), &column].concat());
    assert_eq!(refused(&chunk(1, &overwrites)), Refused::TooManyOverwrites);
    // A text that announces 900 MB.
    let mut text = head_of_good();
    let column = [vec![1], leb(900_000_000), b"a".to_vec()].concat();
    text.extend([&[1][..], &leb(0x15), &leb(column.len() as u64), &column].concat());
    assert_eq!(refused(&chunk(1, &text)), Refused::Unreadable);
    let mut deps = leb(1 << 60);
    deps.extend([0; 64]);
    assert_eq!(refused(&chunk(1, &deps)), Refused::Form);
}

/// The body of hana's good change up to its columns.
fn head_of_good() -> Vec<u8> {
    let good = good().bytes;
    let whole = body(&good);
    // One dependency, an actor of 16 bytes, two small numbers, no time, no message, then the other actors.
    let end = 1 + 32 + 1 + 16 + 1 + 1 + 1 + 1;
    assert_eq!(whole[end], 1, "one other actor");
    whole[..end + 1 + 17].to_vec()
}

#[test]
fn anything_but_a_field_written_or_deleted_is_refused() {
    assert_eq!(refused(&by_hana(|tx| drop(tx.put_object(ROOT, NAME, ObjType::Map).unwrap()))), Refused::Action);
    assert_eq!(refused(&by_hana(|tx| drop(tx.put_object(ROOT, NAME, ObjType::List).unwrap()))), Refused::Action);
    assert_eq!(refused(&by_hana(|tx| drop(tx.put_object(ROOT, NAME, ObjType::Text).unwrap()))), Refused::Action);
    let into_a_list = by_hana(|tx| {
        let list = tx.put_object(ROOT, NAME, ObjType::List).unwrap();
        tx.insert(&list, 0, "a").unwrap();
    });
    assert_eq!(refused(&into_a_list), Refused::Shape);
    let into_a_text = by_hana(|tx| {
        let text = tx.put_object(ROOT, NAME, ObjType::Text).unwrap();
        tx.splice_text(&text, 0, 0, "abc").unwrap();
    });
    assert_eq!(refused(&into_a_text), Refused::Shape);
    let into_a_map = by_hana(|tx| {
        let map = tx.put_object(ROOT, NAME, ObjType::Map).unwrap();
        tx.put(&map, "name", "a").unwrap();
    });
    assert_eq!(refused(&into_a_map), Refused::Shape);
    let increment = altered(|change| change.operations[0].action = OpType::Increment(1));
    assert_eq!(refused(&increment), Refused::Action);
    let inserted = altered(|change| change.operations[0].insert = true);
    assert_eq!(refused(&inserted), Refused::Shape);
    let in_object = altered(|change| change.operations[0].obj = ObjectId::Id(OpId(1, own(&HANA))));
    assert_eq!(refused(&in_object), Refused::Shape);
    let in_list = altered(|change| change.operations[0].key = Key::head());
    assert!(matches!(refused(&in_list), Refused::Shape | Refused::Unreadable));
}

#[test]
fn a_value_that_no_field_has_is_refused() {
    let values = [
        ScalarValue::counter(1),
        ScalarValue::Timestamp(1),
        ScalarValue::F64(1.5),
        ScalarValue::Uint(1),
        ScalarValue::Bytes(vec![1]),
        ScalarValue::Null,
        ScalarValue::Unknown { type_code: 12, bytes: vec![1] },
    ];
    for value in values {
        let said = format!("{value:?}");
        assert_eq!(refused(&by_hana(|tx| tx.put(ROOT, NAME, value).unwrap())), Refused::Value, "{said}");
    }
    let text = |text: &str| refused(&by_hana(|tx| tx.put(ROOT, NAME, text).unwrap()));
    assert_eq!(text(""), Refused::Unfit(Unfit::TextLength));
    assert_eq!(text(&"a".repeat(8 * 1024 + 1)), Refused::Unfit(Unfit::TextLength));
    assert_eq!(refused(&by_hana(|tx| tx.put(ROOT, "jp.37.new\n", "a").unwrap())), Refused::Value, "a mark is true");
    assert_eq!(refused(&by_hana(|tx| tx.put(ROOT, "jp.37.new\n", false).unwrap())), Refused::Value, "a mark is true");
}

#[test]
fn a_key_that_is_no_field_of_this_shard_is_refused() {
    let key = |key: &str| refused(&by_hana(|tx| tx.put(ROOT, key, "a").unwrap()));
    assert_eq!(key("name"), Refused::Shape);
    assert_eq!(key("jp.38.hidamari\nname"), Refused::Unfit(Unfit::IdPrefix));
    assert_eq!(key("jp.37.\nname"), Refused::Unfit(Unfit::IdPrefix));
    assert_eq!(key("jp.119\nname"), Refused::Unfit(Unfit::IdPrefix), "a record of the core pack");
    assert_eq!(key("\nname"), Refused::Unfit(Unfit::IdLength));
    assert_eq!(key(&format!("jp.37.{}\nname", "a".repeat(200))), Refused::Unfit(Unfit::IdLength));
    assert_eq!(key(&format!("{HIDAMARI}\n{}", "a".repeat(201))), Refused::Unfit(Unfit::KeyLength));
    assert_eq!(key("jp.37.a\u{7}\nname"), Refused::Unfit(Unfit::IdHidden));
    assert_eq!(key("jp.37.a\u{202e}\nname"), Refused::Unfit(Unfit::IdHidden));
    assert_eq!(key(&format!("{HIDAMARI}\nna\nme")), Refused::Unfit(Unfit::KeyHidden));
    assert_eq!(key(&format!("{HIDAMARI}\nid")), Refused::Unfit(Unfit::KeyTaken));
}

#[test]
fn overwriting_other_values_than_those_that_were_seen_is_refused() {
    assert_eq!(refused(&altered(|change| change.operations[0].pred = vec![].into())), Refused::Overwrites, "none");
    let of_another_field = altered(|change| {
        let pred = OpId(1, change.operations[0].pred.get(0).unwrap().actor().clone());
        change.operations[0].pred = vec![pred].into();
    });
    assert_eq!(refused(&of_another_field), Refused::Overwrites);
    let of_the_future = altered(|change| {
        let pred = OpId(4_000_000, change.operations[0].pred.get(0).unwrap().actor().clone());
        change.operations[0].pred = vec![pred].into();
    });
    assert_eq!(refused(&of_the_future), Refused::Overwrites);
    // Automerge would panic on these.
    for step in [vec![0x7f, 0x7f], [leb(3), leb(1 << 31)].concat(), [leb(1), leb(1 << 40)].concat()] {
        let mut beyond = head_of_good();
        beyond.extend([&[1][..], &leb(0x73), &leb(step.len() as u64), &step].concat());
        assert_eq!(refused(&chunk(1, &beyond)), Refused::Overwrites, "{step:?}");
    }
    let of_nobody = altered(|change| change.operations[0].pred = vec![OpId(1, own(&AOI))].into());
    assert_eq!(refused(&of_nobody), Refused::Overwrites);
    // Of somebody whose change is here, but whom this one does not build on.
    let mut document = document();
    let by_ren = edit(&mut document, &REN, &[set(HIDAMARI, "name", "a")]);
    let unseen = altered(|change| change.operations[0].pred = vec![OpId(by_ren.max_op, own(&REN))].into());
    assert_eq!(answer(&mut document, &unseen, HANA, 1), Refused::Overwrites);
    let nothing_deleted = altered(|change| {
        change.operations[0].action = OpType::Delete;
        change.operations[0].key = Key::Map("jp.37.hidamari\nnone".into());
        change.operations[0].pred = vec![].into();
    });
    assert_eq!(refused(&nothing_deleted), Refused::Overwrites);
    let twice = altered(|change| change.operations.push(change.operations[0].clone()));
    assert_eq!(refused(&twice), Refused::FieldTwice);
}

#[test]
fn another_way_of_writing_the_same_change_is_refused() {
    // The run of one action, written as a run instead of a literal, means the same.
    let good = good().bytes;
    let mut other = body(&good).to_vec();
    let literal = other.windows(2).position(|pair| pair == [0x7f, 0x01]).expect("a literal run of one action");
    other[literal] = 0x01;
    assert_eq!(
        Change::try_from(&chunk(1, &other)[..]).unwrap().decode(),
        Change::try_from(&good[..]).unwrap().decode()
    );
    assert_eq!(refused(&chunk(1, &other)), Refused::Form);
}

#[test]
fn more_records_than_a_shard_holds_are_refused() {
    let many: Vec<_> = (0..MAX_RECORDS).map(|n| record(&format!("jp.37.{n:03}"), &[("name", "n")])).collect();
    let mut full = Document::from_checkpoint(&shard(), &many).unwrap();
    let one_more = by_hana_on(&full, CommitOptions::default(), |tx| tx.put(ROOT, "jp.37.more\n", true).unwrap());
    let before = full.bytes();
    assert_eq!(full.apply(&[Foreign { bytes: &one_more, author: HANA, n: 1 }]), [Err(Refused::TooManyRecords)]);
    assert_eq!(full.bytes(), before);
}

#[test]
fn what_one_author_may_write_in_a_generation_ends() {
    let mut document = document();
    for n in 0..MAX_AUTHOR_CHANGES {
        edit(&mut document, &HANA, &[set(HIDAMARI, "name", i64::try_from(n).unwrap())]);
    }
    let more = [set(HIDAMARI, "name", "one more")];
    assert_eq!(
        document.edit(&HANA, &more).unwrap_err().to_string(),
        format!("the change could not be made: {}", Refused::AuthorFull)
    );
    edit(&mut document, &REN, &more);
    let mut large = crdt_support::document();
    let texts = |n: usize| -> Vec<Edit> {
        (0..7).map(|key| set(HIDAMARI, &format!("x/{key}"), format!("{n}").repeat(8000))).collect()
    };
    let taken = (0..9).take_while(|n| large.edit(&REN, &texts(*n)).is_ok()).count();
    assert_eq!(taken, MAX_AUTHOR_BYTES / 56_500);
}

#[test]
fn in_a_batch_the_bad_ones_are_refused_and_the_good_ones_taken() {
    let (mut hana, mut ren) = (document(), document());
    let first = edit(&mut hana, &HANA, &[set(HIDAMARI, "name", "一")]);
    let second = edit(&mut hana, &HANA, &[set(HIDAMARI, "name", "二")]);
    let by_ren = edit(&mut ren, &REN, &[add(record("jp.37.cafe", &[("name", "喫茶")]))]);
    let bad = altered(|change| change.start_op = count(u64::from(u32::MAX)));
    let borrowed = altered(|change| change.actor_id = own(&AOI));
    let batch = [
        second.as_foreign(),
        Foreign { bytes: &bad, author: HANA, n: 1 },
        by_ren.as_foreign(),
        Foreign { bytes: &borrowed, author: HANA, n: 1 },
        first.as_foreign(),
        second.as_foreign(),
    ];
    let mut document = document();
    let rules: Vec<_> =
        document.apply(&batch).into_iter().map(|answer| answer.err().map(|refused| refused.rule())).collect();
    assert_eq!(rules, [None, Some("twice"), None, Some("actor"), None, None]);
    assert_eq!((document.last(&HANA), document.last(&REN)), (2, 1));
    assert_eq!(document.records().len(), 3);
    assert_eq!(document.heads().iter().map(hex).count(), 2);
}
