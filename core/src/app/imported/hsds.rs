//! The directory written out as HSDS.

use std::path::Path;

use crate::app::{App, AppError, write_whole};
use crate::directory::hsds::{ExportFile, Flag, export};

/// An HSDS export that was written.
#[derive(Debug, Clone, serde::Serialize)]
pub struct HsdsWritten {
    /// Names of the files below the folder.
    pub files: Vec<String>,
    /// What a reader of the export should know.
    pub flags: Vec<Flag>,
}

impl App {
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
            write_whole(&path, &bytes).map_err(failed)?;
            files.push(name);
        }
        Ok(HsdsWritten { files, flags: done.flags })
    }
}
