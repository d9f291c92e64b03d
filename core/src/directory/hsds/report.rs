//! What an import did, for people (by way of the texts) and for machines (as JSON). Codes are stable.

use std::collections::BTreeMap;

use super::{Problem, Rule};
use crate::directory::tally::{self, Counts, Hit};

/// What became of a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// Its rows were read.
    Imported,
    /// It was left out whole, and why.
    SetAside {
        /// Stable code of the reason.
        reason: &'static str,
    },
    /// It cannot be read, and why.
    Refused {
        /// What is wrong, and on which line.
        problem: Problem,
    },
    /// It is no data file (a licence, a readme).
    NotData,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FileReport {
    /// Path below what was imported, with `/`.
    pub file: String,
    /// Bytes of the file.
    pub bytes: u64,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Rows.
    pub counts: Counts,
    /// Rules that applied.
    pub rules: BTreeMap<Rule, Hit>,
}

impl FileReport {
    pub(super) const fn new(file: String, bytes: u64) -> Self {
        let counts = Counts { read: 0, stored: 0, merged: 0, set_aside: 0, blank: 0, refused: 0, records: 0 };
        Self { file, bytes, outcome: Outcome::Imported, counts, rules: BTreeMap::new() }
    }

    pub(super) fn note(&mut self, rule: Rule, line: u64, column: Option<String>) {
        tally::note(&mut self.rules, rule, rule.action(), line, column);
    }

    /// How often a rule applied.
    #[must_use]
    pub fn count(&self, rule: Rule) -> u64 {
        self.rules.get(&rule).map_or(0, |hit| hit.count)
    }
}

/// A whole import.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Report {
    /// Every file found, in the order read.
    pub files: Vec<FileReport>,
    /// Rows of all files.
    pub totals: Counts,
}

impl Report {
    /// How often a rule applied in all files.
    #[must_use]
    pub fn count(&self, rule: Rule) -> u64 {
        self.files.iter().map(|file| file.count(rule)).sum()
    }
}
