//! Small files beside the databases: whole or not there, for the owner only.

use std::fs::{self, File};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::VaultError;

/// None of these files is longer.
const LONGEST: u64 = 64 * 1024;

/// Where the fingerprint of a database lies.
pub(super) fn fingerprint(database: &Path) -> PathBuf {
    database.with_extension("fingerprint")
}

/// The bytes of a file; `None` when it is not there.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, VaultError> {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|file| file.take(LONGEST).read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(wrong(path, &error)),
    }
}

/// Writes under another name, to the disk, then in its place: a crash leaves the old file or the new one.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), VaultError> {
    let written = beside(path, bytes).and_then(|file| file.persist(path).map_err(|failed| failed.error));
    written.and_then(|_| name_on_disk(path)).map_err(|error| wrong(path, &error))
}

/// The same where none may be there; `false` when one is.
pub(super) fn write_first(path: &Path, bytes: &[u8]) -> Result<bool, VaultError> {
    let written = beside(path, bytes).and_then(|file| file.persist_noclobber(path).map_err(|failed| failed.error));
    match written.and_then(|_| name_on_disk(path)) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(wrong(path, &error)),
        Ok(()) => Ok(true),
    }
}

/// Holds a file against other programs until it is dropped.
pub(super) fn lock(path: &Path) -> Result<File, VaultError> {
    File::open(path).and_then(|file| file.lock().map(|()| file)).map_err(|error| wrong(path, &error))
}

/// A file in the same folder, on the disk. Such files are for the owner only by themselves.
fn beside(path: &Path, bytes: &[u8]) -> std::io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// The name itself must reach the disk, too. Windows has no such call and does not need one.
fn name_on_disk(path: &Path) -> std::io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

fn wrong(path: &Path, error: &std::io::Error) -> VaultError {
    VaultError::File { path: path.to_path_buf(), detail: error.to_string() }
}
