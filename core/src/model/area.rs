//! Where a record or a channel applies.

use std::fmt;

/// The designated cities, in order of their codes. Only their wards have codes of their own: those between the code of
/// the city and that of the next (総務省 全国地方公共団体コード; the twenty cities of the 政令 to 地方自治法第252条の19第1項). The wards
/// of Tokyo are municipalities, and no designated city lies there.
const DESIGNATED_CITIES: [&str; 20] = [
    "011002", "041009", "111007", "121002", "141003", "141305", "141500", "151009", "221007", "221309", "231002",
    "261009", "271004", "271403", "281000", "331007", "341002", "401005", "401307", "431001",
];

/// An area code: `JP` for the whole country, two digits for a prefecture (JIS X 0401), six digits for a
/// municipality (全国地方公共団体コード with its check digit).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct AreaCode(String);

impl AreaCode {
    /// Reads a code as it stands in a record key.
    ///
    /// Returns `None` when it is neither `JP`, nor two digits 01–47, nor six digits whose check digit is right.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let digits = code.bytes().all(|b| b.is_ascii_digit());
        let known = match code.len() {
            2 if code == "JP" => true,
            2 => digits && (1..=47).contains(&code.parse::<u8>().unwrap_or(0)),
            6 => digits && has_valid_check_digit(code),
            _ => false,
        };
        known.then(|| Self(code.to_owned()))
    }

    /// The whole country.
    #[must_use]
    pub fn nationwide() -> Self {
        Self("JP".to_owned())
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Two digits of the prefecture, `None` for the whole country.
    #[must_use]
    pub fn prefecture(&self) -> Option<&str> {
        if self.0 == "JP" { None } else { self.0.get(..2) }
    }

    /// The designated city in which a ward lies: 札幌市 for 札幌市中央区; `None` for everything else.
    #[must_use]
    pub fn city(&self) -> Option<Self> {
        // The codes of a designated city and of its wards begin with the prefecture and a 1.
        let begins = self.0.get(..3)?;
        let of_block = |city: &&&str| city.starts_with(begins) && **city <= self.as_str();
        let city = DESIGNATED_CITIES.iter().rfind(of_block)?;
        (*city != self.as_str()).then(|| Self((*city).to_owned()))
    }

    /// Whether something that applies to `self` applies to a person in `place`: the country covers everything, a
    /// prefecture what lies in it, a city its wards.
    #[must_use]
    pub fn covers(&self, place: &Self) -> bool {
        self.0 == "JP"
            || self == place
            || (self.0.len() == 2 && place.prefecture() == Some(self.as_str()))
            || place.city().as_ref() == Some(self)
    }

    /// Whether `self` is on the spot for a person in `place`: that place, the city of that ward, or a part of it.
    #[must_use]
    pub fn is_local_to(&self, place: &Self) -> bool {
        place.0 != "JP" && (place.covers(self) || place.city().as_ref() == Some(self))
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Check digit of a municipality code: weights 6, 5, 4, 3, 2 on the first five digits, `(11 - sum mod 11) mod 10`
/// (総務省 全国地方公共団体コード仕様).
fn has_valid_check_digit(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|c| c.to_digit(10)).collect();
    let [a, b, c, d, e, check] = digits.as_slice() else { return false };
    let sum = a * 6 + b * 5 + c * 4 + d * 3 + e * 2;
    (11 - sum % 11) % 10 == *check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_municipality_code_with_a_wrong_check_digit_is_refused() {
        assert!(AreaCode::parse("372013").is_some(), "高松市");
        assert!(AreaCode::parse("372014").is_none());
        assert!(AreaCode::parse("10006").is_none(), "the leading zero was lost");
        assert!(AreaCode::parse("48").is_none());
    }

    #[test]
    fn a_ward_lies_in_its_city_and_in_no_other() {
        let code = |text| AreaCode::parse(text).unwrap();
        for (ward, city) in [
            ("011011", "011002"),
            ("141313", "141305"),
            ("141518", "141500"),
            ("221406", "221309"),
            ("271420", "271403"),
            ("401307", ""),
            ("131016", ""),
            ("372013", ""),
        ] {
            assert_eq!(code(ward).city(), AreaCode::parse(city), "{ward}");
        }
        assert_eq!(AreaCode::nationwide().city(), None);
        assert_eq!(code("01").city(), None);
        assert!(code("011002").covers(&code("011011")), "札幌市, for somebody in 中央区");
        assert!(!code("011011").covers(&code("011002")), "a ward's office is not for the whole city");
        assert!(!code("141003").covers(&code("141313")), "横浜市 does not cover a ward of 川崎市");
    }

    #[test]
    fn what_is_on_the_spot_is_the_place_its_city_or_a_part_of_it() {
        let code = |text| AreaCode::parse(text).unwrap();
        let (hokkaido, sapporo, chuo, kita) = (code("01"), code("011002"), code("011011"), code("011029"));
        assert!(sapporo.is_local_to(&chuo) && chuo.is_local_to(&sapporo) && chuo.is_local_to(&hokkaido));
        assert!(!hokkaido.is_local_to(&chuo) && !kita.is_local_to(&chuo));
        assert!(!sapporo.is_local_to(&AreaCode::nationwide()) && !AreaCode::nationwide().is_local_to(&chuo));
    }

    #[test]
    fn a_prefecture_covers_its_municipalities_only() {
        let takamatsu = AreaCode::parse("372013").unwrap();
        assert!(AreaCode::parse("37").unwrap().covers(&takamatsu));
        assert!(!AreaCode::parse("38").unwrap().covers(&takamatsu));
        assert!(AreaCode::nationwide().covers(&takamatsu));
        assert!(!takamatsu.covers(&AreaCode::parse("37").unwrap()));
    }
}
