//! The schemas of the encrypted stores are as documented, and a database of every version that was released still opens.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use tsunagari_core::model::{EventId, Key, Level, Mood, Rest, Silence};
use tsunagari_core::store::{DutyStore, PrivateStore};

/// Key of the frozen databases; nothing of anybody is in them.
fn key() -> Key {
    Key::take(&mut b"the key of the frozen databases.".to_vec()).unwrap()
}

fn schema_of(path: &Path) -> String {
    let connection = Connection::open(path).unwrap();
    let salt = "7473756e6167617269207365616c6564";
    connection.execute_batch(&format!("PRAGMA key = \"x'{}{salt}'\"", key().hex().as_str())).unwrap();
    let mut statement =
        connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid").unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    let made = "-- Made by `UPDATE=1 cargo test --test sealed_schema`; version";
    format!("{made} {version}.\n{};\n", tables.join(";\n"))
}

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn docs_have_the_schemas_of_fresh_databases() {
    let folder = tempfile::tempdir().unwrap();
    let (private, duty) = (folder.path().join("private.db"), folder.path().join("duty.db"));
    drop(PrivateStore::open(&private, &key()).unwrap());
    drop(DutyStore::open(&duty, &key()).unwrap());
    for (path, documented) in [(private, "../docs/schema-private.sql"), (duty, "../docs/schema-duty.sql")] {
        if std::env::var_os("UPDATE").is_some() {
            fs::write(root(documented), schema_of(&path)).unwrap();
        }
        assert_eq!(fs::read_to_string(root(documented)).unwrap(), schema_of(&path), "{documented}");
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

fn mood() -> Mood {
    Mood {
        id: EventId([1; 16]),
        at: DateTime::parse_from_rfc3339("2026-11-22T12:00:00+09:00").unwrap(),
        level: Level::new(2).unwrap(),
        labels: ["tired".to_owned()].into(),
        contexts: ["home".to_owned()].into(),
        note: "hana".to_owned(),
        logged: now(),
        amended: None,
    }
}

fn silence() -> Silence {
    Silence { rest: Rest::Open, enough: Some(now().date_naive()), ..Silence::default() }
}

/// Not a test: `cargo test --test sealed_schema freeze -- --ignored` once for each released version.
#[test]
#[ignore = "makes the frozen databases of this version"]
fn freeze() {
    fs::create_dir_all(root("tests/frozen")).unwrap();
    let (private, duty) = (root("tests/frozen/private-1.db"), root("tests/frozen/duty-1.db"));
    assert!(!private.exists() && !duty.exists(), "frozen databases are never made anew");
    PrivateStore::open(&private, &key()).unwrap().put_moods(&[mood()]).unwrap();
    DutyStore::open(&duty, &key()).unwrap().put_silence(&silence()).unwrap();
}

#[test]
fn a_database_of_every_version_still_opens_with_what_was_kept() {
    let folder = tempfile::tempdir().unwrap();
    let copy = |name: &str| {
        let to = folder.path().join(name);
        fs::copy(root("tests/frozen").join(name), &to).unwrap();
        to
    };
    let private = PrivateStore::open(copy("private-1.db"), &key()).unwrap();
    assert_eq!(private.mood(EventId([1; 16])).unwrap(), Some(mood()));
    private.check().unwrap();
    let duty = DutyStore::open(copy("duty-1.db"), &key()).unwrap();
    assert_eq!(duty.silence().unwrap(), silence());
    duty.check().unwrap();
}
