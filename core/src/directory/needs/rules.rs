//! Rules for danger and heavy feelings, from core/national/danger.toml. They stand above phrases and model and favour
//! recall: 119, 110 or a listening line too often beats once too few.

use super::NeedsError;
use crate::search::{normalise, romaji_to_hiragana};

/// One rule: every group must be met by at least one of its words, and none of `unless` may occur.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    need: String,
    all: Vec<Vec<String>>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Rule>,
}

/// All rules, in the order of the file.
#[derive(Debug, Clone)]
pub struct Rules(Vec<Rule>);

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
        Ok(Self(file.rule))
    }

    /// The needs that rules name.
    pub fn needs(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|rule| rule.need.as_str())
    }

    /// All rules that match, in the order of the file, each need once.
    #[must_use]
    pub fn matching(&self, text: &str) -> Vec<Matched> {
        let latin_words: Vec<String> =
            text.split(|c: char| !c.is_ascii_alphanumeric() && c != '\'').map(str::to_ascii_lowercase).collect();
        let latin = format!(" {} ", latin_words.join(" "));
        let kana: String =
            latin_words.iter().filter(|word| word.len() > 2).filter_map(|word| romaji_to_hiragana(word)).collect();
        let normal = normalise(text);
        let mut found: Vec<Matched> = Vec::new();
        for rule in &self.0 {
            for text in [&normal, &kana] {
                let words: Option<Vec<String>> =
                    rule.all.iter().map(|group| group.iter().find(|word| meets(word, text, &latin)).cloned()).collect();
                let stopped = rule.unless.iter().any(|word| meets(word, text, &latin));
                if let Some(words) = words
                    && !stopped
                    && !found.iter().any(|matched| matched.need == rule.need)
                {
                    found.push(Matched { need: rule.need.clone(), words });
                }
            }
        }
        found
    }
}
