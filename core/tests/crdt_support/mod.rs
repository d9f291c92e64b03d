//! A small shard, three editors, and numbers that follow from a seed.
#![allow(dead_code, unreachable_pub, missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use sha2::{Digest as _, Sha256};
use tsunagari_core::crdt::{Author, Document, Edit, RawChange, Shard};
use tsunagari_core::model::{Record, Scalar};

pub const HANA: Author = [0x11; 32];
pub const REN: Author = [0x22; 32];
pub const AOI: Author = [0x33; 32];

pub fn shard() -> Shard {
    Shard { name: "jp.37/listing".into(), generation: 3, prefix: "jp.37.".into() }
}

pub fn record(id: &str, fields: &[(&str, &str)]) -> Record {
    let mut record = Record::new(id);
    for (key, value) in fields {
        record.set(*key, *value);
    }
    record
}

/// Two places in 高松.
pub fn places() -> Vec<Record> {
    let mut hidamari =
        record("jp.37.hidamari", &[("name", "ひだまり"), ("kind", "place"), ("ch/a/number", "087-000-0001")]);
    hidamari.set("lat_e6", 34_340_000).set("topic/lonely", true);
    vec![hidamari, record("jp.37.annex", &[("name", "ひだまり分室"), ("ch/a/number", "087-000-0002")])]
}

pub fn document() -> Document {
    Document::from_checkpoint(&shard(), &places()).unwrap()
}

pub fn set(id: &str, key: &str, value: impl Into<Scalar>) -> Edit {
    Edit::Set { id: id.into(), key: key.into(), value: value.into() }
}

pub fn unset(id: &str, key: &str) -> Edit {
    Edit::Unset { id: id.into(), key: key.into() }
}

pub fn remove(id: &str) -> Edit {
    Edit::Remove { id: id.into() }
}

pub fn add(record: Record) -> Edit {
    Edit::Add { record }
}

/// Does edits that change something.
pub fn edit(document: &mut Document, author: &Author, edits: &[Edit]) -> RawChange {
    document.edit(author, edits).unwrap().expect("a change")
}

/// Takes changes that are all good.
pub fn give(document: &mut Document, changes: &[&RawChange]) {
    let batch: Vec<_> = changes.iter().map(|change| change.as_foreign()).collect();
    for answer in document.apply(&batch) {
        answer.unwrap();
    }
}

pub fn hex(bytes: impl AsRef<[u8]>) -> String {
    bytes.as_ref().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn sha256(bytes: impl AsRef<[u8]>) -> String {
    hex(Sha256::digest(bytes))
}

/// A chunk of a kind around a body, with its length and the right check sum.
pub fn chunk(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut tail = vec![kind];
    tail.extend(leb(body.len() as u64));
    tail.extend(body);
    let sum = Sha256::digest(&tail);
    [&[0x85, 0x6f, 0x4a, 0x83][..], &sum[..4], &tail].concat()
}

/// What stands in a chunk behind its length.
pub fn body(chunk: &[u8]) -> &[u8] {
    let end = 9 + chunk[9..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    &chunk[end..]
}

pub fn leb(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap();
        number >>= 7;
        bytes.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return bytes;
        }
    }
}

/// Numbers that follow from a seed (SplitMix64, Steele and others 2014).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.any() % u64::try_from(end).unwrap()).unwrap()
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}
