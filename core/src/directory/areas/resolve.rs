//! From what a person typed to a place.

use std::collections::BTreeSet;

use super::{Area, Areas};
use crate::model::AreaCode;
use crate::search::{normalise, romaji_to_hiragana};

/// How many near names are suggested.
const SUGGESTIONS: usize = 5;
/// English words after a name, with the endings that they stand for.
const ENGLISH: [(&str, &[&str]); 6] = [
    (" city", &["し"]),
    (" ward", &["く"]),
    (" town", &["ちょう", "まち"]),
    (" village", &["むら", "そん"]),
    (" prefecture", &["けん", "ふ", "と", ""]),
    (" pref", &["けん", "ふ", "と", ""]),
];

/// What a place name means.
#[derive(Debug, Clone, PartialEq)]
pub enum AreaMatch<'a> {
    /// One place.
    One(&'a Area),
    /// Several places have this name: ask which.
    Several(Vec<&'a Area>),
    /// None; names that are written nearly so.
    None(Vec<&'a Area>),
}

pub(super) fn resolve<'a>(areas: &'a Areas, text: &str) -> AreaMatch<'a> {
    let form = normalise(text);
    if !form.is_empty() && form.bytes().all(|byte| byte.is_ascii_digit()) {
        return by_code(areas, &form);
    }
    let mut codes = areas.names().written(&form);
    if codes.is_empty() {
        codes = without_county(&form).map(|form| areas.names().written(&form)).unwrap_or_default();
    }
    if codes.is_empty() {
        codes = romaji(areas, text);
    }
    let found = rows(areas, &codes);
    match found.as_slice() {
        [] => AreaMatch::None(near(areas, &form)),
        [one] => AreaMatch::One(one),
        _ => AreaMatch::Several(found),
    }
}

/// Two digits, six digits, or five to which the check digit, or the leading zero, is missing.
fn by_code<'a>(areas: &'a Areas, digits: &str) -> AreaMatch<'a> {
    let candidates = match digits.len() {
        1 => vec![format!("0{digits}")],
        5 => (0..10).map(|check| format!("{digits}{check}")).chain([format!("0{digits}")]).collect(),
        _ => vec![digits.to_owned()],
    };
    let prefecture = |code: &AreaCode| code.as_str().get(2..5) == Some("000");
    let found: BTreeSet<AreaCode> = candidates
        .iter()
        .filter_map(|code| AreaCode::parse(code))
        .filter_map(|code| if prefecture(&code) { AreaCode::parse(code.prefecture()?) } else { Some(code) })
        .filter(|code| areas.get(code).is_some())
        .collect();
    let found = rows(areas, &found);
    match found.as_slice() {
        [] => AreaMatch::None(Vec::new()),
        [one] => AreaMatch::One(one),
        _ => AreaMatch::Several(found),
    }
}

/// 岐阜県本巣郡北方町 without the 郡, which the table does not have. What stands before it is kept where it is a
/// prefecture; only a 郡 after at least one character counts (郡山市, 郡上市).
fn without_county(form: &str) -> Option<String> {
    let (before, town) = form.split_once('郡')?;
    let at = ["都", "道", "府", "県"].iter().filter_map(|end| before.find(end).map(|at| at + end.len())).min();
    let prefecture = at.and_then(|at| before.get(..at)).unwrap_or_default();
    (!before.is_empty()).then(|| format!("{prefecture}{town}"))
}

fn romaji(areas: &Areas, text: &str) -> BTreeSet<AreaCode> {
    let text = text.trim().to_lowercase();
    let english = ENGLISH.iter().find_map(|(word, endings)| Some((text.strip_suffix(word)?, *endings)));
    let (plain, endings) = english.unwrap_or((&text, &[]));
    // Takamatsu, Kagawa
    let turned = plain.split_once([',', ' ']).map(|(place, prefecture)| format!("{prefecture}{place}"));
    let readings = [Some(plain), turned.as_deref()].into_iter().flatten().filter_map(romaji_to_hiragana);
    readings
        .flat_map(|kana| {
            endings.iter().map(|ending| format!("{kana}{ending}")).chain([kana.clone()]).collect::<Vec<_>>()
        })
        .map(|kana| areas.names().sounding(&kana))
        .find(|codes| !codes.is_empty())
        .unwrap_or_default()
}

fn rows<'a>(areas: &'a Areas, codes: &BTreeSet<AreaCode>) -> Vec<&'a Area> {
    codes.iter().filter_map(|code| areas.get(code)).collect()
}

/// Names that contain what was typed, or differ from it in one character.
fn near<'a>(areas: &'a Areas, form: &str) -> Vec<&'a Area> {
    let typed: Vec<char> = form.chars().collect();
    if typed.len() < 2 {
        return Vec::new();
    }
    let mut ranked: Vec<(usize, usize, usize, &AreaCode)> = Vec::new();
    for (name, codes) in areas.names().all() {
        let letters: Vec<char> = name.chars().collect();
        let rank = match name {
            name if name.starts_with(form) => 0,
            _ if one_apart(&typed, &letters) => 1,
            name if name.contains(form) || letters.len() > 1 && form.contains(name.as_str()) => 2,
            _ => continue,
        };
        // What begins alike is more likely meant, then what is of like length.
        let differs_at = typed.iter().zip(&letters).take_while(|(a, b)| a == b).count();
        let order = (rank, typed.len() - differs_at, letters.len().abs_diff(typed.len()));
        ranked.extend(codes.iter().map(|code| (order.0, order.1, order.2, code)));
    }
    ranked.sort();
    let mut seen = BTreeSet::new();
    ranked.retain(|(.., code)| seen.insert(*code));
    ranked.into_iter().take(SUGGESTIONS).filter_map(|(.., code)| areas.get(code)).collect()
}

/// Whether one character was changed, added or left out.
fn one_apart(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() < 3 || long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let tail = |skip: usize| long.get(same + 1..).unwrap_or_default() == short.get(same + skip..).unwrap_or_default();
    tail(0) || (short.len() == long.len() && tail(1))
}
