//! Making editions: from what editors signed to files that phones take in. Pure functions; where a desk keeps its things
//! is `app`'s business.

mod read;
mod shard;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{self, Value};
use tsunagari_wire::file;

use super::receive::{NATIONAL_ID, PartKind, Proof, ShardRefusal, claims_nothing, file_part};
use crate::crypto::{
    About, Change, Charter, Class, CryptoError, Hash, Head, Line, Manifest, Signed, SigningKey, merkle,
};

pub use shard::ShardState;

/// Updates that the index lists.
pub const UPDATES: usize = 64;

/// Everything that is published with one head.
#[derive(Debug, Clone)]
pub struct Edition {
    /// All versions of the charter, the first one first.
    pub charters: Vec<Signed>,
    /// The head, as it was signed.
    pub head: Signed,
    /// What the head names.
    pub manifest: Manifest,
    /// What the lines of the manifest are made of.
    pub shards: BTreeMap<String, ShardState>,
    /// Tables that travel with it.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Why an edition could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PublishError {
    /// A shard is not as phones would take it.
    #[error("the shard “{shard}” cannot be published: {why}")]
    Shard {
        /// Its id.
        shard: String,
        /// What is wrong.
        why: ShardRefusal,
    },
    /// No charter, or one that cannot be read.
    #[error("the charter: {0}")]
    Form(#[from] WireError),
    /// A key cannot sign.
    #[error(transparent)]
    Key(#[from] CryptoError),
    /// The keys at hand may not publish.
    #[error("the keys at hand are not enough to publish: {have} of {need}")]
    TooFewKeys {
        /// Keys that may publish and are at hand.
        have: usize,
        /// Keys that are needed.
        need: usize,
    },
    /// Nothing is other than in the edition before.
    #[error("nothing is other than in number {0}")]
    NothingNew(u32),
    /// Numbers are used up.
    #[error("there is no number after this one")]
    NoNumber,
}

/// What an edition is made of.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    /// The charter that is in force.
    pub charter: &'a Charter,
    /// All its versions, as they were signed.
    pub charters: &'a [Signed],
    /// The edition before.
    pub before: Option<&'a Edition>,
    /// Each shard in its latest generation.
    pub shards: &'a BTreeMap<String, ShardState>,
    /// Tables that travel with it.
    pub files: &'a BTreeMap<String, Vec<u8>>,
    /// About the pack; `files` is filled in.
    pub about: About,
    /// Now, seconds since 1970 (UTC).
    pub built: u64,
    /// When it is to be looked through again, seconds since 1970 (UTC).
    pub review: u64,
}

impl Draft<'_> {
    /// Makes the edition: each shard with as many entries as may be published.
    ///
    /// # Errors
    /// [`PublishError`].
    pub fn publish(&self, keys: &[SigningKey]) -> Result<Edition, PublishError> {
        let mut about = self.about.clone();
        about.files = self
            .files
            .iter()
            .map(|(name, body)| (name.clone(), (Hash::from(Sha256::digest(body)), body.len() as u64)))
            .collect();
        let mut manifest = Manifest { about, lines: BTreeMap::new() };
        let mut shards = BTreeMap::new();
        for (id, state) in self.shards {
            let refused = |why| PublishError::Shard { shard: id.clone(), why };
            let desk = self.charter.desk_of(id).ok_or_else(|| refused(ShardRefusal::NoDesk))?;
            let (line, published) = state.publishable(id, desk).map_err(refused)?;
            if desk.class == Class::Core && self.charter.pack != NATIONAL_ID {
                // Phones take core shards of others than the nation as listings.
                for (record, _) in published.records(desk, &line.last).map_err(refused)?.records {
                    claims_nothing(&record, Class::Listing).map_err(refused)?;
                }
            }
            manifest.lines.insert(id.clone(), line);
            shards.insert(id.clone(), published);
        }
        let lost = |id: &&String| !manifest.lines.contains_key(*id) && self.charter.desk_of(id).is_some();
        if let Some(id) = self.before.and_then(|edition| edition.manifest.lines.keys().find(lost)) {
            // A shard may become empty, but phones let go of it only when the charter closes its desk.
            return Err(PublishError::Shard { shard: id.clone(), why: ShardRefusal::GoesBack });
        }
        let before = self.before.map(|edition| (Head::read(&edition.head), edition));
        let (seq, prev) = match before {
            None => (1, None),
            Some((head, edition)) => {
                let head = head?;
                if edition.manifest == manifest && head.charter == self.charter.version {
                    return Err(PublishError::NothingNew(head.seq));
                }
                (head.seq.checked_add(1).ok_or(PublishError::NoNumber)?, Some(edition.head.hash()))
            }
        };
        let head = Head {
            pack: self.charter.pack.clone(),
            seq,
            prev,
            charter: self.charter.version,
            manifest: manifest.root(),
            built: self.built,
            review: self.review,
        };
        let may: Vec<&SigningKey> = keys.iter().filter(|key| self.charter.head.keys.contains(&key.public())).collect();
        let need = self.charter.head.threshold;
        if may.len() < need {
            return Err(PublishError::TooFewKeys { have: may.len(), need });
        }
        let head = may.into_iter().take(need).fold(head.to_signed(), Signed::sign);
        let charters = self.charters.to_vec();
        Ok(Edition { charters, head, manifest, shards, files: self.files.clone() })
    }
}

