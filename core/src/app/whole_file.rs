//! Writing a file that somebody asked for: whole, or the one that was there stays.

use std::fs::File;
use std::io::{Error, ErrorKind, Read as _, Write as _};
use std::path::Path;

/// How the files of a data folder begin: databases, keys, fingerprints.
const OURS: [&[u8]; 5] = [b"tsunagari sealed", b"SQLite format 3\0", b"TSKY", b"TSBX", b"TSFP"];

/// Whether something is kept in the file, which no page or backup may take the place of.
fn is_ours(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = path.metadata().is_ok_and(|there| there.is_file())
        && File::open(path).and_then(|file| file.take(16).read_to_end(&mut first)).is_ok();
    read && OURS.iter().any(|mark| first.starts_with(mark))
}

/// Writes beside the place and then takes it, so that a full disk leaves an older file as it was. What is no ordinary
/// file (a pipe, a device) is written as it is. Where tsunagari keeps something, nothing is written over it.
///
/// # Errors
/// What the system says.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if is_ours(path) {
        return Err(Error::new(ErrorKind::AlreadyExists, "it is a file in which tsunagari keeps something"));
    }
    if path.metadata().is_ok_and(|there| !there.is_file()) {
        return std::fs::write(path, bytes);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = tempfile::Builder::new();
    // As any new file: what the umask of the person leaves.
    #[cfg(unix)]
    beside.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = beside.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|failed| failed.error)?;
    Ok(())
}
