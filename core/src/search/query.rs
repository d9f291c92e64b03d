//! What a person typed, without any query syntax: whatever stands there is looked for.

use unicode_normalization::UnicodeNormalization;

use super::scripts::{Script, runs};
use super::{normalise, phone_query, romaji_to_hiragana};

/// Longest query that is looked at, in characters; the rest of a longer text is left out.
const LONGEST: usize = 200;
/// Most terms that are weighed.
const MOST_TERMS: usize = 12;

/// What was typed, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// All of it, normalised.
    pub whole: String,
    /// Romaji read as hiragana, if it is some.
    pub kana: Option<String>,
    /// The digits, if it looks like a telephone number.
    pub digits: Option<String>,
    /// The parts between spaces and punctuation.
    pub chunks: Vec<Chunk>,
}

/// A part of a query between spaces or punctuation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk {
    /// Normalised.
    pub text: String,
    /// The words in it that carry meaning, as far as the change of script shows them.
    pub terms: Vec<Term>,
}

/// A word that carries meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Normalised.
    pub text: String,
    /// How much it counts.
    pub weight: u32,
}

impl Query {
    /// Takes apart what was typed.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let plain: String = typed.nfkc().take(LONGEST).collect();
        let mut chunks: Vec<Chunk> = Vec::new();
        let mut left = MOST_TERMS;
        for part in plain.split(|c: char| c.is_whitespace() || is_stop(c)) {
            let text = normalise(part);
            if text.is_empty() || chunks.iter().any(|chunk| chunk.text == text) {
                continue;
            }
            let terms: Vec<Term> = terms(part).into_iter().take(left).collect();
            left -= terms.len();
            chunks.push(Chunk { text, terms });
        }
        Self {
            whole: normalise(&plain),
            kana: romaji_to_hiragana(&plain).map(|kana| normalise(&kana)).filter(|kana| kana.chars().count() >= 2),
            digits: phone_query(&plain),
            chunks,
        }
    }

    /// Whether nothing is left to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// All words that carry meaning, each once.
    #[must_use]
    pub fn terms(&self) -> Vec<&Term> {
        let mut terms: Vec<&Term> = Vec::new();
        for term in self.chunks.iter().flat_map(|chunk| &chunk.terms) {
            if !terms.iter().any(|known| known.text == term.text) {
                terms.push(term);
            }
        }
        terms
    }
}

/// Marks that end a part; a middle dot or a hyphen stands inside names.
const fn is_stop(c: char) -> bool {
    matches!(
        c,
        '、' | '。'
            | ','
            | '.'
            | '!'
            | '?'
            | '…'
            | '「'
            | '」'
            | '『'
            | '』'
            | '('
            | ')'
            | '/'
            | ';'
            | ':'
            | '"'
            | '\0'
    )
}

/// Hiragana between words: particles and endings that say nothing of what is looked for.
const EMPTY: [&str; 40] = [
    "について",
    "したい",
    "してほしい",
    "がほしい",
    "ほしい",
    "です",
    "ます",
    "ました",
    "ません",
    "ください",
    "って",
    "から",
    "まで",
    "けど",
    "ない",
    "なくて",
    "できない",
    "できる",
    "される",
    "された",
    "られる",
    "られた",
    "している",
    "していた",
    "してる",
    "した",
    "する",
    "どこ",
    "どうすれば",
    "ところ",
    "ばしょ",
    "とか",
    "など",
    "ので",
    "のに",
    "たい",
    "いる",
    "ある",
    "なりたい",
    "がない",
];

fn terms(part: &str) -> Vec<Term> {
    let runs = runs(part);
    let only_hiragana = runs.iter().all(|(script, _)| *script == Script::Hiragana);
    runs.into_iter()
        .filter_map(|(script, text)| {
            let length = text.chars().count();
            let weight = match script {
                Script::Kanji if length == 1 => 2,
                Script::Kanji => 6,
                Script::Katakana if length >= 2 => 5,
                Script::Letters | Script::Digits if length >= 2 => 4,
                Script::Hiragana if only_hiragana && length >= 2 => 4,
                Script::Hiragana if length >= 3 && !EMPTY.contains(&text.as_str()) => 2,
                _ => return None,
            };
            Some(Term { text, weight })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(typed: &str) -> Vec<String> {
        Query::new(typed).terms().into_iter().map(|term| term.text.clone()).collect()
    }

    #[test]
    fn words_are_found_where_the_script_changes() {
        assert_eq!(words("話し相手がほしい"), ["話", "相手"]);
        assert_eq!(words("子ども 相談"), ["子", "相談"]);
        assert_eq!(words("ひきこもり"), ["ひきこもり"]);
        assert_eq!(words("コミュニティ・センター"), ["こみゅにてぃ", "せんた"]);
        assert_eq!(words("DV相談＋"), ["dv", "相談"]);
        assert_eq!(words("財布に小銭しかない 今日なに食べよう"), ["財布", "小銭", "しかない", "今日", "食", "べよう"]);
    }

    #[test]
    fn whatever_is_typed_is_only_text() {
        let query = Query::new("\"相談\" OR NOT (name:* ^ AND)");
        assert_eq!(
            query.chunks.iter().map(|c| c.text.as_str()).collect::<Vec<_>>(),
            ["相談", "or", "not", "name", "and"]
        );
        assert!(Query::new(" 　！？").is_empty());
        assert_eq!(Query::new("０１２０－２７９").digits.as_deref(), Some("0120279"));
        assert_eq!(Query::new("soudan madoguchi").kana.as_deref(), Some("そうだんまどぐち"));
    }

    #[test]
    fn a_very_long_text_is_cut() {
        let query = Query::new(&"借金 家賃 学費 夜 眠 ".repeat(10_000));
        assert!(query.whole.chars().count() <= 200);
        assert!(query.terms().len() <= 12);
    }
}
