//! The one quiet line of Home: rules as a pack has them, and what was shown.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{AreaCode, Words};

/// A day of every year, written `12-28`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: u32,
    day: u32,
}

impl MonthDay {
    /// `None` when no year has that day.
    #[must_use]
    pub fn new(month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(2024, month, day).map(|_| Self { month, day })
    }

    /// Month and day.
    #[must_use]
    pub const fn parts(self) -> (u32, u32) {
        (self.month, self.day)
    }

    /// That day of a year; where there is no 29 February, the one that `instead` gives of 28 February.
    fn of(self, year: i32, instead: impl Fn(NaiveDate) -> Option<NaiveDate>) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
            .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28).and_then(instead))
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let parts = text.split_once('-').and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
        let found = parts.and_then(|(month, day)| Self::new(month, day)).filter(|found| found.to_string() == text);
        found.ok_or_else(|| format!("“{text}” is no day of a year; write it as 12-28"))
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        day.to_string()
    }
}

impl std::fmt::Display for MonthDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// About how old somebody is, if they said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum AgeBand {
    /// Up to 17.
    #[serde(rename = "under-18")]
    Under18,
    /// 18 to 29.
    #[serde(rename = "18-29")]
    From18,
    /// 30 to 49.
    #[serde(rename = "30-49")]
    From30,
    /// 50 to 64.
    #[serde(rename = "50-64")]
    From50,
    /// From 65 on.
    #[serde(rename = "65-plus")]
    From65,
}

impl AgeBand {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Under18, Self::From18, Self::From30, Self::From50, Self::From65];

    /// The band as it is kept and typed.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Under18 => "under-18",
            Self::From18 => "18-29",
            Self::From30 => "30-49",
            Self::From50 => "50-64",
            Self::From65 => "65-plus",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|band| band.code() == code)
    }

    /// Youngest and oldest age in it.
    #[must_use]
    pub const fn years(self) -> (u8, u8) {
        match self {
            Self::Under18 => (0, 17),
            Self::From18 => (18, 29),
            Self::From30 => (30, 49),
            Self::From50 => (50, 64),
            Self::From65 => (65, u8::MAX),
        }
    }
}

/// A rule of a pack for the quiet line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct HomeRule {
    /// Its id.
    pub id: String,
    /// First day of its time.
    pub from: MonthDay,
    /// Last day of its time; before the first one, it lies in the next year.
    pub to: MonthDay,
    /// Two digits of the prefectures it is for; all when empty.
    #[serde(default)]
    pub prefectures: Vec<String>,
    /// Youngest age it is for.
    pub min_age: Option<u8>,
    /// Oldest age it is for.
    pub max_age: Option<u8>,
    /// It speaks of other people, so 一人でいたい keeps it away.
    #[serde(default)]
    pub people: bool,
    /// The line.
    pub text: Words,
    /// Entry of the directory that it leads to.
    pub record: Option<String>,
    /// What can be looked for.
    pub search: Option<Words>,
}

impl HomeRule {
    /// First and last day of its time around a day, if the day lies in it.
    #[must_use]
    pub fn around(&self, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let wraps = i32::from(self.to.parts() < self.from.parts());
        [today.year() - 1, today.year()].into_iter().find_map(|year| {
            let first = self.from.of(year, |day| day.succ_opt())?;
            let last = self.to.of(year + wraps, Some)?;
            (first <= today && today <= last).then_some((first, last))
        })
    }

    /// Whether it asks for an age band.
    #[must_use]
    pub const fn asks_age(&self) -> bool {
        self.min_age.is_some() || self.max_age.is_some()
    }

    /// Whether it is for somebody there, of that age. Who said nothing of it gets what is for everybody.
    #[must_use]
    pub fn is_for(&self, area: Option<&AreaCode>, age: Option<AgeBand>) -> bool {
        let there = self.prefectures.is_empty()
            || area.and_then(AreaCode::prefecture).is_some_and(|code| self.prefectures.iter().any(|one| one == code));
        let (min, max) = (self.min_age.unwrap_or(0), self.max_age.unwrap_or(u8::MAX));
        let old = |band: AgeBand| min <= band.years().0 && band.years().1 <= max;
        there && (!self.asks_age() || age.is_some_and(old))
    }
}

/// What was shown on Home.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
pub struct HomeShown {
    /// The rule shown last.
    pub last: Option<String>,
    /// The day on which each rule was first shown the last time.
    pub days: BTreeMap<String, NaiveDate>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_no_year_has_is_refused() {
        for text in ["02-30", "13-01", "1-1", "0101", "+1-01", ""] {
            assert!(MonthDay::try_from(text.to_owned()).is_err(), "{text}");
        }
        assert_eq!(MonthDay::try_from("02-29".to_owned()).unwrap().to_string(), "02-29");
    }

    #[test]
    fn age_bands_leave_no_gap() {
        for pair in AgeBand::ALL.windows(2) {
            assert_eq!(pair[0].years().1 + 1, pair[1].years().0);
            assert_eq!(AgeBand::parse(pair[0].code()), Some(pair[0]));
        }
    }
}
