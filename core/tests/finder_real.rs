//! The finder, places and slots on real open data of one city; says so when the data is absent.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, missing_docs)]

mod finder_support;
mod import_support;

use finder_support::{area, at, cards, everything, text};
use import_support::{data, import_into, municipalities};
use tsunagari_core::directory::answer::{Filters, PackLabel, PackTrust, Reason};
use tsunagari_core::directory::finder::{Answers, Finder, Step, choose};
use tsunagari_core::directory::import::Gathered;
use tsunagari_core::directory::needs::Catalogue;
use tsunagari_core::directory::places::{Filling, Nearby, Places};
use tsunagari_core::model::Record;

/// 高松市役所, about.
const CENTRE: (f64, f64) = (34.3428, 134.0466);

fn city() -> Option<Vec<Record>> {
    let mut sink = Gathered::default();
    import_into(&data()?.join("takamatsu"), &municipalities(), &mut sink).unwrap();
    Some(sink.rows.into_iter().map(|(record, _)| record).collect())
}

fn own_import() -> Option<PackLabel> {
    Some(PackLabel { pack: "takamatsu".to_owned(), kind: PackTrust::OwnImport })
}

#[test]
fn a_city_fills_the_slot_of_its_support_centres_and_leaves_the_others_empty() {
    let Some(records) = city() else { return };
    let places = Places::from_toml(&text("places.toml")).unwrap();
    for slot in places.slots_of(&area("372013"), &records) {
        match (slot.kind.as_str(), &slot.filling) {
            ("houkatsu", Filling::Filled(ids)) => {
                println!("houkatsu: {} records", ids.len());
                assert!(ids.iter().all(|id| records.iter().any(|record| record.id == *id)));
            }
            ("kodoku" | "minsei", filling) => println!("{}: {filling:?}", slot.kind),
            (kind, filling) => panic!("{kind}: {filling:?}"),
        }
    }
}

#[test]
fn places_of_a_city_are_near_and_none_of_them_drowns_in_toilets() {
    let Some(records) = city() else { return };
    let places = Places::from_toml(&text("places.toml")).unwrap();
    let (place, filters) = (area("372013"), Filters::default());
    let nearby = Nearby { area: &place, centre: Some(CENTRE), categories: &[], filters: &filters, limit: 10 };
    let found = places.near(
        &nearby,
        records.into_iter().map(|record| (record, own_import())),
        &cards(),
        at("2026-11-24T10:30:00"),
    );
    assert_eq!(found.len(), 10);
    for place in &found {
        let card = &place.card;
        println!(
            "{:?} {} {:?} {:?}",
            card.record.text("category"),
            card.record.name(),
            card.distance_km,
            card.next.first()
        );
        assert!(card.reasons.contains(&Reason::InArea("372013".to_owned())));
        assert!(!matches!(card.record.text("category"), Some("toilet" | "wifi" | "aed" | "evacuation")));
    }
}

#[test]
fn who_wants_somewhere_to_go_is_shown_a_place_of_the_city_first() {
    let Some(records) = city() else { return };
    let finder = Finder::from_toml(&text("finder.toml"), Catalogue::read(&text("needs.toml")).unwrap()).unwrap();
    let mut answers = Answers::read(["concern=lonely,place", "contact=visit"]).unwrap();
    answers.area = Some(area("372013"));
    answers.enough = true;
    let Step::Results(mut outcome) = finder.steps(&answers) else { panic!("more questions") };
    outcome.centre = Some(CENTRE);
    let national = everything().into_iter().map(|record| (record, None));
    let all = national.chain(records.into_iter().map(|record| (record, own_import())));
    let chosen = choose(&outcome, all, &cards(), at("2026-11-24T10:30:00"));
    for card in &chosen.cards {
        println!("{} {:?} {:?}", card.record.name(), card.record.text("category"), card.reasons);
    }
    for card in &chosen.cards {
        assert!(card.record.is("area/372013"), "{}", card.record.name());
        assert!(card.distance_km.is_none_or(|km| km <= 4), "{}: not an island of the city", card.record.name());
    }
    assert!(chosen.cards[0].label.is_some(), "an own import is labelled");
}
