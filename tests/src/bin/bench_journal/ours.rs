//! The program itself, through what screens and the command line call.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use tsunagari_core::app::vault::{KeyBox, State, Vault};
use tsunagari_core::app::{Kept, MoodDraft};
use tsunagari_core::env::SystemRandom;
use tsunagari_core::journal::{month, year};
use tsunagari_core::model::{Happened, Key, Rule};
use tsunagari_tests::figures::Result;

use crate::lane::{Calendar, Lane};
use crate::life::Seeded;

/// The opened stores.
pub(crate) struct Ours {
    pub(crate) kept: Kept,
}

/// The keys of a folder, sealed by a device that has its key at hand.
pub(crate) fn vault(folder: &Path) -> Vault {
    let key_box = KeyBox::new(Key::take(&mut [4; 32]), || Ok(()));
    Vault::new(folder, Arc::new(key_box), Arc::new(SystemRandom))
}

impl Ours {
    pub(crate) fn open(folder: &Path, now: DateTime<Utc>) -> Result<Self> {
        let vault = vault(folder);
        let store = if vault.state()? == State::None { vault.create()? } else { vault.open()? };
        Ok(Self { kept: Kept::new(store, &vault, Arc::new(Seeded::new()), now)? })
    }
}

impl Lane for Ours {
    fn rule(&mut self, rule: &Rule) -> Result<()> {
        Ok(self.kept.put_rule(rule)?)
    }

    fn log(&mut self, draft: MoodDraft, now: DateTime<FixedOffset>) -> Result<()> {
        self.kept.log_mood(draft, now)?;
        Ok(())
    }

    fn hear(&mut self, happened: &Happened) -> Result<()> {
        Ok(self.kept.alarms()?.heard(&happened.rule, happened.what, happened.at)?)
    }

    fn check_ins(&mut self, now: DateTime<Utc>) -> Result<usize> {
        Ok(self.kept.plan(now, chrono_tz::Asia::Tokyo)?.len())
    }

    fn days(&mut self, from: NaiveDate, to: NaiveDate, calendar: Calendar) -> Result<usize> {
        let moods = self.kept.moods(from, to)?;
        match calendar {
            Calendar::None => {}
            Calendar::Month => drop(std::hint::black_box(month(&moods, from))),
            Calendar::Year => drop(std::hint::black_box(year(&moods, chrono::Datelike::year(&from)))),
        }
        Ok(moods.len())
    }
}
