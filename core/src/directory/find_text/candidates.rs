//! Which rows are looked at: the strongest questions first, each with room for the ones after it.

use std::collections::BTreeSet;

use crate::search::{Chunk, Heard, NAME_MARK, Query, pieces};
use crate::store::{Match, Session, StoreError};

use super::{MOST_CANDIDATES, NameKind, TextQuery, facets, place};

/// A row to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    pub row: i64,
    /// Found by its telephone number.
    pub by_number: bool,
}

/// Rows to look at, and whether there were more.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub rows: Vec<Candidate>,
    pub cut: bool,
    seen: BTreeSet<i64>,
}

impl Found {
    fn add(&mut self, row: i64, by_number: bool) {
        if self.seen.insert(row) {
            self.rows.push(Candidate { row, by_number });
        }
    }
}

/// How many rows there may be after each kind of question, so that the weaker ones have room too.
const AFTER_NAMES: usize = 150;
const AFTER_NAME_PARTS: usize = 280;
const AFTER_TEXTS: usize = 340;
const AFTER_SYNONYMS: usize = 400;
const AFTER_NEEDS: usize = 450;

/// So many rows that stronger questions found are enough.
const ENOUGH: usize = 60;
/// Most questions that are asked for single words.
const MOST_WORDS: usize = 6;

pub(super) fn collect(
    session: &Session<'_>,
    wanted: &TextQuery<'_>,
    query: &Query,
    heard: &[Heard],
) -> Result<Found, StoreError> {
    let mut found = Found::default();
    let exactly = by_name(session, query, &mut found)?;
    if found.rows.iter().any(|candidate| candidate.by_number) {
        return Ok(found);
    }
    // Names do not count as enough, since area and filters may still rule them out.
    let enough = found.rows.len() + ENOUGH.max(wanted.limit * 3);
    let mut asker = Asker { session, limits: limits(wanted), found };
    asker.strong(wanted, query, heard)?;
    // Single words are weaker than all of them together: they are asked only where those found little,
    // and not where somebody typed a whole name.
    if !exactly && asker.found.rows.len() < enough {
        asker.weak(wanted, query, heard)?;
    }
    Ok(asker.found)
}

/// Asks the full-text index under every limit, as long as there is room.
struct Asker<'s, 'r> {
    session: &'s Session<'r>,
    limits: Vec<Vec<Match>>,
    found: Found,
}

impl Asker<'_, '_> {
    fn strong(&mut self, wanted: &TextQuery<'_>, query: &Query, heard: &[Heard]) -> Result<(), StoreError> {
        for form in [Some(query.whole.as_str()), query.kana.as_deref()].into_iter().flatten() {
            self.ask(has(form, true), AFTER_NAME_PARTS)?;
        }
        // Names were asked for all of it just now; several parts may stand one in the name and one in the text.
        let anywhere =
            |chunk: &Chunk| if query.chunks.len() == 1 { has(&chunk.text, false) } else { either(&chunk.text) };
        self.ask(all_chunks(query, anywhere), AFTER_TEXTS)?;
        if !heard.is_empty() {
            self.ask(all_chunks(query, |chunk| with_synonyms(chunk, heard)), AFTER_SYNONYMS)?;
        }
        for (need, _) in wanted.needs {
            self.ask(Some(Match::token(facets::best(need))), AFTER_NEEDS)?;
            self.ask(Some(Match::token(facets::topic(need))), AFTER_NEEDS)?;
        }
        Ok(())
    }

    fn weak(&mut self, wanted: &TextQuery<'_>, query: &Query, heard: &[Heard]) -> Result<(), StoreError> {
        let terms = query.terms();
        if terms.len() > 1 {
            self.ask(Some(Match::All(terms.iter().filter_map(|term| either(&term.text)).collect())), MOST_CANDIDATES)?;
        }
        let mut single: Vec<_> = terms.iter().filter(|term| term.weight > 2).collect();
        single.sort_by_key(|term| std::cmp::Reverse((term.weight, term.text.len())));
        for term in single.into_iter().filter(|term| term.text != query.whole).take(MOST_WORDS) {
            self.ask(either(&term.text), MOST_CANDIDATES)?;
        }
        for heard in heard.iter().take(MOST_WORDS) {
            self.ask(any_of(heard), MOST_CANDIDATES)?;
        }
        if query.is_empty() && wanted.needs.is_empty() {
            self.ask(Some(Match::All(Vec::new())), MOST_CANDIDATES)?;
        }
        Ok(())
    }

