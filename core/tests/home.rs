//! The one quiet line of Home: at most one a week, none that was refused, and lines that hold what they say.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod vault_support;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::Asia::Tokyo;
use proptest::prelude::*;
use tsunagari_core::app::vault::Vault;
use tsunagari_core::app::{App, AppError, Kept, National};
use tsunagari_core::checkins::{HomeView, home_line, home_rules};
use tsunagari_core::crypto::KdfCost;
use tsunagari_core::directory::answer::FindRequest;
use tsunagari_core::env::{FixedClock, SystemRandom};
use tsunagari_core::model::{AgeBand, AreaCode, HomeRule, HomeShown, Language, MonthDay, Rest, Silence, Words};
use vault_support::TestBox;

const LANGUAGES: [Language; 3] = [Language::Japanese, Language::EasyJapanese, Language::English];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rule(id: &str, from: (u32, u32), to: (u32, u32)) -> HomeRule {
    let words = || Words { ja: id.into(), ja_easy: id.into(), en: id.into() };
    HomeRule {
        id: id.into(),
        from: MonthDay::new(from.0, from.1).unwrap(),
        to: MonthDay::new(to.0, to.1).unwrap(),
        prefectures: Vec::new(),
        min_age: None,
        max_age: None,
        people: false,
        text: words(),
        record: None,
        search: None,
    }
}

#[derive(Debug, Clone)]
enum Step {
    Wait(i64),
    /// The clock is set back, and no time passes.
    Back(i64),
    Never(usize),
    Rest(bool),
    Alone(bool),
    Area(Option<&'static str>),
    Age(Option<AgeBand>),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0_i64..5).prop_map(Step::Wait),
        2 => (5_i64..400).prop_map(Step::Wait),
        1 => (1_i64..10).prop_map(Step::Back),
        1 => (1_i64..500).prop_map(Step::Back),
        1 => (0_usize..6).prop_map(Step::Never),
        1 => any::<bool>().prop_map(Step::Rest),
        1 => any::<bool>().prop_map(Step::Alone),
        1 => prop_oneof![Just(None), Just(Some("13")), Just(Some("372013"))].prop_map(Step::Area),
        1 => proptest::option::of((0_usize..5).prop_map(|place| AgeBand::ALL[place])).prop_map(Step::Age),
    ]
}

fn month_day() -> impl Strategy<Value = (u32, u32)> {
    let any = (0_i64..366).prop_map(|days| {
        let day = day("2024-01-01") + TimeDelta::days(days);
        (day.month(), day.day())
    });
    prop_oneof![8 => any, 1 => Just((2, 29)), 1 => Just((12, 31)), 1 => Just((1, 1))]
}

fn any_rule(place: usize) -> impl Strategy<Value = HomeRule> {
    (month_day(), month_day(), 0_u8..4, 0_usize..5, any::<bool>()).prop_map(move |(from, to, kind, band, people)| {
        let mut rule = rule(&format!("rule-{place}"), from, to);
        let (min, max) = AgeBand::ALL[band].years();
        rule.people = people;
        match kind {
            0 => rule.prefectures = vec!["13".into()],
            1 => (rule.min_age, rule.max_age) = (Some(min), Some(max)),
            _ => {}
        }
        rule
    })
}

fn rules() -> impl Strategy<Value = Vec<HomeRule>> {
    (1_usize..7).prop_flat_map(|many| (0..many).map(any_rule).collect::<Vec<_>>())
}

