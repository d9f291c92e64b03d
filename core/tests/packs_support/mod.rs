//! A city hall with its keys, and phones: what the tests of packs are made of.

#![allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

pub mod liar;

use std::collections::BTreeMap;

use tsunagari_core::crdt::Edit;
use tsunagari_core::crypto::{
    About, Charter, Class, Desk, Generation, Hash, Listed, PublicKey, Role, Signed, SigningKey,
};
use tsunagari_core::directory::confidential::Storable;
use tsunagari_core::directory::publish::{Draft, Edition, FileParts, PublishError, ShardState, plain};
use tsunagari_core::directory::receive::{Known, NATIONAL_ID, Policy, Received, Refusal, Trust, receive};
use tsunagari_core::model::{Record, Scalar};
use tsunagari_core::store::Store;

/// 2026-11-23, when the program of these tests was built.
pub const BUILT: u64 = 1_795_392_000;
pub const DAY: u64 = 86_400;

pub fn key(name: &str) -> SigningKey {
    use sha2::Digest as _;
    SigningKey::from_seed(&sha2::Sha256::digest(format!("tsunagari test key {name}")).into()).unwrap()
}

pub fn record(id: &str, name: &str) -> Record {
    let mut record = Record::new(id);
    record.set("name", name).set("kind", "place").set("category", "community_center").set("address", "本町1-29");
    record.set("ch/tel/kind", "tel").set("ch/tel/dial", "0870000000").set("ch/tel/display", "087-000-0000");
    record
}

pub fn storable(record: Record) -> Storable {
    Storable::written(record).unwrap()
}

/// Who publishes a pack, with everything on the desk.
#[derive(Debug)]
pub struct City {
    pub charter: Charter,
    pub charters: Vec<Signed>,
    pub keys: BTreeMap<String, SigningKey>,
    pub shards: BTreeMap<String, ShardState>,
    pub files: BTreeMap<String, Vec<u8>>,
    pub about: About,
    pub editions: Vec<Edition>,
    pub now: u64,
}

impl City {
    /// A pack with the desks `list` (listing: hana, ren), `lines` (core: hana, ren, aoi) and `field`.
    pub fn new(pack: &str, prefix: &str) -> Self {
        let names = ["root-1", "root-2", "root-3", "head", "hana", "ren", "aoi", "walker-1", "walker-2", "walker-3"];
        let keys: BTreeMap<String, SigningKey> =
            names.iter().map(|name| ((*name).to_owned(), key(&format!("{pack} {name}")))).collect();
        let public = |name: &str| keys[name].public();
        let org = |names: &[(&str, &str)]| -> BTreeMap<PublicKey, String> {
            names.iter().map(|(name, org)| (public(name), (*org).to_owned())).collect()
        };
        let desk = |class, keys| Desk { class, prefix: prefix.to_owned(), keys };
        let desks = BTreeMap::from([
            ("list".to_owned(), desk(Class::Listing, org(&[("hana", "市役所"), ("ren", "社協")]))),
            ("lines".to_owned(), desk(Class::Core, org(&[("hana", "市役所"), ("ren", "社協"), ("aoi", "NPO")]))),
            (
                "field".to_owned(),
                desk(Class::Field, org(&[("walker-1", "NPO"), ("walker-2", "NPO"), ("walker-3", "社協")])),
            ),
        ]);
        let charter = Charter {
            pack: pack.to_owned(),
            version: 1,
            prev: None,
            prefix: prefix.to_owned(),
            title: format!("{pack} の窓口"),
            publisher: "試験の市役所".to_owned(),
            root: Role { keys: ["root-1", "root-2", "root-3"].map(public).to_vec(), threshold: 2 },
            head: Role { keys: vec![public("head")], threshold: 1 },
            desks,
            listed: BTreeMap::new(),
            drop: String::new(),
            since: BUILT,
        };
        let signed = charter.to_signed().sign(&keys["root-1"]).sign(&keys["root-2"]);
        Self {
            charter,
            charters: vec![signed],
            keys,
            shards: BTreeMap::new(),
            files: BTreeMap::new(),
            about: About::default(),
            editions: Vec::new(),
            now: BUILT,
        }
    }

    /// Takamatsu with three places, one line of its own, published once.
    pub fn takamatsu() -> Self {
        let mut city = Self::new("takamatsu", "37201.");
        let places = [("a", "あおい食堂"), ("b", "ぶんか会館"), ("c", "ことばの会")];
        city.start("list.0", &places.map(|(id, name)| record(&format!("37201.{id}"), name)), &["hana"]);
        city.start("lines.0", &[record("37201.line", "市の相談電話")], &["hana", "ren"]);
        city.publish().unwrap();
        city
    }

    pub fn root(&self) -> Hash {
        self.charters[0].hash()
    }

    pub fn listed(&self) -> Listed {
        Listed { root: self.root(), prefix: self.charter.prefix.clone() }
    }

    pub fn start(&mut self, shard: &str, records: &[Record], keys: &[&str]) {
        let number = self.shards.get(shard).map_or(1, |state| state.checkpoint().unwrap().of.number + 1);
        let of = Generation { pack: self.charter.pack.clone(), shard: shard.to_owned(), number };
        let records: Vec<Storable> = records.iter().cloned().map(storable).collect();
        let keys: Vec<&SigningKey> = keys.iter().map(|name| &self.keys[*name]).collect();
        self.shards.insert(shard.to_owned(), ShardState::start(of, &records, &keys).unwrap());
    }

