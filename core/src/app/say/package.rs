//! What is wrong with a pack, in the language of the screen.

use super::system_problem;
use crate::directory::pack::{BuildError, MAX_PACK_BYTES, PackError, VERSION};
use crate::text::{Argument, Texts};

fn number(value: impl std::fmt::Display) -> Argument {
    value.to_string().into()
}

/// Why a pack cannot be used.
#[must_use]
pub fn pack_problem(error: &PackError, texts: &Texts) -> String {
    match error {
        PackError::NotAPack => texts.get("pack-not-a-pack"),
        PackError::NewerVersion(found) => {
            texts.with("pack-newer", &[("found", number(found)), ("known", number(VERSION))])
        }
        PackError::TooLarge(bytes) => {
            texts.with("pack-large", &[("bytes", number(bytes)), ("limit", number(MAX_PACK_BYTES))])
        }
        PackError::Damaged => texts.get("pack-damaged"),
        PackError::Malformed(_) => texts.get("pack-malformed"),
        PackError::Record { number: place, .. } => texts.with("pack-record", &[("number", number(place))]),
        PackError::Encode(_) => texts.get("pack-record-large"),
        PackError::IdTwice(id) => texts.with("pack-id-twice", &[("id", id.as_str().into())]),
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
    fn no_english_stands_in_a_japanese_report() {
        let packs = [
            PackError::NotAPack,
            PackError::NewerVersion(9),
            PackError::TooLarge(9),
            PackError::Damaged,
            PackError::Malformed("no map".to_owned()),
            PackError::IdTwice("a".to_owned()),
        ];
        for language in [Language::Japanese, Language::EasyJapanese] {
            let texts = Texts::new(language);
            for error in &packs {
                assert!(!is_english(&pack_problem(error, &texts).replace("tsunagari", "")), "{error:?}");
            }
        }
    }
}