/// By month and day alone, in another way than the rule itself does it.
fn in_time(rule: &HomeRule, today: NaiveDate) -> bool {
    let (from, to, now) = (rule.from.parts(), rule.to.parts(), (today.month(), today.day()));
    if from <= to { from <= now && now <= to } else { from <= now || now <= to }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn one_line_a_week_and_never_a_refused_one(
        rules in rules(),
        begin in 0_i64..4000,
        steps in proptest::collection::vec(step(), 1..40),
    ) {
        let mut today = day("2020-01-01") + TimeDelta::days(begin);
        let (mut passed, mut resting, mut alone, mut area, mut age) = (0_i64, false, false, None, None);
        let mut never = BTreeSet::new();
        let mut shown = HomeShown::default();
        // What was seen last, and how much time had passed when it came, and when its seven days began.
        let mut seen = None::<(String, i64)>;
        let mut came = None::<(String, i64)>;
        for step in steps {
            match step {
                Step::Wait(days) => (today, passed) = (today + TimeDelta::days(days), passed + days),
                Step::Back(days) => today -= TimeDelta::days(days),
                Step::Never(place) => never.extend(rules.get(place).map(|rule| rule.id.clone())),
                Step::Rest(on) => resting = on,
                Step::Alone(on) => alone = on,
                Step::Area(code) => area = code.and_then(AreaCode::parse),
                Step::Age(band) => age = band,
            }
            let view = HomeView { today, area: area.as_ref(), age, never: &never, resting, alone };
            let (line, after) = home_line(&rules, view, &shown);
            prop_assert_eq!(&home_line(&rules, view, &shown), &(line, after.clone()), "the same gives the same");
            prop_assert_eq!(&home_line(&rules, view, &after), &(line, after.clone()), "looking again changes nothing");
            let begins = |shown: &HomeShown| shown.last.clone().map(|id| (shown.days[&id], id));
            if begins(&shown) != begins(&after) {
                let id = after.last.clone().unwrap();
                if let Some((before, at)) = &came {
                    prop_assert!(*before == id || passed - at >= 7, "{id} came {} days after {before}", passed - at);
                }
                came = Some((id, passed));
            }
            shown = after;
            let Some(line) = line else { continue };
            prop_assert!(!resting, "it speaks while resting");
            prop_assert!(!never.contains(&line.id), "it was refused");
            prop_assert!(!(alone && line.people), "it speaks of people");
            prop_assert!(in_time(line, today), "{} .. {} on {today}", line.from, line.to);
            prop_assert!(line.prefectures.is_empty() || area.is_some(), "nobody said where they are");
            prop_assert!(!line.asks_age() || age.is_some_and(|band| Some(band.years().0) == line.min_age));
            match &seen {
                Some((id, _)) if *id == line.id => {}
                Some((id, at)) if passed - at < 7 => prop_assert!(false, "{id}, and then {}", line.id),
                _ => seen = Some((line.id.clone(), passed)),
            }
        }
    }

    #[test]
    fn a_time_of_the_year_is_what_the_calendar_says(rule in any_rule(0), days in 0_i64..4000) {
        let today = day("2020-01-01") + TimeDelta::days(days);
        let around = rule.around(today);
        prop_assert_eq!(around.is_some(), in_time(&rule, today), "{} .. {} on {}", rule.from, rule.to, today);
        if let Some((first, last)) = around {
            prop_assert!(first <= today && today <= last && (last - first).num_days() < 366);
        }
    }
}

#[test]
fn a_line_stays_its_week_and_comes_once_in_its_time() {
    let rules = [rule("turn", (12, 28), (1, 4)), rule("winter", (12, 1), (2, 29))];
    let never = BTreeSet::new();
    let mut shown = HomeShown::default();
    let mut seen = Vec::new();
    let mut today = day("2027-12-29");
    while today < day("2028-03-03") {
        let view = HomeView { today, area: None, age: None, never: &never, resting: false, alone: false };
        let (line, after) = home_line(&rules, view, &shown);
        shown = after;
        seen.push((today, line.map(|line| line.id.clone())));
        today += TimeDelta::days(1);
    }
    let on = |date: &str| seen.iter().find(|(today, _)| *today == day(date)).unwrap().1.clone();
    assert_eq!(on("2027-12-29").as_deref(), Some("turn"), "its time ends first");
    assert_eq!(on("2028-01-04").as_deref(), Some("turn"), "the whole week, over the turn of the year");
    assert_eq!(on("2028-01-05").as_deref(), Some("winter"));
    assert_eq!(on("2028-01-11").as_deref(), Some("winter"));
    assert!(seen.iter().all(|(today, line)| *today < day("2028-01-12") || line.is_none()), "{seen:?}");
}

