//! Points of a candidate, and the reasons that gave them.

use crate::directory::answer::Reason;
use crate::model::{OpenState, Record};
use crate::search::{Fit, Heard, NameFit, Query, fit};
use crate::store::Rank;

use super::candidates::Candidate;
use super::{Hit, Scored, TextQuery, facets, place};

/// Points of a number that was typed whole or begun.
const NUMBER: i32 = 1_200;
/// Most points for a need that was understood.
const NEED: i32 = 320;
/// What each step of the prior costs: shelters, Wi-Fi, toilets and AED (6) come after a place that helps even where
/// their name fits better, but not where it was typed whole.
const PRIOR: [i32; 8] = [0, 20, 40, 60, 80, 110, 260, 500];

/// Weighs a candidate; `None` when it does not fit or was ruled out.
pub(super) fn score(
    wanted: &TextQuery<'_>,
    query: &Query,
    heard: &[Heard],
    candidate: Candidate,
    rank: &Rank<'_>,
) -> Option<Scored> {
    if !facets::conditions(&wanted.filters).iter().all(|tokens| facets::has_any(rank.facets, tokens)) {
        return None;
    }
    let area = area_points(wanted, rank)?;
    let km = distance(wanted, rank);
    if let (Some(most), true) = (wanted.filters.within_km, wanted.position.is_some()) {
        km.filter(|km| *km <= f64::from(most))?;
    }
    let mut reasons = Vec::new();
    let fit = fit(query, heard, rank.names, rank.text);
    let needs = need_points(wanted, rank, &mut reasons);
    let number = if candidate.by_number { NUMBER } else { 0 };
    if fit.points + needs + number == 0 && !(query.is_empty() && wanted.needs.is_empty()) {
        return None;
    }
    text_reasons(query, &fit, candidate, &mut reasons);
    if area > 0 {
        reasons.extend(wanted.area.as_ref().map(|area| Reason::InArea(area.to_string())));
    }
    let near = km.map_or(0, |km| whole(150.0 / (1.0 + km / 3.0)));
    reasons.extend(km.map(|km| Reason::Near(u32::try_from(whole(km)).unwrap_or(u32::MAX))));
    filter_reasons(wanted, &mut reasons);
    let prior = usize::try_from(candidate.row >> 40).ok().and_then(|step| PRIOR.get(step)).copied().unwrap_or(500);
    // Where a sentence was understood as a need, a word that it happens to share with a text says little.
    let words = if fit.name.is_none() && needs > 0 { fit.points / 3 } else { fit.points };
    let points = words + needs + number + area + near + age_points(wanted, rank) - prior;
    Some(Scored { candidate, points, reasons, km })
}

/// Best first; equal ones in the order of their prior, so that the order is the same on every device.
pub(super) fn sort(ranked: &mut [Scored]) {
    ranked.sort_by(|a, b| b.points.cmp(&a.points).then(a.candidate.row.cmp(&b.candidate.row)));
}

/// The hit, with the open state weighed.
pub(super) fn hit(scored: Scored, record: Record, pack: String, class: String, open: OpenState) -> Hit {
    let Scored { mut points, mut reasons, km, .. } = scored;
    if open.is_open() {
        points += 30;
        reasons.push(Reason::OpenNow);
    } else if open.is_closed() {
        points -= 15;
    }
    if class == "core" {
        points += 20;
    }
    if record.text("status") == Some("temporarily_closed") {
        points -= 150;
    }
    Hit { record, pack, class, points, reasons, open, km }
}

/// `None` when it applies elsewhere only.
fn area_points(wanted: &TextQuery<'_>, rank: &Rank<'_>) -> Option<i32> {
    let Some(area) = &wanted.area else { return Some(0) };
    let level = facets::area_levels(area).iter().position(|tokens| facets::has_any(rank.facets, tokens))?;
    let names = |code: &str| facets::has_any(rank.facets, &[facets::area(code)]);
    let in_prefecture = || area.prefecture().is_some_and(names);
    Some(match level {
        // The desk of the ward before that of its city, the desk of the city before those of its wards.
        0 if area.as_str().len() == 6 && !names(area.as_str()) => 50,
        0 => 60,
        _ if in_prefecture() => 25,
        _ => 0,
    })
}

#[expect(clippy::cast_precision_loss, reason = "microdegrees are below 2^53")]
fn distance(wanted: &TextQuery<'_>, rank: &Rank<'_>) -> Option<f64> {
    let there = (rank.lat_e6? as f64 / 1e6, rank.lon_e6? as f64 / 1e6);
    Some(place::distance_km(wanted.position?, there))
}

#[expect(clippy::cast_possible_truncation, reason = "saturates; nothing on Earth is 2^31 km away")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

fn need_points(wanted: &TextQuery<'_>, rank: &Rank<'_>, reasons: &mut Vec<Reason>) -> i32 {
    let (mut most, mut sum) = (0, 0);
    // Who is there for a few needs knows them better than who is there for all.
    let served = i32::try_from(facets::topics(rank.facets)).unwrap_or(i32::MAX);
    let special = 100 - (served.min(12) - 2).max(0) * 4;
    for (need, strength) in wanted.needs {
        let points = i32::from(*strength) * NEED / 1_000;
        if facets::has_any(rank.facets, &[facets::best(need)]) {
            reasons.push(Reason::BestFor(need.clone()));
            most = most.max(points * 3 / 2);
        } else if facets::has_any(rank.facets, &[facets::topic(need)]) {
            reasons.push(Reason::Need(need.clone()));
            most = most.max(points * special / 100);
        } else {
            continue;
        }
        sum += points;
    }
    most + (sum - most).max(0) / 4
}

fn text_reasons(query: &Query, fit: &Fit, candidate: Candidate, reasons: &mut Vec<Reason>) {
    if candidate.by_number {
        reasons.extend(query.digits.clone().map(Reason::Digits));
    }
    match fit.name {
        Some((NameFit::Is, _)) => reasons.insert(0, Reason::NameIs(query.whole.clone())),
        Some(_) => reasons.push(Reason::NameHas(query.whole.clone())),
        None => reasons.extend(fit.words.iter().cloned().map(Reason::TextHas)),
    }
    let same = |(typed, found): &(String, String)| Reason::SameMeaning { typed: typed.clone(), found: found.clone() };
    reasons.extend(fit.synonyms.iter().map(same));
}

fn filter_reasons(wanted: &TextQuery<'_>, reasons: &mut Vec<Reason>) {
    let filters = &wanted.filters;
    reasons.extend(filters.free.then_some(Reason::Free));
    reasons.extend(filters.no_voice.then_some(Reason::NoVoice));
    reasons.extend(filters.spoken.clone().map(Reason::Speaks));
    reasons.extend(filters.age.map(Reason::ForAge));
}

/// Older data sinks; undated data counts as old as two half-lives.
fn age_points(wanted: &TextQuery<'_>, rank: &Rank<'_>) -> i32 {
    let half_life = rank.half_life_days.filter(|days| *days > 0).unwrap_or(365);
    let today = wanted.today.signed_duration_since(chrono::NaiveDate::default()).num_days();
    let age = rank.assured_day.map_or(half_life * 2, |day| (today - day).max(0));
    i32::try_from(30 * half_life / (half_life + age)).unwrap_or(0)
}
