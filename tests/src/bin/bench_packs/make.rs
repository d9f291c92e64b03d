//! Files that phones take in, each also in the forms of the peers. Made in processes of their own, whose memory does not
//! count.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value, json};
use tsunagari_core::crdt::Edit;
use tsunagari_core::crypto::Hash;
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::pack::cbor;
use tsunagari_core::directory::publish::{FileParts, Index, Named, UPDATES, plain};
use tsunagari_core::directory::receive::PartKind;
use tsunagari_core::model::Scalar;
use tsunagari_tests::corpus;
use tsunagari_tests::figures::Result;

use super::city::City;
use super::{DAY_RECORDS, SHARDS_OF_A_DAY, UPDATE_RECORDS, git};

/// As servers pack what is read more often than written.
const LEVEL: i32 = 19;

/// The first edition of so many records: `whole.tsuna`, and the same rows without signatures as `rows.zst`.
pub(crate) fn whole(data: &Path, rows: usize, folder: &Path) -> Result<Value> {
    let city = City::new(corpus::records(data, rows)?)?;
    let unpacked = payload(&city.edition.whole())?.len();
    std::fs::write(folder.join("whole.tsuna"), packed(&city.edition.whole())?)?;
    write_root(folder, &city)?;
    let records = city.records()?;
    let shards = records.len();
    std::fs::write(folder.join("rows.zst"), zstd::bulk::compress(&framed(records.values().flatten())?, LEVEL)?)?;
    Ok(json!({ "shards": shards, "unpacked": unpacked }))
}

/// A day's change of [`DAY_RECORDS`]: once a few shards, once anywhere; each as a file and as the peers have it.
pub(crate) fn day(data: &Path, rows: usize, anywhere: bool, folder: &Path) -> Result<Value> {
    let mut city = City::new(corpus::records(data, rows)?)?;
    let before = city.records()?;
    let shards: Vec<&String> = before.keys().collect();
    let mut wanted: BTreeMap<&str, Vec<&Storable>> = BTreeMap::new();
    let mut draw = Draw(1);
    for k in 0..DAY_RECORDS {
        // Eight offices, spread over all shards; or any record.
        let (shard, place) = if anywhere {
            (draw.below(shards.len()), draw.below(usize::MAX))
        } else {
            ((k % SHARDS_OF_A_DAY) * shards.len() / SHARDS_OF_A_DAY, 20 + k / SHARDS_OF_A_DAY)
        };
        let shard = shards.get(shard).ok_or("no shard")?;
        let (records, there) = (&before[*shard], wanted.entry(shard).or_default());
        let free = (0..records.len()).map(|more| &records[place.wrapping_add(more) % records.len()]);
        there.extend(free.into_iter().find(|one| there.iter().all(|other| other.id != one.id)));
    }
    let mut edits = BTreeMap::new();
    let mut patch = String::new();
    for (shard, records) in wanted {
        let of_shard: Vec<Edit> = records.iter().enumerate().flat_map(|(k, one)| changed(one, k)).collect();
        for record in &records {
            let mut line = Map::from_iter([("id".to_owned(), Value::from(record.id.as_str()))]);
            for edit in &of_shard {
                if let Edit::Set { id, key, value: Scalar::Text(text) } = edit
                    && *id == record.id
                {
                    line.insert(key.clone(), Value::from(text.as_str()));
                }
            }
            patch.push_str(&format!("{}\n", Value::Object(line)));
        }
        edits.insert(shard.to_owned(), of_shard);
    }
    let parts = city.day(&edits)?;
    let update = packed(&parts)?;
    let latest = plain(&vec![
        (PartKind::Head.number(), city.edition.head.encode()),
        (PartKind::Index.number(), index(&update).encode()),
    ])?;
    std::fs::write(folder.join("update.tsuna"), &update)?;
    let patch_packed = zstd::bulk::compress(patch.as_bytes(), LEVEL)?;
    std::fs::write(folder.join("patch.zst"), &patch_packed)?;
    let after = city.records()?;
    let everything = zstd::bulk::compress(&framed(after.values().flatten())?, LEVEL)?;
    std::fs::write(folder.join("rows.zst"), &everything)?;
    let git = git::publish(&folder.join("git"), &before, &after)?;
    let by_kind = |kind: PartKind| -> usize {
        parts.iter().filter(|(one, _)| *one == kind.number()).map(|(_, bytes)| bytes.len()).sum()
    };
    Ok(json!({
        "shards": edits.len(), "update": update.len(), "latest": latest.len(), "patch": patch_packed.len(),
        "patch_plain": patch.len(), "everything": everything.len(), "git": git,
        "head": by_kind(PartKind::Head), "lines": by_kind(PartKind::Lines), "entries": by_kind(PartKind::Entry),
    }))
}

