//! Rows are a view: made again from what was signed, wherever they are not what they should be.

use std::collections::BTreeMap;

use super::fold::{Entries, Folded, fold};
use super::settle::row_of;
use super::{Refusal, ShardRefusal};
use crate::crypto::{Change, Charter, Checkpoint, Class, Endorsement, Entry, Head, Kind, Line, Signed, day_of};
use crate::directory::confidential::Storable;
use crate::directory::pack::{Pack, cbor};
use crate::store::{Receiving, Session, ShardRow, Store};

/// Compares the rows of a signed pack with what was signed, and makes those anew that differ. How many did. Nothing is
/// written where none does, so that a start needs no turn at writing: another program may import for minutes, and a
/// disk may be full.
///
/// # Errors
/// [`Refusal`] when what is stored of the pack is damaged itself.
pub fn restore(store: &Store, pack: &str, most: Class) -> Result<u32, Refusal> {
    let reader = store.reader()?;
    if is_whole(&reader.look(), pack)? {
        return Ok(0);
    }
    let mut receiving = store.receive(pack)?;
    let row = receiving.publisher()?.ok_or(Refusal::NothingInside)?;
    let (_, charter) = in_force(&row.head, receiving.charters()?)?;
    let mut differ = 0;
    for row in receiving.shards()? {
        let line = Line::decode(&row.line)?;
        let folded = {
            let entries = receiving.entries(&row.id, line.generation)?;
            let bodies = entries.into_iter().filter(|entry| entry.shown).map(|entry| entry.body);
            folded(&charter, &row, &line, bodies, receiving.endorsements(&row.id, line.generation)?)?
        };
        let desk = charter.desk_of(&row.id).map_or(most, |desk| desk.class.max(most));
        differ += put_back(&mut receiving, &row, &line, folded, desk)?;
    }
    if differ > 0 {
        receiving.finish()?;
    }
    Ok(differ)
}

/// Whether the rows of a signed pack are those that were signed.
fn is_whole(session: &Session<'_>, pack: &str) -> Result<bool, Refusal> {
    let (signed, _) = stored(session, pack)?;
    let found = session.records_after(i64::MIN, Some(pack), signed.records.len() + 1)?;
    let rows: BTreeMap<&str, &[u8]> = found.iter().map(|one| (one.id.as_str(), one.body.as_slice())).collect();
    let same = |record: &Storable| {
        let body = cbor::encode(record).ok();
        body.is_some_and(|body| rows.get(record.id.as_str()) == Some(&body.as_slice()))
    };
    Ok(found.len() == signed.records.len() && signed.records.iter().all(same))
}

/// A signed pack as it is stored: its content and who may publish it.
///
/// # Errors
/// [`Refusal`] when what is stored of it is damaged.
pub fn stored(session: &Session<'_>, pack: &str) -> Result<(Pack, Charter), Refusal> {
    let row = session.publisher(pack)?.ok_or(Refusal::NothingInside)?;
    let (head, charter) = in_force(&row.head, session.charters(pack)?)?;
    let mut records = Vec::new();
    for shard in session.shards(pack)? {
        let line = Line::decode(&shard.line)?;
        let entries = session.shard_entries(pack, &shard.id)?;
        let bodies = entries.into_iter().filter(|entry| entry.shown).map(|entry| entry.body);
        let endorsements = session.shard_endorsements(pack, &shard.id, line.generation)?;
        let folded = folded(&charter, &shard, &line, bodies, endorsements)?;
        records.extend(folded.records.into_iter().map(|(record, _)| record));
    }
    records.sort_by(|a, b| a.id.cmp(&b.id));
    let mut files = BTreeMap::new();
    for name in Change::decode(&row.about)?.about.unwrap_or_default().files.into_keys() {
        let body = session.pack_file(pack, &name)?.ok_or_else(|| Refusal::File(name.clone()))?;
        files.insert(name, body);
    }
    let built = day_of(head.built).map(|day| day.to_string()).unwrap_or_default();
    let (title, publisher) = (charter.title.clone(), charter.publisher.clone());
    Ok((Pack { title, publisher, built, seq: head.seq, records, files }, charter))
}

/// The head that is here and the charter under which it was taken; a later one may have come alone since. They were
/// verified when they came.
fn in_force(head: &[u8], charters: Vec<Vec<u8>>) -> Result<(Head, Charter), Refusal> {
    let head = Head::read(&Signed::decode(Kind::Head, head)?)?;
    for body in charters {
        let charter = Charter::read(&Signed::decode(Kind::Charter, &body)?)?;
        if charter.version == head.charter {
            return Ok((head, charter));
        }
    }
    Err(Refusal::NothingInside)
}

fn folded(
    charter: &Charter,
    row: &ShardRow,
    line: &Line,
    entries: impl Iterator<Item = Vec<u8>>,
    endorsements: Vec<Vec<u8>>,
) -> Result<Folded, Refusal> {
    let refused = |why| Refusal::Shard { shard: row.id.clone(), why };
    let desk = charter.desk_of(&row.id).ok_or_else(|| refused(ShardRefusal::NoDesk))?;
    let mut read = Entries::new();
    for body in entries {
        let signed = Signed::decode(Kind::Entry, &body)?;
        let entry = Entry::read(&signed)?;
        read.insert((entry.author, entry.n), (entry, signed));
    }
    let mut words = Vec::new();
    for body in endorsements {
        words.push(Endorsement::read(&Signed::decode(Kind::Endorsement, &body)?)?);
    }
    let checkpoint = Checkpoint::read(&Signed::decode(Kind::Checkpoint, &row.checkpoint)?)?;
    fold(desk, line, &checkpoint, &read, &words).map_err(refused)
}

fn put_back(
    receiving: &mut Receiving<'_>,
    row: &ShardRow,
    line: &Line,
    folded: Folded,
    class: Class,
) -> Result<u32, Refusal> {
    receiving.put_shard(row, line.generation)?;
    let there: BTreeMap<String, (i64, Vec<u8>)> =
        receiving.rows()?.into_iter().map(|(id, row, body)| (id, (row, body))).collect();
    let wanted: BTreeMap<&str, &[u8]> =
        folded.records.iter().map(|(record, bytes)| (record.id.as_str(), bytes.as_slice())).collect();
    let mut differ = 0;
    for (id, (row, body)) in &there {
        if wanted.get(id.as_str()) != Some(&body.as_slice()) {
            receiving.remove_row(*row)?;
            differ += 1;
        }
    }
    for (record, bytes) in &folded.records {
        if there.get(&record.id).is_none_or(|(_, body)| body != bytes) {
            receiving.put_row(row_of(&row.id, class, record)?)?;
            differ += 1;
        }
    }
    Ok(differ)
}
