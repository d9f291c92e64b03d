//! The public holidays: a table that travels with the national pack, and the law for years not in it.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use opening_hours::{Context, ContextHolidays};
use serde::Deserialize;

use super::holiday_rule;
use crate::model::Language;

/// Why a table of holidays cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HolidayError {
    /// It is no TOML, or a field is missing.
    #[error("the table of holidays cannot be read: {0}")]
    Unreadable(String),
    /// An entry is not `MM-DD name`.
    #[error("the table of holidays has “{entry}” in {year}: write it as `05-03 constitution`")]
    NoDate {
        /// The year it stands in.
        year: String,
        /// The entry as written.
        entry: String,
    },
    /// A name is used that is not given.
    #[error("the table of holidays names “{0}”, but has no [name.{0}]")]
    NoName(String),
}

/// Name of a holiday in the languages of the screens.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct Name {
    ja: String,
    #[serde(rename = "ja-easy")]
    ja_easy: String,
    en: String,
}

#[derive(Deserialize)]
struct Table {
    name: BTreeMap<String, Name>,
    year: BTreeMap<String, Vec<String>>,
}

/// Which days are public holidays, for the years this can be told. Cheap to clone.
#[derive(Clone)]
pub struct Holidays(Arc<Known>);

struct Known {
    names: BTreeMap<String, Name>,
    days: BTreeMap<NaiveDate, String>,
    years: Vec<i32>,
    context: Context,
}

impl Holidays {
    /// Reads the table of the national pack and adds the years that the law gives.
    ///
    /// # Errors
    /// [`HolidayError`] when the table is damaged.
    pub fn from_toml(text: &str) -> Result<Self, HolidayError> {
        let table: Table = toml::from_str(text).map_err(|error| HolidayError::Unreadable(error.to_string()))?;
        let mut days = BTreeMap::new();
        let mut years = Vec::new();
        for (year, entries) in &table.year {
            let unreadable = |entry: &str| HolidayError::NoDate { year: year.clone(), entry: entry.to_owned() };
            for entry in entries {
                let (date, id) = entry.split_once(' ').ok_or_else(|| unreadable(entry))?;
                let date = NaiveDate::parse_from_str(&format!("{year}-{date}"), "%Y-%m-%d");
                days.insert(date.map_err(|_| unreadable(entry))?, id.to_owned());
            }
            years.push(year.parse().map_err(|_| unreadable(""))?);
        }
        for year in holiday_rule::FIRST_YEAR..=holiday_rule::LAST_YEAR {
            if years.contains(&year) {
                continue;
            }
            let computed = holiday_rule::holidays_of(year).unwrap_or_default();
            days.extend(computed.into_iter().map(|(date, id)| (date, id.to_owned())));
            years.push(year);
        }
        years.sort_unstable();
        if let Some(id) = days.values().find(|id| !table.name.contains_key(*id)) {
            return Err(HolidayError::NoName(id.clone()));
        }
        let public = Arc::new(days.keys().copied().collect());
        let holidays = ContextHolidays::new(public, Arc::default());
        let context = Context::default().with_holidays(holidays);
        Ok(Self(Arc::new(Known { names: table.name, days, years, context })))
    }

    /// Whether a day is a public holiday; `None` when the holidays of that year cannot be told.
    #[must_use]
    pub fn is_holiday(&self, date: NaiveDate) -> Option<bool> {
        self.knows(date).then(|| self.0.days.contains_key(&date))
    }

    /// Name of the holiday on a day, if it is one.
    #[must_use]
    pub fn name(&self, date: NaiveDate, language: Language) -> Option<&str> {
        let name = self.0.names.get(self.0.days.get(&date)?)?;
        Some(match language {
            Language::Japanese => &name.ja,
            Language::EasyJapanese => &name.ja_easy,
            Language::English => &name.en,
        })
    }

    /// Whether the holidays of the year of this day can be told.
    pub(super) fn knows(&self, date: NaiveDate) -> bool {
        self.0.years.binary_search(&date.year()).is_ok()
    }

    /// What the `opening-hours` crate needs to know of them.
    pub(super) fn context(&self) -> Context {
        self.0.context.clone()
    }
}

impl fmt::Debug for Holidays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Holidays").field("days", &self.0.days.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Holidays {
        Holidays::from_toml(include_str!("../../national/holidays.toml")).unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_law_gives_every_day_of_every_year_of_the_table() {
        let table: Table = toml::from_str(include_str!("../../national/holidays.toml")).unwrap();
        assert!(table.year.len() >= 4);
        for (year, entries) in table.year {
            let computed: Vec<String> = holiday_rule::holidays_of(year.parse().unwrap())
                .unwrap()
                .into_iter()
                .map(|(date, id)| format!("{} {id}", date.format("%m-%d")))
                .collect();
            assert_eq!(computed, entries, "{year}");
        }
    }

    #[test]
    fn holidays_that_other_tables_miss_are_here() {
        for date in ["2026-05-03", "2026-05-04", "2026-05-05", "2026-05-06", "2026-09-21", "2026-09-22", "2026-09-23"] {
            assert_eq!(table().is_holiday(day(date)), Some(true), "{date}");
        }
        assert_eq!(table().is_holiday(day("2026-05-07")), Some(false));
        assert_eq!(table().name(day("2026-09-22"), Language::English), Some("Citizens' holiday"));
    }

    #[test]
    fn later_years_follow_the_law() {
        for (date, name) in [
            ("2028-01-10", "成人の日"),
            ("2029-02-12", "振替休日"),
            ("2029-04-30", "振替休日"),
            ("2030-05-06", "振替休日"),
            ("2032-09-21", "国民の休日"),
            ("2033-03-21", "振替休日"),
            ("2044-09-22", "秋分の日"),
            ("2092-03-19", "春分の日"),
        ] {
            assert_eq!(table().name(day(date), Language::Japanese), Some(name), "{date}");
        }
    }

    #[test]
    fn years_nobody_can_tell_are_unknown() {
        assert_eq!(table().is_holiday(day("1970-01-01")), None);
        assert_eq!(table().is_holiday(day("2100-01-01")), None);
        assert_eq!(table().is_holiday(day("2099-01-02")), Some(false));
    }

    #[test]
    fn a_damaged_table_says_where() {
        let text = "[name.a]\nja = 'あ'\nja-easy = 'あ'\nen = 'a'\n[year]\n2026 = ['5/3 a']\n";
        assert!(matches!(Holidays::from_toml(text), Err(HolidayError::NoDate { .. })));
        assert!(matches!(Holidays::from_toml("name = 1"), Err(HolidayError::Unreadable(_))));
    }
}
