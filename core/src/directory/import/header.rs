//! Finding the header row, and reading headers however they are written.

use unicode_normalization::UnicodeNormalization;

use super::Rule;
use super::field::{Field, field_of, is_known};

/// Dashes that stand for the prolonged sound mark when katakana are on both sides.
const DASHES: [char; 5] = ['\u{2015}', '\u{2014}', '\u{2010}', '\u{2212}', '\u{2500}'];

/// The form in which headers are looked up: NFKC, lower case, no spaces, ー for dashes between katakana.
pub(super) fn normalise(header: &str) -> String {
    let plain: Vec<char> = header
        .nfkc()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}' | '"'))
        .flat_map(char::to_lowercase)
        .collect();
    let katakana = |at: Option<&char>| at.is_some_and(|c| ('\u{30a1}'..='\u{30fa}').contains(c));
    let mut text = String::with_capacity(header.len());
    for (at, c) in plain.iter().enumerate() {
        let between = at > 0 && katakana(plain.get(at - 1)) && katakana(plain.get(at + 1));
        text.push(if between && DASHES.contains(c) { 'ー' } else { *c });
    }
    text
}

/// One column.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Header as published.
    pub(super) header: String,
    /// Header in normal form.
    pub(super) key: String,
    /// What it means, if that is known and no column before means the same.
    pub(super) field: Option<Field>,
    /// Whether it says yes or no to something, even if another column before does, too.
    pub(super) flag: bool,
}

/// Reads a header row; says what had to be understood.
pub(super) fn columns(cells: &[String], mut note: impl FnMut(Rule, &str)) -> Vec<Column> {
    let mut seen_keys = std::collections::BTreeSet::new();
    let mut seen_fields = std::collections::BTreeSet::new();
    // Where several columns could be the ID, the one a standard defines for all of Japan wins.
    let best_id =
        cells.iter().map(|header| normalise(header)).find(|key| matches!(key.as_str(), "共通id" | "支援制度id"));
    cells
        .iter()
        .map(|header| {
            let key = normalise(header);
            if key.is_empty() {
                note(Rule::HeaderEmpty, header);
                return Column { header: header.clone(), key, field: None, flag: false };
            }
            if header.chars().any(char::is_whitespace) {
                note(Rule::HeaderSpace, header);
            }
            if header.chars().any(|c| DASHES.contains(&c)) && key.contains('ー') {
                note(Rule::HeaderU2015, header);
            }
            if key.contains("連結標記") || key.contains("連結表示") || header.contains('＿') {
                note(Rule::HeaderMisprint, header);
            }
            if is_cut(&key) {
                note(Rule::HeaderCut, header);
            }
            if !seen_keys.insert(key.clone()) {
                note(Rule::HeaderTwice, header);
            }
            let field = field_of(&key).or_else(|| uncut(&key)).filter(|field| {
                let other_id = *field == Field::Id && best_id.as_ref().is_some_and(|best| *best != key);
                !other_id && seen_fields.insert(*field)
            });
            Column { header: header.clone(), flag: field_of(&key) == Some(Field::Flag), key, field }
        })
        .collect()
}

/// Headers that DBF files cut to ten bytes of cp932: five characters that begin a known one.
const CUT: [(&str, Option<Field>); 6] = [
    ("敷地内の状", None),
    ("その他の設", None),
    ("利用可能曜", Some(Field::Days)),
    ("利用可能日", Some(Field::HoursNote)),
    ("全国地方公", Some(Field::LgCode)),
    ("都道府県コ", Some(Field::LgCode)),
];

fn is_cut(key: &str) -> bool {
    CUT.iter().any(|(cut, _)| *cut == key)
}

fn uncut(key: &str) -> Option<Field> {
    CUT.iter().find(|(cut, _)| *cut == key).and_then(|(_, field)| *field)
}

/// How much a row looks like a header: the number of known headers in it.
pub(super) fn score(cells: &[String]) -> usize {
    cells.iter().filter(|cell| cell.len() <= 256 && is_known(&normalise(cell))).count()
}

/// The header among the first rows: `#property` wins, then the first row with at least two known headers that is not
/// followed at once by a better one.
pub(super) fn find(rows: &[Vec<String>]) -> Option<usize> {
    if let Some(at) = rows.iter().position(|row| row.first().is_some_and(|cell| normalise(cell) == "#property")) {
        return Some(at);
    }
    let at = rows.iter().position(|row| score(row) >= 2)?;
    let better = rows.get(at + 1).is_some_and(|next| rows.get(at).is_some_and(|row| score(next) > score(row) + 1));
    Some(if better { at + 1 } else { at })
}

/// A row of types or notes below a `#property` header.
pub(super) fn is_type_row(cells: &[String]) -> bool {
    cells.first().is_some_and(|cell| cell.starts_with('#') && cell.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_however_they_are_written() {
        for (published, field) in [
            ("都道府県コ―ド又は市区町村コ―ド", Field::LgCode),
            ("telephone　number", Field::Phone),
            ("所在地＿連結表記", Field::Address),
            ("所在地_連結標記", Field::Address),
            ("建物名等（方書）", Field::Building),
            ("都道府県コード又は\n市区町村コード", Field::LgCode),
            ("№", Field::Id),
            ("月曜開放開始時刻", Field::DayOpens(1)),
            ("開　設　者", Field::Operator),
        ] {
            assert_eq!(field_of(&normalise(published)), Some(field), "{published}");
        }
    }

    #[test]
    fn a_comma_inside_a_header_does_not_split_it() {
        assert!(is_known(&normalise("災害種別_崖崩れ、土石流及び地滑り")));
    }
}
