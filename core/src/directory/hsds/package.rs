//! All rows of one folder, joined by id.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Rule;
use super::json_guard::Asks;
use super::limits::{FIELD_MEMORY, MAX_MEMORY, MAX_WITH_DOCUMENT, ROW_MEMORY};
use super::row::Row;
use super::table::Table;
use crate::directory::import::{FileProblem, FileReport};

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Unused,
    /// It made a record.
    Stored,
    /// It became part of a record, or of nothing new.
    Merged,
    /// A rule set it aside, and the rule was noted.
    Aside,
}

/// One row as it was read, also where it only repeats another.
#[derive(Debug, Clone)]
pub(super) struct Trace {
    /// Number of the row of the package that it became.
    pub(super) at: usize,
    pub(super) line: u64,
    /// JSON pointer; empty for a row of a table.
    pub(super) pointer: Box<str>,
}

/// Rows of one folder.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) rows: Vec<Row>,
    pub(super) fates: Vec<Fate>,
    /// The record that a row became, or became part of.
    links: BTreeMap<usize, Rc<str>>,
    /// Rows of confidential records: only their hashes may be kept.
    hidden: BTreeSet<usize>,
    /// What was read of each file, in order.
    traces: BTreeMap<usize, Vec<Trace>>,
    names: BTreeSet<Rc<str>>,
    by_id: BTreeMap<Table, BTreeMap<Box<str>, usize>>,
    /// What all of it takes, about.
    memory: usize,
    /// What the largest document takes beside it while it is read.
    document: usize,
}

impl Package {
    /// The name of a field, each kept once.
    pub(super) fn name(&mut self, name: &str) -> Rc<str> {
        if let Some(known) = self.names.get(name) {
            return Rc::clone(known);
        }
        let new: Rc<str> = name.into();
        self.names.insert(Rc::clone(&new));
        new
    }

    /// Adds a row; a repeated one fills up the first.
    pub(super) fn add(&mut self, mut row: Row, report: &mut FileReport) -> Result<(), FileProblem> {
        let (file, line, pointer) = (row.origin.file, row.origin.line, row.origin.pointer.clone());
        let place =
            |field: &str| Some(if pointer.is_empty() { field.to_owned() } else { format!("{pointer}/{field}") });
        row.fields.shrink_to_fit();
        self.memory += ROW_MEMORY + row.id().len() + pointer.len() * 2;
        self.memory += row.fields.iter().map(|(_, text)| text.len() + FIELD_MEMORY).sum::<usize>();
        self.bounded(line)?;
        if row.id().is_empty() || row.id().starts_with('\u{1}') {
            report.note(Rule::IdEmpty, line, place("id").as_deref());
        }
        let known_at = self.find(row.table, row.id());
        let mut trace = |at| {
            self.traces.entry(file).or_default().push(Trace { at, line, pointer: pointer.clone() });
        };
        if let Some((at, known)) = known_at.and_then(|at| Some((at, self.rows.get_mut(at)?))) {
            if known.fill_from(&row) {
                report.note(Rule::SameAgain, line, place("id").as_deref());
                report.counts.merged += 1;
                trace(at);
                return Ok(());
            }
            report.note(Rule::IdTwice, line, place("id").as_deref());
            if shared(row.table) || (row.table == Table::Service && known.get("name") == row.get("name")) {
                // The first one stands; the other only fills what it leaves open.
                for (name, text) in &row.fields {
                    if known.get(name).is_empty() {
                        known.fields.push((Rc::clone(name), text.clone()));
                    }
                }
                report.counts.merged += 1;
                trace(at);
                return Ok(());
            }
            row.set("id", "");
        }
        let at = self.rows.len();
        trace(at);
        if !row.id().is_empty() {
            self.by_id.entry(row.table).or_default().insert(row.id().into(), at);
        }
        self.rows.push(row);
        self.fates.push(Fate::Unused);
        Ok(())
    }

    /// The row with an id.
    pub(super) fn find(&self, table: Table, id: &str) -> Option<usize> {
        if id.is_empty() { None } else { self.by_id.get(&table)?.get(id).copied() }
    }

    pub(super) fn row(&self, at: usize) -> Option<&Row> {
        self.rows.get(at)
    }

    /// Numbers of the rows of a table, in the order read.
    pub(super) fn all(&self, table: Table) -> Vec<usize> {
        self.rows.iter().enumerate().filter(|(_, row)| row.table == table).map(|(at, _)| at).collect()
    }

    /// Makes room for a document.
    pub(super) fn hold(&mut self, asks: Asks) -> Result<(), FileProblem> {
        self.document = self.document.max(asks.memory);
        self.bounded(asks.line)
    }

    const fn bounded(&self, line: u64) -> Result<(), FileProblem> {
        let limit = if self.document == 0 { MAX_MEMORY } else { MAX_WITH_DOCUMENT };
        if self.memory <= MAX_MEMORY && self.memory + self.document <= MAX_WITH_DOCUMENT {
            return Ok(());
        }
        Err(FileProblem::TooMuchToJoin { line, limit: limit as u64 })
    }

