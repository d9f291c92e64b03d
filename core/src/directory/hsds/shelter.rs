//! Services whose place must not be known: by type, never by care.

/// Words that name a shelter for people who flee violence.
const WORDS: [&str; 16] = [
    "domestic violence shelter",
    "domestic abuse shelter",
    "battered",
    "women's refuge",
    "womens refuge",
    "women's shelter",
    "womens shelter",
    "safe house",
    "safehouse",
    "confidential location",
    "undisclosed location",
    "dvシェルター",
    "民間シェルター",
    "一時保護所",
    "母子生活支援施設",
    "女性自立支援施設",
];

/// Whether texts about a service say that it is such a shelter.
pub(super) fn is_confidential<'a>(texts: impl IntoIterator<Item = &'a str>) -> bool {
    texts.into_iter().any(|text| {
        let text = text.to_lowercase().replace(['’', '＇'], "'");
        WORDS.iter().any(|word| text.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shelters_from_violence_are_known_in_both_languages() {
        assert!(is_confidential(["Hope House", "A 24-bed Domestic Violence Shelter"]));
        assert!(is_confidential(["民間シェルターこぶし"]));
        assert!(!is_confidential(["Homeless shelter", "Storm shelter"]));
    }
}
