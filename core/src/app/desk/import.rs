//! The nightly import of what a city publishes anyway: the smallest changes, and nothing that was written by hand is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use super::{Desk, DeskError};
use crate::app::App;
use crate::crdt::Edit;
use crate::crypto::SigningKey;
use crate::directory::answer::OWN_IMPORT;
use crate::directory::import::Watcher;
use crate::model::{Record, Scalar};

/// Fields that say how the importer came by a record, not what it is.
const OF_IMPORT: [&str; 2] = ["id_rule", "source_row"];
/// Hexadecimal digits of an imported id that a published one keeps.
const ID_DIGITS: usize = 16;

/// What an import would do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merge {
    /// Records that are new.
    pub added: Vec<Record>,
    /// Fields that are other: record, key, value (none: it is taken away).
    pub set: Vec<(String, String, Option<Scalar>)>,
    /// Records that are no longer in the file and nobody touched by hand.
    pub removed: Vec<String>,
    /// Fields that were written by hand and are other in the file now; the hand is kept.
    pub clashing: Vec<Clashing>,
    /// Records that are no longer in the file, but were touched by hand; they are kept.
    pub kept: Vec<String>,
    /// What the file says now, for the next time.
    said: BTreeMap<String, Record>,
}

/// A field that says one thing by hand and another in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clashing {
    /// The record.
    pub id: String,
    /// The field.
    pub key: String,
    /// As it was written by hand.
    pub by_hand: Option<Scalar>,
    /// As the file has it now.
    pub in_file: Option<Scalar>,
}

impl Merge {
    /// Whether nothing would change.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.set.is_empty() && self.removed.is_empty()
    }
}

impl Desk {
    /// Reads a file or folder as phones read open data, and says what would change. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Import`] when it cannot be read.
    pub fn try_import(
        &self,
        app: &App,
        name: &str,
        path: &Path,
        watcher: &mut dyn Watcher,
        cancel: &AtomicBool,
    ) -> Result<Merge, DeskError> {
        if !super::keys::is_name(name) {
            return Err(DeskError::Name(name.to_owned()));
        }
        let failed = |error| DeskError::Import(Box::new(error));
        app.import(path, false, watcher, cancel).map_err(failed)?;
        let sets = app.doctor().map_err(failed)?.packs.into_iter().filter(|pack| pack.id.starts_with(OWN_IMPORT));
        let mut said = BTreeMap::new();
        for set in sets {
            for mut record in app.records(Some(&set.id)).map_err(failed)? {
                record.id = self.published_id(&record.id);
                record.fields.retain(|key, _| !OF_IMPORT.contains(&key.as_str()));
                said.insert(record.id.clone(), record);
            }
        }
        let before = self.said(name)?;
        let now = self.records()?.into_iter().map(|(id, (_, record))| (id, record)).collect();
        Ok(merge(&before, said, &now))
    }

    /// Does what [`Desk::try_import`] said it would: one entry for each shard that is touched.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn import(&mut self, keys: &[&SigningKey], name: &str, desk: &str, merge: &Merge) -> Result<(), DeskError> {
        let key = keys.first().ok_or_else(|| DeskError::MayNot(String::new()))?;
        let shards = self.records()?;
        let mut edits: BTreeMap<String, Vec<Edit>> = BTreeMap::new();
        let mut of = |id: &str, edit: Edit| {
            if let Some((shard, _)) = shards.get(id) {
                edits.entry(shard.clone()).or_default().push(edit);
            }
        };
        for (id, field, value) in &merge.set {
            let (id, key) = (id.clone(), field.clone());
            let edit = match value.clone() {
                Some(value) => Edit::Set { id: id.clone(), key, value },
                None => Edit::Unset { id: id.clone(), key },
            };
            of(&id, edit);
        }
        for id in &merge.removed {
            of(id, Edit::Remove { id: id.clone() });
        }
        for (shard, edits) in edits {
            // Far below the most that one change may write, whatever a record has.
            for edits in edits.chunks(200) {
                self.write(&shard, key, edits)?;
            }
        }
        self.add_all(keys, desk, merge.added.clone())?;
        let said = serde_json::to_vec(&merge.said).map_err(|error| DeskError::write(&said_at(name), &error))?;
        self.folder.replace(&said_at(name), &said)
    }

    fn said(&self, name: &str) -> Result<BTreeMap<String, Record>, DeskError> {
        let path = said_at(name);
        let Some(bytes) = self.folder.get(&path)? else { return Ok(BTreeMap::new()) };
        serde_json::from_slice(&bytes).map_err(|error| DeskError::torn(&path, &error))
    }

    /// The same imported entry always gets the same id, in few signs.
    fn published_id(&self, imported: &str) -> String {
        let digits: String = imported.chars().filter(char::is_ascii_alphanumeric).take(ID_DIGITS).collect();
        format!("{}{}", self.charter.prefix, digits.to_ascii_lowercase())
    }
}

