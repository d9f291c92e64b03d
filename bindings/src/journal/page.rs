//! What is to stand on the page for a counsellor.

use tsunagari_core::app::AppError;
use tsunagari_core::journal;

use super::day;
use super::entry::event;
use crate::TsunagariError;

/// What is to stand on the page for a counsellor.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PageWish {
    /// First day, `2026-11-22`.
    pub from: String,
    /// Last day, `2026-11-22`.
    pub to: String,
    /// Notes.
    pub notes: bool,
    /// Feelings.
    pub labels: bool,
    /// What was around.
    pub contexts: bool,
    /// Levels as weather instead of words.
    pub weather: bool,
    /// Large letters.
    pub large: bool,
    /// Identifiers of entries that are left out.
    pub without: Vec<String>,
}

impl PageWish {
    pub(super) fn checked(self) -> Result<journal::PageWish, TsunagariError> {
        let Self { from, to, notes, labels, contexts, weather, large, without } = self;
        let without = without.iter().map(|id| event(id)).collect::<Result<_, _>>().map_err(AppError::from)?;
        let (from, to) = (day("from", &from)?, day("to", &to)?);
        Ok(journal::PageWish { from, to, notes, labels, contexts, weather, large, without })
    }
}
