//! What the import tests share.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs
)]

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use tsunagari_core::directory::import::{
    Gathered, ImportError, ImportReport, Municipalities, Municipality, Options, Sink, Unwatched, import,
};

/// The folder of real data beside the repository, or a printed reason and nothing.
pub fn data() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/jp");
    if root.is_dir() {
        return Some(root);
    }
    println!("skipped: {} is not here", root.display());
    None
}

pub fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

/// The municipality table beside the repository, or the two cities the tests of our own need.
pub fn municipalities() -> Municipalities {
    let own = || {
        [
            ("372013", "香川県", "高松市", "Takamatsu Shi"),
            ("222127", "静岡県", "焼津市", "Yaizu Shi"),
            ("172065", "石川県", "加賀市", "Kaga Shi"),
        ]
        .map(|(code, prefecture, name, romaji)| Municipality {
            code: code.into(),
            prefecture: prefecture.into(),
            name: name.into(),
            romaji: romaji.into(),
        })
        .to_vec()
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/jp/codes/municipalities_normalised.csv");
    let rows = match std::fs::read_to_string(path) {
        Err(_) => own(),
        Ok(text) => text
            .lines()
            .skip(1)
            .map(|line| line.split(',').collect::<Vec<_>>())
            .filter(|cells| cells.len() > 6 && cells[1] != "pref")
            .map(|cells| Municipality {
                code: cells[0].into(),
                prefecture: cells[2].into(),
                name: cells[4].into(),
                romaji: cells[6].into(),
            })
            .collect(),
    };
    Municipalities::new(rows)
}

pub fn import_into(path: &Path, table: &Municipalities, sink: &mut dyn Sink) -> Result<ImportReport, ImportError> {
    let options = Options { municipalities: table.clone(), today: Some("2026-11-22".into()), ..Options::default() };
    import(path, &options, sink, &mut Unwatched, &AtomicBool::new(false))
}

/// Imports made-up bytes under a name (which may have a folder) in a folder of its own.
pub fn import_bytes(name: &str, bytes: &[u8]) -> (Result<ImportReport, ImportError>, Gathered) {
    import_with(name, bytes, &Options { municipalities: municipalities(), ..Options::default() })
}

pub fn import_with(name: &str, bytes: &[u8], options: &Options) -> (Result<ImportReport, ImportError>, Gathered) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    let mut sink = Gathered::default();
    let report = import(&path, options, &mut sink, &mut Unwatched, &AtomicBool::new(false));
    (report, sink)
}
