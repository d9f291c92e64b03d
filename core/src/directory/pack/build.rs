//! Makes a pack from a folder of TOML. The same folder gives the same bytes.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::format::{self, Pack, PackError};
use super::rules::{self, Broken, Surroundings};
use super::toml_source::{self, Problem, SourceError};
use crate::directory::confidential::Storable;
use crate::hours::Holidays;

/// Names the records, the files that are carried, and those that stay behind.
const LIST: &str = "pack.toml";
const NEEDS: &str = "needs.toml";
const HOLIDAYS: &str = "holidays.toml";

/// Why a pack was not built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// A file or folder cannot be read.
    #[error("{}: {error}", file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        error: std::io::Error,
    },
    /// `pack.toml`, `needs.toml` or `holidays.toml` cannot be understood.
    #[error("{}: {message}", file.display())]
    List {
        /// The file.
        file: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// A file that pack.toml does not name.
    #[error("{}: pack.toml names this file neither under records, nor files, nor left_out", .0.display())]
    NotMentioned(PathBuf),
    /// A record cannot be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// Records break rules; all of them are listed.
    #[error("{} rule(s) broken:\n{}", .0.len(), lines(.0))]
    Rules(Vec<Broken>),
    /// The pack cannot be written.
    #[error(transparent)]
    Pack(#[from] PackError),
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    title: String,
    publisher: String,
    built: String,
    /// Files and folders of `[[record]]` tables.
    records: Vec<String>,
    /// Files and folders that travel in the pack as they are.
    files: Vec<String>,
    /// Files and folders that are there for editors only.
    left_out: Vec<String>,
}

/// Builds the pack of a folder that has a `pack.toml`.
///
/// # Errors
/// [`BuildError`] naming the file, and for records the record and the key.
pub fn build(dir: &Path) -> Result<Vec<u8>, BuildError> {
    let list: List = parsed(&dir.join(LIST))?;
    let around = Surroundings { needs: needs(dir)?, holidays: holidays(dir)? };
    let mut pack = Pack { title: list.title, publisher: list.publisher, built: list.built, seq: 1, ..Pack::default() };
    let mut broken = Vec::new();
    let mut ids = BTreeSet::new();
    for name in names(dir)? {
        let file = dir.join(&name);
        if covers(&list.records, &name) {
            let records = toml_source::read(&name, &text(&file)?)?;
            take(&mut pack, &mut ids, &name, records)?;
        } else if covers(&list.files, &name) {
            pack.files.insert(name, std::fs::read(&file).map_err(|error| BuildError::File { file, error })?);
        } else if name != LIST && !covers(&list.left_out, &name) {
            return Err(BuildError::NotMentioned(file));
        }
    }
    for record in &pack.records {
        broken.extend(rules::check(record, &around));
    }
    if broken.is_empty() { Ok(format::write(&pack)?) } else { Err(BuildError::Rules(broken)) }
}

fn take(pack: &mut Pack, ids: &mut BTreeSet<String>, file: &str, records: Vec<Storable>) -> Result<(), SourceError> {
    for record in records {
        if !ids.insert(record.id.clone()) {
            let (file, record) = (PathBuf::from(file), Some(record.id.clone()));
            return Err(SourceError { file, record, key: None, problem: Problem::IdTwice });
        }
        pack.records.push(record);
    }
    pack.records.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(())
}

/// The ids of needs.toml.
fn needs(dir: &Path) -> Result<BTreeSet<String>, BuildError> {
    #[derive(serde::Deserialize)]
    struct Needs {
        need: Vec<Need>,
    }
    #[derive(serde::Deserialize)]
    struct Need {
        id: String,
    }
    let needs: Needs = parsed(&dir.join(NEEDS))?;
    Ok(needs.need.into_iter().map(|need| need.id).collect())
}

fn holidays(dir: &Path) -> Result<Holidays, BuildError> {
    let file = dir.join(HOLIDAYS);
    Holidays::from_toml(&text(&file)?).map_err(|error| BuildError::List { file, message: error.to_string() })
}

/// All files under a folder by their name from there, with `/`, sorted. Hidden files are no part of it.
fn names(dir: &Path) -> Result<Vec<String>, BuildError> {
    let mut found = BTreeSet::new();
    let mut open = vec![(dir.to_owned(), String::new())];
    while let Some((folder, prefix)) = open.pop() {
        let failed = |error| BuildError::File { file: folder.clone(), error };
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.file_type().map_err(failed)?.is_dir() {
                open.push((entry.path(), format!("{name}/")));
            } else {
                found.insert(name);
            }
        }
    }
    Ok(found.into_iter().collect())
}

fn covers(list: &[String], name: &str) -> bool {
    list.iter()
        .any(|entry| name.strip_prefix(entry.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

fn text(file: &Path) -> Result<String, BuildError> {
    std::fs::read_to_string(file).map_err(|error| BuildError::File { file: file.to_owned(), error })
}

fn parsed<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T, BuildError> {
    toml::from_str(&text(file)?).map_err(|error| BuildError::List { file: file.to_owned(), message: error.to_string() })
}

fn lines(broken: &[Broken]) -> String {
    broken.iter().map(|one| format!("  {one}")).collect::<Vec<_>>().join("\n")
}
