//! The languages people see.

use std::fmt;
use std::str::FromStr;

/// A language of the screens and of the texts in a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// Japanese.
    #[default]
    #[serde(rename = "ja")]
    Japanese,
    /// やさしい日本語: short sentences, easy words, readings over every kanji.
    #[serde(rename = "ja-easy")]
    EasyJapanese,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// All languages, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Japanese, Self::EasyJapanese, Self::English];

    /// `ja`, `ja-easy` or `en`: the suffix after `@` in a record key and the folder of the Fluent files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Japanese => "ja",
            Self::EasyJapanese => "ja-easy",
            Self::English => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The word given is none of `ja`, `ja-easy`, `en`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown language “{0}”: choose ja, ja-easy or en")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|language| language.code() == word).ok_or_else(|| UnknownLanguage(word.to_owned()))
    }
}
