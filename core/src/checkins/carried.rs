//! What stays allowed with the lock on, when the rules themselves cannot be read.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::wall::local;
use crate::model::{Quiet, Rest};

/// Whether an alarm that fires now may be shown. Platforms deliver late, clocks and zones change in between.
#[must_use]
pub fn may_show(at: DateTime<Utc>, quiet: Quiet, rest: Rest, zone: Tz) -> bool {
    !rest.covers(at) && !quiet.covers(local(at, zone).1)
}

/// Of the instants that were set before the lock, those that may still be set: after now, outside of quiet hours in
/// the zone of now, not while resting.
#[must_use]
pub fn carried(
    set: &[(i64, DateTime<Utc>)],
    quiet: Quiet,
    rest: Rest,
    now: DateTime<Utc>,
    zone: Tz,
) -> Vec<(i64, DateTime<Utc>)> {
    set.iter().copied().filter(|(_, at)| *at > now && may_show(*at, quiet, rest, zone)).collect()
}
