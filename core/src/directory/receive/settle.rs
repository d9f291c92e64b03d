//! One shard: what came of it beside what is stored of it, against what its line says.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::{ENTRIES, ENTRY_BYTES, Entries, Folded, claims_nothing, fold};
use super::piece::ShardPiece;
use super::{Refusal, ShardRefusal};
use crate::crypto::{Checkpoint, Class, Desk, Endorsement, Entry, Hash, Kind, Line, PublicKey, SHARD_BYTES, Signed};
use crate::directory::confidential::Storable;
use crate::directory::find_text::{bucket, prepare};
use crate::store::{EntryRow, Receiving, Row, ShardRow};

/// Bytes of all parts of one shard in one file.
const PARTS_BYTES: usize = 4 * SHARD_BYTES + 1024 * 1024;

/// The best prior that a record of a listing can have, whatever it says of itself.
const LISTING_PRIOR: u8 = 2;

/// The row of a record. Only what two keys of the nation vouch for stands before places that help.
pub(super) fn row_of(shard: &str, class: Class, record: &Storable) -> Result<Row, Refusal> {
    let refused = |why| Refusal::Shard { shard: shard.to_owned(), why };
    claims_nothing(record, class).map_err(refused)?;
    let prior = bucket(record).max(if class == Class::Core { 0 } else { LISTING_PRIOR });
    let wrong = |why: String| refused(ShardRefusal::Record { id: record.id.clone(), why });
    prepare(record, prior).map_err(|error| wrong(error.to_string()))
}

/// What came of one shard.
#[derive(Debug, Default)]
pub(super) struct ShardParts {
    pub(super) id: String,
    bytes: usize,
    checkpoint: Option<(Checkpoint, Signed)>,
    entries: Vec<(Entry, Signed)>,
    endorsements: Vec<(Endorsement, Signed)>,
}

impl ShardParts {
    pub(super) fn new(id: String) -> Self {
        Self { id, ..Self::default() }
    }

    pub(super) fn take(&mut self, piece: ShardPiece, bytes: usize) -> Result<(), Refusal> {
        self.bytes += bytes;
        if self.bytes > PARTS_BYTES {
            return Err(Refusal::Shard { shard: self.id.clone(), why: ShardRefusal::TooMany });
        }
        match piece {
            ShardPiece::Checkpoint(checkpoint, signed) => {
                if self.checkpoint.replace((checkpoint, signed)).is_some() {
                    return Err(Refusal::Order);
                }
            }
            ShardPiece::Entry(entry, signed) => self.entries.push((entry, signed)),
            ShardPiece::Endorsement(one, signed) => self.endorsements.push((one, signed)),
        }
        Ok(())
    }
}

/// What a shard is to be, and what is known of it.
pub(super) struct Settled<'a> {
    pub(super) desk: &'a Desk,
    /// What ranking reads.
    pub(super) class: Class,
    pub(super) line: &'a Line,
    pub(super) old: Option<&'a Line>,
    /// The charter is another than that under which `old` was taken.
    pub(super) anew: bool,
    /// The checkpoint that is stored, as it was signed.
    pub(super) checkpoint: Option<Vec<u8>>,
}

