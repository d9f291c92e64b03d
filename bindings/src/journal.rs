//! The mood log and つながりの質問.

mod calendar;
mod connection;
mod entry;
mod page;
mod then;
mod vocabulary;

use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};
use tsunagari_core::app::print::{journal_html, year_html, year_svg};
use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AppError, Changed};
use tsunagari_core::journal::{self, JournalError, to_csv, to_json};

pub use calendar::*;
pub use connection::*;
pub use entry::*;
pub use page::*;
pub use then::*;
pub use vocabulary::*;

use crate::{Device, TsunagariError};

/// The mood log and つながりの質問. Nothing is averaged, compared or counted; a day without an entry is paper.
#[derive(uniffi::Object)]
pub struct Journal {
    pub(crate) device: Arc<Device>,
}

#[uniffi::export]
impl Journal {
    /// The words that an entry can be made of, in the language of the device.
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn vocabulary(&self) -> Result<Vocabulary, TsunagariError> {
        self.device.ask(|_, words| Ok(Vocabulary::of(journal::vocabulary()?, words.language())))
    }

    /// Writes an entry down. When it returns, the entry is on the disk.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `level`, `labels`, `contexts`, `note` or `at`, [`TsunagariError::PutAway`]; then
    /// nothing was written.
    pub fn log(&self, draft: MoodDraft) -> Result<Entry, TsunagariError> {
        let (texts, now) = (self.device.texts(), self.now()?);
        self.device.change(Changed::Mood, |_, kept| Entry::of(&kept.log_mood(draft.checked()?, now)?, &texts))
    }

    /// Changes an entry; what is `None` stays as it is.
    ///
    /// # Errors
    /// As [`Journal::log`], and [`TsunagariError::NotFound`].
    pub fn amend(&self, id: String, change: MoodChange) -> Result<Entry, TsunagariError> {
        let (texts, now) = (self.device.texts(), self.now()?);
        let amend = |kept: &tsunagari_core::app::Kept| kept.amend_mood(event(&id)?, change.checked()?, now);
        self.device.change(Changed::Mood, |_, kept| Entry::of(&amend(kept)?, &texts))
    }

    /// Erases an entry; its bytes are overwritten.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`], [`TsunagariError::PutAway`].
    pub fn erase(&self, id: String) -> Result<(), TsunagariError> {
        self.device.change(Changed::Mood, |_, kept| kept.erase_mood(event(&id)?))
    }

    /// One entry.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`], [`TsunagariError::PutAway`].
    pub fn entry(&self, id: String) -> Result<Entry, TsunagariError> {
        self.device.kept(|_, kept, words| Entry::of(&kept.mood(event(&id)?)?, words.texts))
    }

    /// Entries of the days from one to another (`2026-11-22`), both included, in order. An entry lies on the day that
    /// it was where the person was.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `from` or `to`, [`TsunagariError::PutAway`].
    pub fn entries(&self, from: String, to: String) -> Result<Vec<Entry>, TsunagariError> {
        let (from, to) = (day("from", &from)?, day("to", &to)?);
        self.device.kept(|_, kept, words| Entry::all(&kept.moods(from, to)?, words.texts))
    }

    /// The month in which a day (`2026-11-22`) lies.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `day`, [`TsunagariError::PutAway`].
    pub fn month(&self, day: String) -> Result<MonthView, TsunagariError> {
        let of = self::day("day", &day)?;
        let (from, to) = ends(&journal::month(&[], of).weeks).ok_or_else(|| TsunagariError::invalid("day"))?;
        self.device.kept(|_, kept, words| Ok(MonthView::of(&journal::month(&kept.moods(from, to)?, of), words.texts)))
    }

    /// A year. Never what somebody sees first.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `year`, [`TsunagariError::PutAway`].
    pub fn year(&self, year: i32) -> Result<YearView, TsunagariError> {
        self.drawn(year, |view, words| Ok(YearView::of(view, words.texts)))
    }

    /// The year as a picture (SVG), its legend in words or as weather.
    ///
    /// # Errors
    /// As [`Journal::year`].
    pub fn year_svg(&self, year: i32, weather: bool) -> Result<String, TsunagariError> {
        self.drawn(year, |view, words| Ok(year_svg(view, journal::vocabulary()?, words.texts, weather)))
    }

    /// The same picture as a page of HTML for A4, to print.
    ///
    /// # Errors
    /// As [`Journal::year`].
    pub fn year_html(&self, year: i32, weather: bool) -> Result<String, TsunagariError> {
        self.drawn(year, |view, words| Ok(year_html(view, journal::vocabulary()?, words.texts, weather)))
    }

