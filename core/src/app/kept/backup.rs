//! One file under a passphrase that holds all a person keeps. The standard tool `age` opens it; inside is JSON.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::Kept;
use crate::app::{AppError, write_whole};
use crate::crypto::{CryptoError, WORK_FACTOR, open_file, seal_file};
use crate::store::{Dump, DutyStore, PrivateStore};

/// Larger files are refused before they are opened; five busy years take some 4 MB.
const LARGEST: u64 = 64 * 1024 * 1024;
/// What the JSON calls itself, and the version of its form.
const WHAT: &str = "tsunagari backup";
const VERSION: u32 = 1;
/// Names in the chosen folder.
const FILE: &str = "tsunagari-backup.age";
const BEFORE: &str = "tsunagari-backup.before.age";
/// Settings.
const FOLDER: &str = "backup-folder";
const PASSPHRASE: &str = "backup-passphrase";
const EVERY: &str = "backup-every-days";
const WORKED: &str = "backup-worked";
const ASKED: &str = "backup-asked";
/// When a scheduled backup has not worked for so long, it is said.
const PATIENCE: TimeDelta = TimeDelta::days(14);

/// Why a backup was not made or not restored. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackupError {
    /// No such file, cut short, or changed by at least one bit.
    #[error("{} is not a backup, or it is damaged", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// Another passphrase, or damage where the passphrase is checked.
    #[error("this passphrase does not open {}", path.display())]
    Passphrase {
        /// The file.
        path: PathBuf,
    },
    /// It asks for more than a phone can give.
    #[error("{} asks for more memory than a phone can give", path.display())]
    TooCostly {
        /// The file.
        path: PathBuf,
    },
    /// A newer tsunagari made it.
    #[error("a newer tsunagari made this backup; please update")]
    Newer,
    /// Something in it breaks a rule of what is kept.
    #[error("something in the backup cannot be kept ({0})")]
    Content(String),
    /// Something is kept here already.
    #[error("something is kept here already; it would be replaced")]
    NotEmpty,
    /// The new passphrase is too short.
    #[error("a passphrase of a backup has at least {min} characters", min = Self::SHORTEST)]
    ShortPassphrase,
}

impl BackupError {
    /// Fewest characters of a passphrase: the file may lie where others can try for years.
    pub const SHORTEST: usize = 8;
}

/// The whole content.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    what: String,
    version: u32,
    made: DateTime<Utc>,
    private: Dump,
    duty: Dump,
}

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BackupSays {
    /// When it was made.
    pub made: DateTime<Utc>,
    /// How many things it holds.
    pub rows: usize,
}

/// How scheduled backups go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Schedule {
    /// The chosen folder.
    pub folder: PathBuf,
    /// Every how many days.
    pub every_days: u16,
    /// When one last worked.
    pub worked: Option<DateTime<Utc>>,
    /// Whether none has worked for two weeks.
    pub in_trouble: bool,
}

/// A backup that was opened and checked, ready to be restored.
#[derive(Debug)]
pub struct Checked {
    says: BackupSays,
    private: Dump,
    duty: Dump,
}

impl Checked {
    /// Opens and checks a file. Nothing is touched.
    ///
    /// # Errors
    /// [`AppError::Backup`], [`AppError::Read`].
    pub fn open(path: &Path, passphrase: &str) -> Result<Self, AppError> {
        let at = || path.to_path_buf();
        let mut bytes = Vec::new();
        let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
        read.map_err(|error| AppError::Read { path: at(), problem: error.to_string() })?;
        if bytes.len() as u64 > LARGEST {
            return Err(BackupError::Damaged { path: at() }.into());
        }
        let plain = open_file(passphrase, &bytes).map_err(|error| match error {
            CryptoError::Refused => BackupError::Passphrase { path: at() },
            CryptoError::TooCostly(_) => BackupError::TooCostly { path: at() },
            CryptoError::Form | CryptoError::NoChance(_) => BackupError::Damaged { path: at() },
        })?;
        Self::read(&plain).map_err(|error| match error {
            BackupError::Damaged { .. } => BackupError::Damaged { path: at() }.into(),
            other => AppError::Backup(other),
        })
    }

    fn read(plain: &[u8]) -> Result<Self, BackupError> {
        #[derive(Deserialize)]
        struct Head {
            what: String,
            version: u32,
        }
        let damaged = || BackupError::Damaged { path: PathBuf::new() };
        let head: Head = serde_json::from_slice(plain).map_err(|_| damaged())?;
        if head.what != WHAT {
            return Err(damaged());
        }
        if head.version > VERSION {
            return Err(BackupError::Newer);
        }
        let content: Content = serde_json::from_slice(plain).map_err(|_| damaged())?;
        let checked = |dump: Result<Dump, crate::store::StoreError>| {
            dump.map_err(|error| match error {
                crate::store::StoreError::NeedsNewerVersion { .. } => BackupError::Newer,
                other => BackupError::Content(other.to_string()),
            })
        };
        // Tries are for a day; a backup may be years old.
        let private = checked(PrivateStore::checked(content.private))?.without("tried");
        // What the platform was asked for, and told, is of the old phone.
        let duty = checked(DutyStore::checked(content.duty))?.without("alarm").without("platform");
        let says = BackupSays { made: content.made, rows: private.rows() + duty.rows() };
        Ok(Self { says, private, duty })
    }

    /// What it holds.
    #[must_use]
    pub const fn says(&self) -> &BackupSays {
        &self.says
    }
}

impl Kept {
    /// Writes everything into one file under a passphrase, reads it back and compares. The file that was there stays
    /// until the new one is whole.
    ///
    /// # Errors
    /// [`AppError::Backup`], [`AppError::Write`], [`AppError::Store`].
    pub fn back_up(&self, path: &Path, passphrase: &str, now: DateTime<Utc>) -> Result<BackupSays, AppError> {
        self.back_up_at(path, passphrase, WORK_FACTOR, now)
    }

