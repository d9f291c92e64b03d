//! Entries of the directory that somebody wants to find again.

use chrono::{DateTime, Utc};

use super::Kept;
use crate::app::{App, AppError};
use crate::directory::answer::{Card, name_in};
use crate::keepsakes::{KeepError, MOST_FAVOURITES, leaves_no_trace};
use crate::model::{Favourite, Language};

/// A favourite as it is shown.
#[derive(Debug, Clone, serde::Serialize)]
pub struct KeptEntry {
    /// Its id.
    pub id: String,
    /// Its name of the day it was chosen.
    pub name: String,
    /// What the directory says of it now; nothing when it is gone.
    pub card: Option<Card>,
}

impl App {
    /// Sets an entry aside, under its name of today. Gives that name.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`KeepError::Traces`] for an entry that somebody should not find on this device;
    /// [`KeepError::Full`] for more than [`MOST_FAVOURITES`]. Nothing was changed.
    pub fn add_favourite(
        &self,
        kept: &Kept,
        id: &str,
        language: Language,
        now: DateTime<Utc>,
    ) -> Result<String, AppError> {
        let record = self.show(id, None)?.card.record;
        if !leaves_no_trace(&record) {
            return Err(KeepError::Traces.into());
        }
        let name = name_in(&record, language).to_owned();
        let favourite = Favourite { record: id.to_owned(), name: name.clone(), added: now };
        if !kept.store.put_favourite(&favourite, MOST_FAVOURITES)? {
            return Err(KeepError::Full { most: MOST_FAVOURITES }.into());
        }
        Ok(name)
    }

    /// All favourites, the oldest first, with what the directory says of them now.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn favourites(&self, kept: &Kept) -> Result<Vec<KeptEntry>, AppError> {
        let favourites = kept.store.favourites()?.into_iter();
        favourites.map(|Favourite { record, name, .. }| self.kept_entry(record, name)).collect()
    }

    /// An entry that was set aside. One that has come to leave traces since is shown by its name only.
    pub(in crate::app) fn kept_entry(&self, id: String, name: String) -> Result<KeptEntry, AppError> {
        let card = match self.show(&id, None) {
            Ok(shown) => Some(shown.card).filter(|card| leaves_no_trace(&card.record)),
            Err(AppError::NotFound { .. }) => None,
            Err(other) => return Err(other),
        };
        Ok(KeptEntry { id, name, card })
    }
}

impl Kept {
    /// Takes a favourite off; says whether it was there.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn remove_favourite(&self, id: &str) -> Result<bool, AppError> {
        Ok(self.store.remove_favourite(id)?)
    }
}
