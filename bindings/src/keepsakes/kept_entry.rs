//! An entry of the directory that was set aside.

use tsunagari_core::app;
use tsunagari_core::app::say::Words;

use crate::Card;

/// An entry of the directory that was set aside, as a favourite or in the plan.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct KeptEntry {
    /// Its identifier.
    pub id: String,
    /// Its name of the day it was chosen.
    pub name: String,
    /// What the directory says of it now; `None` when it is gone.
    pub card: Option<Card>,
    /// What is to be said when it is gone.
    pub gone: Option<String>,
}

impl KeptEntry {
    pub(super) fn of(entry: &app::KeptEntry, words: &Words<'_>) -> Self {
        Self {
            id: entry.id.clone(),
            name: entry.name.clone(),
            card: entry.card.as_ref().map(|card| Card::of(card, words)),
            gone: entry.card.is_none().then(|| words.texts.get("plan-gone")),
        }
    }

    pub(super) fn all(entries: &[app::KeptEntry], words: &Words<'_>) -> Vec<Self> {
        entries.iter().map(|entry| Self::of(entry, words)).collect()
    }
}
