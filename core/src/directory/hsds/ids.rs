//! Ids: of records made from HSDS rows, and of HSDS rows made from records.

use uuid::Uuid;

use super::row::Row;
use super::table::Table;

/// Namespace of ids of imported entries; the same for every format. Never changes.
const IMPORTED: Uuid = Uuid::from_bytes(*b"tsunagari-import");
/// Namespace of ids of rows that an export makes. Never changes.
const MADE: Uuid = Uuid::from_bytes(*b"tsunagari-export");

/// Id of the record of a published row.
pub(super) fn record(table: Table, parts: &[&str]) -> String {
    let mut name = vec!["hsds", table.name()];
    name.extend(parts);
    Uuid::new_v5(&IMPORTED, name.join("\u{1f}").as_bytes()).hyphenated().to_string()
}

/// Id of a record whose row has no id.
pub(super) fn of_nameless(row: &Row, address: &str) -> String {
    let name: String = row.get("name").split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    record(row.table, &["name", &name, address, row.get("organization_id")])
}

/// Id of a row that stands for part of a record.
pub(super) fn made(owner: &str, table: Table, tag: &str) -> String {
    Uuid::new_v5(&MADE, [owner, table.name(), tag].join("\u{1f}").as_bytes()).hyphenated().to_string()
}

/// Whether rows of a table can belong only to something that several records share.
pub(super) const fn by_content(table: Table) -> bool {
    matches!(
        table,
        Table::Address
            | Table::Accessibility
            | Table::OrganizationIdentifier
            | Table::Program
            | Table::Attribute
            | Table::Metadata
    )
}

/// Id of a row by its content: two records that share a location then write its address once.
pub(super) fn of_content(row: &Row) -> String {
    let cells: Vec<&str> = row.table.columns().filter(|column| *column != "id").map(|column| row.get(column)).collect();
    made("content", row.table, &cells.join("\u{1f}"))
}

/// The id of a service that stands for a record: its own id where that is a UUID.
pub(super) fn service_of(record: &str) -> String {
    if is_uuid(record) { record.to_owned() } else { made(record, Table::Service, "") }
}

/// Whether a text is a UUID as HSDS writes it.
pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36 && Uuid::try_parse(text).is_ok()
}
