//! A shard from what it starts from and its entries: checkpoint in, records out.

use std::collections::BTreeMap;

use super::ShardRefusal;
use crate::crdt::{self, Document, Foreign, Shard};
use crate::crypto::{Checkpoint, Class, Desk, Endorsement, Entry, Hash, Line, PublicKey, Signed, is_record_id, merkle};
use crate::directory::confidential::Storable;
use crate::directory::import::claims_place;
use crate::directory::pack::cbor;
use crate::model::{Record, Scalar};

/// Entries that a generation holds at most, and the bytes of their changes together. A publisher opens the next
/// generation at half of both.
pub(super) const ENTRIES: usize = 512;
pub(super) const ENTRY_BYTES: usize = 256 * 1024;

/// Records of a shard in the order of their ids, in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folded {
    /// Each record with its bytes.
    pub records: Vec<(Storable, Vec<u8>)>,
}

impl Folded {
    /// Merkle root over all records.
    #[must_use]
    pub fn root(&self) -> Hash {
        merkle::root(&self.bytes())
    }

    /// The bytes of all records.
    #[must_use]
    pub fn bytes(&self) -> Vec<&[u8]> {
        self.records.iter().map(|(_, bytes)| bytes.as_slice()).collect()
    }

    fn take(records: Vec<Record>, desk: &Desk) -> Result<Self, ShardRefusal> {
        let mut folded = Vec::with_capacity(records.len());
        for record in records {
            fits(&record, desk)?;
            let wrong = |why: String| ShardRefusal::Record { id: record.id.clone(), why };
            let record = Storable::written(record.clone())?;
            let bytes = cbor::encode(&record).map_err(|error| wrong(error.to_string()))?;
            folded.push((record, bytes));
        }
        Ok(Self { records: folded })
    }
}

/// Whether a record may stand in a shard of a desk.
pub(super) fn fits(record: &Record, desk: &Desk) -> Result<(), ShardRefusal> {
    let wrong = |why: String| Err(ShardRefusal::Record { id: record.id.clone(), why });
    if !is_record_id(&record.id) || !record.id.starts_with(&desk.prefix) {
        return wrong("it may not have this id here".to_owned());
    }
    if let Err(error) = record.check() {
        return wrong(error.to_string());
    }
    if record.clone().tidy() {
        return wrong("it has hidden characters".to_owned());
    }
    claims_nothing(record, desk.class)
}

/// Whether a record leaves its place in the order to its class: ranking reads that and never what it says of itself.
pub(crate) fn claims_nothing(record: &Record, class: Class) -> Result<(), ShardRefusal> {
    let claims = |(key, value): (&String, &Scalar)| claims_place(key, value.as_str().unwrap_or_default());
    if class != Class::Core && record.fields.iter().any(claims) {
        return Err(ShardRefusal::Claims(record.id.clone()));
    }
    Ok(())
}

/// Entries of a generation by author and number, each read and its signature checked.
pub type Entries = BTreeMap<(PublicKey, u32), (Entry, Signed)>;

/// What is published of a shard: the records that its line names. They are worked out without a document; that the
/// publisher, who has one, came to the same is what the root of the line says.
///
/// # Errors
/// [`ShardRefusal`].
pub fn fold(
    desk: &Desk,
    line: &Line,
    checkpoint: &Checkpoint,
    entries: &Entries,
    endorsements: &[Endorsement],
) -> Result<Folded, ShardRefusal> {
    let published = published(desk, &line.last, entries, endorsements)?;
    let records = start(checkpoint)?;
    let records = if published.is_empty() {
        records
    } else {
        let changes: Vec<Foreign<'_>> = published.into_iter().map(foreign).collect();
        let shown = crdt::shown(&shard(checkpoint, &desk.prefix), records, &changes);
        let (records, taken) = shown.map_err(|error| ShardRefusal::Document(error.to_string()))?;
        taken.into_iter().try_for_each(|taken| taken.map_err(ShardRefusal::from))?;
        records
    };
    let folded = Folded::take(records, desk)?;
    let right = folded.records.len() == line.records as usize && folded.root() == line.root;
    if right { Ok(folded) } else { Err(ShardRefusal::OtherResult) }
}

/// The records that a checkpoint and the entries of each author up to a number make, through a document: for who
/// publishes.
///
/// # Errors
/// [`ShardRefusal`].
pub fn fold_up_to(
    desk: &Desk,
    last: &BTreeMap<PublicKey, u32>,
    checkpoint: &Checkpoint,
    entries: &Entries,
    endorsements: &[Endorsement],
) -> Result<Folded, ShardRefusal> {
    let published = published(desk, last, entries, endorsements)?;
    let records = if published.is_empty() {
        start(checkpoint)?
    } else {
        let mut document = document(checkpoint, &desk.prefix)?;
        apply(&mut document, &published)?;
        document.records()
    };
    Folded::take(records, desk)
}

