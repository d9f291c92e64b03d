//! The municipalities that rows and folders are matched with, from the table of the national pack.

use crate::directory::areas::{Area, Areas, Level};
use crate::directory::import::{Municipalities, Municipality};

/// Endings of names with their readings, left out of a folder's name.
const ENDINGS: [(char, &[&str]); 4] =
    [('市', &["し"]), ('区', &["く"]), ('町', &["ちょう", "まち"]), ('村', &["むら", "そん"])];

/// Syllables in Latin letters, in the order of the kana below.
const KANA: &str = "あいうえおかきくけこがぎぐげごさしすせそざじずぜぞたちつてとだぢづでどなにぬねのはひふへほばびぶべぼぱぴぷぺぽまみむめもやゆよらりるれろわをん";
const LATIN: [&str; 71] = [
    "a", "i", "u", "e", "o", "ka", "ki", "ku", "ke", "ko", "ga", "gi", "gu", "ge", "go", "sa", "shi", "su", "se", "so",
    "za", "ji", "zu", "ze", "zo", "ta", "chi", "tsu", "te", "to", "da", "ji", "zu", "de", "do", "na", "ni", "nu", "ne",
    "no", "ha", "hi", "fu", "he", "ho", "ba", "bi", "bu", "be", "bo", "pa", "pi", "pu", "pe", "po", "ma", "mi", "mu",
    "me", "mo", "ya", "yu", "yo", "ra", "ri", "ru", "re", "ro", "wa", "o", "n",
];

pub(super) fn table(areas: &Areas) -> Municipalities {
    Municipalities::new(areas.iter().filter(|area| area.level != Level::Prefecture).map(|area| Municipality {
        code: area.code.as_str().to_owned(),
        prefecture: areas.prefecture_name(&area.code).unwrap_or_default().to_owned(),
        name: area.name.clone(),
        romaji: romaji(stem(area)),
    }))
}

fn stem(area: &Area) -> &str {
    let last = area.name.chars().last();
    ENDINGS
        .iter()
        .filter(|(ending, _)| Some(*ending) == last)
        .flat_map(|(_, readings)| readings.iter())
        .find_map(|reading| area.kana.strip_suffix(reading))
        .unwrap_or(&area.kana)
}

/// Hepburn without marks for long vowels, as folders are named: とうきょう is tokyo, おおさか osaka.
fn romaji(kana: &str) -> String {
    let mut out = String::new();
    let mut doubled = false;
    for c in kana.chars() {
        let small = match c {
            'ゃ' => Some("a"),
            'ゅ' => Some("u"),
            'ょ' => Some("o"),
            _ => None,
        };
        if let Some(vowel) = small {
            out.pop();
            if !out.ends_with("sh") && !out.ends_with("ch") && !out.ends_with('j') {
                out.push('y');
            }
            out.push_str(vowel);
            continue;
        }
        if c == 'っ' {
            doubled = true;
            continue;
        }
        let Some(latin) = KANA.chars().position(|kana| kana == c).and_then(|at| LATIN.get(at)) else { continue };
        let long = (c == 'う' && (out.ends_with('o') || out.ends_with('u'))) || (c == 'お' && out.ends_with('o'));
        if long {
            continue;
        }
        if doubled {
            out.extend(if latin.starts_with("ch") { Some('t') } else { latin.chars().next() });
            doubled = false;
        }
        out.push_str(latin);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_named_in_plain_hepburn() {
        for (kana, latin) in [
            ("たかまつ", "takamatsu"),
            ("やいづ", "yaizu"),
            ("とうきょう", "tokyo"),
            ("べっぷ", "beppu"),
            ("おおさか", "osaka"),
        ] {
            assert_eq!(romaji(kana), latin);
        }
    }
}
