//! The one quiet line of Home: what was chosen about it, and the line of today.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::Kept;
use crate::app::{AppError, National};
use crate::checkins::{HomeView, home_line, local};
use crate::model::{AgeBand, AreaCode, HomeRule, HomeShown, MonthDay};

/// Settings of private.db that are owned here.
const AREA: &str = "home-area";
const AGE: &str = "home-age";
const NEVER: &str = "home-never";
const SHOWN: &str = "home-shown";
const OFF: &str = "home-off";

/// What a person chose about the line.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct HomeChoice {
    /// Where they are, if they said so.
    pub area: Option<AreaCode>,
    /// About how old they are, if they said so.
    pub age: Option<AgeBand>,
    /// Rules they do not want again.
    pub never: BTreeSet<String>,
    /// No line at all.
    pub off: bool,
}

/// なぜこれが出たか, as data; `say::home_why` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct HomeWhy {
    /// First day of its time.
    pub from: MonthDay,
    /// Last day of its time.
    pub to: MonthDay,
    /// It is for the area that was set.
    pub area: bool,
    /// It is for the age that was set.
    pub age: bool,
}

/// The line of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuietLine {
    /// The rule it comes from.
    pub rule: HomeRule,
    /// Why this one.
    pub why: HomeWhy,
}

impl Kept {
    /// What was chosen about the line.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn home_choice(&self) -> Result<HomeChoice, AppError> {
        let never = self.store.setting(NEVER)?.unwrap_or_default();
        Ok(HomeChoice {
            area: self.store.setting(AREA)?.and_then(|code| AreaCode::parse(&code)),
            age: self.store.setting(AGE)?.and_then(|code| AgeBand::parse(&code)),
            never: never.split_whitespace().map(str::to_owned).collect(),
            off: self.store.setting(OFF)?.is_some(),
        })
    }

    /// Says where the person is; `None` takes it back.
    ///
    /// # Errors
    /// [`AppError::Store`]; nothing was changed.
    pub fn set_home_area(&self, area: Option<&AreaCode>) -> Result<(), AppError> {
        Ok(self.store.set(AREA, area.map(AreaCode::as_str))?)
    }

    /// Says about how old the person is; `None` takes it back.
    ///
    /// # Errors
    /// [`AppError::Store`]; nothing was changed.
    pub fn set_home_age(&self, age: Option<AgeBand>) -> Result<(), AppError> {
        Ok(self.store.set(AGE, age.map(AgeBand::code))?)
    }

    /// もう出さない.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when there is no such line; [`AppError::Store`].
    pub fn never_on_home(&self, id: &str, national: &National) -> Result<(), AppError> {
        if !national.home()?.iter().any(|rule| rule.id == id) {
            return Err(AppError::NotFound { id: id.to_owned() });
        }
        let mut never = self.home_choice()?.never;
        never.insert(id.to_owned());
        Ok(self.store.set(NEVER, Some(&Vec::from_iter(never).join(" ")))?)
    }

    /// Keeps every line away, or lets them come again. What was refused stays refused.
    ///
    /// # Errors
    /// [`AppError::Store`]; nothing was changed.
    pub fn set_home_off(&self, off: bool) -> Result<(), AppError> {
        Ok(self.store.set(OFF, off.then_some("1"))?)
    }

    /// The line of today, if there is one. That it was shown is kept before it is given. A clock before the day on
    /// which the lines were made knows no season, and shows none.
    ///
    /// # Errors
    /// [`AppError::Store`], [`AppError::National`].
    pub fn home(&self, national: &National, now: DateTime<Utc>, zone: Tz) -> Result<Option<QuietLine>, AppError> {
        let choice = self.home_choice()?;
        let today = local(now, zone).0;
        if choice.off || national.built().is_some_and(|built| today < built) {
            return Ok(None);
        }
        let silence = self.duty()?.silence()?;
        let view = HomeView {
            today,
            area: choice.area.as_ref(),
            age: choice.age,
            never: &choice.never,
            resting: silence.rest.covers(now) || silence.enough == Some(today),
            alone: silence.alone,
        };
        let before = self.home_shown()?;
        let (line, shown) = home_line(national.home()?, view, &before);
        if shown != before {
            let shown = serde_json::to_string(&shown).map_err(|error| AppError::National(error.to_string()))?;
            self.store.set(SHOWN, Some(&shown))?;
        }
        Ok(line.map(|rule| {
            let (area, age) = (!rule.prefectures.is_empty(), rule.asks_age());
            QuietLine { why: HomeWhy { from: rule.from, to: rule.to, area, age }, rule: rule.clone() }
        }))
    }

    /// What was shown. What cannot be read was never written by tsunagari, and counts as nothing.
    fn home_shown(&self) -> Result<HomeShown, AppError> {
        let kept = self.store.setting(SHOWN)?;
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }
}
