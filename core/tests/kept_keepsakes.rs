//! What a person keeps, through the whole core: in their order, shown only as they said, erased when it should be.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod vault_support;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tsunagari_core::app::vault::Vault;
use tsunagari_core::app::{App, AppError, BusyRequest, Kept, OwnWords, ShownLine};
use tsunagari_core::directory::answer::FindRequest;
use tsunagari_core::directory::chain::Choice;
use tsunagari_core::env::{FixedClock, SystemRandom};
use tsunagari_core::keepsakes::{KeepError, plan};
use tsunagari_core::model::{Language, MemoField, Step};
use vault_support::TestBox;

/// A Tuesday night in Japan.
fn night() -> DateTime<Utc> {
    "2026-11-23T17:00:00Z".parse().unwrap()
}

fn app() -> App {
    App::in_memory(Arc::new(FixedClock("2026-11-24T02:00:00".parse().unwrap()))).unwrap()
}

struct Place {
    folder: tempfile::TempDir,
    keystore: Arc<TestBox>,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), keystore: Arc::new(TestBox::new()) }
    }

    fn kept(&self, now: DateTime<Utc>) -> Kept {
        let vault = Vault::new(self.folder.path(), Arc::clone(&self.keystore) as _, Arc::new(SystemRandom));
        Kept::new(vault.create().unwrap(), &vault, Arc::new(SystemRandom), now).unwrap()
    }
}

fn words(text: &str) -> tsunagari_core::model::PlanLine {
    plan::line(text).unwrap()
}

fn own(name: &str, note: &str) -> OwnWords {
    OwnWords { name: Some(name.into()), note: Some(note.into()), ..OwnWords::default() }
}

#[test]
fn a_plan_is_there_again_in_the_order_of_the_person() {
    let (place, app) = (Place::new(), app());
    let kept = place.kept(night());
    for text in ["お茶", "川", "音楽"] {
        kept.add_to_plan(Step::Alone, words(text)).unwrap();
    }
    kept.add_to_plan(Step::Lines, app.plan_entry("jp.yorisoi", Language::Japanese).unwrap()).unwrap();
    kept.move_in_plan(Step::Alone, 3, 1).unwrap();
    kept.change_plan(Step::Alone, 3, words("橋から見る川")).unwrap();
    kept.remove_from_plan(Step::Alone, 2).unwrap();
    assert_eq!(
        kept.remove_from_plan(Step::Alone, 3),
        Err(AppError::Keep(KeepError::NoLine { place: 3 })),
        "the others are as they were"
    );
    drop(kept);
    let shown = app.hard_hours(Some(&place.kept(night()).hard_plan().unwrap()), None).unwrap();
    let alone: Vec<String> = shown.steps[1].lines.iter().map(|line| format!("{line:?}")).collect();
    assert_eq!(alone, ["Words(\"音楽\")", "Words(\"橋から見る川\")"]);
    let ShownLine::Entry(entry) = &shown.steps[4].lines[0] else { panic!("{:?}", shown.steps[4]) };
    assert!(entry.card.as_ref().unwrap().ways.iter().any(|way| way.state.is_open()), "with its state of now");
}

#[test]
fn below_the_plan_stand_the_emergency_row_and_lines_that_listen_whatever_is_in_it() {
    let app = app();
    let with = Place::new().kept(night());
    with.add_to_plan(Step::Matters, words("猫")).unwrap();
    for plan in [None, Some(with.hard_plan().unwrap())] {
        let shown = app.hard_hours(plan.as_ref(), None).unwrap();
        let numbers: Vec<&str> = shown.emergency.iter().map(|entry| entry.card.record.id.as_str()).collect();
        assert!(numbers.len() >= 5 && numbers[0] == "jp.119", "{numbers:?}");
        assert!(!shown.listening.is_empty());
        assert!(shown.listening[0].ways.iter().any(|way| way.state.is_open()));
        assert!(shown.listening.iter().all(|card| !card.record.is("trace_warning")));
        assert_eq!(shown.is_empty(), plan.is_none());
    }
}

