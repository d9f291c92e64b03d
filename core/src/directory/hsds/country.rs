//! In which country, and so by which clock and telephone plan, a service is. Where that is not said, it is unknown.

use super::row::Row;
use super::table::Table;

/// What is known about the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Country {
    Japan,
    Other,
    Unknown,
}

/// The country of the rows of one record: a stated one first, then Japanese writing.
pub(super) fn of(rows: &[&Row]) -> Country {
    let mut stated = rows.iter().filter(|row| row.table == Table::Address).map(|row| row.get("country").trim());
    if let Some(country) = stated.find(|country| !country.is_empty()) {
        let japan = ["jp", "jpn", "japan", "日本", "日本国"].contains(&country.to_lowercase().as_str());
        return if japan { Country::Japan } else { Country::Other };
    }
    let zone = rows.iter().find(|row| row.table == Table::Schedule).map(|row| row.get("timezone").trim().to_owned());
    let texts = rows.iter().filter(|row| matches!(row.table, Table::Service | Table::Organization | Table::Location));
    let japanese = texts.flat_map(|row| [row.get("name"), row.get("description")]).any(has_kana);
    match zone.as_deref() {
        _ if japanese => Country::Japan,
        Some("" | "9") | None => Country::Unknown,
        Some(_) => Country::Other,
    }
}

fn has_kana(text: &str) -> bool {
    text.chars().any(|c| ('\u{3041}'..='\u{30fa}').contains(&c))
}
