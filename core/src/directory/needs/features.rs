//! What the model sees of a text: pieces of one to four characters, whole Latin words, and the kana of romaji.

use std::collections::BTreeMap;

use crate::search::{normalise, romaji_to_hiragana};

/// Longest text that is looked at, in characters; the rest of a longer one is left out.
const MAX_CHARS: usize = 400;
/// Longest piece, in characters.
const LONGEST: usize = 4;
/// Stands before the first and after the last character.
const EDGE: char = '|';

/// The pieces of a text with the words they came from, each piece once, in a fixed order.
///
/// The value is how the piece is shown to a person as a reason; pieces that only mark an edge show the letters.
#[must_use]
pub fn features(text: &str) -> BTreeMap<String, String> {
    let text: String = text.chars().take(MAX_CHARS).collect();
    let mut found = BTreeMap::new();
    pieces(&normalise(&text), &mut found);
    let words: Vec<String> = latin_words(&text);
    for (index, word) in words.iter().enumerate() {
        found.insert(format!("={word}"), word.clone());
        if let Some(next) = words.get(index + 1) {
            found.insert(format!("={word} {next}"), format!("{word} {next}"));
        }
    }
    let kana: String = words.iter().filter(|word| word.len() > 2).filter_map(|word| romaji_to_hiragana(word)).collect();
    if !kana.is_empty() {
        pieces(&kana, &mut found);
    }
    found
}

fn pieces(normalised: &str, found: &mut BTreeMap<String, String>) {
    let chars: Vec<char> = std::iter::once(EDGE).chain(normalised.chars()).chain([EDGE]).collect();
    for length in 1..=LONGEST {
        for window in chars.windows(length) {
            let piece: String = window.iter().collect();
            let shown: String = window.iter().filter(|c| **c != EDGE).collect();
            if !shown.is_empty() {
                found.insert(piece, shown);
            }
        }
    }
}

/// Latin words in lower case, in order.
fn latin_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).map(str::to_ascii_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn romaji_gives_the_pieces_of_its_kana() {
        let romaji = features("soudan");
        assert!(romaji.contains_key("そうだん"));
        assert!(romaji.contains_key("=soudan"));
    }

    #[test]
    fn width_and_kana_make_no_difference() {
        assert_eq!(features("ｿｳﾀﾞﾝ").keys().collect::<Vec<_>>(), features("そうだん").keys().collect::<Vec<_>>());
    }
}
