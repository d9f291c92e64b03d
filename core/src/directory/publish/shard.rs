//! One shard of a desk: what it starts from and everything that editors signed since.

use std::collections::BTreeMap;

use tsunagari_wire::WireError;

use super::{FileParts, part};
use crate::crdt::{Document, Edit};
use crate::crypto::{Checkpoint, Desk, Endorsement, Entry, Generation, Line, PublicKey, Signed, SigningKey, merkle};
use crate::directory::confidential::Storable;
use crate::directory::pack::cbor as record_cbor;
use crate::directory::receive::{Entries, Folded, PartKind, ShardRefusal, apply, document, fold_up_to, is_endorsed};

/// One generation of a shard.
#[derive(Debug, Clone)]
pub struct ShardState {
    /// What it starts from, as it was signed.
    pub checkpoint: Signed,
    /// Entries by author and number.
    pub entries: Entries,
    /// Endorsements, each read, with its bytes.
    pub endorsements: Vec<(Endorsement, Signed)>,
}

impl ShardState {
    /// A generation that starts from records.
    ///
    /// # Errors
    /// [`ShardRefusal::Record`] when one is too large.
    pub fn start(of: Generation, records: &[Storable], keys: &[&SigningKey]) -> Result<Self, ShardRefusal> {
        let mut encoded = Vec::with_capacity(records.len());
        let mut sorted: Vec<&Storable> = records.iter().collect();
        sorted.sort_by(|a, b| a.id.cmp(&b.id));
        for record in sorted {
            let bytes = record_cbor::encode(record)
                .map_err(|error| ShardRefusal::Record { id: record.id.clone(), why: error.to_string() })?;
            encoded.push(bytes);
        }
        let checkpoint = Checkpoint { of, records: encoded };
        let checkpoint = keys.iter().fold(checkpoint.to_signed(), |signed, key| signed.sign(key));
        Ok(Self { checkpoint, entries: BTreeMap::new(), endorsements: Vec::new() })
    }

