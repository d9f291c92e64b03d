//! One record with the proofs that its publisher published it: what a code on paper or on a screen carries.

use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{self, Fields, Value, map};

use super::fold::fits;
use super::kind::PartKind;
use super::policy::{Policy, Trust, store_id};
use super::settle::row_of;
use super::{Failed, Outcome, Received, Refusal, ShardRefusal};
use crate::crypto::{Charter, Class, Hash, Head, Kind, Line, Signed, merkle};
use crate::directory::confidential::Storable;
use crate::directory::pack::cbor as record_cbor;
use crate::store::{Pack, Store};

/// Charters that one proof carries.
const CHARTERS: usize = 8;
/// What ids of single records begin with in the store.
pub const SINGLE: &str = "single:";

/// One record and what proves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The record, in canonical form.
    pub record: Vec<u8>,
    /// Place in its shard, how many there are, and the hashes to the root of the shard.
    pub in_shard: (u64, u64, Vec<Hash>),
    /// The line of its shard.
    pub line: Line,
    /// Place of the line in the manifest, how many leaves there are, and the hashes to its root.
    pub in_manifest: (u64, u64, Vec<Hash>),
    /// The head, as it was signed.
    pub head: Signed,
    /// Charters, the first one first; none when they are known to whoever reads it.
    pub charters: Vec<Signed>,
}

impl Proof {
    /// Reads the part of a file; `None` when it is of another kind.
    pub(super) fn of_part(kind: PartKind, bytes: &[u8]) -> Result<Option<Self>, WireError> {
        if kind == PartKind::Proof { Self::decode(bytes).map(Some) } else { Ok(None) }
    }

