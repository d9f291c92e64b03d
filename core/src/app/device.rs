//! One device as a running program holds it: the directory, what is kept with its lock, and who listens. It can be asked
//! from any thread. The command line, which runs one command and ends, opens the parts itself.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use parking_lot::{Mutex, RwLock};

use super::vault::{State, Vault};
use super::{Alarms, App, AppError, Busy, BusyRequest, Kept, WithOwn};
use crate::crypto::KdfCost;
use crate::directory::answer::FindRequest;
use crate::directory::import::{ImportReport, Watcher};
use crate::env::{Clock, Random, SecretBox};
use crate::store::{StoreError, Ticket};

/// What a device is opened with.
pub struct Opening {
    /// The data folder; it is made where it is not there.
    pub folder: PathBuf,
    /// Time and zone.
    pub clock: Arc<dyn Clock>,
    /// What seals keys for this device only.
    pub keystore: Arc<dyn SecretBox>,
    /// Chance.
    pub random: Arc<dyn Random>,
    /// What one try of the PIN costs.
    pub cost: KdfCost,
}

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

type Listeners = Mutex<Vec<(u64, Arc<dyn Listener>)>>;

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
        let mut listeners = self.listeners.lock();
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

/// What is open while a device is.
struct Parts {
    app: Option<App>,
    /// What the program carries, once the stored directory has shown that it cannot be read.
    carried: OnceLock<App>,
    vault: Vault,
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    keystore: Arc<dyn SecretBox>,
    random: Arc<dyn Random>,
    kept: Mutex<Option<Arc<Kept>>>,
}

/// One device.
pub struct Device {
    parts: RwLock<Option<Arc<Parts>>>,
    listeners: Arc<Listeners>,
    numbers: AtomicU64,
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Device").finish_non_exhaustive()
    }
}

impl Device {
    /// Opens the directory of a data folder. What is kept there is opened when it is asked for. Somebody who needs help
    /// now gets it from what the program carries, even where the folder is full, damaged or nowhere.
    ///
    /// # Errors
    /// As [`App::in_memory`].
    pub fn open(opening: Opening) -> Result<Self, AppError> {
        let Opening { folder, clock, keystore, random, cost } = opening;
        let app = App::open(&folder, Arc::clone(&clock)).ok();
        let carried = OnceLock::new();
        if app.is_none() {
            let _first = carried.set(App::in_memory(Arc::clone(&clock))?);
        }
        let vault = Vault::new(&folder, Arc::clone(&keystore), Arc::clone(&random)).with_cost(cost);
        let parts = Parts { app, carried, vault, folder, clock, keystore, random, kept: Mutex::new(None) };
        Ok(Self { parts: RwLock::new(Some(Arc::new(parts))), listeners: Arc::default(), numbers: AtomicU64::new(0) })
    }

    /// Closes it: what is asked from now on ends with [`AppError::Closed`], what is running comes to its end, and
    /// nobody hears anything more. Closing twice is no mistake.
    pub fn close(&self) {
        let parts = self.parts.write().take();
        let listeners = std::mem::take(&mut *self.listeners.lock());
        drop((parts, listeners));
    }

    fn parts(&self) -> Result<Arc<Parts>, AppError> {
        self.parts.read().clone().ok_or(AppError::Closed)
    }

    /// Asks the directory. Where damage shows only when it is read, what the program carries is asked instead.
    ///
    /// # Errors
    /// [`AppError::Closed`], and what the question gives.
    pub fn ask<T>(&self, question: impl Fn(&App) -> Result<T, AppError>) -> Result<T, AppError> {
        let parts = self.parts()?;
        match question(parts.app()?) {
            Err(error) if error.is_damage() && parts.carried.get().is_none() => question(parts.carry()?),
            answer => answer,
        }
    }

