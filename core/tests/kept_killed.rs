//! A child process logs, amends, erases, exports, plans and backs up while it is killed at random moments: every write that it
//! was told of is there, and what it was at is either done or not.
//!
//! `scripts/soak journal` runs this with 20,000 kills.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tsunagari_core::app::vault::{KeyBox, Vault};
use tsunagari_core::app::{Checked, Kept, NewRule};
use tsunagari_core::env::SystemRandom;
use tsunagari_core::model::{About, Days, EventId, Key, Level, MinuteOfDay, Mood};
use tsunagari_core::store::PrivateStore;

const FOLDER: &str = "TSUNAGARI_KILLED_FOLDER";
const SEED: &str = "TSUNAGARI_KILLED_SEED";
const KILLS: &str = "TSUNAGARI_KILLS";
const PASSPHRASE: &str = "すいかのたねをうえる";
/// So many kills of one folder; then a fresh one, so that making the stores is killed, too.
const OF_ONE: u64 = 25;

/// Numbers that follow from a seed (SplitMix64, Steele and others 2014).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }
}

fn vault(folder: &Path) -> Vault {
    let key = Key::take(&mut [7; 32]).unwrap();
    Vault::new(folder, Arc::new(KeyBox::new(Some(key), || Ok(()))), Arc::new(SystemRandom))
}

fn now() -> DateTime<Utc> {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

fn mood(id: u8, version: u64) -> Mood {
    Mood {
        id: EventId([id; 16]),
        at: now().fixed_offset(),
        level: Level::new(u8::try_from(version % 5).unwrap() + 1).unwrap(),
        labels: std::collections::BTreeSet::new(),
        contexts: std::collections::BTreeSet::new(),
        note: format!("{version} {}", "あ".repeat(usize::try_from(version % 900).unwrap())),
        logged: now(),
        amended: None,
    }
}

fn say(what: &str) {
    let mut out = std::io::stdout();
    out.write_all(format!("{what}\n").as_bytes()).unwrap();
    out.flush().unwrap();
}

/// Not a test of its own: the child process of the test below.
#[test]
fn child_that_is_killed() {
    let (Ok(folder), Ok(seed)) = (std::env::var(FOLDER), std::env::var(SEED)) else { return };
    let folder = Path::new(&folder);
    let mut numbers = Numbers(seed.parse().unwrap());
    say("begin");
    let vault = vault(folder);
    let store = vault.create().unwrap();
    let kept = Kept::new(store.clone(), &vault, Arc::new(SystemRandom), now()).unwrap();
    loop {
        let id = u8::try_from(numbers.below(12)).unwrap();
        match numbers.below(20) {
            0..12 => {
                let version = numbers.below(1_000_000);
                say(&format!("try {id} {version}"));
                store.put_moods(&[mood(id, version)]).unwrap();
                say(&format!("done {id} {version}"));
            }
            12..14 => {
                say(&format!("try {id} -"));
                store.erase_mood(EventId([id; 16])).unwrap();
                say(&format!("done {id} -"));
            }
            14..16 => {
                let moods = kept.all_moods().unwrap();
                let text = tsunagari_core::journal::to_csv(&moods);
                tsunagari_core::app::write_whole(&folder.join("out.csv"), text.as_bytes()).unwrap();
            }
            16..18 => {
                let minute = |minute| MinuteOfDay::new(minute).unwrap();
                let (from, to) = (minute(600), minute(660));
                let rule = NewRule { about: About::Feeling, days: Days::ALL, from, to, unless_logged_hours: 0 };
                kept.rules().unwrap().iter().take(1).for_each(|rule| kept.remove_rule(&rule.id).unwrap());
                kept.add_rule(rule, now(), chrono_tz::Asia::Tokyo).unwrap();
                let orders = kept.orders(None, now(), chrono_tz::Asia::Tokyo).unwrap();
                kept.alarms().unwrap().done(&orders).unwrap();
            }
            _ => {
                kept.back_up_at(&folder.join("out.age"), PASSPHRASE, 2, now()).unwrap();
                say("backup");
            }
        }
    }
}

/// What may be there of each entry: what was last done, and what was being tried.
type Allowed = BTreeMap<u8, Vec<Option<u64>>>;

/// Runs the child for so long, kills it, and takes over what it said.
fn killed(folder: &Path, seed: u64, after: Duration, allowed: &mut Allowed, backup: &mut bool) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_that_is_killed", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = BufReader::new(child.stdout.take().unwrap());
    let mut text = String::new();
    while !text.ends_with("begin\n") {
        assert!(said.read_line(&mut text).unwrap() > 0, "the child did not start");
    }
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    let mut rest = String::new();
    said.read_to_string(&mut rest).unwrap();
    for line in rest.split_inclusive('\n').filter(|line| line.ends_with('\n')) {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            ["try", id, version] => {
                allowed.entry(id.parse().unwrap()).or_insert_with(|| vec![None]).push(version.parse().ok());
            }
            ["done", id, version] => {
                allowed.insert(id.parse().unwrap(), vec![version.parse().ok()]);
            }
            ["backup"] => *backup = true,
            // Of the harness that runs the child.
            _ => {}
        }
    }
}

fn is_whole(folder: &Path, seed: u64, allowed: &mut Allowed, backup: bool) {
    let vault = vault(folder);
    let store: PrivateStore = vault.create().unwrap();
    store.check().unwrap();
    let kept = Kept::new(store.clone(), &vault, Arc::new(SystemRandom), now()).unwrap();
    kept.check().unwrap();
    for (id, may) in allowed.iter_mut() {
        let there = store.mood(EventId([*id; 16])).unwrap();
        let version = |mood: &Mood| mood.note.split(' ').next().unwrap().parse::<u64>().unwrap();
        let found = there.as_ref().map(version);
        assert!(may.contains(&found), "seed {seed}: entry {id} is {found:?}, may be {may:?}");
        assert_eq!(there, found.map(|version| mood(*id, version)), "seed {seed}: entry {id} is torn");
        *may = vec![found];
    }
    if let Ok(bytes) = std::fs::read(folder.join("out.csv")) {
        tsunagari_core::journal::read(&bytes).unwrap();
    }
    if backup || folder.join("out.age").exists() {
        Checked::open(&folder.join("out.age"), PASSPHRASE).unwrap();
    }
}

#[test]
fn a_kill_at_any_moment_loses_nothing_that_was_acknowledged() {
    let kills: u64 = std::env::var(KILLS).ok().and_then(|text| text.parse().ok()).unwrap_or(600);
    let mut folder = tempfile::tempdir().unwrap();
    let (mut allowed, mut backup) = (Allowed::new(), false);
    let mut acknowledged = 0;
    for seed in 0..kills {
        if seed % OF_ONE == 0 {
            folder = tempfile::tempdir().unwrap();
            (allowed, backup) = (Allowed::new(), false);
        }
        // Most kills come while the stores open or soon after; some much later.
        let mut numbers = Numbers(seed ^ 0xfeed);
        let micros = if numbers.below(4) == 0 { numbers.below(60_000) } else { numbers.below(12_000) };
        killed(folder.path(), seed, Duration::from_micros(micros), &mut allowed, &mut backup);
        acknowledged += allowed.len();
        is_whole(folder.path(), seed, &mut allowed, backup);
    }
    assert!(acknowledged > usize::try_from(kills).unwrap(), "hardly anything was written before the kills");
}
