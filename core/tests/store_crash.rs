//! A child process is killed at many moments of an install; what is left is the old set or the new one, whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::convert::Infallible;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use tsunagari_core::store::{Match, Pack, RankText, Row, SourceRowRow, Store};

const DATABASE: &str = "TSUNAGARI_CRASH_DATABASE";
const SEQ: &str = "TSUNAGARI_CRASH_SEQ";
const ROWS: u32 = 300;
const KILLS: u32 = 66;
/// The child says so after every tenth row, before it commits and after.
const STEP: u8 = 1;
const STEPS: u32 = ROWS / 10 + 2;

fn pack(seq: u32) -> Pack {
    Pack { id: "import".into(), class: "listing".into(), seq, about: seq.to_be_bytes().to_vec(), ..Pack::default() }
}

fn row(seq: u32, n: u32) -> Row {
    let id = format!("set{seq}-{n}");
    Row {
        bucket: u8::try_from(n % 7).unwrap(),
        body: vec![u8::try_from(seq % 256).unwrap(); 700],
        rank: RankText { names: id.clone(), text: "相談".repeat(20), ..RankText::default() },
        names: vec![(0, id.clone())],
        tokens: format!("相談 相 談 &set{seq} n{n}"),
        hours: vec![(format!("Mo-Fr 09:00-{}:00", 10 + n % 12), String::new())],
        id,
    }
}

fn say(step: u8) {
    let mut err = std::io::stderr();
    err.write_all(&[step]).unwrap();
    err.flush().unwrap();
}

/// Not a test of its own: the child process of the test below.
#[test]
fn child_that_is_killed() {
    let (Ok(database), Ok(seq)) = (std::env::var(DATABASE), std::env::var(SEQ)) else { return };
    let seq: u32 = seq.parse().unwrap();
    let store = Store::open(database).unwrap();
    let mut install = store.begin(&pack(seq)).unwrap();
    for n in 0..ROWS {
        install.row(row(seq, n)).unwrap();
        let source = SourceRowRow { file: "f".into(), line: n, record: None, body: seq.to_be_bytes().to_vec() };
        install.source_row(&source).unwrap();
        if n % 10 == 9 {
            say(STEP);
        }
    }
    say(STEP);
    install.finish().unwrap();
    say(STEP);
}

/// Runs the child and kills it after so many steps and a little longer.
fn killed(database: &Path, seq: u32, steps: u32, longer: u32) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_is_killed", "--nocapture", "--test-threads=1"])
        .env(DATABASE, database)
        .env(SEQ, seq.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut err = child.stderr.take().unwrap();
    let (mut seen, mut byte) = (0, [0]);
    while seen < steps && err.read(&mut byte).unwrap() == 1 {
        seen += u32::from(byte[0] == STEP);
    }
    (0..longer).for_each(|n| {
        std::hint::black_box(n);
        std::thread::yield_now();
    });
    child.kill().unwrap();
    child.wait().unwrap();
}

/// The sequence number of the set that is there; everything in it must belong together.
fn whole_set(database: &Path) -> u32 {
    let store = Store::open(database).unwrap();
    store.check().unwrap();
    let reader = store.reader().unwrap();
    let session = reader.look();
    let packs = session.packs().unwrap();
    assert_eq!(packs.len(), 1);
    let seq = packs[0].seq;
    assert_eq!((packs[0].records, packs[0].about.as_slice()), (ROWS, seq.to_be_bytes().as_slice()));
    let records = session.records_after(-1, None, 10_000).unwrap();
    assert_eq!(records.len(), ROWS as usize);
    assert!(records.iter().all(|record| record.id.starts_with(&format!("set{seq}-"))));
    let mut ranked = Vec::new();
    session.ranks(records.iter().map(|record| record.row), |_, rank| ranked.push(rank.names.to_owned())).unwrap();
    assert_eq!(ranked, records.iter().map(|record| record.id.clone()).collect::<Vec<_>>());
    let indexed = session.matching(&Match::token("相談"), 10_000).unwrap();
    assert_eq!(indexed, records.iter().map(|record| record.row).collect::<Vec<_>>());
    assert_eq!(session.matching(&Match::token(format!("&set{seq}")), 10_000).unwrap().len(), ROWS as usize);
    assert_eq!(session.named_from("set", 10_000).unwrap().len(), ROWS as usize);
    let sources = session.source_rows("import", "f", 0, 10_000).unwrap();
    assert_eq!(sources.len(), ROWS as usize);
    assert!(sources.iter().all(|(_, row)| row.body == seq.to_be_bytes()));
    seq
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_set_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("directory.db");
    let first = (0..ROWS).map(|n| Ok::<_, Infallible>(row(1, n)));
    {
        let store = Store::open(&database).unwrap();
        let mut install = store.begin(&pack(1)).unwrap();
        for (n, row) in (0..).zip(first) {
            install.row(row.unwrap()).unwrap();
            let source = SourceRowRow { file: "f".into(), line: n, record: None, body: 1_u32.to_be_bytes().to_vec() };
            install.source_row(&source).unwrap();
        }
        install.finish().unwrap();
    }
    let (mut now, mut old, mut new, mut chance) = (1, 0, 0, 20_261_122_u32);
    for kill in 0..KILLS {
        chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        // Every tenth child may finish, every third is killed around the commit, the others anywhere.
        let steps = if kill % 10 == 9 {
            u32::MAX
        } else if kill % 3 == 0 {
            STEPS - 1
        } else {
            (chance >> 8) % (STEPS + 1)
        };
        killed(&database, now + 1, steps, (chance >> 4) % 400);
        let found = whole_set(&database);
        assert!(found == now || found == now + 1, "after kill {kill}: set {found}, was {now}");
        if found == now {
            old += 1
        } else {
            new += 1
        }
        now = found;
    }
    assert!(old > 0 && new > 0, "{old} times the old set, {new} times the new one: the kills missed one side");
}
