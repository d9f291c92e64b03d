//! Runs of one script: Japanese has no spaces, but its kanji, katakana and hiragana mark where words begin.

use super::normalise;

/// What a run is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Kanji,
    Katakana,
    Hiragana,
    /// Latin and every other alphabet.
    Letters,
    Digits,
}

fn script(c: char) -> Option<Script> {
    Some(match c {
        'ァ'..='ヺ' | 'ー'..='ヿ' => Script::Katakana,
        'ぁ'..='ゟ' => Script::Hiragana,
        '々' | '〇' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Script::Kanji,
        '#' => Script::Digits,
        _ if c.is_ascii_digit() => Script::Digits,
        _ if c.is_alphabetic() => Script::Letters,
        _ => return None,
    })
}

/// Splits a text without spaces (NFKC) into runs, each normalised; empty ones are left out.
pub(super) fn runs(text: &str) -> Vec<(Script, String)> {
    let mut runs: Vec<(Script, String)> = Vec::new();
    let mut fresh = true;
    for c in text.chars() {
        let Some(mut kind) = script(c) else {
            fresh = true;
            continue;
        };
        match runs.last_mut() {
            Some((last, run)) if !fresh => {
                // A long mark after hiragana (らーめん) belongs to it.
                if c == 'ー' {
                    kind = *last;
                }
                if *last == kind {
                    run.push(c);
                } else {
                    runs.push((kind, c.to_string()));
                }
            }
            _ => runs.push((kind, c.to_string())),
        }
        fresh = false;
    }
    runs.into_iter().map(|(kind, run)| (kind, normalise(&run))).filter(|(_, run)| !run.is_empty()).collect()
}
