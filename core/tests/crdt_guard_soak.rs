//! Changes that were altered in every way somebody who can sign might try, with the right check sums: none gets a panic
//! out, none damages a document, and memory stays as it is.
//!
//! `scripts/soak guard` runs this with 1,000,000 of them. Alone in its program, so that no other test's memory counts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod crdt_support;

use std::collections::BTreeMap;
use std::num::NonZeroU64;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

use automerge::legacy::{Key, ObjectId, OpId, OpType};
use automerge::{ActorId, Automerge, Change, ExpandedChange, ObjType, ScalarValue};
use crdt_support::{
    AOI, HANA, Numbers, REN, add, body, chunk, document, edit, give, leb, record, remove, set, shard, unset,
};
use tsunagari_core::crdt::{Author, ChangeHash, Document, Edit, Foreign, actor, base_actor};

const HIDAMARI: &str = "jp.37.hidamari";
const ANNEX: &str = "jp.37.annex";
/// Most that the program may grow, in KiB.
const MOST_GROWTH: u64 = 64 * 1024;

/// A state of the shard, and good changes that may come next.
struct Scene {
    document: Document,
    bytes: Vec<u8>,
    heads: Vec<ChangeHash>,
    next: Vec<(Author, u64, Vec<u8>)>,
}

impl Scene {
    fn new(document: Document) -> Self {
        let mut next = Vec::new();
        let long = "長い説明。".repeat(60);
        let edits: [Vec<Edit>; 7] = [
            vec![set(HIDAMARI, "name", "ひだまりの家")],
            vec![set(HIDAMARI, "lat_e6", -34_340_001), set(HIDAMARI, "topic/debt", true), unset(HIDAMARI, "kind")],
            vec![add(record(
                "jp.37.cafe",
                &[("name", "喫茶"), ("ch/a/number", "087-000-0003"), ("ch/a/hours", "Mo 10:00-12:00")],
            ))],
            vec![remove(ANNEX)],
            vec![set(ANNEX, "summary", long), set(ANNEX, "name", "分室")],
            (0..40).map(|n| set(HIDAMARI, &format!("x/{n:02}"), i64::from(n % 3))).collect(),
            vec![remove(HIDAMARI), add(record("jp.37.hidamari", &[("name", "ひだまり"), ("fee", "0円")]))],
        ];
        for author in [HANA, REN] {
            for edits in &edits {
                let mut copy = document.clone();
                let change = copy.edit(&author, edits).unwrap().expect("a change");
                next.push((author, change.n, change.bytes));
                // And the one after it, whose number comes too early.
                let after = copy.edit(&author, &[set(HIDAMARI, "after", "later")]).unwrap().expect("a change");
                next.push((author, after.n, after.bytes));
            }
        }
        Self { bytes: document.bytes(), heads: document.heads(), next, document }
    }
}

/// A checkpoint; one with a history; one with values beside each other; an empty one.
fn scenes() -> Vec<Scene> {
    let mut history = document();
    edit(&mut history, &REN, &[set(HIDAMARI, "name", "一"), set(ANNEX, "kind", "cafe")]);
    edit(&mut history, &HANA, &[set(HIDAMARI, "name", "二"), unset(ANNEX, "kind")]);
    let (mut differing, mut ren, mut aoi) = (history.clone(), history.clone(), history.clone());
    let by_ren = edit(&mut ren, &REN, &[set(HIDAMARI, "name", "三"), set(ANNEX, "name", "ろ")]);
    let by_aoi = edit(&mut aoi, &AOI, &[set(HIDAMARI, "name", "四"), unset(ANNEX, "name")]);
    edit(&mut differing, &HANA, &[set(HIDAMARI, "name", "五")]);
    give(&mut differing, &[&by_ren, &by_aoi]);
    let mut filled = Document::from_checkpoint(&shard(), &[]).unwrap();
    edit(
        &mut filled,
        &AOI,
        &[add(record(HIDAMARI, &[("name", "ひ"), ("kind", "place")])), add(record(ANNEX, &[("name", "分")]))],
    );
    [document(), history, differing, filled].map(Scene::new).into()
}

/// A change in its parts.
struct Parts {
    head: Vec<u8>,
    columns: Vec<(u64, Vec<u8>)>,
    rest: Vec<u8>,
}

