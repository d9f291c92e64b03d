//! Readings over kanji, written `{漢字|かんじ}` in やさしい日本語.

use crate::model::Language;

/// The text without readings: `{相談|そうだん}` becomes `相談`. For search, for screen readers and for widths.
#[must_use]
pub fn strip_ruby(text: &str) -> String {
    replace_ruby(text, |base, _| base.to_owned())
}

/// The text with readings in brackets after the word, for a terminal: `{相談|そうだん}` becomes `相談（そうだん）`.
#[must_use]
pub fn ruby_as_brackets(text: &str) -> String {
    replace_ruby(text, |base, reading| format!("{base}（{reading}）"))
}

/// The text for a terminal in a language: readings stand in brackets in やさしい日本語, and nowhere else.
#[must_use]
pub fn plain(text: &str, language: Language) -> String {
    if language == Language::EasyJapanese { ruby_as_brackets(text) } else { strip_ruby(text) }
}

/// Fluent gives braces a meaning of its own, so the braces of readings become string literals before parsing.
pub(super) fn escape_ruby(source: &str) -> String {
    replace_ruby(source, |base, reading| format!("{{\"{{\"}}{base}|{reading}{{\"}}\"}}"))
}

fn replace_ruby(text: &str, write: impl Fn(&str, &str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let ruby = after.split_once('}').and_then(|(inside, tail)| inside.split_once('|').map(|pair| (pair, tail)));
        let ruby = ruby.filter(|((base, _), _)| !base.contains('{'));
        if let Some(((base, reading), tail)) = ruby {
            out.push_str(&write(base, reading));
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_go_or_stand_in_brackets() {
        assert_eq!(strip_ruby("{電話|でんわ}で{話|はな}す"), "電話で話す");
        assert_eq!(ruby_as_brackets("{電話|でんわ}"), "電話（でんわ）");
        assert_eq!(strip_ruby("{broken"), "{broken");
        assert_eq!(strip_ruby("{a} {電話|でんわ}"), "{a} 電話");
    }
}
