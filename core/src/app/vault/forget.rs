//! Forgetting everything: the only place that deletes databases. Keys first, then files.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use super::{Attempts, DUTY_FILE, LOCK_FILE, PRIVATE_FILE, VaultError, files, key_file::KeyFile};
use crate::env::SecretBox;

/// Makes the private data unreadable for ever, then removes it. Once the keystore's key is gone no copy of the files
/// opens, so what fails later is told but has lost nothing of its secrecy. The public directory stays.
///
/// # Errors
/// [`VaultError`] of the first step that failed; calling again goes on.
pub fn forget(folder: &Path, keystore: &dyn SecretBox) -> Result<(), VaultError> {
    let device = keystore.shred();
    // Also where the keystore failed: without this file nothing opens either.
    shred(&KeyFile::path(folder))?;
    remove(&Attempts::path(folder))?;
    for name in [PRIVATE_FILE, DUTY_FILE] {
        let database = folder.join(name);
        remove(&files::fingerprint(&database))?;
        for ending in ["-wal", "-shm", "-journal", ""] {
            remove(&folder.join(format!("{name}{ending}")))?;
        }
    }
    // What a crash may have left of a file that was being written, and what programs wait for each other by.
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(".tmp") && entry.path().is_file() {
            remove(&entry.path())?;
        }
    }
    remove(&folder.join(LOCK_FILE))?;
    Ok(device?)
}

/// Overwrites a small file and removes it: keys, and what says where they are.
///
/// # Errors
/// [`VaultError::File`]; one that is not there is no error.
pub fn shred(path: &Path) -> Result<(), VaultError> {
    if let Some(bytes) = files::read(path)? {
        overwrite(path, bytes.len())?;
    }
    remove(path)
}

fn overwrite(path: &Path, length: usize) -> Result<(), VaultError> {
    std::fs::OpenOptions::new()
        .write(true)
        .open(path)
        .and_then(|mut file| file.write_all(&vec![0; length]).and_then(|()| file.sync_all()))
        .map_err(|error| VaultError::File { path: path.to_path_buf(), detail: error.to_string() })
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that deletes what a person kept, because they asked"
)]
fn remove(path: &Path) -> Result<(), VaultError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(VaultError::File { path: path.to_path_buf(), detail: error.to_string() })
        }
        _ => Ok(()),
    }
}
