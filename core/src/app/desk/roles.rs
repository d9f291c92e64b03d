//! Who may do what: the first charter, and how it changes hands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::folder::{Folder, numbered};
use super::{Desk, DeskError, Settings};
use crate::crypto::{Charter, Checkpoint, Class, Desk as DeskRole, Kind, PublicKey, Role, Signed, SigningKey};

/// What a new desk is.
#[derive(Debug, Clone)]
pub struct NewDesk {
    /// Id of the pack.
    pub pack: String,
    /// What ids of its records begin with.
    pub prefix: String,
    /// What it is called.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Who decides about the charter, and how many of them it takes.
    pub root: Vec<PublicKey>,
    /// How many.
    pub threshold: usize,
    /// Who may say what is published.
    pub head: Vec<PublicKey>,
    /// Desks by name: class and who writes, each with the organisation they speak for.
    pub desks: BTreeMap<String, (Class, BTreeMap<PublicKey, String>)>,
    /// What is not signed.
    pub settings: Settings,
    /// Now, seconds since 1970 (UTC).
    pub now: u64,
}

/// What a new version of the charter changes.
#[derive(Debug, Clone, Default)]
pub struct Rotation {
    /// Takes a key out of every role: it is lost, was stolen, or its holder has left.
    pub without: Vec<PublicKey>,
    /// Adds a key to the root.
    pub root: Vec<PublicKey>,
    /// Adds a key that may publish.
    pub head: Vec<PublicKey>,
    /// Adds a key to a desk, with the organisation it speaks for.
    pub desk: Vec<(String, PublicKey, String)>,
    /// How many keys of the root are needed from now on.
    pub threshold: Option<usize>,
}

impl Desk {
    /// Makes a desk.
    ///
    /// # Errors
    /// [`DeskError::IsADesk`], or what the charter would contradict itself in.
    pub fn make(folder: &Path, new: &NewDesk, keys: &[SigningKey]) -> Result<Self, DeskError> {
        let desks = new.desks.iter().map(|(name, (class, keys))| {
            (name.clone(), DeskRole { class: *class, prefix: new.prefix.clone(), keys: keys.clone() })
        });
        let charter = Charter {
            pack: new.pack.clone(),
            version: 1,
            prev: None,
            prefix: new.prefix.clone(),
            title: new.title.clone(),
            publisher: new.publisher.clone(),
            root: Role { keys: new.root.clone(), threshold: new.threshold },
            head: Role { keys: new.head.clone(), threshold: 1 },
            desks: desks.collect(),
            listed: BTreeMap::new(),
            drop: String::new(),
            since: new.now,
        };
        let signed = keys.iter().fold(charter.to_signed(), Signed::sign);
        let charter = Charter::first(&signed, &signed.hash())?;
        let made = Folder::make(folder, &new.settings)?;
        made.put(&numbered("charter", 1, "cbor"), &signed.encode())?;
        Ok(Self {
            folder: made,
            charter,
            charters: vec![signed],
            pending: None,
            shards: BTreeMap::new(),
            unsigned: Vec::new(),
            editions: Vec::new(),
            manifests: Vec::new(),
            settings: new.settings.clone(),
        })
    }

    /// Makes the next version of the charter and signs it with the keys at hand; others may have to sign, too
    /// ([`Desk::sign`]). Shards that a key without a role had a hand in start anew, so that nothing rests on it.
    ///
    /// # Errors
    /// [`DeskError::Charter`] when the charter would contradict itself.
    pub fn rotate(&mut self, change: &Rotation, keys: &[SigningKey], now: u64) -> Result<bool, DeskError> {
        let mut next = self.charter.clone();
        next.version = next.version.checked_add(1).ok_or(DeskError::NoNumber)?;
        next.prev = self.charters.last().map(Signed::hash);
        next.since = now;
        let without: BTreeSet<&PublicKey> = change.without.iter().collect();
        next.root.keys.retain(|key| !without.contains(key));
        next.root.keys.extend(&change.root);
        next.head.keys.retain(|key| !without.contains(key));
        next.head.keys.extend(&change.head);
        next.root.threshold = change.threshold.unwrap_or(next.root.threshold);
        for desk in next.desks.values_mut() {
            desk.keys.retain(|key, _| !without.contains(key));
        }
        for (name, key, org) in &change.desk {
            let desk = next.desks.get_mut(name).ok_or_else(|| DeskError::NoDesk(name.clone()))?;
            desk.keys.insert(*key, org.clone());
        }
        if let Some((name, _)) = next.desks.iter().find(|(_, desk)| desk.keys.len() < desk.class.keys_needed()) {
            return Err(DeskError::TooFewWriters(name.clone()));
        }
        let signed = self.by_root(next.to_signed(), keys)?;
        self.folder.replace(&numbered("charter", next.version, "cbor"), &signed.encode())?;
        self.pending = Some(signed);
        self.take_pending(keys)
    }

