//! What is here, how old it is and whether it is whole.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};

use super::national::NATIONAL_PACK;
use super::{App, AppError};
use crate::directory::answer::Freshness;
use crate::store::StoreError;

/// Days after which the national pack counts as a little old, and as very old.
const AGES: (i64, i64) = (180, 365);

/// The state of things.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Doctor {
    /// Where the directory is; `None` in memory.
    pub folder: Option<PathBuf>,
    /// Sets of records that are here.
    pub packs: Vec<PackAge>,
    /// The clock of the device.
    pub now: NaiveDateTime,
    /// Day on which the national pack was made.
    pub built: Option<NaiveDate>,
    /// Whether the clock can be right.
    pub clock_ok: bool,
    /// What is wrong with the stored data; `None` when it is whole.
    #[serde(serialize_with = "in_words")]
    pub damage: Option<StoreError>,
    /// The national pack is signed with keys that everybody has (試験用の名簿).
    pub trial_register: bool,
}

/// One set of records.
#[derive(Debug, Clone, serde::Serialize)]
pub struct PackAge {
    /// Its identifier.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// How many entries.
    pub records: u32,
    /// When it was made or imported.
    pub built: Option<NaiveDate>,
    /// What its age means.
    pub freshness: Freshness,
}

impl App {
    /// Looks at everything. Reads the whole directory, so it may take seconds.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be asked at all.
    pub fn doctor(&self) -> Result<Doctor, AppError> {
        let now = self.now();
        let built = self.national.built();
        let packs = self.reader.look().packs()?.into_iter().map(|pack| {
            let about = super::imported::About::read(&pack.about);
            let (name, made) = if pack.id == NATIONAL_PACK {
                (self.national.pack().title.clone(), built)
            } else {
                (about.name.unwrap_or_else(|| pack.id.clone()), about.on)
            };
            PackAge { id: pack.id, name, records: pack.records, built: made, freshness: freshness(made, now.date()) }
        });
        Ok(Doctor {
            folder: self.store.path().and_then(|file| file.parent()).map(std::path::Path::to_path_buf),
            packs: packs.collect(),
            now,
            built,
            clock_ok: self.trusts_clock(),
            damage: self.store.check().err(),
            trial_register: self.national.is_trial(),
        })
    }
}

/// For other programs the English words of the error.
#[expect(clippy::ref_option, reason = "serde gives a reference to the field")]
fn in_words<S: serde::Serializer>(damage: &Option<StoreError>, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&damage.as_ref().map(ToString::to_string), serializer)
}

fn freshness(made: Option<NaiveDate>, today: NaiveDate) -> Freshness {
    made.map_or(Freshness::Undated, |made| match (today - made).num_days() {
        days if days > AGES.1 => Freshness::VeryOld,
        days if days > AGES.0 => Freshness::Old,
        _ => Freshness::Fresh,
    })
}