#[test]
fn a_clock_that_was_far_ahead_does_not_silence_for_years() {
    let rules = [rule("one", (1, 1), (6, 30)), rule("two", (7, 1), (12, 31))];
    let never = BTreeSet::new();
    let look = |today: &str, shown: &HomeShown| {
        let view = HomeView { today: day(today), area: None, age: None, never: &never, resting: false, alone: false };
        let (line, after) = home_line(&rules, view, shown);
        (line.map(|line| line.id.clone()), after)
    };
    let (line, shown) = look("2036-02-01", &HomeShown::default());
    assert_eq!(line.as_deref(), Some("one"));
    let (line, shown) = look("2026-08-01", &shown);
    assert_eq!(line, None, "its time is not now, and no other one comes in its week");
    assert_eq!(look("2026-08-07", &shown).0, None);
    assert_eq!(look("2026-08-08", &shown).0.as_deref(), Some("two"));
}

#[test]
fn a_table_that_is_no_table_is_refused() {
    let table = |from: &str, id: &str| {
        format!(
            "[[line]]\nid = \"{id}\"\nfrom = \"{from}\"\nto = \"02-29\"\ntext = {{ ja = \"a\", ja-easy = \"a\", en = \"a\" }}\n"
        )
    };
    assert_eq!(home_rules(&table("02-01", "a")).unwrap().len(), 1);
    assert!(home_rules(&table("02-30", "a")).is_err());
    assert!(home_rules(&(table("02-01", "a") + &table("03-01", "a"))).is_err(), "one id twice");
    assert!(home_rules("").is_err());
}

#[test]
fn the_lines_of_the_pack_lead_somewhere_and_ask_nothing() {
    let national = National::read().unwrap();
    let app = App::in_memory(Arc::new(FixedClock(day("2026-11-24").and_hms_opt(12, 0, 0).unwrap()))).unwrap();
    let rules = national.home().unwrap();
    assert!((8..=14).contains(&rules.len()), "{}", rules.len());
    for rule in rules {
        let id = &rule.id;
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{id} is typed and kept");
        assert!(rule.record.is_some() || rule.search.is_some(), "{id} leads nowhere");
        if let Some(record) = &rule.record {
            let found = national.pack().records.iter().find(|one| one.id == *record);
            let found = found.unwrap_or_else(|| panic!("{id}: no {record}"));
            let always = found.channels().iter().any(|way| way.text("hours_raw") == Some("24時間365日"));
            assert!(!rule.text.ja.contains("24時間") || always, "{id}: {record} is not there day and night");
        }
        for language in LANGUAGES {
            let text = rule.text.within(language);
            for word in
                ["ください", "ましょう", "！", "!", "？", "?", "おめでとう", "please", "Please", "happy", "lonely"]
            {
                assert!(!text.contains(word), "{id}: {text}");
            }
            assert!(language == Language::EasyJapanese || text.chars().count() < 140, "{id}: one line");
            if let Some(search) = &rule.search {
                let text = search.within(language).to_owned();
                assert!(!text.contains('{'), "{id}: {text} is typed as it stands");
                let request = FindRequest { text, limit: 5, ..FindRequest::default() };
                assert!(!app.find(&request).unwrap().cards.is_empty(), "{id}: {}", request.text);
            }
        }
        for code in &rule.prefectures {
            assert!(code != "JP" && code.len() == 2 && AreaCode::parse(code).is_some(), "{id}: {code}");
        }
        // Whole bands only: who says 30–49 is not asked how old exactly.
        let edge = |year: u8| AgeBand::ALL.iter().any(|band| band.years().0 == year || band.years().1 == year);
        assert!(rule.min_age.is_none_or(edge) && rule.max_age.is_none_or(edge), "{id}");
        let somebody = AgeBand::ALL.iter().any(|band| rule.is_for(AreaCode::parse("01").as_ref(), Some(*band)));
        assert!(somebody, "{id} is for nobody");
    }
}

