//! Who listens to a device, and what is told. No listener is called under a lock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use parking_lot::Mutex;

use super::{AppError, Device};

/// What has changed, so that a screen that shows it asks again. It never says what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// What is kept was opened, locked, made or forgotten.
    Lock,
    /// Imported entries.
    Directory,
    /// The mood log, or whether it is shown.
    Mood,
    /// Kept answers to つながりの質問.
    Answers,
    /// The plan for hard hours.
    Plan,
    /// The consultation memo.
    Memo,
    /// Favourites.
    Favourites,
    /// Entries of one's own.
    Own,
    /// Check-ins and silence.
    CheckIns,
    /// The line on Home.
    Home,
    /// When backups are made.
    Backup,
}

/// Hears of changes, on the thread that made them and while no lock is held.
pub trait Listener: Send + Sync {
    /// Something has changed.
    fn changed(&self, what: Changed);
}

/// Who listens to a device.
#[derive(Default)]
pub(super) struct Listeners {
    all: Mutex<Vec<(u64, Arc<dyn Listener>)>>,
    numbers: AtomicU64,
}

/// A listener's place; dropped or cancelled, it hears nothing more.
pub struct Subscription {
    number: u64,
    listeners: Arc<Listeners>,
}

impl std::fmt::Debug for Subscription {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Subscription").field("number", &self.number).finish_non_exhaustive()
    }
}

impl Subscription {
    /// Ends it. A call that has begun on another thread may still arrive.
    pub fn cancel(&self) {
        let mut listeners = self.listeners.all.lock();
        let place = listeners.iter().position(|(number, _)| *number == self.number);
        let gone = place.map(|place| listeners.swap_remove(place));
        // A listener may do anything when it is dropped.
        drop(listeners);
        drop(gone);
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.cancel();
    }
}

impl Listeners {
    /// Nobody hears anything more.
    pub(super) fn forget(&self) {
        let gone = std::mem::take(&mut *self.all.lock());
        // A listener may do anything when it is dropped.
        drop(gone);
    }
}

impl Device {
    /// Listens to changes until the subscription is dropped or cancelled, or the device closed.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn subscribe(&self, listener: Arc<dyn Listener>) -> Result<Subscription, AppError> {
        self.parts()?;
        let number = self.listeners.numbers.fetch_add(1, Ordering::Relaxed);
        self.listeners.all.lock().push((number, listener));
        Ok(Subscription { number, listeners: Arc::clone(&self.listeners) })
    }

    /// Tells everyone who listens.
    pub fn tell(&self, what: Changed) {
        let listeners: Vec<Arc<dyn Listener>> =
            self.listeners.all.lock().iter().map(|(_, listener)| Arc::clone(listener)).collect();
        for listener in listeners {
            listener.changed(what);
        }
    }
}
