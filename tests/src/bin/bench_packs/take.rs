//! What a phone does, and what it would do with the peers' files. Each in a process of its own.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use serde_json::{Map, Value, json};
use tsunagari_core::crypto::{Hash, Listed};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::find_text::{bucket, prepare};
use tsunagari_core::directory::pack::cbor;
use tsunagari_core::directory::receive::{Known, Outcome, Policy, Trust, receive};
use tsunagari_core::store::{Pack, Row, ShardRow, Store};
use tsunagari_tests::children::median;
use tsunagari_tests::figures::{Result, Took, bytes, peak_mib, resident_mib, timed};

use super::city::{BUILT, PACK, PREFIX};

/// Updates whose times are taken together at the beginning and at the end.
pub(crate) const TOGETHER: usize = 25;

/// Installs for the first time: a signed file, or its rows without signatures.
pub(crate) fn install(lane: &str, folder: &Path, database: &Path) -> Result<Value> {
    let (done, time) = timed(|| -> Result<()> {
        let store = Store::open(database)?;
        match lane {
            "pack" => take(&store, &folder.join("whole.tsuna"), &root(folder)?, false).map(drop),
            _ => replace(&store, &folder.join("rows.zst")),
        }
    });
    done?;
    let size = bytes(database) + bytes(&database.with_extension("db-wal"));
    Ok(figures(time, &[("database", size.into())]))
}

/// Applies a day's change to a store that is open already.
pub(crate) fn apply(lane: &str, folder: &Path, whole: &Path, database: &Path) -> Result<Value> {
    let store = Store::open(database)?;
    let before = peak_mib();
    let (done, time) = timed(|| match lane {
        "pack" => take(&store, &folder.join("update.tsuna"), &root(whole)?, true).map(drop),
        "patch" => merge(&store, &folder.join("patch.zst")),
        _ => replace(&store, &folder.join("rows.zst")),
    });
    done?;
    Ok(figures(time, &[("before_mib", before.into())]))
}

/// Applies updates one after the other to a store that stays open.
pub(crate) fn updates(folder: &Path, database: &Path) -> Result<Value> {
    let store = Store::open(database)?;
    let root = root(folder)?;
    let size = || bytes(database) + bytes(&database.with_extension("db-wal"));
    let (mut times, mut memory, mut after_first, size_before) = (Vec::new(), Vec::new(), [0.0; 2], size());
    for n in 0.. {
        let update = folder.join(format!("{n:04}.tsuna"));
        if !update.exists() {
            break;
        }
        let (outcome, time) = timed(|| take(&store, &update, &root, true));
        if !matches!(outcome?, Outcome::Updated { changed, .. } if changed > 0) {
            return Err(format!("the update {n} changed nothing").into());
        }
        times.push(time.wall.as_secs_f64() * 1_000.0);
        memory.push(resident_mib());
        if n == 0 {
            after_first = [resident_mib(), peak_mib()];
        }
    }
    let middle = |some: &[f64]| median(some.to_vec());
    let together = TOGETHER.min(times.len());
    Ok(json!({
        "count": times.len(), "first_ms": times.first(), "last_ms": times.last(),
        "first_median": middle(&times[..together]), "last_median": middle(&times[times.len() - together..]),
        "worst_ms": times.iter().copied().fold(0.0, f64::max),
        "first_mib": after_first[0], "first_peak": after_first[1], "middle_mib": memory[memory.len() / 2],
        "last_mib": resident_mib(), "last_peak": peak_mib(),
        "size_before": size_before, "size": size(),
    }))
}

fn figures(time: Took, more: &[(&str, Value)]) -> Value {
    let mut figures = json!({
        "ms": time.wall.as_secs_f64() * 1_000.0, "processor": time.processor.as_secs_f64() * 1_000.0,
        "peak_mib": peak_mib(),
    });
    more.iter().for_each(|(key, value)| figures[*key] = value.clone());
    figures
}

fn root(folder: &Path) -> Result<Hash> {
    let bytes = std::fs::read(folder.join("root"))?;
    Ok(bytes.as_slice().try_into()?)
}

/// Takes a file of ours in.
fn take(store: &Store, file: &Path, root: &Hash, installed: bool) -> Result<Outcome> {
    let listed = BTreeMap::from([(PACK.to_owned(), Listed { root: *root, prefix: PREFIX.to_owned() })]);
    let known = Known { root: *root, trust: Trust::Listed, prefix: PREFIX.to_owned() };
    let known = installed.then(|| (PACK.to_owned(), known)).into_iter().collect();
    let policy = Policy {
        national: Hash::default(),
        listed: &listed,
        known: &known,
        agreed: None,
        built: BUILT,
        floor: BUILT,
        now: BUILT + 86_400,
        received: "2026-11-24T10:00".to_owned(),
    };
    let source = BufReader::new(File::open(file)?);
    let received = receive(store, source, &policy).map_err(|refused| refused.why.to_string())?;
    Ok(received.first().ok_or("nothing was received")?.outcome)
}

/// Puts all rows in the place of those that are there, without looking at any signature.
fn replace(store: &Store, file: &Path) -> Result<()> {
    let mut source = zstd::stream::read::Decoder::new(File::open(file)?)?;
    let rows = std::iter::from_fn(move || {
        let mut length = [0; 4];
        source.read_exact(&mut length).ok()?;
        let mut bytes = vec![0; u32::from_le_bytes(length) as usize];
        let read = source.read_exact(&mut bytes).map_err(|error| error.to_string());
        Some(read.and_then(|()| row(&cbor::decode(&bytes).map_err(|error| error.to_string())?)))
    });
    let pack = Pack { id: PACK.into(), class: "listing".into(), seq: 1, ..Pack::default() };
    store.install(&pack, rows).map_err(|error| error.to_string())?;
    Ok(())
}

/// Applies a merge patch (RFC 7386 for flat records) to the same rows, with the same index, without any signature.
fn merge(store: &Store, file: &Path) -> Result<()> {
    let patch = zstd::stream::decode_all(File::open(file)?)?;
    let reader = store.reader()?;
    let mut receiving = store.receive(PACK)?;
    let shard = ShardRow { id: "patch".into(), class: "listing".into(), line: Vec::new(), checkpoint: Vec::new() };
    receiving.put_shard(&shard, 1)?;
    for line in patch.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let patch: Map<String, Value> = serde_json::from_slice(line)?;
        let id = patch.get("id").and_then(Value::as_str).ok_or("a line without an id")?;
        let found = reader.look().with_id(id)?.pop().ok_or("no such record")?;
        let mut record = cbor::decode(&found.body)?.into_record();
        for (key, value) in patch.iter().filter(|(key, _)| *key != "id") {
            record.set(key.as_str(), value.as_str().unwrap_or_default());
        }
        receiving.remove_row(found.row)?;
        receiving.put_row(row(&Storable::written(record)?)?)?;
    }
    receiving.finish()?;
    Ok(())
}

fn row(record: &Storable) -> std::result::Result<Row, String> {
    prepare(record, bucket(record)).map_err(|error| error.to_string())
}
