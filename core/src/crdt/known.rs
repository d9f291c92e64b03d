//! What is known of the changes of a document without asking automerge: who wrote how many, what each of them had seen,
//! and which values of a field stand beside each other.
//!
//! Whether a change is good depends on nothing but itself and what it builds on. So everybody who has the same changes
//! takes the same ones, whatever order they came in; only two changes with one author and number are told apart by
//! which was first, and that is an author's fault to show, not to merge.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::actor::{Actor, Author};
use super::base::Base;
use super::frame::{ChangeHash, Head};
use super::limits::{MAX_AUTHOR_BYTES, MAX_AUTHOR_CHANGES, MAX_RECORDS};
use super::operation::{Fitting, Op, OpId};
use super::refused::Refused;
use super::shard::is_mark;

/// How far an actor had come: number of its last change and of the last operation in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Reached {
    seq: u64,
    max_op: u64,
}

/// What a change builds on, itself included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Past(BTreeMap<Actor, Reached>);

impl Past {
    fn has(&self, op: OpId) -> bool {
        self.0.get(&op.actor).is_some_and(|reached| op.counter <= reached.max_op)
    }

    fn seq(&self, actor: &Actor) -> u64 {
        self.0.get(actor).map_or(0, |reached| reached.seq)
    }

    fn max_op(&self) -> u64 {
        self.0.values().map(|reached| reached.max_op).max().unwrap_or(0)
    }

    fn join(&mut self, other: &Self) {
        for (actor, reached) in &other.0 {
            let own = self.0.entry(*actor).or_insert(*reached);
            if own.seq < reached.seq {
                *own = *reached;
            }
        }
    }
}

/// Everything one author wrote.
#[derive(Debug, Clone)]
struct Chain {
    author: Author,
    seq: u64,
    bytes: usize,
}

/// One operation on a field, of an author.
#[derive(Debug, Clone)]
struct Written {
    id: OpId,
    deletes: bool,
    over: BTreeSet<OpId>,
    change: ChangeHash,
}

/// What is known of a document's changes.
#[derive(Debug, Clone)]
pub(super) struct Known {
    base: Arc<Base>,
    pasts: BTreeMap<ChangeHash, Arc<Past>>,
    chains: BTreeMap<Actor, Chain>,
    fields: BTreeMap<String, Vec<Written>>,
    heads: BTreeSet<ChangeHash>,
    max_op: u64,
}

impl Known {
    /// Of a document that is its checkpoint.
    pub(super) fn new(base: Base) -> Self {
        let max_op = base.max_op();
        let (mut pasts, mut heads) = (BTreeMap::new(), BTreeSet::new());
        if let Some(hash) = base.hash {
            pasts.insert(hash, Arc::new(Past(BTreeMap::from([(base.actor, Reached { seq: 1, max_op })]))));
            heads.insert(hash);
        }
        Self { base: Arc::new(base), pasts, chains: BTreeMap::new(), fields: BTreeMap::new(), heads, max_op }
    }

    pub(super) fn has(&self, change: &ChangeHash) -> bool {
        self.pasts.contains_key(change)
    }

    pub(super) fn last(&self, actor: &Actor) -> u64 {
        self.chains.get(actor).map_or(0, |chain| chain.seq)
    }

    pub(super) fn author(&self, actor: &Actor) -> Option<Author> {
        self.chains.get(actor).map(|chain| chain.author)
    }

    pub(super) fn heads(&self) -> Vec<ChangeHash> {
        self.heads.iter().copied().collect()
    }

    pub(super) const fn max_op(&self) -> u64 {
        self.max_op
    }

    /// Keys that an author wrote or deleted, in order.
    pub(super) fn written_keys(&self) -> impl Iterator<Item = &str> {
        self.fields.keys().map(String::as_str)
    }

    /// The head of the next change of an actor, on top of everything; its hash is not known yet.
    pub(super) fn next_head(&self, actor: Actor) -> Head {
        let (seq, start_op) = (self.last(&actor) + 1, self.max_op + 1);
        Head { hash: [0; 32], actor, seq, start_op, deps: self.heads() }
    }

    /// The values of a field that stand beside each other.
    pub(super) fn values(&self, key: &str) -> BTreeSet<OpId> {
        self.live(key, |_| true)
    }