impl Settled<'_> {
    /// Takes what came. How many rows are other now, and how many parts were kept that are not published yet.
    pub(super) fn take(&self, receiving: &mut Receiving<'_>, parts: ShardParts) -> Result<(u32, u32), Refusal> {
        let refused = |why: ShardRefusal| Refusal::Shard { shard: self.line.shard.clone(), why };
        self.not_backwards().map_err(refused)?;
        let (checkpoint, signed) = self.checkpoint(parts.checkpoint).map_err(refused)?;
        let stored = receiving.entries(&self.line.shard, self.line.generation)?;
        let mut entries = Entries::new();
        for row in &stored {
            let signed = Signed::decode(Kind::Entry, &row.body)?;
            let entry = Entry::read(&signed)?;
            entries.insert((entry.author, entry.n), (entry, signed));
        }
        let (mut kept, mut came) = (0, BTreeSet::new());
        let of_now = |of: &crate::crypto::Generation| of.number == self.line.generation;
        for (entry, signed) in parts.entries.into_iter().filter(|(entry, _)| of_now(&entry.of)) {
            if !self.desk.keys.contains_key(&entry.author) {
                return Err(refused(ShardRefusal::Author));
            }
            let key = (entry.author, entry.n);
            // What only waited here gives way to what is published, so that nobody can block that by coming first.
            let gives_way = self.is_shown(&key) && !self.was_shown(&key) && !came.contains(&key);
            if !gives_way && entries.get(&key).is_some_and(|(_, known)| known.hash() != signed.hash()) {
                return Err(refused(ShardRefusal::Chain));
            }
            came.insert(key);
            kept += u32::from(entries.insert(key, (entry, signed)).is_none());
        }
        self.not_too_many_wait(&entries).map_err(refused)?;
        let mut endorsements = Vec::new();
        for body in receiving.endorsements(&self.line.shard, self.line.generation)? {
            endorsements.push(Endorsement::read(&Signed::decode(Kind::Endorsement, &body)?)?);
        }
        let words = parts.endorsements.into_iter().filter(|(one, _)| of_now(&one.of));
        let came: Vec<(Endorsement, Signed)> = words.filter(|(one, _)| self.desk.keys.contains_key(&one.by)).collect();
        endorsements.extend(came.iter().map(|(one, _)| one.clone()));
        let changed = if self.old == Some(self.line) && !self.anew {
            0
        } else {
            let folded = fold(self.desk, self.line, &checkpoint, &entries, &endorsements).map_err(refused)?;
            self.put(receiving, &signed, folded)?
        };
        for (one, signed) in came {
            let of = (&self.line.shard, self.line.generation);
            receiving.put_endorsement(of.0, of.1, &one.entry, &one.by.0, &signed.encode())?;
        }
        self.put_entries(receiving, entries)?;
        Ok((changed, kept))
    }

    /// A generation or an author's entries that were published once stay published.
    fn not_backwards(&self) -> Result<(), ShardRefusal> {
        let Some(old) = self.old else { return Ok(()) };
        let (new, same) = (self.line, self.line.generation == old.generation);
        let less = |(author, n): (&PublicKey, &u32)| new.last.get(author).is_none_or(|last| last < n);
        if new.generation < old.generation || (same && old.last.iter().any(less)) {
            return Err(ShardRefusal::GoesBack);
        }
        if same && new.checkpoint != old.checkpoint { Err(ShardRefusal::OtherCheckpoint) } else { Ok(()) }
    }

    fn checkpoint(&self, came: Option<(Checkpoint, Signed)>) -> Result<(Checkpoint, Signed), ShardRefusal> {
        let named = |signed: &Signed| Hash::from(signed.hash()) == self.line.checkpoint;
        let stored = self.checkpoint.as_ref().and_then(|bytes| Signed::decode(Kind::Checkpoint, bytes).ok());
        let (checkpoint, signed) = match (stored.filter(named), came) {
            (Some(stored), _) => (Checkpoint::read(&stored).map_err(|_| ShardRefusal::OtherCheckpoint)?, stored),
            (None, Some(came)) if named(&came.1) => came,
            (None, Some(_)) => return Err(ShardRefusal::OtherCheckpoint),
            (None, None) => return Err(ShardRefusal::NoCheckpoint),
        };
        let needed = self.desk.class.keys_needed();
        if signed.signers(&self.desk.public_keys()).len() < needed {
            return Err(ShardRefusal::CheckpointKeys);
        }
        let of = &checkpoint.of;
        if of.shard != self.line.shard || of.number != self.line.generation {
            return Err(ShardRefusal::OtherCheckpoint);
        }
        Ok((checkpoint, signed))
    }

    /// Writes only the rows that are other.
    fn put(&self, receiving: &mut Receiving<'_>, checkpoint: &Signed, folded: Folded) -> Result<u32, Refusal> {
        let row = ShardRow {
            id: self.line.shard.clone(),
            class: self.class.code().to_owned(),
            line: self.line.encode(),
            checkpoint: checkpoint.encode(),
        };
        receiving.put_shard(&row, self.line.generation)?;
        let mut there: BTreeMap<String, (i64, Vec<u8>)> = BTreeMap::new();
        if self.old.is_some() {
            there.extend(receiving.rows()?.into_iter().map(|(id, row, body)| (id, (row, body))));
        }
        let mut changed = 0;
        for (record, bytes) in folded.records {
            let before = there.remove(&record.id);
            if before.as_ref().is_some_and(|(_, body)| *body == bytes) {
                continue;
            }
            if let Some((row, _)) = before {
                receiving.remove_row(row)?;
            }
            let row = row_of(&self.line.shard, self.class, &record)?;
            receiving.put_row(row)?;
            changed += 1;
        }
        for (row, _) in there.into_values() {
            receiving.remove_row(row)?;
            changed += 1;
        }
        Ok(changed)
    }

    /// What is sent before anybody published it fills no phone, whatever a stolen key signs.
    fn not_too_many_wait(&self, entries: &Entries) -> Result<(), ShardRefusal> {
        let waiting = entries.iter().filter(|(key, _)| !self.is_shown(key));
        let sizes: Vec<usize> = waiting.map(|(_, (entry, _))| entry.change.len()).collect();
        let loose = self.old == Some(self.line);
        let many = sizes.len() > ENTRIES || sizes.iter().sum::<usize>() > ENTRY_BYTES;
        if loose && many { Err(ShardRefusal::TooMany) } else { Ok(()) }
    }

    /// Whether rows show an entry.
    fn is_shown(&self, (author, n): &(PublicKey, u32)) -> bool {
        self.line.last.get(author).is_some_and(|last| n <= last)
    }

    /// Whether rows showed it before.
    fn was_shown(&self, (author, n): &(PublicKey, u32)) -> bool {
        let same = self.old.filter(|old| old.generation == self.line.generation);
        same.and_then(|old| old.last.get(author)).is_some_and(|last| n <= last)
    }

    fn put_entries(&self, receiving: &Receiving<'_>, entries: Entries) -> Result<(), Refusal> {
        for ((author, n), (entry, signed)) in entries {
            let row = EntryRow {
                shard: entry.of.shard,
                generation: entry.of.number,
                author: author.0.to_vec(),
                n,
                shown: self.is_shown(&(author, n)),
                body: signed.encode(),
            };
            receiving.put_entry(&row)?;
        }
        Ok(())
    }
}
