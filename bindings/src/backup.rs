//! Backups: all that a person keeps, in one file under a passphrase.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use tsunagari_core::app::{self, Changed, Checked};
use zeroize::Zeroizing;

use crate::time::utc;
use crate::{Device, TsunagariError};

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct BackupContent {
    /// When it was made.
    pub made: SystemTime,
    /// How many rows it holds.
    pub rows: u64,
}

impl From<&app::BackupSays> for BackupContent {
    fn from(says: &app::BackupSays) -> Self {
        Self { made: utc(says.made), rows: says.rows as u64 }
    }
}

/// How scheduled backups go.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct BackupSchedule {
    /// The chosen folder.
    pub folder: String,
    /// Every how many days, 1 or more.
    pub every_days: u16,
    /// When one last worked.
    pub worked: Option<SystemTime>,
    /// None has worked for two weeks: say so, and ask whether the folder is there.
    pub in_trouble: bool,
}

impl From<app::Schedule> for BackupSchedule {
    fn from(schedule: app::Schedule) -> Self {
        Self {
            folder: schedule.folder.to_string_lossy().into_owned(),
            every_days: schedule.every_days,
            worked: schedule.worked.map(utc),
            in_trouble: schedule.in_trouble,
        }
    }
}

/// Backups. Making, checking and restoring one takes seconds and some 100 MB, so they belong off the main thread; other
/// calls go on meanwhile. The file opens with the tool `age`, too.
#[derive(uniffi::Object)]
pub struct Backups {
    pub(crate) device: Arc<Device>,
}

#[uniffi::export]
impl Backups {
    /// Writes everything into one file under a passphrase of at least eight characters, and reads it back. A file that
    /// was there stays until the new one is whole. It blocks for seconds.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `passphrase`; [`TsunagariError::NotFound`] when the folder is not there,
    /// [`TsunagariError::Full`].
    pub fn back_up(&self, path: String, passphrase: String) -> Result<BackupContent, TsunagariError> {
        let (passphrase, now) = (Zeroizing::new(passphrase), self.now()?);
        self.device.kept(|_, kept, _| Ok((&kept.back_up(Path::new(&path), &passphrase, now)?).into()))
    }

    /// Opens and checks a backup, and says what it holds. Nothing is touched. It blocks for seconds.
    ///
    /// # Errors
    /// [`TsunagariError::WrongSecret`], [`TsunagariError::Damaged`] when it is none or was changed,
    /// [`TsunagariError::NotFound`], [`TsunagariError::NeedsNewerVersion`]; [`TsunagariError::Invalid`] with `path` when
    /// it asks for more memory than a phone can give.
    pub fn check(&self, path: String, passphrase: String) -> Result<BackupContent, TsunagariError> {
        let passphrase = Zeroizing::new(passphrase);
        self.device.with(|_| Ok(Checked::open(Path::new(&path), &passphrase)?.says().into()))
    }

    /// Puts a backup in place of what is kept here, all of it or nothing; where something is kept already, only with
    /// `replace`. The lock and its PIN stay those of this device. Listeners hear [`crate::Changed::Lock`], since all is
    /// another then; [`crate::CheckIns::apply`] has the alarms follow. It blocks for seconds.
    ///
    /// # Errors
    /// As [`Backups::check`], and nothing is made here for a file that does not open; [`TsunagariError::AlreadyKept`],
    /// [`TsunagariError::Locked`].
    pub fn restore(&self, path: String, passphrase: String, replace: bool) -> Result<BackupContent, TsunagariError> {
        let passphrase = Zeroizing::new(passphrase);
        let backup = self.device.with(|_| Ok(Checked::open(Path::new(&path), &passphrase)?))?;
        self.device.with(|device| Ok(device.begin()?))?;
        self.device.change(Changed::Lock, |_, kept| kept.restore(&backup, replace).map(|()| backup.says().into()))
    }

    /// Chooses a folder for a backup every so many days (1 or more). The passphrase is kept with everything else, so
    /// that nobody has to type it.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `passphrase`; [`TsunagariError::NotFound`] when the folder is not there.
    pub fn schedule(&self, folder: String, passphrase: String, every_days: u16) -> Result<(), TsunagariError> {
        let (passphrase, now) = (Zeroizing::new(passphrase), self.now()?);
        let chosen = Some((Path::new(&folder), passphrase.as_str(), every_days));
        self.device.change(Changed::Backup, |_, kept| kept.schedule_backup(chosen, now))
    }

    /// No more scheduled backups; those that are there stay.
    ///
    /// # Errors
    /// [`TsunagariError`]; nothing was changed.
    pub fn end_schedule(&self) -> Result<(), TsunagariError> {
        let now = self.now()?;
        self.device.change(Changed::Backup, |_, kept| kept.schedule_backup(None, now))
    }

    /// How scheduled backups go; `None` when nobody asked for them.
    ///
    /// # Errors
    /// [`TsunagariError::Locked`], [`TsunagariError::NothingKept`].
    pub fn schedule_state(&self) -> Result<Option<BackupSchedule>, TsunagariError> {
        let now = self.now()?;
        self.device.kept(|_, kept, _| Ok(kept.backup_schedule(now)?.map(Into::into)))
    }

    /// Makes the scheduled backup when it is due, and says whether it did. The one before stays beside it. It blocks for
    /// seconds then.
    ///
    /// # Errors
    /// As [`Backups::back_up`]; it is tried again at the next call.
    pub fn back_up_if_due(&self) -> Result<bool, TsunagariError> {
        let now = self.now()?;
        let made = self.device.kept(|_, kept, _| kept.back_up_if_due(now))?;
        if made { self.device.change(Changed::Backup, |_, _| Ok(true)) } else { Ok(false) }
    }
}

impl Backups {
    /// This moment.
    fn now(&self) -> Result<DateTime<Utc>, TsunagariError> {
        self.device.with(|device| Ok(device.clock()?.utc()))
    }
}