fn said_at(name: &str) -> PathBuf {
    PathBuf::from("imports").join(format!("{name}.json"))
}

/// What a file says now against what it said before and what the desk has: only what is other in the file is taken over,
/// and not over a hand.
fn merge(before: &BTreeMap<String, Record>, said: BTreeMap<String, Record>, now: &BTreeMap<String, Record>) -> Merge {
    let mut merge = Merge::default();
    for (id, new) in &said {
        let Some(here) = now.get(id) else {
            // Taken out by hand since the last time: it stays out until the file says something else of it.
            if before.get(id) != Some(new) {
                merge.added.push(new.clone());
            }
            continue;
        };
        let empty = Record::default();
        let old = before.get(id).unwrap_or(&empty);
        let keys: BTreeSet<&String> = old.fields.keys().chain(new.fields.keys()).collect();
        for key in keys {
            let (was, is, has) = (old.fields.get(key), new.fields.get(key), here.fields.get(key));
            if was == is || has == is {
                continue;
            }
            if has == was {
                merge.set.push((id.clone(), key.clone(), is.cloned()));
            } else {
                let (by_hand, in_file) = (has.cloned(), is.cloned());
                merge.clashing.push(Clashing { id: id.clone(), key: key.clone(), by_hand, in_file });
            }
        }
    }
    for (id, old) in before.iter().filter(|(id, _)| !said.contains_key(*id)) {
        match now.get(id) {
            Some(here) if here == old => merge.removed.push(id.clone()),
            Some(_) => merge.kept.push(id.clone()),
            None => {}
        }
    }
    merge.said = said;
    merge
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(all: &[(&str, &[(&str, &str)])]) -> BTreeMap<String, Record> {
        let record = |(id, fields): &(&str, &[(&str, &str)])| {
            let mut record = Record::new(*id);
            for (key, value) in *fields {
                record.set(*key, *value);
            }
            ((*id).to_owned(), record)
        };
        all.iter().map(record).collect()
    }

    #[test]
    fn only_what_is_other_in_the_file_is_taken_over_and_never_over_a_hand() {
        let before =
            records(&[("a", &[("name", "家"), ("tel", "1")]), ("b", &[("name", "店")]), ("c", &[("name", "館")])]);
        let now =
            records(&[("a", &[("name", "家"), ("tel", "9")]), ("b", &[("name", "店")]), ("c", &[("name", "館！")])]);
        let said = records(&[("a", &[("name", "いえ"), ("tel", "2")]), ("d", &[("name", "会")])]);
        let merge = merge(&before, said, &now);
        assert_eq!(merge.added.len(), 1);
        assert_eq!(merge.set, [("a".to_owned(), "name".to_owned(), Some(Scalar::Text("いえ".to_owned())))]);
        assert_eq!(merge.clashing.len(), 1);
        assert_eq!((merge.removed, merge.kept), (vec!["b".to_owned()], vec!["c".to_owned()]));
    }

    #[test]
    fn the_same_file_again_changes_nothing_whatever_was_done_by_hand() {
        let file = records(&[("a", &[("name", "家"), ("tel", "1")]), ("b", &[("name", "店")])]);
        let now = records(&[("a", &[("name", "わたしたちの家"), ("note", "x")])]);
        let merge = merge(&file, file.clone(), &now);
        assert!(merge.is_empty() && merge.clashing.is_empty(), "{merge:?}");
    }
}
