//! What people call a place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use tsunagari_core::directory::areas::{AreaMatch, Areas, Level};
use tsunagari_core::model::AreaCode;

const TABLE: &str = include_str!("../national/municipalities.tsv");

fn areas() -> Areas {
    Areas::from_tsv(TABLE).unwrap()
}

fn meant(areas: &Areas, text: &str) -> Vec<String> {
    match areas.resolve(text) {
        AreaMatch::One(area) => vec![area.code.to_string()],
        AreaMatch::Several(several) => several.iter().map(|area| areas.full_name(area)).collect(),
        AreaMatch::None(near) => near.iter().map(|area| format!("?{}", area.name)).collect(),
    }
}

#[test]
fn takamatsu_is_found_however_it_is_written() {
    let areas = areas();
    for text in [
        "372013",
        "37201",
        "高松",
        "高松市",
        "香川県高松市",
        "香川高松市",
        "香川県 高松",
        "ﾀｶﾏﾂ",
        "タカマツシ",
        "たかまつ",
        "かがわけんたかまつし",
        "takamatsu",
        "Takamatsu City",
        "takamatsu-shi",
        "TAKAMATUSI",
        "Takamatsu, Kagawa",
        "髙松市",
    ] {
        assert_eq!(meant(&areas, text), ["372013"], "{text}");
    }
}

#[test]
fn prefectures_are_found_by_number_and_name() {
    let areas = areas();
    for text in ["37", "370002", "香川", "香川県", "かがわ", "kagawa", "Kagawa-ken", "Kagawa Prefecture"] {
        assert_eq!(meant(&areas, text), ["37"], "{text}");
    }
    assert_eq!(meant(&areas, "1"), ["01"]);
    assert_eq!(meant(&areas, "北海道"), ["01"]);
    assert_eq!(meant(&areas, "hokkaido"), ["01"]);
    assert_eq!(meant(&areas, "東京都"), ["13"]);
    assert_eq!(meant(&areas, "tokyo"), ["13"]);
    assert_eq!(meant(&areas, "京都府"), ["26"]);
}

#[test]
fn a_name_that_several_places_have_asks_which() {
    let areas = areas();
    assert_eq!(meant(&areas, "池田町"), ["北海道池田町", "福井県池田町", "長野県池田町", "岐阜県池田町"]);
    assert_eq!(meant(&areas, "府中市"), ["東京都府中市", "広島県府中市"]);
    assert_eq!(meant(&areas, "伊達"), ["北海道伊達市", "福島県伊達市"]);
    assert_eq!(meant(&areas, "広島"), ["広島県", "広島県広島市"]);
    assert_eq!(meant(&areas, "広島県府中市"), ["342084"]);
    assert!(meant(&areas, "中央区").len() > 5);
    let AreaMatch::Several(tomari) = areas.resolve("泊村") else { panic!("泊村 stands twice in 北海道") };
    assert_eq!(tomari.iter().map(|area| area.code.as_str()).collect::<Vec<_>>(), ["014036", "016969"]);
    assert_eq!(areas.resolve("北海道泊村"), AreaMatch::Several(tomari));
}

#[test]
fn wards_counties_and_small_ke_are_understood() {
    let areas = areas();
    assert_eq!(meant(&areas, "札幌市中央区"), ["011011"]);
    assert_eq!(meant(&areas, "札幌中央区"), ["011011"]);
    assert_eq!(meant(&areas, "渋谷"), ["131130"]);
    assert_eq!(meant(&areas, "Shibuya-ku"), ["131130"]);
    assert_eq!(meant(&areas, "岐阜県本巣郡北方町"), ["214213"]);
    assert_eq!(meant(&areas, "本巣郡北方町"), ["214213"]);
    assert_eq!(meant(&areas, "鎌ヶ谷市"), meant(&areas, "鎌ケ谷"));
    assert_eq!(meant(&areas, "郡山市"), ["072036"]);
    assert_eq!(meant(&areas, "大和郡山"), ["292036"]);
    assert_eq!(meant(&areas, "浜松市天竜区"), ["221406"]);
    assert_eq!(meant(&areas, "Kochi Prefecture"), ["39"]);
    assert_eq!(meant(&areas, "osaka").len(), 2, "大阪府 and 大阪市");
}