    /// What it starts from.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn checkpoint(&self) -> Result<Checkpoint, WireError> {
        Checkpoint::read(&self.checkpoint)
    }

    /// The document with all entries that join and are let in, published or not: what an editor sees and changes.
    ///
    /// # Errors
    /// [`ShardRefusal`].
    pub fn document(&self, desk: &Desk) -> Result<Document, ShardRefusal> {
        let checkpoint = self.checkpoint().map_err(|_| ShardRefusal::OtherCheckpoint)?;
        let mut document = document(&checkpoint, &desk.prefix)?;
        let all: Vec<&Entry> = self.entries.values().map(|(entry, _)| entry).collect();
        // One that is not let in waits for what it builds on; nobody is shown it until then.
        let _some_may_wait = apply(&mut document, &all);
        Ok(document)
    }

    /// Makes one entry of edits. `None` when they change nothing.
    ///
    /// # Errors
    /// [`ShardRefusal`], [`ShardRefusal::Document`] in words when an edit cannot be done.
    pub fn edit(&mut self, desk: &Desk, key: &SigningKey, edits: &[Edit]) -> Result<Option<Signed>, ShardRefusal> {
        let author = key.public();
        if !desk.keys.contains_key(&author) {
            return Err(ShardRefusal::Author);
        }
        let mut document = self.document(desk)?;
        let change = document.edit(&author.0, edits).map_err(|error| ShardRefusal::Document(error.to_string()))?;
        let Some(change) = change else { return Ok(None) };
        let n = u32::try_from(change.n).map_err(|_| ShardRefusal::TooMany)?;
        let prev = self.entries.get(&(author, n.wrapping_sub(1))).map(|(_, signed)| signed.hash());
        let of = self.checkpoint().map_err(|_| ShardRefusal::OtherCheckpoint)?.of;
        let entry = Entry { of, author, n, prev, change: change.bytes };
        let signed = entry.sign(key);
        self.entries.insert((author, n), (entry, signed.clone()));
        Ok(Some(signed))
    }

    /// Gives a second key's word for every entry of others that has none. How many there were.
    ///
    /// # Errors
    /// [`ShardRefusal`].
    pub fn endorse(&mut self, key: &SigningKey) -> Result<Vec<Signed>, ShardRefusal> {
        let by = key.public();
        let mut given = Vec::new();
        for (entry, signed) in self.entries.values() {
            let (of, entry_hash) = (entry.of.clone(), signed.hash());
            let there = self.endorsements.iter().any(|(one, _)| one.entry == entry_hash && one.by == by);
            if entry.author != by && !there {
                let one = Endorsement { of, entry: entry_hash, by };
                let signed = one.sign(key);
                given.push((one, signed));
            }
        }
        self.endorsements.extend(given.iter().cloned());
        Ok(given.into_iter().map(|(_, signed)| signed).collect())
    }

    /// Records with the entries of each author up to a number.
    ///
    /// # Errors
    /// [`ShardRefusal`].
    pub fn records(&self, desk: &Desk, last: &BTreeMap<PublicKey, u32>) -> Result<Folded, ShardRefusal> {
        let checkpoint = self.checkpoint().map_err(|_| ShardRefusal::OtherCheckpoint)?;
        let endorsements: Vec<Endorsement> = self.endorsements.iter().map(|(one, _)| one.clone()).collect();
        fold_up_to(desk, last, &checkpoint, &self.entries, &endorsements)
    }

    /// As much as may be published: of each author the entries that join, that have a second word where one is needed,
    /// and that are let in.
    ///
    /// # Errors
    /// [`ShardRefusal`].
    pub fn publishable(&self, id: &str, desk: &Desk) -> Result<(Line, Self), ShardRefusal> {
        let checkpoint = self.checkpoint().map_err(|_| ShardRefusal::OtherCheckpoint)?;
        if self.checkpoint.signers(&desk.public_keys()).len() < desk.class.keys_needed() {
            return Err(ShardRefusal::CheckpointKeys);
        }
        let mut last = self.joined(desk);
        let folded = loop {
            match self.records(desk, &last) {
                Ok(folded) => break folded,
                // Something builds on what may not be published yet: take the latest away until the rest stands.
                Err(why) => {
                    let longest = last.iter().max_by_key(|(_, n)| **n).map(|(author, _)| *author);
                    let Some(author) = longest else { return Err(why) };
                    match last.get_mut(&author) {
                        Some(n) if *n > 1 => *n -= 1,
                        _ => drop(last.remove(&author)),
                    }
                }
            }
        };
        let records = u32::try_from(folded.records.len()).unwrap_or(u32::MAX);
        let root = merkle::root(&folded.bytes());
        let line = Line {
            shard: id.to_owned(),
            generation: checkpoint.of.number,
            checkpoint: self.checkpoint.hash(),
            last: last.clone(),
            root,
            records,
        };
        let mut published = self.clone();
        published.entries.retain(|(author, n), _| last.get(author).is_some_and(|last| n <= last));
        let shown: Vec<_> = published.entries.values().map(|(_, signed)| signed.hash()).collect();
        published.endorsements.retain(|(one, _)| shown.contains(&one.entry));
        Ok((line, published))
    }

    /// Of each author the last entry up to which all join and may be published.
    fn joined(&self, desk: &Desk) -> BTreeMap<PublicKey, u32> {
        let endorsements: Vec<Endorsement> = self.endorsements.iter().map(|(one, _)| one.clone()).collect();
        let mut last: BTreeMap<PublicKey, u32> = BTreeMap::new();
        let mut hashes = BTreeMap::new();
        for ((author, n), (entry, signed)) in &self.entries {
            let before = last.get(author).copied().unwrap_or(0);
            let joins = desk.keys.contains_key(author) && *n == before + 1 && entry.prev == hashes.get(author).copied();
            let enough = desk.class.keys_needed() < 2 || is_endorsed(desk, entry, &signed.hash(), &endorsements);
            if joins && enough {
                last.insert(*author, *n);
                hashes.insert(*author, signed.hash());
            }
        }
        last
    }

    /// What a phone needs that has `old` of it.
    pub(super) fn add_parts(&self, parts: &mut FileParts, old: Option<&Self>) {
        let same = old.filter(|old| old.checkpoint.hash() == self.checkpoint.hash());
        if same.is_none() {
            parts.push(part(PartKind::Checkpoint, &self.checkpoint));
        }
        let new = self.entries.iter().filter(|(key, _)| same.is_none_or(|old| !old.entries.contains_key(key)));
        parts.extend(new.map(|(_, (_, signed))| part(PartKind::Entry, signed)));
        let there = |one: &Endorsement| same.is_some_and(|old| old.endorsements.iter().any(|(known, _)| known == one));
        let new = self.endorsements.iter().filter(|(one, _)| !there(one));
        parts.extend(new.map(|(_, signed)| part(PartKind::Endorsement, signed)));
    }
}
