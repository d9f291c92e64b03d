//! What is measured in a process of its own.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use serde_json::{Map, Value, json};
use tsunagari_core::app::Kept;
use tsunagari_core::crypto::{KdfCost, WORK_FACTOR, open_file, seal_file};
use tsunagari_core::env::SystemRandom;
use tsunagari_tests::figures::{Result, Took, peak_mib, percentile, timed};

use crate::lane::{LANES, Lane, VIEWS, look, open};
use crate::life::{Seeded, Week, draft, now, rules, weeks};
use crate::ours::{Ours, vault};

/// Rounds of what is done again in one process.
const AGAIN: usize = 301;
/// Rounds of a key from a PIN or passphrase.
const KEYS: usize = 15;
/// The PIN of the lock, and the passphrase of a backup.
const SECRET: &str = "fünf wörter für später";

/// Lives the five years in all given lanes at once, each step in each before the next, and says what writing took.
pub(crate) fn live(folder: &Path, given: &[&'static str]) -> Result<Value> {
    let mut lanes = Vec::new();
    for name in given.iter().copied() {
        lanes.push((name, open(name, folder, now().to_utc())?));
    }
    for rule in rules() {
        lanes.iter_mut().try_for_each(|(_, lane)| lane.rule(&rule))?;
    }
    let mut times = Times::default();
    let (mut entries, mut happenings) = (0, 0);
    for Week { entries: drafts, happened } in weeks()? {
        for (draft, at) in drafts {
            // Each goes first as often as the others.
            lanes.rotate_left(1);
            for (name, lane) in &mut lanes {
                let (done, took) = timed(|| lane.log(draft.clone(), at));
                done?;
                times.add(name, took);
            }
            entries += 1;
        }
        for one in &happened {
            lanes.iter_mut().try_for_each(|(_, lane)| lane.hear(one))?;
        }
        if let Some(last) = happened.last() {
            lanes.iter_mut().try_for_each(|(_, lane)| lane.check_ins(last.at).map(drop))?;
        }
        happenings += happened.len();
    }
    let mut all = times.json();
    all.insert("entries".into(), json!(entries));
    all.insert("happenings".into(), json!(happenings));
    Ok(Value::Object(all))
}

/// Opens one, and looks at one thing.
pub(crate) fn first(lane: &str, folder: &Path, view: &str) -> Result<Value> {
    let now = now().to_utc();
    let (opened, opening) = timed(|| open(lane, folder, now));
    let mut opened = opened?;
    let (rows, looking) = timed(|| look(&mut *opened, view, now));
    Ok(json!({
        "open": milliseconds(opening.wall),
        "view": milliseconds(looking.wall),
        "both": milliseconds(opening.wall + looking.wall),
        "processor": milliseconds(opening.processor + looking.processor),
        "rows": rows?,
    }))
}

/// Looks at everything again and again, in all lanes in turn.
pub(crate) fn again(folder: &Path) -> Result<Value> {
    let now = now().to_utc();
    let mut lanes = Vec::new();
    for name in LANES {
        lanes.push((name, open(name, folder, now)?));
    }
    let mut all = Map::new();
    for view in VIEWS {
        let mut times = Times::default();
        for _ in 0..AGAIN {
            lanes.rotate_left(1);
            for (name, lane) in &mut lanes {
                let (rows, took) = timed(|| look(&mut **lane, view, now));
                black_box(rows?);
                times.add(name, took);
            }
        }
        all.insert(view.into(), Value::Object(times.json()));
    }
    Ok(Value::Object(all))
}

/// Most memory of what somebody does in one sitting: open, look at everything, write one entry.
pub(crate) fn memory(lane: &str, folder: &Path) -> Result<Value> {
    let before = peak_mib();
    sit(&mut *open(lane, folder, now().to_utc())?)?;
    Ok(json!({ "before": before, "peak": peak_mib() }))
}

fn sit(lane: &mut dyn Lane) -> Result<()> {
    for view in VIEWS {
        black_box(look(lane, view, now().to_utc())?);
    }
    lane.log(draft(&Seeded::new())?, now())
}

/// The same with an app lock: the PIN is set, and opens it.
pub(crate) fn unlock(folder: &Path) -> Result<Value> {
    let folder = folder.join("tsunagari");
    let (vault, now) = (vault(&folder), now().to_utc());
    vault.set_pin("", SECRET, now)?;
    let before = peak_mib();
    let (opened, took) = timed(|| vault.unlock(SECRET, now).map(|store| Kept::new(store, &vault, random(), now)));
    sit(&mut Ours { kept: opened?? })?;
    let peak = peak_mib();
    vault.set_pin(SECRET, "", now)?;
    Ok(json!({ "ms": milliseconds(took.wall), "before": before, "peak": peak }))
}

/// What one key costs: of the app lock, of a backup that is made, of one that is opened.
pub(crate) fn key(of: &str) -> Result<Value> {
    let before = peak_mib();
    let sealed = if of == "backup-open" { seal_file(SECRET, WORK_FACTOR, b"x")? } else { Vec::new() };
    let mut times = Vec::new();
    for _ in 0..KEYS {
        let (done, took) = timed(|| match of {
            "lock" => KdfCost::PHONE.derive(SECRET, &[4; 16]).map(drop),
            "backup-open" => open_file(SECRET, &sealed).map(drop),
            _ => seal_file(SECRET, WORK_FACTOR, b"x").map(drop),
        });
        done?;
        times.push(took.wall);
    }
    Ok(json!({
        "ms": percentile(&mut times, 50), "p95": percentile(&mut times, 95), "before": before, "peak": peak_mib(),
    }))
}

/// A whole backup: everything read, sealed, written, opened again and compared.
pub(crate) fn backup(folder: &Path) -> Result<Value> {
    let ours = Ours::open(&folder.join("tsunagari"), now().to_utc())?;
    let path = folder.join("backup.age");
    let (done, took) = timed(|| ours.kept.back_up(&path, SECRET, now().to_utc()));
    Ok(json!({
        "ms": milliseconds(took.wall),
        "peak": peak_mib(),
        "rows": done?.rows,
        "bytes": tsunagari_tests::figures::bytes(&path),
    }))
}

fn random() -> std::sync::Arc<SystemRandom> {
    std::sync::Arc::new(SystemRandom)
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1_000.0
}

/// How long something took, of each lane.
#[derive(Default)]
struct Times(BTreeMap<&'static str, Vec<Took>>);

impl Times {
    fn add(&mut self, lane: &'static str, took: Took) {
        self.0.entry(lane).or_default().push(took);
    }

    /// Median and 95th of a hundred by the clock, median on the processor, in milliseconds.
    fn json(&self) -> Map<String, Value> {
        let of = |times: &Vec<Took>| {
            let mut wall: Vec<Duration> = times.iter().map(|took| took.wall).collect();
            let mut processor: Vec<Duration> = times.iter().map(|took| took.processor).collect();
            json!({
                "ms": percentile(&mut wall, 50),
                "p95": percentile(&mut wall, 95),
                "processor": percentile(&mut processor, 50),
            })
        };
        self.0.iter().map(|(lane, times)| ((*lane).to_owned(), of(times))).collect()
    }
}
