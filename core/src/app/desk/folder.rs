//! Where the things of a desk lie. A file that is there is never changed, only joined with further signatures.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::{DeskError, Settings};
use crate::app::write_whole;
use crate::crypto::{Endorsement, Entry, Generation, Hash, PublicKey};

const SETTINGS: &str = "desk.toml";

/// The folder of a desk.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn at(path: &Path) -> Result<Self, DeskError> {
        if path.join(SETTINGS).is_file() {
            Ok(Self(path.to_owned()))
        } else {
            Err(DeskError::NotADesk(path.to_owned()))
        }
    }

    pub(super) fn make(path: &Path, settings: &Settings) -> Result<Self, DeskError> {
        if path.join(SETTINGS).exists() {
            return Err(DeskError::IsADesk(path.to_owned()));
        }
        let folder = Self(path.to_owned());
        folder.put_settings(settings)?;
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    pub(super) fn settings(&self) -> Result<Settings, DeskError> {
        let path = self.0.join(SETTINGS);
        let text = std::fs::read_to_string(&path).map_err(|error| DeskError::file(&path, &error))?;
        toml::from_str(&text).map_err(|error| DeskError::torn(&path, &error))
    }

    fn put_settings(&self, settings: &Settings) -> Result<(), DeskError> {
        let list = |texts: &[String]| texts.iter().map(|text| format!("{text:?}")).collect::<Vec<_>>().join(", ");
        let mut text =
            format!("prefectures = [{}]\nmirrors = [{}]\n", list(&settings.prefectures), list(&settings.mirrors));
        if let Some(ends) = &settings.ends {
            text.push_str(&format!("ends = {ends:?}\n"));
        }
        if let Some(days) = settings.review_days {
            text.push_str(&format!("review_days = {days}\n"));
        }
        self.replace(Path::new(SETTINGS), text.as_bytes())
    }

    /// Writes a file that never changes: one that is there with other bytes is an error.
    pub(super) fn put(&self, name: &Path, bytes: &[u8]) -> Result<(), DeskError> {
        let path = self.0.join(name);
        match std::fs::read(&path) {
            Ok(there) if there == bytes => Ok(()),
            Ok(_) => Err(DeskError::SaysTwoThings(path)),
            Err(_) => self.replace(name, bytes),
        }
    }

    /// Writes a file whole, whatever was there.
    pub(super) fn replace(&self, name: &Path, bytes: &[u8]) -> Result<(), DeskError> {
        let path = self.0.join(name);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(|error| DeskError::write(parent, &error))?;
        }
        write_whole(&path, bytes).map_err(|error| DeskError::write(&path, &error))
    }

    /// Takes an old generation out of the folder: what was redacted is not kept here either.
    #[expect(clippy::disallowed_methods, reason = "it could be read, and an editor asked for it to be gone")]
    pub(super) fn drop_generation(&self, of: &Generation) -> Result<(), DeskError> {
        let path = self.0.join(generation(of));
        std::fs::remove_dir_all(&path).map_err(|error| DeskError::write(&path, &error))
    }

    /// A file, when it is there.
    pub(super) fn get(&self, name: &Path) -> Result<Option<Vec<u8>>, DeskError> {
        let path = self.0.join(name);
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(DeskError::file(&path, &error)),
        }
    }

    /// All files below a folder whose names end so, sorted by their path from the desk.
    pub(super) fn all(&self, below: &str, ending: &str) -> Result<Vec<(PathBuf, Vec<u8>)>, DeskError> {
        let mut found = Vec::new();
        let mut open = vec![PathBuf::from(below)];
        while let Some(name) = open.pop() {
            let folder = self.0.join(&name);
            let entries = match std::fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
                Err(error) => return Err(DeskError::file(&folder, &error)),
            };
            for entry in entries {
                let entry = entry.map_err(|error| DeskError::file(&folder, &error))?;
                let name = name.join(entry.file_name());
                let kind = entry.file_type().map_err(|error| DeskError::file(&folder, &error))?;
                if kind.is_dir() {
                    open.push(name);
                } else if entry.file_name().to_string_lossy().ends_with(ending) {
                    let path = self.0.join(&name);
                    let bytes = std::fs::read(&path).map_err(|error| DeskError::file(&path, &error))?;
                    found.push((name, bytes));
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

fn generation(of: &Generation) -> PathBuf {
    PathBuf::from("shards").join(&of.shard).join(format!("{:06}", of.number))
}

pub(super) fn start(of: &Generation) -> PathBuf {
    generation(of).join("start.cbor")
}

pub(super) fn entry(entry: &Entry) -> PathBuf {
    generation(&entry.of).join(format!("{}-{:06}.entry", key(&entry.author), entry.n))
}

pub(super) fn word(one: &Endorsement) -> PathBuf {
    generation(&one.of).join(format!("{}-{}.word", hash(&one.entry), key(&one.by)))
}

pub(super) fn numbered(folder: &str, number: u32, ending: &str) -> PathBuf {
    PathBuf::from(folder).join(format!("{number:06}.{ending}"))
}

fn key(key: &PublicKey) -> String {
    key.short()
}

fn hash(hash: &Hash) -> String {
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The beginning of a day (UTC) in seconds since 1970.
pub(super) fn midnight(day: &str) -> Option<u64> {
    let at = day.parse::<NaiveDate>().ok()?.and_hms_opt(0, 0, 0)?;
    u64::try_from(at.and_utc().timestamp()).ok()
}
