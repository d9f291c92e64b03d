//! What can go wrong with a database, in words a person can act on.

use std::path::PathBuf;

use rusqlite::ErrorCode;

/// Why a database did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Not a database, or broken. The file is kept.
    #[error("the file {} is damaged ({detail}); it was left as it is. Move it away to start afresh", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What the database said.
        detail: String,
    },
    /// Written by a later tsunagari.
    #[error("the database has version {found}, this tsunagari reads up to {known}; please update tsunagari")]
    NeedsNewerVersion {
        /// Version of the file.
        found: usize,
        /// Latest version that is known here.
        known: usize,
    },
    /// A database of another program.
    #[error("{} is a database of another program; choose another folder", path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// The file or its folder cannot be opened or written.
    #[error("cannot open {}: {detail}", path.display())]
    CannotOpen {
        /// The file.
        path: PathBuf,
        /// What the system said.
        detail: String,
    },
    /// Another program is writing.
    #[error("the database is being changed by another tsunagari; try again in a moment")]
    Busy,
    /// The device could not read or write. What was acknowledged is there.
    #[error("the device could not read or write {} (code {code}); what was kept before is still there", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// Extended result code of SQLite.
        code: i32,
    },
    /// No space left on the device.
    #[error("no space left on the device; nothing was changed")]
    Full,
    /// A newer search or the person stopped it.
    #[error("stopped")]
    Interrupted,
    /// A name that a person gave is not in the directory.
    #[error("there is no entry “{0}” in the directory")]
    NoRecord(String),
    /// Something is kept that this tsunagari cannot read.
    #[error("an entry cannot be read ({0}); it was left as it is")]
    Entry(String),
    /// Something that should not happen.
    #[error("the database gave an unexpected error (code {code})")]
    Unexpected {
        /// Extended result code of SQLite; 0 when the error did not come from it.
        code: i32,
    },
}

impl StoreError {
    /// Sorts an error of the database by what a person can do about it.
    pub(super) fn from_sqlite(error: &rusqlite::Error, path: &std::path::Path) -> Self {
        let Some(code) = error.sqlite_error() else { return Self::Unexpected { code: 0 } };
        let path = path.to_path_buf();
        match code.code {
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged { path, detail: error.to_string() },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DiskFull => Self::Full,
            // The index of the log could not grow.
            ErrorCode::SystemIoFailure if code.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => Self::Full,
            ErrorCode::SystemIoFailure => Self::Disk { path, code: code.extended_code },
            ErrorCode::OperationInterrupted => Self::Interrupted,
            ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::ReadOnly => {
                Self::CannotOpen { path, detail: error.to_string() }
            }
            _ => Self::Unexpected { code: code.extended_code },
        }
    }
}

/// Why an install did not happen: the store, or whatever the rows come from. The old set is still there.
#[derive(Debug, thiserror::Error)]
pub enum InstallError<E> {
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The rows ended with an error.
    #[error("{0}")]
    Rows(E),
}
