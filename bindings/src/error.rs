//! One error, whose variants are questions an app can act on, and the one table that leads to it. Nothing personal is in
//! it, no path and no word of a person.

use tsunagari_core::app::vault::VaultError;
use tsunagari_core::app::{AppError, BackupError};
use tsunagari_core::env::SecretBoxError;
use tsunagari_core::journal::{FileError, JournalError};
use tsunagari_core::keepsakes::KeepError;
use tsunagari_core::model::RuleError;
use tsunagari_core::store::StoreError;

/// What an app can do something about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum TsunagariError {
    /// Ask for the PIN or passphrase, or for the device to be unlocked.
    #[error("locked")]
    Locked,
    /// This PIN, passphrase, finger or face does not open it: ask again.
    #[error("wrong secret")]
    WrongSecret,
    /// Too many wrong tries: another one counts from that instant on.
    #[error("try again later")]
    TryLater {
        /// When, in seconds since 1970-01-01T00:00:00Z.
        at: i64,
    },
    /// Nothing is kept on this device yet: offer to begin.
    #[error("nothing is kept here yet")]
    NothingKept,
    /// Something is kept here already: ask whether it shall be replaced.
    #[error("something is kept here already")]
    AlreadyKept,
    /// The data was sealed with another key, or its key is gone: offer a backup. It was left as it is.
    #[error("another key sealed this")]
    KeyMismatch,
    /// The data cannot be read. It was left as it is: offer a backup.
    #[error("damaged")]
    Damaged,
    /// No space is left: ask for some. Nothing was changed.
    #[error("no space left")]
    Full,
    /// Another program is writing: try again in a moment.
    #[error("busy")]
    Busy,
    /// A newer tsunagari made this: offer the update.
    #[error("a newer version is needed")]
    NeedsNewerVersion,
    /// There is no such entry, line or form.
    #[error("not found")]
    NotFound,
    /// The mood log is put away: show nothing of it.
    #[error("put away")]
    PutAway,
    /// What was given cannot be taken: mark that field.
    #[error("{field} is invalid")]
    Invalid {
        /// The field, as it is called here.
        field: String,
    },
    /// It was cancelled, or a later search took over: show nothing.
    #[error("cancelled")]
    Cancelled,
    /// The device was closed: open it again.
    #[error("closed")]
    Closed,
    /// Nothing an app can do; the code is stable and for reports.
    #[error("unexpected {code}")]
    Unexpected {
        /// A short stable code.
        code: String,
    },
}

impl TsunagariError {
    pub(crate) fn invalid(field: &str) -> Self {
        Self::Invalid { field: field.to_owned() }
    }

    pub(crate) fn unexpected(code: &str) -> Self {
        Self::Unexpected { code: code.to_owned() }
    }
}

/// What a foreign trait throws beside the errors it declares.
impl From<uniffi::UnexpectedUniFFICallbackError> for TsunagariError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::unexpected("callback")
    }
}

impl From<AppError> for TsunagariError {
    fn from(error: AppError) -> Self {
        match error {
            AppError::Store(error) => error.into(),
            AppError::Vault(error) => error.into(),
            AppError::Backup(error) => error.into(),
            AppError::Rule(error) => Self::invalid(rule_field(error)),
            AppError::Keep(error) => keep(&error),
            AppError::Journal(error) => journal(error),
            AppError::NotFound { .. } => Self::NotFound,
            AppError::TracesOnPaper { .. } => Self::invalid("traces"),
            AppError::Area { .. } => Self::invalid("area"),
            AppError::Answer(_) => Self::invalid("answers"),
            AppError::Import(_) | AppError::ImportFile { .. } => Self::invalid("path"),
            AppError::Record { .. } => Self::Damaged,
            AppError::Stopped => Self::Cancelled,
            AppError::Closed => Self::Closed,
            AppError::National(_) => Self::unexpected("national"),
            AppError::NoFolder => Self::unexpected("no-folder"),
            AppError::Folder { problem, .. } => file(&problem, "folder"),
            AppError::Read { problem, .. } => file(&problem, "read"),
            AppError::Write { problem, .. } => file(&problem, "write"),
        }
    }
}

