//! Who publishes: records in shards, one editor, and editions one after the other.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use tsunagari_core::crdt::Edit;
use tsunagari_core::crypto::{
    About, Charter, Class, Desk, Generation, Hash, Head, Line, Role, Signed, SigningKey, is_record_id,
};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::pack::cbor;
use tsunagari_core::directory::publish::{Draft, Edition, FileParts, ShardState};
use tsunagari_core::model::Record;
use tsunagari_tests::figures::Result;

pub(crate) const PACK: &str = "bench";
pub(crate) const PREFIX: &str = "bench.";
const DESK: &str = "list";
/// 2026-11-23, when the program of this benchmark was built.
pub(crate) const BUILT: u64 = 1_795_392_000;

/// What a shard is filled up to.
const RECORDS: usize = 100;
const BYTES: usize = 48 * 1024;
/// Where the next generation begins.
const ENTRIES: usize = 256;
const ENTRY_BYTES: usize = 128 * 1024;

/// A publisher with its last edition.
pub(crate) struct City {
    desk: Desk,
    head: SigningKey,
    editor: SigningKey,
    pub(crate) edition: Edition,
}

impl City {
    /// Publishes records for the first time.
    pub(crate) fn new(records: impl Iterator<Item = Record>) -> Result<Self> {
        let (head, editor) = (key("head")?, key("hana")?);
        let roots = [key("root-1")?, key("root-2")?, key("root-3")?];
        let keys = BTreeMap::from([(editor.public(), "市役所".to_owned())]);
        let desk = Desk { class: Class::Listing, prefix: PREFIX.to_owned(), keys };
        let charter = Charter {
            pack: PACK.to_owned(),
            version: 1,
            prev: None,
            prefix: PREFIX.to_owned(),
            title: "試験の窓口".to_owned(),
            publisher: "試験の市役所".to_owned(),
            root: Role { keys: roots.iter().map(SigningKey::public).collect(), threshold: 2 },
            head: Role { keys: vec![head.public()], threshold: 1 },
            desks: BTreeMap::from([(DESK.to_owned(), desk.clone())]),
            listed: BTreeMap::new(),
            drop: String::new(),
            since: BUILT,
        };
        let charters = vec![roots.iter().take(2).fold(charter.to_signed(), Signed::sign)];
        let draft = Draft {
            charter: &charter,
            charters: &charters,
            before: None,
            shards: &shards(records, &editor)?,
            files: &BTreeMap::new(),
            about: About::default(),
            built: BUILT,
            review: BUILT + 7_776_000,
        };
        let edition = draft.publish(std::slice::from_ref(&head))?;
        Ok(Self { desk, head, editor, edition })
    }

    /// Hash of its charter.
    pub(crate) fn root(&self) -> Hash {
        self.edition.charters.first().map(Signed::hash).unwrap_or_default()
    }

    /// All records that are published, by shard.
    pub(crate) fn records(&self) -> Result<BTreeMap<String, Vec<Storable>>> {
        let of = |(id, line): (&String, &Line)| -> Result<_> {
            let state = self.edition.shards.get(id).ok_or("a line without a shard")?;
            let folded = state.records(&self.desk, &line.last)?;
            Ok((id.clone(), folded.records.into_iter().map(|(record, _)| record).collect()))
        };
        self.edition.manifest.lines.iter().map(of).collect()
    }

    /// Publishes edits, one entry a shard. What phones need that have the edition before.
    pub(crate) fn day(&mut self, edits: &BTreeMap<String, Vec<Edit>>) -> Result<FileParts> {
        let mut manifest = self.edition.manifest.clone();
        let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
        for (id, edits) in edits {
            let old = self.edition.shards.get(id).ok_or("no such shard")?.clone();
            let mut state = self.renewed(id, &old)?;
            state.edit(&self.desk, &self.editor, edits)?;
            let (line, published) = state.publishable(id, &self.desk)?;
            manifest.lines.insert(id.clone(), line);
            after.insert(id.clone(), published);
            before.insert(id.clone(), old);
        }
        let last = Head::read(&self.edition.head)?;
        let head = Head {
            seq: last.seq + 1,
            prev: Some(self.edition.head.hash()),
            manifest: manifest.root(),
            built: last.built + 60,
            ..last
        };
        let head = head.to_signed().sign(&self.head);
        let with = |head, manifest, shards| Edition {
            charters: self.edition.charters.clone(),
            head,
            manifest,
            shards,
            files: BTreeMap::new(),
        };
        let old = with(self.edition.head.clone(), self.edition.manifest.clone(), before);
        let new = with(head, manifest, after);
        let parts = new.since(&old)?;
        self.edition.head = new.head;
        self.edition.manifest = new.manifest;
        self.edition.shards.extend(new.shards);
        Ok(parts)
    }

    /// The shard in the generation that the next entry belongs to.
    fn renewed(&self, id: &str, state: &ShardState) -> Result<ShardState> {
        let bytes: usize = state.entries.values().map(|(entry, _)| entry.change.len()).sum();
        if state.entries.len() < ENTRIES && bytes < ENTRY_BYTES {
            return Ok(state.clone());
        }
        let line = self.edition.manifest.lines.get(id).ok_or("no such line")?;
        let records = state.records(&self.desk, &line.last)?.records;
        let records: Vec<Storable> = records.into_iter().map(|(record, _)| record).collect();
        let of = Generation { number: line.generation + 1, ..state.checkpoint()?.of };
        Ok(ShardState::start(of, &records, &[&self.editor])?)
    }
}

fn key(name: &str) -> Result<SigningKey> {
    Ok(SigningKey::from_seed(&Sha256::digest(format!("tsunagari bench key {name}")).into())?)
}

/// Records in the order they came, so many to a shard.
fn shards(records: impl Iterator<Item = Record>, editor: &SigningKey) -> Result<BTreeMap<String, ShardState>> {
    let mut shards = BTreeMap::new();
    let (mut open, mut bytes) = (Vec::new(), 0);
    let mut close = |open: &mut Vec<Storable>| -> Result<()> {
        let shard = format!("{DESK}.{}", shards.len());
        let of = Generation { pack: PACK.to_owned(), shard: shard.clone(), number: 1 };
        shards.insert(shard, ShardState::start(of, &std::mem::take(open), &[editor])?);
        Ok(())
    };
    for record in records {
        let record = published(record)?;
        let more = cbor::encode(&record)?.len();
        if open.len() == RECORDS || bytes + more > BYTES {
            close(&mut open)?;
            bytes = 0;
        }
        bytes += more;
        open.push(record);
    }
    close(&mut open)?;
    Ok(shards)
}

/// A record as it can be published: without hidden signs, under an id of few signs.
fn published(record: Record) -> Result<Storable> {
    let mut record = Storable::imported(record)?.into_record();
    let own = format!("{PREFIX}{}", record.id);
    record.id = if is_record_id(&own) {
        own
    } else {
        let hash = Sha256::digest(own.as_bytes());
        let short: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        format!("{PREFIX}{short}")
    };
    Ok(Storable::written(record)?)
}
