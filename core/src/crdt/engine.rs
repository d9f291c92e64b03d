//! All calls into automerge that can go wrong, each in a net: it panics on some inputs (measured, automerge 0.12.0).

use std::borrow::Cow;
use std::num::NonZeroU64;
use std::panic::{AssertUnwindSafe, catch_unwind};

use automerge::legacy::{Key, ObjectId, Op as Operation, OpId, OpType};
use automerge::{
    ActorId, Automerge, AutomergeError, Change, ExpandedChange, ROOT, ReadDoc as _, ScalarValue, ValueRef,
};

use super::frame::{ChangeHash, Head};
use super::operation::Op;
use super::refused::Refused;
use crate::model::Scalar;

/// Runs something that may panic.
fn caught<T>(run: impl FnOnce() -> Result<T, Refused>) -> Result<T, Refused> {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or(Err(Refused::Panicked))
}

/// Decodes a change, and makes sure that it has the one form in which automerge writes it.
pub(super) fn decoded(bytes: &[u8]) -> Result<(Change, ExpandedChange), Refused> {
    caught(|| {
        let change = Change::try_from(bytes).map_err(|_| Refused::Unreadable)?;
        let decoded = change.decode();
        if Change::from(decoded.clone()).raw_bytes() != bytes {
            return Err(Refused::Form);
        }
        Ok((change, decoded))
    })
}

/// A new document with one change, or an empty one when there is nothing to write.
pub(super) fn built(head: &Head, ops: &[Op]) -> Result<Automerge, Refused> {
    caught(|| {
        let mut doc = Automerge::new();
        if !ops.is_empty() {
            doc.apply_changes([change(head, ops)?]).map_err(not_merged)?;
        }
        Ok(doc)
    })
}

/// What other changes name a change by.
pub(super) fn hash(head: &Head, ops: &[Op]) -> Result<ChangeHash, Refused> {
    caught(|| Ok(change(head, ops)?.hash().0))
}

/// The bytes of a change.
pub(super) fn written(head: &Head, ops: &[Op]) -> Result<Vec<u8>, Refused> {
    // Not `bytes()`, which compresses larger ones.
    caught(|| Ok(change(head, ops)?.raw_bytes().to_vec()))
}

/// Puts a change together. A transaction of automerge would leave out what it takes for no change, so that an author who
/// confirms one of two values written at the same time would write a deletion, or nothing at all.
fn change(head: &Head, ops: &[Op]) -> Result<Change, Refused> {
    let operations = ops.iter().map(|op| Operation {
        action: op.value.as_ref().map_or(OpType::Delete, |value| OpType::Put(stored(value))),
        obj: ObjectId::Root,
        key: Key::Map(op.key.as_str().into()),
        pred: op.over.iter().map(|over| OpId::new(over.counter, &ActorId::from(over.actor))).collect(),
        insert: false,
    });
    Ok(Change::from(ExpandedChange {
        operations: operations.collect(),
        actor_id: ActorId::from(head.actor),
        hash: None,
        seq: head.seq,
        start_op: NonZeroU64::new(head.start_op).ok_or(Refused::NoOps)?,
        time: 0,
        message: None,
        deps: head.deps.iter().map(|dep| automerge::ChangeHash(*dep)).collect(),
        extra_bytes: Vec::new(),
        author: None,
    }))
}

/// Adds changes to a document: to a copy first, which has to have the given heads and to come back as it was when it is
/// saved and loaded. Otherwise the document stays as it was.
pub(super) fn extend(doc: &mut Automerge, changes: Vec<Change>, heads: &[ChangeHash]) -> Result<(), Refused> {
    let mut copy = doc.clone();
    caught(|| add(&mut copy, changes, heads))?;
    *doc = copy;
    Ok(())
}

fn add(doc: &mut Automerge, changes: Vec<Change>, heads: &[ChangeHash]) -> Result<(), Refused> {
    doc.apply_changes(changes).map_err(not_merged)?;
    let loaded = Automerge::load(&doc.save_nocompress()).map_err(|_| Refused::Harmful)?;
    let has = |doc: &Automerge| doc.get_heads().iter().map(|head| head.0).eq(heads.iter().copied());
    if has(doc) && has(&loaded) && cells(doc).eq(cells(&loaded)) { Ok(()) } else { Err(Refused::Harmful) }
}

fn cells(doc: &Automerge) -> impl Iterator<Item = (Cow<'_, str>, ValueRef<'_>, bool)> {
    doc.map_range(ROOT, ..).map(|cell| (cell.key, cell.value, cell.conflict))
}

fn stored(value: &Scalar) -> ScalarValue {
    match value {
        Scalar::Text(text) => ScalarValue::Str(text.as_str().into()),
        Scalar::Int(number) => ScalarValue::Int(*number),
        Scalar::Bool(yes) => ScalarValue::Boolean(*yes),
    }
}

fn not_merged(error: AutomergeError) -> Refused {
    Refused::NotMerged(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_answer() {
        let panics = || -> Result<(), Refused> { panic!("as automerge does") };
        assert_eq!(caught(panics), Err(Refused::Panicked));
    }

    #[test]
    fn what_does_not_end_as_expected_leaves_the_document_as_it_was() {
        let head = |start_op, actor, deps| Head { hash: [0; 32], actor: [actor; 16], seq: 1, start_op, deps };
        let put = |value: &str, over| Op { key: "jp.hana\nname".to_owned(), value: Some(Scalar::from(value)), over };
        let mut doc = built(&head(1, 1, vec![]), &[put("窓口", [].into())]).unwrap();
        let before = doc.save();
        let next = head(2, 7, doc.get_heads().iter().map(|head| head.0).collect());
        let over = super::super::operation::OpId { counter: 1, actor: [1; 16] };
        let bytes = written(&next, &[put("相談窓口", [over].into())]).unwrap();
        let (change, _) = decoded(&bytes).unwrap();
        assert_eq!(extend(&mut doc, vec![change.clone()], &[[9; 32]]), Err(Refused::Harmful));
        assert_eq!(doc.save(), before);
        assert_eq!(extend(&mut doc, vec![change.clone()], &[change.hash().0]), Ok(()));
        assert_ne!(doc.save(), before);
    }
}
