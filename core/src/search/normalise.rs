//! One form for everything that is compared: what was published and what a person types.

use unicode_normalization::{IsNormalized, UnicodeNormalization, char::decompose_canonical, is_nfkc_quick};

use super::old_forms::modern;

/// The form in which texts are compared. Never shown to anybody.
///
/// - NFKC: full-width letters and digits become ASCII, half-width katakana become whole
/// - katakana become hiragana, small ヵ and ヶ become か and け, ゐ and ゑ become い and え
/// - letters are lower case and lose their accents (Kōchi → kochi)
/// - old and variant forms of kanji become the usual ones (﨑 → 崎, 髙 → 高, 濵 → 浜)
/// - the prolonged sound mark ー and every dash go, so that コーヒー = コヒ and 087-839 = 087839
/// - spaces, punctuation and symbols go; `#` stays, since it is dialled
///
/// Normalising twice changes nothing.
#[must_use]
pub fn normalise(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    if text.is_ascii() {
        out.extend(text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '#').map(|c| c.to_ascii_lowercase()));
        return out;
    }
    if text.chars().all(is_plain) {
        text.chars().for_each(|c| fold(c, &mut out));
        return out;
    }
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().for_each(|c| fold(c, &mut out));
    } else {
        text.nfkc().for_each(|c| fold(c, &mut out));
    }
    // What stood apart may touch now (Hangul letters around a dash) and would combine the next time.
    if is_nfkc_quick(out.chars()) != IsNormalized::Yes {
        let once = std::mem::take(&mut out);
        once.nfkc().for_each(|c| fold(c, &mut out));
    }
    out
}

/// Whether NFKC leaves a character alone wherever it stands: most of Japanese text, told without a table.
const fn is_plain(c: char) -> bool {
    matches!(c, '\0'..='~' | 'ぁ'..='ゖ' | 'ァ'..='ー' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '、'..='】')
}

fn fold(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' | '#' | 'ぁ'..='ゎ' | 'を'..='ゔ' | 'ゝ' | 'ゞ' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        // Katakana lie 0x60 above hiragana; what comes out goes through the same rules.
        'ァ'..='ヶ' => fold(shifted(c), out),
        'ゕ' => out.push('か'),
        'ゖ' => out.push('け'),
        'ゐ' | 'ヸ' => out.push('い'),
        'ゑ' | 'ヹ' => out.push('え'),
        'ヷ' => out.push('わ'),
        'ヺ' => out.push('を'),
        'ヽ' => out.push('ゝ'),
        'ヾ' => out.push('ゞ'),
        '♯' => out.push('#'),
        'ー' => {}
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => out.push(modern(c)),
        _ if c.is_alphanumeric() => fold_letter(c, out),
        _ => {}
    }
}

fn shifted(katakana: char) -> char {
    char::from_u32(u32::from(katakana) - 0x60).unwrap_or(katakana)
}

/// Other scripts: the base letter in lower case.
fn fold_letter(c: char, out: &mut String) {
    if is_hangul(c) {
        out.push(c);
        return;
    }
    for lower in c.to_lowercase() {
        let mut base = None;
        decompose_canonical(lower, |part| {
            base.get_or_insert(part);
        });
        let base = base.unwrap_or(lower);
        if base.is_alphanumeric() {
            out.push(base);
        }
    }
}

const fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sounds_the_same_is_the_same() {
        for (left, right) in [
            ("コミュニティセンター", "こみゅにてぃせんた"),
            ("ｺﾐｭﾆﾃｨｾﾝﾀｰ", "コミュニティセンター"),
            ("ﾊﾟﾋﾟﾌﾟ", "ぱぴぷ"),
            ("か\u{3099}ん", "がん"),
            ("霞ヶ関", "霞ケ関"),
            ("三ヵ所", "三カ所"),
            ("ＤＶ相談＋", "dv相談"),
            ("こころの 健康　相談", "こころの健康相談"),
            ("ヴィラ", "ゔぃら"),
            ("ウヰスキー", "ういすき"),
        ] {
            assert_eq!(normalise(left), normalise(right), "{left} = {right}");
        }
    }

    #[test]
    fn every_dash_and_long_mark_goes() {
        for dash in "-‐‑‒–—―−ー－ｰ─━〜～~﹣⁃".chars() {
            assert_eq!(normalise(&format!("087{dash}839")), "087839", "{dash:?} U+{:04x}", u32::from(dash));
        }
    }

    #[test]
    fn variant_kanji_are_the_usual_ones() {
        for (written, usual) in [
            ("﨑", "崎"),
            ("髙松", "高松"),
            ("濵", "浜"),
            ("濱", "浜"),
            ("渡邊", "渡辺"),
            ("渡邉", "渡辺"),
            ("齋藤", "斎藤"),
            ("齊藤", "斉藤"),
            ("澤", "沢"),
            ("櫻", "桜"),
            ("龍", "竜"),
            ("廣島", "広島"),
            ("國", "国"),
            ("圖書館", "図書館"),
            ("\u{fa19}社", "神社"),
            ("⼈", "人"),
            ("葛󠄀城", "葛城"),
            ("𠮷野", "吉野"),
        ] {
            assert_eq!(normalise(written), usual, "{written}");
        }
    }

    #[test]
    fn accents_case_and_marks_are_not_heard() {
        assert_eq!(normalise("Kōchi ＣAFÉ"), "kochicafe");
        assert_eq!(normalise("#７１１９"), "#7119");
        assert_eq!(normalise("＃いのちＳＯＳ"), "#いのちsos");
        assert_eq!(normalise("㈱つながり・①番"), "株つながり1番");
        assert_eq!(normalise("\u{feff}死に\u{200b}たい。"), "死にたい");
        assert_eq!(normalise("😭！？…\0\r\n\t"), "");
    }

    #[test]
    fn other_scripts_survive() {
        assert_eq!(normalise("도움 전화"), "도움전화");
        assert_eq!(normalise("Tiếng Việt"), "tiengviet");
        assert_eq!(normalise("ПОМОЩЬ"), "помощь");
    }

    proptest::proptest! {
        #[test]
        fn normalising_twice_changes_nothing(text in "\\PC{0,20}") {
            let once = normalise(&text);
            proptest::prop_assert_eq!(normalise(&once), once);
        }

        #[test]
        fn japanese_text_is_stable(text in "[ -~ぁ-ヿ一-龠ｦ-ﾟＡ-ｚ\u{3099}\u{309a}]{0,30}") {
            let once = normalise(&text);
            proptest::prop_assert_eq!(normalise(&once), once);
        }
    }
}
