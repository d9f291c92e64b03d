//! Facilities whose place must not be known: by type, never by care. Better one too many than one too few: the city may
//! publish the address, this directory does not carry it on.

use super::clean::fold;

const TYPES: [&str; 10] = [
    "母子生活支援施設",
    "婦人保護",
    "女性自立支援施設",
    "女性相談支援センター一時保護",
    "DVシェルター",
    "民間シェルター",
    "一時保護所",
    // Children who were taken out of danger live there.
    "児童養護施設",
    "児童自立支援施設",
    "自立援助ホーム",
];

/// Shelters against heat, tsunami or missiles hide from weather, not from people.
const OTHER_SHELTERS: [&str; 7] = ["クーリング", "涼", "暑", "津波", "避難", "防災", "土砂"];

/// Whether a row is a shelter for people who flee violence, by its name and its type.
pub(super) fn is_confidential(category: &str, name: &str, words: &str) -> bool {
    if super::dataset::SUNK.contains(&category) {
        return false;
    }
    let says = |text: &str| {
        let text = fold(text);
        TYPES.iter().any(|word| text.contains(word))
            || (text.contains("シェルター") && !OTHER_SHELTERS.iter().any(|other| text.contains(other)))
    };
    says(name) || says(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shelters_from_violence_are_confidential_and_shelters_from_heat_are_not() {
        assert!(is_confidential("other", "みなみ寮", "母子生活支援施設"));
        assert!(is_confidential("other", "ＤＶシェルターこぶし", ""));
        assert!(!is_confidential("other", "クーリングシェルター中央", ""));
        assert!(!is_confidential("evacuation", "母子生活支援施設跡", ""));
        assert!(!is_confidential("library", "図書館", ""));
    }
}
