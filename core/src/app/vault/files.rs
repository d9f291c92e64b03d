//! Small files beside the databases: whole or not there, for the owner only.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};

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
    let new = path.with_extension("new");
    let folder = path.parent().unwrap_or(Path::new("."));
    (|| {
        fs::create_dir_all(folder)?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&new, path)?;
        // The name itself must reach the disk, too. Windows has no such call and does not need one.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    })()
    .map_err(|error| wrong(path, &error))
}

fn wrong(path: &Path, error: &std::io::Error) -> VaultError {
    VaultError::File { path: path.to_path_buf(), detail: error.to_string() }
}
