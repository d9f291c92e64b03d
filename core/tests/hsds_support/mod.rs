//! What the HSDS tests share.
#![allow(dead_code, unreachable_pub, missing_docs)]

use std::path::Path;
use std::sync::atomic::AtomicBool;

use tsunagari_core::directory::import::{self, Gathered, ImportError, ImportReport, Options, Unwatched};
use tsunagari_core::model::Record;

/// Imports a file or folder and adds its records.
pub fn import(
    path: &Path,
    options: &Options,
    records: &mut Vec<Record>,
    cancel: &AtomicBool,
) -> Result<ImportReport, ImportError> {
    let mut gathered = Gathered::default();
    let report = import::import(path, options, &mut gathered, &mut Unwatched, cancel)?;
    records.extend(gathered.rows.into_iter().map(|(record, _)| record));
    Ok(report)
}
