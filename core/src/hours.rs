//! Opening hours: reading Japanese hours, canonical form, open now. Pure functions.
//!
//! A cell as published becomes [`Hours`]: an OpenStreetMap `opening_hours` string (canonical), and a second one with
//! the times at which the text leaves the answer open (doubt). [`Schedule`] answers open, closed or unknown from both.
//! docs/adr/0010-hours.md says why the rules are put together here and not by the crate that parses them.

mod channel;
mod day_spans;
mod holiday_rule;
mod holidays;
mod read;
mod rule;
mod schedule;

pub use channel::{channel_state, stated_hours};
pub use holidays::{HolidayError, Holidays};
pub use read::{Columns, read_after_school, read_columns, read_day_kinds, read_prose, read_week, read_weekend};
pub use schedule::{HoursError, Schedule};

use std::fmt;
use std::str::FromStr;

/// How much of the stated hours was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParseState {
    /// Every word was read.
    Parsed,
    /// Part was read; what was not read can matter only at the times of the doubt.
    Partial,
    /// Hours are stated, and were not understood.
    Unparsed,
    /// No hours are stated.
    Absent,
}

impl ParseState {
    /// As it stands in a record.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Parsed => "parsed",
            Self::Partial => "partial",
            Self::Unparsed => "unparsed",
            Self::Absent => "absent",
        }
    }
}

impl fmt::Display for ParseState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The word given is no parse state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown state of hours “{0}”: it is one of parsed, partial, unparsed, absent")]
pub struct UnknownParseState(pub String);

impl FromStr for ParseState {
    type Err = UnknownParseState;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        [Self::Parsed, Self::Partial, Self::Unparsed, Self::Absent]
            .into_iter()
            .find(|state| state.as_str() == word)
            .ok_or_else(|| UnknownParseState(word.to_owned()))
    }
}

/// What was read from a cell with opening hours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// The hours as an OpenStreetMap `opening_hours` string; `None` when nothing was understood.
    pub canonical: Option<String>,
    /// How much was understood.
    pub state: ParseState,
    /// The cell as published, always shown.
    pub raw: String,
    /// Times at which the text leaves the answer open, in the same notation: a rule that ends in `off` says that it
    /// may be closed then (an answer that is closed anyway stands), any other that it may be either.
    pub doubt: Option<String>,
}
