//! Nothing is promised by plausibility: a yes, a no, a menu key and what a scheme says name a source.

use super::{Found, Rule};
use crate::model::Record;

/// Texts of a scheme that somebody acts on.
const SCHEME_TEXTS: [&str; 5] = ["who", "what", "where", "how", "bring"];

pub(super) fn check(found: &mut Found<'_>) {
    let record = found.record;
    for set in ["promise", "first_visit"] {
        for fact in record.parts(set) {
            let answered = matches!(record.text(&format!("{set}/{fact}/answer")), Some("yes" | "no"));
            let key = format!("{set}/{fact}/source");
            found.unless(!answered || is_sourced(record, &key), key, Rule::Unsourced);
        }
    }
    for set in ["menu", "window"] {
        for id in record.parts(set) {
            let key = format!("{set}/{id}/source");
            found.unless(is_sourced(record, &key), key, Rule::Unsourced);
        }
    }
    for key in record.fields.keys().filter(|key| key.starts_with("fact/") && key.ends_with("/source")) {
        found.unless(is_sourced(record, key), key, Rule::Unsourced);
    }
    if record.text("kind") == Some("scheme") {
        for text in SCHEME_TEXTS.into_iter().filter(|text| is_there(record, text)) {
            let fact = format!("fact/{text}/");
            found.unless(
                record.fields.keys().any(|key| key.starts_with(&fact)),
                format!("{fact}source"),
                Rule::Unsourced,
            );
        }
    }
}

/// Whether the key names a source of the record that was opened or carries a date.
fn is_sourced(record: &Record, key: &str) -> bool {
    record.text(key).is_some_and(|id| {
        let dated = record.text(&format!("source/{id}/date")).is_some_and(|date| date != "undated");
        dated || record.text(&format!("source/{id}/opened")).is_some()
    })
}

fn is_there(record: &Record, text: &str) -> bool {
    record.text(text).is_some() || !record.parts(text).is_empty()
}
