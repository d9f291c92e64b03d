//! Plan, memo, favourites, entries of one's own, and what was tried.

mod kept_entry;
mod memo;
mod own;
mod plan;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use tsunagari_core::app::{AppError, Changed};

pub use kept_entry::*;
pub use memo::*;
pub use own::*;
pub use plan::*;

use crate::{Device, TsunagariError};

/// What a person writes down or sets aside for themselves.
#[derive(uniffi::Object)]
pub struct Keepsakes {
    pub(crate) device: Arc<Device>,
}

#[uniffi::export]
impl Keepsakes {
    /// All favourites, the oldest first, with what the directory says of them now.
    ///
    /// # Errors
    /// [`TsunagariError`] when they cannot be read.
    pub fn favourites(&self) -> Result<Vec<KeptEntry>, TsunagariError> {
        self.device.kept(|app, kept, words| Ok(KeptEntry::all(&app.favourites(kept)?, words)))
    }

    /// Sets an entry aside, up to 500 of them, under its name of today. Gives that name.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`]; [`TsunagariError::Invalid`] with `traces` for an entry that somebody should not
    /// find on this device, with `count` when there are too many. Nothing was changed.
    pub fn add_favourite(&self, id: String) -> Result<String, TsunagariError> {
        let (language, now) = (self.device.texts().language(), self.now()?);
        self.device.change(Changed::Favourites, |app, kept| app.add_favourite(kept, &id, language, now))
    }

    /// Takes an entry off.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`] when it was not set aside.
    pub fn remove_favourite(&self, id: String) -> Result<(), TsunagariError> {
        self.device.change(Changed::Favourites, |_, kept| {
            if kept.remove_favourite(&id)? { Ok(()) } else { Err(AppError::NotFound { id }) }
        })
    }

    /// Identifiers of the lines that are remembered as tried, without how often or when. They are added by
    /// [`crate::Directory::busy`] when the person said so.
    ///
    /// # Errors
    /// [`TsunagariError`] when they cannot be read.
    pub fn tries(&self) -> Result<Vec<String>, TsunagariError> {
        let now = self.now()?;
        self.device.kept(|_, kept, _| kept.tries(now))
    }
}

impl Keepsakes {
    /// This moment.
    fn now(&self) -> Result<DateTime<Utc>, TsunagariError> {
        self.device.with(|device| Ok(device.clock()?.utc()))
    }
}