/// What the system said of a file, which is text by then.
fn file(problem: &str, code: &str) -> TsunagariError {
    match problem {
        full if full.contains("os error 28") => TsunagariError::Full,
        missing if missing.contains("os error 2)") => TsunagariError::NotFound,
        _ => TsunagariError::unexpected(code),
    }
}

impl From<StoreError> for TsunagariError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Damaged { .. } | StoreError::Entry(_) => Self::Damaged,
            StoreError::NeedsNewerVersion { .. } => Self::NeedsNewerVersion,
            StoreError::NotOurs { .. } => Self::invalid("folder"),
            StoreError::CannotOpen { .. } => Self::unexpected("open"),
            StoreError::Busy => Self::Busy,
            StoreError::Disk { code, .. } => Self::unexpected(&format!("disk-{code}")),
            StoreError::Full => Self::Full,
            StoreError::Interrupted => Self::Cancelled,
            StoreError::NoRecord(_) => Self::NotFound,
            StoreError::Unexpected { code } => Self::unexpected(&format!("store-{code}")),
        }
    }
}

impl From<VaultError> for TsunagariError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::NoStore => Self::NothingKept,
            VaultError::Locked | VaultError::Keystore(SecretBoxError::Locked) | VaultError::NobodyToAsk => Self::Locked,
            VaultError::WrongPin | VaultError::NoBiometric => Self::WrongSecret,
            VaultError::TooSoon(at) => Self::TryLater { at: at.timestamp() },
            VaultError::ShortPin | VaultError::NotTheSame => Self::invalid("pin"),
            VaultError::NoLock => Self::invalid("lock"),
            VaultError::KeyMismatch { .. } | VaultError::KeyLost | VaultError::Keystore(SecretBoxError::Refused) => {
                Self::KeyMismatch
            }
            VaultError::Gone { .. } | VaultError::KeyFile { .. } => Self::Damaged,
            VaultError::File { detail, .. } => file(&detail, "key-file"),
            VaultError::Keystore(SecretBoxError::Unavailable(_)) => Self::unexpected("keystore"),
            VaultError::Crypto(_) => Self::unexpected("crypto"),
            VaultError::Store(error) => error.into(),
        }
    }
}

impl From<BackupError> for TsunagariError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Damaged { .. } | BackupError::Content(_) => Self::Damaged,
            BackupError::Passphrase { .. } => Self::WrongSecret,
            BackupError::TooCostly { .. } => Self::invalid("path"),
            BackupError::Newer => Self::NeedsNewerVersion,
            BackupError::NotEmpty => Self::AlreadyKept,
            BackupError::ShortPassphrase => Self::invalid("passphrase"),
        }
    }
}

const fn rule_field(error: RuleError) -> &'static str {
    match error {
        RuleError::Text(_) => "text",
        RuleError::Window => "window",
        RuleError::Unless => "unless_logged_hours",
        RuleError::OnlyQuiet => "quiet",
        RuleError::TooMany => "count",
    }
}

fn keep(error: &KeepError) -> TsunagariError {
    match error {
        KeepError::Empty | KeepError::TooLong { .. } => TsunagariError::invalid("text"),
        KeepError::Full { .. } => TsunagariError::invalid("count"),
        KeepError::NoLine { .. } | KeepError::NoOwn { .. } => TsunagariError::NotFound,
        KeepError::EmptyField { field } => TsunagariError::invalid(field),
        KeepError::NothingShared => TsunagariError::invalid("share"),
        KeepError::Traces => TsunagariError::invalid("traces"),
        KeepError::TooLongForQr { .. } => TsunagariError::invalid("qr"),
    }
}

fn journal(error: JournalError) -> TsunagariError {
    let field = match error {
        JournalError::Hidden => return TsunagariError::PutAway,
        JournalError::NoEntry(_) | JournalError::Form(_) => return TsunagariError::NotFound,
        JournalError::File(FileError::NeedsNewerVersion(_)) => return TsunagariError::NeedsNewerVersion,
        JournalError::File(_) => "file",
        JournalError::Level(_) => "level",
        JournalError::Label { .. } => "labels",
        JournalError::Context { .. } => "contexts",
        JournalError::Time => "at",
        JournalError::Mood(error) => error.field(),
        JournalError::Answers { .. } => "answers",
    };
    TsunagariError::invalid(field)
}
