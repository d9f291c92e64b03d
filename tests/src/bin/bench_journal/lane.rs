//! What is done, by each of those that are compared: the program, and SQLite with and without the cipher.

use std::path::Path;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use tsunagari_core::app::MoodDraft;
use tsunagari_core::model::{Happened, Rule};
use tsunagari_tests::figures::Result;

use crate::ours::Ours;
use crate::plain::Plain;

/// Those that are compared, the program first, the floor last.
pub(crate) const LANES: [&str; 3] = ["tsunagari", "cipher", "plain"];

/// What is looked at, by the name of its row.
pub(crate) const VIEWS: [&str; 4] = ["day", "month", "year", "check-ins"];

/// One of those that are compared, opened.
pub(crate) trait Lane {
    /// Keeps a check-in.
    fn rule(&mut self, rule: &Rule) -> Result<()>;
    /// Writes an entry down; when it returns, the entry is on the disk.
    fn log(&mut self, draft: MoodDraft, now: DateTime<FixedOffset>) -> Result<()>;
    /// Keeps what happened to a check-in while the lock was on.
    fn hear(&mut self, happened: &Happened) -> Result<()>;
    /// What would be set as alarms; what was heard is taken over before.
    fn check_ins(&mut self, now: DateTime<Utc>) -> Result<usize>;
    /// The entries of some days, and their calendar when there is one. Says how many entries were read.
    fn days(&mut self, from: NaiveDate, to: NaiveDate, calendar: Calendar) -> Result<usize>;
}

/// What is drawn from entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Calendar {
    /// The entries themselves.
    None,
    /// A month in weeks.
    Month,
    /// Twelve months.
    Year,
}

/// Opens one by name, in its own folder inside `folder`.
pub(crate) fn open(name: &str, folder: &Path, now: DateTime<Utc>) -> Result<Box<dyn Lane>> {
    let folder = folder.join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(match name {
        "tsunagari" => Box::new(Ours::open(&folder, now)?),
        _ => Box::new(Plain::open(&folder, name == "cipher", now)?),
    })
}

/// Looks at something; says how many rows or alarms there were.
pub(crate) fn look(lane: &mut dyn Lane, view: &str, now: DateTime<Utc>) -> Result<usize> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    match view {
        "day" => lane.days(day(2026, 6, 17), day(2026, 6, 17), Calendar::None),
        "month" => lane.days(day(2026, 6, 1), day(2026, 6, 30), Calendar::Month),
        "year" => lane.days(day(2025, 1, 1), day(2025, 12, 31), Calendar::Year),
        _ => lane.check_ins(now),
    }
}
