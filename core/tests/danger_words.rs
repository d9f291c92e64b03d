//! Words of danger bring the banner and the right number, and idioms that only sound like danger do not.
//!
//! `asks` of danger_words.tsv: `119` and `110` want the banner and that number first; `listen` wants a line that
//! listens among the first three, and where no number is asked for the first (below a number, if one stands there);
//! `dv` and `189` want those lines too, and the need named; `calm` wants no banner. All must pass. These words judge
//! the rules only: no phrase may be one of them.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use tsunagari_core::directory::answer::{Answer, FindRequest};
use tsunagari_core::directory::areas::Areas;
use tsunagari_core::directory::card::Cards;
use tsunagari_core::directory::find::{Finding, Here};
use tsunagari_core::directory::find_text::{bucket, prepare};
use tsunagari_core::directory::pack;
use tsunagari_core::hours::Holidays;
use tsunagari_core::search::normalise;
use tsunagari_core::store::{Pack as PackRow, Store};

/// What the text asks for, of one row.
fn rows() -> Vec<(String, String)> {
    include_str!("danger_words.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .map(|(text, asks)| (text.to_owned(), asks.to_owned()))
        .collect()
}

fn national() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("national")
}

/// Why an answer is not what was asked for; empty when it is.
fn missing(answer: &Answer, asks: &str) -> Vec<String> {
    let ids: Vec<&str> = answer.cards.iter().map(|card| card.record.id.as_str()).collect();
    let listens = |at: usize| answer.cards.get(at).is_some_and(|card| card.record.is("crisis_first"));
    let named = |need: &str| answer.needs.iter().any(|hit| hit.need == need);
    let numbered = asks.contains("119") || asks.contains("110");
    asks.split(' ')
        .filter(|part| !match *part {
            "119" => answer.danger && ids.first() == Some(&"jp.119"),
            "110" => answer.danger && ids.first() == Some(&"jp.110"),
            "listen" if numbered => (1..3).any(listens),
            "listen" => listens(usize::from(answer.danger)),
            "dv" => named("dv") && ids.iter().any(|id| matches!(*id, "jp.dv-plus" | "jp.8008")),
            "189" => named("child-abuse") && ids.contains(&"jp.189"),
            "calm" => !answer.danger,
            other => panic!("danger_words.tsv asks for “{other}”"),
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn danger_is_heard_and_idioms_are_not_taken_for_it() {
    let bytes = pack::build(&national()).unwrap();
    let (read, _) = pack::read(&bytes).unwrap();
    let text = |name: &str| std::str::from_utf8(&read.files[name]).unwrap();
    let store = Store::in_memory().unwrap();
    let row = PackRow { id: "jp".into(), class: "core".into(), ..PackRow::default() };
    store.install(&row, read.records.iter().map(|record| prepare(record, bucket(record)))).unwrap();
    let cards = Cards::new(Holidays::from_toml(text("holidays.toml")).unwrap(), None);
    let areas = Areas::from_tsv(text("municipalities.tsv")).unwrap();
    let finding = Finding::from_pack(&read).unwrap();
    let reader = store.reader().unwrap();
    let now = "2027-01-01T03:00:00".parse().unwrap();
    let here = Here { reader: &reader, cards: &cards, areas: &areas, now, ticket: None };

    let mut wrong = Vec::new();
    for (text, asks) in rows() {
        let answer = finding.find(here, &FindRequest { text: text.clone(), ..FindRequest::default() }).unwrap();
        let missing = missing(&answer, &asks);
        if !missing.is_empty() {
            let ids: Vec<&str> = answer.cards.iter().map(|card| card.record.id.as_str()).collect();
            let needs: Vec<String> =
                answer.needs.iter().map(|hit| format!("{} {:?} {:?}", hit.need, hit.how, hit.words)).collect();
            wrong.push(format!("{text}: misses {missing:?} of {asks}; {ids:?}; {needs:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows().len(), wrong.join("\n"));
}

#[test]
fn what_was_understood_is_said_in_the_words_that_were_typed() {
    let (read, _) = pack::read(&pack::build(&national()).unwrap()).unwrap();
    let finding = Finding::from_pack(&read).unwrap();
    let hits = finding.needs().understand("話し相手がほしい");
    assert_eq!(hits[0].words, ["話し相手", "ほしい"]);
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    for (text, _) in rows() {
        for word in finding.needs().understand(&text).into_iter().flat_map(|hit| hit.words) {
            assert!(plain(&text.replace(',', "")).contains(&plain(&word)), "「{word}」 is not in 「{text}」");
        }
    }
}

#[test]
fn no_word_here_is_a_judged_question() {
    let here: BTreeSet<String> = rows().iter().map(|(text, _)| normalise(text)).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let mut judged = Vec::new();
    for (file, column) in [("colloquial.tsv", 2), ("danger.tsv", 1)] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        for line in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
            let question = line.split('\t').nth(column).unwrap();
            if here.contains(&normalise(question)) {
                judged.push(question.to_owned());
            }
        }
    }
    assert!(judged.is_empty(), "{judged:?}");
}
