//! What the program carries: the national pack, installed once, and the tables in it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::AppError;
use crate::checkins::home_rules;
use crate::directory::areas::Areas;
use crate::directory::confidential::Storable;
use crate::directory::find::Finding;
use crate::directory::find_text::{bucket, prepare};
use crate::directory::finder::Finder;
use crate::directory::pack::{self, NATIONAL, Pack, cbor};
use crate::hours::Holidays;
use crate::model::{HomeRule, Language};
use crate::store::{self, Reader, Store};

/// Identifier of the national pack in the store.
pub(super) const NATIONAL_PACK: &str = "jp";

/// The national pack, with its tables read when they are first asked for.
#[derive(Debug)]
pub struct National {
    pack: Pack,
    holidays: Holidays,
    areas: OnceLock<Areas>,
    finding: OnceLock<Finding>,
    finder: OnceLock<Finder>,
    home: OnceLock<Vec<HomeRule>>,
}

impl National {
    /// Reads the pack that this program carries.
    ///
    /// # Errors
    /// [`AppError::National`] only when the program itself is damaged.
    pub fn read() -> Result<Self, AppError> {
        let pack = pack::national()?;
        let holidays =
            Holidays::from_toml(text(&pack, "holidays.toml")).map_err(|error| AppError::National(error.to_string()))?;
        Ok(Self {
            pack,
            holidays,
            areas: OnceLock::new(),
            finding: OnceLock::new(),
            finder: OnceLock::new(),
            home: OnceLock::new(),
        })
    }

    /// Puts its records into the store, unless the same are there: each is compared, since one changed digit would be
    /// another number.
    pub(super) fn install(&self, store: &Store) -> Result<(), AppError> {
        let about = trailer();
        let reader = store.reader()?;
        let there = reader.look().packs()?.iter().any(|pack| pack.id == NATIONAL_PACK && pack.about == about);
        if there && self.is_whole(&reader)? {
            return Ok(());
        }
        let pack = store::Pack { id: NATIONAL_PACK.into(), class: "core".into(), about, ..store::Pack::default() };
        store.install(&pack, self.pack.records.iter().map(|record| prepare(record, bucket(record))))?;
        Ok(())
    }

    fn is_whole(&self, reader: &Reader) -> Result<bool, AppError> {
        let found = reader.look().records_after(i64::MIN, Some(NATIONAL_PACK), self.pack.records.len() + 1)?;
        let stored: BTreeMap<&str, &[u8]> = found.iter().map(|one| (one.id.as_str(), one.body.as_slice())).collect();
        let same = |record: &Storable| {
            stored.get(record.id.as_str()).is_some_and(|body| cbor::decode(body).is_ok_and(|stored| stored == *record))
        };
        Ok(found.len() == self.pack.records.len() && self.pack.records.iter().all(same))
    }

    /// Day on which it was made: no clock can be before it.
    #[must_use]
    pub fn built(&self) -> Option<NaiveDate> {
        self.pack.built.parse().ok()
    }

    /// Its holidays.
    #[must_use]
    pub const fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// Its table of areas.
    #[must_use]
    pub fn areas(&self) -> &Areas {
        self.areas.get_or_init(|| Areas::from_tsv(self.file("municipalities.tsv")).unwrap_or_default())
    }

    /// Name of a need in a language; the code itself when it is not known.
    #[must_use]
    pub fn need_name<'a>(&'a self, need: &'a str, language: Language) -> &'a str {
        self.finding()
            .ok()
            .and_then(|finding| finding.needs().catalogue.get(need))
            .map_or(need, |need| need.name(language))
    }

    /// Needs, phrases, rules, model and synonyms.
    ///
    /// # Errors
    /// [`AppError::National`] only when the program itself is damaged.
    pub fn finding(&self) -> Result<&Finding, AppError> {
        if let Some(finding) = self.finding.get() {
            return Ok(finding);
        }
        let finding = Finding::from_pack(&self.pack).map_err(|error| AppError::National(error.to_string()))?;
        Ok(self.finding.get_or_init(|| finding))
    }

    /// Questions and rules of the guided finder.
    ///
    /// # Errors
    /// As [`National::finding`].
    pub fn finder(&self) -> Result<&Finder, AppError> {
        if let Some(finder) = self.finder.get() {
            return Ok(finder);
        }
        let catalogue = self.finding()?.needs().catalogue.clone();
        let finder = Finder::from_toml(self.file("finder.toml"), catalogue)
            .map_err(|error| AppError::National(error.to_string()))?;
        Ok(self.finder.get_or_init(|| finder))
    }

    /// Rules of the quiet line of Home.
    ///
    /// # Errors
    /// As [`National::finding`].
    pub fn home(&self) -> Result<&[HomeRule], AppError> {
        if let Some(rules) = self.home.get() {
            return Ok(rules);
        }
        let rules = home_rules(self.file("home.toml")).map_err(|error| AppError::National(error.to_string()))?;
        Ok(self.home.get_or_init(|| rules))
    }

    /// A file of the pack as text; empty when there is none.
    #[must_use]
    pub fn file(&self, name: &str) -> &str {
        text(&self.pack, name)
    }

    /// The pack itself.
    #[must_use]
    pub const fn pack(&self) -> &Pack {
        &self.pack
    }
}

fn text<'a>(pack: &'a Pack, name: &str) -> &'a str {
    pack.files.get(name).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
}

/// The hash at the end of the pack names this very set of records.
fn trailer() -> Vec<u8> {
    NATIONAL.get(NATIONAL.len().saturating_sub(32)..).unwrap_or_default().to_vec()
}