/// Parts of a file, in order.
pub type FileParts = Vec<(u8, Vec<u8>)>;

impl Edition {
    /// For whoever has nothing of it yet.
    #[must_use]
    pub fn whole(&self) -> FileParts {
        let mut parts: FileParts = self.charters.iter().map(|one| part(PartKind::Charter, one)).collect();
        parts.push(part(PartKind::Head, &self.head));
        parts.push((PartKind::Lines.number(), Change::whole(&self.manifest).encode()));
        for state in self.shards.values() {
            state.add_parts(&mut parts, None);
        }
        parts.extend(self.files.iter().map(|(name, body)| file_part(name, body)));
        parts
    }

    /// For whoever has an earlier edition, or a later one that is earlier than this.
    ///
    /// # Errors
    /// [`WireError`] when the head of `old` cannot be read.
    pub fn since(&self, old: &Self) -> Result<FileParts, WireError> {
        let since = Head::read(&old.head)?.seq;
        let mut parts: FileParts =
            self.charters.iter().skip(old.charters.len()).map(|one| part(PartKind::Charter, one)).collect();
        parts.push(part(PartKind::Head, &self.head));
        parts.push((PartKind::Lines.number(), Change::between(since, &old.manifest, &self.manifest).encode()));
        for (id, state) in &self.shards {
            if old.manifest.lines.get(id) != self.manifest.lines.get(id) {
                state.add_parts(&mut parts, old.shards.get(id));
            }
        }
        let other = self.files.iter().filter(|(name, body)| old.files.get(*name) != Some(body));
        parts.extend(other.map(|(name, body)| file_part(name, body)));
        Ok(parts)
    }

    /// One record with what proves that it was published.
    #[must_use]
    pub fn proof(&self, charter: &Charter, record: &str) -> Option<Proof> {
        let of = |line: &Line| -> Option<Proof> {
            let desk = charter.desk_of(&line.shard)?;
            let folded = self.shards.get(&line.shard)?.records(desk, &line.last).ok()?;
            let index = folded.records.iter().position(|(one, _)| one.id == record)?;
            let path = merkle::proof(&folded.bytes(), index)?;
            Some(Proof {
                record: folded.records.get(index)?.1.clone(),
                in_shard: (index as u64, folded.records.len() as u64, path),
                line: line.clone(),
                in_manifest: self.manifest.proof(&line.shard)?,
                head: self.head.clone(),
                charters: self.charters.clone(),
            })
        };
        self.manifest.lines.values().find_map(of)
    }
}

/// Which files there are, for who fetches them: content addresses and sizes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    /// The whole edition.
    pub whole: Named,
    /// Updates, each to this number from the one before, oldest first; at most [`UPDATES`].
    pub updates: Vec<(u32, Named)>,
}

/// A file by its content.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// The first 16 bytes of its SHA-256. It only finds the file: what is inside is verified by signatures.
    pub name: Vec<u8>,
    /// Its size in bytes.
    pub bytes: u64,
}

impl Named {
    /// Names bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let hash = Sha256::digest(bytes);
        Self { name: hash.iter().take(16).copied().collect(), bytes: bytes.len() as u64 }
    }

    /// As the name of a file.
    #[must_use]
    pub fn file_name(&self) -> String {
        let name: String = self.name.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{name}.tsuna")
    }

    fn value(&self) -> Value {
        Value::List(vec![Value::Bytes(self.name.clone()), Value::Int(i64::try_from(self.bytes).unwrap_or(i64::MAX))])
    }

    fn read(value: Value) -> Result<Self, WireError> {
        let wrong = || WireError::Wrong("index");
        let Value::List(pair) = value else { return Err(wrong()) };
        let Ok([Value::Bytes(name), Value::Int(bytes)]) = <[Value; 2]>::try_from(pair) else { return Err(wrong()) };
        if name.len() != 16 {
            return Err(wrong());
        }
        Ok(Self { name, bytes: u64::try_from(bytes).map_err(|_| wrong())? })
    }
}

impl Index {
    /// Its bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let updates = self.updates.iter().map(|(seq, named)| Value::List(vec![(*seq).into(), named.value()])).collect();
        cbor::encode(&cbor::map([("whole", self.whole.value()), ("updates", updates)]))
    }

    /// Reads its bytes.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = cbor::Fields::decode(bytes)?;
        let whole = Named::read(fields.maybe("whole").ok_or(WireError::Missing("whole"))?)?;
        let mut updates = Vec::new();
        for update in fields.list("updates")? {
            let wrong = || WireError::Wrong("updates");
            let Value::List(pair) = update else { return Err(wrong()) };
            let Ok([Value::Int(seq), named]) = <[Value; 2]>::try_from(pair) else { return Err(wrong()) };
            updates.push((u32::try_from(seq).map_err(|_| wrong())?, Named::read(named)?));
        }
        fields.end()?;
        if updates.len() > UPDATES {
            return Err(WireError::Wrong("updates"));
        }
        Ok(Self { whole, updates })
    }
}

/// A file that is not packed.
///
/// # Errors
/// [`WireError::TooLarge`].
pub fn plain(parts: &FileParts) -> Result<Vec<u8>, WireError> {
    file::plain(parts.iter().map(|(kind, bytes)| (*kind, bytes.as_slice())))
}

fn part(kind: PartKind, signed: &Signed) -> (u8, Vec<u8>) {
    (kind.number(), signed.encode())
}