    pub fn edit(&mut self, shard: &str, by: &str, edits: &[Edit]) -> Signed {
        let desk = self.charter.desk_of(shard).unwrap().clone();
        self.shards.get_mut(shard).unwrap().edit(&desk, &self.keys[by], edits).unwrap().unwrap()
    }

    pub fn endorse(&mut self, shard: &str, by: &str) {
        self.shards.get_mut(shard).unwrap().endorse(&self.keys[by]).unwrap();
    }

    pub fn publish(&mut self) -> Result<&Edition, PublishError> {
        self.now += 60;
        let draft = Draft {
            charter: &self.charter,
            charters: &self.charters,
            before: self.editions.last(),
            shards: &self.shards,
            files: &self.files,
            about: self.about.clone(),
            built: self.now,
            review: self.now + 90 * DAY,
        };
        let edition = draft.publish(std::slice::from_ref(&key(&format!("{} head", self.charter.pack))))?;
        self.editions.push(edition);
        Ok(self.editions.last().unwrap())
    }

    /// The next version of the charter, signed by the names given.
    pub fn rotate(&mut self, change: impl FnOnce(&mut Charter), by: &[&str]) {
        let mut next = self.charter.clone();
        next.version += 1;
        next.prev = Some(self.charters.last().unwrap().hash());
        change(&mut next);
        let signed = by.iter().fold(next.to_signed(), |signed, name| signed.sign(&self.keys[*name]));
        self.charter = next;
        self.charters.push(signed);
    }

    pub fn last(&self) -> &Edition {
        self.editions.last().unwrap()
    }

    pub fn whole(&self) -> Vec<u8> {
        file(&self.last().whole())
    }

    /// The update to the last edition from the one before.
    pub fn update(&self) -> Vec<u8> {
        file(&self.update_parts())
    }

    pub fn update_parts(&self) -> FileParts {
        let [.., old, new] = self.editions.as_slice() else { panic!("published once only") };
        new.since(old).unwrap()
    }
}

pub fn set(id: &str, key: &str, value: &str) -> Edit {
    Edit::Set { id: id.to_owned(), key: key.to_owned(), value: Scalar::Text(value.to_owned()) }
}

pub fn file(parts: &FileParts) -> Vec<u8> {
    plain(parts).unwrap()
}

/// A phone: a store and what it trusts.
#[derive(Debug)]
pub struct Phone {
    pub store: Store,
    pub listed: BTreeMap<String, Listed>,
    pub national: Hash,
    pub agreed: Option<Hash>,
    pub now: u64,
}

impl Phone {
    pub fn trusting(cities: &[&City]) -> Self {
        let listed = cities.iter().map(|city| (city.charter.pack.clone(), city.listed())).collect();
        let store = Store::in_memory().unwrap();
        Self { store, listed, national: Hash::default(), agreed: None, now: BUILT + DAY }
    }

    pub fn known(&self) -> BTreeMap<String, Known> {
        let reader = self.store.reader().unwrap();
        let look = reader.look();
        let mut known = BTreeMap::new();
        for pack in look.packs().unwrap() {
            let Some(row) = look.publisher(&pack.id).unwrap() else { continue };
            let id = pack.id.strip_prefix("added:").unwrap_or(&pack.id).to_owned();
            let bodies = look.charters(&pack.id).unwrap();
            let kind = tsunagari_core::crypto::Kind::Charter;
            let charter = Charter::read(&Signed::decode(kind, &bodies[0]).unwrap()).unwrap();
            let root = row.root.as_slice().try_into().unwrap();
            known.insert(id, Known { root, trust: Trust::parse(&row.trust).unwrap(), prefix: charter.prefix });
        }
        known
    }

    pub fn takes(&self, bytes: &[u8]) -> Result<Vec<Received>, Refusal> {
        self.takes_from(bytes)
    }

    pub fn takes_from(&self, source: impl std::io::Read) -> Result<Vec<Received>, Refusal> {
        let known = self.known();
        let policy = Policy {
            national: self.national,
            listed: &self.listed,
            known: &known,
            agreed: self.agreed,
            built: BUILT,
            floor: BUILT,
            now: self.now,
            received: "2026-11-24T10:00".to_owned(),
        };
        receive(&self.store, source, &policy).map_err(|refused| *refused.why)
    }

    pub fn has(&self, id: &str) -> Option<Record> {
        let reader = self.store.reader().unwrap();
        let found = reader.look().with_id(id).unwrap().into_iter().next()?;
        Some(tsunagari_core::directory::pack::cbor::decode(&found.body).unwrap().into_record())
    }

    pub fn field(&self, id: &str, field: &str) -> Option<String> {
        self.has(id)?.text(field).map(str::to_owned)
    }

    /// All rows of records as they are stored: what has to be equal on every phone.
    pub fn rows(&self) -> BTreeMap<(String, String), Vec<u8>> {
        let reader = self.store.reader().unwrap();
        let found = reader.look().records_after(i64::MIN, None, 1_000_000).unwrap();
        found.into_iter().map(|one| ((one.pack, one.id), one.body)).collect()
    }

    pub fn seq(&self, pack: &str) -> u32 {
        let reader = self.store.reader().unwrap();
        reader.look().publisher(pack).unwrap().map_or(0, |row| row.seq)
    }

    pub fn evidence(&self) -> usize {
        let reader = self.store.reader().unwrap();
        reader.look().evidence().unwrap().len()
    }
}

pub const NATIONAL: &str = NATIONAL_ID;
