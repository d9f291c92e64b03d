//! The desk of who publishes a pack: a folder that several people can hold copies of. Every signed thing is a file of its
//! own that never changes, so that copies are joined by copying files, over a network or with a stick.
//!
//! ```text
//! desk.toml                      what is not signed: prefectures, mirrors, when a campaign ends
//! charter/000001.cbor            each version; signatures are joined
//! shards/NAME/000001/start.cbor  what a generation starts from; signatures are joined
//! shards/NAME/000001/KEY-000001.entry    an author's entries
//! shards/NAME/000001/ENTRY-KEY.word      a second key's word for an entry
//! heads/000001.head  heads/000001.lines  each edition
//! files/                         tables that travel along
//! imports/NAME.json              what a file said when it was imported last
//! keys/NAME.age                  keys that sign, under a passphrase each
//! ```

mod error;
mod folder;
mod history;
mod import;
mod keys;
mod publish;
mod roles;
mod sharing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::crdt::{Clash, Edit};
use crate::crypto::{
    About, Charter, Checkpoint, Class, Desk as DeskRole, Endorsement, Entry, Generation, Kind, Manifest, PublicKey,
    Signed, SigningKey,
};
use crate::directory::confidential::Storable;
use crate::directory::publish::{Edition, ShardState};
use crate::directory::receive::Entries;
use crate::model::{Record, Scalar};

pub use error::DeskError;
pub use history::{Changed, Told};
pub use import::{Clashing, Merge};
pub use publish::{Published, write_edition};
pub use roles::{NewDesk, Rotation};

use folder::Folder;

/// What is not signed on its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Codes of the prefectures that the pack is about.
    pub prefectures: Vec<String>,
    /// Addresses under which it is published, best first.
    pub mirrors: Vec<String>,
    /// For a campaign: the day on which it removes itself.
    pub ends: Option<String>,
    /// Days after which it is to be looked through again.
    pub review_days: Option<u32>,
}

/// The desk of a pack.
#[derive(Debug)]
pub struct Desk {
    folder: Folder,
    charter: Charter,
    charters: Vec<Signed>,
    /// A version of the charter that too few have signed yet.
    pending: Option<Signed>,
    shards: BTreeMap<String, ShardState>,
    /// Starts of generations that too few have signed yet.
    unsigned: Vec<(PathBuf, Signed)>,
    editions: Vec<Edition>,
    /// What each edition named.
    manifests: Vec<Manifest>,
    settings: Settings,
}

impl Desk {
    /// Opens a desk: reads everything that was signed, and believes nothing that was not.
    ///
    /// # Errors
    /// [`DeskError`] naming the file that cannot be read.
    pub fn open(path: &Path) -> Result<Self, DeskError> {
        let folder = Folder::at(path)?;
        let settings = folder.settings()?;
        let (charter, charters, pending) = roles::charters(&folder)?;
        let mut desk = Self {
            folder,
            charter,
            charters,
            pending,
            shards: BTreeMap::new(),
            unsigned: Vec::new(),
            editions: Vec::new(),
            manifests: Vec::new(),
            settings,
        };
        desk.reread()?;
        Ok(desk)
    }

    fn reread(&mut self) -> Result<(), DeskError> {
        self.unsigned.clear();
        self.manifests = publish::manifests(&self.folder)?;
        let generations = self.read_shards()?;
        self.editions = publish::editions(&self.folder, &self.charters, &generations)?;
        Ok(())
    }

    /// Who may do what.
    #[must_use]
    pub const fn charter(&self) -> &Charter {
        &self.charter
    }

    /// All versions of the charter that are in force or were.
    #[must_use]
    pub fn charters(&self) -> &[Signed] {
        &self.charters
    }

    /// The edition that was published last.
    #[must_use]
    pub fn published(&self) -> Option<&Edition> {
        self.editions.last()
    }

