//! Rows as `service` objects, with what belongs to them inside.

use serde_json::{Map, Number, Value};

use super::row::Row;
use super::table::{NUMBERS, Table};

/// Where a row stands in JSON: the owner's table and the name of the list, or the one object.
fn inside(table: Table) -> &'static [(&'static str, Table)] {
    use Table as T;
    match table {
        T::Phone => &[
            ("contact_id", T::Contact),
            ("service_at_location_id", T::ServiceAtLocation),
            ("service_id", T::Service),
            ("location_id", T::Location),
            ("organization_id", T::Organization),
        ],
        T::Contact | T::Schedule => &[
            ("service_at_location_id", T::ServiceAtLocation),
            ("service_id", T::Service),
            ("location_id", T::Location),
            ("organization_id", T::Organization),
        ],
        T::Language => &[("phone_id", T::Phone), ("service_id", T::Service), ("location_id", T::Location)],
        T::Address | T::Accessibility => &[("location_id", T::Location)],
        T::Funding => &[("service_id", T::Service), ("organization_id", T::Organization)],
        T::OrganizationIdentifier => &[("organization_id", T::Organization)],
        T::ServiceArea | T::RequiredDocument | T::CostOption | T::ServiceAtLocation => &[("service_id", T::Service)],
        _ => &[],
    }
}

const fn list_name(table: Table) -> &'static str {
    match table {
        Table::ServiceAtLocation => "service_at_locations",
        _ => table.plural(),
    }
}

/// One `service` object from all rows of a record.
pub(super) fn service(rows: &[Row]) -> Option<Value> {
    let service = rows.iter().find(|row| row.table == Table::Service)?;
    Some(Value::Object(object(service, rows)))
}

fn object(row: &Row, rows: &[Row]) -> Map<String, Value> {
    let mut object = Map::new();
    for column in row.table.columns() {
        let text = row.get(column);
        let value = if NUMBERS.contains(&column) { number(text) } else { Some(Value::String(text.to_owned())) };
        if let Some(value) = value.filter(|_| !text.is_empty() || is_required(row.table, column)) {
            object.insert(column.to_owned(), value);
        }
    }
    for part in rows {
        let owned = match part.table {
            Table::Attribute => part.get("link_id") == row.id() && part.get("link_entity") == row.table.name(),
            Table::Metadata => part.get("resource_id") == row.id() && part.get("resource_type") == row.table.name(),
            _ => inside(part.table)
                .iter()
                .find(|(field, _)| !part.get(field).is_empty())
                .is_some_and(|(field, table)| *table == row.table && part.get(field) == row.id()),
        };
        if owned
            && let Some(list) =
                object.entry(list_name(part.table)).or_insert_with(|| Value::Array(Vec::new())).as_array_mut()
        {
            list.push(Value::Object(self::object(part, rows)));
        }
    }
    let one: &[(&str, &str, Table)] = match row.table {
        Table::Service => {
            &[("organization", "organization_id", Table::Organization), ("program", "program_id", Table::Program)]
        }
        Table::ServiceAtLocation => &[("location", "location_id", Table::Location)],
        Table::Attribute => &[("taxonomy_term", "taxonomy_term_id", Table::TaxonomyTerm)],
        Table::TaxonomyTerm => &[("taxonomy_detail", "taxonomy_id", Table::Taxonomy)],
        _ => &[],
    };
    for (name, field, table) in one {
        let id = row.get(field);
        if let Some(part) = rows.iter().find(|part| part.table == *table && !id.is_empty() && part.id() == id) {
            object.insert((*name).to_owned(), Value::Object(self::object(part, rows)));
        }
    }
    object
}

/// A text as a JSON number, where it is one.
pub(super) fn number(text: &str) -> Option<Value> {
    text.parse::<Number>().ok().map(Value::Number)
}

/// Columns that must be there even when nothing is known.
pub(super) fn is_required(table: Table, column: &str) -> bool {
    match table {
        Table::Organization | Table::Taxonomy | Table::TaxonomyTerm | Table::Program => {
            matches!(column, "name" | "description")
        }
        Table::Address => matches!(column, "address_1" | "city" | "state_province" | "postal_code" | "country"),
        Table::Metadata => !matches!(column, "resource_id" | "resource_type"),
        Table::OrganizationIdentifier => matches!(column, "identifier_type" | "identifier"),
        Table::Phone => column == "number",
        _ => false,
    }
}
