//! How well a record fits what the answers lead to.

use super::{Outcome, Relaxed};
use crate::directory::answer::{Card, Fee, Filters, Freshness};
use crate::directory::areas::{distance_km, whole_km};
use crate::model::{AreaCode, Record};

/// Kilometres within which a distance makes no difference.
const STEP_KM: u32 = 4;

/// How the codes of dangers begin.
const DANGER: &str = "danger-";

/// The order among records that serve the same need; smaller is shown first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    scheme: bool,
    stale: bool,
    general: bool,
    far: u8,
    /// Steps of [`STEP_KM`] from the centre; an island of the same city is not close by.
    steps: u32,
    closed: u8,
    charged: bool,
    unchecked: bool,
}

/// Whether a record is for this person at all: kind, age, group, place.
pub(super) fn is_meant(record: &Record, outcome: &Outcome) -> bool {
    let filters = &outcome.filters;
    let kind = record.text("kind").unwrap_or("line");
    let kind_fits = filters.kinds.is_empty() || filters.kinds.iter().any(|wanted| wanted == kind);
    let age_fits = filters.age.map(i64::from).is_none_or(|age| {
        record.int("min_age").is_none_or(|min| min <= age) && record.int("max_age").is_none_or(|max| age <= max)
    });
    let child = outcome.form == "child" || filters.age.is_some_and(|age| age <= 18);
    let group_fits = child || !record.is("only/children");
    let areas = record.areas();
    let place_fits = match &outcome.area {
        Some(place) => areas.is_empty() || areas.iter().any(|area| area.covers(place) || area.is_local_to(place)),
        None => areas.is_empty() || areas.contains(&AreaCode::nationwide()),
    };
    kind_fits && age_fits && group_fits && place_fits && !outcome.skip.contains(&record.id)
}

/// The card of a place with how far it is from the centre of the area asked for.
pub(super) fn with_distance(mut card: Card, centre: Option<(f64, f64)>) -> Card {
    let position = card.record.position().filter(|_| matches!(card.record.text("kind"), Some("place" | "desk")));
    card.distance_km = centre.zip(position).map(|(centre, position)| whole_km(distance_km(centre, position)));
    card
}

/// Decides between cards that fit as well: near before far, then by id.
pub(super) fn tie(card: &Card) -> (u32, &str) {
    (card.distance_km.unwrap_or(u32::MAX), &card.record.id)
}

/// A number for emergencies: no wish leaves it out.
pub(super) fn is_emergency(card: &Card) -> bool {
    card.label.is_none() && matches!(card.record.id.as_str(), "jp.119" | "jp.110")
}

/// Whether a card may be offered for a need at all: what a person imported is never the answer to a danger.
pub(super) fn may_serve(card: &Card, need: &str) -> bool {
    card.label.is_none() || !need.starts_with(DANGER)
}

/// Whether a card meets the wishes. A scheme or a website is for reading: ways and hours do not matter there.
pub(super) fn meets(card: &Card, filters: &Filters) -> bool {
    let kind = card.record.text("kind").unwrap_or("line");
    let role_fits = !filters.role_place || card.record.is("role_place");
    if matches!(kind, "scheme" | "site") {
        return role_fits;
    }
    let fits_way = |kind: &str| filters.channels.is_empty() || filters.channels.iter().any(|wanted| wanted == kind);
    let counter = matches!(kind, "place" | "desk") && fits_way("visit");
    let ways = || card.ways.iter().filter(|way| way.kind != "web" && fits_way(&way.kind));
    let someone = counter || ways().next().is_some();
    let open = !filters.open_now || ways().any(|way| way.state.is_open());
    // A library or a counter asks no fee for coming in; what a call costs is known or it is not.
    let free = !filters.free || counter || ways().any(|way| matches!(way.fee, Fee::Free | Fee::NotACall));
    role_fits && someone && open && free
}

/// Lets one wish go; false when it was not there.
pub(super) fn let_go(filters: &mut Filters, wish: Relaxed) -> bool {
    let there = match wish {
        Relaxed::RolePlace => std::mem::take(&mut filters.role_place),
        Relaxed::OpenNow => std::mem::take(&mut filters.open_now),
        Relaxed::Free => std::mem::take(&mut filters.free),
        Relaxed::Ways => !std::mem::take(&mut filters.channels).is_empty(),
    };
    filters.no_voice &= !filters.channels.is_empty();
    there
}

/// How well a card serves a need; `None` when it does not.
pub(super) fn fit(card: &Card, need: &str, outcome: &Outcome) -> Option<Fit> {
    let record = &card.record;
    if !record.is(&format!("topic/{need}")) {
        return None;
    }
    let best = record.is(&format!("best/{need}"));
    let areas = record.areas();
    let near = |place: &AreaCode| areas.iter().any(|area| area.is_local_to(place));
    let far = match &outcome.area {
        Some(place) if near(place) => 0,
        Some(place) if areas.iter().any(|area| Some(area.as_str()) == place.prefecture()) => 1,
        _ => 2,
    };
    let somebody = || card.ways.iter().filter(|way| way.kind != "web");
    let closed = match () {
        () if somebody().any(|way| way.state.is_open()) => 0,
        () if somebody().next().is_none_or(|way| !way.state.is_closed()) => 1,
        () => 2,
    };
    let steps = card.distance_km.unwrap_or(0) / STEP_KM;
    Some(Fit {
        scheme: record.text("kind") == Some("scheme"),
        stale: card.assurance.freshness == Freshness::VeryOld,
        // What is close by is as good as what is made for the need elsewhere.
        general: !best && far == 2,
        far,
        steps,
        closed,
        charged: !somebody().any(|way| matches!(way.fee, Fee::Free | Fee::NotACall)),
        unchecked: card.label.is_some(),
    })
}
