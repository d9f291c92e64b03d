//! An install on a thread of its own: while it writes one row, the next is read and prepared.
//!
//! Rows reach the database in the order in which they were handed over, and only a bounded number waits.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::row::{Pack, Row, SourceFileRow, SourceRowRow};
use super::{InstallError, Installed, Store, StoreError};

/// Rows that are handed over at once; a thread that waits is woken once for all of them.
const BATCH: usize = 64;
/// Batches that may wait.
const WAITING: usize = 2;

/// An install that goes on beside the caller. Dropped without [`Writing::finish`], nothing has happened.
#[derive(Debug)]
pub struct Writing {
    batch: Vec<Step>,
    /// `None` once the thread was told that nothing follows.
    send: Option<SyncSender<Vec<Step>>>,
    /// `None` once it has ended.
    thread: Option<JoinHandle<Result<Option<Installed>, StoreError>>>,
}

#[derive(Debug)]
enum Step {
    Row(Row),
    SourceFile(SourceFileRow),
    SourceRow(SourceRowRow),
    /// All is there: make it last.
    Finish,
}

impl Store {
    /// Replaces the whole set of a pack, or removes the pack when there are no rows.
    ///
    /// # Errors
    /// [`InstallError`]; the old set is still there.
    pub fn install<E>(
        &self,
        pack: &Pack,
        rows: impl IntoIterator<Item = Result<Row, E>>,
    ) -> Result<Installed, InstallError<E>> {
        let mut writing = self.write(pack)?;
        for row in rows {
            writing.row(row.map_err(InstallError::Rows)?)?;
        }
        Ok(writing.finish()?)
    }

    /// Begins to replace the set of a pack on a thread of its own. What the store has against it is said by one of the
    /// next calls, [`Writing::finish`] at the latest.
    ///
    /// # Errors
    /// [`StoreError::Unexpected`] when the system gives no thread.
    pub fn write(&self, pack: &Pack) -> Result<Writing, StoreError> {
        let (send, receive) = sync_channel(WAITING);
        let (store, pack) = (self.clone(), pack.clone());
        let thread = std::thread::Builder::new().name("install".into()).spawn(move || store.take(&pack, &receive));
        let thread = thread.map_err(|_| StoreError::Unexpected { code: 0 })?;
        Ok(Writing { batch: Vec::with_capacity(BATCH), send: Some(send), thread: Some(thread) })
    }

    /// The work of the thread: `None` when it was not told to make it last.
    fn take(&self, pack: &Pack, batches: &Receiver<Vec<Step>>) -> Result<Option<Installed>, StoreError> {
        let mut install = self.begin(pack)?;
        for step in batches.iter().flatten() {
            match step {
                Step::Row(row) => install.row(row)?,
                Step::SourceFile(file) => install.source_file(&file)?,
                Step::SourceRow(row) => install.source_row(&row)?,
                Step::Finish => return install.finish().map(Some),
            }
        }
        Ok(None)
    }
}

impl Writing {
    /// Adds a record.
    ///
    /// # Errors
    /// [`StoreError`], also of a row before; the install should be dropped.
    pub fn row(&mut self, row: Row) -> Result<(), StoreError> {
        self.step(Step::Row(row))
    }

    /// Keeps what is needed to write a file back.
    ///
    /// # Errors
    /// As [`Writing::row`].
    pub fn source_file(&mut self, file: SourceFileRow) -> Result<(), StoreError> {
        self.step(Step::SourceFile(file))
    }

    /// Keeps a row of a file as published.
    ///
    /// # Errors
    /// As [`Writing::row`].
    pub fn source_row(&mut self, row: SourceRowRow) -> Result<(), StoreError> {
        self.step(Step::SourceRow(row))
    }

    /// Makes it last.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing has happened.
    pub fn finish(mut self) -> Result<Installed, StoreError> {
        self.batch.push(Step::Finish);
        self.hand_over()?;
        self.end()?.ok_or(StoreError::Unexpected { code: 0 })
    }

    fn step(&mut self, step: Step) -> Result<(), StoreError> {
        self.batch.push(step);
        if self.batch.len() < BATCH { Ok(()) } else { self.hand_over() }
    }

    fn hand_over(&mut self) -> Result<(), StoreError> {
        let batch = std::mem::replace(&mut self.batch, Vec::with_capacity(BATCH));
        let taken = self.send.as_ref().is_some_and(|send| send.send(batch).is_ok());
        if taken { Ok(()) } else { self.end().and(Err(StoreError::Unexpected { code: 0 })) }
    }

    /// Waits for the thread, which ends when nothing can follow.
    fn end(&mut self) -> Result<Option<Installed>, StoreError> {
        self.send = None;
        let Some(thread) = self.thread.take() else { return Ok(None) };
        thread.join().unwrap_or(Err(StoreError::Unexpected { code: 0 }))
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        // The thread rolls back; whatever it says of that, nothing has changed.
        let _ended = self.end();
    }
}
