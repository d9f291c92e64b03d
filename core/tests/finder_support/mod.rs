//! The national lines and schemes as they stand in core/national, without a store.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use chrono::NaiveDateTime;
use tsunagari_core::directory::card::Cards;
use tsunagari_core::directory::pack::toml_source;
use tsunagari_core::hours::Holidays;
use tsunagari_core::model::{AreaCode, Record};

pub fn national() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("national")
}

pub fn text(file: &str) -> String {
    fs::read_to_string(national().join(file)).unwrap()
}

/// Records of a folder of core/national.
pub fn records(folder: &str) -> Vec<Record> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(national().join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "toml"))
        .flat_map(|file| toml_source::read(&file, &fs::read_to_string(&file).unwrap()).unwrap())
        .map(|record| record.into_record())
        .collect()
}

static LINES: LazyLock<Vec<Record>> = LazyLock::new(|| records("lines"));
static SCHEMES: LazyLock<Vec<Record>> = LazyLock::new(|| records("schemes"));

pub fn lines() -> Vec<Record> {
    LINES.clone()
}

/// Lines and schemes.
pub fn everything() -> Vec<Record> {
    LINES.iter().chain(SCHEMES.iter()).cloned().collect()
}

pub fn named(id: &str) -> Record {
    everything().into_iter().find(|record| record.id == id).unwrap_or_else(|| panic!("no record {id}"))
}

pub fn cards() -> Cards {
    Cards::new(Holidays::from_toml(&text("holidays.toml")).unwrap(), "2026-11-22".parse().ok())
}

pub fn at(instant: &str) -> NaiveDateTime {
    instant.parse().unwrap()
}

pub fn area(code: &str) -> AreaCode {
    AreaCode::parse(code).unwrap()
}
