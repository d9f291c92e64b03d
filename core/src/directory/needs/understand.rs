//! Joins rules, phrases and model: rules first, then a phrase of ours word for word, then the model.

use std::collections::BTreeMap;

use super::as_written::Written;
use super::{Catalogue, Model, NeedsError, Rank, Rules, features};
use crate::directory::answer::{NeedHit, Understood};
use crate::search::normalise;

/// The model speaks for a need only above this score (thousandths; chosen on the training phrases so that fewer than
/// two needs are shown for most of them).
const SPEAKS: i64 = -350;
/// A further need is shown only when it is this close to the first.
const CLOSE: i64 = 420;
/// The first two needs are shown above this score: below it nothing of the text was known.
const FLOOR: i64 = -930;
/// The model brings a danger to the front when it is this close to the first need.
const DANGER_CLOSE: i64 = 60;
/// And above this score: what only looks a little like danger is left to the rules.
const DANGER_FLOOR: i64 = -450;
/// Most needs that are understood from one text.
const MOST: usize = 3;

/// Texts and bytes of the national data that needs are read from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// needs.toml
    pub needs: &'a str,
    /// danger.toml
    pub danger: &'a str,
    /// File name and text of each phrase file.
    pub phrases: &'a [(&'a str, &'a str)],
    /// needs-model.bin
    pub model: &'a [u8],
}

/// Everything that is known about needs.
#[derive(Debug, Clone)]
pub struct Needs {
    /// The needs themselves.
    pub catalogue: Catalogue,
    rules: Rules,
    phrases: BTreeMap<String, Vec<String>>,
    model: Model,
}

impl Needs {
    /// Reads all sources.
    ///
    /// # Errors
    /// [`NeedsError`] with file and line.
    pub fn read(sources: Sources<'_>) -> Result<Self, NeedsError> {
        Self::read_without(sources, |_| false)
    }

    /// Reads all sources but leaves out some phrases: those held out for a test.
    ///
    /// # Errors
    /// [`NeedsError`] with file and line.
    pub fn read_without(sources: Sources<'_>, left_out: impl Fn(&str) -> bool) -> Result<Self, NeedsError> {
        let catalogue = Catalogue::read(sources.needs)?;
        let mut phrases = BTreeMap::new();
        for (file, text) in sources.phrases {
            for (index, line) in text.lines().enumerate() {
                if line.is_empty() || line.starts_with('#') || line.starts_with("phrase\t") {
                    continue;
                }
                let wrong = |what| NeedsError::Phrase { file: (*file).to_owned(), line: index + 1, what };
                let mut cells = line.split('\t');
                let phrase = cells.next().unwrap_or_default();
                let needs: Vec<String> =
                    cells.next().ok_or_else(|| wrong("it has no needs"))?.split(',').map(str::to_owned).collect();
                if needs.iter().any(|need| catalogue.get(need).is_none()) {
                    return Err(wrong("it names a need that does not exist"));
                }
                if !left_out(phrase) {
                    phrases.entry(normalise(phrase)).or_insert(needs);
                }
            }
        }
        let rules = Rules::read(sources.danger)?;
        if let Some(need) = rules.needs().find(|need| catalogue.get(need).is_none()) {
            return Err(NeedsError::Toml("danger.toml", format!("there is no need “{need}”")));
        }
        Ok(Self { catalogue, rules, phrases, model: Model::read(sources.model)? })
    }

    /// What a text says a person needs, most urgent and strongest first. Empty when nothing was understood.
    #[must_use]
    pub fn understand(&self, text: &str) -> Vec<NeedHit> {
        let mut hits: Vec<NeedHit> = Vec::new();
        let written = Written::new(text);
        let mut add = |need: &str, how, words: Vec<String>, strength: i64| {
            if !hits.iter().any(|hit| hit.need == need) {
                let strength = u16::try_from(strength.clamp(0, 1000)).unwrap_or(1000);
                hits.push(NeedHit { need: need.to_owned(), how, words, strength });
            }
        };
        for matched in self.rules.matching(text) {
            add(&matched.need, Understood::Rule, written.words(matched.words), 1000);
        }
        let whole = normalise(text);
        for (rank, need) in self.phrases.get(&whole).into_iter().flatten().enumerate() {
            add(need, Understood::Phrase, vec![text.trim().to_owned()], if rank == 0 { 950 } else { 800 });
        }
        let scores = self.model.score(&features(&self.rules.without_harmless(text)));
        let first = scores.first().map_or(i64::MIN, |score| score.value);
        for (place, score) in scores.into_iter().enumerate().take(MOST) {
            let close = score.value >= first.saturating_sub(CLOSE);
            let speaks = if place < 2 { score.value > FLOOR } else { close && score.value > SPEAKS };
            // A danger that only comes second to something else does not push it aside.
            let danger = self.catalogue.rank(&score.need) == Rank::Danger;
            let beaten = danger && (score.value < first.saturating_sub(DANGER_CLOSE) || score.value < DANGER_FLOOR);
            if speaks && !beaten && !score.pieces.is_empty() {
                add(&score.need, Understood::Pieces, written.words(score.pieces), 500 + score.value / 2);
            }
        }
        // Danger first, then a listening line; within a rank the strongest. Sorting is stable.
        hits.sort_by_key(|hit| (self.urgency(hit), std::cmp::Reverse(hit.strength)));
        hits.truncate(MOST + 1);
        hits
    }

    /// Danger is first however it was understood; a feeling when a rule or a phrase of ours says so.
    fn urgency(&self, hit: &NeedHit) -> u8 {
        match (self.catalogue.rank(&hit.need), hit.how) {
            (Rank::Danger, _) => 0,
            (Rank::Feeling, Understood::Rule) => 1,
            _ => 2,
        }
    }
}
