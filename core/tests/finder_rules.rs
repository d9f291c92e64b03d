//! The guided finder on the national records: what is asked, what is suggested, and why.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod finder_support;

use finder_support::{area, at, cards, everything, named, text};
use tsunagari_core::directory::answer::{PackLabel, PackTrust, Reason};
use tsunagari_core::directory::finder::{
    AnswerError, Answers, Chosen, Finder, FinderError, Kind, Outcome, Relaxed, Step, choose,
};
use tsunagari_core::directory::needs::Catalogue;
use tsunagari_core::model::{Language, Record};

const NIGHT: &str = "2027-01-01T03:00:00";
const EVENING: &str = "2026-11-24T19:00:00";

fn finder() -> Finder {
    Finder::from_toml(&text("finder.toml"), catalogue()).unwrap()
}

fn catalogue() -> Catalogue {
    Catalogue::read(&text("needs.toml")).unwrap()
}

fn outcome(answers: &[&str]) -> Outcome {
    let answers = Answers { enough: true, ..Answers::read(answers.iter().copied()).unwrap() };
    finder().check(&answers).unwrap();
    let Step::Results(outcome) = finder().steps(&answers) else { panic!("more questions") };
    outcome
}

fn chosen(outcome: &Outcome, instant: &str) -> Chosen {
    choose(outcome, everything().into_iter().map(|record| (record, None)), &cards(), at(instant))
}

fn ids(chosen: &Chosen) -> Vec<&str> {
    chosen.cards.iter().map(|card| card.record.id.as_str()).collect()
}

fn first_cards(answers: &[&str], instant: &str) -> Vec<String> {
    ids(&chosen(&outcome(answers), instant)).into_iter().map(str::to_owned).collect()
}

fn asked(answers: &Answers) -> Option<Vec<String>> {
    match finder().steps(answers) {
        Step::Questions(page) => Some(page.questions.into_iter().map(|question| question.id).collect()),
        Step::Results(_) => None,
    }
}

/// Every concern of a form, as an answer.
fn concerns(form: &str) -> Vec<String> {
    let finder = finder();
    let form = finder.forms().iter().find(|known| known.id == form).unwrap();
    let question = finder.question(&form.concern).unwrap();
    question.options.iter().map(|option| format!("{}={}", question.id, option.id)).collect()
}

#[test]
fn it_asks_for_concerns_then_a_few_questions_then_shows_results() {
    let start = Answers::default();
    assert_eq!(asked(&start).unwrap(), ["concern"]);
    let ticked = start.with("concern", ["lonely", "debt"]);
    assert_eq!(asked(&ticked).unwrap(), ["for", "age", "contact", "money", "when", "area"]);
    let three = ticked.clone().with("concern", ["sleepless"]);
    assert_eq!(asked(&three).unwrap()[0], "first", "with three concerns one may weigh most");
    assert!(asked(&Answers { enough: true, ..ticked.clone() }).is_none(), "one may stop at any time");
    let mut all = ticked;
    for question in ["for", "age", "contact", "money", "when"] {
        all = all.with(question, []);
    }
    assert_eq!(asked(&all).unwrap(), ["for", "age", "contact", "money", "when", "area"], "the place is still open");
    assert!(asked(&all.clone().with("area", [])).is_none(), "every question can be skipped");
    all.area = Some(area("372013"));
    assert!(asked(&all).is_none());
}

#[test]
fn what_is_needed_today_and_the_other_forms_stand_at_the_first_level() {
    let Step::Questions(page) = finder().steps(&Answers::default()) else { panic!("no page") };
    assert_eq!(page.others.iter().map(|form| form.id.as_str()).collect::<Vec<_>>(), ["child", "someone"]);
    let now: Vec<&str> = page.questions[0]
        .options
        .iter()
        .filter(|option| option.group.as_deref() == Some("now"))
        .flat_map(|option| option.need.iter().map(String::as_str))
        .collect();
    assert_eq!(now, ["no-food", "period-goods", "bed-tonight", "housing"]);
}

