//! The tabular package of an export.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::export::{ExportFile, pretty};
use super::row::Row;
use super::spreadsheet::guarded;
use super::table::{NUMBERS, Table};

/// Folder of the package.
const FOLDER: &str = "tabular";

/// Tables as they fill up.
#[derive(Default)]
pub(super) struct Tables {
    written: BTreeMap<Table, Vec<Vec<String>>>,
    seen: BTreeSet<(Table, String)>,
}

impl Tables {
    /// Adds rows; a row that several records share (an organisation, a term) once.
    pub(super) fn add(&mut self, rows: &[Row]) {
        for row in rows {
            if self.seen.insert((row.table, row.id().to_owned())) {
                let cells = row.table.columns().map(|column| row.get(column).to_owned()).collect();
                self.written.entry(row.table).or_default().push(cells);
            }
        }
    }

    /// The files of the package.
    pub(super) fn files(&self) -> Vec<ExportFile> {
        let resources: Vec<_> = self.written.keys().map(|table| {
            let field = |name: &str| json!({ "name": name, "type": if NUMBERS.contains(&name) { "number" } else { "string" } });
            let fields: Vec<_> = table.columns().map(field).collect();
            json!({
                "name": table.plural(), "path": format!("{}.csv", table.plural()), "profile": "tabular-data-resource",
                "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                "schema": { "primaryKey": "id", "fields": fields },
            })
        }).collect();
        let package = json!({ "name": "human_services_data", "profile": "tabular-data-package", "hsds_version": "3.0", "resources": resources });
        let mut files = vec![ExportFile { name: format!("{FOLDER}/datapackage.json"), bytes: pretty(&package) }];
        for (table, rows) in &self.written {
            let mut writer = csv::Writer::from_writer(Vec::new());
            // Writing to memory does not fail, and every row has the columns of its table.
            let written = writer.write_record(table.columns()).and_then(|()| {
                rows.iter().try_for_each(|row| writer.write_record(row.iter().map(|cell| guarded(cell).into_owned())))
            });
            if let (Ok(()), Ok(bytes)) = (written, writer.into_inner()) {
                files.push(ExportFile { name: format!("{FOLDER}/{}.csv", table.plural()), bytes });
            }
        }
        files
    }
}
