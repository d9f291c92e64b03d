//! Tries of lines that did not answer: kept for a day, so that the next look offers another line first. Never counted,
//! and none is kept of an entry whose traces could endanger somebody.

use chrono::{DateTime, TimeDelta, Utc};

use super::leaves_no_trace;
use crate::model::{Record, TriedWay};

/// How long a try is kept.
pub const KEPT: TimeDelta = TimeDelta::hours(24);

/// The try to keep of an entry; none of one that leaves traces. `kind` is the kind of way, when somebody said it.
#[must_use]
pub fn of(record: &Record, kind: Option<&str>, at: DateTime<Utc>) -> Option<TriedWay> {
    let channel = record.channels().into_iter().find(|channel| Some(channel.kind()) == kind);
    let channel = channel.map_or_else(String::new, |channel| channel.id.to_owned());
    leaves_no_trace(record).then(|| TriedWay { record: record.id.clone(), channel, at })
}

/// The instant up to which tries are no longer kept.
#[must_use]
pub fn forgotten(now: DateTime<Utc>) -> DateTime<Utc> {
    now - KEPT
}
