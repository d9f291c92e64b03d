//! Places to go: who is near, when it is open next, what is known of a first visit, and the slots of a municipality.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod finder_support;

use finder_support::{area, at, cards, lines, text};
use tsunagari_core::directory::answer::{Filters, Reason};
use tsunagari_core::directory::places::{Fact, Filling, Known, Nearby, Place, Places, PlacesError, first_visit};
use tsunagari_core::model::Record;

const NOW: &str = "2026-11-24T10:30:00";
/// 高松市役所, about.
const CENTRE: (f64, f64) = (34.3428, 134.0466);

fn places() -> Places {
    Places::from_toml(&text("places.toml")).unwrap()
}

fn place(id: &str, category: &str, municipality: &str, fields: &[(&str, &str)]) -> Record {
    let mut record = Record::new(id);
    record.set("name", id).set("kind", "place").set("category", category).set("lg", municipality);
    record.add("area", municipality).set("assured_date", "2026-11-01");
    for (key, value) in fields {
        record.set(*key, *value);
    }
    record
}

fn with_position(mut record: Record, lat_e6: i64, lon_e6: i64) -> Record {
    record.set("lat_e6", lat_e6).set("lon_e6", lon_e6);
    record
}

/// Invented places in and around 高松市 (372013); 坂出市 is 372030.
fn town() -> Vec<Record> {
    let weekly = [("ch/v/kind", "visit"), ("ch/v/hours", "We 10:00-12:00")];
    let daily = [("ch/v/kind", "visit"), ("ch/v/hours", "Mo-Su 09:00-17:00")];
    vec![
        with_position(place("salon", "elderly_place", "372013", &weekly), 34_342_000, 134_050_000),
        with_position(place("library", "library", "372013", &daily), 34_350_000, 134_060_000),
        with_position(place("hall", "community_center", "372013", &[]), 34_342_800, 134_046_600),
        with_position(place("next-town", "library", "372030", &daily), 34_316_000, 133_980_000),
        with_position(place("far", "library", "372030", &daily), 34_316_000, 133_760_000),
        place("toilet", "toilet", "372013", &daily),
        place("hospital", "hospital", "372013", &daily),
    ]
}

fn near(records: Vec<Record>, filters: &Filters, categories: &[&str]) -> Vec<Place> {
    let categories: Vec<String> = categories.iter().map(|category| (*category).to_owned()).collect();
    let area = area("372013");
    let nearby = Nearby { area: &area, centre: Some(CENTRE), categories: &categories, filters, limit: 10 };
    places().near(&nearby, records.into_iter().map(|record| (record, None)), &cards(), at(NOW))
}

#[test]
fn what_a_city_offers_is_in_its_wards_too_and_fills_their_slots() {
    let hall = place("hall", "community_center", "011002", &[]);
    let desk = place("desk", "elderly_support", "011002", &[]);
    let (ward, other) = (area("011011"), area("012025"));
    let asked = |area| {
        let filters = Filters::default();
        let nearby = Nearby { area, centre: None, categories: &[], filters: &filters, limit: 10 };
        places().near(&nearby, [(hall.clone(), None)], &cards(), at(NOW)).len()
    };
    assert_eq!((asked(&ward), asked(&other)), (1, 0));
    let filled = |area| places().slots_of(area, [&desk]).iter().filter(|slot| slot.filling != Filling::Empty).count();
    assert!(filled(&ward) > 0);
    assert_eq!(filled(&other), 0);
}

fn ids(places: &[Place]) -> Vec<&str> {
    places.iter().map(|place| place.card.record.id.as_str()).collect()
}

#[test]
fn places_one_can_go_to_come_by_nearness_those_with_a_date_first() {
    let found = near(town(), &Filters::default(), &[]);
    assert_eq!(ids(&found), ["salon", "library", "hall", "next-town"], "neither toilets nor what is far away");
    assert_eq!(found[0].card.next[0], (at("2026-11-25T10:00:00"), at("2026-11-25T12:00:00")));
    assert_eq!(found[1].card.next[0].0, at(NOW), "open now counts from now");
    assert_eq!(found[0].card.reasons, [Reason::InArea("372013".to_owned()), Reason::Near(0)]);
    assert_eq!(found[3].card.reasons, [Reason::Near(7)]);
}

#[test]
fn a_category_a_distance_and_open_now_narrow_it_down() {
    assert_eq!(ids(&near(town(), &Filters::default(), &["library"])), ["library", "next-town"]);
    let within = Filters { within_km: Some(3), ..Filters::default() };
    assert_eq!(ids(&near(town(), &within, &[])), ["salon", "library", "hall"]);
    let open = Filters { open_now: true, ..Filters::default() };
    assert_eq!(ids(&near(town(), &open, &[])), ["library", "next-town"], "unknown is not open");
}

