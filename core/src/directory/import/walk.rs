//! Finds files below a path, in a fixed order, without running in circles.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::limits::MAX_DEPTH;
use super::{FileProblem, ImportError};

/// A file, or why a path below cannot be read.
#[derive(Debug)]
pub(in crate::directory) struct Found {
    pub(in crate::directory) path: PathBuf,
    /// Path below what was given, with `/`.
    pub(in crate::directory) name: String,
    pub(in crate::directory) bytes: u64,
    pub(in crate::directory) problem: Option<FileProblem>,
}

impl Found {
    /// The same file, to be read once more.
    pub(in crate::directory) fn again(&self) -> Self {
        Self { path: self.path.clone(), name: self.name.clone(), bytes: self.bytes, problem: None }
    }

    /// The folder it lies in, below what was given.
    pub(super) fn folder(&self) -> &str {
        self.name.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// Whether a file holds data, by its name.
pub(super) fn is_data(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    ["csv", "tsv", "tab", "txt", "json", "jsonl", "ndjson", "xlsx", "xlsm", "xls", "toml"]
        .iter()
        .any(|extension| name.rsplit_once('.').is_some_and(|(stem, end)| end == *extension && !stem.is_empty()))
        && !["readme", "license", "licence", "commit", "notice"]
            .iter()
            .any(|word| name.rsplit('/').next().is_some_and(|file| file.starts_with(word)))
}

/// All files below a path; the path itself if it is a file.
pub(super) fn walk(path: &Path) -> Result<Vec<Found>, ImportError> {
    let not_readable =
        |error: std::io::Error| ImportError::NotReadable { path: path.to_owned(), reason: error.to_string() };
    let meta = fs::metadata(path).map_err(not_readable)?;
    if !meta.is_dir() {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let problem = (!meta.is_file()).then(|| FileProblem::NotReadable { reason: "it is not a regular file".into() });
        return Ok(vec![Found { path: path.to_owned(), name, bytes: meta.len(), problem }]);
    }
    fs::read_dir(path).map_err(not_readable)?;
    let mut found = Vec::new();
    let mut above = BTreeSet::new();
    folder(path, "", 0, &mut above, &mut found);
    Ok(found)
}

fn folder(path: &Path, prefix: &str, depth: usize, above: &mut BTreeSet<PathBuf>, found: &mut Vec<Found>) {
    let refuse = |found: &mut Vec<Found>, path: &Path, name: &str, problem: FileProblem| {
        found.push(Found { path: path.to_owned(), name: name.to_owned(), bytes: 0, problem: Some(problem) });
    };
    let here = match fs::canonicalize(path) {
        Ok(here) => here,
        Err(error) => return refuse(found, path, prefix, error.into()),
    };
    if !above.insert(here.clone()) {
        return refuse(found, path, prefix, FileProblem::SymlinkLoop);
    }
    if depth > MAX_DEPTH {
        above.remove(&here);
        return refuse(found, path, prefix, FileProblem::TooDeep { limit: MAX_DEPTH });
    }
    let mut entries: Vec<(String, PathBuf)> = match fs::read_dir(path) {
        Ok(entries) => entries
            .flatten()
            .map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path()))
            .filter(|(name, _)| !name.starts_with('.'))
            .collect(),
        Err(error) => {
            above.remove(&here);
            return refuse(found, path, prefix, error.into());
        }
    };
    // `data.xlsx` before `data (1).xlsx`: the plain name is the newest, and what comes first wins.
    entries.sort_by_cached_key(|(name, _)| (stem(name).chars().count(), name.clone()));
    entries.sort_by_cached_key(|(name, path)| (path.is_dir(), group(name)));
    for (name, path) in entries {
        let name = if prefix.is_empty() { name } else { format!("{prefix}/{name}") };
        match fs::metadata(&path) {
            Ok(meta) if meta.is_dir() => folder(&path, &name, depth + 1, above, found),
            Ok(meta) if meta.is_file() => found.push(Found { path, name, bytes: meta.len(), problem: None }),
            Ok(_) => {
                refuse(found, &path, &name, FileProblem::NotReadable { reason: "it is not a regular file".into() })
            }
            Err(error) if fs::symlink_metadata(&path).is_ok_and(|meta| meta.is_symlink()) => {
                let loops = error.kind() != std::io::ErrorKind::NotFound;
                refuse(found, &path, &name, if loops { FileProblem::SymlinkLoop } else { error.into() });
            }
            Err(error) => refuse(found, &path, &name, error.into()),
        }
    }
    above.remove(&here);
}

fn stem(name: &str) -> &str {
    name.split_once('.').map_or(name, |(stem, _)| stem)
}

/// Copies of one file (`data`, `data (1)`, `data `) belong together.
fn group(name: &str) -> String {
    stem(name).trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '(' | ')' | ' ')).to_owned()
}
