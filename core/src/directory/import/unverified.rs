//! What an import and a publisher's list may not say of themselves, because nobody checked it.

/// Whether a key claims a place in the order that only core records of the nation have.
pub(in crate::directory) fn claims_place(key: &str, value: &str) -> bool {
    let first = key.split('/').next().unwrap_or(key);
    (key == "class" && value != "listing") || matches!(first, "crisis_first" | "chain" | "emergency_row" | "best")
}

/// Whether a key claims a rank that only the national pack has: a place, or that a number is certain.
pub(in crate::directory) fn claims_rank(key: &str, value: &str) -> bool {
    claims_place(key, value)
        || (key.starts_with("ch/") && (key.ends_with("/conf") || key.ends_with("/hours_conf")) && value == "high")
}

#[cfg(test)]
mod tests {
    use super::claims_rank;

    #[test]
    fn an_import_claims_no_rank_of_the_national_pack() {
        for (key, value) in
            [("class", "core"), ("emergency_row", "true"), ("best/lonely", "true"), ("ch/t/conf", "high")]
        {
            assert!(claims_rank(key, value), "{key}");
        }
        for (key, value) in [("class", "listing"), ("topic/lonely", "true"), ("ch/t/conf", "medium"), ("name", "high")]
        {
            assert!(!claims_rank(key, value), "{key}");
        }
    }
}
