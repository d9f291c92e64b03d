//! The days a sentence speaks of, until a time or a closing is given to them.

use super::super::lex::{DayBits, MonthDay};

/// The days a sentence speaks of.
#[derive(Debug, Clone, Default)]
pub(super) struct Scope {
    pub(super) days: DayBits,
    pub(super) last_days: DayBits,
    pub(super) strict: bool,
    pub(super) nth: Vec<(u8, Vec<i8>)>,
    pub(super) dates: Vec<(MonthDay, MonthDay)>,
    pub(super) new_year: bool,
    pub(super) month_days: Vec<u8>,
    pub(super) some_weeks: bool,
    /// Holidays of schools, which no calendar tells.
    pub(super) school: bool,
    /// Dates of which only some are meant, or about then.
    pub(super) about: Vec<(MonthDay, MonthDay)>,
    /// Whether times or a closing have been given to it.
    pub(super) used: bool,
}

impl Scope {
    pub(super) fn is_empty(&self) -> bool {
        self.days == 0
            && self.nth.is_empty()
            && self.dates.is_empty()
            && self.month_days.is_empty()
            && self.about.is_empty()
            && !self.some_weeks
            && !self.school
    }

    pub(super) fn pending(&self) -> bool {
        !self.used && !self.is_empty()
    }
}
