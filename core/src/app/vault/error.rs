//! What can go wrong with keys and stores, as questions that a screen can ask.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::crypto::CryptoError;
use crate::env::SecretBoxError;
use crate::store::StoreError;

/// Why the private store did not open or a lock was not set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// There is no private store; none is made unasked.
    #[error("nothing is kept here yet")]
    NoStore,
    /// It needs the PIN.
    #[error("it is locked; the PIN or passphrase opens it")]
    Locked,
    /// The PIN is wrong.
    #[error("this PIN or passphrase does not open it")]
    WrongPin,
    /// Several wrong tries: the next counts from this instant on.
    #[error("too many tries; the next one is possible from {0}")]
    TooSoon(DateTime<Utc>),
    /// A new PIN is too short.
    #[error("a PIN has at least {min} characters", min = Self::SHORTEST_PIN)]
    ShortPin,
    /// A new secret was given twice, differently.
    #[error("the two were not the same; nothing was changed")]
    NotTheSame,
    /// Nobody can be asked for a PIN or passphrase.
    #[error("there is nobody to ask for the PIN or passphrase")]
    NobodyToAsk,
    /// There is no lock that a finger could open.
    #[error("there is no lock yet; set a PIN or passphrase first")]
    NoLock,
    /// No finger or face opens it: not turned on, or what is enrolled has changed.
    #[error("a finger or face cannot open it just now; the PIN or passphrase can")]
    NoBiometric,
    /// The database belongs to another key.
    #[error("{} was sealed with another key; it was left as it is. Restore the key file that belongs to it", path.display())]
    KeyMismatch {
        /// The database.
        path: PathBuf,
    },
    /// The database is empty or not there, although there was one.
    #[error("{} is empty or gone; to start afresh, move it and {} away", path.display(), beside.display())]
    Gone {
        /// The database.
        path: PathBuf,
        /// The fingerprint beside it.
        beside: PathBuf,
    },
    /// The database is there, its keys are not.
    #[error(
        "the key of the private data is gone; the data was left as it is. A backup can be restored in another folder"
    )]
    KeyLost,
    /// The key file is not one.
    #[error("{} cannot be understood ({detail}); it was left as it is", path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        detail: String,
    },
    /// A file beside the database cannot be read or written.
    #[error("cannot use {}: {detail}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// The keystore.
    #[error(transparent)]
    Keystore(#[from] SecretBoxError),
    /// A key cannot be made.
    #[error(transparent)]
    Crypto(#[from] CryptoError),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl VaultError {
    /// Fewest characters of a PIN.
    pub const SHORTEST_PIN: usize = 4;
}