#[test]
fn ticking_another_form_leads_over_to_it() {
    let someone = Answers::default().with("concern", ["someone", "sleepless"]);
    assert_eq!(asked(&someone).unwrap(), ["someone-concern"]);
    let child = Answers::default().with("concern", ["under-18"]);
    assert_eq!(asked(&child).unwrap(), ["child-concern"]);
}

#[test]
fn each_concern_in_words_has_few_results_and_each_result_a_rule_with_an_explanation() {
    let finder = finder();
    for form in ["everyone", "child", "someone"] {
        for concern in concerns(form) {
            let mut outcome = outcome(&[&concern]);
            if form != "everyone" {
                let answers =
                    Answers { form: Some(form.to_owned()), enough: true, ..Answers::read([&*concern]).unwrap() };
                let Step::Results(of_form) = finder.steps(&answers) else { panic!("more questions") };
                outcome = of_form;
            }
            for instant in [NIGHT, EVENING] {
                let chosen = chosen(&outcome, instant);
                assert!(chosen.cards.len() <= 5, "{concern}");
                assert!(!chosen.cards.is_empty() || !chosen.gaps.is_empty(), "{concern}: neither a card nor a gap");
                for card in &chosen.cards {
                    let rule = card.reasons.iter().find_map(|reason| match reason {
                        Reason::FinderRule(rule) => Some(rule),
                        _ => None,
                    });
                    let rule = rule.unwrap_or_else(|| panic!("{concern}: {} has no rule", card.record.id));
                    let words = finder.explanation(rule).unwrap_or_else(|| panic!("{rule} has no words"));
                    for language in Language::ALL {
                        assert!(!words.within(language).is_empty(), "{rule}");
                    }
                    let steps = finder.small_steps(&card.record).count();
                    assert!(steps >= 2 || card.record.is("trace_warning"), "{}", card.record.id);
                }
            }
        }
    }
}

#[test]
fn the_same_answers_lead_to_the_same_cards_in_whatever_order_records_come() {
    let outcome = outcome(&["concern=lonely,debt,sleepless", "first=debt"]);
    let forward = chosen(&outcome, EVENING);
    let backward = choose(&outcome, everything().into_iter().rev().map(|record| (record, None)), &cards(), at(EVENING));
    assert_eq!(ids(&forward), ids(&backward));
    assert_eq!(outcome.needs[0].need, "debt", "what weighs most comes first");
}

#[test]
fn danger_comes_first() {
    assert_eq!(first_cards(&["concern=hurt-now,lonely"], NIGHT)[0], "jp.119");
    assert_eq!(first_cards(&["concern=violence-now"], NIGHT)[0], "jp.110");
    let dying = first_cards(&["concern=dying-now", "contact=text", "money=free"], NIGHT);
    assert_eq!(dying[0], "jp.119", "no wish leaves it out: {dying:?}");
    let child = first_cards(&["concern=under-18", "child-concern=hurt-now"], NIGHT);
    assert_eq!(child[0], "jp.119");
}

#[test]
fn in_danger_nothing_more_is_asked() {
    let finder = finder();
    let mut dangers = 0;
    for form in ["everyone", "child", "someone"] {
        for concern in concerns(form) {
            let answers = Answers { form: Some(form.to_owned()), ..Answers::read([&*concern]).unwrap() };
            let first = match finder.steps(&answers) {
                Step::Results(outcome) => first_of(&outcome),
                Step::Questions(_) => None,
            };
            let Step::Results(outcome) = finder.steps(&Answers { enough: true, ..answers }) else {
                panic!("{concern}")
            };
            assert_eq!(first.is_some(), outcome.danger, "{concern}");
            if let Some(first) = first {
                assert!(["jp.119", "jp.110"].contains(&first.as_str()), "{concern}: {first}");
                dangers += 1;
            }
        }
    }
    assert!(dangers >= 6, "{dangers}");
}

fn first_of(outcome: &Outcome) -> Option<String> {
    ids(&chosen(outcome, NIGHT)).first().map(|id| (*id).to_owned())
}