    /// Whether answers come from what the program carries, because the stored directory cannot be read.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn is_carried(&self) -> Result<bool, AppError> {
        Ok(self.parts()?.carried.get().is_some())
    }

    /// Asks what is kept, which is opened where it needs no PIN.
    ///
    /// # Errors
    /// [`AppError::Closed`]; [`AppError::Vault`] with Locked or `NoStore`; what the question gives.
    pub fn kept<T>(&self, question: impl FnOnce(&App, &Kept) -> Result<T, AppError>) -> Result<T, AppError> {
        let parts = self.parts()?;
        let kept = parts.kept()?;
        question(parts.app()?, &kept)
    }

    /// As [`Device::kept`], and tells of it when it went well.
    ///
    /// # Errors
    /// As [`Device::kept`].
    pub fn change<T>(
        &self,
        what: Changed,
        change: impl FnOnce(&App, &Kept) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let done = self.kept(change)?;
        self.tell(what);
        Ok(done)
    }

    /// Finds; with what the person wrote themselves only if asked for. Where that does not open, there is an answer all
    /// the same.
    ///
    /// # Errors
    /// [`AppError::Closed`]; as [`App::find_as`].
    pub fn find(&self, ticket: Ticket, request: &FindRequest, own: bool) -> Result<WithOwn, AppError> {
        if own {
            let found = self.kept(|app, kept| app.find_with_own_as(ticket, kept, request));
            if matches!(found, Ok(_) | Err(AppError::Stopped | AppError::Closed)) {
                return found;
            }
        }
        Ok(WithOwn { answer: self.ask(|app| app.find_as(ticket, request))?, own: Vec::new() })
    }

    /// What can be done when a line did not answer; with what was tried in the last day only if asked for. Where that
    /// does not open, there is an answer all the same, and nothing is remembered.
    ///
    /// # Errors
    /// [`AppError::Closed`]; as [`App::chain`].
    pub fn chain(&self, request: &BusyRequest, remember: bool) -> Result<(Busy, bool), AppError> {
        if remember {
            let now = self.clock()?.utc();
            if let Ok(busy) = self.kept(|app, kept| app.chain_with_tries(kept, request, now)) {
                return Ok((busy, true));
            }
        }
        Ok((self.ask(|app| app.chain(request))?, false))
    }

    /// Imports open data as [`App::import`] does, and tells of it.
    ///
    /// # Errors
    /// [`AppError::Closed`]; as [`App::import`].
    pub fn import(
        &self,
        path: &Path,
        all_kinds: bool,
        watcher: &mut dyn Watcher,
        cancel: &AtomicBool,
    ) -> Result<ImportReport, AppError> {
        // Into the stored directory or nowhere: what is carried keeps nothing.
        let parts = self.parts()?;
        let stored = parts.app.as_ref().ok_or_else(|| StoreError::Damaged {
            path: parts.folder.join(super::DIRECTORY_FILE),
            detail: "it did not open".into(),
        })?;
        let report = stored.import(path, all_kinds, watcher, cancel)?;
        self.tell(Changed::Directory);
        Ok(report)
    }

    /// The alarms, which are there with the lock on.
    ///
    /// # Errors
    /// [`AppError::Closed`], [`AppError::Vault`], what the question gives.
    pub fn alarms<T>(&self, question: impl FnOnce(&Alarms) -> Result<T, AppError>) -> Result<T, AppError> {
        question(&Alarms::open(&self.parts()?.vault)?)
    }

    /// Time and zone.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn clock(&self) -> Result<Arc<dyn Clock>, AppError> {
        Ok(Arc::clone(&self.parts()?.clock))
    }

    /// How what is kept stands: [`State::Open`] also while a lock is open.
    ///
    /// # Errors
    /// [`AppError::Closed`], [`AppError::Vault`].
    pub fn state(&self) -> Result<State, AppError> {
        let parts = self.parts()?;
        if parts.kept.lock().is_some() { Ok(State::Open) } else { Ok(parts.vault.state()?) }
    }

    /// Whether a PIN or passphrase is set, open or not.
    ///
    /// # Errors
    /// [`AppError::Closed`], [`AppError::Vault`].
    pub fn has_lock(&self) -> Result<bool, AppError> {
        Ok(self.parts()?.vault.state()? == State::Locked)
    }

    /// Begins to keep things on this device; what is there already is opened.
    ///
    /// # Errors
    /// [`AppError::Closed`], [`AppError::Vault`].
    pub fn begin(&self) -> Result<(), AppError> {
        let parts = self.parts()?;
        let mut kept = parts.kept.lock();
        if kept.is_none() {
            let store = parts.vault.create()?;
            *kept = Some(parts.opened(store)?);
        }
        drop(kept);
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Opens what is kept with a PIN or passphrase.
    ///
    /// # Errors
    /// [`AppError::Closed`]; [`AppError::Vault`] for a wrong one, or when another try has to wait.
    pub fn unlock(&self, pin: &str) -> Result<(), AppError> {
        let parts = self.parts()?;
        let store = parts.vault.unlock(pin, parts.clock.utc())?;
        self.hold(&parts, store)
    }

    /// Opens what is kept with a finger or a face.
    ///
    /// # Errors
    /// As [`Vault::unlock_with`].
    pub fn unlock_with(&self, finger: &dyn SecretBox) -> Result<(), AppError> {
        let parts = self.parts()?;
        let store = parts.vault.unlock_with(finger)?;
        self.hold(&parts, store)
    }

    fn hold(&self, parts: &Parts, store: crate::store::PrivateStore) -> Result<(), AppError> {
        *parts.kept.lock() = Some(parts.opened(store)?);
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Locks it, where there is a PIN: what is asked from now on needs it again.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn lock(&self) -> Result<(), AppError> {
        let kept = self.parts()?.kept.lock().take();
        drop(kept);
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Sets, changes or (with an empty `new`) takes away the PIN. It stays open.
    ///
    /// # Errors
    /// As [`Vault::set_pin`].
    pub fn set_pin(&self, old: &str, new: &str) -> Result<(), AppError> {
        let parts = self.parts()?;
        parts.vault.set_pin(old, new, parts.clock.utc())?;
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Allows a finger or a face beside the PIN, or with `None` no more.
    ///
    /// # Errors
    /// As [`Vault::set_biometric`].
    pub fn set_biometric(&self, pin: &str, finger: Option<&dyn SecretBox>) -> Result<(), AppError> {
        let parts = self.parts()?;
        Ok(parts.vault.set_biometric(pin, finger, parts.clock.utc())?)
    }

    /// Forgets everything that is kept, keys first. The directory stays.
    ///
    /// # Errors
    /// As [`super::vault::forget::forget`]; calling again goes on.
    pub fn forget(&self) -> Result<(), AppError> {
        let parts = self.parts()?;
        let mut kept = parts.kept.lock();
        *kept = None;
        let gone = super::vault::forget::forget(&parts.folder, &*parts.keystore);
        drop(kept);
        self.tell(Changed::Lock);
        Ok(gone?)
    }

    /// Listens to changes until the subscription is dropped or cancelled, or the device closed.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn subscribe(&self, listener: Arc<dyn Listener>) -> Result<Subscription, AppError> {
        self.parts()?;
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        self.listeners.lock().push((number, listener));
        Ok(Subscription { number, listeners: Arc::clone(&self.listeners) })
    }

    /// Tells everyone who listens.
    pub fn tell(&self, what: Changed) {
        let listeners: Vec<Arc<dyn Listener>> =
            self.listeners.lock().iter().map(|(_, listener)| Arc::clone(listener)).collect();
        for listener in listeners {
            listener.changed(what);
        }
    }
}

impl Parts {
    /// The stored directory, or what is carried.
    fn app(&self) -> Result<&App, AppError> {
        match self.carried.get().or(self.app.as_ref()) {
            Some(app) => Ok(app),
            None => self.carry(),
        }
    }

    fn carry(&self) -> Result<&App, AppError> {
        let carried = App::in_memory(Arc::clone(&self.clock))?;
        Ok(self.carried.get_or_init(|| carried))
    }

    fn kept(&self) -> Result<Arc<Kept>, AppError> {
        let mut kept = self.kept.lock();
        if let Some(kept) = &*kept {
            return Ok(Arc::clone(kept));
        }
        let opened = self.opened(self.vault.open()?)?;
        *kept = Some(Arc::clone(&opened));
        Ok(opened)
    }

    fn opened(&self, store: crate::store::PrivateStore) -> Result<Arc<Kept>, AppError> {
        Ok(Arc::new(Kept::new(store, &self.vault, Arc::clone(&self.random), self.clock.utc())?))
    }
}