#[test]
fn what_is_not_a_place_gives_near_names_and_never_guesses() {
    let areas = areas();
    assert!(meant(&areas, "高松町").iter().any(|name| name == "?高松市"));
    assert!(meant(&areas, "たかまちし").iter().any(|name| name == "?高松市"));
    assert_eq!(meant(&areas, "999999"), Vec::<String>::new());
    assert_eq!(meant(&areas, ""), Vec::<String>::new());
    assert!(matches!(areas.resolve("どこでもない所"), AreaMatch::None(_)));
}

#[test]
fn every_current_place_is_in_the_table_once_with_a_centre() {
    let areas = areas();
    let count = |level| areas.iter().filter(|area| area.level == level).count();
    assert_eq!((count(Level::Prefecture), count(Level::Municipality), count(Level::Ward)), (47, 1747, 171));
    let without: Vec<&str> = areas.iter().filter(|a| a.centre_e6.is_none()).map(|a| a.name.as_str()).collect();
    assert_eq!(without, ["色丹村", "泊村", "留夜別村", "留別村", "紗那村", "蘂取村"]);
    assert!(areas.iter().all(|area| area.kana.chars().all(|c| ('ぁ'..='ー').contains(&c))));
}

#[test]
fn every_ward_of_the_table_lies_in_its_city_and_nothing_else_does() {
    let areas = areas();
    let mut cities = std::collections::BTreeMap::new();
    for area in areas.iter() {
        match (area.level, area.code.city()) {
            (Level::Ward, Some(city)) => {
                let row = areas.get(&city).unwrap();
                assert!(row.level == Level::Municipality && area.name.starts_with(&row.name), "{}", area.name);
                assert!(city.covers(&area.code) && !area.code.covers(&city), "{}", area.name);
                *cities.entry(row.name.as_str()).or_insert(0) += 1;
            }
            (Level::Ward, None) => panic!("{} lies in no city", area.name),
            (_, city) => assert_eq!(city, None, "{}", area.name),
        }
    }
    assert_eq!((cities.len(), cities["大阪市"], cities["堺市"], cities["浜松市"]), (20, 24, 7, 3));
}

#[test]
fn every_full_name_leads_to_its_place() {
    let areas = areas();
    for area in areas.iter().filter(|area| area.name != "泊村") {
        assert_eq!(areas.resolve(&areas.full_name(area)), AreaMatch::One(area), "{}", area.name);
    }
}

#[test]
fn neighbours_come_nearest_first() {
    let areas = areas();
    let takamatsu = AreaCode::parse("372013").unwrap();
    let near: Vec<&str> = areas.neighbours(&takamatsu, 15.0).iter().map(|(area, _)| area.name.as_str()).collect();
    assert_eq!(near[0], "三木町");
    assert!(near.contains(&"直島町"));
    assert!(!near.contains(&"高松市"));
    let okayama = AreaCode::parse("331007").unwrap();
    assert!((36.0..38.0).contains(&areas.distance_km(&takamatsu, &okayama).unwrap()));
    assert_eq!(areas.prefecture_name(&takamatsu), Some("香川県"));
}

#[test]
fn a_broken_table_is_refused_with_its_line() {
    for row in [
        "372014\tmunicipality\t高松市\tたかまつし\t1\t1",
        "x",
        "372013\tmunicipality\t高松市\tたかまつし\t134046574\t34342788",
    ] {
        let error = Areas::from_tsv(&format!("# head\n{row}\n")).unwrap_err();
        assert_eq!(error.line, 2);
    }
}
