//! Where a record or a channel applies.

use std::fmt;

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

    /// Whether something that applies to `self` applies to a person in `place`.
    #[must_use]
    pub fn covers(&self, place: &Self) -> bool {
        self.0 == "JP" || self == place || (self.0.len() == 2 && place.prefecture() == Some(self.as_str()))
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
    fn a_prefecture_covers_its_municipalities_only() {
        let takamatsu = AreaCode::parse("372013").unwrap();
        assert!(AreaCode::parse("37").unwrap().covers(&takamatsu));
        assert!(!AreaCode::parse("38").unwrap().covers(&takamatsu));
        assert!(AreaCode::nationwide().covers(&takamatsu));
        assert!(!takamatsu.covers(&AreaCode::parse("37").unwrap()));
    }
}