/// So many updates, each of records that lie together in the next of the first `shards` shards.
pub(crate) fn updates(data: &Path, rows: usize, count: usize, shards: usize, folder: &Path) -> Result<Value> {
    let mut city = City::new(corpus::records(data, rows)?)?;
    write_root(folder, &city)?;
    let records = city.records()?;
    let some: Vec<(&String, &Vec<Storable>)> = records.iter().take(shards).collect();
    let (mut bytes, mut generation) = (Vec::new(), 1);
    for n in 0..count {
        let (shard, records) = some.get(n % some.len()).ok_or("no shard")?;
        let first = n / some.len() * UPDATE_RECORDS;
        let of_update = (0..UPDATE_RECORDS.min(records.len())).map(|k| &records[(first + k) % records.len()]);
        let edits: Vec<Edit> = of_update.enumerate().flat_map(|(k, one)| changed(one, n + k)).collect();
        let update = packed(&city.day(&BTreeMap::from([((*shard).clone(), edits)]))?)?;
        bytes.push(update.len());
        std::fs::write(folder.join(format!("{n:04}.tsuna")), update)?;
        generation = city.edition.manifest.lines.get(*shard).map_or(generation, |line| line.generation.max(generation));
    }
    bytes.sort_unstable();
    Ok(json!({ "shards": some.len(), "median": bytes.get(bytes.len() / 2), "generation": generation }))
}

/// Two fields of a record: hours, and the day on which somebody looked.
fn changed(record: &Storable, n: usize) -> [Edit; 2] {
    let of_way = record.fields.keys().find(|key| key.starts_with("ch/") && key.ends_with("/hours"));
    let key = of_way.map_or("ch/tel/hours", String::as_str);
    let days = ["Mo-Fr", "Mo-Sa", "Tu-Su"][n % 3];
    let (from, to) = (8 + n % 4, 15 + n % 7);
    let set =
        |key: &str, value: String| Edit::Set { id: record.id.clone(), key: key.to_owned(), value: Scalar::Text(value) };
    // No year has so many days that it would be written twice in one shard.
    let day = format!("{}-{:02}-{:02}", 2027 + n / 336, 1 + n / 28 % 12, 1 + n % 28);
    [set(key, format!("{days} {from:02}:{:02}-{to}:30", n / 12 % 60)), set("assured_date", day)]
}

/// The index that stands beside the head, as long as it ever gets.
fn index(update: &[u8]) -> Index {
    let named = |n: usize| Named { bytes: 3_000 + n as u64, ..Named::of(&n.to_le_bytes()) };
    let before = (1..UPDATES).map(|n| (u32::try_from(n).unwrap_or(0), named(n)));
    let last = (u32::try_from(UPDATES).unwrap_or(0), Named::of(update));
    Index { whole: Named { bytes: 3_000_000, ..named(0) }, updates: before.chain([last]).collect() }
}

/// Draws without chance, so that every run has the same.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % end
    }
}

fn payload(parts: &FileParts) -> Result<Vec<u8>> {
    Ok(tsunagari_wire::file::payload(parts.iter().map(|(kind, bytes)| (*kind, bytes.as_slice())))?)
}

fn packed(parts: &FileParts) -> Result<Vec<u8>> {
    let payload = payload(parts)?;
    let packed = zstd::bulk::compress(&payload, LEVEL)?;
    Ok(tsunagari_wire::file::wrap(tsunagari_wire::file::Codec::Zstd, payload.len() as u64, &packed))
}

fn framed<'r>(records: impl Iterator<Item = &'r Storable>) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for record in records {
        let record = cbor::encode(record)?;
        bytes.extend(u32::try_from(record.len())?.to_le_bytes());
        bytes.extend(record);
    }
    Ok(bytes)
}

fn write_root(folder: &Path, city: &City) -> Result<()> {
    let root: Hash = city.root();
    Ok(std::fs::write(folder.join("root"), root)?)
}
