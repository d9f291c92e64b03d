//! The records of a shard without a document: what somebody needs who only reads.
//!
//! The guard knows of each change which values it takes the place of, so it can say what is shown of a field by itself.
//! Nothing is merged, so there is nothing that a change could damage, and no document has to survive being saved. Who
//! reads compares the outcome with what the publisher signed; who edits builds a [`super::Document`].

use std::collections::BTreeMap;

use super::base::{Base, CheckpointError};
use super::guard::{Candidate, Foreign, candidates, note};
use super::known::Known;
use super::operation::OpId;
use super::refused::Refused;
use super::shard::{Shard, parts};
use crate::model::{Record, Scalar};

/// Records, and for each change whether it was taken.
pub type Shown = (Vec<Record>, Vec<Result<(), Refused>>);

/// The records that a checkpoint and changes make, sorted by id, and for each change whether it was taken: the same as
/// [`super::Document::fold`] comes to, in a fraction of the time.
///
/// # Errors
/// [`CheckpointError`] as [`super::Document::from_checkpoint`].
pub fn shown(shard: &Shard, records: Vec<Record>, changes: &[Foreign<'_>]) -> Result<Shown, CheckpointError> {
    let mut known = Known::new(Base::read(shard, &records)?);
    let mut answers = vec![Ok(()); changes.len()];
    let candidates = candidates(shard, &known, changes, &mut answers);
    let mut values: BTreeMap<OpId, &Scalar> = BTreeMap::new();
    for Candidate { at, author, fitting } in &candidates {
        if known.has(&fitting.head.hash) {
            continue;
        }
        let taken = known.take(*author, fitting);
        if taken.is_ok() {
            let ops = (fitting.head.start_op..).zip(&fitting.ops);
            let written = ops.filter_map(|(counter, op)| {
                op.value.as_ref().map(|value| (OpId { counter, actor: fitting.head.actor }, value))
            });
            values.extend(written);
        }
        note(&mut answers, *at, taken);
    }
    let mut found: BTreeMap<String, (bool, Record)> =
        records.into_iter().map(|record| (record.id.clone(), (true, record))).collect();
    for key in known.written_keys() {
        let Some((id, field)) = parts(key) else { continue };
        let (there, record) = found.entry(id.to_owned()).or_insert_with(|| (false, Record::new(id)));
        match known.values(key).last() {
            None if field.is_empty() => *there = false,
            Some(_) if field.is_empty() => *there = true,
            None => drop(record.fields.remove(field)),
            // What is not among the values of changes is the checkpoint's own, which stands there already.
            Some(winner) => {
                values.get(winner).map(|value| record.fields.insert(field.to_owned(), (*value).clone()));
            }
        }
    }
    let records = found.into_values().filter(|(there, _)| *there).map(|(_, record)| record).collect();
    Ok((records, answers))
}