    /// Adds signatures to everything that waits for some: the next charter, and starts of generations. How many things
    /// are complete now.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn sign(&mut self, keys: &[SigningKey]) -> Result<u32, DeskError> {
        let mut complete = 0;
        if let Some(pending) = self.pending.take() {
            let signed = self.by_root(pending, keys)?;
            let version = Charter::read(&signed)?.version;
            self.folder.replace(&numbered("charter", version, "cbor"), &signed.encode())?;
            self.pending = Some(signed);
            complete += u32::from(self.take_pending(keys)?);
        }
        let waited = self.unsigned.len();
        for (path, signed) in std::mem::take(&mut self.unsigned) {
            let of = Checkpoint::read(&signed)?.of;
            let may = |key: &&SigningKey| {
                self.charter.desk_of(&of.shard).is_some_and(|role| role.keys.contains_key(&key.public()))
            };
            let signed = keys.iter().filter(may).fold(signed, Signed::sign);
            self.folder.replace(&path, &signed.encode())?;
        }
        self.reread()?;
        let done = waited.saturating_sub(self.unsigned.len());
        complete += u32::try_from(done).unwrap_or(u32::MAX);
        Ok(complete)
    }

    /// A charter with the signatures of those at hand who decide about it, before or after.
    fn by_root(&self, signed: Signed, keys: &[SigningKey]) -> Result<Signed, DeskError> {
        let next = Charter::read(&signed)?;
        let may = |key: &&SigningKey| {
            let key = key.public();
            self.charter.root.keys.contains(&key) || next.root.keys.contains(&key)
        };
        Ok(keys.iter().filter(may).fold(signed, Signed::sign))
    }

    /// Puts the next charter in force when enough keys signed it.
    fn take_pending(&mut self, keys: &[SigningKey]) -> Result<bool, DeskError> {
        let Some(signed) = &self.pending else { return Ok(false) };
        let hash = self.charters.last().map(Signed::hash).unwrap_or_default();
        let Ok(next) = self.charter.follow(&hash, signed) else { return Ok(false) };
        self.charters.push(signed.clone());
        self.charter = next;
        self.pending = None;
        self.let_nothing_rest_on_others(keys)?;
        Ok(true)
    }

    /// Starts shards anew that rest on keys which have no role any more.
    fn let_nothing_rest_on_others(&mut self, keys: &[SigningKey]) -> Result<(), DeskError> {
        let keys: Vec<&SigningKey> = keys.iter().collect();
        for shard in self.shards.keys().cloned().collect::<Vec<_>>() {
            let Some(role) = self.charter.desk_of(&shard).cloned() else { continue };
            let Some(state) = self.shards.get(&shard) else { continue };
            let few = state.checkpoint.signers(&role.public_keys()).len() < role.class.keys_needed();
            let strange = state.entries.keys().any(|(author, _)| !role.keys.contains_key(author));
            if few || strange {
                let records = self.published_records(&shard)?;
                if keys.iter().any(|key| role.keys.contains_key(&key.public())) {
                    self.start_anew(&shard, &records, &keys)?;
                }
            }
        }
        Ok(())
    }
}

/// All versions that are in force or were, and one that waits for signatures.
pub(super) fn charters(folder: &Folder) -> Result<(Charter, Vec<Signed>, Option<Signed>), DeskError> {
    let mut charters: Vec<Signed> = Vec::new();
    let mut charter: Option<Charter> = None;
    for (path, bytes) in folder.all("charter", ".cbor")? {
        let signed = Signed::decode(Kind::Charter, &bytes).map_err(|error| DeskError::torn(&path, &error))?;
        let next = match &charter {
            None => Charter::first(&signed, &signed.hash())?,
            Some(last) => {
                let hash = charters.last().map(Signed::hash).unwrap_or_default();
                match last.follow(&hash, &signed) {
                    Ok(next) => next,
                    Err(crate::crypto::CharterError::TooFewKeys { .. }) => {
                        return Ok((last.clone(), charters, Some(signed)));
                    }
                    Err(error) => return Err(error.into()),
                }
            }
        };
        charter = Some(next);
        charters.push(signed);
    }
    let charter = charter.ok_or_else(|| DeskError::NotADesk(folder.path().to_owned()))?;
    Ok((charter, charters, None))
}