    /// The same with another cost, for tests.
    ///
    /// # Errors
    /// As [`Kept::back_up`].
    pub fn back_up_at(
        &self,
        path: &Path,
        passphrase: &str,
        work_factor: u8,
        now: DateTime<Utc>,
    ) -> Result<BackupSays, AppError> {
        if passphrase.chars().count() < BackupError::SHORTEST {
            return Err(BackupError::ShortPassphrase.into());
        }
        let content = Content {
            what: WHAT.to_owned(),
            version: VERSION,
            made: now,
            private: self.store.dump()?,
            // Where reminders cannot be read, everything else is saved all the same.
            duty: self.duty().map_or_else(|_| Ok(DutyStore::nothing()), |duty| Ok::<_, AppError>(duty.dump()?))?,
        };
        let plain = serde_json::to_vec(&content).map(Zeroizing::new);
        let cannot = |problem: String| AppError::Write { path: path.to_path_buf(), problem };
        let plain = plain.map_err(|error| cannot(error.to_string()))?;
        let sealed = seal_file(passphrase, work_factor, &plain).map_err(|error| cannot(error.to_string()))?;
        write_whole(path, &sealed).map_err(|error| cannot(error.to_string()))?;
        let again = Checked::open(path, passphrase)?;
        if again.says.made != now {
            return Err(BackupError::Damaged { path: path.to_path_buf() }.into());
        }
        Ok(again.says)
    }

    /// Puts a backup in place of what is kept here: all of it or nothing. Where something is kept already, only with
    /// `replace`. The key, the lock and the PIN are those of this device.
    ///
    /// # Errors
    /// [`BackupError::NotEmpty`], [`AppError::Store`].
    pub fn restore(&self, backup: &Checked, replace: bool) -> Result<(), AppError> {
        if !replace && self.store.dump()?.rows() > 0 {
            return Err(BackupError::NotEmpty.into());
        }
        // What must stay silent comes first: after a crash between the two nothing speaks, and restoring goes on.
        self.duty()?.replace(&backup.duty)?;
        self.store.replace(&backup.private)?;
        // The folder for backups was one of the old device.
        self.schedule_backup(None, backup.says.made)
    }

    /// Chooses a folder for backups every so many days, or with `None` no more. The passphrase is kept with everything
    /// else, so that nobody has to type it.
    ///
    /// # Errors
    /// [`BackupError::ShortPassphrase`], [`AppError::Store`].
    pub fn schedule_backup(&self, chosen: Option<(&Path, &str, u16)>, now: DateTime<Utc>) -> Result<(), AppError> {
        let Some((folder, passphrase, days)) = chosen else {
            for name in [FOLDER, PASSPHRASE, EVERY, WORKED, ASKED] {
                self.store.set(name, None)?;
            }
            return Ok(());
        };
        if passphrase.chars().count() < BackupError::SHORTEST {
            return Err(BackupError::ShortPassphrase.into());
        }
        let problem =
            |error: std::io::Error| AppError::Write { path: folder.to_path_buf(), problem: error.to_string() };
        let folder = fs::canonicalize(folder).map_err(problem)?;
        self.store.set(FOLDER, Some(&folder.to_string_lossy()))?;
        self.store.set(PASSPHRASE, Some(passphrase))?;
        self.store.set(EVERY, Some(&days.max(1).to_string()))?;
        // Two weeks count from the day it was asked for.
        self.store.set(ASKED, Some(&now.timestamp().to_string()))?;
        Ok(())
    }

    /// How scheduled backups go; `None` when nobody asked for them.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn backup_schedule(&self, now: DateTime<Utc>) -> Result<Option<Schedule>, AppError> {
        let Some(folder) = self.store.setting(FOLDER)? else { return Ok(None) };
        let instant = |name: &str| -> Result<Option<DateTime<Utc>>, AppError> {
            let seconds = self.store.setting(name)?.and_then(|text| text.parse().ok());
            Ok(seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0)))
        };
        let worked = instant(WORKED)?;
        let since = worked.max(instant(ASKED)?);
        Ok(Some(Schedule {
            folder: PathBuf::from(folder),
            every_days: self.store.setting(EVERY)?.and_then(|days| days.parse().ok()).unwrap_or(7),
            worked,
            in_trouble: since.is_none_or(|since| now.signed_duration_since(since) > PATIENCE),
        }))
    }

    /// Makes the scheduled backup when it is due; says whether it did. The one before stays beside it.
    ///
    /// # Errors
    /// As [`Kept::back_up`]; it is tried again next time.
    pub fn back_up_if_due(&self, now: DateTime<Utc>) -> Result<bool, AppError> {
        let Some(schedule) = self.backup_schedule(now)? else { return Ok(false) };
        let every = TimeDelta::days(i64::from(schedule.every_days));
        if schedule.worked.is_some_and(|worked| now.signed_duration_since(worked) < every && worked <= now) {
            return Ok(false);
        }
        let passphrase = Zeroizing::new(self.store.setting(PASSPHRASE)?.unwrap_or_default());
        let path = schedule.folder.join(FILE);
        match fs::read(&path) {
            Ok(bytes) => {
                let before = schedule.folder.join(BEFORE);
                let kept = write_whole(&before, &bytes);
                kept.map_err(|error| AppError::Write { path: before, problem: error.to_string() })?;
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(AppError::Read { path, problem: error.to_string() }),
        }
        self.back_up(&path, &passphrase, now)?;
        self.store.set(WORKED, Some(&now.timestamp().to_string()))?;
        Ok(true)
    }
}
