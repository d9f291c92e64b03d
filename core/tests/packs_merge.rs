//! Editors change one shard without asking each other: every phone that has the same entries has the same rows, whatever
//! order, batches and carriers they came by.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod crdt_support;
mod packs_support;

use crdt_support::{Numbers, add, remove, set};
use packs_support::liar::without;
use packs_support::{City, Phone, file};
use tsunagari_core::crypto::Signed;
use tsunagari_core::directory::publish::FileParts;
use tsunagari_core::directory::receive::PartKind;

/// Packs with editors who did not ask each other. That documents lose no field whatever order changes come in is asked of
/// many more in crdt_merge.rs; here it is about files and rows.
const CASES: u64 = 300;

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
    for seed in 0..CASES {
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
    println!("{CASES} cases, {files} files");
}
