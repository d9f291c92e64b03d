//! One entry of the mood log as plain data.

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike as _, FixedOffset, Utc};

/// Id of an event: 16 random bytes, drawn once, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(pub [u8; 16]);

impl EventId {
    /// From 32 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> =
            text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
        let mut id = [0; 16];
        if digits.len() != 32 {
            return None;
        }
        for (byte, pair) in id.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = pair.iter().fold(0, |byte, digit| byte << 4 | digit);
        }
        Some(Self(id))
    }
}

impl std::fmt::Display for EventId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// One of five levels, 1 (heaviest) to 5 (lightest). Shown as words or weather, never judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(u8);

impl Level {
    /// From 1 to 5.
    #[must_use]
    pub const fn new(level: u8) -> Option<Self> {
        if level >= 1 && level <= 5 { Some(Self(level)) } else { None }
    }

    /// 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }
}

/// Why an entry cannot be kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoodError {
    /// The note is too long: its length and the longest, in characters.
    #[error("the note has {0} characters; up to {max} fit", max = Mood::LONGEST_NOTE)]
    NoteTooLong(usize),
    /// A year outside of [`Mood::YEARS`], or an offset that no place has.
    #[error("this time cannot be kept: years go from 1900 to 2200, offsets up to 14 hours")]
    Time,
    /// More labels or contexts than fit, as [`MoodError::field`] says.
    #[error("an entry holds up to {max} {0}", max = Mood::MOST_WORDS)]
    TooManyWords(&'static str),
    /// A label or context, as [`MoodError::field`] says, that is not a code.
    #[error("“{1}” is not a word that can be chosen for {0}")]
    Word(&'static str, String),
}

impl MoodError {
    /// Which field of the entry it is about: `note`, `at`, `labels` or `contexts`.
    #[must_use]
    pub const fn field(&self) -> &'static str {
        match self {
            Self::NoteTooLong(_) => "note",
            Self::Time => "at",
            Self::TooManyWords(field) | Self::Word(field, _) => field,
        }
    }
}

/// One entry: several a day may exist, and days without one are only paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mood {
    /// Id.
    pub id: EventId,
    /// When it was felt, with the offset of where the person was.
    pub at: DateTime<FixedOffset>,
    /// How it was.
    pub level: Level,
    /// Codes of feelings.
    pub labels: BTreeSet<String>,
    /// Codes of what was around.
    pub contexts: BTreeSet<String>,
    /// A note, at most [`Mood::LONGEST_NOTE`] characters; empty when there is none.
    pub note: String,
    /// When it was written down.
    pub logged: DateTime<Utc>,
    /// When it was last changed.
    pub amended: Option<DateTime<Utc>>,
}

impl Mood {
    /// Years of an entry: all of them can be written out and read again.
    pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
    /// Longest note, in characters.
    pub const LONGEST_NOTE: usize = 4_000;
    /// Most labels, and most contexts, of one entry.
    pub const MOST_WORDS: usize = 20;

    /// Whether the entry can be kept.
    ///
    /// # Errors
    /// [`MoodError`].
    pub fn check(&self) -> Result<(), MoodError> {
        let length = self.note.chars().count();
        if length > Self::LONGEST_NOTE {
            return Err(MoodError::NoteTooLong(length));
        }
        // No place on earth is further from UTC than 14 hours.
        if !Self::YEARS.contains(&self.at.year()) || self.at.offset().local_minus_utc().abs() > 14 * 3600 {
            return Err(MoodError::Time);
        }
        for (field, words) in [("labels", &self.labels), ("contexts", &self.contexts)] {
            if words.len() > Self::MOST_WORDS {
                return Err(MoodError::TooManyWords(field));
            }
            let is_no_code = |word: &&String| {
                !(1..=40).contains(&word.len()) || !word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            };
            if let Some(word) = words.iter().find(is_no_code) {
                return Err(MoodError::Word(field, word.clone()));
            }
        }
        Ok(())
    }
}