    /// Its bytes.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let path = |(index, count, hashes): &(u64, u64, Vec<Hash>)| {
            let number = |number: u64| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
            let hashes = hashes.iter().map(Value::from).collect();
            Value::List(vec![number(*index), number(*count), hashes])
        };
        cbor::encode(&map([
            ("record", Value::Bytes(self.record.clone())),
            ("in_shard", path(&self.in_shard)),
            ("line", Value::Bytes(self.line.encode())),
            ("in_manifest", path(&self.in_manifest)),
            ("head", Value::Bytes(self.head.encode())),
            ("charters", self.charters.iter().map(|charter| Value::Bytes(charter.encode())).collect()),
        ]))
    }

    /// Reads its bytes. Whether it proves anything is for [`Proof::check`].
    ///
    /// # Errors
    /// [`WireError`].
    pub fn decode(bytes: &[u8]) -> Result<Self, WireError> {
        let mut fields = Fields::decode(bytes)?;
        let charters = fields.list("charters")?;
        if charters.len() > CHARTERS {
            return Err(WireError::Wrong("charters"));
        }
        let charters = charters.into_iter().map(|charter| match charter {
            Value::Bytes(bytes) => Signed::decode(Kind::Charter, &bytes),
            _ => Err(WireError::Wrong("charters")),
        });
        let proof = Self {
            record: fields.bytes("record")?,
            in_shard: path(fields.list("in_shard")?)?,
            line: Line::decode(&fields.bytes("line")?)?,
            in_manifest: path(fields.list("in_manifest")?)?,
            head: Signed::decode(Kind::Head, &fields.bytes("head")?)?,
            charters: charters.collect::<Result<_, _>>()?,
        };
        fields.end()?;
        Ok(proof)
    }

    /// The record, once it is seen that the holder of a charter published it.
    ///
    /// # Errors
    /// [`Refusal`].
    pub fn check(&self, charter: &Charter) -> Result<(Head, Storable), Refusal> {
        let head = Head::read(&self.head)?;
        if head.pack != charter.pack {
            return Err(Refusal::Mixed);
        }
        if head.charter != charter.version {
            return Err(Refusal::OtherCharter { known: charter.version, stated: head.charter });
        }
        if !charter.head.signed(&self.head) {
            return Err(Refusal::NotSigned);
        }
        let (index, count, hashes) = &self.in_manifest;
        if merkle::root_from(&self.line.encode(), *index, *count, hashes) != Some(head.manifest) {
            return Err(Refusal::Mixed);
        }
        let (index, count, hashes) = &self.in_shard;
        let root = merkle::root_from(&self.record, *index, *count, hashes);
        if root != Some(self.line.root) || *count != u64::from(self.line.records) {
            return Err(Refusal::Mixed);
        }
        let refused = |why| Refusal::Shard { shard: self.line.shard.clone(), why };
        let desk = charter.desk_of(&self.line.shard).filter(|desk| desk.class != Class::Field);
        let desk = desk.ok_or_else(|| refused(ShardRefusal::NoDesk))?;
        let record = record_cbor::decode(&self.record)
            .map_err(|error| refused(ShardRefusal::Record { id: String::new(), why: error.to_string() }))?;
        fits(&record, desk).map_err(refused)?;
        Ok((head, record))
    }

    /// Checks it and keeps the record by itself. Where its pack is installed nothing has to be kept: what the pack says
    /// counts, and an older proof is refused.
    pub(super) fn keep(&self, store: &Store, policy: &Policy<'_>) -> Result<Received, Failed> {
        let (charter, trust) = self.publisher(store, policy).map_err(|why| Failed::new(why, None))?;
        // A head that its publisher did sign.
        let evidence = || charter.head.signed(&self.head).then(|| (charter.pack.clone(), self.head.encode()));
        self.keep_of(&charter, trust, store, policy).map_err(|why| Failed::new(why, evidence()))
    }

    /// Who publishes the pack that its head names, and why they are trusted.
    fn publisher(&self, store: &Store, policy: &Policy<'_>) -> Result<(Charter, Trust), Refusal> {
        let pack = Head::read(&self.head)?.pack;
        let reader = store.reader()?;
        Ok(match policy.known(&pack) {
            Some(known) => {
                let stored = reader.look().charters(&store_id(&pack, known.trust))?;
                let signed = stored.iter().map(|body| Signed::decode(Kind::Charter, body));
                let signed = signed.collect::<Result<Vec<_>, _>>()?;
                (Charter::chain(&signed, &known.root)?, known.trust)
            }
            None => {
                let first = self.charters.first().ok_or_else(|| Refusal::UnknownPublisher {
                    pack: pack.clone(),
                    title: pack.clone(),
                    publisher: String::new(),
                    root: Hash::default(),
                })?;
                let charter = Charter::chain(&self.charters, &first.hash())?;
                let trust = policy.trust(&charter, &first.hash())?;
                (charter, trust)
            }
        })
    }

    fn keep_of(
        &self,
        charter: &Charter,
        trust: Trust,
        store: &Store,
        policy: &Policy<'_>,
    ) -> Result<Received, Refusal> {
        let (head, record) = self.check(charter)?;
        let (reader, pack) = (store.reader()?, charter.pack.clone());
        if head.built > policy.latest() || head.review > policy.latest() {
            return Err(Refusal::WrongTime);
        }
        let (title, publisher) = (charter.title.clone(), charter.publisher.clone());
        let store_id = store_id(&pack, trust);
        let installed = reader.look().publisher(&store_id)?;
        let known = installed.as_ref().map_or(0, |row| row.seq);
        if head.seq < known {
            return Err(Refusal::Older { known, seq: head.seq });
        }
        if let Some(row) = installed.filter(|row| row.seq == head.seq) {
            if Signed::decode(Kind::Head, &row.head)?.hash() != self.head.hash() {
                return Err(Refusal::NumberTwice(known));
            }
            let outcome = Outcome::Same { seq: known };
            return Ok(Received { pack, store_id, title, publisher, trust, outcome });
        }
        // Only the whole shard shows who wrote it. Where two keys are needed for that, so are two for a head alone.
        let needed = charter.desk_of(&self.line.shard).map_or(1, |desk| desk.class.keys_needed());
        if self.head.signers(&charter.head.keys).len() < needed {
            return Err(Refusal::NeedsMore { known, since: head.seq });
        }
        let store_id = format!("{SINGLE}{store_id}:{}", record.id);
        let row = row_of(&self.line.shard, Class::Listing, &record)?;
        let old = reader.look().packs()?.into_iter().find(|pack| pack.id == store_id).map_or(0, |pack| pack.seq);
        if head.seq < old {
            return Err(Refusal::Older { known: old, seq: head.seq });
        }
        let about = title.clone().into_bytes();
        let set = Pack { id: store_id.clone(), class: "listing".into(), seq: head.seq, about, ..Pack::default() };
        let mut install = store.begin(&set)?;
        install.row(row)?;
        install.finish()?;
        let outcome = Outcome::Installed { seq: head.seq, records: 1 };
        Ok(Received { pack, store_id, title, publisher, trust, outcome })
    }
}

fn path(list: Vec<Value>) -> Result<(u64, u64, Vec<Hash>), WireError> {
    let wrong = || WireError::Wrong("path");
    let Ok([Value::Int(index), Value::Int(count), Value::List(hashes)]) = <[Value; 3]>::try_from(list) else {
        return Err(wrong());
    };
    let number = |number: i64| u64::try_from(number).map_err(|_| wrong());
    let hashes = hashes.into_iter().map(|hash| match hash {
        Value::Bytes(bytes) => Hash::try_from(bytes).map_err(|_| wrong()),
        _ => Err(wrong()),
    });
    Ok((number(index)?, number(count)?, hashes.collect::<Result<_, _>>()?))
}
