//! An import of open data that tells how far it is and can be cancelled.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tsunagari_core::app::say::file_problem;
use tsunagari_core::directory::import::{FileReport, ImportReport, Outcome, Progress, Watcher};
use tsunagari_core::text::Texts;

use crate::{Device, TsunagariError};

/// How far an import has come.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ImportProgress {
    /// The file being read.
    pub file: String,
    /// Bytes read so far, of all files.
    pub bytes: u64,
    /// Bytes of all files.
    pub total_bytes: u64,
    /// Rows read so far.
    pub rows: u64,
}

/// Is told how far an import is, after each file and every few thousand rows, on the thread that imports.
#[uniffi::export(with_foreign)]
pub trait ImportWatcher: Send + Sync {
    /// It has come so far. What is thrown stops the import.
    fn progress(&self, progress: ImportProgress) -> Result<(), TsunagariError>;
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Imported {
    /// Entries that were stored.
    pub entries: u64,
    /// Rows that were read.
    pub rows: u64,
    /// Rows that could not be read.
    pub refused_rows: u64,
    /// Every file, in the order in which it was read.
    pub files: Vec<ImportedFile>,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ImportedFile {
    /// Path below what was imported.
    pub file: String,
    /// What became of it.
    pub outcome: FileOutcome,
    /// What it is about, or why it was refused, in words.
    pub words: Option<String>,
    /// Entries that it made.
    pub entries: u64,
    /// What was noticed, in words, most often first.
    pub noticed: Vec<String>,
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum FileOutcome {
    /// It was read.
    Imported,
    /// It is not about help.
    SetAside,
    /// It cannot be read.
    Refused,
    /// It holds no data.
    NotData,
}

/// One import. All of it is stored or nothing.
#[derive(uniffi::Object)]
pub struct Import {
    pub(crate) device: Arc<Device>,
    pub(crate) path: String,
    pub(crate) all_kinds: bool,
    pub(crate) cancelled: Arc<AtomicBool>,
}

#[uniffi::export]
impl Import {
    /// Imports, on the thread that calls.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `path`, [`TsunagariError::Cancelled`]. Then nothing was changed.
    pub fn run(&self, watcher: Option<Arc<dyn ImportWatcher>>) -> Result<Imported, TsunagariError> {
        let mut watching = Watching { watcher, cancelled: Arc::clone(&self.cancelled) };
        let path = Path::new(&self.path);
        let report =
            self.device.with(|device| Ok(device.import(path, self.all_kinds, &mut watching, &self.cancelled)?))?;
        Ok(Imported::of(&report, &self.device.texts()))
    }

    /// Stops it, from any thread, also before it has begun.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::SeqCst);
    }
}

struct Watching {
    watcher: Option<Arc<dyn ImportWatcher>>,
    cancelled: Arc<AtomicBool>,
}

impl Watcher for Watching {
    fn progress(&mut self, progress: &Progress) {
        let Progress { file, bytes, total_bytes, rows } = progress.clone();
        let progress = ImportProgress { file, bytes, total_bytes, rows };
        if self.watcher.as_ref().is_some_and(|watcher| watcher.progress(progress).is_err()) {
            self.cancelled.store(true, Ordering::SeqCst);
        }
    }
}

impl Imported {
    fn of(report: &ImportReport, texts: &Texts) -> Self {
        Self {
            entries: report.totals.records,
            rows: report.totals.read,
            refused_rows: report.totals.refused,
            files: report.files.iter().map(|file| ImportedFile::of(file, texts)).collect(),
        }
    }
}

impl ImportedFile {
    fn of(file: &FileReport, texts: &Texts) -> Self {
        let known = |prefix: &str, code: &str| {
            let id = format!("{prefix}-{code}");
            texts.has(&id).then(|| texts.get(&id))
        };
        let (outcome, words) = match &file.outcome {
            Outcome::Imported => (FileOutcome::Imported, file.kind.as_deref().and_then(|kind| known("kind", kind))),
            Outcome::SetAside { reason } => (FileOutcome::SetAside, known("group", reason)),
            Outcome::Refused { problem } => (FileOutcome::Refused, Some(file_problem(problem, texts))),
            Outcome::NotData => (FileOutcome::NotData, None),
        };
        let mut rules: Vec<_> = file.rules.iter().collect();
        rules.sort_by_key(|(_, hit)| std::cmp::Reverse(hit.count));
        let noticed = rules.into_iter().filter_map(|(code, _)| known("rule", code)).collect();
        Self { file: file.file.clone(), outcome, words, entries: file.counts.records, noticed }
    }
}
