//! An edition from its file.

use std::collections::BTreeMap;
use std::io::Read;

use sha2::{Digest, Sha256};
use tsunagari_wire::file::Parts;

use super::{Edition, ShardState};
use crate::crypto::{Change, Charter, Checkpoint, Endorsement, Entry, Hash, Head, Kind, Manifest, Signed};
use crate::directory::receive::{Entries, PartKind, Refusal, ShardRefusal, file_of, fold};

impl Edition {
    /// Reads a whole edition (no update) and checks it as a phone would, but for who its publisher is. All of it is held
    /// in memory: for desks, and for the pack that the program carries.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn read(source: impl Read) -> Result<(Self, Charter), Refusal> {
        let mut parts = Parts::open(source)?;
        let mut charters: Vec<Signed> = Vec::new();
        let (mut head, mut manifest) = (None, Manifest::default());
        let mut shards: BTreeMap<String, Found> = BTreeMap::new();
        let mut files = BTreeMap::new();
        while let Some(part) = parts.next(|kind| PartKind::parse(kind).is_some())? {
            let bytes = part.bytes.as_slice();
            match PartKind::parse(part.kind) {
                Some(PartKind::Charter) => charters.push(Signed::decode(Kind::Charter, bytes)?),
                Some(PartKind::Head) if head.is_none() => head = Some(Signed::decode(Kind::Head, bytes)?),
                Some(PartKind::Lines) if manifest.lines.is_empty() => manifest.change(Change::decode(bytes)?)?,
                Some(PartKind::Checkpoint) => {
                    let signed = Signed::decode(Kind::Checkpoint, bytes)?;
                    let shard = Checkpoint::read(&signed)?.of.shard;
                    shards.entry(shard).or_default().checkpoint = Some(signed);
                }
                Some(PartKind::Entry) => {
                    let signed = Signed::decode(Kind::Entry, bytes)?;
                    let entry = Entry::read(&signed)?;
                    let found = shards.entry(entry.of.shard.clone()).or_default();
                    found.entries.insert((entry.author, entry.n), (entry, signed));
                }
                Some(PartKind::Endorsement) => {
                    let signed = Signed::decode(Kind::Endorsement, bytes)?;
                    let one = Endorsement::read(&signed)?;
                    shards.entry(one.of.shard.clone()).or_default().endorsements.push((one, signed));
                }
                Some(PartKind::File) => {
                    let (name, body) = file_of(bytes).ok_or(Refusal::Order)?;
                    files.insert(name.to_owned(), body.to_vec());
                }
                Some(PartKind::Index | PartKind::Note) | None => {}
                Some(_) => return Err(Refusal::Order),
            }
        }
        let root = charters.first().map(Signed::hash).ok_or(Refusal::NothingInside)?;
        let (charter, head) = (Charter::chain(&charters, &root)?, head.ok_or(Refusal::NothingInside)?);
        let stated = Head::read(&head)?;
        if stated.charter != charter.version || !charter.head.signed(&head) {
            return Err(Refusal::NotSigned);
        }
        if manifest.root() != stated.manifest {
            return Err(Refusal::Mixed);
        }
        for (name, (hash, _)) in &manifest.about.files {
            if files.get(name).is_none_or(|body| Hash::from(Sha256::digest(body)) != *hash) {
                return Err(Refusal::File(name.clone()));
            }
        }
        let shards = checked(&manifest, &charter, shards)?;
        Ok((Self { charters, head, manifest, shards, files }, charter))
    }
}

impl Edition {
    /// The head of a file, as it was signed, without looking at the rest.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn head_of(source: impl Read) -> Result<Vec<u8>, Refusal> {
        first_of(source, PartKind::Head)
    }

    /// Hash of the first charter in a file: names the publisher.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn root_of(source: impl Read) -> Result<Hash, Refusal> {
        Ok(Signed::decode(Kind::Charter, &first_of(source, PartKind::Charter)?)?.hash())
    }
}

fn first_of(source: impl Read, wanted: PartKind) -> Result<Vec<u8>, Refusal> {
    let mut parts = Parts::open(source)?;
    while let Some(part) = parts.next(|kind| PartKind::parse(kind).is_some())? {
        if part.kind == wanted.number() {
            return Ok(part.bytes);
        }
    }
    Err(Refusal::NothingInside)
}

#[derive(Default)]
struct Found {
    checkpoint: Option<Signed>,
    entries: Entries,
    endorsements: Vec<(Endorsement, Signed)>,
}

/// Each shard that the manifest names, as it is there.
fn checked(
    manifest: &Manifest,
    charter: &Charter,
    mut found: BTreeMap<String, Found>,
) -> Result<BTreeMap<String, ShardState>, Refusal> {
    let mut shards = BTreeMap::new();
    for (id, line) in &manifest.lines {
        let refused = |why| Refusal::Shard { shard: id.clone(), why };
        let desk = charter.desk_of(id).ok_or_else(|| refused(ShardRefusal::NoDesk))?;
        let Found { checkpoint, entries, endorsements } =
            found.remove(id).ok_or_else(|| refused(ShardRefusal::NoCheckpoint))?;
        let signed = checkpoint.ok_or_else(|| refused(ShardRefusal::NoCheckpoint))?;
        if signed.hash() != line.checkpoint {
            return Err(refused(ShardRefusal::OtherCheckpoint));
        }
        if signed.signers(&desk.public_keys()).len() < desk.class.keys_needed() {
            return Err(refused(ShardRefusal::CheckpointKeys));
        }
        let words: Vec<Endorsement> = endorsements.iter().map(|(one, _)| one.clone()).collect();
        fold(desk, line, &Checkpoint::read(&signed)?, &entries, &words).map_err(refused)?;
        shards.insert(id.clone(), ShardState { checkpoint: signed, entries, endorsements });
    }
    Ok(shards)
}
