//! The emergency row by area: a number is offered only where a source says that it works.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod finder_support;

use finder_support::{area, at, cards, lines, text};
use tsunagari_core::directory::emergency::{EmergencyEntry, EmergencyError, EmergencyRow, Here};
use tsunagari_core::model::OpenState;

fn row(place: Option<&str>) -> Vec<EmergencyEntry> {
    let place = place.map(area);
    let records = lines();
    EmergencyRow::from_toml(&text("emergency.toml")).unwrap().entries(
        |id| records.iter().find(|record| record.id == id).cloned(),
        place.as_ref(),
        &cards(),
        at("2027-01-01T03:00:00"),
    )
}

fn entry(place: Option<&str>, id: &str) -> EmergencyEntry {
    row(place).into_iter().find(|entry| entry.card.record.id == id).unwrap()
}

#[test]
fn the_row_has_the_seven_numbers_in_order() {
    let ids: Vec<String> = row(Some("372013")).into_iter().map(|entry| entry.card.record.id).collect();
    assert_eq!(ids, ["jp.119", "jp.110", "jp.118", "jp.7119", "jp.9110", "jp.8008", "jp.189"]);
}

#[test]
fn each_number_says_area_cost_and_whether_it_is_open() {
    // Written down by hand from the records, for 大阪府 on New Year's morning.
    let got: Vec<String> = row(Some("27"))
        .into_iter()
        .map(|entry| {
            let way = &entry.card.ways[0];
            let state = match way.state {
                OpenState::Open { always: true, .. } => "always",
                OpenState::Open { .. } => "open",
                OpenState::Closed { .. } => "closed",
                OpenState::Unknown { .. } => "unknown",
            };
            format!("{} {:?} {:?} {state}", entry.card.record.id, entry.here, way.fee)
        })
        .collect();
    let wanted = [
        "jp.119 Works Free always",
        "jp.110 Works Free always",
        "jp.118 Works Free always",
        "jp.7119 Works Unknown unknown",
        "jp.9110 Works Caller unknown",
        "jp.8008 Works Caller unknown",
        "jp.189 Works Free always",
    ];
    assert_eq!(got, wanted);
}

#[test]
fn the_ambulance_advice_number_is_offered_only_where_a_source_names_the_place() {
    for named in ["13", "131016", "27", "011002"] {
        let entry = entry(Some(named), "jp.7119");
        assert_eq!((entry.here, entry.card.ways.len()), (Here::Works, 1), "{named}");
    }
    for other in ["12", "37", "372013", "47", "012025"] {
        let entry = entry(Some(other), "jp.7119");
        assert_eq!(entry.here, Here::NotNamed, "{other}");
        assert!(entry.card.ways.is_empty(), "{other}: nothing to dial");
    }
}

#[test]
fn a_prefecture_of_which_only_a_city_is_named_gets_the_city_and_no_number() {
    let entry = entry(Some("01"), "jp.7119");
    assert_eq!(entry.here, Here::PartOnly(vec![area("011002")]), "札幌市");
    assert!(entry.card.ways.is_empty());
}

#[test]
fn a_ward_has_the_number_of_its_city() {
    assert_eq!(entry(Some("011011"), "jp.7119").here, Here::Works, "札幌市中央区");
    assert_eq!(entry(Some("012025"), "jp.7119").here, Here::NotNamed, "函館市");
}

#[test]
fn without_a_place_a_local_number_is_not_offered() {
    for place in [None, Some("JP")] {
        let entry = entry(place, "jp.7119");
        assert_eq!(entry.here, Here::DependsOnPlace);
        assert!(entry.card.ways.is_empty());
        assert_eq!(row(place).iter().filter(|entry| entry.here == Here::Works).count(), 6);
    }
}

#[test]
fn a_number_that_is_not_certain_does_not_stand_in_the_row() {
    let mut records = lines();
    for record in &mut records {
        if record.id == "jp.9110" {
            record.set("ch/tel/conf", "medium");
        }
        if record.id == "jp.189" {
            record.set("class", "listing");
        }
    }
    let row = EmergencyRow::from_toml(&text("emergency.toml")).unwrap();
    let find = |id: &str| records.iter().find(|record| record.id == id).cloned();
    let ids: Vec<String> =
        row.entries(find, None, &cards(), at("2026-11-24T10:00:00")).into_iter().map(|e| e.card.record.id).collect();
    assert_eq!(ids, ["jp.119", "jp.110", "jp.118", "jp.7119", "jp.8008"]);
}

#[test]
fn nothing_else_claims_to_stand_in_the_row() {
    let row = EmergencyRow::from_toml(&text("emergency.toml")).unwrap();
    for record in lines() {
        assert_eq!(record.is("emergency_row"), row.ids().contains(&record.id), "{}", record.id);
    }
}

#[test]
fn a_damaged_row_says_what_is_wrong() {
    let twice = "[[row]]\nid = 'a'\norder = 1\n[[row]]\nid = 'a'\norder = 2\n";
    assert_eq!(EmergencyRow::from_toml(twice), Err(EmergencyError::Twice("a".to_owned())));
    let error = EmergencyRow::from_toml("[[row]]\nid = 'a'\n").unwrap_err();
    assert!(error.to_string().contains("order"), "{error}");
}
