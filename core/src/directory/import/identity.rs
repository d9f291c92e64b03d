//! Who is who: an id that stays the same when the file is imported again, and the same entry in two files.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Rule;
use super::clean::fold;

/// Namespace of ids of imported entries. Never changes.
const NAMESPACE: Uuid = Uuid::from_bytes(*b"tsunagari-import");

/// Which rule made an id; kept in the record as `id_rule`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum IdRule {
    Published,
    NameAndAddress,
}

impl IdRule {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Published => "published-id",
            Self::NameAndAddress => "name-and-address",
        }
    }
}

/// What identifies a row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keys<'a> {
    pub(super) category: &'a str,
    pub(super) lg: &'a str,
    /// The published ID, empty when it is damaged or used twice.
    pub(super) published: &'a str,
    pub(super) name: &'a str,
    pub(super) address: &'a str,
    /// First number that can be dialled, or empty.
    pub(super) phone: &'a str,
}

/// What became of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Identified {
    New { id: String, rule: IdRule },
    Merged { id: String },
}

/// Ids given in this import. Bounded: two numbers a record.
#[derive(Debug, Default)]
pub(super) struct Register {
    /// Published id to a hash of the name it stands for.
    names: BTreeMap<u128, u64>,
    /// Hash of category, municipality, name and address (or telephone number) to the record.
    places: BTreeMap<u128, Known>,
    file: u32,
}

#[derive(Debug, Clone, Copy)]
struct Known {
    id: u128,
    file: u32,
    published: bool,
}

impl Register {
    /// The rows that follow are of another file.
    pub(super) fn next_file(&mut self) {
        self.file += 1;
    }

    /// Gives a row its id, or says which record it repeats.
    pub(super) fn identify(&mut self, keys: &Keys<'_>, mut note: impl FnMut(Rule)) -> Identified {
        let name = fold_name(keys.name);
        let address = fold_address(keys.address);
        let place = uuid(&["place", keys.category, keys.lg, &name, &address]);
        let name_hash = short_hash(&name);
        let published = !keys.published.is_empty();
        let called = (!keys.phone.is_empty()).then(|| uuid(&["phone", keys.category, keys.lg, &name, keys.phone]));
        // Two entries of one file that have an ID each are two entries, whatever their addresses say.
        let apart = |known: &Known| published && known.published && known.file == self.file;
        // In another file the same name with the same number is the same entry, however its address is written.
        let known = self.places.get(&place.as_u128()).filter(|known| !apart(known)).or_else(|| {
            let known = called.and_then(|called| self.places.get(&called.as_u128()));
            known.filter(|known| known.file != self.file)
        });
        if let Some(known) = known {
            return Identified::Merged { id: text(Uuid::from_u128(known.id)) };
        }
        let file = self.file;
        let remember = |register: &mut Self, id: Uuid| {
            let known = Known { id: id.as_u128(), file, published };
            for key in [Some(place), called].into_iter().flatten() {
                register.places.entry(key.as_u128()).or_insert(known);
            }
        };
        if published {
            let id = uuid(&["id", keys.category, keys.lg, &fold(keys.published)]);
            match self.names.get(&id.as_u128()) {
                None => {
                    self.names.insert(id.as_u128(), name_hash);
                    remember(self, id);
                    return Identified::New { id: text(id), rule: IdRule::Published };
                }
                Some(known) if *known == name_hash => {
                    remember(self, id);
                    return Identified::Merged { id: text(id) };
                }
                Some(_) => note(Rule::IdOtherName),
            }
        }
        if self.places.get(&place.as_u128()).is_some_and(|known| known.id == place.as_u128()) {
            return Identified::Merged { id: text(place) };
        }
        remember(self, place);
        Identified::New { id: text(place), rule: IdRule::NameAndAddress }
    }
}

fn uuid(parts: &[&str]) -> Uuid {
    Uuid::new_v5(&NAMESPACE, parts.join("\u{1f}").as_bytes())
}

fn text(id: Uuid) -> String {
    id.hyphenated().to_string()
}

