//! What an import did, for people (by way of the texts) and for machines (as JSON). Codes are stable.

use std::collections::BTreeMap;

use super::{Problem, Rule};

/// How many places of one rule are listed.
const PLACES: usize = 3;

/// What is done when a rule applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Read as what was meant.
    Read,
    /// Kept as published; only noted.
    Kept,
    /// The value is left out of what is computed with; where it fits, it is kept as published.
    LeftOut,
    /// The row makes no record.
    RowAside,
}

/// Rows by what became of them: `read = stored + merged + set_aside + blank + refused`. In JSON every object of an
/// HSDS table is a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
pub struct Counts {
    /// Rows read.
    pub read: u64,
    /// Rows that made a record.
    pub stored: u64,
    /// Rows that became part of a record, or repeat another row.
    pub merged: u64,
    /// Rows that are part of no record, by rule.
    pub set_aside: u64,
    /// Rows without content.
    pub blank: u64,
    /// Rows that cannot be read.
    pub refused: u64,
    /// Records made; counted apart from rows.
    pub records: u64,
}

impl Counts {
    /// Whether every row read is accounted for.
    #[must_use]
    pub const fn balanced(&self) -> bool {
        self.read == self.stored + self.merged + self.set_aside + self.blank + self.refused
    }

    /// Adds the rows of another file.
    pub const fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.stored += other.stored;
        self.merged += other.merged;
        self.set_aside += other.set_aside;
        self.blank += other.blank;
        self.refused += other.refused;
        self.records += other.records;
    }
}

/// Where a rule applied.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Place {
    /// Physical line, from 1; in JSON the line on which the document begins.
    pub line: u64,
    /// Header of the column, or the JSON pointer of the object with its field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// How often a rule applied in a file, and where first.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Hit {
    /// What was done.
    pub action: Action,
    /// How often.
    pub count: u64,
    /// The first places.
    pub first: Vec<Place>,
}

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
        let hit = self.rules.entry(rule).or_insert_with(|| Hit { action: rule.action(), count: 0, first: Vec::new() });
        hit.count += 1;
        if hit.first.len() < PLACES {
            hit.first.push(Place { line, column });
        }
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
