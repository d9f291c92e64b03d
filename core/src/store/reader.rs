//! Reading: a new search stops the one before it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::{Mutex, MutexGuard};
use rusqlite::{Connection, InterruptHandle};

use super::StoreError;
use super::connect::Place;

/// Steps of the database between two looks at whether a search is still wanted.
const STEPS: i32 = 2_000;

/// A connection that can change nothing.
pub struct Reader {
    connection: Mutex<Connection>,
    pub(super) place: Place,
    /// Number of the last search asked for.
    latest: AtomicU64,
    /// Numbers of the last search asked for and of the one that runs; different when it should stop.
    wanted: Arc<AtomicU64>,
    running: Arc<AtomicU64>,
    interrupt: InterruptHandle,
}

/// A turn at the reader.
pub struct Session<'r> {
    pub(super) connection: MutexGuard<'r, Connection>,
    pub(super) place: &'r Place,
    wanted: &'r AtomicU64,
    running: &'r AtomicU64,
    number: u64,
}

impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("place", &self.place).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Session<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("number", &self.number).finish_non_exhaustive()
    }
}

/// Number of a turn that no search stops.
const LOOKUP: u64 = 0;

impl Reader {
    pub(super) fn new(mut connection: Connection, place: Place) -> Result<Self, StoreError> {
        let (wanted, running) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(LOOKUP)));
        let (w, r) = (Arc::clone(&wanted), Arc::clone(&running));
        connection
            .progress_handler(
                STEPS,
                Some(move || {
                    let running = r.load(Ordering::SeqCst);
                    running != LOOKUP && running != w.load(Ordering::SeqCst)
                }),
            )
            .map_err(|error| place.error(error))?;
        let interrupt = connection.get_interrupt_handle();
        Ok(Self { connection: Mutex::new(connection), place, latest: AtomicU64::new(0), wanted, running, interrupt })
    }

    /// Begins a search; one that is running on this reader ends with [`StoreError::Interrupted`].
    pub fn search(&self) -> Session<'_> {
        let number = self.latest.fetch_add(1, Ordering::SeqCst) + 1;
        self.wanted.fetch_max(number, Ordering::SeqCst);
        self.session(number)
    }

    /// A turn for looking things up, which no search stops.
    pub fn look(&self) -> Session<'_> {
        self.session(LOOKUP)
    }

    /// Stops whatever is running, from any thread.
    #[must_use]
    pub const fn interrupt_handle(&self) -> &InterruptHandle {
        &self.interrupt
    }

    fn session(&self, number: u64) -> Session<'_> {
        let connection = self.connection.lock();
        self.running.store(number, Ordering::SeqCst);
        // One view of the database for the whole turn, and one lock instead of one for each row. Should it fail, each
        // question takes its own.
        let _one_view = connection.execute_batch("BEGIN");
        Session { connection, place: &self.place, wanted: &self.wanted, running: &self.running, number }
    }
}

impl Session<'_> {
    /// Whether a later search was asked for.
    ///
    /// # Errors
    /// [`StoreError::Interrupted`] when it was.
    pub fn still_wanted(&self) -> Result<(), StoreError> {
        if self.number == LOOKUP || self.number == self.wanted.load(Ordering::SeqCst) {
            Ok(())
        } else {
            Err(StoreError::Interrupted)
        }
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        if !self.connection.is_autocommit() {
            // Nothing was written: ending the view can lose nothing.
            let _ended = self.connection.execute_batch("COMMIT");
        }
        self.running.store(LOOKUP, Ordering::SeqCst);
    }
}
