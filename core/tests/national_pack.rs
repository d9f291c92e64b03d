//! The embedded pack is what its sources make.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;

use tsunagari_core::directory::pack;

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/national");
const BUILT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/national.pack");

#[test]
fn the_embedded_pack_is_built_from_the_sources_beside_it() {
    let built = pack::build(Path::new(SOURCES)).unwrap_or_else(|error| panic!("{error}"));
    assert!(
        built == pack::NATIONAL,
        "core/national.pack is not what core/national makes; run\n  tsunagari pack build core/national --out core/national.pack"
    );
    assert!(built == pack::build(Path::new(SOURCES)).unwrap(), "building twice gives other bytes");
}

#[test]
fn the_embedded_pack_can_be_read() {
    let national = pack::national().unwrap();
    assert!(national.records.len() > 40);
    for file in [
        "municipalities.tsv",
        "needs.toml",
        "needs-model.bin",
        "danger.toml",
        "synonyms.toml",
        "holidays.toml",
        "finder.toml",
        "home.toml",
    ] {
        assert!(national.files.contains_key(file), "{file}");
    }
}

/// Where the command line is not built yet: `cargo test -p tsunagari-core --test national_pack -- --ignored`.
#[test]
#[ignore = "writes core/national.pack"]
fn rebuild() {
    std::fs::write(BUILT, pack::build(Path::new(SOURCES)).unwrap_or_else(|error| panic!("{error}"))).unwrap();
}
