//! Opening what a person keeps: the folder, its keystore, its lock.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tsunagari_core::app::vault::{State, Vault, VaultError};
use tsunagari_core::app::{AppError, Kept};
use tsunagari_core::env::{Clock as _, DeviceClock, SecretBox, SystemRandom, from_japan};
use tsunagari_core::text::Texts;

use crate::args::{Global, KeptArgs};
use crate::exit::Exit;
use crate::folder::data_folder;
use crate::keystore::{self, Need};
use crate::render::complain;
use crate::secrets::Secrets;
use crate::session::fail;

/// The vault of the data folder, with what opens it.
pub(crate) struct Private<'a> {
    pub(crate) vault: Vault,
    pub(crate) secrets: Secrets<'a>,
    pub(crate) now: DateTime<Utc>,
    global: &'a Global,
    texts: &'a Texts,
}

impl<'a> Private<'a> {
    /// Finds the vault; nothing of it is opened but the key of the device.
    pub(crate) fn find(global: &'a Global, args: &'a KeptArgs, texts: &'a Texts, need: Need) -> Result<Self, Exit> {
        let secrets = Secrets::new(args, texts);
        let folder = folder(global, texts)?;
        let keystore = keystore::open(&folder, need, &secrets).map_err(|error| fail(global, texts, &error.into()))?;
        let vault = Vault::new(&folder, keystore, Arc::new(SystemRandom));
        Ok(Self { vault, secrets, now: now(global), global, texts })
    }

    /// Opens what is kept, asking for the PIN where there is a lock. With [`Need::Make`] it is made where there is
    /// none; else nobody who only searches gets a store by looking.
    pub(crate) fn open(global: &'a Global, args: &'a KeptArgs, texts: &'a Texts, need: Need) -> Result<Kept, Exit> {
        let found = Self::find(global, args, texts, need)?;
        let kept = found.kept(need).map_err(|error| found.fail(&error))?;
        // Said only here, where what is kept is open.
        if let Ok(Some(schedule)) = kept.backup_schedule(found.now)
            && schedule.in_trouble
        {
            let folder = schedule.folder.display().to_string();
            complain(global, &texts.with("backup-trouble", &[("folder", folder.into())]));
        }
        Ok(kept)
    }

    /// Opens what is kept, asking for the PIN where there is a lock.
    pub(crate) fn kept(&self, need: Need) -> Result<Kept, AppError> {
        let store = match self.vault.state()? {
            // By the clock of the device: what was asked about with --now shortens no wait.
            State::Locked => self.vault.unlock(&self.secrets.pin()?, device_now())?,
            State::None if need == Need::Make => self.vault.create()?,
            State::None => return Err(VaultError::NoStore.into()),
            State::Open => self.vault.open()?,
        };
        Kept::new(store, &self.vault, Arc::new(SystemRandom), self.now)
    }

    pub(crate) fn fail(&self, error: &AppError) -> Exit {
        fail(self.global, self.texts, error)
    }
}

/// The data folder, which need not be there yet.
pub(crate) fn folder(global: &Global, texts: &Texts) -> Result<PathBuf, Exit> {
    global.data.clone().or_else(data_folder).ok_or_else(|| fail(global, texts, &AppError::NoFolder))
}

/// The keystore of the data folder, only to throw it away.
pub(crate) fn to_shred(global: &Global, texts: &Texts) -> Result<Arc<dyn SecretBox>, Exit> {
    let args = KeptArgs { passphrase_file: None, pin_file: None };
    let folder = folder(global, texts)?;
    keystore::open(&folder, Need::Shred, &Secrets::new(&args, texts))
        .map_err(|error| fail(global, texts, &error.into()))
}

/// Now, by the clock of the device.
pub(crate) fn device_now() -> DateTime<Utc> {
    from_japan(DeviceClock.now())
}

/// Now, from the clock of the device or what was asked about, which is in Japanese time.
pub(crate) fn now(global: &Global) -> DateTime<Utc> {
    global.now.map_or_else(device_now, from_japan)
}