#[test]
fn who_chooses_nothing_is_offered_the_lines_for_everything() {
    for answers in [&["concern="][..], &["concern=", "contact=", "when="], &["when=now"], &["contact=visit"]] {
        for instant in [NIGHT, EVENING] {
            let outcome = outcome(answers);
            assert!(outcome.is_for_anything() && !outcome.danger, "{answers:?}");
            let got = chosen(&outcome, instant);
            assert_eq!(ids(&got), ["jp.yorisoi", "jp.ibasho-chat"], "{answers:?}");
            assert!(got.cards.iter().all(|card| card.reasons.contains(&Reason::Anything)), "{answers:?}");
            assert_eq!(got.relaxed.contains(&Relaxed::Ways), answers[0] == "contact=visit");
        }
    }
    let text = first_cards(&["concern=", "contact=text"], NIGHT);
    assert!(text.contains(&"jp.ibasho-chat".to_owned()), "{text:?}");
    let lonely = chosen(&outcome(&["concern=lonely"]), NIGHT);
    assert!(!lonely.cards.iter().any(|card| card.reasons.contains(&Reason::Anything)));
}

#[test]
fn who_wants_to_die_at_night_gets_lines_that_are_open_and_free() {
    let got = chosen(&outcome(&["concern=suicidal"]), NIGHT);
    for card in &got.cards[..2] {
        assert!(card.record.is("crisis_first"), "{}", card.record.id);
        assert!(card.ways[0].state.is_open(), "{}", card.record.id);
        assert!(card.reasons.contains(&Reason::OpenNow));
    }
}

#[test]
fn no_food_and_no_bed_lead_to_a_desk_and_schemes() {
    let got = first_cards(&["concern=food,bed"], EVENING);
    assert!(got.contains(&"jp.konkyu".to_owned()), "{got:?}");
    assert!(got.iter().any(|id| id.starts_with("jp.scheme.")), "{got:?}");
    assert!(!got[0].starts_with("jp.scheme."), "somebody to talk to comes before a scheme: {got:?}");
}

#[test]
fn wishes_are_met_and_what_cannot_be_met_is_let_go_aloud() {
    let got = chosen(&outcome(&["concern=lonely", "contact=text", "when=now"]), NIGHT);
    assert!(got.relaxed.is_empty());
    assert_eq!(ids(&got)[0], "jp.ibasho-chat");
    assert!(
        got.cards
            .iter()
            .filter(|card| card.record.text("kind") == Some("line"))
            .all(|card| { card.ways.iter().any(|way| way.no_voice && way.state.is_open()) })
    );
    let got = chosen(&outcome(&["concern=work", "when=now"]), NIGHT);
    assert!(got.relaxed.contains(&Relaxed::OpenNow) || got.cards.iter().any(|card| card.ways[0].state.is_open()));
    let got = chosen(&outcome(&["concern=legal", "when=now", "money=free"]), NIGHT);
    assert_eq!(got.relaxed, [Relaxed::OpenNow, Relaxed::Free]);
    assert_eq!(ids(&got)[0], "jp.houterasu");
}

#[test]
fn a_child_is_shown_lines_for_children_first_and_never_one_for_parents() {
    let finder = finder();
    for concern in concerns("child") {
        for instant in [NIGHT, EVENING, "2026-11-25T10:00:00"] {
            let outcome = outcome(&["concern=under-18", &concern]);
            assert_eq!(outcome.form, "child");
            let chosen = chosen(&outcome, instant);
            let got = ids(&chosen);
            let first = got.iter().find(|id| !["jp.119", "jp.110"].contains(id)).unwrap();
            assert!(["jp.189", "jp.childline", "jp.kodomo-sos"].contains(first), "{concern}: {got:?}");
            assert!(got.contains(&"jp.childline") || got.contains(&"jp.kodomo-sos"), "{concern}: {got:?}");
            assert!(!got.contains(&"jp.jiso-sodan") && !got.iter().any(|id| id.starts_with("jp.scheme.")), "{got:?}");
        }
    }
    let night = chosen(&outcome(&["concern=under-18", "child-concern=lonely"]), NIGHT);
    assert_eq!(ids(&night)[..2], ["jp.kodomo-sos", "jp.childline"], "what is open comes before what is closed");
    let own_words = finder.question("child-concern").unwrap();
    for option in &own_words.options {
        let ja = &option.text.as_ref().unwrap().ja;
        let same = |need: &String| catalogue().get(need).is_some_and(|need| need.name(Language::Japanese) == ja);
        assert!(!option.need.iter().any(same), "{ja}: in the words of the form for grown-ups");
    }
}

