//! The words that an entry can be made of (core/journal/mood.toml), by code or by any of their names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::{DataError, JournalError};
use unicode_normalization::UnicodeNormalization as _;

use crate::model::{Level, Mood, Words};
use crate::text::strip_ruby;

const FILE: &str = "mood.toml";
/// Names offered for one that is not there.
const NEAR: usize = 3;

static CARRIED: LazyLock<Result<Vocabulary, DataError>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../journal/mood.toml"))
        .map_err(|error| DataError { file: FILE, detail: error.to_string() })
});

/// The words that the program carries.
///
/// # Errors
/// [`DataError`] when the program is damaged.
pub fn vocabulary() -> Result<&'static Vocabulary, DataError> {
    CARRIED.as_ref().map_err(Clone::clone)
}

/// Levels, feelings, and what can be around.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Vocabulary {
    /// The five levels, heaviest first.
    #[serde(rename(deserialize = "level"))]
    pub levels: Vec<LevelWords>,
    /// Feelings.
    #[serde(rename(deserialize = "label"))]
    pub labels: Vec<Named>,
    /// What was around. None is ever added up.
    #[serde(rename(deserialize = "context"))]
    pub contexts: Vec<Named>,
}

/// One level.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LevelWords {
    /// 1 (heaviest) to 5.
    pub number: u8,
    /// Code.
    pub code: String,
    /// In plain words.
    pub word: Words,
    /// As weather.
    pub weather: Words,
    /// Its mark in calendars.
    pub mark: Words,
}

/// A feeling, or something that can be around.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Named {
    /// Code, kept in entries.
    pub code: String,
    /// What it is called.
    pub name: Words,
    /// After it, where one can talk is shown.
    #[serde(default)]
    pub lines: bool,
}

impl Vocabulary {
    /// The words of a level.
    #[must_use]
    pub fn level(&self, level: Level) -> Option<&LevelWords> {
        self.levels.iter().find(|words| words.number == level.number())
    }

    /// A level by its number, code, word or weather.
    ///
    /// # Errors
    /// [`JournalError::Level`].
    pub fn level_named(&self, typed: &str) -> Result<Level, JournalError> {
        let wanted = same(typed);
        let is = |words: &&LevelWords| {
            words.number.to_string() == wanted
                || same(&words.code) == wanted
                || names(&words.word).chain(names(&words.weather)).any(|name| name == wanted)
        };
        let found = self.levels.iter().find(is).and_then(|words| Level::new(words.number));
        found.ok_or_else(|| JournalError::Level(typed.to_owned()))
    }

    /// Whether a word of an entry calls for people who listen.
    #[must_use]
    pub fn calls_for_lines(&self, mood: &Mood) -> bool {
        mood.labels.iter().any(|label| self.label_of(label).is_some_and(|named| named.lines))
    }

    /// The code of a feeling, from its code or any of its names.
    ///
    /// # Errors
    /// [`JournalError::Label`] with what may have been meant.
    pub fn label(&self, typed: &str) -> Result<String, JournalError> {
        code(&self.labels, typed).map_err(|near| JournalError::Label { typed: typed.to_owned(), near })
    }

    /// The code of what was around, from its code or any of its names.
    ///
    /// # Errors
    /// [`JournalError::Context`] with what may have been meant.
    pub fn context(&self, typed: &str) -> Result<String, JournalError> {
        code(&self.contexts, typed).map_err(|near| JournalError::Context { typed: typed.to_owned(), near })
    }

    /// A feeling by its code.
    #[must_use]
    pub fn label_of(&self, code: &str) -> Option<&Named> {
        self.labels.iter().find(|named| named.code == code)
    }

    /// What can be around, by its code.
    #[must_use]
    pub fn context_of(&self, code: &str) -> Option<&Named> {
        self.contexts.iter().find(|named| named.code == code)
    }
}

fn code(all: &[Named], typed: &str) -> Result<String, Vec<String>> {
    let wanted = same(typed);
    let is = |named: &&Named| same(&named.code) == wanted || names(&named.name).any(|name| name == wanted);
    all.iter().find(is).map(|named| named.code.clone()).ok_or_else(|| near(all, &wanted))
}

/// Codes whose names share most pieces with what was typed.
fn near(all: &[Named], wanted: &str) -> Vec<String> {
    let typed = pieces(wanted);
    let shared = |named: &Named| {
        let all = names(&named.name).chain([same(&named.code)]);
        all.map(|name| pieces(&name).intersection(&typed).count()).max().unwrap_or_default()
    };
    let mut found: Vec<(usize, &Named)> = all.iter().map(|named| (shared(named), named)).collect();
    found.retain(|(shared, _)| *shared > 0);
    found.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    found.into_iter().take(NEAR).map(|(_, named)| named.code.clone()).collect()
}

fn pieces(text: &str) -> BTreeSet<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

fn names(words: &Words) -> impl Iterator<Item = String> {
    [same(&words.ja), same(&strip_ruby(&words.ja_easy)), same(&words.en)].into_iter()
}

/// As it is compared: ３ and 3 alike (NFKC), small letters, no spaces.
fn same(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
