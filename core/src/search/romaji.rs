//! Romaji typed on a keyboard without Japanese: Hepburn and Kunrei, as people mix them.

use unicode_normalization::UnicodeNormalization;

/// Syllables of up to four letters; the longest that fits is taken.
#[rustfmt::skip]
const SYLLABLES: &[(&str, &str)] = &[
    ("a", "あ"), ("i", "い"), ("u", "う"), ("e", "え"), ("o", "お"),
    ("ka", "か"), ("ki", "き"), ("ku", "く"), ("ke", "け"), ("ko", "こ"), ("kya", "きゃ"), ("kyu", "きゅ"), ("kyo", "きょ"),
    ("ga", "が"), ("gi", "ぎ"), ("gu", "ぐ"), ("ge", "げ"), ("go", "ご"), ("gya", "ぎゃ"), ("gyu", "ぎゅ"), ("gyo", "ぎょ"),
    ("sa", "さ"), ("shi", "し"), ("si", "し"), ("su", "す"), ("se", "せ"), ("so", "そ"),
    ("sha", "しゃ"), ("shu", "しゅ"), ("sho", "しょ"), ("she", "しぇ"), ("sya", "しゃ"), ("syu", "しゅ"), ("syo", "しょ"),
    ("za", "ざ"), ("ji", "じ"), ("zi", "じ"), ("zu", "ず"), ("ze", "ぜ"), ("zo", "ぞ"),
    ("ja", "じゃ"), ("ju", "じゅ"), ("jo", "じょ"), ("je", "じぇ"), ("jya", "じゃ"), ("jyu", "じゅ"), ("jyo", "じょ"),
    ("zya", "じゃ"), ("zyu", "じゅ"), ("zyo", "じょ"),
    ("ta", "た"), ("chi", "ち"), ("ti", "ち"), ("tsu", "つ"), ("tu", "つ"), ("te", "て"), ("to", "と"),
    ("cha", "ちゃ"), ("chu", "ちゅ"), ("cho", "ちょ"), ("che", "ちぇ"), ("tya", "ちゃ"), ("tyu", "ちゅ"), ("tyo", "ちょ"),
    ("cya", "ちゃ"), ("cyu", "ちゅ"), ("cyo", "ちょ"), ("thi", "てぃ"), ("dhi", "でぃ"),
    ("da", "だ"), ("di", "ぢ"), ("du", "づ"), ("dzu", "づ"), ("de", "で"), ("do", "ど"),
    ("na", "な"), ("ni", "に"), ("nu", "ぬ"), ("ne", "ね"), ("no", "の"), ("nya", "にゃ"), ("nyu", "にゅ"), ("nyo", "にょ"),
    ("ha", "は"), ("hi", "ひ"), ("fu", "ふ"), ("hu", "ふ"), ("he", "へ"), ("ho", "ほ"), ("hya", "ひゃ"), ("hyu", "ひゅ"), ("hyo", "ひょ"),
    ("fa", "ふぁ"), ("fi", "ふぃ"), ("fe", "ふぇ"), ("fo", "ふぉ"),
    ("ba", "ば"), ("bi", "び"), ("bu", "ぶ"), ("be", "べ"), ("bo", "ぼ"), ("bya", "びゃ"), ("byu", "びゅ"), ("byo", "びょ"),
    ("pa", "ぱ"), ("pi", "ぴ"), ("pu", "ぷ"), ("pe", "ぺ"), ("po", "ぽ"), ("pya", "ぴゃ"), ("pyu", "ぴゅ"), ("pyo", "ぴょ"),
    ("ma", "ま"), ("mi", "み"), ("mu", "む"), ("me", "め"), ("mo", "も"), ("mya", "みゃ"), ("myu", "みゅ"), ("myo", "みょ"),
    ("ya", "や"), ("yu", "ゆ"), ("yo", "よ"),
    ("ra", "ら"), ("ri", "り"), ("ru", "る"), ("re", "れ"), ("ro", "ろ"), ("rya", "りゃ"), ("ryu", "りゅ"), ("ryo", "りょ"),
    ("wa", "わ"), ("wi", "うぃ"), ("we", "うぇ"), ("wo", "を"), ("va", "ゔぁ"), ("vi", "ゔぃ"), ("vu", "ゔ"), ("ve", "ゔぇ"), ("vo", "ゔぉ"),
];

