//! A record as a row of the store: normalised once, when it is installed.

use chrono::NaiveDate;

use crate::directory::confidential::Storable;
use crate::directory::pack::cbor::{self, EncodeError};
use crate::model::{Record, Scalar};
use crate::search::{Tokens, normalise, phone_digits};
use crate::store::{RankText, Row};

use super::facets;

/// Most characters of other texts that are searched.
const MOST_TEXT: usize = 800;

/// Kind of a name in the index of names; the number is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum NameKind {
    /// The name.
    Name = 0,
    /// Its reading.
    Reading = 1,
    /// Another name, or the name in another language.
    Other = 2,
    /// A telephone number, in digits.
    Number = 3,
}

impl NameKind {
    /// As it is stored.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
    }
}

/// Why a record cannot become a row.
pub type PrepareError = EncodeError;

/// Makes the row of a record. `bucket` is its prior, see [`super::bucket`].
///
/// # Errors
/// [`PrepareError`] when the record is too large.
pub fn prepare(record: &Storable, bucket: u8) -> Result<Row, PrepareError> {
    let body = cbor::encode(record)?;
    let mut tokens = Tokens::new();
    let facet_text = facets::add(record, &mut tokens);
    let (mut lines, mut names) = (Vec::new(), Vec::new());
    for (kind, name) in names_of(record) {
        let name = normalise(&name);
        if name.is_empty() || lines.contains(&name) {
            continue;
        }
        if kind == NameKind::Name {
            tokens.name(&name)
        } else {
            tokens.reading(&name)
        }
        names.push((kind.code(), name.clone()));
        lines.push(name);
    }
    let numbers = numbers_of(record);
    names.extend(numbers.iter().map(|number| (NameKind::Number.code(), number.clone())));
    let mut text = text_of(record);
    text.iter().for_each(|part| tokens.text(part));
    text.extend(numbers);
    let rank = RankText {
        names: lines.join("\n"),
        text: text.join("\n"),
        facets: facet_text,
        lat_e6: record.int("lat_e6"),
        lon_e6: record.int("lon_e6"),
        assured_day: record.text("assured_date").and_then(day),
        half_life_days: record.int("half_life_days"),
    };
    Ok(Row { id: record.id.clone(), bucket, body, rank, names, tokens: tokens.finish(), hours: hours_of(record) })
}

/// Days since 1970-01-01.
pub(super) fn day(date: &str) -> Option<i64> {
    Some(date.parse::<NaiveDate>().ok()?.signed_duration_since(NaiveDate::default()).num_days())
}

fn names_of(record: &Record) -> Vec<(NameKind, String)> {
    let mut names = Vec::new();
    let mut add = |kind, name: Option<&str>| names.extend(name.map(|name| (kind, name.to_owned())));
    add(NameKind::Name, record.text("name"));
    add(NameKind::Reading, record.text("name_kana"));
    add(NameKind::Other, record.text("name@en"));
    record.members("alias").for_each(|alias| add(NameKind::Other, Some(alias)));
    if let Some(other) = record.text("name").and_then(|name| other_ga(&normalise(name))) {
        names.push((NameKind::Other, other));
    }
    names
}

/// 霞ヶ関 is written 霞が関 too: between two kanji, け for が and が for け.
fn other_ga(name: &str) -> Option<String> {
    let chars: Vec<char> = name.chars().collect();
    let kanji =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| ('\u{3400}'..='\u{9fff}').contains(c));
    let other: String = chars
        .iter()
        .enumerate()
        .map(|(at, c)| match c {
            'け' if kanji(at.checked_sub(1)) && kanji(Some(at + 1)) => 'が',
            'が' if kanji(at.checked_sub(1)) && kanji(Some(at + 1)) => 'け',
            _ => *c,
        })
        .collect();
    (other != name).then_some(other)
}

/// Numbers in digits, with and without the area code.
fn numbers_of(record: &Record) -> Vec<String> {
    let mut numbers: Vec<String> = Vec::new();
    for channel in record.channels() {
        let written = channel.text("display").filter(|text| text.contains(|c: char| c.is_ascii_digit()));
        let Some(digits) = channel.text("dial").or(written).and_then(phone_digits).filter(|d| d.len() >= 3) else {
            continue;
        };
        let parts: Vec<&str> = written.map_or_else(Vec::new, |text| text.split('-').collect());
        if let [_, rest @ ..] = parts.as_slice() {
            numbers.extend(phone_digits(&rest.concat()).filter(|local| local.len() >= 5 && digits.ends_with(local)));
        }
        numbers.push(digits);
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Keys whose Japanese and English texts are searched, the most telling first.
const TEXT_KEYS: [&str; 11] =
    ["summary", "summary@en", "target", "target@en", "operator", "address", "who", "what", "where", "how", "access"];

fn text_of(record: &Record) -> Vec<String> {
    let mut left = MOST_TEXT;
    let mut parts: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        let part: String = normalise(text).chars().take(left).collect();
        left = left.saturating_sub(part.chars().count());
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    };
    TEXT_KEYS.iter().filter_map(|key| record.text(key)).for_each(&mut add);
    let label = |key: &str| key.starts_with("ch/") && (key.ends_with("/label") || key.ends_with("/display"));
    for (key, value) in &record.fields {
        let Scalar::Text(text) = value else { continue };
        if key.starts_with("x/") || label(key) {
            add(text);
        }
    }
    parts
}

fn hours_of(record: &Record) -> Vec<(String, String)> {
    record
        .channels()
        .iter()
        .filter_map(|channel| {
            Some((channel.text("hours")?.to_owned(), channel.text("hours_doubt").unwrap_or_default().to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ga_and_ke_between_kanji_are_the_same_name() {
        assert_eq!(other_ga("霞け関").as_deref(), Some("霞が関"));
        assert_eq!(other_ga("緑が丘").as_deref(), Some("緑け丘"));
        assert_eq!(other_ga("がん相談"), None);
    }

    #[test]
    fn a_number_is_known_with_and_without_the_area_code() {
        let mut record = Record::new("r");
        record.set("name", "窓口").set("ch/a/kind", "tel").set("ch/a/dial", "0878392011");
        record.set("ch/a/display", "087-839-2011");
        assert_eq!(numbers_of(&record), ["0878392011", "8392011"]);
    }
}
