//! The schema grows by an ordered list; the version of a file is how many of them it has had.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;
use super::connect::Place;

/// `TSUN`: marks the file as ours.
const APPLICATION_ID: i64 = 0x5453_554e;

/// Never edited once released: a change is a new entry.
const MIGRATIONS: &[&str] = &[include_str!("../../migrations/0001_directory.sql")];

/// Version of a database that has had every migration.
pub const SCHEMA_VERSION: usize = MIGRATIONS.len();

/// Brings a database up to date. Nothing is written before it is known to be ours and not newer than this program.
pub(super) fn migrate(connection: &mut Connection, place: &Place) -> Result<(), StoreError> {
    let pragma = |connection: &Connection, name: &str| -> Result<i64, StoreError> {
        connection.pragma_query_value(None, name, |row| row.get(0)).map_err(|error| place.error(error))
    };
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|error| place.error(error))?;
    let application = pragma(connection, "application_id")?;
    if application != APPLICATION_ID && (tables > 0 || application != 0) {
        return Err(StoreError::NotOurs { path: place.path().to_path_buf() });
    }
    let found = usize::try_from(pragma(connection, "user_version")?).unwrap_or(usize::MAX);
    if found > SCHEMA_VERSION {
        return Err(StoreError::NeedsNewerVersion { found, known: SCHEMA_VERSION });
    }
    place.make_durable(connection)?;
    if found < SCHEMA_VERSION {
        apply(connection).map_err(|error| place.error(error))?;
    }
    Ok(())
}

/// All that is missing, in one transaction. Two programs that start at once do it once: the version is read again
/// under the lock.
fn apply(connection: &mut Connection) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for sql in MIGRATIONS.iter().skip(usize::try_from(found).unwrap_or(usize::MAX)) {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", i64::try_from(SCHEMA_VERSION).unwrap_or(i64::MAX))?;
    transaction.commit()
}
