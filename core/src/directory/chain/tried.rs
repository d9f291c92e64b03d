//! What was tried in this sitting.

use std::collections::BTreeSet;
use std::fmt;

use crate::model::Record;

/// Lines that did not answer, in memory only. It can say whether a line was tried, never how many were; it cannot be
/// written out, and it takes no line with a trace warning.
#[derive(Clone, Default)]
pub struct Tried(BTreeSet<String>);

impl Tried {
    /// Notes that a line did not answer.
    pub fn note(&mut self, record: &Record) {
        if !record.is("trace_warning") {
            self.0.insert(record.id.clone());
        }
    }

    /// Whether a line was tried.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// Forgets everything.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}

impl fmt::Debug for Tried {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tried(…)")
    }
}
