//! From pieces that spoke for a need back to the words a person wrote: 「話し・しい・し相」 is 「話し相手・ほしい」.

use crate::search::{normalise, romaji_to_hiragana};

/// Hiragana that stand alone between two words.
const PARTICLES: &str = "がはにでものとへや";
/// What follows the same hiragana inside one word: 死にたい, 怖がる.
const INSIDE: &str = "たまなるりらろれっちてんさす";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hiragana,
    Katakana,
    Latin,
    Other,
    /// Belongs to whatever stands before it.
    Mark,
    Gap,
}

fn kind(c: char) -> Kind {
    match c {
        'ー' | 'ｰ' | 'ﾞ' | 'ﾟ' | '\'' | '’' | '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' => Kind::Mark,
        'ぁ'..='ゟ' => Kind::Hiragana,
        'ァ'..='ヿ' | 'ｦ'..='ﾝ' => Kind::Katakana,
        '0'..='9' | 'a'..='z' | 'A'..='Z' | '０'..='９' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' => Kind::Latin,
        _ if c.is_alphanumeric() => Kind::Other,
        _ => Kind::Gap,
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    text: String,
    /// Follows the word before it without a gap.
    glued: bool,
    latin: bool,
    particle: bool,
}

/// A text as words, as far as the change of script and the particles show them.
#[derive(Debug, Clone)]
pub(super) struct Written {
    words: Vec<Word>,
    /// What is compared, each character with the place of its word: as typed, and romaji as kana.
    readings: Vec<Vec<(char, usize)>>,
}

impl Written {
    pub(super) fn new(text: &str) -> Self {
        let words = words(text);
        let reading = |read: &dyn Fn(&Word) -> Option<String>| {
            let parts = words.iter().enumerate().filter_map(|(place, word)| Some((place, read(word)?)));
            parts.flat_map(|(place, part)| part.chars().map(move |c| (c, place)).collect::<Vec<_>>()).collect()
        };
        let kana = |word: &Word| romaji_to_hiragana(&word.text).filter(|_| word.latin);
        let readings = vec![
            reading(&|word| Some(normalise(&word.text))),
            reading(&|word| kana(word).filter(|_| word.text.len() > 2)),
            reading(&kana),
        ];
        Self { words, readings }
    }

    /// The words in which the pieces stand, in the order of the text; the pieces themselves where none is found.
    pub(super) fn words(&self, pieces: Vec<String>) -> Vec<String> {
        let mut spoke = vec![false; self.words.len()];
        for piece in &pieces {
            let piece: Vec<char> = normalise(piece).chars().collect();
            for window in self.readings.iter().flat_map(|reading| reading.windows(piece.len().max(1))) {
                if window.iter().map(|(c, _)| c).eq(&piece) {
                    for (_, place) in window {
                        if let Some(word) = spoke.get_mut(*place) {
                            *word = true;
                        }
                    }
                }
            }
        }
        let mut found: Vec<String> = Vec::new();
        let mut group: Vec<&Word> = Vec::new();
        for (word, spoke) in self.words.iter().zip(spoke) {
            let joins = word.glued || (word.latin && group.last().is_some_and(|before| before.latin));
            if !spoke || !joins {
                close(&mut group, &mut found);
            }
            if spoke {
                group.push(word);
            }
        }
        close(&mut group, &mut found);
        if found.is_empty() { pieces } else { found }
    }
}

/// Ends a run of words that spoke: without particles at its edges, each run once.
fn close(group: &mut Vec<&Word>, found: &mut Vec<String>) {
    let run = std::mem::take(group);
    let last = run.iter().rposition(|word| !word.particle).map_or(0, |at| at + 1);
    let mut text = String::new();
    for word in run.into_iter().take(last).skip_while(|word| word.particle) {
        if !text.is_empty() && !word.glued {
            text.push(' ');
        }
        text.push_str(&word.text);
    }
    if !text.is_empty() && !found.contains(&text) {
        found.push(text);
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut before = Kind::Gap;
    for (c, kind) in text.chars().map(|c| (c, kind(c))) {
        // Hiragana after kanji or katakana end the same word; anything else that changes begins another.
        let goes_on = kind == before
            || (kind == Kind::Hiragana && matches!(before, Kind::Other | Kind::Katakana) && c != 'を')
            || (kind == Kind::Mark && before != Kind::Gap);
        match words.last_mut() {
            _ if kind == Kind::Gap => {}
            Some(word) if goes_on && c != 'を' && !word.particle => word.text.push(c),
            _ => words.push(Word {
                text: c.to_string(),
                glued: before != Kind::Gap,
                latin: kind == Kind::Latin,
                particle: c == 'を',
            }),
        }
        if kind != Kind::Mark {
            before = kind;
        }
    }
    words.into_iter().flat_map(split_particle).collect()
}

/// 相手がほしい is 相手, が, ほしい.
fn split_particle(word: Word) -> Vec<Word> {
    let head: String = word.text.chars().take_while(|c| kind(*c) != Kind::Hiragana).collect();
    let mut tail = word.text.chars().skip(head.chars().count());
    let Some(particle) = tail.next().filter(|c| PARTICLES.contains(*c)) else { return vec![word] };
    let rest: String = tail.collect();
    if head.is_empty() || rest.starts_with(|c| INSIDE.contains(c)) {
        return vec![word];
    }
    let part = |text: String, particle| Word { text, glued: true, latin: false, particle };
    let mut parts = vec![Word { text: head, ..word }, part(particle.to_string(), true)];
    if !rest.is_empty() {
        parts.push(part(rest, false));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, pieces: &[&str]) -> Vec<String> {
        Written::new(text).words(pieces.iter().map(|piece| (*piece).to_owned()).collect())
    }

    #[test]
    fn pieces_become_the_words_they_stand_in() {
        assert_eq!(read("話し相手がほしい", &["話し", "しい", "し相"]), ["話し相手", "ほしい"]);
        assert_eq!(read("夜 眠れない", &["夜眠", "れな"]), ["夜", "眠れない"]);
        assert_eq!(read("首を吊りたい", &["首を吊"]), ["首を吊りたい"]);
        assert_eq!(read("死にたい", &["死に"]), ["死にたい"]);
        assert_eq!(read("夫に殴られる", &["に殴"]), ["殴られる"]);
    }

    #[test]
    fn words_are_shown_as_they_were_written() {
        assert_eq!(read("ｵｰﾊﾞｰﾄﾞｰｽﾞした", &["おばどず"]), ["ｵｰﾊﾞｰﾄﾞｰｽﾞした"]);
        assert_eq!(read("Nobody to Talk to", &["talk to", "bodyto"]), ["Nobody to Talk to"]);
        assert_eq!(read("kubi wo tsuritai", &["くびをつ"]), ["kubi wo tsuritai"]);
        assert_eq!(read("I can't sleep", &["can't"]), ["can't"]);
    }

    #[test]
    fn what_stands_nowhere_stays() {
        assert_eq!(read("さみしい", &["xyz"]), ["xyz"]);
        assert_eq!(read("", &["死に"]), ["死に"]);
    }

    proptest::proptest! {
        #[test]
        fn every_word_stands_in_the_text(text in "[ ぁ-ん一-龠ァ-ヶーa-z']{0,30}", piece in "[ぁ-んa-z]{1,2}") {
            let plain = |text: &str| text.split_whitespace().collect::<String>();
            for word in read(&text, &[&piece]) {
                proptest::prop_assert!(word == piece || plain(&text).contains(&plain(&word)), "{}", word);
            }
        }
    }
}
