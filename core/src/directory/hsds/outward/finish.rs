//! Rows of an export in their last form.

use std::collections::{BTreeMap, BTreeSet};

use super::super::extras::{default_owner, label};
use super::super::row::Row;
use super::super::table::{LINKS, Table};
use super::super::{ids, own};
use super::fits::fits;
use super::{Rows, say};
use crate::model::{Record, Scalar};

/// Gives rows their ids and keys, leaves out what the schemas forbid, and writes our marks.
pub(super) fn finish(
    record: &Record,
    service: &str,
    rows: Rows,
    marks: &BTreeMap<(Table, String), String>,
    avoid: &BTreeSet<String>,
) -> Vec<Row> {
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for ((table, (_, tag)), row) in &rows {
        let made = if *table == Table::Service { service.to_owned() } else { ids::made(service, *table, tag) };
        let usable = ids::is_uuid(row.id()) && !avoid.contains(row.id());
        let id = if *table != Table::Service && usable { row.id().to_owned() } else { made };
        if !row.id().is_empty() {
            renamed.insert(row.id().to_owned(), id.clone());
        }
        ids.insert(label(*table, tag), id);
    }
    let mut done = Vec::new();
    let mut notes = Vec::new();
    for ((table, (_, tag)), mut row) in rows {
        let own_label = label(table, &tag);
        let id = ids.get(&own_label).cloned().unwrap_or_default();
        let published = ids::is_uuid(row.id()) && !avoid.contains(row.id());
        row.set("id", &id);
        let owners = row.get("of").to_owned();
        let owners = if owners.is_empty() { default_owner(table).unwrap_or_default() } else { &owners };
        for owner in owners.split(' ').filter(|owner| !owner.is_empty()) {
            let Some((owner_id, owner_table)) =
                ids.get(owner).and_then(|id| Some((id, Table::of_name(owner.split('.').next()?)?.0)))
            else {
                continue;
            };
            match table {
                Table::Attribute => {
                    row.set("link_id", owner_id);
                    say(&mut row, "link_entity", owner_table.name());
                }
                Table::Metadata => {
                    row.set("resource_id", owner_id);
                    say(&mut row, "resource_type", owner_table.name());
                }
                _ => {
                    row.set(owner_table.key_field().unwrap_or("service_id"), owner_id);
                }
            }
        }
        row.set("of", "");
        let beside = ["contact_id", "service_at_location_id", "location_id", "organization_id"]
            .iter()
            .any(|field| !row.get(field).is_empty());
        if beside && table != Table::Service && table.columns().any(|column| column == "service_id") {
            row.set("service_id", service);
        }
        let links = || table.columns().filter(|column| LINKS.contains(column));
        if default_owner(table).is_some() && links().all(|column| row.get(column).is_empty()) {
            // HSDS has no place for it there.
            continue;
        }
        let key = |name: &str| ids.get(name).map_or("", String::as_str);
        match table {
            Table::Service => {
                row.set("organization_id", key("organization")).set("program_id", key("program"));
            }
            Table::ServiceAtLocation => {
                row.set("service_id", service).set("location_id", key("location"));
            }
            _ => {}
        }
        for field in ["taxonomy_term_id", "taxonomy_id", "parent_id"] {
            if let Some(id) = renamed.get(row.get(field)) {
                row.set(field, id);
            }
        }
        if let Some(mark) = marks
            .get(&(table, tag.clone()))
            .or((table == Table::RequiredDocument && record.text(&format!("bring/{tag}")).is_some()).then_some(&tag))
        {
            notes.extend(own::attribute(service, table, &id, own::PART, Some(&Scalar::Text(mark.clone()))));
        }
        row.fields.retain(|(name, text)| fits(table, name, text));
        if ids::by_content(table) && !published {
            let id = ids::of_content(&row);
            row.set("id", &id);
        }
        if table == Table::Location {
            say(&mut row, "location_type", "physical");
        }
        done.push(row);
    }
    done.extend(notes);
    done
}
