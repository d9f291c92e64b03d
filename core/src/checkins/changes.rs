//! What to tell the platform: only what is different.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use crate::model::Alarm;

/// What a platform has to do to follow a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Ids to cancel, before anything is set.
    pub cancel: Vec<i64>,
    /// Alarms to set.
    pub set: Vec<Alarm>,
}

/// The difference between what is set (id and instant) and a plan. Following it and asking again gives nothing.
#[must_use]
pub fn changes(set: &[(i64, DateTime<Utc>)], plan: &[Alarm]) -> Changes {
    let wanted: BTreeMap<i64, DateTime<Utc>> = plan.iter().map(|alarm| (alarm.id, alarm.at)).collect();
    let there: BTreeMap<i64, DateTime<Utc>> = set.iter().copied().collect();
    Changes {
        cancel: there.iter().filter(|(id, at)| wanted.get(id) != Some(at)).map(|(id, _)| *id).collect(),
        set: plan.iter().filter(|alarm| there.get(&alarm.id) != Some(&alarm.at)).cloned().collect(),
    }
}