    fn ask(&mut self, condition: Option<Match>, room: usize) -> Result<(), StoreError> {
        let Some(condition) = condition else { return Ok(()) };
        let found = &mut self.found;
        for limit in &self.limits {
            let left = room.saturating_sub(found.rows.len());
            if left == 0 {
                found.cut = true;
                break;
            }
            let condition = limit.iter().cloned().fold(condition.clone(), Match::and);
            // One more than there is room for shows whether the list is cut. Rows known already take no room.
            for row in self.session.matching(&condition, left + 1 + found.rows.len())? {
                if found.rows.len() >= room && !found.seen.contains(&row) {
                    found.cut = true;
                    break;
                }
                found.add(row, false);
            }
        }
        Ok(())
    }
}

/// The index of names: exactly, then by prefix. Area and filters are checked when ranking. Says whether something is
/// called exactly so.
fn by_name(session: &Session<'_>, query: &Query, found: &mut Found) -> Result<bool, StoreError> {
    let mut exactly = false;
    let forms = [Some(query.whole.as_str()), query.kana.as_deref()];
    for form in forms.into_iter().flatten().filter(|form| !form.is_empty()) {
        let exact = session.named(form, AFTER_NAMES)?;
        exactly |= !exact.is_empty();
        exact.iter().for_each(|hit| found.add(hit.row, false));
        // A prefix of one character would fill the list with the first letters of the alphabet.
        if form.chars().count() > 1 {
            let begins = session.named_from(form, AFTER_NAMES.saturating_sub(found.rows.len()))?;
            begins.iter().for_each(|hit| found.add(hit.row, false));
        }
    }
    if let Some(digits) = &query.digits {
        let number = |hit: &crate::store::NameHit| hit.kind == NameKind::Number.code();
        let exact = session.named(digits, AFTER_NAMES)?;
        let begins = session.named_from(digits, AFTER_NAMES)?;
        exact.iter().chain(&begins).filter(|hit| number(hit)).for_each(|hit| {
            found.rows.retain(|candidate| candidate.row != hit.row);
            found.seen.remove(&hit.row);
            found.add(hit.row, true);
        });
    }
    Ok(exactly)
}

/// What every question is limited by, the nearest first: filters always, then area and cells around.
fn limits(wanted: &TextQuery<'_>) -> Vec<Vec<Match>> {
    let always: Vec<Match> = facets::conditions(&wanted.filters).iter().map(|tokens| facets::any(tokens)).collect();
    let mut levels: Vec<Vec<Match>> = match &wanted.area {
        None => vec![always],
        Some(area) => facets::area_levels(area)
            .iter()
            .map(|tokens| always.iter().cloned().chain([facets::any(tokens)]).collect())
            .collect(),
    };
    if let Some(position) = wanted.position {
        let near = wanted.filters.within_km.map_or(10.0, f64::from);
        if let Some(cells) = place::cells_within(position, near) {
            let around = levels.first().into_iter().flatten().cloned().chain([cells]).collect();
            if wanted.filters.within_km.is_some() {
                levels.clear();
            }
            levels.insert(0, around);
        }
    }
    levels
}

/// All pieces of a text stand in the record, among its names or anywhere. Single characters are not marked.
fn has(text: &str, in_names: bool) -> Option<Match> {
    let in_names = in_names && text.chars().nth(1).is_some();
    let token =
        |piece: String| if in_names { Match::token(format!("{NAME_MARK}{piece}")) } else { Match::token(piece) };
    let all: Vec<Match> = pieces(text).into_iter().map(token).collect();
    (!all.is_empty()).then_some(Match::All(all))
}

fn either(text: &str) -> Option<Match> {
    if text.chars().nth(1).is_none() {
        return has(text, false);
    }
    Some(Match::Any(vec![has(text, true)?, has(text, false)?]))
}

fn all_chunks(query: &Query, each: impl Fn(&Chunk) -> Option<Match>) -> Option<Match> {
    let all: Vec<Match> = query.chunks.iter().filter_map(each).collect();
    (!all.is_empty()).then_some(Match::All(all))
}

/// The chunk, or for each word of the table heard in it one of its group.
fn with_synonyms(chunk: &Chunk, heard: &[Heard]) -> Option<Match> {
    let inside: Vec<Match> = heard.iter().filter(|heard| chunk.text.contains(&heard.text)).filter_map(any_of).collect();
    let itself = either(&chunk.text);
    if inside.is_empty() { itself } else { Some(Match::Any(vec![itself?, Match::All(inside)])) }
}

fn any_of(heard: &Heard) -> Option<Match> {
    let words = std::iter::once(heard.text.as_str()).chain(heard.others.iter().map(|(_, text)| text.as_str()));
    let any: Vec<Match> = words.filter(|text| text.chars().count() > 1).filter_map(either).collect();
    (!any.is_empty()).then_some(Match::Any(any))
}
