//! Two or three editors who edit at the same time and hear of each other now and then: whoever has all of their changes,
//! in whatever order, batches and however often, has the same records. No field is lost unless somebody else wrote the
//! same one at the same time, and then both values are listed.
//!
//! What has to come out is computed here a second time, without automerge: of the last words on a field the one with the
//! highest number is shown. Who reads without a document ([`shown`]) comes to the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod crdt_support;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use automerge::legacy::{Key, OpType};
use automerge::{Change, ScalarValue};
use crdt_support::{AOI, HANA, Numbers, REN, add, record, remove, set, shard, unset};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof};
use proptest::test_runner::{TestCaseError, TestRunner};
use tsunagari_core::crdt::{Document, Edit, EditError, RawChange, actor, shown};
use tsunagari_core::model::{Record, Scalar};

const CASES: u32 = 10_000;
const IDS: [&str; 3] = ["jp.37.a", "jp.37.b", "jp.37.c"];
const KEYS: [&str; 3] = ["name", "kind", "fee"];

/// What happens, one after the other.
#[derive(Debug, Clone)]
enum Step {
    /// Somebody edits.
    Edit { who: usize, what: Vec<What> },
    /// Somebody is given all that another has.
    Give { from: usize, to: usize },
}

#[derive(Debug, Clone, Copy)]
enum What {
    Add(usize, u8),
    Set(usize, usize, u8),
    Unset(usize, usize),
    Remove(usize),
}

impl What {
    fn as_edit(self) -> Edit {
        match self {
            Self::Add(id, value) => {
                add(record(IDS[id], &[("name", &format!("窓口{value}")), (KEYS[usize::from(value) % 3], "x")]))
            }
            Self::Set(id, key, value) => set(IDS[id], KEYS[key], i64::from(value)),
            Self::Unset(id, key) => unset(IDS[id], KEYS[key]),
            Self::Remove(id) => remove(IDS[id]),
        }
    }
}

/// What is done, and a seed for how the changes get around.
fn cases() -> impl Strategy<Value = (usize, Vec<Step>, u64)> {
    let what = prop_oneof![
        2 => (0..3_usize, 0..4_u8).prop_map(|(id, value)| What::Add(id, value)),
        6 => (0..3_usize, 0..3_usize, 0..3_u8).prop_map(|(id, key, value)| What::Set(id, key, value)),
        2 => (0..3_usize, 0..3_usize).prop_map(|(id, key)| What::Unset(id, key)),
        1 => (0..3_usize).prop_map(What::Remove),
    ];
    let step = prop_oneof![
        3 => (0..3_usize, proptest::collection::vec(what, 1..3)).prop_map(|(who, what)| Step::Edit { who, what }),
        1 => (0..3_usize, 0..3_usize).prop_map(|(from, to)| Step::Give { from, to }),
    ];
    (prop_oneof![Just(2_usize), Just(3)], proptest::collection::vec(step, 4..20), any::<u64>())
}

fn checkpoint() -> Vec<Record> {
    IDS[..2].iter().map(|id| record(id, &[("name", "はじめ"), ("kind", "place")])).collect()
}

/// A word on a field.
#[derive(Debug, Clone)]
struct Word {
    number: (u64, [u8; 16]),
    value: Option<Scalar>,
    /// The change it is in.
    change: usize,
}

/// Everything that was written, and of each change which ones its author knew.
#[derive(Default)]
struct Written {
    changes: Vec<RawChange>,
    knew: Vec<BTreeSet<usize>>,
    words: BTreeMap<String, Vec<Word>>,
}

impl Written {
    fn add(&mut self, change: RawChange, knew: BTreeSet<usize>) {
        let decoded = Change::try_from(&change.bytes[..]).unwrap().decode();
        for (number, op) in (decoded.start_op.get()..).zip(decoded.operations) {
            let Key::Map(key) = op.key else { panic!("{:?}", op.key) };
            let value = match op.action {
                OpType::Put(ScalarValue::Str(text)) => Some(Scalar::Text(text.to_string())),
                OpType::Put(ScalarValue::Int(number)) => Some(Scalar::Int(number)),
                OpType::Put(ScalarValue::Boolean(yes)) => Some(Scalar::Bool(yes)),
                OpType::Delete => None,
                other => panic!("{other:?}"),
            };
            let number = (number, actor(&change.author, &shard().name, shard().generation));
            self.words.entry(key.to_string()).or_default().push(Word { number, value, change: self.changes.len() });
        }
        self.changes.push(change);
        self.knew.push(knew);
    }

    /// The words on a field that nobody has answered.
    fn last_words(&self, key: &str) -> Vec<&Word> {
        let all = &self.words[key];
        let answered = |word: &Word| all.iter().any(|other| self.knew[other.change].contains(&word.change));
        all.iter().filter(|word| !answered(word)).collect()
    }

