//! The guard: the only way for a change into a document.
//!
//! Automerge 0.12 trusts what it merges. A change under somebody else's name blocks that person's own; one that counts its
//! operations from near 2^32 makes every later edit panic; one that was altered with care is merged into a document that
//! cannot be loaded again. So a change is judged by itself and by what it builds on first, and what is merged is merged
//! into a copy, which has to survive being saved and loaded.

use super::actor::{Author, actor};
use super::document::Document;
use super::engine;
use super::frame;
use super::known::Known;
use super::operation::Fitting;
use super::refused::Refused;
use super::shard::Shard;

/// A change as it arrived: signed by its author, which the caller has verified, with the number it has in their log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Foreign<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Who signed it.
    pub author: Author,
    /// Which of the author's changes in this generation it is, from 1.
    pub n: u64,
}

/// A change of a batch that is good by itself.
pub(super) struct Candidate {
    /// Its place in the batch.
    pub(super) at: usize,
    pub(super) author: Author,
    pub(super) fitting: Fitting,
}

impl Document {
    /// Takes changes, in whatever order they stand in the batch, and says of each whether it is now in the document; one
    /// that was there already is. What is refused leaves no trace. Give all that there are at once: one by one takes much
    /// longer.
    pub fn apply(&mut self, batch: &[Foreign<'_>]) -> Vec<Result<(), Refused>> {
        let mut answers = vec![Ok(()); batch.len()];
        let candidates = candidates(&self.shard, &self.known, batch, &mut answers);
        self.settle(&candidates, &mut answers);
        answers
    }

    /// Merges what fits together, all at once. Only if automerge then stumbles, which nothing is known to make it do, the
    /// one at fault is looked for by halves.
    fn settle(&mut self, candidates: &[Candidate], answers: &mut [Result<(), Refused>]) {
        let mut known = self.known.clone();
        let mut good = Vec::new();
        for candidate in candidates {
            let hash = &candidate.fitting.head.hash;
            let taken = if known.has(hash) {
                Ok(false)
            } else {
                known.take(candidate.author, &candidate.fitting).map(|()| true)
            };
            if taken == Ok(true) {
                good.push(candidate.fitting.change.clone());
            }
            note(answers, candidate.at, taken.map(drop));
        }
        if good.is_empty() {
            return;
        }
        match (engine::extend(&mut self.doc, good, &known.heads()), candidates) {
            (Ok(()), _) => self.known = known,
            (Err(refused), [only]) => note(answers, only.at, Err(refused)),
            (Err(_), several) => {
                let (first, second) = several.split_at(several.len() / 2);
                self.settle(first, answers);
                self.settle(second, answers);
            }
        }
    }
}

/// The changes of a batch that are good by themselves, each behind those it builds on.
pub(super) fn candidates(
    shard: &Shard,
    known: &Known,
    batch: &[Foreign<'_>],
    answers: &mut [Result<(), Refused>],
) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (at, (foreign, answer)) in batch.iter().zip(answers).enumerate() {
        match candidate(shard, known, foreign) {
            Ok(Some(fitting)) => candidates.push(Candidate { at, author: foreign.author, fitting }),
            Ok(None) => {}
            Err(refused) => *answer = Err(refused),
        }
    }
    // Each operation counts on from all that its change builds on, so this puts every change behind those.
    candidates.sort_by_key(|candidate| (candidate.fitting.head.start_op, candidate.fitting.head.hash));
    candidates
}

/// Looks at a change by itself; nothing when it is known already.
fn candidate(shard: &Shard, known: &Known, foreign: &Foreign<'_>) -> Result<Option<Fitting>, Refused> {
    let head = frame::read(foreign.bytes)?;
    if head.actor != actor(&foreign.author, &shard.name, shard.generation) {
        return Err(Refused::Actor);
    }
    if head.seq != foreign.n {
        return Err(Refused::Number { inside: head.seq, announced: foreign.n });
    }
    if known.has(&head.hash) {
        return Ok(None);
    }
    Fitting::read(head, foreign.bytes, shard).map(Some)
}

pub(super) fn note(answers: &mut [Result<(), Refused>], at: usize, answer: Result<(), Refused>) {
    if let Some(place) = answers.get_mut(at) {
        *place = answer;
    }
}
