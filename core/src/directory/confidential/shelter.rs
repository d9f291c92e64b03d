//! Which services must not say where they are, by what they are called. Better one too many than one too few: a city
//! may publish the address, this directory does not carry it on.

use crate::search::normalise;

/// What such a place is called.
const TYPES: [&str; 32] = [
    "母子生活支援施設",
    "母子寮",
    "婦人保護",
    "女性自立支援施設",
    "女性相談支援センター一時保護",
    "DVシェルター",
    "民間シェルター",
    "女性シェルター",
    "一時保護所",
    "ステップハウス",
    "駆け込み寺",
    "駆込寺",
    // Children who were taken out of danger live there.
    "児童養護施設",
    "児童自立支援施設",
    "自立援助ホーム",
    // It says so itself.
    "所在地非公開",
    "所在地は非公開",
    "住所非公開",
    "住所は非公開",
    "場所は非公開",
    "domestic violence shelter",
    "domestic abuse shelter",
    "battered",
    "women's refuge",
    "womens refuge",
    "women's shelter",
    "womens shelter",
    "violence refuge",
    "safe house",
    "safehouse",
    "confidential location",
    "undisclosed location",
];

/// Shelters against heat, tsunami or missiles hide from weather, not from people.
const OTHER_SHELTERS: [&str; 7] = ["クーリング", "涼", "暑", "津波", "避難", "防災", "土砂"];

/// Whether a name or a type is that of a place for people who flee violence.
#[must_use]
pub fn names_a_shelter(text: &str) -> bool {
    let plain = normalise(&text.replace(['’', '＇'], "'"));
    let has = |word: &str| plain.contains(&normalise(word));
    TYPES.iter().any(|word| has(word)) || (has("シェルター") && !OTHER_SHELTERS.iter().any(|other| has(other)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shelters_from_violence_are_known_however_they_are_written() {
        for shelter in [
            "母子生活支援施設",
            "ＤＶ シェルターこぶし",
            "女性シェルター なでしこ",
            "シェルターもも（非公開）",
            "ステップハウスあおい",
            "A 24-bed Domestic Violence Shelter",
            "Women’s Shelter Aoi",
            "Refuge / confidential location",
            "domestic violence refuge",
        ] {
            assert!(names_a_shelter(shelter), "{shelter}");
        }
        for other in ["クーリングシェルター中央", "津波避難シェルター", "Homeless shelter", "Storm shelter", "図書館"]
        {
            assert!(!names_a_shelter(other), "{other}");
        }
    }
}