impl Parts {
    fn of(chunk: &[u8]) -> Self {
        let body = body(chunk);
        let mut at = 0;
        let number = |at: &mut usize| {
            let mut number = 0_u64;
            for shift in (0..64).step_by(7) {
                let byte = body[*at];
                *at += 1;
                number |= u64::from(byte & 0x7f) << shift;
                if byte < 0x80 {
                    break;
                }
            }
            usize::try_from(number).unwrap()
        };
        at += 32 * number(&mut at);
        at += number(&mut at);
        (0..3).for_each(|_| _ = number(&mut at));
        at += number(&mut at);
        for _ in 0..number(&mut at) {
            at += number(&mut at);
        }
        let head = body[..at].to_vec();
        let lengths: Vec<_> = (0..number(&mut at)).map(|_| (number(&mut at) as u64, number(&mut at))).collect();
        let mut columns = Vec::new();
        for (column, length) in lengths {
            columns.push((column, body[at..at + length].to_vec()));
            at += length;
        }
        Self { head, columns, rest: body[at..].to_vec() }
    }

    fn body(&self) -> Vec<u8> {
        let mut body = self.head.clone();
        body.extend(leb(self.columns.len() as u64));
        for (column, data) in &self.columns {
            body.extend([leb(*column), leb(data.len() as u64)].concat());
        }
        self.columns.iter().for_each(|(_, data)| body.extend(data));
        body.extend(&self.rest);
        body
    }
}

fn odd_number(numbers: &mut Numbers) -> u64 {
    let odd = [
        0,
        1,
        2,
        9,
        127,
        128,
        1 << 20,
        (1 << 31) - 1,
        1 << 31,
        (1 << 32) - 3,
        (1 << 32) - 1,
        1 << 32,
        1 << 62,
        u64::MAX,
    ];
    match numbers.below(3) {
        0 => numbers.any() % 16,
        1 => numbers.any(),
        _ => odd[numbers.below(odd.len())],
    }
}

