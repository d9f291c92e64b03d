//! Between wall clocks and instants, where clocks jump, repeat an hour or leave out a day.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;

use crate::model::{MinuteOfDay, Quiet};

/// The largest jump of a clock that is looked over, in minutes. Lord Howe jumps by 30, nearly all others by 60.
const LARGEST_JUMP: i64 = 180;

/// The first instant at which a clock in the zone shows this minute or, where it is jumped over, a later one. The
/// first of two where the hour repeats. `None` where the day itself is left out.
pub(super) fn instant(date: NaiveDate, minute: MinuteOfDay, zone: Tz) -> Option<DateTime<Utc>> {
    let midnight = date.and_time(NaiveTime::MIN);
    (0..=LARGEST_JUMP)
        .filter_map(|later| midnight.checked_add_signed(TimeDelta::minutes(i64::from(minute.minutes()) + later)))
        .find_map(|wall| zone.from_local_datetime(&wall).earliest())
        .map(|found| found.with_timezone(&Utc))
}

/// Date and minute that a clock in the zone shows.
#[must_use]
pub fn local(at: DateTime<Utc>, zone: Tz) -> (NaiveDate, MinuteOfDay) {
    let wall = at.with_timezone(&zone).naive_local();
    (wall.date(), MinuteOfDay::of(wall.time()))
}

/// The instant itself, or the first one after the quiet hours it falls in.
pub(super) fn after_quiet(at: DateTime<Utc>, quiet: Quiet, zone: Tz) -> Option<DateTime<Utc>> {
    let (date, minute) = local(at, zone);
    if !quiet.covers(minute) {
        return Some(at);
    }
    let end_day = if minute < quiet.to { date } else { date.succ_opt()? };
    instant(end_day, quiet.to, zone).filter(|end| *end > at && !quiet.covers(local(*end, zone).1))
}
