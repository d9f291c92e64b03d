//! Places around a place, and what every municipality should have there.

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{self, App};
use tsunagari_core::directory::answer::name_in;
use tsunagari_core::directory::finder;
use tsunagari_core::directory::places::{self, Filling};

use crate::{Card, Fact};

/// Places around a place.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Around {
    /// Places, nearest and soonest first.
    pub places: Vec<Place>,
    /// What every municipality should have there.
    pub slots: Vec<Slot>,
}

/// A place to go.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Place {
    /// The place.
    pub card: Card,
    /// What is known about going there for the first time.
    pub first_visit: Vec<Fact>,
}

/// What every municipality should have.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Slot {
    /// Its code.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// Entries that fill it; empty when nothing is known yet, which is shown.
    pub filled_by: Vec<Named>,
}

/// An entry by its name.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: String,
}

impl Around {
    pub(super) fn of(around: app::Around, app: &App, words: &Words<'_>) -> Self {
        let place = |place: places::Place| Place {
            first_visit: words.first_visit(&place.card.record).into_iter().map(Fact::from).collect(),
            card: Card::of(&place.card, words),
        };
        let slots = Slot::all(&around.slots, app, words);
        Self { places: around.places.into_iter().map(place).collect(), slots }
    }
}

impl Slot {
    pub(crate) fn all(slots: &[(finder::Words, places::Slot)], app: &App, words: &Words<'_>) -> Vec<Self> {
        let named = |id: &String| {
            let shown = app.show(id, None).ok();
            let name = shown.map(|shown| name_in(&shown.card.record, words.language()).to_owned());
            Named { id: id.clone(), name: name.unwrap_or_else(|| id.clone()) }
        };
        let slot = |(name, slot): &(finder::Words, places::Slot)| Self {
            kind: slot.kind.clone(),
            name: name.within(words.language()).to_owned(),
            filled_by: match &slot.filling {
                Filling::Filled(ids) => ids.iter().map(named).collect(),
                Filling::Empty => Vec::new(),
            },
        };
        slots.iter().map(slot).collect()
    }
}
