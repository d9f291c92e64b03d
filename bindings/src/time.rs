//! Times between the core and a platform: days are text as in RFC 3339 (`2026-11-22`), instants a platform's own type.

use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, NaiveDateTime, Utc};
use tsunagari_core::app::AppError;
use tsunagari_core::env::from_japan;
use tsunagari_core::journal::JournalError;

/// An instant from Japanese local time.
pub(crate) fn instant(local: NaiveDateTime) -> SystemTime {
    from_japan(local).into()
}

/// An instant of the core.
pub(crate) fn utc(at: DateTime<Utc>) -> SystemTime {
    at.into()
}

/// Local time with seconds and offset as `2026-11-22T03:00:00+09:00`; anything else is an invalid `at`.
pub(crate) fn local(text: &str) -> Result<DateTime<FixedOffset>, AppError> {
    DateTime::parse_from_rfc3339(text).map_err(|_| JournalError::Time.into())
}
