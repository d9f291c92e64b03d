//! One row of a table, wherever it was written: in a CSV file, or as an object in JSON.

use std::rc::Rc;

use super::table::Table;

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    /// Number of the file in the report.
    pub(super) file: usize,
    pub(super) line: u64,
    /// JSON pointer; empty for a row of a table.
    pub(super) pointer: Box<str>,
}

/// A row: names and texts. Numbers stand as they were written.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) table: Table,
    pub(super) fields: Vec<(Rc<str>, Box<str>)>,
    pub(super) origin: Origin,
    /// Fields that were JSON numbers.
    pub(super) extension_is_number: bool,
}

impl Row {
    pub(super) const fn new(table: Table, origin: Origin) -> Self {
        Self { table, fields: Vec::new(), origin, extension_is_number: false }
    }

    /// A row that was not read but made for an export.
    pub(super) fn made(table: Table) -> Self {
        Self::new(table, Origin { file: usize::MAX, line: 0, pointer: "".into() })
    }

    /// What stands in a field; empty when it is absent.
    pub(super) fn get(&self, field: &str) -> &str {
        self.fields.iter().find(|(name, _)| &**name == field).map_or("", |(_, text)| text)
    }

    pub(super) fn id(&self) -> &str {
        self.get("id")
    }

    /// Sets a field; an empty text removes it.
    pub(super) fn set(&mut self, field: &str, text: &str) -> &mut Self {
        self.fields.retain(|(name, _)| &**name != field);
        if !text.is_empty() {
            self.fields.push((field.into(), text.into()));
        }
        self
    }

    /// Takes over what another row of the same id states and this one does not. Says no, and takes nothing, when
    /// they state different things.
    pub(super) fn fill_from(&mut self, other: &Self) -> bool {
        let clash = other.fields.iter().any(|(name, text)| {
            let mine = self.get(name);
            !mine.is_empty() && !text.is_empty() && mine != &**text
        });
        if clash {
            return false;
        }
        for (name, text) in &other.fields {
            if self.get(name).is_empty() {
                self.fields.push((Rc::clone(name), text.clone()));
            }
        }
        true
    }
}
