//! Importing open data into a set of its own, and writing it back.

mod about;
mod hsds;
mod sink;

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use sha2::{Digest, Sha256};

use super::{App, AppError, write_whole};
use crate::directory::answer::OWN_IMPORT;
use crate::directory::import::{
    ImportError, ImportReport, Municipalities, Options, SourceFile, SourceRow, Watcher, WriteBackError, import,
    write_back,
};
use crate::store::{Pack, Session, StoreError};

pub(super) use about::About;
pub use hsds::HsdsWritten;

use sink::{Look, StoreSink};

/// Rows read in one step.
const STEP: usize = 2_000;

/// A file that was written back, or why not.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Written {
    /// Name of the dataset.
    pub dataset: String,
    /// Where it is now; `None` when it could not be written back.
    pub path: Option<PathBuf>,
    /// Why it was not written back.
    #[serde(serialize_with = "in_words")]
    pub problem: Option<WriteBackError>,
}

impl App {
    /// Imports a file or folder as a set of its own, which replaces what was imported from the same place before.
    /// All of it is stored or nothing is; when nothing in it is an entry, the old set stays.
    ///
    /// # Errors
    /// [`AppError::Import`] when it cannot be read, [`AppError::Stopped`] when `cancel` was set. Nothing was changed.
    pub fn import(
        &self,
        path: &Path,
        all_kinds: bool,
        watcher: &mut dyn Watcher,
        cancel: &AtomicBool,
    ) -> Result<ImportReport, AppError> {
        let about = About { name: Some(name_of(path)), on: Some(self.now().date()) };
        let pack = Pack { id: id_of(path), class: "listing".into(), about: about.write(), ..Pack::default() };
        let mut sink = StoreSink::new(&self.store, pack);
        let done = import(path, &self.options(all_kinds), &mut sink, watcher, cancel);
        done.map_err(|error| sink.refusal().map_or_else(|| import_error(error), AppError::from))
    }

    /// Reads a file or folder as [`App::import`] would, and stores nothing.
    ///
    /// # Errors
    /// As [`App::import`].
    pub fn try_import(
        &self,
        path: &Path,
        all_kinds: bool,
        watcher: &mut dyn Watcher,
        cancel: &AtomicBool,
    ) -> Result<ImportReport, AppError> {
        import(path, &self.options(all_kinds), &mut Look, watcher, cancel).map_err(import_error)
    }

    fn options(&self, all_kinds: bool) -> Options {
        Options {
            all_kinds,
            default_lg: None,
            municipalities: Municipalities::of(self.area_table()),
            today: Some(self.now().date().to_string()),
            own_export: false,
        }
    }

    /// Writes every imported table back as it was published, byte for byte, below a folder.
    ///
    /// # Errors
    /// [`AppError::Write`] when a file cannot be written.
    pub fn write_back(&self, folder: &Path) -> Result<Vec<Written>, AppError> {
        let session = self.reader.look();
        let mut written = Vec::new();
        for pack in session.packs()?.into_iter().filter(|pack| pack.id.starts_with(OWN_IMPORT)) {
            let set = About::read(&pack.about).name.unwrap_or_else(|| "import".to_owned());
            for file in session.source_files(&pack.id)? {
                let Ok(about) = serde_json::from_slice::<SourceFile>(&file.about) else { continue };
                let rows = source_rows(&session, &pack.id, &file.file)?;
                written.push(put_back(&folder.join(&set), &about, &rows)?);
            }
        }
        Ok(written)
    }
}

/// For other programs the English words of the error.
#[expect(clippy::ref_option, reason = "serde gives a reference to the field")]
fn in_words<S: serde::Serializer>(problem: &Option<WriteBackError>, serializer: S) -> Result<S::Ok, S::Error> {
    serde::Serialize::serialize(&problem.as_ref().map(ToString::to_string), serializer)
}

/// All rows of a file as published, read in steps in one turn at the reader.
fn source_rows(session: &Session<'_>, pack: &str, file: &str) -> Result<Vec<SourceRow>, AppError> {
    let (mut rows, mut after) = (Vec::new(), 0);
    loop {
        let step = session.source_rows(pack, file, after, STEP)?;
        let Some((last, _)) = step.last() else { return Ok(rows) };
        after = *last;
        rows.extend(step.iter().filter_map(|(_, row)| serde_json::from_slice::<SourceRow>(&row.body).ok()));
    }
}

fn put_back(folder: &Path, file: &SourceFile, rows: &[SourceRow]) -> Result<Written, AppError> {
    let dataset = file.dataset.clone();
    let bytes = match write_back(file, rows) {
        Ok(bytes) => bytes,
        Err(error @ (WriteBackError::NotDelimited(_) | WriteBackError::NotKept { .. })) => {
            return Ok(Written { dataset, path: None, problem: Some(error) });
        }
    };
    // A dataset is a path below what was imported; a part that would lead out of the folder is not followed.
    // What was compressed is written back unfolded.
    let plain = dataset.strip_suffix(".gz").unwrap_or(&dataset);
    let below: PathBuf = plain.split('/').filter(|part| !matches!(*part, "" | "." | "..")).collect();
    let mut path = folder.join(below).into_os_string();
    if !has_extension(&dataset) {
        path.push(".csv");
    }
    let path = PathBuf::from(path);
    let failed = |error: std::io::Error| AppError::Write { path: path.clone(), problem: error.to_string() };
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent).map_err(failed)?;
    }
    write_whole(&path, &bytes).map_err(failed)?;
    Ok(Written { dataset, path: Some(path.clone()), problem: None })
}

/// Whether the name of a dataset is the whole name of its file. That of a table is without its `.csv`.
fn has_extension(dataset: &str) -> bool {
    [".tsv", ".tab", ".txt", ".gz"].iter().any(|end| dataset.to_ascii_lowercase().ends_with(end))
}

/// The same place gives the same set, whatever it holds.
fn id_of(path: &Path) -> String {
    let full = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let hash = Sha256::digest(full.to_string_lossy().as_bytes());
    let short: String = hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{OWN_IMPORT}{}-{short}", name_of(path))
}

fn name_of(path: &Path) -> String {
    let full = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    full.file_stem().map_or_else(|| "import".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn import_error(error: ImportError) -> AppError {
    match error {
        ImportError::Cancelled => AppError::Stopped,
        ImportError::File { path, problem } => AppError::ImportFile { path, problem },
        ImportError::NotReadable { path, reason } => AppError::Read { path, problem: reason },
        ImportError::Sink(refused) => AppError::Import(refused.to_string()),
    }
}

impl From<sink::Refusal> for AppError {
    fn from(refusal: sink::Refusal) -> Self {
        match refusal {
            sink::Refusal::Store(error) => match error {
                StoreError::Interrupted => Self::Stopped,
                other => Self::Store(other),
            },
            sink::Refusal::Row(problem) => Self::Import(problem),
        }
    }
}
