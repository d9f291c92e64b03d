//! What an import did, for people (by way of the texts) and for machines (as JSON). Codes are stable.

use super::{Encoding, FileProblem, Newline};
use crate::directory::tally::{self, Counts, Hits, Known};

/// What became of a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// Its rows were read.
    Imported,
    /// It was left out whole, and why.
    SetAside {
        /// Stable code of the reason.
        reason: String,
    },
    /// It cannot be read, and why.
    Refused {
        /// What is wrong, and on which line.
        problem: FileProblem,
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
    /// Category of its entries, such as `community_center`; the table of an HSDS package.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Format: `csv`, `xlsx`, `jsonl`, `toml`; `hsds-csv`, `hsds-json`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    /// How its characters are written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Encoding>,
    /// How its lines end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newline: Option<Newline>,
    /// What stands between cells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<char>,
    /// Line of the header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_line: Option<u64>,
    /// Rows.
    pub counts: Counts,
    /// Rules that applied.
    pub rules: Hits,
}

impl FileReport {
    /// A file nothing is known of yet.
    #[must_use]
    pub const fn new(file: String, bytes: u64) -> Self {
        Self {
            file,
            bytes,
            outcome: Outcome::Imported,
            kind: None,
            format: None,
            encoding: None,
            newline: None,
            delimiter: None,
            header_line: None,
            counts: Counts { read: 0, stored: 0, merged: 0, set_aside: 0, blank: 0, refused: 0, records: 0 },
            rules: Hits::new(),
        }
    }

    /// Notes that a rule applied.
    pub fn note(&mut self, rule: impl Known, line: u64, column: Option<&str>) {
        tally::note(&mut self.rules, rule, line, column);
    }

    /// How often a rule applied.
    #[must_use]
    pub fn count(&self, rule: impl Known) -> u64 {
        self.rules.get(rule.code()).map_or(0, |hit| hit.count)
    }

    /// Leaves the file out whole; the caller counts its rows.
    pub fn set_aside(&mut self, reason: &str) {
        self.outcome = Outcome::SetAside { reason: reason.to_owned() };
    }
}

/// A whole import.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct ImportReport {
    /// Every file found, in the order read.
    pub files: Vec<FileReport>,
    /// Rows of all files.
    pub totals: Counts,
}

impl ImportReport {
    /// Adds a file.
    pub fn push(&mut self, file: FileReport) {
        self.totals.add(&file.counts);
        self.files.push(file);
    }

    /// How often a rule applied in all files.
    #[must_use]
    pub fn count(&self, rule: impl Known) -> u64 {
        self.files.iter().map(|file| file.count(rule)).sum()
    }
}