const LONGEST: usize = 3;

/// Reads romaji as hiragana. `None` when some of it cannot be read so, as in English words that end in a consonant.
///
/// ```
/// use tsunagari_core::search::romaji_to_hiragana;
/// assert_eq!(romaji_to_hiragana("Sōdan").as_deref(), Some("そうだん"));
/// assert_eq!(romaji_to_hiragana("help"), None);
/// ```
#[must_use]
pub fn romaji_to_hiragana(text: &str) -> Option<String> {
    let letters = plain_letters(text)?;
    let mut rest = letters.as_str();
    let mut out = String::new();
    while !rest.is_empty() {
        let (kana, used) = next(rest)?;
        out.push_str(kana);
        rest = rest.get(used..)?;
    }
    (!out.is_empty()).then_some(out)
}

/// Letters, `'` and digits, with long vowels written out. `None` when anything else than spaces and dashes is there.
fn plain_letters(text: &str) -> Option<String> {
    let mut out = String::new();
    for c in text.nfkc().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '\'' | '0'..='9' => out.push(c),
            '’' => out.push('\''),
            'ā' | 'â' => out.push_str("aa"),
            'ī' | 'î' => out.push_str("ii"),
            'ū' | 'û' => out.push_str("uu"),
            'ē' | 'ê' => out.push_str("ee"),
            'ō' | 'ô' => out.push_str("ou"),
            _ if c.is_whitespace() || c == '-' => {}
            _ => return None,
        }
    }
    Some(out)
}

fn next(rest: &str) -> Option<(&'static str, usize)> {
    let mut bytes = rest.bytes();
    let (first, second) = (bytes.next()?, bytes.next());
    match (first, second) {
        (b'n', Some(b'\'')) => return Some(("ん", 2)),
        // nn before a vowel or y begins the next syllable (konna); else it is one ん, as keyboards write it (kann).
        (b'n', Some(b'n')) => {
            let third = bytes.next().is_some_and(|b| b"aiueoy".contains(&b));
            return Some(("ん", if third { 1 } else { 2 }));
        }
        (b'n', None) => return Some(("ん", 1)),
        (b'n', Some(b)) if !b"aiueoy".contains(&b) => return Some(("ん", 1)),
        (b'm', Some(b'b' | b'm' | b'p')) => return Some(("ん", 1)),
        (b't', Some(b'c')) => return Some(("っ", 1)),
        (a, Some(b)) if a == b && !b"aiueo".contains(&a) && a.is_ascii_lowercase() => return Some(("っ", 1)),
        _ => {}
    }
    (1..=LONGEST.min(rest.len())).rev().find_map(|length| {
        let head = rest.get(..length)?;
        SYLLABLES.iter().find(|(romaji, _)| *romaji == head).map(|(_, kana)| (*kana, length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_are_read() {
        for (romaji, kana) in [
            ("soudan", "そうだん"),
            ("sōdan", "そうだん"),
            ("shinitai", "しにたい"),
            ("sinitai", "しにたい"),
            ("konnichiwa", "こんにちわ"),
            ("konna", "こんな"),
            ("kann", "かん"),
            ("kon'ya", "こんや"),
            ("shimbun", "しんぶん"),
            ("gakkou", "がっこう"),
            ("matcha", "まっちゃ"),
            ("tyotto", "ちょっと"),
            ("Takamatsu", "たかまつ"),
            ("hitori botchi", "ひとりぼっち"),
            ("jidou-kan", "じどうかん"),
        ] {
            assert_eq!(romaji_to_hiragana(romaji).as_deref(), Some(kana), "{romaji}");
        }
    }

    #[test]
    fn english_and_japanese_are_left_alone() {
        for text in ["lonely", "help", "DV", "相談", "", "   ", "food bank", "24h"] {
            assert_eq!(romaji_to_hiragana(text), None, "{text}");
        }
    }
}
