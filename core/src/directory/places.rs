//! Places to go near an area, with next dates and what is known about a first visit; and the slots every municipality
//! has, filled or not.

mod first_visit;
mod slot;

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use serde::Deserialize;

use super::answer::{Card, Filters, Freshness, PackLabel, Reason};
use super::areas::{distance_km, whole_km};
use super::card::{Cards, is_offered};
use super::finder::Words;
use crate::model::{AreaCode, Record};

pub use first_visit::{Fact, Known, first_visit};
pub use slot::{Filling, Slot, SlotKind};

/// Kilometres within which a place counts as near when nothing else was said.
const NEAR_KM: u32 = 10;

/// Why the list of places cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlacesError {
    /// It is no TOML, or a field is missing.
    #[error("places.toml cannot be read: {0}")]
    Unreadable(String),
    /// An id stands twice.
    #[error("places.toml has “{0}” twice")]
    Twice(String),
}

/// Kinds of places and slots, from core/national/places.toml.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    #[serde(rename = "category")]
    categories: Vec<Category>,
    #[serde(rename = "slot")]
    slots: Vec<SlotKind>,
}

/// A kind of place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Code in the records.
    pub id: String,
    /// One can simply go there.
    #[serde(default)]
    pub go: bool,
    /// It is for anybody: it can be offered to somebody of whom nothing is known.
    #[serde(default)]
    pub everyone: bool,
    /// What it is called.
    pub name: Words,
}

/// Where to look for places.
#[derive(Debug, Clone)]
pub struct Nearby<'a> {
    /// The municipality or prefecture.
    pub area: &'a AreaCode,
    /// Its centre, latitude and longitude, if it is known.
    pub centre: Option<(f64, f64)>,
    /// Categories, any of which will do; empty means those one can simply go to.
    pub categories: &'a [String],
    /// What was ruled out.
    pub filters: &'a Filters,
    /// How many at most.
    pub limit: usize,
}

/// A place, ready to be drawn.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Place {
    /// Its card with reasons, distance and next dates.
    pub card: Card,
    /// What is known about a first visit, in a fixed order; what nobody stated with a source stays わかりません.
    pub first_visit: Vec<(Fact, Known)>,
}

impl Places {
    /// Reads core/national/places.toml.
    ///
    /// # Errors
    /// [`PlacesError`] when it is damaged.
    pub fn from_toml(text: &str) -> Result<Self, PlacesError> {
        let places: Self = toml::from_str(text).map_err(|error| PlacesError::Unreadable(error.to_string()))?;
        let mut seen = BTreeSet::new();
        let ids = places.categories.iter().map(|category| &category.id).chain(places.slots.iter().map(|slot| &slot.id));
        for id in ids {
            if !seen.insert(id) {
                return Err(PlacesError::Twice(id.clone()));
            }
        }
        Ok(places)
    }

    /// All kinds of places that are known.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// The slots every municipality has.
    #[must_use]
    pub fn slots(&self) -> &[SlotKind] {
        &self.slots
    }

    /// The slots of a municipality. `records` are any records; those of other areas fill nothing.
    #[must_use]
    pub fn slots_of<'r>(
        &self,
        municipality: &AreaCode,
        records: impl IntoIterator<Item = &'r Record> + Clone,
    ) -> Vec<Slot> {
        self.slots.iter().map(|kind| kind.filled_by(municipality, records.clone())).collect()
    }

    /// Places to go, those of the area before others, those with a date before those without, near before far. What has
    /// not been confirmed for very long comes last.
    #[must_use]
    pub fn near(
        &self,
        nearby: &Nearby<'_>,
        records: impl IntoIterator<Item = (Record, Option<PackLabel>)>,
        cards: &Cards,
        now: NaiveDateTime,
    ) -> Vec<Place> {
        let mut found: Vec<Place> = records
            .into_iter()
            .filter(|(record, _)| self.is_wanted(record, nearby) && cards.is_shown(record, now))
            .map(|(record, label)| cards.card(record, Some(nearby.area), now, label))
            .filter_map(|card| place(card, nearby))
            .collect();
        found.sort_by_cached_key(|place| rank(place, nearby));
        found.truncate(nearby.limit);
        found
    }

    fn is_wanted(&self, record: &Record, nearby: &Nearby<'_>) -> bool {
        let category = record.text("category").unwrap_or("other");
        let wanted = if nearby.categories.is_empty() {
            self.categories.iter().any(|known| known.go && known.id == category)
        } else {
            nearby.categories.iter().any(|wanted| wanted == category)
        };
        let kind = record.text("kind").unwrap_or("line");
        let kinds = &nearby.filters.kinds;
        let age = nearby.filters.age.map(i64::from);
        let age_fits = age.is_none_or(|age| {
            record.int("min_age").is_none_or(|min| min <= age) && record.int("max_age").is_none_or(|max| age <= max)
        });
        // A shelter is nowhere to simply go to: where it is is not told.
        matches!(kind, "place" | "desk")
            && !record.is("confidential")
            && wanted
            && age_fits
            && (kinds.is_empty() || kinds.iter().any(|wanted| wanted == kind))
            && (!nearby.filters.role_place || record.is("role_place"))
    }
}

/// The place, when it is near and meets the wishes.
fn place(mut card: Card, nearby: &Nearby<'_>) -> Option<Place> {
    let here = is_in(&card.record, nearby.area);
    let km =
        nearby.centre.zip(card.record.position()).map(|(centre, position)| whole_km(distance_km(centre, position)));
    let limit = nearby.filters.within_km;
    let near = match (km, limit) {
        (Some(km), Some(limit)) => km <= limit,
        (None, Some(_)) => false,
        (Some(km), None) => here || (nearby.area.as_str().len() > 2 && km <= NEAR_KM),
        (None, None) => here,
    };
    let first_visit = first_visit(&card.record);
    let free = || first_visit.iter().any(|(fact, known)| *fact == Fact::Free && known.is_yes());
    let open = || {
        let offered = card.record.channels().into_iter().filter(|channel| is_offered(channel, Some(nearby.area)));
        let ids: Vec<&str> = offered.filter(|channel| channel.kind() == "visit").map(|channel| channel.id).collect();
        card.ways.iter().any(|way| ids.contains(&way.id.as_str()) && way.state.is_open())
    };
    if !near || (nearby.filters.free && !free()) || (nearby.filters.open_now && !open()) {
        return None;
    }
    card.distance_km = km;
    if here {
        card.reasons.push(Reason::InArea(nearby.area.to_string()));
    }
    card.reasons.extend(km.map(Reason::Near));
    Some(Place { card, first_visit })
}

/// Whether a record belongs to the municipality or ward, or lies in the prefecture.
fn is_in(record: &Record, area: &AreaCode) -> bool {
    record.areas().iter().any(|own| own.is_local_to(area))
}

fn rank(place: &Place, nearby: &Nearby<'_>) -> (bool, bool, bool, u32, String) {
    let card = &place.card;
    (
        card.assurance.freshness == Freshness::VeryOld,
        !is_in(&card.record, nearby.area),
        card.next.is_empty(),
        card.distance_km.unwrap_or(u32::MAX),
        card.record.id.clone(),
    )
}
