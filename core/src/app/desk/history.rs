//! What changed, for an editor at a city hall: entries and fields in words, not operations.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Desk, DeskError};
use crate::crypto::{Head, PublicKey, day_of};
use crate::model::Record;

/// One field that is other.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Changed {
    /// Id of the record.
    pub id: String,
    /// Its name, before or after.
    pub name: String,
    /// The field; empty when the record is new or gone as a whole.
    pub key: String,
    /// Before; none when it was not there.
    pub before: Option<String>,
    /// After; none when it is gone.
    pub after: Option<String>,
}

/// One edition.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Told {
    /// Its number.
    pub seq: u32,
    /// The day on which it was made (UTC).
    pub built: Option<NaiveDate>,
    /// Who wrote what is new in it: names of keys, or their first digits.
    pub by: Vec<String>,
    /// What is other than in the edition before.
    pub changes: Vec<Changed>,
}

impl Desk {
    /// What would be published now, against the last edition.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn diff(&self) -> Result<Vec<Changed>, DeskError> {
        let before = match self.editions.last() {
            Some(edition) => self.records_of(edition)?,
            None => BTreeMap::new(),
        };
        let now = self.records()?.into_iter().map(|(id, (_, record))| (id, record)).collect();
        Ok(changes(&before, &now))
    }

    /// All editions whose content is still here, the last one first.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn history(&self) -> Result<Vec<Told>, DeskError> {
        let names: BTreeMap<PublicKey, String> =
            Self::keys(self.folder.path())?.into_iter().map(|(name, key)| (key, name)).collect();
        let mut told = Vec::new();
        let (mut before, mut last, mut comparable) = (BTreeMap::new(), BTreeMap::new(), true);
        for edition in &self.editions {
            let head = Head::read(&edition.head)?;
            let now = self.records_of(edition)?;
            let mut by = BTreeSet::new();
            let mut wrote = BTreeMap::new();
            for (shard, line) in &edition.manifest.lines {
                for (author, n) in &line.last {
                    let key = (shard.clone(), line.generation, *author);
                    if last.get(&key).is_none_or(|before| before < n) {
                        by.insert(names.get(author).cloned().unwrap_or_else(|| author.short()));
                    }
                    wrote.insert(key, *n);
                }
            }
            let built = day_of(head.built);
            // What was redacted since is no longer here to be compared.
            let whole = edition.manifest.lines.len() == edition.shards.len();
            let changes = if whole && comparable { changes(&before, &now) } else { Vec::new() };
            told.push(Told { seq: head.seq, built, by: by.into_iter().collect(), changes });
            (before, last, comparable) = (now, wrote, whole);
        }
        told.reverse();
        Ok(told)
    }

    fn records_of(&self, edition: &crate::directory::publish::Edition) -> Result<BTreeMap<String, Record>, DeskError> {
        let mut records = BTreeMap::new();
        for (shard, state) in &edition.shards {
            let Some(line) = edition.manifest.lines.get(shard) else { continue };
            let Some(role) = self.charter.desk_of(shard) else { continue };
            let wide = super::with_who_left(role, state);
            let folded = state.records(&wide, &line.last).map_err(|why| DeskError::shard(shard, why))?;
            records.extend(folded.records.into_iter().map(|(record, _)| (record.id.clone(), record.into_record())));
        }
        Ok(records)
    }
}

fn changes(before: &BTreeMap<String, Record>, now: &BTreeMap<String, Record>) -> Vec<Changed> {
    let ids: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    let mut changes = Vec::new();
    for id in ids {
        let name = |record: &Record| record.name().to_owned();
        match (before.get(id), now.get(id)) {
            (Some(old), Some(new)) => {
                let keys: BTreeSet<&String> = old.fields.keys().chain(new.fields.keys()).collect();
                for key in keys.into_iter().filter(|key| old.fields.get(*key) != new.fields.get(*key)) {
                    let text = |record: &Record| record.fields.get(key).map(ToString::to_string);
                    let (before, after) = (text(old), text(new));
                    changes.push(Changed { id: id.clone(), name: name(new), key: key.clone(), before, after });
                }
            }
            (None, Some(new)) => {
                let after = Some(name(new));
                changes.push(Changed { id: id.clone(), name: name(new), key: String::new(), before: None, after });
            }
            (Some(old), None) => {
                let before = Some(name(old));
                changes.push(Changed { id: id.clone(), name: name(old), key: String::new(), before, after: None });
            }
            (None, None) => {}
        }
    }
    changes
}
