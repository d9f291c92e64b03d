//! The schema grows by an ordered list; the version of a file is how many of them it has had.

use rusqlite::{Connection, TransactionBehavior};

use super::StoreError;
use super::connect::Place;

/// One kind of database: how its files are marked, and the list that its schema grew by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schema {
    application_id: i64,
    /// Never edited once released: a change is a new entry.
    migrations: &'static [&'static str],
}

impl Schema {
    /// Version of a database that has had every migration.
    pub(super) const fn version(self) -> usize {
        self.migrations.len()
    }
}

/// directory.db, marked `TSUN`.
pub(super) const DIRECTORY: Schema = Schema {
    application_id: 0x5453_554e,
    migrations: &[
        include_str!("../../migrations/0001_directory.sql"),
        include_str!("../../migrations/0002_signed.sql"),
    ],
};

/// private.db, marked `TSPR`.
pub(super) const PRIVATE: Schema =
    Schema { application_id: 0x5453_5052, migrations: &[include_str!("../../migrations/private/0001_kept.sql")] };

/// duty.db, marked `TSDT`.
pub(super) const DUTY: Schema =
    Schema { application_id: 0x5453_4454, migrations: &[include_str!("../../migrations/duty/0001_duty.sql")] };

/// Version of a directory database that has had every migration.
pub const SCHEMA_VERSION: usize = DIRECTORY.version();

/// Brings a database up to date. Nothing is written before it is known to be ours and not newer than this program.
pub(super) fn migrate(connection: &mut Connection, place: &Place, schema: Schema) -> Result<(), StoreError> {
    migrate_to(connection, place, schema, schema.version())
}

/// The same up to a version, which is the latest but for rows of an old backup.
pub(super) fn migrate_to(
    connection: &mut Connection,
    place: &Place,
    schema: Schema,
    known: usize,
) -> Result<(), StoreError> {
    let pragma = |connection: &Connection, name: &str| -> Result<i64, StoreError> {
        connection.pragma_query_value(None, name, |row| row.get(0)).map_err(|error| place.error(error))
    };
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|error| place.error(error))?;
    let application = pragma(connection, "application_id")?;
    if application != schema.application_id && (tables > 0 || application != 0) {
        return Err(StoreError::NotOurs { path: place.path().to_path_buf() });
    }
    let found = usize::try_from(pragma(connection, "user_version")?).unwrap_or(usize::MAX);
    if found > known {
        return Err(StoreError::NeedsNewerVersion { found, known });
    }
    place.make_durable(connection)?;
    if found < known {
        apply(connection, schema, known).map_err(|error| place.error(error))?;
    }
    Ok(())
}

/// All that is missing, in one transaction. Two programs that start at once do it once: the version is read again
/// under the lock.
fn apply(connection: &mut Connection, schema: Schema, known: usize) -> rusqlite::Result<()> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for sql in schema.migrations.iter().take(known).skip(usize::try_from(found).unwrap_or(usize::MAX)) {
        transaction.execute_batch(sql)?;
    }
    transaction.pragma_update(None, "application_id", schema.application_id)?;
    transaction.pragma_update(None, "user_version", i64::try_from(known).unwrap_or(i64::MAX))?;
    transaction.commit()
}
