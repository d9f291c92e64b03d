//! The busy-line companion: what is offered when a line does not answer.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod finder_support;

use finder_support::{area, at, cards, lines, named};
use tsunagari_core::directory::chain::{BusyLine, Choice, Tried, choices};
use tsunagari_core::model::{OpenState, Record};

/// One line a choice, readable.
fn told(choices: &[Choice]) -> Vec<String> {
    choices
        .iter()
        .map(|choice| match choice {
            Choice::OtherWay { way } => format!("other way: {}", way.id),
            Choice::Line { card, way } => format!("line: {} {way}", card.record.id),
            Choice::Unsure { card, way } => format!("unsure: {} {way}", card.record.id),
            Choice::Again { card, way } => format!("again: {} {way}", card.record.id),
            Choice::Later { card, opens, .. } => format!("later: {} {opens}", card.record.id),
            Choice::EnoughForToday => "enough for today".to_owned(),
        })
        .collect()
}

fn busy<'a>(record: &'a Record, way: Option<&'a str>, tried: &'a Tried) -> BusyLine<'a> {
    BusyLine { record, way, tried, place: None, spoken: None, age: None }
}

fn chain(id: &str, instant: &str) -> Vec<String> {
    let record = named(id);
    told(&choices(&busy(&record, Some("tel"), &Tried::default()), lines(), &cards(), at(instant)))
}

#[test]
fn on_new_years_morning_the_open_free_lines_come_and_one_without_voice() {
    assert_eq!(
        chain("jp.yorisoi", "2027-01-01T03:00:00"),
        [
            "other way: tel-ip",
            "line: jp.ibasho-chat chat",
            "line: jp.inochi-sos tel",
            "again: jp.yorisoi tel",
            "later: jp.inochi-free 2027-01-01 16:00:00",
            "enough for today",
        ]
    );
}

#[test]
fn in_the_evening_charged_lines_come_after_every_free_one() {
    let record = named("jp.yorisoi");
    let mut tried = Tried::default();
    tried.note(&named("jp.ibasho-chat"));
    let busy = busy(&record, Some("tel"), &tried);
    assert_eq!(
        told(&choices(&busy, lines(), &cards(), at("2026-11-24T19:00:00"))),
        [
            "other way: tel-ip",
            "line: jp.inochi-free tel",
            "line: jp.inochi-sos tel",
            "line: jp.kokoro-dial tel",
            "again: jp.yorisoi tel",
            "enough for today",
        ]
    );
}

#[test]
fn what_was_tried_comes_again_instead_of_nothing() {
    let mut tried = Tried::default();
    let record = named("jp.yorisoi");
    for id in ["jp.inochi-sos", "jp.ibasho-chat"] {
        tried.note(&named(id));
    }
    let got = told(&choices(&busy(&record, Some("tel"), &tried), lines(), &cards(), at("2027-01-01T03:00:00")));
    assert!(!got.iter().any(|choice| choice.starts_with("line:")), "{got:?}");
    assert!(got.iter().any(|choice| choice.starts_with("again:")), "{got:?}");
    assert_eq!(got.last().unwrap(), "enough for today");
}

#[test]
fn it_never_ends_in_nothing_at_any_hour_for_any_line() {
    let (all, cards) = (lines(), cards());
    for record in all.iter().filter(|record| record.text("kind") == Some("line")) {
        for hour in (0..24).step_by(5) {
            for day in ["2026-12-10", "2027-01-01"] {
                let now = at(&format!("{day}T{hour:02}:30:00"));
                let tried = Tried::default();
                let got = choices(&busy(record, None, &tried), all.clone(), &cards, now);
                assert!(matches!(got.last(), Some(Choice::EnoughForToday)), "{} {now}", record.id);
                let more = got.iter().any(|choice| matches!(choice, Choice::Line { .. } | Choice::Later { .. }));
                assert!(more, "{} {now}: {:?}", record.id, told(&got));
            }
        }
    }
}

