//! The manifest that a head names: one line about the pack and one for each shard. Its root is that of a Merkle tree, so
//! that an update carries only the lines that are others.

use std::collections::BTreeMap;

use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{self, Fields, Value, map};

use super::ed25519::PublicKey;
use super::merkle;
use super::names::{plain_text, shard_id};
use super::signed::Hash;

/// Shards of one pack: 200,000 records take about 2,000.
const SHARDS: usize = 8_192;
/// Files of one pack.
const FILES: usize = 64;
/// Who wrote in one generation of a shard.
const AUTHORS: usize = 32;

/// The line about the pack as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Files that belong to it (tables of the national pack), each with its SHA-256 and size.
    pub files: BTreeMap<String, (Hash, u64)>,
    /// For a campaign: when it removes itself, seconds since 1970 (UTC).
    pub ends: Option<u64>,
    /// Codes of the prefectures it is about.
    pub prefectures: Vec<String>,
    /// Where it is published, for who fetches it: addresses, best first.
    pub mirrors: Vec<String>,
    /// For the national pack: where the packs that it lists are published, and for which prefecture.
    pub packs: BTreeMap<String, Mirrored>,
}

/// Where a listed pack is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mirrored {
    /// Code of its prefecture.
    pub prefecture: String,
    /// Addresses, best first.
    pub mirrors: Vec<String>,
}

/// The line of one shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub shard: String,
    /// Its generation, from 1.
    pub generation: u32,
    /// Hash of the checkpoint that the generation starts from.
    pub checkpoint: Hash,
    /// The last entry of each author that is published.
    pub last: BTreeMap<PublicKey, u32>,
    /// Merkle root over its records in canonical form, sorted by id.
    pub root: Hash,
    /// How many records it has.
    pub records: u32,
}

/// All lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// About the pack.
    pub about: About,
    /// One for each shard, by its id.
    pub lines: BTreeMap<String, Line>,
}

impl Manifest {
    /// The bytes that the tree is made of.
    #[must_use]
    pub fn leaves(&self) -> Vec<Vec<u8>> {
        std::iter::once(self.about.encode()).chain(self.lines.values().map(Line::encode)).collect()
    }

    /// What a head names.
    #[must_use]
    pub fn root(&self) -> Hash {
        merkle::root(&self.leaves())
    }

    /// Proof that the line of a shard is in it: its place, how many leaves there are, and the hashes.
    #[must_use]
    pub fn proof(&self, shard: &str) -> Option<(u64, u64, Vec<Hash>)> {
        let index = self.lines.keys().position(|id| id == shard)? + 1;
        let leaves = self.leaves();
        Some((index as u64, leaves.len() as u64, merkle::proof(&leaves, index)?))
    }

    /// Takes the lines of an update: those that are others or new, and ids of shards that are gone.
    ///
    /// # Errors
    /// [`WireError::TooLarge`].
    pub fn change(&mut self, change: Change) -> Result<(), WireError> {
        if let Some(about) = change.about {
            self.about = about;
        }
        for shard in &change.gone {
            self.lines.remove(shard);
        }
        self.lines.extend(change.lines.into_iter().map(|line| (line.shard.clone(), line)));
        if self.lines.len() > SHARDS {
            let (bytes, limit) = (self.lines.len() as u64, SHARDS as u64);
            return Err(WireError::TooLarge { what: "the list of shards", bytes, limit });
        }
        Ok(())
    }
}

/// What is other in a manifest since some earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Heads with this number, or later ones, can be changed so; 0: any, all lines are here.
    pub since: u32,
    /// About the pack, when it is other.
    pub about: Option<About>,
    /// Lines that are other or new.
    pub lines: Vec<Line>,
    /// Ids of shards that are gone.
    pub gone: Vec<String>,
}

impl Change {
    /// What leads from one manifest to another.
    #[must_use]
    pub fn between(since: u32, old: &Manifest, new: &Manifest) -> Self {
        Self {
            since,
            about: (old.about != new.about).then(|| new.about.clone()),
            lines: new.lines.values().filter(|line| old.lines.get(&line.shard) != Some(line)).cloned().collect(),
            gone: old.lines.keys().filter(|id| !new.lines.contains_key(*id)).cloned().collect(),
        }
    }

    /// All of a manifest.
    #[must_use]
    pub fn whole(manifest: &Manifest) -> Self {
        let lines = manifest.lines.values().cloned().collect();
        Self { since: 0, about: Some(manifest.about.clone()), lines, gone: Vec::new() }
    }

    /// Its bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        cbor::encode(&map([
            ("since", self.since.into()),
            ("about", Value::List(self.about.iter().map(|about| Value::Bytes(about.encode())).collect())),
            ("lines", self.lines.iter().map(|line| Value::Bytes(line.encode())).collect()),
            ("gone", self.gone.iter().map(|id| Value::from(id.as_str())).collect()),
        ]))
    }

    /// Reads its bytes.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Fields::decode(bytes)?;
        let since = u32::try_from(fields.number("since")?).map_err(|_| WireError::Wrong("since"))?;
        let mut about = fields.list("about")?;
        let about = match (about.pop(), about.pop()) {
            (None, _) => None,
            (Some(Value::Bytes(bytes)), None) => Some(About::decode(&bytes)?),
            _ => return Err(WireError::Wrong("about")),
        };
        let lines = fields.list("lines")?.into_iter().map(|line| match line {
            Value::Bytes(bytes) => Line::decode(&bytes),
            _ => Err(WireError::Wrong("lines")),
        });
        let lines = lines.collect::<Result<Vec<_>, _>>()?;
        let gone = texts(fields.list("gone")?, "gone")?.into_iter().map(shard_id).collect::<Result<_, _>>()?;
        fields.end()?;
        Ok(Self { since, about, lines, gone })
    }
}

