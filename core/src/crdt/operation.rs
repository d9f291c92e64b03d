//! A change as what it does: which field gets which value and which values that overwrites.

use std::collections::BTreeSet;

use automerge::legacy::{Key, ObjectId, Op as Decoded, OpType};
use automerge::{Change, ScalarValue};

use super::actor::Actor;
use super::engine;
use super::frame::Head;
use super::refused::Refused;
use super::shard::{Shard, check_key, check_value, parts};
use crate::model::Scalar;

/// Name of an operation. Of two values written at the same time the one with the higher name is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct OpId {
    pub(super) counter: u64,
    pub(super) actor: Actor,
}

/// One field written or deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Op {
    /// The key in the document.
    pub(super) key: String,
    /// The value; nothing when it is deleted.
    pub(super) value: Option<Scalar>,
    /// The values that it takes the place of.
    pub(super) over: BTreeSet<OpId>,
}

/// A change whose operations fit a shard, by themselves.
#[derive(Debug, Clone)]
pub(super) struct Fitting {
    pub(super) head: Head,
    pub(super) ops: Vec<Op>,
    pub(super) bytes: usize,
    pub(super) change: Change,
}

impl Fitting {
    /// Decodes a change whose head was read.
    pub(super) fn read(head: Head, bytes: &[u8], shard: &Shard) -> Result<Self, Refused> {
        let (change, decoded) = engine::decoded(bytes)?;
        let mut seen = BTreeSet::new();
        let mut ops = Vec::with_capacity(decoded.operations.len());
        for op in decoded.operations {
            let op = fitting(op, shard)?;
            if !seen.insert(op.key.clone()) {
                return Err(Refused::FieldTwice);
            }
            ops.push(op);
        }
        Ok(Self { head, ops, bytes: bytes.len(), change })
    }

    /// The number of its last operation.
    pub(super) fn max_op(&self) -> u64 {
        self.head.start_op.saturating_add(self.ops.len() as u64).saturating_sub(1)
    }
}

fn fitting(op: Decoded, shard: &Shard) -> Result<Op, Refused> {
    let Key::Map(key) = op.key else { return Err(Refused::Shape) };
    if op.obj != ObjectId::Root || op.insert {
        return Err(Refused::Shape);
    }
    let value = match op.action {
        OpType::Put(value) => Some(scalar(&value).ok_or(Refused::Value)?),
        OpType::Delete => None,
        OpType::Make(_) | OpType::Increment(_) | OpType::MarkBegin(_) | OpType::MarkEnd(_) => {
            return Err(Refused::Action);
        }
    };
    let (id, field) = parts(&key).ok_or(Refused::Shape)?;
    shard.check_id(id)?;
    if field.is_empty() {
        if !matches!(value, None | Some(Scalar::Bool(true))) {
            return Err(Refused::Value);
        }
    } else {
        check_key(field)?;
        value.as_ref().map_or(Ok(()), check_value)?;
    }
    let mut over = BTreeSet::new();
    for pred in op.pred.iter() {
        let actor = pred.actor().to_bytes().try_into().map_err(|_| Refused::Overwrites)?;
        if !over.insert(OpId { counter: pred.counter(), actor }) {
            return Err(Refused::Overwrites);
        }
    }
    if value.is_none() && over.is_empty() {
        return Err(Refused::Overwrites);
    }
    Ok(Op { key: key.to_string(), value, over })
}

/// The value of a field, if a field can have it.
pub(super) fn scalar(value: &ScalarValue) -> Option<Scalar> {
    match value {
        ScalarValue::Str(text) => Some(Scalar::Text(text.to_string())),
        ScalarValue::Int(number) => Some(Scalar::Int(*number)),
        ScalarValue::Boolean(yes) => Some(Scalar::Bool(*yes)),
        _ => None,
    }
}