#[test]
fn only_certain_lines_marked_for_the_chain_are_offered_each_with_a_reason() {
    let (all, cards) = (lines(), cards());
    for record in &all {
        let tried = Tried::default();
        for choice in choices(&busy(record, None, &tried), all.clone(), &cards, at("2026-11-24T20:00:00")) {
            let (card, way) = match choice {
                Choice::Line { card, way } | Choice::Again { card, way } | Choice::Later { card, way, .. } => {
                    (card, way)
                }
                _ => continue,
            };
            assert!(card.record.is("chain") && !card.record.is("trace_warning"), "{}", card.record.id);
            assert_eq!(card.record.text(&format!("ch/{way}/conf")), Some("high"), "{}", card.record.id);
            assert!(!card.reasons.is_empty());
        }
    }
}

#[test]
fn a_line_with_a_trace_warning_is_neither_offered_nor_remembered() {
    let mut all = lines();
    for record in &mut all {
        if record.id == "jp.inochi-sos" {
            record.set("trace_warning", true);
        }
    }
    let record = named("jp.yorisoi");
    let mut tried = Tried::default();
    let got = told(&choices(&busy(&record, None, &tried), all, &cards(), at("2027-01-01T03:00:00")));
    assert!(!got.iter().any(|choice| choice.contains("inochi-sos")), "{got:?}");
    tried.note(&named("jp.dv-plus"));
    assert!(!tried.has("jp.dv-plus"));
    tried.note(&record);
    assert!(tried.has("jp.yorisoi"));
    assert_eq!(format!("{tried:?}"), "Tried(…)", "neither names nor a number");
}

#[test]
fn the_same_line_is_offered_by_its_other_ways() {
    let night = chain("jp.dv-plus", "2027-01-01T03:00:00");
    assert_eq!(night[0], "other way: mail", "the chat is closed at this hour");
    assert!(!night.iter().any(|choice| choice.contains("chat") && choice.starts_with("other")));
    assert!(night.iter().any(|choice| choice.starts_with("line: jp.yorisoi")), "{night:?}");
    assert!(!night.iter().any(|choice| choice.starts_with("again: jp.dv-plus")), "{night:?}");
}

#[test]
fn a_line_for_children_is_offered_to_children_only() {
    let evening = at("2026-11-24T19:00:00");
    let has_childline = |record: &Record, age: Option<u8>| {
        let tried = Tried::default();
        let busy = BusyLine { age, ..busy(record, None, &tried) };
        told(&choices(&busy, lines(), &cards(), evening)).iter().any(|choice| choice.contains("jp.childline"))
    };
    let everyone = named("jp.yorisoi");
    assert!(!has_childline(&everyone, None) && !has_childline(&everyone, Some(40)));
    assert!(has_childline(&named("jp.kodomo-sos"), Some(15)));
    assert!(has_childline(&named("jp.childline"), None), "again, since it is open");
}

#[test]
fn who_wrote_is_offered_writing_first() {
    let record = named("jp.ikizurabit");
    let tried = Tried::default();
    let got = choices(&busy(&record, Some("chat"), &tried), lines(), &cards(), at("2027-01-01T03:00:00"));
    assert_eq!(told(&got)[0], "line: jp.ibasho-chat chat");
}

#[test]
fn a_number_for_other_prefectures_is_not_offered() {
    let record = named("jp.inochi-sos");
    let tried = Tried::default();
    let way_in = |place: &str| {
        let place = area(place);
        let busy = BusyLine { place: Some(&place), ..busy(&record, None, &tried) };
        let got = choices(&busy, lines(), &cards(), at("2027-01-01T03:00:00"));
        got.into_iter()
            .find_map(|choice| match choice {
                Choice::Line { card, .. } if card.record.id == "jp.yorisoi" => Some(card),
                _ => None,
            })
            .unwrap()
            .ways
            .iter()
            .any(|way| way.id == "tel-tohoku")
    };
    assert!(way_in("04") && !way_in("372013"));
}

#[test]
fn with_a_clock_that_is_wrong_lines_are_offered_as_unsure() {
    let record = named("jp.yorisoi");
    let tried = Tried::default();
    let got = choices(&busy(&record, None, &tried), lines(), &cards(), at("1970-01-01T00:00:00"));
    let unsure = got.iter().filter(|choice| matches!(choice, Choice::Unsure { .. })).count();
    assert!(unsure > 0, "{:?}", told(&got));
    for choice in &got {
        if let Choice::Unsure { card, .. } = choice {
            assert!(card.ways.iter().all(|way| matches!(way.state, OpenState::Unknown { .. })));
        }
    }
}
