//! Where the time comes from.

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use chrono_tz::Tz;

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Japanese local time (UTC+9; Japan has no daylight saving time).
    fn now(&self) -> NaiveDateTime;

    /// The zone in which the person lives at this moment; Japan, where the device does not say.
    fn zone(&self) -> Tz {
        Tz::Asia__Tokyo
    }

    /// The instant.
    fn utc(&self) -> DateTime<Utc> {
        from_japan(self.now())
    }

    /// The instant as clocks around the person show it.
    fn local(&self) -> DateTime<FixedOffset> {
        self.utc().with_timezone(&self.zone()).fixed_offset()
    }
}

/// Seconds by which clocks in Japan are ahead of UTC, all year.
pub const JAPAN_SECONDS: i32 = 9 * 3600;
const JAPAN_OFFSET: chrono::TimeDelta = chrono::TimeDelta::seconds(JAPAN_SECONDS as i64);

/// An instant as clocks in Japan show it.
#[must_use]
pub fn in_japan(at: DateTime<Utc>) -> NaiveDateTime {
    at.naive_utc() + JAPAN_OFFSET
}

/// The instant at which clocks in Japan show this.
#[must_use]
pub fn from_japan(local: NaiveDateTime) -> DateTime<Utc> {
    (local - JAPAN_OFFSET).and_utc()
}

/// The clock of the device.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeviceClock;

impl Clock for DeviceClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the device for the time")]
    fn now(&self) -> NaiveDateTime {
        let seconds = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
        in_japan(DateTime::from_timestamp(seconds, 0).unwrap_or_default())
    }
}

/// A clock that stands at one instant: `--now` on the command line, and tests.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub NaiveDateTime);

impl Clock for FixedClock {
    fn now(&self) -> NaiveDateTime {
        self.0
    }
}
