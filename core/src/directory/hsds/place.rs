//! Addresses and positions.

use super::Rule;
use super::country::Country;
use super::row::Row;

/// Names after which the name of a prefecture ends.
const PREFECTURE_ENDS: [char; 4] = ['県', '府', '都', '道'];

/// An address in parts as HSDS wants them: prefecture, municipality, the rest.
pub(super) fn split(address: &str) -> (&str, &str, &str) {
    let prefecture_end = address
        .char_indices()
        .take(4)
        .find(|(at, c)| *at >= 2 * 3 && PREFECTURE_ENDS.contains(c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let (prefecture, rest) = address.split_at_checked(prefecture_end).unwrap_or(("", address));
    let city_end = rest
        .char_indices()
        .take(8)
        .find(|(at, c)| *at >= 3 && matches!(c, '市' | '区' | '町' | '村'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    if prefecture.is_empty() {
        return ("", "", address);
    }
    let (city, rest) = rest.split_at_checked(city_end).unwrap_or(("", rest));
    if rest.is_empty() { ("", "", address) } else { (prefecture, city, rest) }
}

/// The address as one text, and whether its parts can be made again from it.
pub(super) fn join(row: &Row, country: Country) -> (String, bool) {
    let get = |field| row.get(field).trim();
    if country == Country::Japan {
        let text = format!("{}{}{}{}", get("state_province"), get("city"), get("address_1"), get("address_2"));
        let exact =
            split(&text) == (get("state_province"), get("city"), get("address_1")) && get("address_2").is_empty();
        return (text, exact && get("region").is_empty() && get("attention").is_empty());
    }
    let last = [get("state_province"), get("postal_code")].join(" ");
    let parts = [get("address_1"), get("address_2"), get("city"), get("region"), last.trim(), get("country")];
    (parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "), false)
}

/// Latitude and longitude in microdegrees.
pub(super) fn position(row: &Row, mut note: impl FnMut(Rule, &'static str)) -> Option<(i64, i64)> {
    let (latitude, longitude) = (row.get("latitude").trim(), row.get("longitude").trim());
    if latitude.is_empty() && longitude.is_empty() {
        return None;
    }
    let (Some(lat), Some(lon)) = (degrees(latitude), degrees(longitude)) else {
        note(Rule::CoordNotNumber, "latitude");
        return None;
    };
    if lat.abs() > 90_000_000 || lon.abs() > 180_000_000 || (lat == 0 && lon == 0) {
        note(Rule::CoordImpossible, "latitude");
        return None;
    }
    Some((lat, lon))
}

#[expect(clippy::cast_possible_truncation, reason = "checked against the range just before")]
fn degrees(text: &str) -> Option<i64> {
    let number: f64 = text.parse().ok()?;
    (number.is_finite() && number.abs() < 1e6).then(|| (number * 1e6).round() as i64)
}

/// Microdegrees as a JSON number.
pub(super) fn written(e6: i64) -> String {
    let (sign, whole, part) = (if e6 < 0 { "-" } else { "" }, e6.abs() / 1_000_000, e6.abs() % 1_000_000);
    let text = format!("{sign}{whole}.{part:06}");
    let text = text.trim_end_matches('0');
    text.strip_suffix('.').map_or_else(|| text.to_owned(), |whole| format!("{whole}.0"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::hsds::table::Table;

    #[test]
    fn a_japanese_address_is_split_where_it_can_be_joined_again() {
        assert_eq!(split("香川県高松市番町一丁目8番15号"), ("香川県", "高松市", "番町一丁目8番15号"));
        assert_eq!(split("東京都千代田区霞が関1"), ("東京都", "千代田区", "霞が関1"));
        assert_eq!(split("番町1-8"), ("", "", "番町1-8"));
        assert_eq!(split("北海道札幌市中央区1"), ("北海道", "札幌市", "中央区1"));
    }

    #[test]
    fn impossible_coordinates_are_left_out() {
        let mut row = Row::made(Table::Location);
        row.set("latitude", "100").set("longitude", "101");
        let mut noted = Vec::new();
        assert_eq!(position(&row, |rule, _| noted.push(rule)), None);
        row.set("latitude", "0").set("longitude", "0.0");
        assert_eq!(position(&row, |rule, _| noted.push(rule)), None);
        row.set("latitude", "north");
        assert_eq!(position(&row, |rule, _| noted.push(rule)), None);
        assert_eq!(noted, [Rule::CoordImpossible, Rule::CoordImpossible, Rule::CoordNotNumber]);
    }

    #[test]
    fn microdegrees_are_written_and_read_again() {
        for e6 in [34_342_800, -1, 134_000_000, 0, -179_999_999] {
            assert_eq!(degrees(&written(e6)), Some(e6));
        }
    }
}
