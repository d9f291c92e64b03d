//! What HSDS holds and a record has no key for: `x/<table>.<field>`, and `x/<table>.<tag>.<field>` for the second and
//! later rows of a table (for telephone numbers the tag is the channel).

use std::collections::{BTreeMap, BTreeSet};

use super::clean::cut;
use super::ids;
use super::limits::MAX_KEPT_BYTES;
use super::own;
use super::package::Package;
use super::row::Row;
use super::table::{LINKS, Table};
use crate::model::Record;

/// Rows of a record by label, and what of them is already in the record.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// `location`, `phone.tel`, `cost_option.2`.
    pub(super) by_row: BTreeMap<usize, String>,
    taken: BTreeSet<(usize, String)>,
}

impl Labels {
    /// Labels of rows in order; `channels` names those that became a channel.
    pub(super) fn of(package: &Package, rows: &[usize], channels: &BTreeMap<usize, String>) -> Self {
        let mut counts: BTreeMap<Table, usize> = BTreeMap::new();
        let mut labels = Self::default();
        for at in rows {
            let Some(row) = package.row(*at).filter(|row| !own::is_ours(package, row)) else { continue };
            let tag = match channels.get(at) {
                Some(channel) if row.table == Table::Phone => channel.clone(),
                _ => {
                    let count = counts.entry(row.table).or_default();
                    *count += 1;
                    match (row.table, *count) {
                        (Table::Phone, count) => format!("n{count}"),
                        (_, 1) => String::new(),
                        (_, count) => count.to_string(),
                    }
                }
            };
            labels.by_row.insert(*at, label(row.table, &tag));
        }
        labels
    }

    /// Notes that a field stands in the record.
    pub(super) fn take(&mut self, at: usize, field: &str) {
        self.taken.insert((at, field.to_owned()));
    }

    /// Notes that a whole row stands in the record.
    pub(super) fn take_row(&mut self, at: usize) {
        self.take(at, "*");
    }

    /// Puts what is left under `x/`.
    pub(super) fn fill(&self, record: &mut Record, package: &Package, service: &str) -> bool {
        let mut cut_any = false;
        let mut ids: BTreeMap<(Table, &str), &str> = BTreeMap::new();
        for (at, label) in &self.by_row {
            if let Some(row) = package.row(*at).filter(|row| !row.id().is_empty()) {
                ids.insert((row.table, row.id()), label);
            }
        }
        for (at, label) in &self.by_row {
            let Some(row) = package.row(*at) else { continue };
            let all = self.taken.contains(&(*at, "*".to_owned()));
            let mut owners: Vec<&str> = LINKS
                .iter()
                .filter(|field| !row.get(field).is_empty())
                .filter_map(|field| {
                    let about =
                        Table::of_name(row.get("link_entity")).or_else(|| Table::of_name(row.get("resource_type")));
                    let table = owner_table(field).or(about.map(|(table, _)| table))?;
                    ids.get(&(table, row.get(field))).copied()
                })
                .collect();
            // An export names the service beside every other owner, so that rows of a shared organisation or location
            // stay with their record.
            owners.retain(|owner| default_owner(row.table) != Some(*owner));
            let joined_otherwise = matches!(row.table, Table::Service | Table::ServiceAtLocation | Table::TaxonomyTerm);
            if !all && !joined_otherwise && !owners.is_empty() {
                record.set(format!("x/{label}.of"), owners.join(" "));
            }
            for (name, text) in &row.fields {
                let text = &**text;
                let derived = &**name == "id" && is_derived(row, label, service, text);
                let joined = points_at(name, row).is_some_and(|table| ids.contains_key(&(table, text)));
                let said = all || self.taken.contains(&(*at, name.to_string()));
                if said && &**name != "id" || derived || joined || text.starts_with('\u{1}') {
                    continue;
                }
                cut_any |= text.len() > MAX_KEPT_BYTES;
                record.set(format!("x/{label}.{}", name.replace('.', "．")), cut(text, MAX_KEPT_BYTES));
            }
        }
        cut_any
    }
}

pub(super) fn label(table: Table, tag: &str) -> String {
    if tag.is_empty() { table.name().to_owned() } else { format!("{}.{tag}", table.name()) }
}

/// Whether an id is one that our export gives.
fn is_derived(row: &Row, label: &str, service: &str, id: &str) -> bool {
    if row.table == Table::Organization && id == ids::made("operator", Table::Organization, row.get("name")) {
        return true;
    }
    if ids::by_content(row.table) {
        return id == ids::of_content(row);
    }
    let tag = label.split_once('.').map_or("", |(_, tag)| tag);
    id == service && row.table == Table::Service || id == ids::made(service, row.table, tag)
}

/// The table a link points at, where the field alone says it.
pub(super) fn owner_table(field: &str) -> Option<Table> {
    Table::ALL.into_iter().find(|table| table.key_field() == Some(field))
}

fn points_at(field: &str, row: &Row) -> Option<Table> {
    if matches!(field, "link_id" | "resource_id") {
        let entity = if field == "link_id" { row.get("link_entity") } else { row.get("resource_type") };
        return Table::of_name(entity).map(|(table, _)| table);
    }
    owner_table(field).filter(|table| !matches!(table, Table::TaxonomyTerm | Table::Taxonomy))
}

/// Where a row of a table belongs when nothing is said.
pub(super) const fn default_owner(table: Table) -> Option<&'static str> {
    match table {
        Table::Address | Table::Accessibility => Some("location"),
        Table::OrganizationIdentifier | Table::Program => Some("organization"),
        Table::Service
        | Table::Organization
        | Table::Location
        | Table::ServiceAtLocation
        | Table::Taxonomy
        | Table::TaxonomyTerm
        | Table::MetaDescription => None,
        _ => Some("service"),
    }
}
