//! What a person keeps for themselves, opened: every use case of it.

mod answered;
mod backup;
mod check_ins;
mod favourites;
mod home;
mod memo;
mod mood;
mod mood_file;
mod own;
mod plan;
mod tries;

use std::sync::Arc;

use chrono::{DateTime, Utc};

pub use mood::{MoodChange, MoodDraft};
pub use mood_file::Merged;

use super::AppError;
use super::vault::{Vault, VaultError};
use crate::crypto::CryptoError;
use crate::env::Random;
use crate::model::EventId;
use crate::store::{DutyStore, PrivateStore};

pub use backup::{BackupError, BackupSays, Checked, Schedule};
pub use check_ins::{NewRule, rest_for};
pub use favourites::KeptEntry;
pub use home::{HomeChoice, HomeWhy, QuietLine};
pub use own::{OwnCard, OwnWords, WithOwn};

/// The opened private store. Dropped, it is locked again.
pub struct Kept {
    pub(super) store: PrivateStore,
    /// Opened beside it; where it does not open, everything else still works.
    duty: Result<DutyStore, VaultError>,
    random: Arc<dyn Random>,
}

impl std::fmt::Debug for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Kept").field("store", &self.store).finish_non_exhaustive()
    }
}

impl Kept {
    /// With a private store that [`Vault`] has opened. What was kept for a day only is erased when the day is over.
    ///
    /// # Errors
    /// [`AppError::Store`]. A store for reminders that does not open is said by what needs it.
    pub fn new(
        store: PrivateStore,
        vault: &Vault,
        random: Arc<dyn Random>,
        now: DateTime<Utc>,
    ) -> Result<Self, AppError> {
        let kept = Self { store, duty: vault.duty(), random };
        kept.forget_tries(now)?;
        Ok(kept)
    }

    /// Reads every page of both stores and says whether they are whole.
    ///
    /// # Errors
    /// [`AppError::Store`] with the first finding.
    pub fn check(&self) -> Result<(), AppError> {
        self.store.check()?;
        Ok(self.duty()?.check()?)
    }

    /// The store for what goes on with the lock on.
    pub(super) fn duty(&self) -> Result<&DutyStore, AppError> {
        self.duty.as_ref().map_err(|error| error.clone().into())
    }

    /// Draws a new id.
    pub(super) fn new_id(&self) -> Result<EventId, AppError> {
        let mut id = [0; 16];
        self.random.fill(&mut id).map_err(|problem| VaultError::Crypto(CryptoError::NoChance(problem)))?;
        Ok(EventId(id))
    }
}
