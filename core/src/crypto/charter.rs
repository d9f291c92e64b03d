//! The charter of a pack: who may sign what. Each version is signed by itself and by the one before it.

use std::collections::{BTreeMap, BTreeSet};

use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{Fields, Value, map};

use super::ed25519::PublicKey;
use super::names::{pack_id, plain_text, record_prefix, shard_name};
use super::signed::{Hash, Kind, Signed};

/// Bytes of a charter: 1,700 municipalities listed take about 130 KB.
const CHARTER_BYTES: usize = 256 * 1024;
/// Keys of one role.
const KEYS: usize = 32;
/// Desks of one pack.
const DESKS: usize = 64;

/// What the records of a shard are. Ranking reads it, never a record's own category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Crisis lines and what everybody relies on: two keys for each change.
    Core,
    /// A city's own list: one key.
    Listing,
    /// Voices from the field: no head, never a row.
    Field,
}

impl Class {
    /// Its name in bytes and in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Listing => "listing",
            Self::Field => "field",
        }
    }

    /// Distinct keys of the desk without which nothing counts.
    #[must_use]
    pub const fn keys_needed(self) -> usize {
        match self {
            Self::Core => 2,
            Self::Listing | Self::Field => 1,
        }
    }

    fn parse(code: &str) -> Option<Self> {
        [Self::Core, Self::Listing, Self::Field].into_iter().find(|class| class.code() == code)
    }
}

/// Keys, and how many distinct ones of them are needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The keys.
    pub keys: Vec<PublicKey>,
    /// How many are needed.
    pub threshold: usize,
}

impl Role {
    /// Whether enough distinct keys of this role signed a thing.
    #[must_use]
    pub fn signed(&self, thing: &Signed) -> bool {
        thing.signers(&self.keys).len() >= self.threshold
    }
}

/// Who writes the shards `<name>.<number>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Class of its shards.
    pub class: Class,
    /// What ids of its records begin with; at least the prefix of the pack.
    pub prefix: String,
    /// Who writes. For each key the organisation it speaks for.
    pub keys: BTreeMap<PublicKey, String>,
}

impl Desk {
    /// The keys alone.
    #[must_use]
    pub fn public_keys(&self) -> Vec<PublicKey> {
        self.keys.keys().copied().collect()
    }
}

/// A publisher that this pack vouches for. Only that of the national pack is listened to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Hash of the first version of its charter.
    pub root: Hash,
    /// What ids of its records begin with.
    pub prefix: String,
}

/// One version of a charter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Charter {
    /// Identifier of the pack.
    pub pack: String,
    /// 1, 2, 3 …
    pub version: u32,
    /// Hash of the version before; `None` for the first.
    pub prev: Option<Hash>,
    /// What ids of its records begin with.
    pub prefix: String,
    /// What it is called, for people.
    pub title: String,
    /// Who publishes, for people.
    pub publisher: String,
    /// Who decides about the charter.
    pub root: Role,
    /// Who says what is published now.
    pub head: Role,
    /// Who writes which shards, by the name of the desk.
    pub desks: BTreeMap<String, Desk>,
    /// Publishers it vouches for, by the id of their pack.
    pub listed: BTreeMap<String, Listed>,
    /// Where others send a note, an age recipient; empty when nowhere.
    pub drop: String,
    /// When it was made, seconds since 1970 (UTC).
    pub since: u64,
}

impl Charter {
    /// The desk that a shard belongs to: what stands before the last point of its name.
    #[must_use]
    pub fn desk_of(&self, shard: &str) -> Option<&Desk> {
        self.desks.get(shard.rsplit_once('.')?.0)
    }