#[test]
fn a_new_field_of_the_memo_is_shown_to_nobody() {
    let kept = Place::new().kept(night());
    kept.set_memo(MemoField::Name, "はな").unwrap();
    kept.set_memo(MemoField::Health, "ひみつの薬").unwrap();
    assert_eq!(kept.memo().unwrap().shared(), Err(KeepError::NothingShared));
    kept.share_memo(&[MemoField::Name], true).unwrap();
    let shared = kept.memo().unwrap().shared().unwrap();
    assert_eq!(shared.fields().collect::<Vec<_>>(), [(MemoField::Name, "はな")]);
    // Other words keep what was said of the field; an emptied one forgets it.
    kept.set_memo(MemoField::Name, "はなこ").unwrap();
    assert_eq!(kept.memo().unwrap().shared().unwrap().fields().count(), 1);
    kept.clear_memo(&[MemoField::Name]).unwrap();
    kept.set_memo(MemoField::Name, "はな").unwrap();
    assert!(kept.memo().unwrap().shared().is_err());
    let refused = kept.share_memo(&[MemoField::Wish], true);
    assert_eq!(refused, Err(AppError::Keep(KeepError::EmptyField { field: "wish" })));
    kept.share_memo(&[MemoField::Name], true).unwrap();
    kept.share_memo(&[MemoField::Name, MemoField::Wish], false).unwrap();
    assert!(kept.memo().unwrap().shared().is_err());
}

#[test]
fn a_favourite_shows_what_is_known_now_or_the_name_of_its_day() {
    let (app, kept) = (app(), Place::new().kept(night()));
    let name = app.add_favourite(&kept, "jp.yorisoi", Language::Japanese, night()).unwrap();
    assert_eq!(app.add_favourite(&kept, "jp.yorisoi", Language::Japanese, night()).unwrap(), name);
    let favourites = app.favourites(&kept).unwrap();
    assert_eq!(favourites.len(), 1);
    assert!(favourites[0].card.is_some() && favourites[0].name == name);
    let missing = app.add_favourite(&kept, "jp.nowhere", Language::Japanese, night());
    assert_eq!(missing, Err(AppError::NotFound { id: "jp.nowhere".into() }));
    assert!(kept.remove_favourite("jp.yorisoi").unwrap());
    assert!(!kept.remove_favourite("jp.yorisoi").unwrap());
}

#[test]
fn an_entry_that_leaves_traces_is_set_aside_nowhere() {
    let (app, kept) = (app(), Place::new().kept(night()));
    let traces = Err(AppError::Keep(KeepError::Traces));
    assert_eq!(app.add_favourite(&kept, "jp.dv-plus", Language::Japanese, night()), traces);
    assert_eq!(app.plan_entry("jp.dv-plus", Language::Japanese).map(|_| String::new()), traces);
    assert!(app.favourites(&kept).unwrap().is_empty());
}

/// Ids of lines that are offered as not yet tried.
fn fresh(choices: &[Choice]) -> Vec<String> {
    let id = |choice: &Choice| match choice {
        Choice::Line { card, .. } => Some(card.record.id.clone()),
        _ => None,
    };
    choices.iter().filter_map(id).collect()
}

#[test]
fn a_line_that_was_tried_is_not_offered_first_for_a_day_and_then_forgotten() {
    let (place, app) = (Place::new(), app());
    let elsewhere = BusyRequest { ids: vec!["jp.childline".into()], ..BusyRequest::default() };
    let plain = app.chain(&elsewhere).unwrap();
    let first = fresh(&plain.choices)[0].clone();
    let tried = BusyRequest { ids: vec![first.clone()], kind: Some("tel".into()), ..BusyRequest::default() };
    app.chain_with_tries(&place.kept(night()), &tried, night()).unwrap();

    let after = |hours: i64| {
        let now = night() + TimeDelta::hours(hours);
        fresh(&app.chain_with_tries(&place.kept(now), &elsewhere, now).unwrap().choices)
    };
    assert!(!after(0).contains(&first));
    assert!(!after(23).contains(&first));
    assert_eq!(fresh(&app.chain(&elsewhere).unwrap().choices)[0], first, "without the store all is as before");
    assert!(after(24).contains(&first));
    assert!(after(1).contains(&first), "what was forgotten does not come back");
}

