//! What the program carries: the national pack, installed once, and the tables in it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::AppError;
use crate::checkins::home_rules;
use crate::crypto::{Charter, Class, Hash, Listed};
use crate::directory::areas::Areas;
use crate::directory::find::Finding;
use crate::directory::finder::Finder;
use crate::directory::pack::{self, NATIONAL, Pack, is_trial};
use crate::directory::publish::Edition;
use crate::directory::receive::{Known, NATIONAL_ID, Policy, Trust, receive, restore, stored};
use crate::hours::Holidays;
use crate::model::{HomeRule, Language};
use crate::store::{PublisherRow, Store};

/// Identifier of the national pack in the store.
pub(super) const NATIONAL_PACK: &str = NATIONAL_ID;

/// The national pack, with its tables read when they are first asked for.
#[derive(Debug)]
pub struct National {
    pack: Pack,
    charter: Charter,
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
        let (pack, charter) = pack::carried()?;
        Self::of(pack, charter)
    }

    fn of(pack: Pack, charter: Charter) -> Result<Self, AppError> {
        let holidays =
            Holidays::from_toml(text(&pack, "holidays.toml")).map_err(|error| AppError::National(error.to_string()))?;
        Ok(Self {
            pack,
            charter,
            holidays,
            areas: OnceLock::new(),
            finding: OnceLock::new(),
            finder: OnceLock::new(),
            home: OnceLock::new(),
        })
    }

    /// Puts it into the store unless it, or a later edition, is there; then gives the one that is. Its rows are compared
    /// with what was signed, since one changed digit would be another number, and made anew where they differ.
    pub(super) fn install(self, store: &Store) -> Result<Self, AppError> {
        let reader = store.reader()?;
        let there = reader.look().publisher(NATIONAL_PACK)?;
        let stated = Edition::head_of(NATIONAL)?;
        let same = there.as_ref().is_some_and(|row| row.head == stated);
        let later = there.as_ref().is_some_and(|row| row.seq > self.pack.seq) && !is_trial(&self.charter);
        if !same && !later {
            // A trial pack has no history; and rows of the time before packs were signed are not signed.
            let anew = there.is_none() || is_trial(&self.charter);
            if anew {
                store.remove_pack(NATIONAL_PACK)?;
            }
            let known = there.filter(|_| !anew).and_then(|row| self.known(&row)).into_iter().collect();
            let received = receive(store, NATIONAL, &self.carried(&known));
            // What is here was signed, too: it stays where the two do not join.
            if let (Err(refused), true) = (received, anew) {
                return Err(AppError::National(refused.why.to_string()));
            }
        }
        restore(store, NATIONAL_PACK, Class::Core)?;
        let session = reader.look();
        if session.publisher(NATIONAL_PACK)?.is_some_and(|row| row.head == stated) {
            drop(session);
            return Ok(self);
        }
        let (pack, charter) = stored(&session, NATIONAL_PACK)?;
        drop(session);
        Self::of(pack, charter)
    }

    /// The national pack as it is installed.
    fn known(&self, row: &PublisherRow) -> Option<(String, Known)> {
        let root = row.root.as_slice().try_into().ok()?;
        let known = Known { root, trust: Trust::National, prefix: self.charter.prefix.clone() };
        Some((NATIONAL_PACK.to_owned(), known))
    }

    /// What the program itself is trusted for: its own pack.
    fn carried<'a>(&self, known: &'a BTreeMap<String, Known>) -> Policy<'a> {
        static NOBODY: BTreeMap<String, Listed> = BTreeMap::new();
        let built = self.built_seconds();
        Policy {
            national: self.root(),
            listed: &NOBODY,
            known,
            agreed: None,
            built,
            floor: built,
            now: built,
            received: self.pack.built.clone(),
        }
    }

    /// Hash of the first charter: who may publish for the nation.
    pub(super) fn root(&self) -> Hash {
        Edition::root_of(NATIONAL).unwrap_or_default()
    }

    /// When it was made, seconds since 1970 (UTC).
    pub(super) fn built_seconds(&self) -> u64 {
        let at = self.built().and_then(|day| day.and_hms_opt(0, 0, 0));
        at.and_then(|at| u64::try_from(at.and_utc().timestamp()).ok()).unwrap_or_default()
    }

    /// Who may publish it, and whom it vouches for.
    #[must_use]
    pub const fn charter(&self) -> &Charter {
        &self.charter
    }

    /// Whether keys that everybody has signed it (試験用の名簿).
    #[must_use]
    pub fn is_trial(&self) -> bool {
        is_trial(&self.charter)
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
