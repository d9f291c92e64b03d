//! The schema that is documented is the schema that is made, and what cannot be read is kept.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use tsunagari_core::store::{SCHEMA_VERSION, Store, StoreError};

fn schema_of(path: &Path) -> String {
    let connection = Connection::open(path).unwrap();
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\' ORDER BY rowid")
        .unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    format!(
        "-- Made by `UPDATE=1 cargo test --test store_schema`; version {SCHEMA_VERSION}.\n{};\n",
        tables.join(";\n")
    )
}

#[test]
fn docs_schema_is_what_a_fresh_database_has() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.db");
    drop(Store::open(&path).unwrap());
    let documented = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schema.sql");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&documented, schema_of(&path)).unwrap();
    }
    assert_eq!(fs::read_to_string(documented).unwrap(), schema_of(&path));
}

#[test]
fn every_table_is_strict_and_every_commit_is_durable() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.db");
    let store = Store::open(&path).unwrap();
    let connection = Connection::open(&path).unwrap();
    let loose: Vec<String> = connection
        .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(loose.is_empty(), "{loose:?}");
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
    store.check().unwrap();
}

#[test]
fn a_file_that_is_no_database_is_damaged_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.db");
    let bytes = "これはデータベースではありません。".repeat(400).into_bytes();
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Damaged { .. })));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_torn_file_is_damaged_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.db");
    drop(Store::open(&path).unwrap());
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..4000].fill(0xA5);
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Damaged { .. })));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_newer_database_asks_for_a_newer_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.db");
    drop(Store::open(&path).unwrap());
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert_eq!(Store::open(&path).unwrap_err(), StoreError::NeedsNewerVersion { found: 99, known: SCHEMA_VERSION });
}

#[test]
fn a_database_of_another_program_is_not_touched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("photos.db");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE photos (id INTEGER)").unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::NotOurs { .. })));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_folder_that_does_not_exist_is_said() {
    let error = Store::open("/nonexistent/hana/directory.db").unwrap_err();
    assert!(matches!(error, StoreError::CannotOpen { .. }), "{error}");
}
