//! Opens the store, runs use cases, joins features, maps errors once.
//!
//! [`App`] is what a shell holds: the command line and the phones ask it and draw what it answers. Texts for people
//! come from [`say::Words`].

mod after_mood;
mod alarms;
mod apply;
mod busy;
mod changes;
#[cfg(feature = "publish")]
pub mod desk;
mod device;
mod doctor;
mod error;
mod hard_hours;
mod help;
mod imported;
mod kept;
mod listening;
mod locking;
mod look;
mod national;
mod packs;
pub mod print;
pub mod say;
pub mod vault;
mod whole_file;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::directory::areas::{AreaMatch, Areas};
use crate::directory::card::Cards;
use crate::env::Clock;
use crate::model::AreaCode;
use crate::store::{Reader, Store};

pub use after_mood::AfterMood;
pub use alarms::{Alarms, Orders, SelfTest, Told};
pub use apply::Setter;
pub use busy::{Busy, BusyRequest};
pub use changes::{Changed, Listener, Subscription};
pub use device::{Device, Opening};
pub use doctor::{Doctor, PackAge};
pub use error::AppError;
pub use hard_hours::{HardHours, ShownLine, ShownStep};
pub use help::Around;
pub use imported::{HsdsWritten, Written};
pub use kept::{
    BackupError, BackupSays, Checked, HomeChoice, HomeWhy, Kept, KeptEntry, Merged, MoodChange, MoodDraft, NewRule,
    OwnCard, OwnWords, QuietLine, Schedule, WithOwn, rest_for,
};
pub use look::Shown;
pub use national::National;
pub use packs::{Besides, Evidence, SignedPack};
pub use whole_file::write_whole;

/// Name of the directory database in the data folder.
pub const DIRECTORY_FILE: &str = "directory.db";

/// The whole behaviour, for one device.
pub struct App {
    store: Store,
    reader: Reader,
    clock: Arc<dyn Clock>,
    national: National,
    cards: Cards,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").field("store", &self.store).finish_non_exhaustive()
    }
}

impl App {
    /// Opens the directory in a folder. The folder is made on first start, and the national pack that this program
    /// carries is installed when another one, or none, is there.
    ///
    /// # Errors
    /// [`AppError`] when the folder or the directory in it cannot be used. Nothing is deleted.
    pub fn open(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        std::fs::create_dir_all(folder)
            .map_err(|error| AppError::Folder { path: folder.to_path_buf(), problem: error.to_string() })?;
        Self::with_store(Store::open(folder.join(DIRECTORY_FILE))?, clock)
    }

    /// The same without a folder: nothing stays.
    ///
    /// # Errors
    /// [`AppError`] when there is not enough memory.
    pub fn in_memory(clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        Self::with_store(Store::in_memory()?, clock)
    }

    fn with_store(store: Store, clock: Arc<dyn Clock>) -> Result<Self, AppError> {
        let national = National::read()?.install(&store)?;
        let reader = store.reader()?;
        let cards = Cards::new(national.holidays().clone(), national.built());
        let app = Self { store, reader, clock, national, cards };
        // What is over is taken out with the next start where it cannot be now.
        let _ended = app.end_campaigns();
        Ok(app)
    }

    /// Japanese local time, as the clock of the device has it.
    #[must_use]
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }

    /// Whether the clock can be right: it is not before the day on which the data was made.
    #[must_use]
    pub fn trusts_clock(&self) -> bool {
        self.cards.trusts(self.now())
    }

    /// What the national pack says: areas, names of needs, holidays.
    #[must_use]
    pub const fn national(&self) -> &National {
        &self.national
    }

    /// The table of prefectures and municipalities.
    #[must_use]
    pub fn area_table(&self) -> &Areas {
        self.national.areas()
    }

    /// What a person means by the name or code of a place. A name that several places have is not decided.
    #[must_use]
    pub fn areas(&self, text: &str) -> AreaMatch<'_> {
        self.area_table().resolve(text)
    }

    /// One area, from its name or code.
    ///
    /// # Errors
    /// [`AppError::Area`] when none or several places have that name.
    pub fn area(&self, text: &str) -> Result<AreaCode, AppError> {
        if let AreaMatch::One(area) = self.areas(text) {
            return Ok(area.code.clone());
        }
        Err(AppError::Area { name: text.to_owned() })
    }
}