#[test]
fn who_says_they_are_young_gets_the_lines_for_children_in_the_other_form_too() {
    let got = first_cards(&["concern=lonely", "for=me", "age=teen"], EVENING);
    assert_eq!(got[..2], ["jp.childline", "jp.kodomo-sos"]);
    let grown_up = first_cards(&["concern=lonely", "for=me", "age=middle"], EVENING);
    assert!(!grown_up.contains(&"jp.childline".to_owned()), "{grown_up:?}");
}

#[test]
fn who_worries_about_someone_gets_four_steps_and_lines_that_advise_helpers() {
    let finder = finder();
    let steps: Vec<&str> = finder.guide("someone").map(|step| step.title.ja.as_str()).collect();
    assert_eq!(steps, ["気づく", "声をかける", "話を聞く", "つなげる"]);
    for concern in ["gloomy", "wants-to-die", "somehow", "alone"] {
        let answer = format!("someone-concern={concern}");
        let chosen = chosen(&outcome(&["concern=someone", &answer]), EVENING);
        let advise = chosen.cards.iter().filter(|card| card.record.is("topic/worried-about-someone")).count();
        assert!(advise >= 2, "{concern}: {:?}", ids(&chosen));
        assert!(chosen.cards[0].record.is("topic/worried-about-someone"), "{concern}: {:?}", ids(&chosen));
    }
    let dying = first_cards(&["concern=someone", "someone-concern=danger"], NIGHT);
    assert_eq!(dying[..2], ["jp.119", "jp.110"]);
}

#[test]
fn what_is_close_by_comes_before_what_is_far() {
    let mut near = Record::new("near");
    near.set("name", "みんなの居間").set("kind", "place").set("ch/a/kind", "visit").set("ch/a/hours", "We 10:00-12:00");
    near.add("topic", "place-to-go").add("topic", "lonely").add("area", "372013");
    let mut far = near.clone();
    far.id = "far".to_owned();
    far.set("area/372013", false).add("area", "382019");
    let mut outcome = outcome(&["concern=place", "contact=visit"]);
    outcome.area = Some(area("372013"));
    let records = everything().into_iter().chain([far, near]).map(|record| (record, None));
    let got = choose(&outcome, records, &cards(), at(EVENING));
    assert_eq!(ids(&got)[0], "near");
    assert!(!ids(&got).contains(&"far"), "another prefecture");
    assert!(got.cards[0].reasons.contains(&Reason::InArea("372013".to_owned())));
}

#[test]
fn what_a_person_imported_is_never_the_answer_to_a_danger_and_stands_after_who_is() {
    let mut own = Record::new("own");
    own.set("name", "町の電話").set("kind", "line").set("ch/a/kind", "tel").set("ch/a/hours", "24/7");
    own.add("topic", "lonely").add("area", "372013");
    for need in ["danger-collapse", "danger-violence", "danger-overdose"] {
        own.add("topic", need);
    }
    let mut twin = own.clone();
    twin.id = "jp.119".to_owned();
    let own_import = || Some(PackLabel { pack: "own:x".to_owned(), kind: PackTrust::OwnImport });
    let all = || {
        let imported = [own.clone(), twin.clone()].into_iter().map(|record| (record, own_import()));
        everything().into_iter().map(|record| (record, None)).chain(imported)
    };
    for answers in [&["concern=hurt-now"][..], &["concern=hurt-now,lonely"]] {
        let mut outcome = outcome(answers);
        outcome.area = Some(area("372013"));
        let got = choose(&outcome, all(), &cards(), at(EVENING));
        let labels: Vec<bool> = got.cards.iter().map(|card| card.label.is_some()).collect();
        assert!(labels.is_sorted() && !labels[0], "{answers:?} {:?}", ids(&got));
        let lonely = answers[0].contains("lonely");
        assert_eq!(ids(&got).contains(&"own"), lonely, "{:?}", ids(&got));
        let emergency = got.cards.iter().find(|card| card.record.id == "jp.119").unwrap();
        assert!(emergency.label.is_none(), "no imported entry stands in for 119");
    }
}

