//! The words that an entry can be made of.

use tsunagari_core::journal;
use tsunagari_core::model::Language;

/// Levels, feelings, and what can be around.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Vocabulary {
    /// The five levels, heaviest first.
    pub levels: Vec<MoodLevel>,
    /// Feelings.
    pub labels: Vec<MoodWord>,
    /// What was around. None is ever added up.
    pub contexts: Vec<MoodWord>,
}

/// One level. It is shown as words or as weather, never judged.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MoodLevel {
    /// 1 (heaviest) to 5.
    pub number: u32,
    /// Its code.
    pub code: String,
    /// In plain words.
    pub word: String,
    /// As weather.
    pub weather: String,
    /// Its mark in calendars.
    pub mark: String,
}

/// A feeling, or something that can be around.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MoodWord {
    /// Its code, kept in entries.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// People who listen stand beside an entry with it ([`crate::Journal::step_after`]).
    pub lines: bool,
}

impl Vocabulary {
    pub(super) fn of(vocabulary: &journal::Vocabulary, language: Language) -> Self {
        let level = |level: &journal::LevelWords| MoodLevel {
            number: level.number.into(),
            code: level.code.clone(),
            word: level.word.within(language).to_owned(),
            weather: level.weather.within(language).to_owned(),
            mark: level.mark.within(language).to_owned(),
        };
        let word = |named: &journal::Named| MoodWord {
            code: named.code.clone(),
            name: named.name.within(language).to_owned(),
            lines: named.lines,
        };
        Self {
            levels: vocabulary.levels.iter().map(level).collect(),
            labels: vocabulary.labels.iter().map(word).collect(),
            contexts: vocabulary.contexts.iter().map(word).collect(),
        }
    }
}
