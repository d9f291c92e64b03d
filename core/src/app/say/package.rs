//! What is wrong with a pack, in the language of the screen.

use super::{store_problem, system_problem};
use crate::directory::pack::{BuildError, PackError};
use crate::directory::receive::Refusal;
use crate::text::Texts;

/// Why something that was signed is not taken in: what it means for the person, without its inner workings.
#[must_use]
pub fn refusal(refusal: &Refusal, texts: &Texts) -> String {
    match refusal {
        Refusal::Store(error) => store_problem(error, texts),
        // Whoever made it did not come along: there is nobody yet to choose.
        Refusal::UnknownPublisher { publisher, .. } if publisher.is_empty() => texts.get("refused-needs-more"),
        Refusal::UnknownPublisher { title, publisher, .. } => {
            let names = [("title", title.as_str().into()), ("publisher", publisher.as_str().into())];
            texts.with("refused-unknown-publisher", &names)
        }
        other => texts.get(&format!("refused-{}", other.code())),
    }
}

/// Why a pack was not made.
fn pack_problem(error: &PackError, texts: &Texts) -> String {
    match error {
        PackError::IdTwice(id) => texts.with("pack-id-twice", &[("id", id.as_str().into())]),
        PackError::Built(day) => texts.with("pack-day", &[("text", day.as_str().into())]),
        PackError::Publish(error) => texts.with("build-source", &[("problem", error.to_string().into())]),
    }
}

/// Why a pack was not built. What breaks the rules of record keys is named as docs/record.md has it.
#[must_use]
pub fn build_problem(error: &BuildError, texts: &Texts) -> String {
    let at = |id: &str, file: &std::path::Path, detail: String| {
        texts.with(id, &[("path", file.display().to_string().into()), ("problem", detail.into())])
    };
    match error {
        BuildError::File { file, error } => at("error-read", file, system_problem(&error.to_string(), texts)),
        BuildError::List { file, message } => at("build-list", file, message.clone()),
        BuildError::NotMentioned(file) => at("build-not-mentioned", file, String::new()),
        BuildError::Source(error) => texts.with("build-source", &[("problem", error.to_string().into())]),
        BuildError::Rules(broken) => {
            let listed: Vec<String> = broken.iter().map(|rule| format!("  {rule}")).collect();
            let count = i64::try_from(broken.len()).unwrap_or(i64::MAX);
            texts.with("build-rules", &[("count", count.into()), ("problem", listed.join("\n").into())])
        }
        BuildError::Pack(error) => pack_problem(error, texts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn is_english(text: &str) -> bool {
        text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 2 && !["JSON", "UTF"].contains(&word))
    }

    #[test]
    fn every_refusal_has_words_in_every_language_and_no_english_in_japanese() {
        let codes = [
            "newer",
            "not-ours",
            "too-large",
            "torn",
            "nothing-inside",
            "unknown-publisher",
            "another-publisher",
            "charter",
            "said-two-things",
            "not-signed",
            "older",
            "wrong-number",
            "mixed",
            "needs-more",
            "shard",
            "over",
        ];
        for language in Language::ALL {
            let texts = Texts::new(language);
            for code in codes {
                let names = [("title", "つどい".into()), ("publisher", "市".into())];
                let said = texts.with(&format!("refused-{code}"), &names);
                assert!(!said.contains("refused-"), "{code} has no words in {language:?}");
                let english = language == Language::English;
                assert!(english || !is_english(&said.replace("tsunagari", "")), "{code}: {said}");
            }
        }
    }
}
