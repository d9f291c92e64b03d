//! HSDS packages: recognised by their names, imported into a set, and written out again.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::sink::HsdsSink;
use super::{About, id_of, name_of};
use crate::app::{App, AppError};
use crate::directory::hsds::{ExportFile, Flag, HsdsError, Options, Report, export, import};
use crate::store::Pack;

/// Names of files that only an HSDS package has.
const NAMES: [&str; 8] = [
    "datapackage.json",
    "services.json",
    "services.csv",
    "service.csv",
    "organizations.csv",
    "organization.csv",
    "service_at_location.csv",
    "services_at_location.csv",
];
/// Folders below a folder that are looked into.
const DEPTH: usize = 3;

/// An HSDS export that was written.
#[derive(Debug, Clone, serde::Serialize)]
pub struct HsdsWritten {
    /// Names of the files below the folder.
    pub files: Vec<String>,
    /// What a reader of the export should know.
    pub flags: Vec<Flag>,
}

/// Whether a path holds an HSDS package or an API page, by the names of its files.
#[must_use]
pub fn is_hsds(path: &Path) -> bool {
    if path.is_dir() {
        return has_names(path, DEPTH);
    }
    let json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    json || path.file_name().is_some_and(|name| NAMES.iter().any(|known| name == *known))
}

fn has_names(folder: &Path, depth: usize) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let path = entry.path();
        let named = path.file_name().is_some_and(|name| NAMES.iter().any(|known| name == *known));
        named || (depth > 0 && path.is_dir() && !path.is_symlink() && has_names(&path, depth - 1))
    })
}

impl App {
    /// Imports an HSDS package as a set of its own, as [`App::import`] does with tables; with `dry_run` stores nothing.
    ///
    /// # Errors
    /// As [`App::import`].
    pub fn import_hsds(&self, path: &Path, dry_run: bool, cancel: &AtomicBool) -> Result<Report, AppError> {
        let options = Options { own_export: false, today: Some(self.now().date().to_string()) };
        if dry_run {
            return import(path, &options, &mut Vec::new(), cancel).map_err(hsds_error);
        }
        let about = About { name: Some(name_of(path)), on: Some(self.now().date()) };
        let pack = Pack { id: id_of(path), class: "listing".into(), about: about.write(), ..Pack::default() };
        let mut sink = HsdsSink::new(&self.store, pack);
        let report = import(path, &options, &mut sink, cancel).map_err(hsds_error)?;
        sink.finish()?;
        Ok(report)
    }

    /// Writes every entry of the directory as HSDS 3.0 below a folder: `services.json` when `json`, else the tables.
    ///
    /// # Errors
    /// [`AppError::Write`] when a file cannot be written.
    pub fn export_hsds(&self, folder: &Path, json: bool) -> Result<HsdsWritten, AppError> {
        let done = export(&self.records(None)?);
        let mut files = Vec::new();
        for ExportFile { name, bytes } in
            done.files.into_iter().filter(|file| file.name.starts_with("tabular/") != json)
        {
            let path = folder.join(&name);
            let failed = |error: std::io::Error| AppError::Write { path: path.clone(), problem: error.to_string() };
            if let Some(parent) = path.parent() {
                std::fs::create_dir_all(parent).map_err(failed)?;
            }
            std::fs::write(&path, bytes).map_err(failed)?;
            files.push(name);
        }
        Ok(HsdsWritten { files, flags: done.flags })
    }
}

fn hsds_error(error: HsdsError) -> AppError {
    match error {
        HsdsError::Cancelled => AppError::Stopped,
        other => AppError::Import(other.to_string()),
    }
}
