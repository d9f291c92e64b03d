//! Reading: searches can be stopped, by a later one or by whoever asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::{Mutex, MutexGuard};
use rusqlite::Connection;

use super::StoreError;
use super::connect::Place;

/// Steps of the database between two looks at whether a search is still wanted.
const STEPS: i32 = 2_000;

/// A connection that can change nothing.
pub struct Reader {
    connection: Mutex<Connection>,
    pub(super) place: Place,
    /// Number of the last ticket.
    latest: AtomicU64,
    /// Number of the search that is wanted and of the one that runs; different when it should stop.
    wanted: Arc<AtomicU64>,
    running: Arc<AtomicU64>,
}

/// Names one search, so that it can be stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ticket(u64);

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
        Ok(Self { connection: Mutex::new(connection), place, latest: AtomicU64::new(0), wanted, running })
    }

    /// A number for a search that begins soon; [`Reader::stop`] works from now on.
    #[must_use]
    pub fn ticket(&self) -> Ticket {
        // Even numbers; the odd one behind each says that it was stopped.
        Ticket(self.latest.fetch_add(2, Ordering::SeqCst) + 2)
    }

    /// Begins a search; one with an earlier ticket that is running on this reader, or begins later, ends with
    /// [`StoreError::Interrupted`].
    pub fn search(&self, Ticket(number): Ticket) -> Session<'_> {
        self.wanted.fetch_max(number, Ordering::SeqCst);
        self.session(number)
    }

    /// Stops the search with this ticket, from any thread, also when it has not begun; later ones go on.
    pub fn stop(&self, Ticket(number): Ticket) {
        self.wanted.fetch_max(number + 1, Ordering::SeqCst);
    }

    /// A turn for looking things up, which no search stops.
    pub fn look(&self) -> Session<'_> {
        self.session(LOOKUP)
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
    /// Whether this search is still wanted.
    ///
    /// # Errors
    /// [`StoreError::Interrupted`] when a later one was asked for, or it was stopped.
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
