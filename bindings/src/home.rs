//! The one quiet line of Home.

use std::sync::Arc;

use tsunagari_core::app::say::{Words, home_why};
use tsunagari_core::app::{self, Changed};
use tsunagari_core::model;

use crate::{Device, TsunagariError};

/// The line of today.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct QuietLine {
    /// Its id, for [`Home::never_again`].
    pub id: String,
    /// The line, in words.
    pub text: String,
    /// なぜこれが出たか, in words, a sentence each.
    pub why: Vec<String>,
    /// Identifier of the entry of the directory that it leads to.
    pub record: Option<String>,
    /// Words to search for that it leads to.
    pub search: Option<String>,
}

impl QuietLine {
    fn of(line: app::QuietLine, words: &Words<'_>) -> Self {
        let within = |text: &model::Words| text.within(words.language()).to_owned();
        let (text, search) = (within(&line.rule.text), line.rule.search.as_ref().map(within));
        Self { id: line.rule.id, text, why: home_why(&line.why, words.texts), record: line.rule.record, search }
    }
}

/// About how old somebody is, if they said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum AgeBand {
    /// Up to 17.
    Under18,
    /// 18 to 29.
    From18,
    /// 30 to 49.
    From30,
    /// 50 to 64.
    From50,
    /// From 65 on.
    From65,
}

impl From<AgeBand> for model::AgeBand {
    fn from(age: AgeBand) -> Self {
        match age {
            AgeBand::Under18 => Self::Under18,
            AgeBand::From18 => Self::From18,
            AgeBand::From30 => Self::From30,
            AgeBand::From50 => Self::From50,
            AgeBand::From65 => Self::From65,
        }
    }
}

impl From<model::AgeBand> for AgeBand {
    fn from(age: model::AgeBand) -> Self {
        match age {
            model::AgeBand::Under18 => Self::Under18,
            model::AgeBand::From18 => Self::From18,
            model::AgeBand::From30 => Self::From30,
            model::AgeBand::From50 => Self::From50,
            model::AgeBand::From65 => Self::From65,
        }
    }
}

/// What a person chose about the line.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct HomeChoice {
    /// Code of the area they are in, if they said so.
    pub area: Option<String>,
    /// Its name.
    pub area_name: Option<String>,
    /// About how old they are, if they said so.
    pub age: Option<AgeBand>,
    /// Ids of lines that they do not want again.
    pub never: Vec<String>,
    /// No line at all.
    pub off: bool,
}

impl HomeChoice {
    fn of(choice: app::HomeChoice, words: &Words<'_>) -> Self {
        let area = choice.area.map(|area| area.as_str().to_owned());
        let area_name = area.as_deref().map(|code| words.area(code));
        let never = choice.never.into_iter().collect();
        Self { area, area_name, age: choice.age.map(Into::into), never, off: choice.off }
    }
}

/// The one quiet line of Home. It is chosen on this device alone.
#[derive(uniffi::Object)]
pub struct Home {
    pub(crate) device: Arc<Device>,
}

#[uniffi::export]
impl Home {
    /// The line of today, if there is one: at most one a week, none while resting. Asking keeps that it was shown.
    ///
    /// # Errors
    /// [`TsunagariError::Locked`], [`TsunagariError::NothingKept`]; show no line then.
    pub fn line(&self) -> Result<Option<QuietLine>, TsunagariError> {
        let (now, zone) = self.device.with(|device| Ok(device.clock().map(|clock| (clock.utc(), clock.zone()))?))?;
        self.device
            .kept(|app, kept, words| Ok(kept.home(app.national(), now, zone)?.map(|line| QuietLine::of(line, words))))
    }

    /// What was chosen about the line.
    ///
    /// # Errors
    /// [`TsunagariError::Locked`], [`TsunagariError::NothingKept`].
    pub fn choice(&self) -> Result<HomeChoice, TsunagariError> {
        self.device.kept(|_, kept, words| Ok(HomeChoice::of(kept.home_choice()?, words)))
    }

    /// Says where the person is, by the name or code of an area; `None` takes it back.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `area` when none or several have that name; nothing was changed.
    pub fn set_area(&self, area: Option<String>) -> Result<(), TsunagariError> {
        let area = self.device.area(area.as_deref())?;
        self.device.change(Changed::Home, |_, kept| kept.set_home_area(area.as_ref()))
    }

    /// Says about how old the person is; `None` takes it back.
    ///
    /// # Errors
    /// [`TsunagariError`]; nothing was changed.
    pub fn set_age(&self, age: Option<AgeBand>) -> Result<(), TsunagariError> {
        self.device.change(Changed::Home, |_, kept| kept.set_home_age(age.map(Into::into)))
    }

    /// もう出さない: this line does not come again.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`] when there is no such line.
    pub fn never_again(&self, id: String) -> Result<(), TsunagariError> {
        self.device.change(Changed::Home, |app, kept| kept.never_on_home(&id, app.national()))
    }

    /// Keeps every line away, or lets them come again. What was refused stays refused.
    ///
    /// # Errors
    /// [`TsunagariError`]; nothing was changed.
    pub fn set_off(&self, off: bool) -> Result<(), TsunagariError> {
        self.device.change(Changed::Home, |_, kept| kept.set_home_off(off))
    }
}