    /// Takes a change, if it fits what is known.
    pub(super) fn take(&mut self, author: Author, fitting: &Fitting) -> Result<(), Refused> {
        let past = self.judge(fitting)?;
        let head = &fitting.head;
        for (counter, op) in (head.start_op..).zip(&fitting.ops) {
            self.fields.entry(op.key.clone()).or_default().push(Written {
                id: OpId { counter, actor: head.actor },
                deletes: op.value.is_none(),
                over: op.over.clone(),
                change: head.hash,
            });
        }
        let chain = self.chains.entry(head.actor).or_insert(Chain { author, seq: 0, bytes: 0 });
        chain.seq = head.seq;
        chain.bytes += fitting.bytes;
        self.max_op = self.max_op.max(fitting.max_op());
        head.deps.iter().for_each(|dep| {
            self.heads.remove(dep);
        });
        self.heads.insert(head.hash);
        self.pasts.insert(head.hash, Arc::new(past));
        Ok(())
    }

    /// Judges a change; gives what it builds on, itself included.
    fn judge(&self, fitting: &Fitting) -> Result<Past, Refused> {
        let head = &fitting.head;
        let last = self.last(&head.actor);
        if head.seq <= last {
            return Err(Refused::Twice(head.seq));
        }
        if head.seq > last + 1 {
            return Err(Refused::Gap { got: head.seq, next: last + 1 });
        }
        let missing = head.deps.iter().filter(|dep| !self.has(dep)).count();
        if missing > 0 {
            return Err(Refused::Missing(missing));
        }
        let mut past = Past::default();
        head.deps.iter().filter_map(|dep| self.pasts.get(dep)).for_each(|of_dep| past.join(of_dep));
        let on_checkpoint = self.base.hash.is_none() || past.seq(&self.base.actor) == 1;
        if !on_checkpoint || past.seq(&head.actor) != last {
            return Err(Refused::Beside);
        }
        // Far below 2^32, where automerge panics: each operation that is counted was taken here.
        let next = past.max_op() + 1;
        if head.start_op != next {
            return Err(Refused::StartOp { got: head.start_op, next });
        }
        let bytes = self.chains.get(&head.actor).map_or(0, |chain| chain.bytes);
        if head.seq > MAX_AUTHOR_CHANGES || bytes + fitting.bytes > MAX_AUTHOR_BYTES {
            return Err(Refused::AuthorFull);
        }
        if fitting.ops.iter().any(|op| self.live(&op.key, |id| past.has(id)) != op.over) {
            return Err(Refused::Overwrites);
        }
        if self.records(&past, &fitting.ops) > MAX_RECORDS {
            return Err(Refused::TooManyRecords);
        }
        past.0.insert(head.actor, Reached { seq: head.seq, max_op: fitting.max_op() });
        Ok(past)
    }

    /// The values of a field that stand beside each other for somebody who saw some operations.
    fn live(&self, key: &str, saw: impl Fn(OpId) -> bool) -> BTreeSet<OpId> {
        let of_authors = || self.fields.get(key).into_iter().flatten().filter(|written| saw(written.id));
        let mut live: BTreeSet<OpId> = self.base.put(key).into_iter().filter(|put| saw(*put)).collect();
        live.extend(of_authors().filter(|written| !written.deletes).map(|written| written.id));
        let over: BTreeSet<OpId> = of_authors().flat_map(|written| &written.over).copied().collect();
        live.retain(|id| !over.contains(id));
        live
    }

    /// How many records there are for somebody with that past who then does `ops`.
    fn records(&self, past: &Past, ops: &[Op]) -> usize {
        let marks = |op: &&Op| is_mark(&op.key);
        if !ops.iter().filter(marks).any(|op| op.value.is_some()) {
            return 0;
        }
        let mut marked: BTreeMap<&str, bool> = self.base.marks().map(|mark| (mark, true)).collect();
        for mark in self.fields.keys().filter(|key| is_mark(key)) {
            marked.insert(mark, !self.live(mark, |id| past.has(id)).is_empty());
        }
        marked.extend(ops.iter().filter(marks).map(|op| (op.key.as_str(), op.value.is_some())));
        marked.values().filter(|there| **there).count()
    }

    /// Who deleted a field without anybody having written to it since with that deletion before them.
    pub(super) fn standing_deletions(&self, key: &str) -> BTreeSet<Actor> {
        let all = || self.fields.get(key).into_iter().flatten();
        let seen_by = |deletion: OpId, other: &Written| {
            other.id != deletion && self.pasts.get(&other.change).is_some_and(|past| past.has(deletion))
        };
        all()
            .filter(|written| written.deletes && !all().any(|other| seen_by(written.id, other)))
            .map(|written| written.id.actor)
            .collect()
    }
}
