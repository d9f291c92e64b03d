//! Entries of one's own: what is kept of them, the tokens they are found by, and how well they fit what was typed.

use chrono::NaiveDateTime;

use super::{KeepError, written};
use crate::hours::{Holidays, ParseState, Schedule, read_prose};
use crate::model::{OpenState, Own, Unknown};
use crate::search::{Query, Tokens, normalise, phone_digits, pieces};

/// How many entries are kept at most.
pub const MOST: usize = 500;
/// How many characters a name, a reading or a telephone number has at most.
pub const LONGEST_NAME: usize = 100;
/// How many characters an address has at most.
pub const LONGEST_ADDRESS: usize = 200;
/// How many characters hours have at most.
pub const LONGEST_HOURS: usize = 500;
/// How many characters a note has at most.
pub const LONGEST_NOTE: usize = 2_000;

/// An entry as it may be kept.
///
/// # Errors
/// [`KeepError::Empty`] without a name; [`KeepError::TooLong`]: nothing is cut.
pub fn checked(own: &Own) -> Result<Own, KeepError> {
    Ok(Own {
        name: written::line(&own.name, LONGEST_NAME).and_then(written::stated)?,
        kana: written::line(&own.kana, LONGEST_NAME)?,
        tel: written::line(&own.tel, LONGEST_NAME)?,
        address: written::line(&own.address, LONGEST_ADDRESS)?,
        hours: written::line(&own.hours, LONGEST_HOURS)?,
        note: written::text(&own.note, LONGEST_NOTE)?,
        ..own.clone()
    })
}

/// What an entry is found by: pairs of neighbouring characters and single ones, as in the directory.
#[must_use]
pub fn tokens(own: &Own) -> Vec<String> {
    let mut tokens = Tokens::new();
    for text in texts(own) {
        tokens.text(&text);
    }
    tokens.finish().split_whitespace().map(str::to_owned).collect()
}

/// What to look for in the index: one group of tokens a way of finding; an entry that has all of a group is a candidate.
#[must_use]
pub fn wanted(query: &Query) -> Vec<Vec<String>> {
    needles(query).iter().map(|needle| pieces(needle)).filter(|group| !group.is_empty()).collect()
}

/// The candidates that fit, best first: what the name is, what begins it, what stands in it, what stands elsewhere.
#[must_use]
pub fn fitting(query: &Query, candidates: Vec<Own>) -> Vec<Own> {
    let needles = needles(query);
    let fit = |own: &Own| {
        let name = normalise(&own.name);
        let kana = normalise(&own.kana);
        let texts = texts(own);
        let one = |needle: &String| match needle {
            needle if *needle == name || *needle == kana => Some(0),
            needle if name.starts_with(needle.as_str()) || kana.starts_with(needle.as_str()) => Some(1),
            needle if name.contains(needle.as_str()) || kana.contains(needle.as_str()) => Some(2),
            needle if texts.iter().any(|text| text.contains(needle.as_str())) => Some(3),
            _ => None,
        };
        needles.iter().filter_map(one).min()
    };
    let mut found: Vec<(i32, Own)> = candidates.into_iter().filter_map(|own| Some((fit(&own)?, own))).collect();
    found.sort_by(|(fit, own), (other_fit, other)| fit.cmp(other_fit).then_with(|| own.id.cmp(&other.id)));
    found.dedup_by(|(_, own), (_, other)| own.id == other.id);
    found.into_iter().map(|(_, own)| own).collect()
}

/// Whether it is open at an instant, as far as its hours were understood. Without hours, nobody knows.
#[must_use]
pub fn state(own: &Own, now: NaiveDateTime, holidays: &Holidays) -> OpenState {
    let hours = read_prose(&own.hours);
    let unknown = |why| OpenState::Unknown { why };
    let Some(canonical) = &hours.canonical else {
        let absent = hours.state == ParseState::Absent;
        return unknown(if absent { Unknown::NotStated } else { Unknown::NotUnderstood });
    };
    let doubt = hours.doubt.as_deref().or((hours.state == ParseState::Partial).then_some("24/7"));
    Schedule::compile(canonical, doubt, holidays).map_or(unknown(Unknown::NotUnderstood), |schedule| schedule.at(now))
}

/// The words that are looked for: what was typed as a whole, each part between spaces, the words in them of two
/// characters or more, romaji as kana, and digits.
fn needles(query: &Query) -> Vec<String> {
    let parts = query.chunks.iter().map(|chunk| &chunk.text);
    let terms = query.terms();
    let terms = terms.iter().map(|term| &term.text).filter(|text| text.chars().count() >= 2);
    let mut needles: Vec<String> = Vec::new();
    for needle in [&query.whole].into_iter().chain(parts).chain(&query.kana).chain(&query.digits).chain(terms) {
        if !needle.is_empty() && !needles.contains(needle) {
            needles.push(needle.clone());
        }
    }
    needles
}

/// All its texts as they are compared; the number also as bare digits.
fn texts(own: &Own) -> Vec<String> {
    let digits = phone_digits(&own.tel).into_iter();
    [&own.name, &own.kana, &own.tel, &own.address, &own.note]
        .map(|text| normalise(text))
        .into_iter()
        .chain(digits)
        .collect()
}