    /// What has to stand in every document with all changes: fields by key, and the keys on which authors differ.
    fn expected(&self) -> (BTreeMap<String, Scalar>, Vec<String>) {
        let mut fields = BTreeMap::new();
        for record in checkpoint() {
            fields.insert(format!("{}\n", record.id), Scalar::Bool(true));
            fields.extend(record.fields.iter().map(|(key, value)| (format!("{}\n{key}", record.id), value.clone())));
        }
        let mut clashes = Vec::new();
        for key in self.words.keys() {
            let last = self.last_words(key);
            fields.remove(key);
            let winner = last.iter().filter(|word| word.value.is_some()).max_by_key(|word| word.number);
            let winner = winner.and_then(|word| word.value.clone());
            if last.iter().any(|word| word.value != winner) {
                clashes.push(key.clone());
            }
            fields.extend(winner.map(|value| (key.clone(), value)));
        }
        (fields, clashes)
    }
}

/// The fields of a document by key, with those of removed records.
fn fields(document: &Document) -> BTreeMap<String, Scalar> {
    let mut fields = BTreeMap::new();
    for (records, there) in [(document.records(), true), (document.orphans(), false)] {
        for record in records {
            fields.extend(there.then(|| (format!("{}\n", record.id), Scalar::Bool(true))));
            fields.extend(record.fields.iter().map(|(key, value)| (format!("{}\n{key}", record.id), value.clone())));
        }
    }
    fields
}

fn played(editors: usize, steps: &[Step], start: &Document) -> (Written, Vec<(Document, BTreeSet<usize>)>) {
    let mut written = Written::default();
    let mut desks = vec![(start.clone(), BTreeSet::new()); editors];
    for step in steps {
        match step {
            Step::Edit { who, what } => {
                let (author, (document, knows)) = ([HANA, REN, AOI][who % editors], &mut desks[who % editors]);
                let edits: Vec<Edit> = what.iter().map(|what| what.as_edit()).collect();
                match document.edit(&author, &edits) {
                    Ok(Some(change)) => {
                        written.add(change, knows.clone());
                        knows.insert(written.changes.len() - 1);
                    }
                    Ok(None) | Err(EditError::NoRecord(_)) => {}
                    Err(error) => panic!("{error}"),
                }
            }
            Step::Give { from, to } => {
                let given = desks[from % editors].1.clone();
                let (document, knows) = &mut desks[to % editors];
                let batch: Vec<_> = given.iter().map(|at| written.changes[*at].as_foreign()).collect();
                assert!(document.apply(&batch).iter().all(Result::is_ok));
                knows.extend(given);
            }
        }
    }
    (written, desks)
}

/// Gives a document all changes: in some order, in batches of some size, some of them more than once. What comes too
/// early is given again.
fn delivered(mut document: Document, written: &Written, numbers: &mut Numbers) -> Document {
    let mut waiting: Vec<usize> = (0..written.changes.len()).collect();
    for at in 0..waiting.len() {
        if numbers.below(3) == 0 {
            waiting.push(at);
        }
    }
    while !waiting.is_empty() {
        numbers.shuffle(&mut waiting);
        let taken = waiting.split_off(waiting.len() - 1 - numbers.below(waiting.len()));
        let batch: Vec<_> = taken.iter().map(|at| written.changes[*at].as_foreign()).collect();
        for (at, answer) in taken.iter().zip(document.apply(&batch)) {
            if let Err(refused) = answer {
                assert!(refused.may_come_later(), "{refused}");
                waiting.push(*at);
            }
        }
    }
    document
}

#[test]
fn everybody_with_the_same_changes_has_the_same_records_and_no_field_is_lost() {
    let start = Document::from_checkpoint(&shard(), &checkpoint()).unwrap();
    let config = ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() };
    let (changes, clashing) = (Cell::new(0), Cell::new(0));
    TestRunner::new(config)
        .run(&cases(), |(editors, steps, seed)| {
            let (written, desks) = played(editors, &steps, &start);
            let (expected, clashes) = written.expected();
            let mut numbers = Numbers(seed);
            let replicas =
                [start.clone(), start.clone()].into_iter().chain(desks.into_iter().map(|(document, _)| document));
            let mut first: Option<Document> = None;
            for replica in replicas {
                let replica = delivered(replica, &written, &mut numbers);
                let found: Vec<_> =
                    replica.clashes().iter().map(|clash| format!("{}\n{}", clash.record, clash.key)).collect();
                let same = first.as_ref().is_none_or(|first| {
                    (first.records(), first.clashes(), first.heads())
                        == (replica.records(), replica.clashes(), replica.heads())
                });
                if fields(&replica) != expected || found != clashes || !same {
                    return Err(TestCaseError::fail(format!(
                        "{expected:?} {clashes:?}\n{:?} {found:?}",
                        fields(&replica)
                    )));
                }
                first.get_or_insert(replica);
            }
            let mut batch: Vec<_> = written.changes.iter().map(RawChange::as_foreign).collect();
            numbers.shuffle(&mut batch);
            let (read, answers) = shown(&shard(), checkpoint(), &batch).unwrap();
            if answers.iter().any(Result::is_err) || first.is_some_and(|first| first.records() != read) {
                return Err(TestCaseError::fail(format!("without a document: {answers:?} {read:?}")));
            }
            changes.set(changes.get() + written.changes.len());
            clashing.set(clashing.get() + usize::from(!clashes.is_empty()));
            Ok(())
        })
        .unwrap();
    let (changes, clashing) = (changes.get(), clashing.get());
    println!("{CASES} cases, {changes} changes, {clashing} cases in which editors differed on a field");
    assert!(clashing > 1_000, "the cases have become tame: {clashing}");
}
