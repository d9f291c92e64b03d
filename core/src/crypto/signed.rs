//! What is signed: a kind, a body in canonical CBOR, and signatures of distinct keys over both.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{self, Value};

use super::ed25519::{PublicKey, SIGNATURE_BYTES, SigningKey};

/// A SHA-256.
pub type Hash = [u8; 32];

/// Signatures that one thing can carry: more are refused.
const MAX_SIGNATURES: usize = 16;

/// What kind of thing is signed. What was signed as one kind is never taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Who may sign what.
    Charter,
    /// Where a generation of a shard starts from.
    Checkpoint,
    /// One change of a shard.
    Entry,
    /// A second key's word for an entry.
    Endorsement,
    /// What is published now.
    Head,
    /// A voice from the field about a record.
    Note,
}

impl Kind {
    const ALL: [Self; 6] = [Self::Charter, Self::Checkpoint, Self::Entry, Self::Endorsement, Self::Head, Self::Note];

    /// Its name in the signed bytes, with its version.
    #[must_use]
    pub const fn domain(self) -> &'static str {
        match self {
            Self::Charter => "tsunagari/charter/1",
            Self::Checkpoint => "tsunagari/checkpoint/1",
            Self::Entry => "tsunagari/entry/1",
            Self::Endorsement => "tsunagari/endorsement/1",
            Self::Head => "tsunagari/head/1",
            Self::Note => "tsunagari/note/1",
        }
    }
}

/// A body with its signatures. Reading one says nothing about who signed: [`Signed::signers`] does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// What it is.
    pub kind: Kind,
    /// Its body, canonical CBOR.
    pub body: Vec<u8>,
    signatures: BTreeMap<PublicKey, [u8; SIGNATURE_BYTES]>,
}

impl Signed {
    /// A body that nobody has signed yet.
    #[must_use]
    pub fn unsigned(kind: Kind, body: &Value) -> Self {
        Self { kind, body: cbor::encode(body), signatures: BTreeMap::new() }
    }

    /// The same with the signature of one more key.
    #[must_use]
    pub fn sign(mut self, key: &SigningKey) -> Self {
        self.signatures.insert(key.public(), key.sign(&message(self.kind, &self.body)));
        self
    }

    /// Adds the signatures of another copy of the same body.
    pub fn join(&mut self, other: &Self) {
        if (self.kind, &self.body) == (other.kind, &other.body) {
            self.signatures.extend(other.signatures.iter().map(|(key, signature)| (*key, *signature)));
        }
    }

    /// SHA-256 of kind and body. Signatures are no part of it.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Sha256::digest(message(self.kind, &self.body)).into()
    }

    /// Those of `keys` that signed it, each checked, each once.
    #[must_use]
    pub fn signers(&self, keys: &[PublicKey]) -> Vec<PublicKey> {
        let message = message(self.kind, &self.body);
        let wanted = self.signatures.iter().filter(|(key, _)| keys.contains(key));
        wanted.filter(|(key, signature)| key.verifies(&message, signature)).map(|(key, _)| *key).collect()
    }

    /// Keys whose signatures it carries, right or wrong.
    pub fn claimed(&self) -> impl Iterator<Item = PublicKey> + '_ {
        self.signatures.keys().copied()
    }

    /// Its bytes: `[domain, body, [[key, signature]…]]`, keys in order, each once.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let signatures = self
            .signatures
            .iter()
            .map(|(key, signature)| Value::List(vec![Value::Bytes(key.0.to_vec()), Value::Bytes(signature.to_vec())]));
        let parts =
            vec![Value::Text(self.kind.domain().to_owned()), Value::Bytes(self.body.clone()), signatures.collect()];
        cbor::encode(&Value::List(parts))
    }

    /// Reads one of a kind.
    ///
    /// # Errors
    /// [`WireError`] when it is no such thing, a key stands twice or out of order, or there are too many signatures.
    pub fn decode(kind: Kind, bytes: &[u8]) -> Result<Self, WireError> {
        let Value::List(parts) = cbor::decode(bytes)? else { return Err(WireError::Wrong("signed")) };
        let Ok([Value::Text(domain), Value::Bytes(body), Value::List(list)]) = <[Value; 3]>::try_from(parts) else {
            return Err(WireError::Wrong("signed"));
        };
        if domain != kind.domain() {
            let other = Kind::ALL.into_iter().any(|kind| kind.domain() == domain);
            return Err(if other { WireError::Wrong("kind") } else { WireError::Unknown(domain) });
        }
        if list.len() > MAX_SIGNATURES {
            return Err(WireError::Wrong("signatures"));
        }
        let mut signatures = BTreeMap::new();
        for item in list {
            let (key, signature) = signature(item).ok_or(WireError::Wrong("signatures"))?;
            if signatures.last_key_value().is_some_and(|(last, _)| *last >= key) {
                return Err(WireError::NotCanonical);
            }
            signatures.insert(key, signature);
        }
        Ok(Self { kind, body, signatures })
    }
}

fn signature(item: Value) -> Option<(PublicKey, [u8; SIGNATURE_BYTES])> {
    let Value::List(pair) = item else { return None };
    let Ok([Value::Bytes(key), Value::Bytes(signature)]) = <[Value; 2]>::try_from(pair) else { return None };
    Some((PublicKey::from_slice(&key)?, signature.try_into().ok()?))
}

fn message(kind: Kind, body: &[u8]) -> Vec<u8> {
    [kind.domain().as_bytes(), &[0], body].concat()
}
