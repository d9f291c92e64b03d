//! One device as a running program holds it: the directory, what is kept with its lock, and who listens. It can be asked
//! from any thread. The command line, which runs one command and ends, opens the parts itself.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use parking_lot::{Mutex, RwLock};

use super::changes::Listeners;
use super::vault::Vault;
use super::{Alarms, App, AppError, Busy, BusyRequest, Changed, Kept, WithOwn};
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

/// What is open while a device is.
pub(super) struct Parts {
    app: Option<App>,
    /// What the program carries, once the stored directory has shown that it cannot be read.
    carried: OnceLock<App>,
    pub(super) vault: Vault,
    pub(super) folder: PathBuf,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) keystore: Arc<dyn SecretBox>,
    random: Arc<dyn Random>,
    pub(super) kept: Mutex<Option<Arc<Kept>>>,
}

/// One device.
pub struct Device {
    parts: RwLock<Option<Arc<Parts>>>,
    pub(super) listeners: Arc<Listeners>,
    /// Check-ins for which もっと少なく is kept while the platform has not followed yet.
    pub(super) unfollowed: Mutex<BTreeSet<String>>,
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
        Ok(Self { parts: RwLock::new(Some(Arc::new(parts))), listeners: Arc::default(), unfollowed: Mutex::default() })
    }

    /// Closes it: what is asked from now on ends with [`AppError::Closed`], what is running comes to its end, and
    /// nobody hears anything more. Closing twice is no mistake.
    pub fn close(&self) {
        let parts = self.parts.write().take();
        self.listeners.forget();
        drop(parts);
    }

    pub(super) fn parts(&self) -> Result<Arc<Parts>, AppError> {
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

    /// A number for a search that begins soon.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn ticket(&self) -> Result<Ticket, AppError> {
        Ok(self.parts()?.app()?.ticket())
    }

    /// Stops a search, also one that has not begun. It waits for nothing and asks nobody.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn stop(&self, ticket: Ticket) -> Result<(), AppError> {
        self.parts()?.app()?.stop(ticket);
        Ok(())
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
    /// does not open, there is an answer all the same, and nothing is remembered. Beside it, whether one of the lines is
    /// remembered now: one whose traces could endanger somebody never is.
    ///
    /// # Errors
    /// [`AppError::Closed`]; as [`App::chain`].
    pub fn chain(&self, request: &BusyRequest, remember: bool) -> Result<(Busy, bool), AppError> {
        if remember {
            let now = self.clock()?.utc();
            let asked = self.kept(|app, kept| Ok((app.chain_with_tries(kept, request, now)?, kept.tries(now)?)));
            if let Ok((busy, tries)) = asked {
                return Ok((busy, request.ids.iter().any(|id| tries.contains(id))));
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

    pub(super) fn opened(&self, store: crate::store::PrivateStore) -> Result<Arc<Kept>, AppError> {
        Ok(Arc::new(Kept::new(store, &self.vault, Arc::clone(&self.random), self.clock.utc())?))
    }
}
