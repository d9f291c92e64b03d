//! Where it comes from, and until when it exists.

use super::{Found, Rule};

pub(super) fn check(found: &mut Found<'_>) {
    let record = found.record;
    let assured = record.text("assured_date").is_some()
        && record.text("assured_by").is_some()
        && record.int("half_life_days").is_some_and(|days| days > 0);
    found.unless(assured, "assured_date", Rule::NotAssured);
    let sources = record.parts("source");
    found.unless(!sources.is_empty(), "source", Rule::NoSource);
    for id in sources {
        let key = format!("source/{id}/ref");
        found.unless(record.text(&key).is_some(), key, Rule::Missing);
    }
    for id in record.parts("window") {
        let end = |side: &str| record.text(&format!("window/{id}/{side}"));
        let ordered = end("from").zip(end("to")).is_some_and(|(from, to)| from <= to);
        found.unless(ordered, format!("window/{id}/to"), Rule::Window);
    }
}
