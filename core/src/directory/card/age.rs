//! Who assured a record, when, and what its age means.

use chrono::NaiveDate;

use crate::directory::answer::{Assurance, Freshness};
use crate::model::Record;

/// Days after which a record without a half-life of its own counts as old.
const USUAL_HALF_LIFE: i64 = 365;

/// Who assured a record and how old that is today.
#[must_use]
pub fn assurance(record: &Record, today: NaiveDate) -> Assurance {
    let on: Option<NaiveDate> = record.text("assured_date").and_then(|date| date.parse().ok());
    let half_life = record.int("half_life_days").filter(|days| *days > 0).unwrap_or(USUAL_HALF_LIFE);
    let freshness = on.map_or(Freshness::Undated, |on| match (today - on).num_days() {
        days if days > half_life.saturating_mul(2) => Freshness::VeryOld,
        days if days > half_life => Freshness::Old,
        _ => Freshness::Fresh,
    });
    Assurance { by: record.text("assured_by").map(str::to_owned), on, freshness }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_ages_visibly() {
        let mut record = Record::new("r");
        record.set("assured_date", "2026-01-01").set("half_life_days", 100);
        let on = |day: &str| assurance(&record, day.parse().unwrap()).freshness;
        assert_eq!(on("2026-04-11"), Freshness::Fresh);
        assert_eq!(on("2026-04-12"), Freshness::Old);
        assert_eq!(on("2026-07-21"), Freshness::VeryOld);
        assert_eq!(assurance(&Record::new("r"), "2026-01-01".parse().unwrap()).freshness, Freshness::Undated);
    }
}
