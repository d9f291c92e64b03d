//! Looking up a message in a language, with a fall back to Japanese.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::files::sources;
use super::ruby::escape_ruby;
use crate::model::Language;

/// A value put into a message.
#[derive(Debug, Clone)]
pub enum Argument {
    /// Text, inserted as it is.
    Text(String),
    /// A number; the message may choose its plural form.
    Number(i64),
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// All messages of one language.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    japanese: Option<Box<Texts>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Texts {
    /// Loads the messages of a language. The files are part of the program, and a test reads every one of them;
    /// a message that does not parse is left out.
    #[must_use]
    pub fn new(language: Language) -> Self {
        let locale: LanguageIdentifier = match language {
            Language::Japanese | Language::EasyJapanese => "ja".parse(),
            Language::English => "en".parse(),
        }
        .unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Marks around inserted text would stand in printed lines and in copied numbers.
        bundle.set_use_isolating(false);
        for source in sources(language) {
            let resource = FluentResource::try_new(escape_ruby(source)).unwrap_or_else(|(partial, _)| partial);
            bundle.add_resource_overriding(resource);
        }
        let japanese = (language != Language::Japanese).then(|| Box::new(Self::new(Language::Japanese)));
        Self { language, bundle, japanese }
    }

    /// The language of these texts.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A message without arguments.
    #[must_use]
    pub fn get(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message with arguments. A message that is missing here is taken from Japanese; one that is missing there
    /// too is its own id, which a test makes impossible.
    #[must_use]
    pub fn with(&self, id: &str, arguments: &[(&'static str, Argument)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return self.japanese.as_ref().map_or_else(|| id.to_owned(), |japanese| japanese.with(id, arguments));
        };
        let mut fluent = FluentArgs::new();
        for (name, value) in arguments {
            let value = match value {
                Argument::Text(text) => FluentValue::from(text.as_str()),
                Argument::Number(number) => FluentValue::from(*number),
            };
            fluent.set(*name, value);
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned()
    }

    /// Whether the language itself has the message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn ids(language: Language) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for source in sources(language) {
            FluentResource::try_new(escape_ruby(source)).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
            let found = source
                .lines()
                .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
                .filter_map(|line| line.split_once('='))
                .map(|(id, _)| id.trim().to_owned());
            for id in found {
                assert!(ids.insert(id.clone()), "{language}: {id} stands twice, and one of the two is never said");
            }
        }
        ids
    }

    #[test]
    fn every_sentence_exists_in_three_languages() {
        let japanese = ids(Language::Japanese);
        assert!(!japanese.is_empty());
        for language in [Language::EasyJapanese, Language::English] {
            let other = ids(language);
            assert_eq!(japanese.symmetric_difference(&other).collect::<Vec<_>>(), Vec::<&String>::new(), "{language}");
        }
    }

    #[test]
    fn an_argument_is_inserted_without_invisible_marks() {
        let texts = Texts::new(Language::English);
        assert_eq!(texts.with("open-until", &[("time", "22:00".into())]), "open now, until 22:00");
    }
}
