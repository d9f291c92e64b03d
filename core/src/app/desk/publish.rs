//! Publishing: a new edition, and static files that any web server, folder or stick can carry.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::folder::{Folder, numbered};
use super::{Desk, DeskError, shown};
use crate::app::write_whole;
use crate::crypto::{CHANGE_BYTES, Change, Charter, Head, Kind, Listed, Manifest, Signed, SigningKey};
use crate::directory::confidential::Storable;
use crate::directory::publish::{Draft, Edition, FileParts, Index, Named, ShardState, UPDATES, plain};
use crate::directory::receive::{Known, NATIONAL_ID, PartKind, Policy, Refusal, Trust, receive};
use crate::store::{Store, StoreError};

/// A generation is closed when its entries take so many bytes, or are so many.
const GENERATION_BYTES: usize = 2 * CHANGE_BYTES;
const GENERATION_ENTRIES: usize = 256;
/// Days after which an edition is to be looked through again, where desk.toml does not say.
const REVIEW_DAYS: u32 = 90;
const DAY: u64 = 86_400;

/// What publishing did.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Published {
    /// Number of the edition.
    pub seq: u32,
    /// How many records it has.
    pub records: u32,
    /// Shards that started anew, since they were full.
    pub anew: Vec<String>,
}

impl Desk {
    /// Makes the next edition of everything that may be published, and tries it as a phone would before it is kept.
    ///
    /// # Errors
    /// [`DeskError`]; then nothing was published.
    pub fn publish(&mut self, keys: &[SigningKey], now: u64) -> Result<Published, DeskError> {
        let anew = self.start_full_ones_anew(keys)?;
        let review = self.settings.review_days.unwrap_or(REVIEW_DAYS);
        // Where a clock was once ahead, phones would refuse everything until that day came.
        let before = self.editions.last().map(|edition| Head::read(&edition.head)).transpose()?;
        let now = before.map_or(now, |head| now.max(head.built));
        let files = self.files()?;
        let draft = Draft {
            charter: &self.charter,
            charters: &self.charters,
            before: self.editions.last(),
            shards: &self.shards,
            files: &files,
            about: self.about()?,
            built: now,
            review: now + u64::from(review) * DAY,
        };
        let edition = draft.publish(keys)?;
        let records = self.try_as_a_phone(&edition, now)?;
        let head = Head::read(&edition.head)?;
        let lines = Change::whole(&edition.manifest).encode();
        // Nothing holds before there is a head: lines of an edition that was broken off give way.
        self.folder.replace(&numbered("heads", head.seq, "lines"), &lines)?;
        self.folder.put(&numbered("heads", head.seq, "head"), &edition.head.encode())?;
        self.manifests.push(edition.manifest.clone());
        self.editions.push(edition);
        Ok(Published { seq: head.seq, records, anew })
    }