#[test]
fn a_place_with_a_role_is_found_by_its_filter_only_if_it_says_so() {
    let mut town = town();
    town[2].set("role_place", true);
    let filters = Filters { role_place: true, ..Filters::default() };
    assert_eq!(ids(&near(town, &filters, &[])), ["hall"]);
}

#[test]
fn very_old_entries_come_last() {
    let mut town = town();
    town[0].set("assured_date", "2015-04-01");
    assert_eq!(ids(&near(town, &Filters::default(), &[])), ["library", "hall", "next-town", "salon"]);
}

#[test]
fn without_a_centre_only_places_of_the_area_are_near() {
    let area = area("372030");
    let filters = Filters::default();
    let nearby = Nearby { area: &area, centre: None, categories: &[], filters: &filters, limit: 10 };
    let found = places().near(&nearby, town().into_iter().map(|record| (record, None)), &cards(), at(NOW));
    assert_eq!(ids(&found), ["far", "next-town"]);
}

#[test]
fn a_confidential_place_is_nowhere_to_go() {
    let mut town = town();
    town[1].set("confidential", true);
    assert!(!ids(&near(town, &Filters::default(), &[])).contains(&"library"));
}

#[test]
fn a_first_visit_is_yes_no_or_not_known_and_only_with_a_source() {
    let record = place(
        "cafe",
        "community_center",
        "372013",
        &[
            ("first_visit/silent_ok/answer", "yes"),
            ("first_visit/silent_ok/source", "page"),
            ("first_visit/leave_any_time/answer", "yes"),
            ("first_visit/landmark/answer", "no"),
            ("first_visit/landmark/source", "page"),
            ("first_visit/free/answer", "yes"),
            ("first_visit/free/source", "gone"),
            ("source/page/ref", "https://example.org"),
        ],
    );
    let source = || "page".to_owned();
    assert_eq!(
        first_visit(&record),
        [
            (Fact::SilentOk, Known::Yes { source: source() }),
            (Fact::LeaveAnyTime, Known::Unknown),
            (Fact::Landmark, Known::No { source: source() }),
            (Fact::AloneOk, Known::Unknown),
            (Fact::Free, Known::Unknown),
        ]
    );
}

#[test]
fn free_places_are_those_that_a_source_calls_free() {
    let mut town = town();
    town[0].set("first_visit/free/answer", "yes").set("first_visit/free/source", "s").set("source/s/ref", "page");
    let filters = Filters { free: true, ..Filters::default() };
    assert_eq!(ids(&near(town, &filters, &[])), ["salon"]);
}

#[test]
fn every_municipality_has_three_slots_and_an_empty_one_is_empty() {
    let slots = places().slots_of(&area("372013"), &lines());
    let kinds: Vec<&str> = slots.iter().map(|slot| slot.kind.as_str()).collect();
    assert_eq!(kinds, ["kodoku", "houkatsu", "minsei"]);
    for slot in slots {
        assert_eq!(slot.filling, Filling::Empty, "{}: no national line is the desk of a municipality", slot.kind);
    }
}

#[test]
fn records_of_the_municipality_fill_its_slots() {
    let mut records = town();
    records.push(place("houkatsu-b", "elderly_support", "372013", &[]));
    records.push(place("houkatsu-a", "care_service", "372013", &[("name", "たかまつ東地域包括支援センター")]));
    records.push(place("elsewhere", "elderly_support", "372030", &[]));
    records.push(place("minsei", "public_office", "372013", &[("name", "民生委員・児童委員について")]));
    let mut prefecture = place("prefecture", "public_office", "372013", &[("name", "孤独・孤立相談窓口")]);
    prefecture.set("area/372013", false).add("area", "37").set("lg", "");
    records.push(prefecture);
    let slots = places().slots_of(&area("372013"), &records);
    let filled = |ids: &[&str]| Filling::Filled(ids.iter().map(|id| (*id).to_owned()).collect());
    assert_eq!(slots[0].filling, Filling::Empty, "a desk of the prefecture is not the city's");
    assert_eq!(slots[1].filling, filled(&["houkatsu-a", "houkatsu-b"]));
    assert_eq!(slots[2].filling, filled(&["minsei"]));
    for slot in places().slots_of(&area("37"), &records) {
        assert_eq!(slot.filling, Filling::Empty, "a prefecture has no slots of its own");
    }
}

#[test]
fn categories_are_those_of_the_importer() {
    let known = text("import-topics.toml");
    for category in places().categories() {
        assert!(known.contains(&format!("id = \"{}\"", category.id)), "{}", category.id);
    }
}

#[test]
fn a_damaged_list_says_what_is_wrong() {
    let twice = text("places.toml").replacen("id = \"library\"", "id = \"welfare\"", 1);
    assert_eq!(Places::from_toml(&twice).unwrap_err(), PlacesError::Twice("welfare".to_owned()));
    assert!(matches!(Places::from_toml("category = 1"), Err(PlacesError::Unreadable(_))));
}
