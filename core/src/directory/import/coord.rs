//! Positions. Japan lies between 20° and 46° north and 122° and 154.5° east; the two ranges do not overlap, so a swap
//! always shows.

use super::Rule;
use super::clean::fold;

const LATITUDES: std::ops::RangeInclusive<f64> = 20.0..=46.0;
const LONGITUDES: std::ops::RangeInclusive<f64> = 122.0..=154.5;

/// Latitude and longitude in microdegrees.
pub(super) type Position = (i64, i64);

/// Reads two cells. `note` is told what was found.
pub(super) fn read(latitude: &str, longitude: &str, mut note: impl FnMut(Rule)) -> Option<Position> {
    let (latitude, longitude) = (fold(latitude), fold(longitude));
    if latitude.is_empty() && longitude.is_empty() {
        return None;
    }
    let (Some(a), Some(b)) = (number(&latitude), number(&longitude)) else {
        if !super::clean::is_nothing(&latitude) || !super::clean::is_nothing(&longitude) {
            note(Rule::CoordNotNumber);
        }
        return None;
    };
    if a == 0.0 && b == 0.0 {
        note(Rule::CoordOutside);
        return None;
    }
    let (a, b, pointed) = with_points(a, b, &latitude, &longitude);
    let position = if LATITUDES.contains(&a) && LONGITUDES.contains(&b) {
        Some((a, b))
    } else if LATITUDES.contains(&b) && LONGITUDES.contains(&a) {
        note(Rule::CoordSwapped);
        Some((b, a))
    } else {
        None
    };
    if pointed {
        note(Rule::CoordNoPoint);
    }
    let Some((lat, lon)) = position else {
        note(Rule::CoordOutside);
        return None;
    };
    Some((micro(lat), micro(lon)))
}

/// Reads both out of one cell: `34.26,134.01`.
pub(super) fn read_pair(cell: &str, note: impl FnMut(Rule)) -> Option<Position> {
    let cell = cell.trim().trim_matches(['[', ']', '(', ')']);
    let (first, second) = cell.split_once(',').or_else(|| cell.split_once(' ')).or_else(|| cell.split_once('，'))?;
    read(first.trim(), second.trim(), note)
}

fn number(text: &str) -> Option<f64> {
    text.trim_end_matches('°').parse::<f64>().ok().filter(|value| value.is_finite())
}

/// Puts the decimal point back where both were written without one: after two digits of a latitude and three of a
/// longitude. The result must lie in Japan, or it is left out.
fn with_points(a: f64, b: f64, latitude: &str, longitude: &str) -> (f64, f64, bool) {
    let bare = |text: &str| text.len() >= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !bare(latitude) && !bare(longitude) {
        return (a, b, false);
    }
    let place = |value: f64, text: &str, digits: usize| {
        if bare(text) { value / 10_f64.powi(i32::try_from(text.len() - digits).unwrap_or(0)) } else { value }
    };
    let straight = (place(a, latitude, 2), place(b, longitude, 3));
    if LATITUDES.contains(&straight.0) && LONGITUDES.contains(&straight.1) {
        return (straight.0, straight.1, true);
    }
    (place(a, latitude, 3), place(b, longitude, 2), true)
}

#[expect(clippy::cast_possible_truncation, reason = "checked to lie in Japan")]
fn micro(degrees: f64) -> i64 {
    (degrees * 1e6).round() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(a: &str, b: &str) -> (Option<Position>, Vec<&'static str>) {
        let mut found = Vec::new();
        let position = read(a, b, |rule| found.push(rule.code()));
        (position, found)
    }

    #[test]
    fn swaps_and_lost_points_are_put_right_and_typos_are_left_out() {
        assert_eq!(rules("34.343092", "134.046553"), (Some((34_343_092, 134_046_553)), vec![]));
        assert_eq!(rules("139.7", "35.6"), (Some((35_600_000, 139_700_000)), vec!["coord-swapped"]));
        assert_eq!(rules("3702117", "13696178"), (Some((37_021_170, 136_961_780)), vec!["coord-no-point"]));
        assert_eq!(rules("3707321", "23693007"), (None, vec!["coord-no-point", "coord-outside"]));
        assert_eq!(rules("", ""), (None, vec![]));
        assert_eq!(rules("0", "0"), (None, vec!["coord-outside"]));
        assert_eq!(rules("北緯", "東経").1, ["coord-not-number"]);
        assert_eq!(rules("３４．３", "１３４．０").0, Some((34_300_000, 134_000_000)));
        assert_eq!(read_pair("34.2623891,134.0148103", |_| {}), Some((34_262_389, 134_014_810)));
        assert_eq!(read_pair(",", |_| {}), None);
    }
}