    /// Takes a record, or one field of it, out of everything that is published from now on: its shard starts anew without
    /// it, and phones drop the old entries. Copies that somebody made stay with them.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn redact(&mut self, keys: &[SigningKey], id: &str, field: Option<&str>) -> Result<bool, DeskError> {
        let (shard, mut record) = self.records()?.remove(id).ok_or_else(|| DeskError::NoRecord(id.to_owned()))?;
        let mut records = self.published_records(&shard)?;
        records.retain(|one| one.id != id);
        if let Some(field) = field {
            record.fields.remove(field);
            let wrong = |why: String| DeskError::Record { id: id.to_owned(), why };
            record.check()?;
            records.push(Storable::written(record).map_err(|error| wrong(error.to_string()))?);
        }
        let old = self.shards.get(&shard).map(ShardState::checkpoint).transpose()?;
        let keys: Vec<&SigningKey> = keys.iter().collect();
        let enough = self.start_anew(&shard, &records, &keys)?;
        if let Some(old) = old {
            self.folder.drop_generation(&old.of)?;
        }
        Ok(enough)
    }

    /// Records of a shard as far as they may be published.
    pub(super) fn published_records(&self, shard: &str) -> Result<Vec<Storable>, DeskError> {
        let state = self.shards.get(shard).ok_or_else(|| DeskError::NoDesk(shard.to_owned()))?;
        let role = self.role(shard)?;
        let wide = super::with_who_left(role, state);
        let (line, published) = state.publishable(shard, &wide).map_err(|why| DeskError::shard(shard, why))?;
        let folded = published.records(&wide, &line.last).map_err(|why| DeskError::shard(shard, why))?;
        Ok(folded.records.into_iter().map(|(record, _)| record).collect())
    }

    /// Generations that are full start anew, when the keys at hand may do it and nothing waits in them.
    fn start_full_ones_anew(&mut self, keys: &[SigningKey]) -> Result<Vec<String>, DeskError> {
        let full = |state: &ShardState| {
            let bytes: usize = state.entries.values().map(|(entry, _)| entry.change.len()).sum();
            bytes >= GENERATION_BYTES || state.entries.len() >= GENERATION_ENTRIES
        };
        let mut anew = Vec::new();
        for shard in self.shards.iter().filter(|(_, state)| full(state)).map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            let role = self.role(&shard)?.clone();
            let Some(state) = self.shards.get(&shard) else { continue };
            let (_, published) = state.publishable(&shard, &role).map_err(|why| DeskError::shard(&shard, why))?;
            let waits = published.entries.len() < state.entries.len();
            let may = keys.iter().filter(|key| role.keys.contains_key(&key.public())).count();
            if waits || may < role.class.keys_needed() {
                continue;
            }
            let records = self.published_records(&shard)?;
            let keys: Vec<&SigningKey> = keys.iter().collect();
            self.start_anew(&shard, &records, &keys)?;
            anew.push(shard);
        }
        Ok(anew)
    }

    /// Phones take it: as a first install, and as an update.
    fn try_as_a_phone(&self, edition: &Edition, now: u64) -> Result<u32, DeskError> {
        let failed = |error: StoreError| DeskError::from(Refusal::from(error));
        let fresh = Store::in_memory().map_err(failed)?;
        self.trial(&fresh, &edition.whole(), false, now)?;
        let reader = fresh.reader().map_err(failed)?;
        let records = reader.look().packs().map_err(failed)?.first().map_or(0, |pack| pack.records);
        if let Some(before) = self.editions.last().filter(|before| before.manifest.lines.len() == before.shards.len()) {
            let old = Store::in_memory().map_err(failed)?;
            self.trial(&old, &before.whole(), false, now)?;
            self.trial(&old, &edition.since(before)?, true, now)?;
        }
        Ok(records)
    }

    /// Takes parts in as a phone that trusts this publisher.
    fn trial(&self, store: &Store, parts: &FileParts, installed: bool, now: u64) -> Result<(), DeskError> {
        let Charter { pack, prefix, .. } = &self.charter;
        let (pack, prefix) = (pack.clone(), prefix.clone());
        let root = self.charters.first().map(Signed::hash).unwrap_or_default();
        let trust = if pack == NATIONAL_ID { Trust::National } else { Trust::Listed };
        let listed = BTreeMap::from([(pack.clone(), Listed { root, prefix: prefix.clone() })]);
        let known = installed.then_some((pack, Known { root, trust, prefix })).into_iter().collect();
        let received = String::new();
        let policy = Policy {
            national: root,
            listed: &listed,
            known: &known,
            agreed: None,
            built: now,
            floor: now,
            now,
            received,
        };
        receive(store, plain(parts)?.as_slice(), &policy).map(|_| ()).map_err(|refused| (*refused.why).into())
    }

    fn files(&self) -> Result<BTreeMap<String, Vec<u8>>, DeskError> {
        let all = self.folder.all("files", "")?.into_iter();
        Ok(all.map(|(path, body)| (path.strip_prefix("files").unwrap_or(&path).display().to_string(), body)).collect())
    }
}

