//! Which municipality a row belongs to: by its code, by the names of its prefecture and city, by its address.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::directory::areas::{Area, AreaMatch, Areas, Level};
use crate::model::AreaCode;

use super::Rule;
use super::clean::fold;

/// The municipalities that rows and folders are matched with: those of the table of areas.
#[derive(Debug, Clone, Default)]
pub struct Municipalities {
    areas: Areas,
    by_name: BTreeMap<String, Vec<AreaCode>>,
}

/// Codes that are no longer used, and what they are now (北区 of Hamamatsu was split: the city is all that is certain).
const STALE: [(&str, &str); 8] = [
    ("221317", "221384"),
    ("221325", "221384"),
    ("221333", "221384"),
    ("221341", "221384"),
    ("221350", "221309"),
    ("221368", "221392"),
    ("221376", "221406"),
    ("403059", "402311"),
];

/// What a row says about where it is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Clues<'a> {
    pub(super) code: &'a str,
    pub(super) prefecture: &'a str,
    pub(super) city: &'a str,
    pub(super) address: &'a str,
}

impl Municipalities {
    /// What is looked for in the table of areas.
    #[must_use]
    pub fn of(areas: &Areas) -> Self {
        let mut by_name: BTreeMap<String, Vec<AreaCode>> = BTreeMap::new();
        for area in areas.iter().filter(|area| area.level != Level::Prefecture) {
            by_name.entry(squeeze(&area.name)).or_default().push(area.code.clone());
        }
        Self { areas: areas.clone(), by_name }
    }

    /// Whether there is nothing to match with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// The code of a folder such as `takamatsu` or 高松市, if only one municipality is called that. A number is a date
    /// sooner than a code.
    #[must_use]
    pub fn of_folder(&self, folder: &str) -> Option<&str> {
        if folder.chars().all(char::is_numeric) {
            return None;
        }
        let found = match self.areas.resolve(folder) {
            AreaMatch::One(area) => vec![area],
            AreaMatch::Several(several) => several,
            AreaMatch::None(_) => Vec::new(),
        };
        let found: Vec<&Area> = found.into_iter().filter(|area| area.level != Level::Prefecture).collect();
        // A city is meant before a town or village of the same name, but two cities are not told apart.
        let cities: Vec<&Area> = found.iter().copied().filter(|area| area.name.ends_with('市')).collect();
        match (found.as_slice(), cities.as_slice()) {
            ([only], _) | (_, [only]) => Some(only.code.as_str()),
            _ => None,
        }
    }

    /// The code of a row. `note` is told what was found.
    pub(super) fn resolve(&self, clues: &Clues<'_>, mut note: impl FnMut(Rule)) -> Option<String> {
        if let Some(code) = self.of_code(clues, &mut note) {
            return Some(code);
        }
        let prefecture = prefecture_of(clues.prefecture);
        let city = if clues.city.is_empty() { None } else { self.of_name(clues.city, prefecture, &mut note) };
        let found = city.or_else(|| self.of_name(clues.address, prefecture, &mut note))?;
        note(Rule::CodeFromAddress);
        Some(found)
    }

    fn of_code(&self, clues: &Clues<'_>, note: &mut impl FnMut(Rule)) -> Option<String> {
        let code = fold(clues.code);
        if code.is_empty() {
            return None;
        }
        if code.contains(['E', 'e', '+', '.']) || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            note(if code.contains('+') { Rule::NumberExponent } else { Rule::CodeBad });
            return None;
        }
        if let Some((_, now)) = STALE.iter().find(|(old, _)| *old == code) {
            note(Rule::CodeStale);
            return Some((*now).to_owned());
        }
        if code.len() == 6 {
            if AreaCode::parse(&code).is_some() && self.knows(&code) {
                return Some(code);
            }
            note(Rule::CodeBad);
            return None;
        }
        let candidates = match code.len() {
            4 => vec![with_check_digit(&format!("0{code}"))],
            5 => vec![Some(format!("0{code}")), with_check_digit(&code)],
            _ => Vec::new(),
        };
        let mut known: Vec<String> = candidates
            .into_iter()
            .flatten()
            .filter(|code| AreaCode::parse(code).is_some() && self.knows(code))
            .collect();
        if known.len() > 1 {
            // Both readings are real municipalities: the names decide.
            known.retain(|code| {
                let area = AreaCode::parse(code).and_then(|code| self.areas.get(&code));
                area.is_some_and(|area| clues.city.contains(&area.name) || clues.address.contains(&area.name))
            });
        }
        if let [only] = known.as_slice() {
            note(Rule::CodeFiveDigits);
            return Some(only.clone());
        }
        note(Rule::CodeBad);
        None
    }

    /// Without a table, every code with a right check digit is taken.
    fn knows(&self, code: &str) -> bool {
        self.is_empty() || AreaCode::parse(code).is_some_and(|code| self.areas.get(&code).is_some())
    }

    /// The municipality a text begins with, after its prefecture and county.
    fn of_name(&self, text: &str, prefecture: Option<&str>, note: &mut impl FnMut(Rule)) -> Option<String> {
        let squeezed = squeeze(text);
        let (own_prefecture, rest) = match prefecture_of(&squeezed) {
            Some(name) => (Some(name), squeezed.strip_prefix(name).unwrap_or(&squeezed)),
            None => (None, squeezed.as_str()),
        };
        let rest =
            rest.split_once('郡').filter(|(county, _)| county.chars().count() <= 4).map_or(rest, |(_, rest)| rest);
        let county = rest.len() < squeezed.len();
        let prefecture = own_prefecture.or(prefecture);
        let mut best = None;
        for (at, c) in rest.char_indices().take(14) {
            if !matches!(c, '市' | '区' | '町' | '村') {
                continue;
            }
            let Some(name) = rest.get(..at + c.len_utf8()) else { continue };
            let found = self.by_name.get(name).map(Vec::as_slice).unwrap_or_default();
            let mut found = found
                .iter()
                .filter_map(|code| self.areas.get(code))
                .filter(|area| prefecture.is_none_or(|name| self.areas.prefecture_name(&area.code) == Some(name)));
            // 寺井町 alone may be a part of a city: a town or village needs its prefecture or county before it.
            if matches!(c, '町' | '村') && prefecture.is_none() && !county {
                continue;
            }
            // A name alone is never enough when several have it.
            if let (Some(only), None) = (found.next(), found.next()) {
                best = Some(only);
            }
        }
        let best = best?;
        if best.name.ends_with('区') && text.trim().contains([' ', '　']) {
            note(Rule::WardSpace);
        }
        Some(best.code.as_str().to_owned())
    }
}