/// Alters bytes somewhere: bits, single bytes, stretches taken out, put in, doubled or taken from elsewhere, numbers.
fn scratched(mut bytes: Vec<u8>, other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    for _ in 0..=numbers.below(3) {
        if bytes.is_empty() {
            return bytes;
        }
        let at = numbers.below(bytes.len());
        let end = (at + 1 + numbers.below(12)).min(bytes.len());
        match numbers.below(8) {
            0 | 1 => bytes[at] ^= 1 << numbers.below(8),
            2 => bytes[at] = u8::try_from(numbers.below(256)).unwrap(),
            3 => drop(bytes.splice(at..end, [])),
            4 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            5 => {
                let random: Vec<u8> = (at..end).map(|_| u8::try_from(numbers.below(256)).unwrap()).collect();
                bytes.splice(at..end, random);
            }
            6 if !other.is_empty() => {
                let from = numbers.below(other.len());
                let to = (from + 1 + numbers.below(40)).min(other.len());
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => drop(bytes.splice(at..=at, leb(odd_number(numbers)))),
        }
    }
    bytes
}

/// Alters the columns of a change: swapped, taken from another, renamed, left out, doubled, scratched.
fn with_odd_columns(good: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let (mut parts, other) = (Parts::of(good), Parts::of(other));
    for _ in 0..=numbers.below(2) {
        if parts.columns.is_empty() {
            break;
        }
        let (at, to) = (numbers.below(parts.columns.len()), numbers.below(parts.columns.len()));
        match numbers.below(7) {
            0 => {
                let kept = parts.columns[at].1.clone();
                parts.columns[at].1 = std::mem::replace(&mut parts.columns[to].1, kept);
            }
            1 => {
                let column = parts.columns[at].0;
                let theirs = other.columns.iter().find(|(own, _)| *own == column);
                parts.columns[at].1 = theirs.map_or_else(Vec::new, |(_, data)| data.clone());
            }
            2 => parts.columns[at].0 = numbers.any() % 180,
            3 => drop(parts.columns.remove(at)),
            4 => parts.columns.insert(to, parts.columns[at].clone()),
            5 => parts.head = scratched(std::mem::take(&mut parts.head), &other.head, numbers),
            _ => {
                let data = std::mem::take(&mut parts.columns[at].1);
                parts.columns[at].1 = scratched(data, &other.columns[0].1, numbers);
            }
        }
    }
    parts.body()
}

/// Alters what a change says, and lets automerge write it: the form is right, what it says is not.
fn with_odd_content(good: &[u8], scene: &Scene, numbers: &mut Numbers) -> Vec<u8> {
    let mut change: ExpandedChange = Change::try_from(good).unwrap().decode();
    for _ in 0..=numbers.below(2) {
        alter(&mut change, scene, numbers);
    }
    // Automerge cannot write everything that can be said; then it stays as it was.
    catch_unwind(AssertUnwindSafe(|| Change::from(change).raw_bytes().to_vec())).unwrap_or_else(|_| good.to_vec())
}

fn alter(change: &mut ExpandedChange, scene: &Scene, numbers: &mut Numbers) {
    let shard = shard();
    let actor_of = |numbers: &mut Numbers| match numbers.below(6) {
        0 => ActorId::from(base_actor(&shard.name, shard.generation)),
        1 => ActorId::from(actor(&HANA, &shard.name, shard.generation + 1)),
        2 => ActorId::from(vec![7; numbers.below(20)]),
        author => ActorId::from(actor(&[HANA, REN, AOI][author - 3], &shard.name, shard.generation)),
    };
    match numbers.below(15) {
        0 => change.seq = odd_number(numbers),
        1 => change.start_op = NonZeroU64::new(odd_number(numbers).max(1)).unwrap(),
        2 => change.actor_id = actor_of(numbers),
        3 => change.deps = scene.heads.iter().take(numbers.below(3)).map(|head| automerge::ChangeHash(*head)).collect(),
        4 => change.deps.push(automerge::ChangeHash([u8::try_from(numbers.below(256)).unwrap(); 32])),
        5 if numbers.below(2) == 0 => change.time = i64::try_from(odd_number(numbers) >> 1).unwrap(),
        5 => change.extra_bytes = vec![1; numbers.below(9)],
        6 if !change.operations.is_empty() => {
            let op = change.operations[numbers.below(change.operations.len())].clone();
            change.operations.push(op);
        }
        _ if change.operations.is_empty() => {}
        which => {
            let at = numbers.below(change.operations.len());
            let pred = OpId(odd_number(numbers), actor_of(numbers));
            let op = &mut change.operations[at];
            match which {
                7 => op.pred = op.pred.iter().cloned().chain([pred]).collect(),
                8 => op.pred = op.pred.iter().skip(1).cloned().collect(),
                9 => {
                    let keys = [
                        "",
                        "\n",
                        "name",
                        "jp.37.hidamari\n",
                        "jp.37.hidamari\nname",
                        "jp.37.annex\nkind",
                        "jp.38.a\nname",
                        "jp.37.x\n",
                    ];
                    op.key = Key::Map(keys[numbers.below(keys.len())].into());
                }
                // What may well be taken: another value, another field.
                10 => op.action = OpType::Put(ScalarValue::Str(format!("値{}", numbers.below(9)).into())),
                11 => {
                    let mut more = op.clone();
                    more.action = OpType::Put(ScalarValue::Int(i64::try_from(numbers.below(99)).unwrap()));
                    more.key = Key::Map(format!("{HIDAMARI}\nnew/{}", numbers.below(9)).into());
                    more.pred = Vec::new().into();
                    change.operations.push(more);
                }
                12 => op.obj = if numbers.below(2) == 0 { ObjectId::Id(pred) } else { ObjectId::Root },
                _ => op.action = odd_action(numbers),
            }
        }
    }
}

fn odd_action(numbers: &mut Numbers) -> OpType {
    let number = i64::from_ne_bytes(odd_number(numbers).to_ne_bytes());
    let put = [
        ScalarValue::Int(number),
        ScalarValue::Uint(number.unsigned_abs()),
        ScalarValue::counter(number),
        ScalarValue::Timestamp(number),
        ScalarValue::Null,
        ScalarValue::Bytes(vec![1, 2]),
        ScalarValue::Str("べつの値".into()),
        ScalarValue::Boolean(number % 2 == 0),
        ScalarValue::F64(0.5),
    ];
    match numbers.below(14) {
        9 => OpType::Delete,
        10 => OpType::Increment(number),
        11 => OpType::Make(ObjType::Map),
        12 => OpType::Make(ObjType::Text),
        13 => OpType::MarkEnd(true),
        which => OpType::Put(put[which].clone()),
    }
}

/// One altered change: what it is announced as, and its bytes.
fn mutant(scene: &Scene, numbers: &mut Numbers) -> (Author, u64, Vec<u8>) {
    let (author, n, good) = &scene.next[numbers.below(scene.next.len())];
    let (_, _, other) = &scene.next[numbers.below(scene.next.len())];
    let mut bytes = match numbers.below(8) {
        0..3 => chunk(1, &scratched(body(good).to_vec(), body(other), numbers)),
        3..5 => chunk(1, &with_odd_columns(good, other, numbers)),
        _ => with_odd_content(good, scene, numbers),
    };
    match numbers.below(64) {
        0 => bytes = chunk(u8::try_from(numbers.below(5)).unwrap(), body(&bytes)),
        1 => bytes.truncate(numbers.below(bytes.len())),
        2 => bytes.extend(good),
        _ => {}
    }
    // Announced as what it says, now and then, so that its number alone does not stop it.
    let inside =
        (numbers.below(4) == 0).then(|| catch_unwind(|| Change::try_from(&bytes[..]).ok().map(|change| change.seq())));
    (*author, inside.and_then(Result::ok).flatten().unwrap_or(*n), bytes)
}

/// A document with an accepted change is whole, and everybody can go on with it.
fn check_accepted(document: &Document) {
    let saved = document.bytes();
    let loaded = Automerge::load(&saved).expect("it loads");
    assert!(loaded.get_heads().iter().map(|head| head.0).eq(document.heads()));
    assert!(loaded.save_nocompress() == saved, "saved again it is the same");
    let mut next = document.clone();
    for author in [HANA, REN, AOI] {
        edit(&mut next, &author, &[add(record("jp.37.after", &[("name", &format!("{}", author[0]))]))]);
    }
    drop((document.records(), document.orphans(), document.clashes()));
}

/// A number from the kernel's account of this process; nothing where there is none.
fn own(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// Panics of automerge are counted by their answers; here they would fill the screen.
fn silence_automerge() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info: &PanicHookInfo<'_>| {
        let of_ours = info.location().is_none_or(|at| at.file().contains("crdt_guard_soak"));
        if of_ours {
            usual(info);
        }
    }));
}

