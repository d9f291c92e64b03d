//! What to tell the platform: only what is different.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

/// What a platform has to do to go from what is set to what shall be, by ids.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Ids to cancel, before anything is set.
    pub cancel: Vec<i64>,
    /// Ids to set.
    pub set: Vec<i64>,
}

/// The difference between what is set and what shall be, each an id and an instant. Following it and asking again gives
/// nothing.
#[must_use]
pub fn changes(set: &[(i64, DateTime<Utc>)], wanted: &[(i64, DateTime<Utc>)]) -> Changes {
    let there: BTreeMap<i64, DateTime<Utc>> = set.iter().copied().collect();
    let shall: BTreeMap<i64, DateTime<Utc>> = wanted.iter().copied().collect();
    Changes {
        cancel: there.iter().filter(|(id, at)| shall.get(id) != Some(at)).map(|(id, _)| *id).collect(),
        set: wanted.iter().filter(|(id, at)| there.get(id) != Some(at)).map(|(id, _)| *id).collect(),
    }
}
