//! Words that are looked for together: ふところ for お金. A table from the national pack; nothing is guessed.

use std::collections::BTreeMap;

use super::{Query, normalise};

/// Groups of words that stand for one another.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    groups: Vec<Vec<Word>>,
    by_word: BTreeMap<String, Vec<usize>>,
    longest: usize,
}

#[derive(Debug, Clone)]
struct Word {
    shown: String,
    text: String,
}

/// A word of the table that was heard in a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// As it stands in the table.
    pub word: String,
    /// The same, normalised.
    pub text: String,
    /// The others of its group: as shown and normalised.
    pub others: Vec<(String, String)>,
}

/// Most other words that one word is looked for as.
const MOST_OTHERS: usize = 8;

impl Synonyms {
    /// Takes groups of words.
    #[must_use]
    pub fn new(groups: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut table = Self::default();
        for group in groups {
            let mut words: Vec<Word> = Vec::new();
            for shown in group {
                let text = normalise(&shown);
                if !text.is_empty() && !words.iter().any(|word| word.text == text) {
                    table.longest = table.longest.max(text.chars().count());
                    table.by_word.entry(text.clone()).or_default().push(table.groups.len());
                    words.push(Word { shown, text });
                }
            }
            table.groups.push(words);
        }
        table
    }

    /// Words of the table that occur in a query, longest first at each place, without overlaps.
    #[must_use]
    pub fn heard(&self, query: &Query) -> Vec<Heard> {
        let mut heard: Vec<Heard> = Vec::new();
        let chunks = query.chunks.iter().map(|chunk| chunk.text.as_str());
        let joined = (query.chunks.len() > 1).then_some(query.whole.as_str());
        for text in joined
            .into_iter()
            .filter(|text| self.by_word.contains_key(*text))
            .chain(chunks)
            .chain(query.kana.as_deref())
        {
            self.hear(text, &mut heard);
        }
        heard
    }

    fn hear(&self, text: &str, heard: &mut Vec<Heard>) {
        let chars: Vec<char> = text.chars().collect();
        let mut at = 0;
        while at < chars.len() {
            let longest = self.longest.min(chars.len() - at);
            let found = (1..=longest).rev().find_map(|length| {
                let word: String = chars.get(at..at + length)?.iter().collect();
                let before = at.checked_sub(1).and_then(|i| chars.get(i));
                let fits = stands_alone(&word, length, before, chars.get(at + length), length == chars.len());
                (fits && self.by_word.contains_key(&word)).then_some((word, length))
            });
            let Some((word, length)) = found else {
                at += 1;
                continue;
            };
            self.add(&word, heard);
            at += length;
        }
    }

    fn add(&self, text: &str, heard: &mut Vec<Heard>) {
        if heard.iter().any(|known| known.text == text) {
            return;
        }
        for group in self.by_word.get(text).into_iter().flatten().filter_map(|group| self.groups.get(*group)) {
            let Some(word) = group.iter().find(|word| word.text == text) else { continue };
            let others = group.iter().filter(|other| other.text != text);
            heard.push(Heard {
                word: word.shown.clone(),
                text: text.to_owned(),
                others: others.take(MOST_OTHERS).map(|other| (other.shown.clone(), other.text.clone())).collect(),
            });
        }
    }
}

/// Short kana and Latin words are heard only where they stand alone: `od` is not in `food`, し is not in しごと.
fn stands_alone(word: &str, length: usize, before: Option<&char>, after: Option<&char>, whole: bool) -> bool {
    let latin = |c: &char| c.is_ascii_alphanumeric();
    if word.chars().all(|c| latin(&c)) {
        return !before.is_some_and(latin) && !after.is_some_and(latin);
    }
    let hiragana = |c: &char| ('ぁ'..='ゟ').contains(c);
    length >= 3 || whole || !word.chars().all(|c| hiragana(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Synonyms {
        let group = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        Synonyms::new([
            group(&["お金", "借金", "money"]),
            group(&["OD", "オーバードーズ"]),
            group(&["うつ", "鬱", "depression"]),
        ])
    }

    fn heard(typed: &str) -> Vec<String> {
        table().heard(&Query::new(typed)).into_iter().map(|heard| heard.word).collect()
    }

    #[test]
    fn words_are_heard_inside_sentences() {
        assert_eq!(heard("借金が返せない"), ["借金"]);
        assert_eq!(heard("ｵｰﾊﾞｰﾄﾞｰｽﾞした"), ["オーバードーズ"]);
        assert_eq!(heard("鬱かも"), ["鬱"]);
        assert_eq!(heard("MONEY"), ["money"]);
    }

    #[test]
    fn short_words_are_heard_only_alone() {
        assert_eq!(heard("food bank"), Vec::<String>::new());
        assert_eq!(heard("od した"), ["OD"]);
        assert_eq!(heard("うつわ"), Vec::<String>::new());
        assert_eq!(heard("うつ"), ["うつ"]);
    }
}