fn squeeze(name: &str) -> String {
    name.nfkc().filter(|c| !c.is_whitespace()).map(|c| if c == '髙' { '高' } else { c }).collect()
}

/// The prefecture a text begins with.
fn prefecture_of(text: &str) -> Option<&str> {
    let end =
        ["北海道", "東京都", "京都府", "大阪府"].iter().find(|name| text.starts_with(**name)).map(|name| name.len());
    let end = end.or_else(|| {
        let mut chars = text.char_indices();
        chars.by_ref().take(4).find(|(at, c)| *c == '県' && *at > 0).map(|(at, c)| at + c.len_utf8())
    })?;
    text.get(..end)
}

/// Five digits with their check digit.
fn with_check_digit(five: &str) -> Option<String> {
    (0..10).map(|digit| format!("{five}{digit}")).find(|code| AreaCode::parse(code).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Municipalities {
        Municipalities::of(&Areas::from_tsv(include_str!("../../../national/municipalities.tsv")).unwrap())
    }

    fn resolve(code: &str, city: &str, address: &str) -> (Option<String>, Vec<&'static str>) {
        let mut found = Vec::new();
        let code = table().resolve(&Clues { code, prefecture: "", city, address }, |rule| found.push(rule.code()));
        (code, found)
    }

    #[test]
    fn codes_are_mended_only_when_it_is_certain() {
        assert_eq!(resolve("372013", "", ""), (Some("372013".into()), vec![]));
        assert_eq!(resolve("37201", "", ""), (Some("372013".into()), vec!["code-five-digits"]));
        assert_eq!(resolve("11002", "", ""), (Some("011002".into()), vec!["code-five-digits"]));
        assert_eq!(resolve("1100", "", ""), (Some("011002".into()), vec!["code-five-digits"]));
        assert_eq!(resolve("372014", "", "").1, ["code-bad"]);
        assert_eq!(resolve("221317", "", "").1, ["code-stale"]);
        assert!(STALE.iter().all(|(_, now)| AreaCode::parse(now).is_some()));
    }

    #[test]
    fn a_name_shared_by_two_prefectures_is_not_resolved_alone() {
        assert_eq!(resolve("", "府中市", ""), (None, vec![]));
        assert_eq!(resolve("", "", "広島県府中市1-1").0.as_deref(), Some("342084"));
        assert_eq!(resolve("", "", "高松市番町一丁目").0.as_deref(), Some("372013"));
        assert_eq!(resolve("", "", "綾歌郡綾川町萱原").0.as_deref(), Some("373877"));
        assert_eq!(resolve("", "札幌市 中央区", "").1, ["ward-space", "code-from-address"]);
    }

    #[test]
    fn a_folder_names_its_city() {
        assert_eq!(table().of_folder("takamatsu"), Some("372013"));
        assert_eq!(table().of_folder("高松市"), Some("372013"));
        assert_eq!(table().of_folder("fuchu"), None);
        assert_eq!(table().of_folder("202011"), None, "a month, and the code of 長野市");
        assert_eq!(table().of_folder("kagawa"), None, "a prefecture is no municipality");
    }
}
