//! A text in every language of the screens, as data files write it.

use serde::{Deserialize, Serialize};

use super::Language;

/// A text in the languages of the screens.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Japanese.
    pub ja: String,
    /// やさしい日本語, with ruby.
    #[serde(rename = "ja-easy")]
    pub ja_easy: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The text in a language.
    #[must_use]
    pub fn within(&self, language: Language) -> &str {
        match language {
            Language::Japanese => &self.ja,
            Language::EasyJapanese => &self.ja_easy,
            Language::English => &self.en,
        }
    }
}
