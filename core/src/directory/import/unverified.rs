//! What an import may not say of itself, because nobody checked it.

/// Whether a key claims a rank that only the national pack has.
pub(in crate::directory) fn claims_rank(key: &str, value: &str) -> bool {
    let first = key.split('/').next().unwrap_or(key);
    (key == "class" && value != "listing")
        || matches!(first, "crisis_first" | "chain" | "emergency_row" | "best")
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