fn short_hash(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// A name for comparing.
pub(super) fn fold_name(name: &str) -> String {
    fold(name).to_lowercase()
}

/// An address for comparing: plain digits, 丁目 番地 番 号 as hyphens, without prefecture and city.
pub(super) fn fold_address(address: &str) -> String {
    let folded = fold(address);
    let rest = folded
        .split_once(['県', '都', '府'])
        .filter(|(before, _)| before.chars().count() <= 3)
        .map_or(folded.as_str(), |(_, rest)| rest);
    let rest = rest.split_once('市').filter(|(before, _)| before.chars().count() <= 5).map_or(rest, |(_, rest)| rest);
    let mut out = String::with_capacity(rest.len());
    let chars: Vec<char> = rest.chars().collect();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let next = chars.get(at + 1);
        let number = match c {
            '一' => Some('1'),
            // Katakana ニ before 丁目 can only be 二; lot marks such as ニ41 are not touched.
            '二' | 'ニ' if next == Some(&'丁') => Some('2'),
            '二' => Some('2'),
            '三' => Some('3'),
            '四' => Some('4'),
            '五' => Some('5'),
            '六' => Some('6'),
            '七' => Some('7'),
            '八' => Some('8'),
            '九' => Some('9'),
            _ => None,
        };
        match (c, number) {
            (_, Some(digit)) if next == Some(&'丁') => out.push(digit),
            ('丁', _) if next == Some(&'目') => {
                out.push('-');
                at += 1;
            }
            ('番', _) if next == Some(&'地') => {
                out.push('-');
                at += 1;
            }
            ('番' | 'の', _) if chars.get(at.wrapping_sub(1)).is_some_and(char::is_ascii_digit) => out.push('-'),
            ('号', _) => {}
            ('字', _) => {}
            _ => out.push(*c),
        }
        at += 1;
    }
    while out.contains("--") {
        out = out.replace("--", "-");
    }
    out.trim_end_matches('-').to_owned()
}

/// Whether a published ID says who the entry is. `ordinal` is told of ids that only count rows.
pub(super) fn damage(id: &str, shared: bool) -> Option<Rule> {
    let id = fold(id);
    if id.is_empty() {
        return Some(Rule::IdEmpty);
    }
    let exponent = id.to_ascii_uppercase();
    if exponent.split_once('E').is_some_and(|(mantissa, rest)| {
        mantissa.parse::<f64>().is_ok()
            && rest.trim_start_matches('+').bytes().all(|byte| byte.is_ascii_digit())
            && !rest.is_empty()
    }) && (exponent.contains("E+") || exponent.contains('.'))
    {
        return Some(Rule::IdExponent);
    }
    if shared && id.len() >= 11 && id.ends_with("00000") {
        return Some(Rule::IdZeros);
    }
    if shared {
        return Some(Rule::IdDuplicate);
    }
    let digits = id.bytes().all(|byte| byte.is_ascii_digit());
    if digits && id.len() <= 4 {
        return Some(Rule::IdRowNumber);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_written_differently_are_one() {
        for (a, b) in [
            ("香川県高松市番町一丁目8番15号", "高松市番町1丁目8-15"),
            ("番町ニ丁目14番2号", "高松市番町二丁目14-2"),
            ("高松市仏生山町甲２１８番地１", "高松市仏生山町甲218-1"),
        ] {
            assert_eq!(fold_address(a), fold_address(b), "{a}");
        }
        assert_ne!(fold_address("大聖寺南町ニ41"), fold_address("大聖寺南町二41"), "lot marks are genuine");
    }

    #[test]
    fn damaged_ids_identify_nothing() {
        assert_eq!(damage("4.00E+12", false), Some(Rule::IdExponent));
        assert_eq!(damage("1.31025E+11", false), Some(Rule::IdExponent));
        assert_eq!(damage("132152000000", true), Some(Rule::IdZeros));
        assert_eq!(damage("186", true), Some(Rule::IdDuplicate));
        assert_eq!(damage("12", false), Some(Rule::IdRowNumber));
        assert_eq!(damage("", false), Some(Rule::IdEmpty));
        assert_eq!(damage("0000000001", false), None);
        assert_eq!(damage("E0120200004111", false), None);
    }

    #[test]
    fn the_same_entry_in_two_files_is_one_record() {
        let mut register = Register::default();
        let old = Keys {
            category: "library",
            lg: "372013",
            published: "",
            name: "中央図書館",
            address: "昭和町一丁目2-20",
            phone: "",
        };
        let new = Keys { published: "0000000007", address: "高松市昭和町1丁目2番20号", ..old };
        let Identified::New { id, rule } = register.identify(&old, |_| {}) else { panic!("new") };
        assert_eq!(rule.code(), "name-and-address");
        assert_eq!(register.identify(&new, |_| {}), Identified::Merged { id });
    }

    #[test]
    fn an_id_given_to_another_name_is_not_trusted() {
        let mut register = Register::default();
        let a = Keys { category: "library", lg: "372013", published: "77777", name: "あ", address: "1", phone: "" };
        let b = Keys { name: "い", address: "2", ..a };
        assert!(matches!(register.identify(&a, |_| {}), Identified::New { rule: IdRule::Published, .. }));
        let mut noted = Vec::new();
        let second = register.identify(&b, |rule| noted.push(rule));
        assert!(matches!(second, Identified::New { rule: IdRule::NameAndAddress, .. }));
        assert_eq!(noted, [Rule::IdOtherName]);
    }
}
