//! The one quiet line of Home: at most one in seven days, and none that was refused.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use crate::model::{AgeBand, AreaCode, HomeRule, HomeShown};

/// So long a line stays, and so long no other one comes.
const WEEK: TimeDelta = TimeDelta::days(7);

/// What a person said, and how it is today.
#[derive(Debug, Clone, Copy)]
pub struct HomeView<'a> {
    /// The day, where the person is.
    pub today: NaiveDate,
    /// Where they said they are.
    pub area: Option<&'a AreaCode>,
    /// About how old they said they are.
    pub age: Option<AgeBand>,
    /// もう出さない, of these rules.
    pub never: &'a BTreeSet<String>,
    /// 休む, or 今日はもういい.
    pub resting: bool,
    /// 一人でいたい.
    pub alone: bool,
}

/// Why the table of lines cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HomeError {
    /// It is no TOML, or something in it is not understood.
    #[error("the lines of Home cannot be read: {0}")]
    Unreadable(String),
    /// Two rules have one id: refusing one would refuse the other.
    #[error("the lines of Home have “{0}” twice")]
    Twice(String),
}

/// Reads the rules of a pack.
///
/// # Errors
/// [`HomeError`] when the table is damaged.
pub fn home_rules(text: &str) -> Result<Vec<HomeRule>, HomeError> {
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Table {
        line: Vec<HomeRule>,
    }
    let table: Table = toml::from_str(text).map_err(|error| HomeError::Unreadable(error.to_string()))?;
    let mut ids = BTreeSet::new();
    match table.line.iter().find(|rule| !ids.insert(&rule.id)) {
        Some(rule) => Err(HomeError::Twice(rule.id.clone())),
        None => Ok(table.line),
    }
}

/// The line of today, if there is one, and what is to be kept as shown. The same inputs give the same line.
///
/// A line stays for seven days, as long as it still holds, and no other one comes in them, also when it was refused. A
/// rule speaks once in its time of a year; of several, the one whose time ends first. A clock set back before the day
/// on which the last line came begins its seven days anew.
#[must_use]
pub fn home_line<'a>(
    rules: &'a [HomeRule],
    view: HomeView<'_>,
    shown: &HomeShown,
) -> (Option<&'a HomeRule>, HomeShown) {
    let mut shown = shown.clone();
    let last = shown.last.clone().and_then(|id| Some((shown.days.get(&id).copied()?, id)));
    if let Some((day, id)) = &last
        && view.today < *day
    {
        shown.days.insert(id.clone(), view.today);
    }
    if view.resting {
        return (None, shown);
    }
    let may = |rule: &&HomeRule| {
        let unwanted = view.never.contains(&rule.id) || (view.alone && rule.people);
        !unwanted && rule.is_for(view.area, view.age)
    };
    if let Some((day, id)) = last
        && view.today.signed_duration_since(day) < WEEK
    {
        let same = rules.iter().find(|rule| rule.id == id && rule.around(view.today).is_some()).filter(may);
        return (same, shown);
    }
    let fresh = |rule: &HomeRule| {
        let (first, end) = rule.around(view.today)?;
        let was_shown = shown.days.get(&rule.id).is_some_and(|day| first <= *day && *day <= end);
        (!was_shown).then_some(end)
    };
    let chosen = rules.iter().filter(may).filter_map(|rule| Some((fresh(rule)?, rule)));
    let chosen = chosen.min_by_key(|(end, rule)| (*end, rule.id.as_str())).map(|(_, rule)| rule);
    if let Some(rule) = chosen {
        shown.days.insert(rule.id.clone(), view.today);
        shown.last = Some(rule.id.clone());
    }
    (chosen, shown)
}