/// Writes the last edition as static files: `latest.tsuna`, which changes, and files named by their content, which never
/// do. Files of earlier editions stay for who is still reading them, and updates that were listed before stay listed. `pack`
/// makes a frame of Zstandard of bytes: the core itself only unpacks.
///
/// # Errors
/// [`DeskError::File`].
pub fn write_edition(desk: &Desk, out: &Path, pack: &dyn Fn(&[u8]) -> Vec<u8>) -> Result<Index, DeskError> {
    let edition = desk.published().ok_or_else(|| DeskError::NotADesk(out.to_owned()))?;
    let seq = Head::read(&edition.head)?.seq;
    std::fs::create_dir_all(out).map_err(|error| DeskError::write(out, &error))?;
    let write = |parts: &FileParts| -> Result<Named, DeskError> {
        let bytes = packed(parts, pack)?;
        let named = Named::of(&bytes);
        let path = out.join(named.file_name());
        write_whole(&path, &bytes).map_err(|error| DeskError::write(&path, &error))?;
        Ok(named)
    };
    let mut index = Index { whole: write(&edition.whole())?, updates: Vec::new() };
    let latest = out.join("latest.tsuna");
    if let Ok(bytes) = std::fs::read(&latest) {
        index.updates = listed(&bytes).unwrap_or_default();
    }
    index.updates.retain(|(number, _)| *number < seq);
    if let [.., before, last] = desk.editions.as_slice() {
        index.updates.push((seq, write(&last.since(before)?)?));
    }
    let extra = index.updates.len().saturating_sub(UPDATES);
    index.updates.drain(..extra);
    let parts = vec![(PartKind::Head.number(), edition.head.encode()), (PartKind::Index.number(), index.encode())];
    write_whole(&latest, &plain(&parts)?).map_err(|error| DeskError::write(&latest, &error))?;
    Ok(index)
}

/// A file of parts, packed.
///
/// # Errors
/// [`DeskError::Form`].
pub(crate) fn packed(parts: &FileParts, pack: &dyn Fn(&[u8]) -> Vec<u8>) -> Result<Vec<u8>, DeskError> {
    let payload = tsunagari_wire::file::payload(parts.iter().map(|(kind, bytes)| (*kind, bytes.as_slice())))?;
    Ok(tsunagari_wire::file::wrap(tsunagari_wire::file::Codec::Zstd, payload.len() as u64, &pack(&payload)))
}

/// The updates that a `latest.tsuna` lists.
fn listed(bytes: &[u8]) -> Option<Vec<(u32, Named)>> {
    let mut parts = tsunagari_wire::file::Parts::open(bytes).ok()?;
    while let Some(part) = parts.next(|kind| PartKind::parse(kind).is_some()).ok()? {
        if part.kind == PartKind::Index.number() {
            return Some(Index::decode(&part.bytes).ok()?.updates);
        }
    }
    None
}

/// What each edition named, oldest first.
pub(super) fn manifests(folder: &Folder) -> Result<Vec<Manifest>, DeskError> {
    let mut manifests = Vec::new();
    for (path, bytes) in folder.all("heads", ".lines")? {
        let mut manifest = Manifest::default();
        manifest.change(Change::decode(&bytes).map_err(|error| DeskError::torn(&path, &error))?)?;
        manifests.push(manifest);
    }
    Ok(manifests)
}

/// Editions of a desk, oldest first, each with those shards whose content is still here.
pub(super) fn editions(
    folder: &Folder,
    charters: &[Signed],
    generations: &BTreeMap<(String, u32), ShardState>,
) -> Result<Vec<Edition>, DeskError> {
    let mut editions = Vec::new();
    for (path, bytes) in folder.all("heads", ".head")? {
        let head = Signed::decode(Kind::Head, &bytes).map_err(|error| DeskError::torn(&path, &error))?;
        let stated = Head::read(&head).map_err(|error| DeskError::torn(&path, &error))?;
        let lines: PathBuf = path.with_extension("lines");
        let body = folder.get(&lines)?.ok_or_else(|| DeskError::torn(&lines, &"it is missing"))?;
        let mut manifest = Manifest::default();
        manifest.change(Change::decode(&body).map_err(|error| DeskError::torn(&lines, &error))?)?;
        if manifest.root() != stated.manifest {
            return Err(DeskError::torn(&lines, &"it is not what the head names"));
        }
        let known: Vec<Signed> = charters
            .iter()
            .filter(|signed| Charter::read(signed).is_ok_and(|charter| charter.version <= stated.charter))
            .cloned()
            .collect();
        let mut then = BTreeMap::new();
        for (id, line) in &manifest.lines {
            let state = generations.get(&(id.clone(), line.generation));
            let Some(state) = state.filter(|state| state.checkpoint.hash() == line.checkpoint) else { continue };
            let mut state = state.clone();
            state.entries.retain(|key, _| shown(&manifest, id, key));
            let hashes: Vec<_> = state.entries.values().map(|(_, signed)| signed.hash()).collect();
            state.endorsements.retain(|(one, _)| hashes.contains(&one.entry));
            then.insert(id.clone(), state);
        }
        editions.push(Edition { charters: known, head, manifest, shards: then, files: BTreeMap::new() });
    }
    Ok(editions)
}
