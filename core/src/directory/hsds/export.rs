//! Export to HSDS 3.0: `services.json` with whole services, and a tabular package beside it.

use serde_json::json;

use super::outward;
use super::row::Row;
use super::table::Table;
use super::{tabular, tree};
use crate::directory::confidential::{ConfidentialError, Storable};
use crate::model::Record;

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    /// Path below the folder of the export, with `/`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Something of a record that a reader of the export should know.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case", tag = "code")]
pub enum Flag {
    /// HSDS requires a postal code; the record has none, and an empty one was written.
    PostalCodeMissing {
        /// Id of the record.
        record: String,
    },
    /// HSDS requires an organisation; the record names none, and one without a name was written.
    OperatorMissing {
        /// Id of the record.
        record: String,
    },
    /// HSDS has no status for it; `active` was written.
    StatusWrittenAsActive {
        /// Id of the record.
        record: String,
    },
    /// The record must not say where it is, but a text does; it was left out.
    LeftOut {
        /// Id of the record.
        record: String,
        /// The key of the text.
        key: String,
    },
    /// Importing the export will not give this record in every field (it is over 8 KiB, or has no name).
    NotTheSame {
        /// Id of the record.
        record: String,
    },
}

/// An export.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Export {
    /// `services.json`, `tabular/datapackage.json` and the tables.
    pub files: Vec<ExportFile>,
    /// What should be known.
    pub flags: Vec<Flag>,
}

/// Exports records.
#[must_use]
pub fn export(records: &[Record]) -> Export {
    let mut flags = Vec::new();
    let mut services = Vec::new();
    let mut written = outward::Written::default();
    let mut tables = tabular::Tables::default();
    for record in records {
        let record = match Storable::imported(record.clone()) {
            Ok(storable) => storable.into_record(),
            Err(ConfidentialError::Key(key) | ConfidentialError::Text(key)) => {
                flags.push(Flag::LeftOut { record: record.id.clone(), key });
                continue;
            }
        };
        let (rows, same) = written.rows(&record);
        flags.extend(look(&record, &rows, same));
        services.extend(tree::service(&rows));
        tables.add(&rows);
    }
    let count = services.len();
    let page = json!({
        "total_items": count, "total_pages": 1, "page_number": 1, "size": count,
        "first_page": true, "last_page": true, "empty": count == 0, "contents": services,
    });
    let mut files = vec![ExportFile { name: "services.json".into(), bytes: pretty(&page) }];
    files.extend(tables.files());
    Export { files, flags }
}

pub(super) fn pretty(value: &serde_json::Value) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn look(record: &Record, rows: &[Row], same: bool) -> Vec<Flag> {
    let mut flags = Vec::new();
    let id = || record.id.clone();
    let find = |table: Table| rows.iter().find(|row| row.table == table);
    if find(Table::Address).is_some_and(|address| address.get("postal_code").is_empty()) {
        flags.push(Flag::PostalCodeMissing { record: id() });
    }
    if find(Table::Organization).is_none_or(|organization| organization.get("name").is_empty()) {
        flags.push(Flag::OperatorMissing { record: id() });
    }
    if !matches!(record.text("status"), Some("active" | "inactive" | "temporarily_closed")) {
        flags.push(Flag::StatusWrittenAsActive { record: id() });
    }
    if !same {
        flags.push(Flag::NotTheSame { record: id() });
    }
    flags
}
