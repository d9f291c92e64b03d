//! The three-valued answer to "is it open now?".

use chrono::NaiveDateTime;

/// Whether a channel is open at an instant, in Japanese local time. Unknown is an answer of its own and is never
/// shown as open or closed.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum OpenState {
    /// Open; `until` is `None` when it never closes, or when the end cannot be told.
    Open {
        /// First instant at which it is not open any more.
        until: Option<NaiveDateTime>,
        /// Whether it is open all day, every day.
        always: bool,
    },
    /// Closed; `opens_next` is `None` when the next opening cannot be told.
    Closed {
        /// First later instant at which it is open.
        opens_next: Option<NaiveDateTime>,
    },
    /// It cannot be told, and why.
    Unknown {
        /// The reason, for a person to read by way of the texts.
        why: Unknown,
    },
}

/// Why an open state cannot be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// No hours are stated.
    NotStated,
    /// Hours are stated in words that were not understood; the words are shown.
    NotUnderstood,
    /// Part of the stated words was not understood and could change the answer.
    PartlyUnderstood,
    /// The source of the hours is not good enough to rely on.
    NotAssured,
    /// The holidays of that year are not known.
    HolidaysNotKnown,
    /// The clock of the device is before the data was made.
    ClockNotTrusted,
}

impl OpenState {
    /// True only when it is known to be open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Open { .. })
    }

    /// True only when it is known to be closed.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        matches!(self, Self::Closed { .. })
    }
}
