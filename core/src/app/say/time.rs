//! Instants as people say them: today's by the clock, tomorrow's as such, others with their date.

use chrono::{Datelike, NaiveDateTime, Timelike};

use super::Words;

impl Words<'_> {
    /// An instant, as seen from now.
    #[must_use]
    pub fn time(&self, instant: NaiveDateTime) -> String {
        let clock = format!("{}:{:02}", instant.hour(), instant.minute());
        if instant.date() == self.now.date() {
            return self.texts.with("time-today", &[("time", clock.into())]);
        }
        if Some(instant.date()) == self.now.date().succ_opt() {
            return self.texts.with("time-tomorrow", &[("time", clock.into())]);
        }
        self.texts.with("time-date", &self.date_parts(instant, clock))
    }

    /// Two instants, the second by the clock alone when it is on the same day or the night after.
    #[must_use]
    pub fn span(&self, from: NaiveDateTime, to: NaiveDateTime) -> String {
        let short = (to - from).num_hours() < 24;
        let end = if short { format!("{}:{:02}", to.hour(), to.minute()) } else { self.time(to) };
        self.texts.with("from-to", &[("from", self.time(from).into()), ("to", end.into())])
    }

    fn date_parts(&self, instant: NaiveDateTime, clock: String) -> [(&'static str, crate::text::Argument); 4] {
        let weekday = self.texts.get(&format!("weekday-{}", instant.weekday().num_days_from_monday()));
        [
            ("month", i64::from(instant.month()).into()),
            ("day", i64::from(instant.day()).into()),
            ("weekday", weekday.into()),
            ("time", clock.into()),
        ]
    }
}
