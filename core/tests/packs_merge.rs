//! Editors change one shard without asking each other: whoever has the same entries has the same rows, whatever order,
//! batches and ways they came by, and nothing that anybody wrote is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod crdt_support;
mod packs_support;

use std::collections::{BTreeMap, BTreeSet};

use crdt_support::{AOI, HANA, Numbers, REN, add, document, give, places, remove, set, shard, unset};
use packs_support::liar::without;
use packs_support::{City, Phone, file};
use tsunagari_core::crdt::{Document, Foreign, RawChange};
use tsunagari_core::crypto::Signed;
use tsunagari_core::directory::publish::FileParts;
use tsunagari_core::directory::receive::PartKind;
use tsunagari_core::model::Scalar;

/// Random days of editors.
const DAYS: u64 = 10_000;
/// Days that are carried to phones as files.
const CARRIED: u64 = 250;

type Field = (String, String);

/// One field written by an editor who had seen some other writings.
struct Written {
    field: Field,
    value: Option<Scalar>,
    seen: BTreeSet<usize>,
}

/// What an editor has: the document, and which changes and writings are in it.
struct Editor {
    document: Document,
    changes: BTreeSet<usize>,
    writings: BTreeSet<usize>,
}

/// Everything that stands in a document, also of records that were taken out meanwhile.
fn fields(document: &Document) -> BTreeMap<Field, Scalar> {
    let all = document.records().into_iter().chain(document.orphans());
    all.flat_map(|record| {
        let id = record.id;
        record.fields.into_iter().map(move |(key, value)| ((id.clone(), key), value))
    })
    .collect()
}

struct Day {
    changes: Vec<RawChange>,
    writings: Vec<Written>,
}

/// Three editors who now and then give each other what they have.
fn day(numbers: &mut Numbers) -> Day {
    let authors = [HANA, REN, AOI];
    let new = || Editor { document: document(), changes: BTreeSet::new(), writings: BTreeSet::new() };
    let mut editors: Vec<Editor> = (0..2 + numbers.below(2)).map(|_| new()).collect();
    let (mut changes, mut writings): (Vec<RawChange>, Vec<Written>) = (Vec::new(), Vec::new());
    for round in 0..4 + numbers.below(5) {
        let (who, other) = (numbers.below(editors.len()), numbers.below(editors.len()));
        if numbers.below(3) == 0 && who != other {
            let there = editors[other].changes.clone();
            let missing: Vec<&RawChange> = there.difference(&editors[who].changes).map(|at| &changes[*at]).collect();
            give(&mut editors[who].document, &missing);
            let seen = editors[other].writings.clone();
            editors[who].changes.extend(there);
            editors[who].writings.extend(seen);
        }
        let editor = &mut editors[who];
        let before = fields(&editor.document);
        let id = format!("jp.37.{}", ["hidamari", "annex", "cafe"][numbers.below(3)]);
        let key = ["name", "kind", "ch/a/number"][numbers.below(3)];
        let there = editor.document.records().iter().any(|record| record.id == id);
        let said = round.to_string();
        let edit = match numbers.below(6) {
            _ if !there => add(crdt_support::record(&id, &[("name", &format!("n{said}")), (key, &said)])),
            0 => remove(&id),
            1 => unset(&id, key),
            _ => set(&id, key, said),
        };
        let Some(change) = editor.document.edit(&authors[who], &[edit]).unwrap() else { continue };
        editor.changes.insert(changes.len());
        changes.push(change);
        let (after, seen) = (fields(&editor.document), editor.writings.clone());
        let touched: BTreeSet<&Field> = before.keys().chain(after.keys()).collect();
        for field in touched.into_iter().filter(|field| before.get(*field) != after.get(*field)) {
            editor.writings.insert(writings.len());
            writings.push(Written { field: field.clone(), value: after.get(field).cloned(), seen: seen.clone() });
        }
    }
    Day { changes, writings }
}

/// The same changes in another order, in batches, some of them twice; what has to wait is given again.
fn otherwise(changes: &[RawChange], numbers: &mut Numbers) -> Document {
    let mut document = document();
    let mut waiting: Vec<Foreign<'_>> = changes.iter().map(RawChange::as_foreign).collect();
    waiting.extend(changes.iter().filter(|_| numbers.below(3) == 0).map(RawChange::as_foreign));
    while !waiting.is_empty() {
        numbers.shuffle(&mut waiting);
        let batch: Vec<Foreign<'_>> = waiting.drain(..1 + numbers.below(waiting.len())).collect();
        let answers = document.apply(&batch);
        for (foreign, answer) in batch.into_iter().zip(answers) {
            if let Err(refused) = answer {
                assert!(refused.may_come_later(), "{refused}");
                waiting.push(foreign);
            }
        }
    }
    document
}

/// What nobody has overwritten who saw it is shown, or listed beside what is.
fn nothing_is_lost(document: &Document, writings: &[Written], seed: u64) {
    let (shown, clashes) = (fields(document), document.clashes());
    let start: BTreeMap<Field, Scalar> = fields(&crdt_support::document());
    let written: BTreeSet<&Field> = writings.iter().map(|one| &one.field).collect();
    for field in start.keys().filter(|field| !written.contains(field)) {
        assert_eq!(shown.get(field), start.get(field), "seed {seed}: {field:?} was changed by nobody");
    }
    for field in written {
        let of_field = || writings.iter().enumerate().filter(|(_, one)| one.field == *field);
        let last = of_field().filter(|(at, _)| !of_field().any(|(_, later)| later.seen.contains(at)));
        let last: Vec<&Option<Scalar>> = last.map(|(_, one)| &one.value).collect();
        let value = shown.get(field).cloned();
        assert!(last.contains(&&value), "seed {seed}: {field:?} shows {value:?}, last written were {last:?}");
        let clash = clashes.iter().find(|clash| (&clash.record, &clash.key) == (&field.0, &field.1));
        for other in last.into_iter().filter(|other| **other != value) {
            let listed = clash.is_some_and(|clash| clash.voices.iter().any(|voice| voice.value == *other));
            assert!(listed, "seed {seed}: {other:?} of {field:?} is nowhere");
        }
    }
}