struct Phone {
    _folder: tempfile::TempDir,
    kept: Kept,
    national: National,
}

impl Phone {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::new(folder.path(), Arc::new(TestBox::new()), Arc::new(SystemRandom));
        let vault = vault.with_cost(KdfCost { memory_kib: 8, passes: 1 });
        let kept = Kept::new(vault.create().unwrap(), &vault, Arc::new(SystemRandom), noon("2026-12-29")).unwrap();
        Self { _folder: folder, kept, national: National::read().unwrap() }
    }

    fn line(&self, date: &str) -> Option<String> {
        self.kept.home(&self.national, noon(date), Tokyo).unwrap().map(|line| line.rule.id)
    }
}

/// Noon in Tokyo.
fn noon(date: &str) -> DateTime<Utc> {
    day(date).and_hms_opt(3, 0, 0).unwrap().and_utc()
}

#[test]
fn what_was_shown_and_refused_is_kept() {
    let phone = Phone::new();
    assert_eq!(phone.line("2026-12-29").as_deref(), Some("year-end"));
    assert_eq!(phone.line("2027-01-02").as_deref(), Some("year-end"), "the same one all week");
    phone.kept.never_on_home("year-end", &phone.national).unwrap();
    assert_eq!(phone.line("2027-01-02"), None, "refused, and no other one in its week");
    let unknown = phone.kept.never_on_home("nothing", &phone.national);
    assert!(matches!(unknown, Err(AppError::NotFound { .. })));
    assert_eq!(phone.line("2027-01-10").as_deref(), Some("cold-nights"));
    assert_eq!(phone.line("2027-12-29"), None, "refused for good");
    assert_eq!(phone.line("2026-11-01"), None, "a clock before the lines were made knows no season");
}

#[test]
fn nothing_speaks_while_resting_or_when_it_is_off() {
    let phone = Phone::new();
    let silence = |silence: Silence| phone.kept.put_silence(&silence).unwrap();
    silence(Silence { rest: Rest::Open, ..Silence::default() });
    assert_eq!(phone.line("2026-12-29"), None);
    silence(Silence { enough: Some(day("2026-12-29")), ..Silence::default() });
    assert_eq!(phone.line("2026-12-29"), None, "今日はもういい");
    silence(Silence::default());
    phone.kept.set_home_off(true).unwrap();
    assert_eq!(phone.line("2026-12-29"), None);
    phone.kept.set_home_off(false).unwrap();
    assert_eq!(phone.line("2026-12-29").as_deref(), Some("year-end"));
}

#[test]
fn area_and_age_are_said_by_choice_and_taken_back() {
    let phone = Phone::new();
    assert_eq!(phone.kept.home_choice().unwrap(), tsunagari_core::app::HomeChoice::default());
    phone.kept.set_home_age(Some(AgeBand::Under18)).unwrap();
    phone.kept.set_home_area(AreaCode::parse("011002").as_ref()).unwrap();
    let line = phone.kept.home(&phone.national, noon("2027-08-17"), Tokyo).unwrap().unwrap();
    assert_eq!(line.rule.id, "school-north", "札幌, under 18");
    assert!(line.why.area && line.why.age);
    phone.kept.set_home_area(None).unwrap();
    assert_eq!(phone.line("2027-08-17"), None, "who takes it back sees nothing that it led to");
    phone.kept.set_home_age(None).unwrap();
    assert_eq!(phone.kept.home_choice().unwrap(), tsunagari_core::app::HomeChoice::default());
    assert_eq!(phone.line("2027-08-28"), None, "what is for an age is for who said it");
}
