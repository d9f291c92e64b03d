//! Taking in what publishers signed: one way for files, downloads and codes. docs/sync/packs.md has its form in bytes.
//!
//! A file is read part by part ([`tsunagari_wire::file`]); parts of one pack stand together: its charters, its head, the
//! lines of the manifest that are others, then for each shard its checkpoint, entries and endorsements, then files.
//! Everything is verified inside one transaction of the store, and a pack is taken whole or not at all. What is refused
//! leaves the last good state and says why ([`Refusal`]); what shows that a publisher said two things is kept.

mod export;
mod fold;
mod group;
mod kind;
mod piece;
mod policy;
mod proof;
mod refusal;
mod restore;
mod settle;

use std::io::Read;

use tsunagari_wire::file::Parts;

use crate::store::{EvidenceRow, Store};

pub use export::export;
pub use fold::{Entries, Folded, Parked, fold, fold_up_to, parked, start};
pub(crate) use fold::{apply, claims_nothing, document, is_endorsed};
pub use kind::PartKind;
pub(crate) use kind::{file_of, file_part};
pub use policy::{ADDED, Known, NATIONAL_ID, Policy, Trust, store_id};
pub use proof::{Proof, SINGLE};
pub use refusal::{Refusal, ShardRefusal};
pub use restore::{restore, stored};

use group::Group;
use piece::Piece;

/// What became of one pack of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Id of the pack.
    pub pack: String,
    /// Its identifier in the store.
    pub store_id: String,
    /// What it is called.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Why it is trusted.
    pub trust: Trust,
    /// What happened.
    pub outcome: Outcome,
}

/// What happened with a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is here for the first time.
    Installed {
        /// Number of what was published.
        seq: u32,
        /// How many records it has.
        records: u32,
    },
    /// It was here, and is newer now.
    Updated {
        /// Number before.
        from: u32,
        /// Number now.
        seq: u32,
        /// How many records were added, changed or taken out.
        changed: u32,
    },
    /// Exactly this was here already.
    Same {
        /// Its number.
        seq: u32,
    },
    /// Corrections that are not published yet, or voices from the field, were kept.
    Kept {
        /// How many of them were new.
        parts: u32,
    },
}

/// A file that was refused, and what of it had been taken before.
#[derive(Debug)]
pub struct Refused {
    /// Why.
    pub why: Box<Refusal>,
    /// Packs of the same file that are whole and were taken.
    pub taken: Vec<Received>,
}

/// Takes in a file. Memory is bounded by one shard and the list of shards.
///
/// # Errors
/// [`Refused`]: the pack that was refused is as it was before.
pub fn receive(store: &Store, source: impl Read, policy: &Policy<'_>) -> Result<Vec<Received>, Refused> {
    let mut taken = Vec::new();
    match receive_into(store, source, policy, &mut taken) {
        Ok(()) => Ok(taken),
        Err(Failed { why, evidence }) => {
            if let Some((pack, body)) = evidence {
                let received = policy.received.clone();
                let row = EvidenceRow { pack, reason: why.code().to_owned(), received, body };
                // It is for a later look only: not being able to keep it changes nothing of the refusal.
                let _kept = store.keep_evidence(&row);
            }
            Err(Refused { why, taken })
        }
    }
}

/// A refusal, and what should be kept of it: the pack and the head.
struct Failed {
    why: Box<Refusal>,
    evidence: Option<(String, Vec<u8>)>,
}

impl Failed {
    fn new(why: impl Into<Refusal>, evidence: Option<(String, Vec<u8>)>) -> Self {
        Self { why: Box::new(why.into()), evidence }
    }
}

fn receive_into(
    store: &Store,
    source: impl Read,
    policy: &Policy<'_>,
    taken: &mut Vec<Received>,
) -> Result<(), Failed> {
    let plain = |why: Refusal| Failed::new(why, None);
    let mut parts = Parts::open(source).map_err(|error| plain(error.into()))?;
    let mut group: Option<Group<'_>> = None;
    loop {
        let next = parts.next(|kind| PartKind::parse(kind).is_some());
        let part = next.map_err(|error| Failed::new(error, group.as_ref().and_then(Group::evidence)))?;
        let Some(part) = part else { break };
        let Some(kind) = PartKind::parse(part.kind) else { continue };
        if let Some(proof) = Proof::of_part(kind, &part.bytes).map_err(|error| plain(error.into()))? {
            taken.push(proof.keep(store, policy)?);
            continue;
        }
        let evidence = || group.as_ref().and_then(Group::evidence);
        let (begins, piece) = Piece::read(kind, part.bytes).map_err(|why| Failed::new(why, evidence()))?;
        let other = |group: &Group<'_>| begins.as_ref().is_some_and(|pack| *pack != group.pack);
        if let Some(done) = group.take_if(|group| other(group)) {
            taken.push(done.close()?);
        }
        let open = match &mut group {
            Some(open) => open,
            none => {
                let pack = begins.ok_or_else(|| plain(Refusal::NothingInside))?;
                none.insert(Group::open(store, pack, policy).map_err(plain)?)
            }
        };
        if let Err(why) = open.take(piece) {
            return Err(Failed::new(why, open.evidence()));
        }
    }
    match group {
        Some(group) => taken.push(group.close()?),
        None if taken.is_empty() => return Err(plain(Refusal::NothingInside)),
        None => {}
    }
    Ok(())
}
