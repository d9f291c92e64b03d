//! The judged questions: 80 in everyday words (success@3) and 40 of danger and feeling (all must pass).
//! core/tests/questions/README.md says how they are judged.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    missing_docs
)]

use std::path::Path;

use chrono::NaiveDateTime;
use tsunagari_core::directory::answer::{Answer, FindRequest};
use tsunagari_core::directory::areas::Areas;
use tsunagari_core::directory::card::Cards;
use tsunagari_core::directory::find::{Finding, Here};
use tsunagari_core::directory::find_text::{bucket, prepare};
use tsunagari_core::directory::pack;
use tsunagari_core::hours::Holidays;
use tsunagari_core::store::{Pack as PackRow, Store};

struct Directory {
    store: Store,
    finding: Finding,
    cards: Cards,
    areas: Areas,
}

impl Directory {
    fn national() -> Self {
        let bytes = pack::build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("national")).unwrap();
        let (national, _) = pack::read(&bytes).unwrap();
        let text = |name: &str| std::str::from_utf8(&national.files[name]).unwrap();
        let store = Store::in_memory().unwrap();
        let row = PackRow { id: "jp".into(), class: "core".into(), ..PackRow::default() };
        store.install(&row, national.records.iter().map(|record| prepare(record, bucket(record)))).unwrap();
        let cards = Cards::new(Holidays::from_toml(text("holidays.toml")).unwrap(), None);
        let areas = Areas::from_tsv(text("municipalities.tsv")).unwrap();
        Self { store, finding: Finding::from_pack(&national).unwrap(), cards, areas }
    }

    fn ask(&self, text: &str, now: NaiveDateTime) -> Answer {
        let reader = self.store.reader().unwrap();
        let here = Here { reader: &reader, cards: &self.cards, areas: &self.areas, now, ticket: None };
        self.finding.find(here, &FindRequest { text: text.into(), ..FindRequest::default() }).unwrap()
    }
}

fn evening() -> NaiveDateTime {
    "2026-11-24T20:00:00".parse().unwrap()
}

fn rows(file: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions").join(file);
    std::fs::read_to_string(path)
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .skip(1)
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect()
}

fn ids(answer: &Answer) -> Vec<&str> {
    answer.cards.iter().map(|card| card.record.id.as_str()).collect()
}

fn list(cell: &str) -> Vec<&str> {
    cell.split(',').map(str::trim).filter(|id| !id.is_empty() && *id != "-").collect()
}

#[test]
fn everyday_questions_are_answered_by_whom_a_social_worker_would_name() {
    let directory = Directory::national();
    let (mut right, mut asked, mut always, mut gaps_right, mut gaps) = (0, 0, 0, 0, 0);
    for row in rows("colloquial.tsv") {
        let (id, group, question, needs, accepted, gap) =
            (&row[0], &row[1], &row[2], &row[3], list(&row[4]), row[5] == "yes");
        let answer = directory.ask(question, evening());
        let first: Vec<&str> = ids(&answer).into_iter().take(3).collect();
        let understood: Vec<&str> = answer.needs.iter().map(|hit| hit.need.as_str()).collect();
        if gap {
            gaps += 1;
            let good = !answer.gaps.is_empty() && first.iter().all(|id| accepted.contains(id));
            gaps_right += usize::from(good);
            println!(
                "gap {} {id} {question}: {first:?} gaps {:?} accepted {accepted:?} understood {understood:?}",
                if good { "right" } else { "MISS" },
                answer.gaps
            );
            continue;
        }
        asked += 1;
        always += usize::from(accepted.contains(&"jp.yorisoi"));
        if first.iter().any(|id| accepted.contains(id)) {
            right += 1;
        } else {
            println!(
                "MISS {id} ({group}) {question}: {first:?}, accepted {accepted:?}; understood {understood:?} of {needs}; gaps {:?}",
                answer.gaps
            );
        }
    }
    println!(
        "success@3 {right} of {asked} = {:.3}; always よりそい {:.3}; gaps {gaps_right} of {gaps}",
        right as f64 / asked as f64,
        always as f64 / asked as f64
    );
    assert!(right * 100 >= asked * 85, "{right} of {asked}");
    assert_eq!(gaps_right, gaps, "a gap was answered by a neighbour");
}

#[test]
fn danger_and_feelings_are_answered_first() {
    let directory = Directory::national();
    let mut wrong = Vec::new();
    for now in ["2026-11-24T20:00:00", "2027-01-01T03:00:00"] {
        for row in rows("danger.tsv") {
            let (id, question, first, never) = (&row[0], &row[1], list(&row[3]), list(&row[4]));
            let answer = directory.ask(question, now.parse().unwrap());
            let cards = ids(&answer);
            let good = cards.first().is_some_and(|card| first.contains(card))
                && !cards.iter().take(3).any(|card| never.contains(card));
            if !good {
                wrong.push(format!(
                    "{id} {question} at {now}: {cards:?}, first must be {first:?}; needs {:?}",
                    answer.needs
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_need_nobody_is_made_for_is_said() {
    let directory = Directory::national();
    let answer = directory.ask("親の着信だけで手ふるえる 30代なのに", evening());
    assert_eq!(answer.gaps, ["abuse-survivor"]);
}

#[test]
fn a_knife_is_heard_but_not_across_two_words() {
    let directory = Directory::national();
    for said in ["ナイフ持った人が来た", "ないふで おどされてる"] {
        assert!(directory.ask(said, evening()).danger, "{said}");
    }
    for said in ["みんな しらないふりする", "払えない フリーター"] {
        assert!(!directory.ask(said, evening()).danger, "{said}");
    }
}
