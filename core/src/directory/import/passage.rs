//! What accompanies an import from its first file to its last: where rows go, who watches, whether to stop.

use std::sync::atomic::{AtomicBool, Ordering};

use super::{ImportError, Progress, Sink, Watcher};

/// Rows between two looks at whether to stop.
const STEP: u32 = 1024;

pub(in crate::directory) struct Passage<'a> {
    pub(in crate::directory) sink: &'a mut dyn Sink,
    pub(super) cancel: &'a AtomicBool,
    watcher: &'a mut dyn Watcher,
    progress: Progress,
    /// Bytes of all files before this one.
    before: u64,
    steps: u32,
}

impl<'a> Passage<'a> {
    pub(super) fn new(
        sink: &'a mut dyn Sink,
        watcher: &'a mut dyn Watcher,
        cancel: &'a AtomicBool,
        total_bytes: u64,
    ) -> Self {
        let progress = Progress { file: String::new(), bytes: 0, total_bytes, rows: 0 };
        Self { sink, cancel, watcher, progress, before: 0, steps: 0 }
    }

    pub(in crate::directory) fn stop_if_asked(&self) -> Result<(), ImportError> {
        if self.cancel.load(Ordering::Relaxed) { Err(ImportError::Cancelled) } else { Ok(()) }
    }

    /// A step that hands nothing over yet, such as reading a row for the first time.
    pub(in crate::directory) fn step(&mut self) -> Result<(), ImportError> {
        self.steps(1)
    }

    /// Several of them at once.
    pub(in crate::directory) fn steps(&mut self, steps: usize) -> Result<(), ImportError> {
        let before = self.steps / STEP;
        self.steps = self.steps.wrapping_add(u32::try_from(steps).unwrap_or(STEP));
        if self.steps / STEP == before { Ok(()) } else { self.stop_if_asked() }
    }

    /// Says which file is being read.
    pub(in crate::directory) fn file(&mut self, name: &str) -> Result<(), ImportError> {
        self.stop_if_asked()?;
        name.clone_into(&mut self.progress.file);
        self.before = self.progress.bytes;
        self.watcher.progress(&self.progress);
        Ok(())
    }

    /// A row of the file was read for good.
    pub(in crate::directory) fn row(&mut self, bytes: usize, is_data: bool) -> Result<(), ImportError> {
        self.progress.bytes += bytes as u64;
        self.progress.rows += u64::from(is_data);
        self.steps = self.steps.wrapping_add(1);
        if self.steps.is_multiple_of(STEP) {
            self.stop_if_asked()?;
            self.watcher.progress(&self.progress);
        }
        Ok(())
    }

    /// The file is through, however much of it was read.
    pub(in crate::directory) fn file_ends(&mut self, bytes: u64) {
        self.progress.bytes = self.before + bytes;
        self.watcher.progress(&self.progress);
    }
}