#[test]
fn opening_the_store_is_enough_to_forget_what_is_older_than_a_day() {
    let (place, app) = (Place::new(), app());
    let tried = BusyRequest { ids: vec!["jp.yorisoi".into()], ..BusyRequest::default() };
    app.chain_with_tries(&place.kept(night()), &tried, night()).unwrap();
    assert_eq!(place.kept(night()).tries(night()), Ok(vec!["jp.yorisoi".to_owned()]));
    drop(place.kept(night() + TimeDelta::hours(24)));
    assert_eq!(place.kept(night()).tries(night()), Ok(Vec::new()));
    // A clock that was set back leaves nothing behind that would stay for longer than a day.
    app.chain_with_tries(&place.kept(night()), &tried, night()).unwrap();
    assert_eq!(place.kept(night() - TimeDelta::hours(1)).tries(night() - TimeDelta::hours(1)), Ok(Vec::new()));
}

#[test]
fn no_try_is_kept_of_an_entry_that_leaves_traces() {
    let (place, app) = (Place::new(), app());
    let ids = vec!["jp.dv-plus".to_owned(), "jp.yorisoi".to_owned()];
    let kept = place.kept(night());
    app.chain_with_tries(&kept, &BusyRequest { ids, ..BusyRequest::default() }, night()).unwrap();
    assert_eq!(kept.tries(night()), Ok(vec!["jp.yorisoi".to_owned()]));
}

#[test]
fn entries_of_ones_own_are_found_changed_and_erased() {
    let (app, kept) = (app(), Place::new().kept(night()));
    let id = kept.add_own(&own("喫茶みずうみ", "静か"), night()).unwrap().to_string();
    kept.add_own(&own("図書館", "本"), night()).unwrap();
    let names =
        |typed: &str| -> Vec<String> { app.find_own(&kept, typed).unwrap().into_iter().map(|own| own.name).collect() };
    assert_eq!(names("みずうみ"), ["喫茶みずうみ"]);
    let hours = OwnWords { hours: Some("24時間".into()), note: Some(String::new()), ..OwnWords::default() };
    kept.change_own(&id, &hours, night()).unwrap();
    assert!(names("静か").is_empty(), "words that were taken out find nothing");
    assert!(app.find_own(&kept, "みずうみ").unwrap()[0].state.is_open());
    kept.remove_own(&id).unwrap();
    assert!(names("みずうみ").is_empty());
    assert_eq!(kept.remove_own(&id), Err(AppError::Keep(KeepError::NoOwn { id })));
    assert_eq!(app.owns(&kept).unwrap().len(), 1);
}

#[test]
fn own_entries_stand_beside_the_answer_and_never_go_into_the_directory() {
    let (place, folder) = (Place::new(), tempfile::tempdir().unwrap());
    let data = folder.path().join("data");
    let app = App::open(&data, Arc::new(FixedClock("2026-11-24T02:00:00".parse().unwrap()))).unwrap();
    let kept = place.kept(night());
    kept.add_own(&own("話し相手の茶屋みみずく", "夜も"), night()).unwrap();
    let request = FindRequest { text: "話し相手".into(), ..FindRequest::default() };
    let both = app.find_with_own(&kept, &request).unwrap();
    assert_eq!(both.own[0].name, "話し相手の茶屋みみずく");
    let plain = app.find(&request).unwrap();
    let ids = |cards: &[tsunagari_core::directory::answer::Card]| {
        cards.iter().map(|card| card.record.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&both.answer.cards), ids(&plain.cards), "the answer of the directory is the same");
    app.find_own(&kept, "みみずく").unwrap();
    app.owns(&kept).unwrap();
    drop(app);
    for entry in std::fs::read_dir(&data).unwrap() {
        assert!(!holds(&entry.unwrap().path(), "みみずく"));
    }
    for entry in std::fs::read_dir(place.folder.path()).unwrap() {
        assert!(!holds(&entry.unwrap().path(), "みみずく"), "it lies bare");
    }
}

fn holds(path: &Path, text: &str) -> bool {
    std::fs::read(path).unwrap().windows(text.len()).any(|window| window == text.as_bytes())
}