    /// After an entry, because somebody asked: a small step, or people who listen where a small step would be too
    /// small, and one place nearby when an area (its name or code) is said.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`], [`TsunagariError::PutAway`], [`TsunagariError::Invalid`] with `area`.
    pub fn step_after(&self, id: String, area: Option<String>) -> Result<AfterEntry, TsunagariError> {
        let area = self.device.area(area.as_deref())?;
        self.device.kept(|app, kept, words| AfterEntry::of(app, &kept.mood(event(&id)?)?, area.as_ref(), words))
    }

    /// The whole log as CSV for spreadsheets (RFC 4180, with a byte order mark). Nothing protects what is written out.
    ///
    /// # Errors
    /// [`TsunagariError::PutAway`].
    pub fn export_csv(&self) -> Result<String, TsunagariError> {
        self.device.kept(|_, kept, _| Ok(to_csv(&kept.all_moods()?)))
    }

    /// The whole log as JSON for other programs. Nothing protects what is written out.
    ///
    /// # Errors
    /// [`TsunagariError::PutAway`].
    pub fn export_json(&self) -> Result<String, TsunagariError> {
        self.device.kept(|_, kept, _| Ok(to_json(&kept.all_moods()?)))
    }

    /// Takes in a log that was written out, in either form. Of an entry that is here already, the one that was changed
    /// last stays.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `file`, [`TsunagariError::NeedsNewerVersion`], [`TsunagariError::PutAway`];
    /// nothing was changed.
    pub fn import_log(&self, file: Vec<u8>) -> Result<Merged, TsunagariError> {
        self.device.change(Changed::Mood, |_, kept| Ok(kept.import_moods(&file)?.into()))
    }

    /// A page of HTML to show to a counsellor, with what the person chose to show.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `from` or `to`; [`TsunagariError::NotFound`] when what is to be left out is no
    /// identifier; [`TsunagariError::PutAway`].
    pub fn page_html(&self, wish: PageWish) -> Result<String, TsunagariError> {
        let wish = wish.checked()?;
        let lay_out =
            |moods: &[_], words: &Words<'_>| Ok(journal::page(moods, &wish, journal::vocabulary()?, words.texts));
        self.device
            .kept(|_, kept, words| lay_out(&kept.moods(wish.from, wish.to)?, words).map(|page| journal_html(&page)))
    }

    /// Puts the whole log away, or brings it back. Entries stay as they are.
    ///
    /// # Errors
    /// [`TsunagariError`]; nothing was changed.
    pub fn hide(&self, hidden: bool) -> Result<(), TsunagariError> {
        self.device.change(Changed::Mood, |_, kept| kept.hide_mood(hidden))
    }

    /// Whether the log is put away: everything but [`Journal::hide`] ends with [`TsunagariError::PutAway`] then.
    ///
    /// # Errors
    /// [`TsunagariError`].
    pub fn is_hidden(&self) -> Result<bool, TsunagariError> {
        self.device.kept(|_, kept, _| match kept.mood_is_shown() {
            Err(AppError::Journal(JournalError::Hidden)) => Ok(true),
            shown => shown.map(|()| false),
        })
    }
}

impl Journal {
    /// This moment where the person is.
    fn now(&self) -> Result<DateTime<FixedOffset>, TsunagariError> {
        self.device.with(|device| Ok(device.clock()?.local()))
    }

    /// A year with what was felt, drawn.
    fn drawn<T>(
        &self,
        year: i32,
        draw: impl FnOnce(&journal::YearView, &Words<'_>) -> Result<T, AppError>,
    ) -> Result<T, TsunagariError> {
        let (from, to) = ends(&journal::year(&[], year).months).ok_or_else(|| TsunagariError::invalid("year"))?;
        self.device.kept(|_, kept, words| draw(&journal::year(&kept.moods(from, to)?, year), words))
    }
}

/// First and last day of weeks or months.
fn ends(parts: &[Vec<journal::DayCell>]) -> Option<(NaiveDate, NaiveDate)> {
    let first = parts.iter().flatten().next()?;
    parts.iter().flatten().next_back().map(|last| (first.date, last.date))
}

/// A day of a field as `2026-11-22`.
fn day(field: &str, text: &str) -> Result<NaiveDate, TsunagariError> {
    text.parse().map_err(|_| TsunagariError::invalid(field))
}
