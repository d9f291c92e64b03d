//! Recognises text that names a spot. Wrong alarms are cheap here, a missed address is not: it is only asked about
//! confidential records.

use unicode_normalization::UnicodeNormalization;

/// Words that stand in an address and hardly anywhere else.
const ADDRESS_WORDS: [&str; 9] = ["丁目", "番地", "〒", "大字", "号室", "地割", "郵便番号", "緯度", "経度"];
/// Addresses of map pages.
const MAP_PAGES: [&str; 6] =
    ["google.com/maps", "google.co.jp/maps", "goo.gl/maps", "maps.app", "maps.google", "map.yahoo"];
/// After one of these a number of a lot may follow.
const DIVISIONS: [char; 10] = ['都', '道', '府', '県', '市', '区', '町', '村', '郡', '字'];
/// How many characters may stand between the division and the number (本町の, 町イ, 大聖寺南町ニ).
const REACH: usize = 10;

/// Whether a text contains an address, a postal code, coordinates or a map page.
#[must_use]
pub fn names_a_spot(text: &str) -> bool {
    let folded: Vec<char> = text.nfkc().map(fold).collect();
    let flat: String = folded.iter().collect();
    let lower = flat.to_lowercase();
    ADDRESS_WORDS.iter().any(|word| flat.contains(word))
        || MAP_PAGES.iter().any(|page| lower.contains(page))
        || (0..folded.len()).any(|at| starts_number(&folded, at) && is_spot(&folded, at))
}

/// Hyphens of every family and "の" between numbers become `-`; kanji digits become digits.
fn fold(c: char) -> char {
    match c {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | 'ｰ' | '─' | '﹣' | '－' => '-',
        _ => c,
    }
}

fn starts_number(text: &[char], at: usize) -> bool {
    is_digit(text, at)
        && (at == 0 || !matches!(text.get(at - 1), Some(c) if c.is_ascii_digit() || *c == '-' || *c == '.'))
}

fn is_spot(text: &[char], at: usize) -> bool {
    let (groups, end) = groups(text, at);
    let after = text.get(end).copied().unwrap_or(' ');
    let lengths: Vec<usize> = groups.iter().map(Vec::len).collect();
    let postal = lengths == [3, 4];
    // 1-2-3, but neither a telephone number (a leading zero, long groups) nor a date.
    let lots = lengths.len() >= 3
        && lengths.iter().all(|n| *n <= 3)
        && groups.first().is_some_and(|g| g.first() != Some(&'0'));
    let counted =
        matches!(after, '番' | '号' | '条') && groups.iter().any(|g| !g.is_empty()) && follows_division(text, at);
    let lot_pair =
        lengths.len() == 2 && lengths.iter().all(|n| *n <= 4) && !is_time(after) && follows_division(text, at);
    let lot = lengths.len() == 1 && at > 0 && directly_after_division(text, at) && !is_count(after);
    postal || lots || counted || lot_pair || lot || is_coordinate(text, at)
}

/// Groups of digits joined by hyphens, and where they end.
fn groups(text: &[char], at: usize) -> (Vec<Vec<char>>, usize) {
    let mut groups = vec![Vec::new()];
    let mut end = at;
    while let Some(c) = text.get(end) {
        match groups.last_mut() {
            Some(group) if c.is_ascii_digit() => group.push(*c),
            _ if *c == '-' && is_digit(text, end + 1) => groups.push(Vec::new()),
            _ => break,
        }
        end += 1;
    }
    (groups, end)
}

fn follows_division(text: &[char], at: usize) -> bool {
    let from = at.saturating_sub(REACH);
    let before = text.get(from..at).unwrap_or_default();
    before
        .iter()
        .rev()
        .take_while(|c| !matches!(c, '。' | '、' | ',' | '(' | ')' | ' ' | '\n'))
        .any(|c| DIVISIONS.contains(c))
}

/// 町12, 町イ46: at most two kana between the division and the number.
fn directly_after_division(text: &[char], at: usize) -> bool {
    let before = text.get(at.saturating_sub(3)..at).unwrap_or_default();
    let mut back = before.iter().rev().skip_while(|c| ('ァ'..='ヺ').contains(*c));
    matches!(back.next(), Some('町' | '村' | '字'))
}

/// 34.34, 134.04: latitude and longitude of Japan with at least three decimals.
fn is_coordinate(text: &[char], at: usize) -> bool {
    let number: String = text.iter().skip(at).take_while(|c| c.is_ascii_digit() || **c == '.').collect();
    let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    decimals >= 3 && number.parse::<f64>().is_ok_and(|n| (20.0..46.0).contains(&n) || (122.0..154.5).contains(&n))
}

const fn is_time(after: char) -> bool {
    matches!(after, '時' | ':' | '歳' | '才' | '日' | '月' | '年' | '人')
}

const fn is_count(after: char) -> bool {
    is_time(after) || matches!(after, 'か' | 'カ' | 'ヶ' | 'ケ' | 'つ' | '名' | '回' | '箇')
}

fn is_digit(text: &[char], at: usize) -> bool {
    text.get(at).is_some_and(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_cities_publish_them_are_recognised() {
        for address in [
            "宇都宮市中央本町1-29",
            "港町３丁目",
            "番町ニ丁目14番2号",
            "〒760-0000",
            "郵便は 760-0000 へ",
            "上町イ46-6",
            "大聖寺南町ニ41",
            "字大町ﾄの3番地3",
            "1ｰ40ｰ1",
            "1-2-3 Honcho",
            "市内本町10番5号",
            "34.342788,134.046574",
            "https://www.google.com/maps/place/x",
        ] {
            assert!(names_a_spot(address), "{address}");
        }
    }

    #[test]
    fn telephone_numbers_dates_and_hours_are_not_taken_for_addresses() {
        for text in [
            "0120-279-889",
            "03-5774-0992",
            "0800-300-8355",
            "2026-11-21",
            "平日9-17時",
            "Mo-Fr 09:00-17:00",
            "市区町村の窓口へ。18歳まで",
            "#8008",
            "県内3か所",
            "公開資料から。窓口には未確認",
        ] {
            assert!(!names_a_spot(text), "{text}");
        }
    }
}
