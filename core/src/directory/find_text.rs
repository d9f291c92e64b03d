//! Finding records by what was typed: joins `search` (what it means) and `store` (where it is).
//!
//! Names are asked first, exactly and by prefix. Then at most [`MOST_CANDIDATES`] rows come from the full-text index in
//! the order of their prior, and are ranked here by name, words, synonyms, needs, area, distance, age and open state.
//! The answer says when more matched than were looked at. Nothing of a query is kept.

mod candidates;
mod facets;
mod place;
mod prepare;
mod prior;
mod score;

use chrono::NaiveDate;

pub use prepare::{NameKind, PrepareError, prepare};
pub use prior::bucket;

use crate::directory::answer::{Filters, Reason};
use crate::directory::pack::cbor::{self, DecodeError};
use crate::model::{AreaCode, OpenState, Record};
use crate::search::{Query, Synonyms};
use crate::store::{Session, StoreError};

use candidates::Candidate;

/// Most rows that one search ranks.
pub const MOST_CANDIDATES: usize = 500;
/// So many records more than are wanted are asked whether they are open, since that changes the order a little.
const MORE_OPENED: usize = 8;

/// What to look for.
#[derive(Debug, Clone)]
pub struct TextQuery<'a> {
    /// What was typed, as it was typed. May be empty when needs or filters say what is meant.
    pub text: &'a str,
    /// Words that are looked for together.
    pub synonyms: &'a Synonyms,
    /// Needs that were understood, with their strength from 0 to 1000.
    pub needs: &'a [(String, u16)],
    /// Where the person is or asks for; only what applies there is found.
    pub area: Option<AreaCode>,
    /// Latitude and longitude that distances are measured from.
    pub position: Option<(f64, f64)>,
    /// What was ruled out.
    pub filters: Filters,
    /// The day from which the age of data is counted.
    pub today: NaiveDate,
    /// Most hits.
    pub limit: usize,
}

impl<'a> TextQuery<'a> {
    /// A search for a text, without anything else.
    #[must_use]
    pub fn new(text: &'a str, synonyms: &'a Synonyms, today: NaiveDate, limit: usize) -> Self {
        let filters = Filters::default();
        Self { text, synonyms, needs: &[], area: None, position: None, filters, today, limit }
    }
}

/// A record that was found.
#[derive(Debug, Clone)]
pub struct Hit {
    /// The record.
    pub record: Record,
    /// Identifier of its pack.
    pub pack: String,
    /// Class of its pack: `core`, `listing` or `field`.
    pub class: String,
    /// Points, comparable within one answer only.
    pub points: i32,
    /// Why it was found, strongest first.
    pub reasons: Vec<Reason>,
    /// Open, closed or unknown now.
    pub open: OpenState,
    /// Kilometres from the position asked from.
    pub km: Option<f64>,
}

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct TextAnswer {
    /// Best first.
    pub hits: Vec<Hit>,
    /// More rows matched than were looked at.
    pub cut: bool,
    /// How many of the rows that were looked at fit.
    pub matched: usize,
}

/// Why a search has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// The store refused; [`StoreError::Interrupted`] when a later search was asked for.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A stored record cannot be read. It is kept.
    #[error("the entry “{id}” of the directory cannot be read: {why}")]
    Record {
        /// Identifier of the record.
        id: String,
        /// What is wrong with it.
        why: DecodeError,
    },
}

/// Searches in a turn of the reader. `open` says whether a record is open now.
///
/// # Errors
/// [`FindError`].
pub fn search(
    session: &Session<'_>,
    wanted: &TextQuery<'_>,
    open: &mut dyn FnMut(&Record) -> OpenState,
) -> Result<TextAnswer, FindError> {
    let query = Query::new(wanted.text);
    let heard = wanted.synonyms.heard(&query);
    let mut found = candidates::collect(session, wanted, &query, &heard)?;
    // Neighbours lie on the same page.
    found.rows.sort_unstable_by_key(|candidate| candidate.row);
    let mut candidates = found.rows.iter();
    let mut ranked = Vec::new();
    session.ranks(found.rows.iter().map(|candidate| candidate.row), |row, rank| {
        let candidate = std::iter::from_fn(|| candidates.next()).find(|candidate| candidate.row == row);
        ranked.extend(candidate.and_then(|candidate| score::score(wanted, &query, &heard, *candidate, &rank)));
    })?;
    score::sort(&mut ranked);
    let matched = ranked.len();
    let hits = open_best(session, wanted, ranked, open)?;
    Ok(TextAnswer { hits, cut: found.cut, matched })
}

/// A candidate with its points, before its record was read.
#[derive(Debug)]
struct Scored {
    candidate: Candidate,
    points: i32,
    reasons: Vec<Reason>,
    km: Option<f64>,
}

/// Reads the best records, asks whether they are open and weighs that.
fn open_best(
    session: &Session<'_>,
    wanted: &TextQuery<'_>,
    ranked: Vec<Scored>,
    open: &mut dyn FnMut(&Record) -> OpenState,
) -> Result<Vec<Hit>, FindError> {
    let mut hits = Vec::new();
    let enough = wanted.limit + MORE_OPENED.max(wanted.limit / 2);
    for scored in ranked {
        if hits.len() >= enough {
            break;
        }
        let Some(found) = session.record(scored.candidate.row)? else { continue };
        let record = match cbor::read(&found.body) {
            Ok(record) => record.into_record(),
            Err(why) => return Err(FindError::Record { id: found.id, why }),
        };
        if !facets::is_for_age(&record, wanted.filters.age) {
            continue;
        }
        let state = open(&record);
        if wanted.filters.open_now && !state.is_open() {
            continue;
        }
        hits.push(score::hit(scored, record, found.pack, found.class, state));
    }
    hits.sort_by_key(|hit| std::cmp::Reverse(hit.points));
    hits.truncate(wanted.limit);
    Ok(hits)
}