#[test]
fn no_altered_change_damages_a_document() {
    let count: usize = std::env::var("TSUNAGARI_MUTANTS").ok().and_then(|number| number.parse().ok()).unwrap_or(20_000);
    silence_automerge();
    let scenes = scenes();
    let mut numbers = Numbers(0x7473_756e_6167_6172);
    let mut documents: Vec<Document> = scenes.iter().map(|scene| scene.document.clone()).collect();
    let (mut accepted, mut same, mut refused, mut before) = (0_usize, 0_usize, BTreeMap::<&str, usize>::new(), 0);
    for round in 0..count {
        let at = numbers.below(scenes.len());
        let (scene, document) = (&scenes[at], &mut documents[at]);
        let (author, n, bytes) = mutant(scene, &mut numbers);
        let mut batch = vec![Foreign { bytes: &bytes, author, n }];
        let beside = (round % 16 == 0).then(|| scene.next.iter().find(|(own, ..)| *own != author).unwrap());
        batch.extend(beside.map(|(author, n, bytes)| Foreign { bytes, author: *author, n: *n }));
        let answers = document.apply(&batch);
        match &answers[0] {
            Err(reason) => *refused.entry(reason.rule()).or_default() += 1,
            Ok(()) if scene.next.iter().any(|(.., good)| *good == bytes) => same += 1,
            Ok(()) => accepted += 1,
        }
        if let Some((good_author, n, good)) = beside {
            assert_eq!(answers[1], Ok(()), "what is beside it is taken");
            if answers[0].is_err() {
                let mut alone = scene.document.clone();
                assert_eq!(alone.apply(&[Foreign { bytes: good, author: *good_author, n: *n }]), [Ok(())]);
                assert!(document.bytes() == alone.bytes(), "as if the other had not been there");
            }
        }
        if answers.iter().any(Result::is_ok) {
            check_accepted(document);
            *document = scene.document.clone();
        } else {
            assert!(
                document.bytes() == scene.bytes && document.heads() == scene.heads,
                "a refused change left a trace"
            );
        }
        if round == 1_000.min(count / 2) {
            before = own("VmHWM");
        }
        if round % 10_000 == 0 {
            assert!(before == 0 || own("VmHWM") - before <= MOST_GROWTH, "it grows");
        }
    }
    let (most, grown) = (own("VmHWM"), own("VmHWM") - before);
    println!("{count} altered changes: {accepted} accepted, {same} as they were, {} refused", count - accepted - same);
    refused.iter().for_each(|(rule, times)| println!("{times:>9} {rule}"));
    println!("{:>9} panics caught", refused.get("panicked").unwrap_or(&0));
    println!("VmHWM {most} KiB, {grown} KiB more than after the first thousand");
    assert!(grown <= MOST_GROWTH, "{grown} KiB");
    assert!(accepted > count / 200, "the alterations have become tame or wild: {accepted} accepted");
}