/// The entries of each author up to a number, if they join and may be published.
fn published<'e>(
    desk: &Desk,
    last: &BTreeMap<PublicKey, u32>,
    entries: &'e Entries,
    endorsements: &[Endorsement],
) -> Result<Vec<&'e Entry>, ShardRefusal> {
    let (mut shown, mut bytes) = (Vec::new(), 0);
    for (author, last) in last {
        if !desk.keys.contains_key(author) {
            return Err(ShardRefusal::Author);
        }
        let mut prev = None;
        for n in 1..=*last {
            let (entry, signed) = entries.get(&(*author, n)).ok_or(ShardRefusal::MissingEntries)?;
            if entry.prev != prev {
                return Err(ShardRefusal::Chain);
            }
            prev = Some(signed.hash());
            bytes += entry.change.len();
            if desk.class.keys_needed() > 1 && !is_endorsed(desk, entry, &signed.hash(), endorsements) {
                return Err(ShardRefusal::NotEndorsed);
            }
            if shown.len() >= ENTRIES || bytes > ENTRY_BYTES {
                return Err(ShardRefusal::TooMany);
            }
            shown.push(entry);
        }
    }
    Ok(shown)
}

/// A correction that is not published yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parked {
    /// The record as it would be; `None` when it would be taken out.
    pub record: Option<Record>,
}

/// What a record would be with the entries that are not published yet; `None` when they do not change it. Entries that
/// do not join or are not let in are passed over: they change nothing that is shown as true.
#[must_use]
pub fn parked(desk: &Desk, line: &Line, checkpoint: &Checkpoint, entries: &Entries, record: &str) -> Option<Parked> {
    let published = |entry: &Entry| line.last.get(&entry.author).is_some_and(|last| entry.n <= *last);
    let known = |entry: &Entry| desk.keys.contains_key(&entry.author);
    let (shown, waiting): (Vec<&Entry>, Vec<&Entry>) =
        entries.values().map(|(entry, _)| entry).filter(|entry| known(entry)).partition(|entry| published(entry));
    if waiting.is_empty() || shown.len() + waiting.len() > ENTRIES {
        return None;
    }
    let mut document = document(checkpoint, &desk.prefix).ok()?;
    apply(&mut document, &shown).ok()?;
    let find = |document: &Document| document.records().into_iter().find(|one| one.id == record);
    let before = find(&document);
    let foreign: Vec<Foreign<'_>> = waiting.iter().map(|entry| foreign(entry)).collect();
    let _some_are_refused = document.apply(&foreign);
    let after = find(&document);
    (before != after).then_some(Parked { record: after })
}

pub(crate) fn is_endorsed(desk: &Desk, entry: &Entry, hash: &Hash, endorsements: &[Endorsement]) -> bool {
    let of_it = |one: &&Endorsement| one.entry == *hash && one.of == entry.of && one.by != entry.author;
    endorsements.iter().filter(of_it).any(|one| desk.keys.contains_key(&one.by))
}

/// The records that a generation starts from.
///
/// # Errors
/// [`ShardRefusal`] when one of them is none.
pub fn start(checkpoint: &Checkpoint) -> Result<Vec<Record>, ShardRefusal> {
    let mut records: Vec<Record> = Vec::with_capacity(checkpoint.records.len());
    for bytes in &checkpoint.records {
        let record = cbor::decode(bytes)
            .map_err(|error| ShardRefusal::Record { id: String::new(), why: error.to_string() })?
            .into_record();
        if records.last().is_some_and(|last| last.id >= record.id) {
            return Err(ShardRefusal::Record { id: record.id, why: "it is out of order or there twice".to_owned() });
        }
        records.push(record);
    }
    Ok(records)
}

/// The document of a generation before any entry.
///
/// # Errors
/// [`ShardRefusal`].
pub(crate) fn document(checkpoint: &Checkpoint, prefix: &str) -> Result<Document, ShardRefusal> {
    Document::from_checkpoint(&shard(checkpoint, prefix), &start(checkpoint)?)
        .map_err(|error| ShardRefusal::Document(error.to_string()))
}

fn shard(checkpoint: &Checkpoint, prefix: &str) -> Shard {
    let of = &checkpoint.of;
    let name = format!("{}/{}", of.pack, of.shard);
    Shard { name, generation: u64::from(of.number), prefix: prefix.to_owned() }
}

pub(crate) fn apply(document: &mut Document, entries: &[&Entry]) -> Result<(), ShardRefusal> {
    let foreign: Vec<Foreign<'_>> = entries.iter().map(|entry| foreign(entry)).collect();
    document.apply(&foreign).into_iter().try_for_each(|applied| applied.map_err(ShardRefusal::from))
}

fn foreign(entry: &Entry) -> Foreign<'_> {
    Foreign { bytes: &entry.change, author: entry.author.0, n: u64::from(entry.n) }
}
