//! What is here and how old it is.

use tsunagari_core::app;
use tsunagari_core::app::say::Words;

/// What is here and how old it is.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct DirectoryState {
    /// The national pack and what was imported.
    pub packs: Vec<PackState>,
    /// The clock of the device can be right.
    pub clock_ok: bool,
    /// The stored directory is whole; where it is not, answers come from what the app carries.
    pub whole: bool,
}

/// A set of entries.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PackState {
    /// Identifier.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its entries.
    pub entries: u32,
    /// The day on which it was made, or imported.
    pub on: Option<String>,
    /// What its age means; `None` while it is fresh.
    pub age: Option<String>,
}

impl DirectoryState {
    pub(super) fn of(doctor: app::Doctor, carried: bool, words: &Words<'_>) -> Self {
        let pack = |pack: app::PackAge| PackState {
            id: pack.id,
            name: pack.name,
            entries: pack.records,
            on: pack.built.map(|day| day.to_string()),
            age: words.age(pack.freshness),
        };
        Self {
            packs: doctor.packs.into_iter().map(pack).collect(),
            clock_ok: doctor.clock_ok,
            whole: doctor.damage.is_none() && !carried,
        }
    }
}
