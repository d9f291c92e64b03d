//! Everybody gets every sentence.

use super::{Found, Rule};
use crate::directory::record_keys::{self, Holds};

pub(super) fn check(found: &mut Found<'_>) {
    let record = found.record;
    found.unless(record.text("summary").is_some(), "summary", Rule::LanguageMissing);
    found.unless(record.text("name@en").is_some(), "name@en", Rule::LanguageMissing);
    for key in record.fields.keys() {
        let plain = key.strip_suffix("@ja-easy").or_else(|| key.strip_suffix("@en")).unwrap_or(key);
        let words = record_keys::find(key).is_some_and(|line| line.holds == Holds::Words);
        // A name is what it is called; an easy form of it is not needed.
        if !words || plain == "name" || (plain != key && record.text(plain).is_some()) {
            continue;
        }
        let complete =
            ["", "@ja-easy", "@en"].iter().all(|language| record.text(&format!("{plain}{language}")).is_some());
        found.unless(complete, plain, Rule::LanguageMissing);
    }
}
