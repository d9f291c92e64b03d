//! Scores the needs on the fifth of the phrases that never trained (SHA-256 of the phrase, first byte, mod 5), beside
//! trivial baselines. Prints the figures of docs/benchmarks.md.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    missing_docs
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use tsunagari_core::directory::needs::{Needs, Rank, Sources, features};
use tsunagari_core::search::normalise;

struct Phrase {
    text: String,
    needs: Vec<String>,
}

fn national() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("national")
}

fn is_held_out(phrase: &str) -> bool {
    Sha256::digest(phrase.as_bytes())[0].is_multiple_of(5)
}

fn phrase_files() -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(national().join("phrases")).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|p| (p.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(p).unwrap()))
        .collect()
}

fn phrases(files: &[(String, String)]) -> Vec<Phrase> {
    files
        .iter()
        .flat_map(|(_, text)| text.lines())
        .filter(|line| !line.is_empty() && !line.starts_with('#') && !line.starts_with("phrase\t"))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Phrase { text: cells[0].to_owned(), needs: cells[1].split(',').map(str::to_owned).collect() }
        })
        .collect()
}

fn needs_without_held_out(files: &[(String, String)]) -> Needs {
    let needs = fs::read_to_string(national().join("needs.toml")).unwrap();
    let danger = fs::read_to_string(national().join("danger.toml")).unwrap();
    let model = fs::read(national().join("needs-model.bin")).unwrap();
    let borrowed: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    Needs::read_without(Sources { needs: &needs, danger: &danger, phrases: &borrowed, model: &model }, is_held_out)
        .unwrap()
}

/// Share of held-out phrases one of whose needs is among the first two answers.
fn success_at_2(held: &[&Phrase], mut answer: impl FnMut(&str) -> Vec<String>) -> f64 {
    let right = held.iter().filter(|p| answer(&p.text).iter().take(2).any(|need| p.needs.contains(need))).count();
    right as f64 / held.len() as f64
}

#[test]
fn held_out_phrases_reach_their_need() {
    let files = phrase_files();
    let needs = needs_without_held_out(&files);
    let all = phrases(&files);
    let (held, trained): (Vec<&Phrase>, Vec<&Phrase>) = all.iter().partition(|p| is_held_out(&p.text));
    assert!(all.len() >= 2500 && held.len() * 6 > all.len());

    let ours = success_at_2(&held, |text| needs.understand(text).into_iter().map(|hit| hit.need).collect());

    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    trained.iter().for_each(|p| *count.entry(&p.needs[0]).or_default() += 1);
    let mut common: Vec<_> = count.into_iter().collect();
    common.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    let always: Vec<String> = common.iter().take(2).map(|(need, _)| (*need).to_owned()).collect();
    let same = success_at_2(&held, |_| always.clone());

    // The need whose scope text shares most pairs of characters with what was typed.
    let scopes: Vec<(String, BTreeSet<String>)> = needs
        .catalogue
        .iter()
        .map(|need| (need.id.clone(), features(&need.scope).into_keys().filter(|p| p.chars().count() == 2).collect()))
        .collect();
    let overlap = success_at_2(&held, |text| {
        let pieces: BTreeSet<String> = features(text).into_keys().collect();
        let mut order: Vec<(usize, &str)> =
            scopes.iter().map(|(need, scope)| (scope.intersection(&pieces).count(), need.as_str())).collect();
        order.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        order.into_iter().map(|(_, need)| need.to_owned()).collect()
    });

    let danger: Vec<&&Phrase> = held.iter().filter(|p| needs.catalogue.rank(&p.needs[0]) == Rank::Danger).collect();
    let missed: Vec<&str> = danger
        .iter()
        .filter(|p| !needs.understand(&p.text).iter().any(|hit| needs.catalogue.rank(&hit.need) == Rank::Danger))
        .map(|p| p.text.as_str())
        .collect();
    let first: Vec<&str> = danger
        .iter()
        .filter(|p| needs.understand(&p.text).first().is_none_or(|hit| needs.catalogue.rank(&hit.need) != Rank::Danger))
        .map(|p| p.text.as_str())
        .collect();
    let calm: Vec<&&Phrase> =
        held.iter().filter(|p| p.needs.iter().all(|n| needs.catalogue.rank(n) == Rank::Life)).collect();
    let alarms: Vec<&str> = calm
        .iter()
        .filter(|p| {
            needs.understand(&p.text).first().is_some_and(|hit| needs.catalogue.rank(&hit.need) == Rank::Danger)
        })
        .map(|p| p.text.as_str())
        .collect();
    println!("phrases {}, held out {}", all.len(), held.len());
    println!("success@2: ours {ours:.3}, always the two most common {same:.3}, overlap with the scope {overlap:.3}");
    println!(
        "danger: {} held out, {} missed {missed:?}, {} not first {first:?}",
        danger.len(),
        missed.len(),
        first.len()
    );
    println!("danger first for a need of everyday life: {} of {}: {alarms:?}", alarms.len(), calm.len());
    assert!(ours >= 0.85, "success@2 {ours:.3}");
    assert!(missed.is_empty() && first.is_empty(), "danger recall must be 1.0");
}

#[test]
fn no_judged_question_is_a_phrase_or_a_scene() {
    let mut files = phrase_files();
    files.push(("scenes.tsv".to_owned(), fs::read_to_string(national().join("scenes.tsv")).unwrap()));
    let known: BTreeSet<String> = phrases(&files).iter().map(|p| normalise(&p.text)).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let mut copied = Vec::new();
    for (file, column) in [("colloquial.tsv", 2), ("danger.tsv", 1)] {
        let text = fs::read_to_string(folder.join(file)).unwrap();
        for line in text.lines().filter(|l| !l.starts_with('#')).skip(1) {
            let question = line.split('\t').nth(column).unwrap();
            if known.contains(&normalise(question)) {
                copied.push(question.to_owned());
            }
        }
    }
    assert!(copied.is_empty(), "{copied:?}");
}
