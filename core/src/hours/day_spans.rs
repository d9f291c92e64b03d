//! What the rules say of one day, including its hours after midnight.
//!
//! A rule belongs to the day it begins on: a night shift that begins on Friday stays open on Saturday at two, whatever
//! is said of Saturday.

use super::rule::{DAY, Joins, Minutes, Rule, Says};

/// What holds at a time of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Open,
    /// Cannot be told, unless another day's hours reach over it.
    Unknown,
    /// Cannot be told, whatever another day says.
    Doubt,
}

/// Disjoint times of one day, up to the end of the next.
#[derive(Debug, Default)]
pub(super) struct DaySpans(Vec<(Minutes, Holds)>);

impl DaySpans {
    /// Applies the rules that match a day, in order.
    pub(super) fn of<'a>(matching: impl Iterator<Item = &'a Rule>) -> Self {
        let mut day = Self::default();
        for rule in matching {
            match (rule.joins, rule.says) {
                (_, Says::Closed) if rule.whole_day => day.0.clear(),
                (Joins::Replaces, Says::Open | Says::Unknown) => {
                    day.0.clear();
                    day.add(rule);
                }
                (Joins::Fills, _) => {
                    let before = std::mem::take(&mut day.0);
                    day.add(rule);
                    for (range, holds) in before {
                        day.paint(range, Some(holds));
                    }
                }
                (Joins::Replaces | Joins::Adds, _) => day.add(rule),
            }
        }
        day
    }

    /// Lays a doubt over the day.
    pub(super) fn doubt(&mut self, rule: &Rule) {
        if rule.says == Says::Closed {
            // It may be closed: what is open becomes unknown, a whole day with the hours after its midnight.
            for (range, _) in &rule.times {
                let reach = if rule.whole_day { 0..2 * DAY } else { range.clone() };
                for (open, _) in self.0.clone().into_iter().filter(|(_, holds)| *holds == Holds::Open) {
                    self.paint(open.start.max(reach.start)..open.end.min(reach.end), Some(Holds::Unknown));
                }
            }
            return;
        }
        for (range, _) in &rule.times {
            self.paint(range.clone(), Some(Holds::Doubt));
            if rule.whole_day {
                for (open, _) in self.0.clone().into_iter().filter(|(_, holds)| *holds == Holds::Open) {
                    self.paint(open, Some(Holds::Doubt));
                }
            }
        }
    }

    /// A day of which nothing can be told, with the hours after its midnight.
    pub(super) fn all_in_doubt() -> Self {
        Self(vec![(0..2 * DAY, Holds::Doubt)])
    }

    /// What holds at a minute, if anything does.
    pub(super) fn at(&self, minute: u16) -> Option<Holds> {
        self.0.iter().find(|(range, _)| range.contains(&minute)).map(|(_, holds)| *holds)
    }

    /// All minutes at which something begins or ends.
    pub(super) fn edges(&self) -> impl Iterator<Item = u16> + '_ {
        self.0.iter().flat_map(|(range, _)| [range.start, range.end])
    }

    fn add(&mut self, rule: &Rule) {
        for (range, says) in &rule.times {
            let holds = match says {
                Says::Open => Some(Holds::Open),
                Says::Unknown => Some(Holds::Unknown),
                Says::Closed => None,
            };
            self.paint(range.clone(), holds);
        }
    }

    /// Replaces what holds in a range; `None` closes it.
    fn paint(&mut self, range: Minutes, holds: Option<Holds>) {
        if range.is_empty() {
            return;
        }
        let mut rest = Vec::with_capacity(self.0.len() + 2);
        for (old, value) in self.0.drain(..) {
            for part in [old.start..old.end.min(range.start), old.start.max(range.end)..old.end] {
                if !part.is_empty() {
                    rest.push((part, value));
                }
            }
        }
        rest.extend(holds.map(|holds| (range, holds)));
        self.0 = rest;
    }
}
