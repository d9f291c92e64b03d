//! The emergency row: the numbers that are always on screen, each with whether it works where the person is.

use chrono::NaiveDateTime;
use serde::Deserialize;

use super::answer::{Card, Reason};
use super::card::Cards;
use crate::model::{AreaCode, Channel, Record};

/// Why the row cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EmergencyError {
    /// It is no TOML, or a field is missing.
    #[error("the emergency row cannot be read: {0}")]
    Unreadable(String),
    /// An id stands in it twice.
    #[error("the emergency row names “{0}” twice")]
    Twice(String),
}

/// Which records stand in the row, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmergencyRow(Vec<String>);

#[derive(Deserialize)]
struct Source {
    row: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    id: String,
    order: u32,
}

/// One number of the row.
#[derive(Debug, Clone, serde::Serialize)]
pub struct EmergencyEntry {
    /// The line with cost and open state. Unless it works here it has no ways: nothing that could be dialled in vain.
    pub card: Card,
    /// Whether it works where the person is.
    pub here: Here,
}

/// Whether a number works where the person is, as far as a source says so.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Here {
    /// A source names the place, or the whole country.
    Works,
    /// Sources name only these parts of the prefecture asked for.
    PartOnly(Vec<AreaCode>),
    /// No source names the place: other areas have other numbers, or none (別の番号の地域があります).
    NotNamed,
    /// It depends on the place, and nobody said where they are.
    DependsOnPlace,
}

impl EmergencyRow {
    /// Reads core/national/emergency.toml.
    ///
    /// # Errors
    /// [`EmergencyError`] when the file is damaged.
    pub fn from_toml(text: &str) -> Result<Self, EmergencyError> {
        let mut source: Source = toml::from_str(text).map_err(|error| EmergencyError::Unreadable(error.to_string()))?;
        source.row.sort_by_key(|place| place.order);
        let mut ids: Vec<String> = Vec::new();
        for Place { id, .. } in source.row {
            if ids.contains(&id) {
                return Err(EmergencyError::Twice(id));
            }
            ids.push(id);
        }
        Ok(Self(ids))
    }

    /// Ids of the records, in order.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.0
    }

    /// The row for a place at a moment. `record` looks an id up in the national pack; what it does not have, what is no
    /// core record and what has no number of high confidence does not stand in the row.
    pub fn entries(
        &self,
        record: impl Fn(&str) -> Option<Record>,
        place: Option<&AreaCode>,
        cards: &Cards,
        now: NaiveDateTime,
    ) -> Vec<EmergencyEntry> {
        self.0
            .iter()
            .filter_map(|id| record(id))
            .filter(|record| record.is("emergency_row") && record.text("class") == Some("core"))
            .filter_map(|record| entry(record, place, cards, now))
            .collect()
    }
}

fn entry(record: Record, place: Option<&AreaCode>, cards: &Cards, now: NaiveDateTime) -> Option<EmergencyEntry> {
    let numbers: Vec<Channel<'_>> =
        record.channels().into_iter().filter(|channel| channel.kind() == "tel").filter(is_certain).collect();
    let certain: Vec<String> = numbers.iter().map(|channel| channel.id.to_owned()).collect();
    let here = here(numbers.first()?, place);
    let mut card = cards.card(record, place, now, None);
    card.ways.retain(|way| here == Here::Works && certain.contains(&way.id));
    card.reasons.push(match (&here, place) {
        (Here::Works, place) => Reason::InArea(place.map_or_else(|| "JP".to_owned(), AreaCode::to_string)),
        _ => Reason::Danger,
    });
    Some(EmergencyEntry { card, here })
}

fn is_certain(channel: &Channel<'_>) -> bool {
    channel.text("conf") == Some("high")
}

fn here(number: &Channel<'_>, place: Option<&AreaCode>) -> Here {
    let areas = number.areas();
    let Some(place) = place.filter(|place| place.prefecture().is_some()) else {
        let everywhere = areas.contains(&AreaCode::nationwide());
        return if everywhere { Here::Works } else { Here::DependsOnPlace };
    };
    if areas.iter().any(|area| area.covers(place)) {
        return Here::Works;
    }
    let parts: Vec<AreaCode> = areas.into_iter().filter(|area| place.covers(area)).collect();
    if parts.is_empty() { Here::NotNamed } else { Here::PartOnly(parts) }
}
