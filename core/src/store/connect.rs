//! Opening connections: pragmas, and what each is for.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::StoreError;
use crate::model::Key;

/// Longest wait for another writer.
const BUSY: Duration = Duration::from_secs(10);
/// Between two tries where the database does not wait by itself.
const AGAIN: Duration = Duration::from_millis(5);
/// So many tries last as long as [`BUSY`].
const TRIES: u32 = 2_000;

/// First bytes of every encrypted file. The cipher makes nothing of them but the key of the seals, from a key that is
/// random and of this file alone.
const SALT: &[u8; 16] = b"tsunagari sealed";

/// Where a database is.
#[derive(Debug, Clone)]
pub(super) enum Place {
    File(PathBuf),
    /// Encrypted: every connection gives the raw key before anything else.
    Sealed(PathBuf, Key),
    /// Name of a database that the connections of one store share; it lives while `Arc` does not matter, one
    /// connection (the writer) keeps it.
    Memory(Arc<str>),
}

impl Place {
    pub(super) fn memory() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self::Memory(format!("file:/tsunagari-{}?vfs=memdb", NEXT.fetch_add(1, Ordering::Relaxed)).into())
    }

    pub(super) fn writer(&self) -> Result<Connection, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = self.connect(flags)?;
        (|| {
            connection.pragma_update(None, "foreign_keys", true)?;
            connection.pragma_update(None, "secure_delete", true)?;
            connection.pragma_update(None, "cache_size", -32_768)
        })()
        .map_err(|error| self.error(error))?;
        Ok(connection)
    }

    /// After the file is known to be ours: write-ahead log, and every commit reaches the disk.
    pub(super) fn make_durable(&self, connection: &Connection) -> Result<(), StoreError> {
        let wal = || connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get::<_, String>(0));
        let mut mode = wal().map_err(|error| self.error(error));
        // SQLite does not wait here by itself when several programs make a database at once.
        for _ in 0..TRIES {
            if mode != Err(StoreError::Busy) {
                break;
            }
            std::thread::sleep(AGAIN);
            mode = wal().map_err(|error| self.error(error));
        }
        mode?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(|error| self.error(error))
    }

    pub(super) fn reader(&self) -> Result<Connection, StoreError> {
        // Not SQLITE_OPEN_READ_ONLY: a reader may have to make the index of the log after a crash.
        let connection = self.connect(OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        (|| {
            connection.pragma_update(None, "query_only", true)?;
            connection.pragma_update(None, "cache_size", -8_192)
        })()
        .map_err(|error| self.error(error))?;
        Ok(connection)
    }

    fn connect(&self, flags: OpenFlags) -> Result<Connection, StoreError> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
        let connection = match self {
            Self::File(path) | Self::Sealed(path, _) => Connection::open_with_flags(path, flags),
            Self::Memory(name) => Connection::open_with_flags(&**name, flags | OpenFlags::SQLITE_OPEN_URI),
        }
        .map_err(|error| self.error(error))?;
        (|| {
            if let Self::Sealed(_, key) = self {
                // It would write to standard error what only the caller may say.
                connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
                // A raw key: no derivation, the random key is already as strong as the cipher. The salt is given, too:
                // two programs that make a database at once would each draw their own.
                let salt = u128::from_be_bytes(*SALT);
                let pragma = Zeroizing::new(format!("PRAGMA key = \"x'{}{salt:032x}'\"", key.hex().as_str()));
                connection.execute_batch(&pragma)?;
            }
            connection.busy_timeout(BUSY)?;
            // Else a question with other words is planned anew each time, for a better plan that there is not.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            connection.pragma_update(None, "temp_store", "MEMORY")
        })()
        .map_err(|error| self.error(error))?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(connection)
    }

    /// The cipher does not look at the bytes that were given to it as salt; they must be as they were, too.
    pub(super) fn check_salt(&self) -> Result<(), StoreError> {
        let Self::Sealed(path, _) = self else { return Ok(()) };
        let mut first = [0; SALT.len()];
        match File::open(path).and_then(|mut file| file.read_exact(&mut first)) {
            Ok(()) if first != *SALT => Err(self.damaged("its first bytes are others".to_owned())),
            // Not there, or of no length yet: what opens it says the rest.
            _ => Ok(()),
        }
    }

    pub(super) fn path(&self) -> &Path {
        match self {
            Self::File(path) | Self::Sealed(path, _) => path,
            Self::Memory(_) => Path::new(":memory:"),
        }
    }

    pub(super) fn error(&self, error: rusqlite::Error) -> StoreError {
        StoreError::from_sqlite(&error, self.path())
    }

    pub(super) fn damaged(&self, detail: String) -> StoreError {
        StoreError::Damaged { path: self.path().to_path_buf(), detail }
    }
}