    /// To be signed.
    #[must_use]
    pub fn to_signed(&self) -> Signed {
        let role = |role: &Role| {
            map([
                ("keys", keys(&role.keys)),
                ("threshold", Value::Int(i64::try_from(role.threshold).unwrap_or(i64::MAX))),
            ])
        };
        let desk = |desk: &Desk| {
            let keys = desk.keys.iter().map(|(key, org)| Value::List(vec![(&key.0).into(), org.as_str().into()]));
            map([
                ("class", desk.class.code().into()),
                ("prefix", desk.prefix.as_str().into()),
                ("keys", keys.collect()),
            ])
        };
        let listed = |one: &Listed| map([("root", (&one.root).into()), ("prefix", one.prefix.as_str().into())]);
        let body = map([
            ("pack", self.pack.as_str().into()),
            ("version", self.version.into()),
            ("prev", Value::Bytes(self.prev.map_or_else(Vec::new, Vec::from))),
            ("prefix", self.prefix.as_str().into()),
            ("title", self.title.as_str().into()),
            ("publisher", self.publisher.as_str().into()),
            ("root", role(&self.root)),
            ("head", role(&self.head)),
            ("desks", Value::Map(self.desks.iter().map(|(name, one)| (name.clone(), desk(one))).collect())),
            ("listed", Value::Map(self.listed.iter().map(|(name, one)| (name.clone(), listed(one))).collect())),
            ("drop", self.drop.as_str().into()),
            ("since", Value::Int(i64::try_from(self.since).unwrap_or(i64::MAX))),
        ]);
        Signed::unsigned(Kind::Charter, &body)
    }

    /// Reads what a charter says. Who signed it is for [`Charter::first`] and [`Charter::follow`].
    ///
    /// # Errors
    /// [`WireError`] when it is no charter, or one that contradicts itself.
    pub fn read(signed: &Signed) -> Result<Self, WireError> {
        if signed.body.len() > CHARTER_BYTES {
            let (bytes, limit) = (signed.body.len() as u64, CHARTER_BYTES as u64);
            return Err(WireError::TooLarge { what: "a charter", bytes, limit });
        }
        let mut fields = Fields::decode(&signed.body)?;
        let version = u32::try_from(fields.number("version")?).map_err(|_| WireError::Wrong("version"))?;
        let prev = fields.bytes("prev")?;
        let prev = if prev.is_empty() { None } else { Some(prev.try_into().map_err(|_| WireError::Wrong("prev"))?) };
        if version == 0 || (version == 1) != prev.is_none() {
            return Err(WireError::Wrong("version"));
        }
        let pack = pack_id(fields.text("pack")?)?;
        let prefix = record_prefix(fields.text("prefix")?)?;
        let charter = Self {
            version,
            prev,
            title: plain_text(fields.text("title")?, "title")?,
            publisher: plain_text(fields.text("publisher")?, "publisher")?,
            root: role(fields.maybe("root"), "root")?,
            head: role(fields.maybe("head"), "head")?,
            desks: desks(fields.maybe("desks"), &prefix)?,
            listed: listed(fields.maybe("listed"))?,
            drop: fields.text("drop")?,
            since: fields.number("since")?,
            pack,
            prefix,
        };
        fields.end()?;
        Ok(charter)
    }

    /// Takes the first version, whose hash is known from elsewhere: that hash is the root of all trust in the pack.
    ///
    /// # Errors
    /// [`CharterError`].
    pub fn first(signed: &Signed, root: &Hash) -> Result<Self, CharterError> {
        let charter = Self::read(signed)?;
        if charter.version != 1 || signed.hash() != *root {
            return Err(CharterError::AnotherRoot);
        }
        if charter.root.signed(signed) { Ok(charter) } else { Err(CharterError::TooFewKeys { version: 1 }) }
    }

    /// The last of versions that vouch for each other, the first one first.
    ///
    /// # Errors
    /// [`CharterError`]; [`CharterError::AnotherRoot`] when there is none.
    pub fn chain(versions: &[Signed], root: &Hash) -> Result<Self, CharterError> {
        let (first, rest) = versions.split_first().ok_or(CharterError::AnotherRoot)?;
        let (mut charter, mut hash) = (Self::first(first, root)?, *root);
        for signed in rest {
            charter = charter.follow(&hash, signed)?;
            hash = signed.hash();
        }
        Ok(charter)
    }

