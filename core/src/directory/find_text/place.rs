//! Where things are: cells of 0.1° as tokens, and distances.

use crate::store::Match;

/// Kilometres of one degree of latitude.
const KM_PER_DEGREE: f64 = 111.2;
/// Widest search by cells, in cells to each side; beyond it distance is only measured.
const MOST_CELLS: i64 = 6;

/// Token of the cell in which a point lies.
pub(super) fn cell(lat_e6: i64, lon_e6: i64) -> String {
    cell_token(lat_e6.div_euclid(100_000), lon_e6.div_euclid(100_000))
}

fn cell_token(lat: i64, lon: i64) -> String {
    format!("${lat}_{lon}")
}

/// The cells within so many kilometres of a position; `None` when there are too many to name.
#[expect(clippy::cast_possible_truncation, reason = "degrees times ten are far below 2^63")]
pub(super) fn cells_within((lat, lon): (f64, f64), km: f64) -> Option<Match> {
    let (row, column) = ((lat * 10.0).floor() as i64, (lon * 10.0).floor() as i64);
    let up = (km / (KM_PER_DEGREE / 10.0)).ceil().max(1.0);
    let across = (up / lat.to_radians().cos().max(0.1)).ceil();
    let (up, across) = (up as i64, across as i64);
    if up > MOST_CELLS || across > 2 * MOST_CELLS {
        return None;
    }
    let cells = (row - up..=row + up)
        .flat_map(|lat| (column - across..=column + across).map(move |lon| Match::token(cell_token(lat, lon))));
    Some(Match::Any(cells.collect()))
}

/// Kilometres between two points, exact enough within Japan.
pub(super) fn distance_km((lat, lon): (f64, f64), (other_lat, other_lon): (f64, f64)) -> f64 {
    let up = (other_lat - lat) * KM_PER_DEGREE;
    let across = (other_lon - lon) * KM_PER_DEGREE * f64::midpoint(lat, other_lat).to_radians().cos();
    up.hypot(across)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_right_within_japan() {
        let (takamatsu, marugame) = ((34.3428, 134.0466), (34.2895, 133.7977));
        let km = distance_km(takamatsu, marugame);
        assert!((23.0..24.5).contains(&km), "{km}");
    }

    #[test]
    fn a_point_is_in_one_of_the_cells_around_a_position() {
        let around = cells_within((34.3428, 134.0466), 5.0).unwrap();
        let Match::Any(cells) = around else { panic!("cells") };
        assert!(cells.contains(&Match::token(cell(34_300_001, 134_099_999))));
        assert!(cells.contains(&Match::token(cell(34_299_999, 133_990_000))));
        assert!(cells_within((34.3, 134.0), 500.0).is_none());
    }
}