    /// How much is in it: rows, the memory they take, and that of the largest document.
    pub(super) const fn extent(&self) -> (usize, usize, usize) {
        (self.rows.len(), self.memory, self.document)
    }

    /// Takes rows out again, of a file that turned out unreadable.
    pub(super) fn forget_from(&mut self, file: usize, (at, memory, document): (usize, usize, usize)) {
        (self.memory, self.document) = (memory, document);
        self.traces.remove(&file);
        self.rows.truncate(at);
        self.fates.truncate(at);
        for ids in self.by_id.values_mut() {
            ids.retain(|_, row| *row < at);
        }
    }

    pub(super) fn mark(&mut self, at: usize, fate: Fate) {
        if let Some(now) = self.fates.get_mut(at)
            && *now != Fate::Stored
        {
            *now = fate;
        }
    }
}

impl Package {
    /// Says into which record a row went; the first stands.
    pub(super) fn link(&mut self, at: usize, record: &Rc<str>) {
        self.links.entry(at).or_insert_with(|| Rc::clone(record));
    }

    pub(super) fn link_of(&self, at: usize) -> Option<&str> {
        self.links.get(&at).map(|record| &**record)
    }

    pub(super) fn hide(&mut self, at: usize) {
        self.hidden.insert(at);
    }

    pub(super) fn is_hidden(&self, at: usize) -> bool {
        self.hidden.contains(&at)
    }

    /// What was read of a file.
    pub(super) fn traces(&self, file: usize) -> &[Trace] {
        self.traces.get(&file).map_or(&[], Vec::as_slice)
    }
}

/// Tables whose rows many others point at: two rows with one id are one thing described twice.
const fn shared(table: Table) -> bool {
    matches!(
        table,
        Table::Organization
            | Table::Location
            | Table::Program
            | Table::Taxonomy
            | Table::TaxonomyTerm
            | Table::ServiceAtLocation
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::hsds::row::Origin;

    fn row(table: Table, fields: &[(&str, &str)]) -> Row {
        let mut row = Row::new(table, Origin { file: 0, line: 2, pointer: "".into() });
        for (name, text) in fields {
            row.set(name, text);
        }
        row
    }

    #[test]
    fn an_object_that_stands_in_several_places_is_one_row() {
        let (mut package, mut report) = (Package::default(), FileReport::new("a.json".into(), 0));
        package.add(row(Table::Phone, &[("id", "p"), ("number", "1"), ("service_id", "s")]), &mut report).unwrap();
        package.add(row(Table::Phone, &[("id", "p"), ("number", "1"), ("contact_id", "c")]), &mut report).unwrap();
        assert_eq!(package.rows.len(), 1);
        assert_eq!(package.rows[0].get("contact_id"), "c");
        assert_eq!((report.counts.merged, report.count(Rule::SameAgain)), (1, 1));
    }

    #[test]
    fn memory_is_counted_before_it_is_taken() {
        let mut report = FileReport::new("phones.csv".into(), 0);
        let mut package = Package { memory: MAX_MEMORY - ROW_MEMORY - 200, ..Package::default() };
        package.add(row(Table::Phone, &[("id", "p")]), &mut report).unwrap();
        let refused = package.add(row(Table::Phone, &[("id", "q")]), &mut report);
        assert_eq!(refused, Err(FileProblem::TooMuchToJoin { line: 2, limit: MAX_MEMORY as u64 }));
        let mut package = Package { memory: MAX_MEMORY, ..Package::default() };
        let refused = package.hold(Asks { memory: MAX_WITH_DOCUMENT - MAX_MEMORY + 1, line: 7 });
        assert_eq!(refused, Err(FileProblem::TooMuchToJoin { line: 7, limit: MAX_WITH_DOCUMENT as u64 }));
    }

    #[test]
    fn language_rows_that_share_an_id_are_all_kept() {
        let (mut package, mut report) = (Package::default(), FileReport::new("languages.csv".into(), 0));
        for service in ["s", "t"] {
            package
                .add(row(Table::Language, &[("id", "1"), ("service_id", service), ("code", "es")]), &mut report)
                .unwrap();
        }
        assert_eq!(package.rows.len(), 2);
        assert_eq!((package.rows[1].id(), report.count(Rule::IdTwice)), ("", 1));
    }

    #[test]
    fn rows_without_an_id_are_kept_and_told() {
        let (mut package, mut report) = (Package::default(), FileReport::new("regular_schedules.csv".into(), 0));
        for _ in 0..2 {
            package.add(row(Table::Schedule, &[("service_id", "s"), ("weekday", "Monday")]), &mut report).unwrap();
        }
        assert_eq!((package.rows.len(), report.count(Rule::IdEmpty)), (2, 2));
    }
}