impl About {
    fn encode(&self) -> Vec<u8> {
        let file = |(hash, size): &(Hash, u64)| Value::List(vec![hash.into(), number(*size)]);
        let pack = |pack: &Mirrored| {
            map([("prefecture", pack.prefecture.as_str().into()), ("mirrors", text_list(&pack.mirrors))])
        };
        cbor::encode(&map([
            ("files", Value::Map(self.files.iter().map(|(name, one)| (name.clone(), file(one))).collect())),
            ("ends", Value::List(self.ends.into_iter().map(number).collect())),
            ("prefectures", text_list(&self.prefectures)),
            ("mirrors", text_list(&self.mirrors)),
            ("packs", Value::Map(self.packs.iter().map(|(id, one)| (id.clone(), pack(one))).collect())),
        ]))
    }

    fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Fields::decode(bytes)?;
        let mut about = Self::default();
        let Some(Value::Map(files)) = fields.maybe("files") else { return Err(WireError::Missing("files")) };
        if files.len() > FILES {
            return Err(WireError::Wrong("files"));
        }
        for (name, value) in files {
            let Value::List(pair) = value else { return Err(WireError::Wrong("files")) };
            let Ok([Value::Bytes(hash), Value::Int(size)]) = <[Value; 2]>::try_from(pair) else {
                return Err(WireError::Wrong("files"));
            };
            let hash = hash.try_into().map_err(|_| WireError::Wrong("files"))?;
            let size = u64::try_from(size).map_err(|_| WireError::Wrong("files"))?;
            about.files.insert(plain_text(name, "files")?, (hash, size));
        }
        about.ends = match fields.list("ends")?.as_slice() {
            [] => None,
            [Value::Int(at)] => Some(u64::try_from(*at).map_err(|_| WireError::Wrong("ends"))?),
            _ => return Err(WireError::Wrong("ends")),
        };
        about.prefectures = texts(fields.list("prefectures")?, "prefectures")?;
        about.mirrors = texts(fields.list("mirrors")?, "mirrors")?;
        let Some(Value::Map(packs)) = fields.maybe("packs") else { return Err(WireError::Missing("packs")) };
        for (id, value) in packs {
            let mut fields = Fields::of(value)?;
            let prefecture = plain_text(fields.text("prefecture")?, "packs")?;
            let mirrors = texts(fields.list("mirrors")?, "packs")?;
            fields.end()?;
            about.packs.insert(super::names::pack_id(id)?, Mirrored { prefecture, mirrors });
        }
        fields.end()?;
        Ok(about)
    }
}

impl Line {
    /// Its bytes: a leaf of the tree.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let last = self.last.iter().map(|(key, n)| Value::List(vec![(&key.0).into(), (*n).into()]));
        cbor::encode(&map([
            ("shard", self.shard.as_str().into()),
            ("gen", self.generation.into()),
            ("from", (&self.checkpoint).into()),
            ("last", last.collect()),
            ("root", (&self.root).into()),
            ("records", self.records.into()),
        ]))
    }

    /// Reads its bytes.
    ///
    /// # Errors
    /// [`WireError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Fields::decode(bytes)?;
        let small = |number: u64, key| u32::try_from(number).map_err(|_| WireError::Wrong(key));
        let mut last = BTreeMap::new();
        for pair in fields.list("last")? {
            let wrong = || WireError::Wrong("last");
            let Value::List(pair) = pair else { return Err(wrong()) };
            let Ok([Value::Bytes(key), Value::Int(n)]) = <[Value; 2]>::try_from(pair) else { return Err(wrong()) };
            let key = PublicKey::from_slice(&key).ok_or_else(wrong)?;
            let n = u32::try_from(n).ok().filter(|n| *n > 0).ok_or_else(wrong)?;
            // One order, each key once: there is one form only.
            if last.last_key_value().is_some_and(|(before, _)| *before >= key) || last.len() >= AUTHORS {
                return Err(wrong());
            }
            last.insert(key, n);
        }
        let line = Self {
            shard: shard_id(fields.text("shard")?)?,
            generation: small(fields.number("gen")?, "gen")?,
            checkpoint: fields.exact("from")?,
            last,
            root: fields.exact("root")?,
            records: small(fields.number("records")?, "records")?,
        };
        fields.end()?;
        Ok(line)
    }
}

fn number(number: u64) -> Value {
    Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
}

fn text_list(texts: &[String]) -> Value {
    texts.iter().map(|text| Value::from(text.as_str())).collect()
}

fn texts(values: Vec<Value>, key: &'static str) -> Result<Vec<String>, WireError> {
    values
        .into_iter()
        .map(|value| match value {
            Value::Text(text) => plain_text(text, key),
            _ => Err(WireError::Wrong(key)),
        })
        .collect()
}
