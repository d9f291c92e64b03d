//! Where the time comes from.

use chrono::NaiveDateTime;

/// Where the time comes from.
pub trait Clock: Send + Sync {
    /// Japanese local time (UTC+9; Japan has no daylight saving time).
    fn now(&self) -> NaiveDateTime;
}

/// Japan keeps one offset from UTC all year.
const JAPAN_OFFSET: chrono::TimeDelta = chrono::TimeDelta::hours(9);

/// The clock of the device.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeviceClock;

impl Clock for DeviceClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the device for the time")]
    fn now(&self) -> NaiveDateTime {
        let seconds = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(0));
        chrono::DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc() + JAPAN_OFFSET
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