    /// Records as editors see them, published or not, by id, each with its shard.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn records(&self) -> Result<BTreeMap<String, (String, Record)>, DeskError> {
        let mut records = BTreeMap::new();
        for (shard, state) in &self.shards {
            let document = state.document(self.role(shard)?).map_err(|why| DeskError::shard(shard, why))?;
            for record in document.records() {
                records.insert(record.id.clone(), (shard.clone(), record));
            }
        }
        Ok(records)
    }

    /// Fields that two editors wrote at the same time, with both values, by shard.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn clashes(&self) -> Result<Vec<(String, Clash)>, DeskError> {
        let mut clashes = Vec::new();
        for (shard, state) in &self.shards {
            let document = state.document(self.role(shard)?).map_err(|why| DeskError::shard(shard, why))?;
            clashes.extend(document.clashes().into_iter().map(|clash| (shard.clone(), clash)));
        }
        Ok(clashes)
    }

    /// Changes one record by hand: fields to set, and with an empty value to take away. Whether anything was other.
    ///
    /// # Errors
    /// [`DeskError::NoRecord`], or what the shard has against it.
    pub fn edit(&mut self, key: &SigningKey, id: &str, fields: &[(String, Scalar)]) -> Result<bool, DeskError> {
        let (shard, record) = self.records()?.remove(id).ok_or_else(|| DeskError::NoRecord(id.to_owned()))?;
        let mut wanted = record;
        for (field, value) in fields {
            wanted.set(field.clone(), value.clone());
        }
        wanted.check()?;
        Storable::written(wanted).map_err(|error| DeskError::Record { id: id.to_owned(), why: error.to_string() })?;
        let edits = fields.iter().map(|(field, value)| Edit::Set {
            id: id.to_owned(),
            key: field.clone(),
            value: value.clone(),
        });
        self.write(&shard, key, &edits.collect::<Vec<_>>())
    }

    /// Adds a record to a desk, where there is room.
    ///
    /// # Errors
    /// As [`Desk::edit`].
    pub fn add(&mut self, key: &SigningKey, desk: &str, record: Record) -> Result<(), DeskError> {
        self.add_all(&[key], desk, vec![record])
    }

    /// Takes a record out.
    ///
    /// # Errors
    /// As [`Desk::edit`].
    pub fn remove(&mut self, key: &SigningKey, id: &str) -> Result<bool, DeskError> {
        let (shard, _) = self.records()?.remove(id).ok_or_else(|| DeskError::NoRecord(id.to_owned()))?;
        self.write(&shard, key, &[Edit::Remove { id: id.to_owned() }])
    }

    /// Gives a second word for all entries of others in core shards. How many.
    ///
    /// # Errors
    /// [`DeskError::MayNot`] when the key is of no core desk.
    pub fn endorse(&mut self, key: &SigningKey) -> Result<u32, DeskError> {
        let (mut given, mut may) = (0, false);
        for (shard, state) in &mut self.shards {
            let role = self.charter.desk_of(shard).filter(|desk| desk.class == Class::Core);
            if role.is_none_or(|desk| !desk.keys.contains_key(&key.public())) {
                continue;
            }
            may = true;
            for signed in state.endorse(key).map_err(|why| DeskError::shard(shard, why))? {
                let one = Endorsement::read(&signed)?;
                self.folder.put(&folder::word(&one), &signed.encode())?;
                given += 1;
            }
        }
        if may { Ok(given) } else { Err(DeskError::MayNot(key.public().short())) }
    }

    /// Makes one entry of a shard.
    fn write(&mut self, shard: &str, key: &SigningKey, edits: &[Edit]) -> Result<bool, DeskError> {
        let role = self.role(shard)?.clone();
        if !role.keys.contains_key(&key.public()) {
            return Err(DeskError::MayNot(key.public().short()));
        }
        let state = self.shards.get_mut(shard).ok_or_else(|| DeskError::NoDesk(shard.to_owned()))?;
        let signed = state.edit(&role, key, edits).map_err(|why| DeskError::shard(shard, why))?;
        let Some(signed) = signed else { return Ok(false) };
        self.folder.put(&folder::entry(&Entry::read(&signed)?), &signed.encode())?;
        Ok(true)
    }

    fn role(&self, shard: &str) -> Result<&DeskRole, DeskError> {
        self.charter.desk_of(shard).ok_or_else(|| DeskError::NoDesk(shard.to_owned()))
    }

    /// All generations whose start enough keys signed; the latest of each shard is what editors work on.
    fn read_shards(&mut self) -> Result<BTreeMap<(String, u32), ShardState>, DeskError> {
        let mut found: BTreeMap<(String, u32), ShardState> = BTreeMap::new();
        for (path, bytes) in self.folder.all("shards", "start.cbor")? {
            let signed = Signed::decode(Kind::Checkpoint, &bytes).map_err(|error| DeskError::torn(&path, &error))?;
            let of = Checkpoint::read(&signed).map_err(|error| DeskError::torn(&path, &error))?.of;
            let Some(role) = self.charter.desk_of(&of.shard) else { continue };
            let published = self.was_published(&signed);
            if signed.signers(&role.public_keys()).len() < role.class.keys_needed() && !published {
                self.unsigned.push((path, signed));
                continue;
            }
            let state = ShardState { checkpoint: signed, entries: Entries::new(), endorsements: Vec::new() };
            found.insert((of.shard, of.number), state);
        }
        for (path, bytes) in self.folder.all("shards", ".entry")? {
            let signed = Signed::decode(Kind::Entry, &bytes).map_err(|error| DeskError::torn(&path, &error))?;
            let entry = Entry::read(&signed).map_err(|error| DeskError::torn(&path, &error))?;
            if let Some(state) = found.get_mut(&(entry.of.shard.clone(), entry.of.number)) {
                state.entries.insert((entry.author, entry.n), (entry, signed));
            }
        }
        for (path, bytes) in self.folder.all("shards", ".word")? {
            let signed = Signed::decode(Kind::Endorsement, &bytes).map_err(|error| DeskError::torn(&path, &error))?;
            let one = Endorsement::read(&signed).map_err(|error| DeskError::torn(&path, &error))?;
            if let Some(state) = found.get_mut(&(one.of.shard.clone(), one.of.number)) {
                state.endorsements.push((one, signed));
            }
        }
        // Sorted by number: a later one takes the place of an earlier one.
        self.shards = found.iter().map(|((shard, _), state)| (shard.clone(), state.clone())).collect();
        Ok(found)
    }

    /// Whether an edition rests on a start: those who signed it then may have left since.
    fn was_published(&self, start: &Signed) -> bool {
        let hash = start.hash();
        self.manifests.iter().any(|manifest| manifest.lines.values().any(|line| line.checkpoint == hash))
    }

    /// The start of the next generation of a shard, signed by the keys at hand.
    fn start_anew(&mut self, shard: &str, records: &[Storable], keys: &[&SigningKey]) -> Result<bool, DeskError> {
        let role = self.role(shard)?.clone();
        let number = match self.shards.get(shard) {
            Some(state) => state.checkpoint()?.of.number.checked_add(1).ok_or(DeskError::NoNumber)?,
            None => 1,
        };
        let of = Generation { pack: self.charter.pack.clone(), shard: shard.to_owned(), number };
        let may: Vec<&SigningKey> = keys.iter().copied().filter(|key| role.keys.contains_key(&key.public())).collect();
        if may.is_empty() {
            return Err(DeskError::MayNot(keys.first().map_or_else(String::new, |key| key.public().short())));
        }
        let state = ShardState::start(of.clone(), records, &may).map_err(|why| DeskError::shard(shard, why))?;
        // Read as phones will: what they refuse is not written.
        state.records(&role, &BTreeMap::new()).map_err(|why| DeskError::shard(shard, why))?;
        let path = folder::start(&of);
        self.folder.put(&path, &state.checkpoint.encode())?;
        let enough = may.len() >= role.class.keys_needed();
        if enough {
            self.shards.insert(shard.to_owned(), state);
        } else {
            self.unsigned.push((path, state.checkpoint));
        }
        Ok(enough)
    }

    fn about(&self) -> Result<About, DeskError> {
        let ends = match &self.settings.ends {
            None => None,
            Some(day) => Some(folder::midnight(day).ok_or_else(|| DeskError::Day(day.clone()))?),
        };
        Ok(About {
            ends,
            prefectures: self.settings.prefectures.clone(),
            mirrors: self.settings.mirrors.clone(),
            ..About::default()
        })
    }
}

/// A role with those who have left since: what they signed was true when it was published.
fn with_who_left(role: &DeskRole, state: &ShardState) -> DeskRole {
    let mut wide = role.clone();
    let authors = state.entries.keys().map(|(author, _)| *author);
    for key in authors.chain(state.checkpoint.claimed()).chain(state.endorsements.iter().map(|(one, _)| one.by)) {
        wide.keys.entry(key).or_default();
    }
    wide
}

/// Entries of an edition: those that its manifest names.
fn shown(manifest: &Manifest, shard: &str, key: &(PublicKey, u32)) -> bool {
    let line = manifest.lines.get(shard);
    line.is_some_and(|line| line.last.get(&key.0).is_some_and(|last| key.1 <= *last))
}