#[test]
fn a_record_with_a_trace_warning_offers_no_step_that_leaves_something_behind() {
    let finder = finder();
    let steps = |id: &str| finder.small_steps(&named(id)).map(|step| step.id.clone()).collect::<Vec<_>>();
    assert_eq!(steps("jp.dv-plus"), ["read", "say-aloud"]);
    assert_eq!(steps("jp.yorisoi"), ["read", "keep", "memo", "say-aloud"]);
}

#[test]
fn no_step_speaks_of_what_a_record_has_not() {
    let finder = finder();
    let mut library = Record { id: "here".into(), ..Record::default() };
    library.set("kind", "place").set("ch/visit/kind", "visit");
    let steps = |record: &Record| finder.small_steps(record).map(|step| step.id.clone()).collect::<Vec<_>>();
    assert_eq!(steps(&library), ["keep", "memo"]);
    library.set("ch/tel/kind", "tel");
    assert_eq!(steps(&library), ["read", "keep", "memo"]);
    library.set("opening/1", "はじめて来ました。");
    assert_eq!(steps(&library), ["read", "keep", "memo", "say-aloud"]);
}

#[test]
fn every_scheme_begins_with_you_may_be_meant() {
    for scheme in everything().iter().filter(|record| record.text("kind") == Some("scheme")) {
        let begins = |language: Language, words: &str| {
            let who = scheme.localised("who", language).unwrap_or_default();
            assert!(who.starts_with(words), "{}: {who}", scheme.id);
        };
        begins(Language::Japanese, "あなたも対象かもしれません");
        begins(Language::EasyJapanese, "あなたも ");
        begins(Language::English, "This may be for you");
        assert!(scheme.text("where").is_some(), "{}", scheme.id);
    }
}

#[test]
fn records_named_by_rules_exist() {
    let finder = finder();
    let all = everything();
    let exists = |id: &String| all.iter().any(|record| record.id == *id);
    for rule in finder.rules() {
        assert!(rule.record.iter().chain(&rule.skip).all(exists), "{}", rule.id);
    }
    assert!(finder.forms().iter().flat_map(|form| &form.skip).all(exists));
}

#[test]
fn answers_are_read_and_checked() {
    let check = |text: &str| Answers::read([text]).and_then(|answers| finder().check(&answers));
    assert_eq!(check("concern=lonely,debt"), Ok(()));
    assert_eq!(
        check("concern=lonley"),
        Err(AnswerError::NoOption { question: "concern".to_owned(), option: "lonley".to_owned() })
    );
    assert_eq!(check("mood=low"), Err(AnswerError::NoQuestion("mood".to_owned())));
    assert_eq!(check("for=me,other"), Err(AnswerError::OnlyOne("for".to_owned())));
    assert_eq!(check("lonely"), Err(AnswerError::NotAnAnswer("lonely".to_owned())));
    assert_eq!(finder().question("first").unwrap().kind, Kind::First);
}

#[test]
fn data_that_leads_nowhere_is_refused_by_name() {
    let broken = |from: &str, to: &str| {
        let text = text("finder.toml");
        assert!(text.contains(from));
        Finder::from_toml(&text.replacen(from, to, 1), catalogue()).unwrap_err()
    };
    let error = broken("need = [\"no-food\"]", "need = [\"no-fod\"]");
    assert_eq!(error, FinderError::LeadsNowhere { place: "concern/food".to_owned(), name: "no-fod".to_owned() });
    let error = broken("any = [\"concern/bed\", ", "any = [\"concern/bett\", ");
    assert!(error.to_string().contains("money-and-home"), "{error}");
    assert_eq!(broken("id = \"everyone\"", "id = \"all\""), FinderError::NoFirstForm);
    assert!(matches!(broken("kind = \"many\"", "kind = \"some\""), FinderError::Unreadable(_)));
}
