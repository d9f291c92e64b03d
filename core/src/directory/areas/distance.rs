//! Distance on the earth.

const EARTH_RADIUS_KM: f64 = 6371.0;

/// Kilometres between two points given as latitude and longitude in degrees (haversine).
#[must_use]
pub fn distance_km((lat_a, lon_a): (f64, f64), (lat_b, lon_b): (f64, f64)) -> f64 {
    let half_lat = ((lat_b - lat_a).to_radians() / 2.0).sin();
    let half_lon = ((lon_b - lon_a).to_radians() / 2.0).sin();
    let chord = half_lat.powi(2) + lat_a.to_radians().cos() * lat_b.to_radians().cos() * half_lon.powi(2);
    2.0 * EARTH_RADIUS_KM * chord.sqrt().clamp(0.0, 1.0).asin()
}

/// A distance as it is shown: whole kilometres.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a distance on the earth, rounded")]
pub fn whole_km(km: f64) -> u32 {
    km.round().clamp(0.0, 40_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takamatsu_and_okayama_are_37_kilometres_apart() {
        let km = distance_km((34.342788, 134.046574), (34.655146, 133.919502));
        assert!((36.0..38.0).contains(&km), "{km}");
        assert!(distance_km((35.0, 135.0), (35.0, 135.0)).abs() < 1e-9);
    }
}
