//! Rules for danger and heavy feelings, from core/national/danger.toml. They stand above phrases and model and favour
//! recall: 119, 110 or a listening line too often beats once too few.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::NeedsError;
use crate::search::{normalise, romaji_to_hiragana};

/// One rule: every group must be met by at least one of its words, and none of `unless` may occur.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    need: String,
    #[serde(default)]
    also: Vec<String>,
    all: Vec<Vec<String>>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    harmless: Vec<String>,
    rule: Vec<Rule>,
}

/// All rules, in the order of the file, and what only sounds like danger.
#[derive(Debug, Clone)]
pub struct Rules {
    harmless: Vec<String>,
    rules: Vec<Rule>,
}

/// A rule that matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The need it names.
    pub need: String,
    /// The words that met it.
    pub words: Vec<String>,
}

/// A word matches inside the normalised text; one that begins or ends with `^` or `$` only at that edge, and Latin
/// words only as whole words.
fn meets(word: &str, text: &str, latin: &str) -> bool {
    if word.is_ascii() && !word.contains(['^', '$']) {
        return latin.contains(&format!(" {word} "));
    }
    match (word.strip_prefix('^'), word.strip_suffix('$')) {
        (Some(start), None) => text.starts_with(start),
        (None, Some(end)) => text.ends_with(end),
        (Some(_), Some(_)) => text == word.trim_matches(['^', '$']),
        (None, None) => text.contains(word),
    }
}

impl Rules {
    /// Reads danger.toml. Japanese words are normalised, so they match in every width and kana.
    ///
    /// # Errors
    /// [`NeedsError::Toml`] with the place of the mistake.
    pub fn read(text: &str) -> Result<Self, NeedsError> {
        let mut file: File =
            toml::from_str(text).map_err(|error| NeedsError::Toml("danger.toml", error.to_string()))?;
        for rule in &mut file.rule {
            for word in rule.all.iter_mut().flatten().chain(&mut rule.unless) {
                if !word.is_ascii() {
                    let (start, end) = (word.starts_with('^'), word.ends_with('$'));
                    *word =
                        format!("{}{}{}", if start { "^" } else { "" }, normalise(word), if end { "$" } else { "" });
                }
            }
        }
        let harmless = file.harmless.iter().map(|word| normalise(word)).collect();
        Ok(Self { harmless, rules: file.rule })
    }

    /// The needs that rules name.
    pub fn needs(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().flat_map(|rule| std::iter::once(&rule.need).chain(&rule.also)).map(String::as_str)
    }

    /// A text without what only sounds like danger (死ぬほど), for a reader that knows no idioms.
    #[must_use]
    pub fn without_harmless<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let mut normal = normalise(text);
        let mut found = false;
        for word in &self.harmless {
            if normal.contains(word.as_str()) {
                normal = normal.replace(word.as_str(), "");
                found = true;
            }
        }
        if found { Cow::Owned(normal) } else { Cow::Borrowed(text) }
    }

    /// All rules that match, in the order of the file, each need once.
    #[must_use]
    pub fn matching(&self, text: &str) -> Vec<Matched> {
        let text: String = text.nfkc().collect();
        let latin_words: Vec<String> = text
            .replace('’', "'")
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '\'')
            .map(str::to_ascii_lowercase)
            .collect();
        let latin = format!(" {} ", latin_words.join(" "));
        let kana: String =
            latin_words.iter().filter(|word| word.len() > 2).filter_map(|word| romaji_to_hiragana(word)).collect();
        // Short words are left out above, since they may be English; where all of it reads as kana, they are particles.
        let whole = romaji_to_hiragana(&text).map(|kana| normalise(&kana)).unwrap_or_default();
        let normal = normalise(&text);
        let mut found: Vec<Matched> = Vec::new();
        for rule in &self.rules {
            for text in [&normal, &kana, &whole] {
                let words: Option<Vec<String>> =
                    rule.all.iter().map(|group| group.iter().find(|word| meets(word, text, &latin)).cloned()).collect();
                let stopped = rule.unless.iter().any(|word| meets(word, text, &latin));
                let Some(words) = words.filter(|_| !stopped) else { continue };
                for need in std::iter::once(&rule.need).chain(&rule.also) {
                    if !found.iter().any(|matched| matched.need == *need) {
                        found.push(Matched { need: need.clone(), words: words.clone() });
                    }
                }
            }
        }
        found
    }
}