    /// Takes the version that follows this one: enough keys of the old root and of the new one signed it.
    ///
    /// # Errors
    /// [`CharterError`].
    pub fn follow(&self, own_hash: &Hash, signed: &Signed) -> Result<Self, CharterError> {
        let next = Self::read(signed)?;
        let version = next.version;
        let same_pack = next.pack == self.pack && next.prefix == self.prefix;
        if !same_pack || next.prev != Some(*own_hash) || self.version.checked_add(1) != Some(version) {
            return Err(CharterError::NotTheNext { known: self.version, version });
        }
        let enough = self.root.signed(signed) && next.root.signed(signed);
        if enough { Ok(next) } else { Err(CharterError::TooFewKeys { version }) }
    }
}

/// Why a charter is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CharterError {
    /// It cannot be read.
    #[error("the charter cannot be read: {0}")]
    Form(#[from] WireError),
    /// It is of another publisher than the one that is trusted.
    #[error("this charter is of another publisher than the one that is trusted")]
    AnotherRoot,
    /// Versions do not join.
    #[error("version {version} of the charter does not follow version {known}")]
    NotTheNext {
        /// The version that is trusted.
        known: u32,
        /// The version that came.
        version: u32,
    },
    /// Too few distinct keys signed it.
    #[error("too few of those who may signed version {version} of the charter")]
    TooFewKeys {
        /// The version that came.
        version: u32,
    },
}

fn keys(keys: &[PublicKey]) -> Value {
    keys.iter().map(|key| Value::from(&key.0)).collect()
}

fn public_key(value: Value) -> Option<PublicKey> {
    if let Value::Bytes(bytes) = value { PublicKey::from_slice(&bytes) } else { None }
}

fn role(value: Option<Value>, name: &'static str) -> Result<Role, WireError> {
    let wrong = || WireError::Wrong(name);
    let mut fields = Fields::of(value.ok_or(WireError::Missing(name))?)?;
    let keys: Vec<PublicKey> =
        fields.list("keys")?.into_iter().map(|key| public_key(key).ok_or_else(wrong)).collect::<Result<_, _>>()?;
    let threshold = usize::try_from(fields.number("threshold")?).map_err(|_| wrong())?;
    fields.end()?;
    // A key that stands twice would count for two people.
    let distinct: BTreeSet<&PublicKey> = keys.iter().collect();
    if distinct.len() != keys.len() || keys.len() > KEYS || threshold == 0 || threshold > keys.len() {
        return Err(wrong());
    }
    Ok(Role { keys, threshold })
}

fn desks(value: Option<Value>, pack_prefix: &str) -> Result<BTreeMap<String, Desk>, WireError> {
    let wrong = || WireError::Wrong("desks");
    let Some(Value::Map(desks)) = value else { return Err(WireError::Missing("desks")) };
    if desks.len() > DESKS {
        return Err(wrong());
    }
    let mut read = BTreeMap::new();
    for (name, value) in desks {
        let mut fields = Fields::of(value)?;
        let class = Class::parse(&fields.text("class")?).ok_or_else(wrong)?;
        let prefix = record_prefix(fields.text("prefix")?)?;
        let mut keys = BTreeMap::new();
        for pair in fields.list("keys")? {
            let Value::List(pair) = pair else { return Err(wrong()) };
            let Ok([key, Value::Text(org)]) = <[Value; 2]>::try_from(pair) else { return Err(wrong()) };
            let key = public_key(key).ok_or_else(wrong)?;
            if keys.insert(key, plain_text(org, "desks")?).is_some() {
                return Err(wrong());
            }
        }
        fields.end()?;
        if keys.len() < class.keys_needed() || keys.len() > KEYS || !prefix.starts_with(pack_prefix) {
            return Err(wrong());
        }
        read.insert(shard_name(name)?, Desk { class, prefix, keys });
    }
    Ok(read)
}

fn listed(value: Option<Value>) -> Result<BTreeMap<String, Listed>, WireError> {
    let Some(Value::Map(listed)) = value else { return Err(WireError::Missing("listed")) };
    listed
        .into_iter()
        .map(|(pack, value)| {
            let mut fields = Fields::of(value)?;
            let one = Listed { root: fields.exact("root")?, prefix: record_prefix(fields.text("prefix")?)? };
            fields.end()?;
            Ok((pack_id(pack)?, one))
        })
        .collect()
}
