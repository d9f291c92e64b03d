//! Facts about a record as tokens, so that a filter is part of the question and not of the list that is cut.

use crate::directory::answer::Filters;
use crate::model::{AreaCode, Record};
use crate::search::Tokens;
use crate::store::Match;

use super::place;

/// Channel kinds that need no voice.
const QUIET: [&str; 6] = ["chat", "line", "mail", "sms", "fax", "relay"];

pub(super) const QUIET_TOKEN: &str = "*quiet";
pub(super) const FREE_TOKEN: &str = "*free";
pub(super) const ROLE_TOKEN: &str = "*role";

pub(super) fn area(code: &str) -> String {
    format!("@{code}")
}

/// Lies within this prefecture, or is a ward of this city.
fn within(around: &str) -> String {
    format!("={around}")
}

pub(super) fn topic(need: &str) -> String {
    format!("%{need}")
}

pub(super) fn best(need: &str) -> String {
    format!("%%{need}")
}

fn spoken(language: &str) -> String {
    format!("~{language}")
}

/// Adds the facets of a record and returns them, separated by spaces.
pub(super) fn add(record: &Record, tokens: &mut Tokens) -> String {
    let mut facets: Vec<String> = Vec::new();
    for code in record.areas() {
        facets.push(area(code.as_str()));
        if code.as_str().len() == 6 {
            facets.extend(code.prefecture().map(within));
            facets.extend(code.city().map(|city| within(city.as_str())));
        }
    }
    facets.extend(record.members("topic").map(topic));
    facets.extend(record.members("best").map(best));
    facets.extend(record.text("kind").map(|kind| format!("&{kind}")));
    facets.extend(record.text("category").map(|category| format!("&={category}")));
    let mut free =
        record.text("promise/free/answer") == Some("yes") || record.text("first_visit/free/answer") == Some("yes");
    let mut quiet = false;
    for channel in record.channels() {
        let kind = channel.kind();
        facets.push(format!("^{kind}"));
        free |= channel.text("fee") == Some("free") || matches!(kind, "chat" | "line" | "mail" | "visit");
        quiet |= QUIET.contains(&kind);
        facets.extend(channel.members("lang").map(spoken));
    }
    facets.extend(free.then(|| FREE_TOKEN.to_owned()));
    facets.extend(quiet.then(|| QUIET_TOKEN.to_owned()));
    facets.extend(record.is("role_place").then(|| ROLE_TOKEN.to_owned()));
    if let (Some(lat), Some(lon)) = (record.int("lat_e6"), record.int("lon_e6")) {
        facets.push(place::cell(lat, lon));
    }
    facets.sort_unstable();
    facets.dedup();
    let joined = facets.join(" ");
    facets.into_iter().for_each(|facet| tokens.facet(facet));
    joined
}

/// What the filters ask of the tokens; each inner list is one condition of which any token will do.
pub(super) fn conditions(filters: &Filters) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    let mut flag = |on: bool, token: &str| all.extend(on.then(|| vec![token.to_owned()]));
    flag(filters.free, FREE_TOKEN);
    flag(filters.no_voice, QUIET_TOKEN);
    flag(filters.role_place, ROLE_TOKEN);
    if !filters.channels.is_empty() {
        all.push(filters.channels.iter().map(|kind| format!("^{kind}")).collect());
    }
    if !filters.kinds.is_empty() {
        all.push(filters.kinds.iter().map(|kind| format!("&{kind}")).collect());
    }
    // What states no language is in Japanese.
    if let Some(language) = filters.spoken.as_deref().filter(|language| *language != "ja") {
        all.push(vec![spoken(language)]);
    }
    all
}

/// Area tokens that apply to somebody in an area, nearest first. What a ward's city offers is as near as the ward's own.
pub(super) fn area_levels(place: &AreaCode) -> Vec<Vec<String>> {
    let own = area(place.as_str());
    match (place.as_str().len(), place.prefecture()) {
        (6, Some(prefecture)) => {
            let city = place.city().map_or_else(|| within(place.as_str()), |city| area(city.as_str()));
            vec![vec![own, city], vec![area(prefecture), area("JP")]]
        }
        (2, Some(prefecture)) => vec![vec![own, within(prefecture)], vec![area("JP")]],
        _ => vec![vec![own]],
    }
}

/// Whether one of the tokens is among the facets of a record.
/// How many needs a record serves.
pub(super) fn topics(facets: &str) -> usize {
    facets.split(' ').filter(|facet| facet.starts_with('%') && !facet.starts_with("%%")).count()
}

pub(super) fn has_any(facets: &str, tokens: &[String]) -> bool {
    facets.split(' ').any(|facet| tokens.iter().any(|token| token == facet))
}

pub(super) fn any(tokens: &[String]) -> Match {
    Match::Any(tokens.iter().map(Match::token).collect())
}

/// Whether a record is for somebody of that age, as far as it says.
pub(super) fn is_for_age(record: &Record, age: Option<u8>) -> bool {
    let Some(age) = age.map(i64::from) else { return true };
    record.int("min_age").is_none_or(|min| min <= age) && record.int("max_age").is_none_or(|max| age <= max)
}