#[test]
fn any_order_and_batches_make_the_same_records_and_no_field_is_lost() {
    let (mut changes, mut clashes) = (0, 0);
    for seed in 0..DAYS {
        let mut numbers = Numbers(seed);
        let day = day(&mut numbers);
        let log: Vec<Foreign<'_>> = day.changes.iter().map(RawChange::as_foreign).collect();
        let (folded, taken) = Document::fold(&shard(), &places(), &log).unwrap();
        assert!(taken.iter().all(Result::is_ok), "seed {seed}: {taken:?}");
        let other = otherwise(&day.changes, &mut numbers);
        assert_eq!(other.records(), folded.records(), "seed {seed}");
        assert_eq!((other.heads(), other.max_op()), (folded.heads(), folded.max_op()), "seed {seed}");
        assert_eq!(other.clashes(), folded.clashes(), "seed {seed}");
        nothing_is_lost(&folded, &day.writings, seed);
        changes += day.changes.len();
        clashes += folded.clashes().len();
    }
    assert!(clashes > 1_000, "editors hardly ever met");
    println!("{DAYS} days of editors, {changes} changes, {clashes} fields that two wrote at the same time");
}

/// A city whose editors, each for themselves, change its list; published after each round.
fn edited(numbers: &mut Numbers) -> (City, Vec<Signed>) {
    let (mut city, mut entries) = (City::takamatsu(), Vec::new());
    let desk = city.charter.desk_of("list.0").unwrap().clone();
    for round in 0..2 + numbers.below(2) {
        let before = city.shards["list.0"].clone();
        let mut merged = before.clone();
        for name in ["hana", "ren"] {
            // Neither sees what the other does in this round.
            let mut own = before.clone();
            for n in 0..1 + numbers.below(3) {
                let id = format!("37201.{}", ["a", "b", "new"][numbers.below(3)]);
                let document = own.document(&desk).unwrap();
                let there = document.records().iter().any(|record| record.id == id);
                let said = format!("{name} {round} {n}");
                let edit = match numbers.below(5) {
                    _ if !there => add(packs_support::record(&id, &said)),
                    0 => remove(&id),
                    _ => set(&id, ["name", "address", "ch/tel/dial"][numbers.below(3)], said),
                };
                entries.extend(own.edit(&desk, &city.keys[name], &[edit]).unwrap());
            }
            merged.entries.extend(own.entries);
        }
        city.shards.insert("list.0".to_owned(), merged);
        city.publish().unwrap();
    }
    (city, entries)
}

#[test]
fn any_carrier_brings_the_same_rows_to_every_phone() {
    let mut files = 0;
    for seed in 0..CARRIED {
        let mut numbers = Numbers(seed);
        let (city, mut entries) = edited(&mut numbers);
        let first = &city.editions[0];
        let phone = || {
            let phone = Phone::trusting(&[&city]);
            phone.takes(&file(&first.whole())).unwrap();
            phone
        };
        // As a whole, by somebody who had nothing; update by update; all of it in one update.
        let (whole, steps, leap) = (Phone::trusting(&[&city]), phone(), phone());
        whole.takes(&city.whole()).unwrap();
        for pair in city.editions.windows(2) {
            steps.takes(&file(&pair[1].since(&pair[0]).unwrap())).unwrap();
        }
        leap.takes(&file(&city.last().since(first).unwrap())).unwrap();
        // Entries in any order, some twice, a few at a time, before anybody has published them; then the head alone.
        let loose = phone();
        entries.extend(entries.clone().into_iter().filter(|_| numbers.below(4) == 0));
        numbers.shuffle(&mut entries);
        while !entries.is_empty() {
            let batch = entries.drain(..1 + numbers.below(entries.len()));
            let parts: FileParts = batch.map(|entry| (PartKind::Entry.number(), entry.encode())).collect();
            loose.takes(&file(&parts)).unwrap();
            files += 1;
        }
        assert_eq!(loose.seq("takamatsu"), 1, "nothing is published yet");
        loose.takes(&file(&without(city.last().since(first).unwrap(), PartKind::Entry))).unwrap();
        let (rows, seq) = (whole.rows(), whole.seq("takamatsu"));
        let root = city.last().manifest.root();
        for other in [&steps, &leap, &loose] {
            assert_eq!((other.rows(), other.seq("takamatsu")), (rows.clone(), seq), "seed {seed}");
            // It says of itself that it has what the head names.
            let reader = other.store.reader().unwrap();
            let head = reader.look().publisher("takamatsu").unwrap().unwrap().head;
            assert_eq!(head, city.last().head.encode(), "seed {seed}");
        }
        let desk = city.charter.desk_of("list.0").unwrap();
        let line = &city.last().manifest.lines["list.0"];
        assert_eq!(city.shards["list.0"].records(desk, &line.last).unwrap().root(), line.root, "seed {seed}");
        assert_ne!(root, first.manifest.root());
        files += 3 + city.editions.len();
    }
    println!("{CARRIED} packs, {files} files on four phones each");
}
