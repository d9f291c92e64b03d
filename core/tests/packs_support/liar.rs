//! Somebody who lies: what they make, and what has to come of it on a phone.

use std::collections::BTreeMap;

use tsunagari_core::app::say;
use tsunagari_core::crypto::{Change, Checkpoint, Entry, Generation, Head, Kind, Line, Signed, SigningKey};
use tsunagari_core::directory::publish::{Edition, FileParts};
use tsunagari_core::directory::receive::{PartKind, Refusal};
use tsunagari_core::model::{Language, Record};
use tsunagari_core::store::{EntryRow, EvidenceRow};
use tsunagari_core::text::Texts;

use super::{City, Phone, file, key, set, storable};

/// Words of the machine room: nobody has to know them to understand what happened.
const INNER: [&str; 31] = [
    "対象者",
    "見守られる側",
    "未応答",
    "検知",
    "監視",
    "フォーク",
    "ロールバック",
    "隔離",
    "シャード",
    "ハッシュ",
    "マニフェスト",
    "チェックポイント",
    "チャーター",
    "エントリ",
    "署名",
    "不正",
    "エラー",
    "攻撃",
    "fork",
    "rollback",
    "quorum",
    "quarantine",
    "shard",
    "hash",
    "manifest",
    "checkpoint",
    "charter",
    "merkle",
    "signature",
    "invalid",
    "error",
];

/// Everything of packs that a phone has and shows, or that decides what it takes next.
#[derive(Debug, PartialEq, Eq)]
pub struct State {
    rows: BTreeMap<(String, String), Vec<u8>>,
    packs: Vec<(String, u32, u32, Vec<u8>)>,
    charters: Vec<Vec<u8>>,
    shards: Vec<(String, Vec<u8>, Vec<u8>)>,
    entries: Vec<EntryRow>,
}

pub fn state(phone: &Phone) -> State {
    let reader = phone.store.reader().unwrap();
    let look = reader.look();
    let (mut packs, mut charters, mut shards, mut entries) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for pack in look.packs().unwrap() {
        let head = look.publisher(&pack.id).unwrap().map_or_else(Vec::new, |row| row.head);
        charters.extend(look.charters(&pack.id).unwrap());
        for shard in look.shards(&pack.id).unwrap() {
            entries.extend(look.shard_entries(&pack.id, &shard.id).unwrap());
            shards.push((shard.id, shard.line, shard.checkpoint));
        }
        packs.push((pack.id, pack.seq, pack.records, head));
    }
    State { rows: phone.rows(), packs, charters, shards, entries }
}

/// What a phone keeps of a lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// Its publisher signed nothing of it.
    Nothing,
    /// The head that its publisher did sign, to be shown.
    Evidence,
}

/// A lie: the phone is as it was, says why in words, and keeps what its publisher signed.
#[track_caller]
pub fn refuses(phone: &Phone, bytes: &[u8], kept: Kept) -> Refusal {
    let (before, evidence) = (state(phone), phone.evidence());
    let refusal = phone.takes(bytes).expect_err("a lie was taken in");
    assert_eq!(state(phone), before, "after “{refusal}”");
    says(&refusal);
    let reader = phone.store.reader().unwrap();
    let rows = reader.look().evidence().unwrap();
    match kept {
        Kept::Nothing => assert_eq!(rows.len(), evidence, "nobody signed that"),
        Kept::Evidence => {
            // The same head with the same reason is kept once.
            let head = Edition::head_of(bytes).ok();
            let is_it =
                |row: &&EvidenceRow| row.reason == refusal.code() && head.as_ref().is_none_or(|it| *it == row.body);
            let row = rows.iter().find(is_it).expect("evidence");
            assert!(Head::read(&Signed::decode(Kind::Head, &row.body).unwrap()).is_ok());
            assert!((evidence..=evidence + 1).contains(&rows.len()));
        }
    }
    refusal
}

/// A sentence in each language, without words that only its makers know, and no English in Japanese.
#[track_caller]
pub fn says(refusal: &Refusal) {
    for language in Language::ALL {
        let said = say::refusal(refusal, &Texts::new(language));
        assert!(said.chars().count() > 10, "{language}: {said}");
        let inner = INNER.iter().find(|word| said.to_lowercase().contains(*word));
        assert_eq!(inner, None, "{language}: {said}");
        let names = said.replace("tsunagari", "").replace("club", "");
        let english = names.split(|c: char| !c.is_ascii_alphabetic()).any(|word| word.len() > 2);
        assert!(english == (language == Language::English), "{language}: {said}");
    }
}

/// Takamatsu, a phone with its first edition, and an update that nobody has tampered with yet.
#[derive(Debug)]
pub struct Scene {
    pub city: City,
    pub phone: Phone,
}

impl Scene {
    pub fn new() -> Self {
        let city = City::takamatsu();
        let phone = Phone::trusting(&[&city]);
        phone.takes(&city.whole()).unwrap();
        Self { city, phone }
    }

    /// With a second edition, in which a place has another number.
    pub fn with_update() -> Self {
        let mut scene = Self::new();
        scene.city.edit("list.0", "hana", &[set("37201.a", "ch/tel/dial", "0871112222")]);
        scene.city.publish().unwrap();
        scene
    }

    /// A lie that this phone refuses.
    #[track_caller]
    pub fn refuses(&self, parts: &FileParts, kept: Kept) -> Refusal {
        refuses(&self.phone, &file(parts), kept)
    }

    /// What somebody publishes who stole the key of the head: whatever they like, as the next number.
    pub fn stolen(&self, change: impl FnOnce(&mut Edition)) -> FileParts {
        let old = &self.city.editions[0];
        let mut edition = self.city.last().clone();
        change(&mut edition);
        let seq = Head::read(&old.head).unwrap().seq + 1;
        edition.head = self.head(&edition, |head| {
            head.seq = seq;
            head.prev = Some(old.head.hash());
        });
        edition.since(old).unwrap()
    }

    /// The last head with something else in it, signed as heads are.
    pub fn head(&self, edition: &Edition, change: impl FnOnce(&mut Head)) -> Signed {
        let mut head = Head::read(&edition.head).unwrap();
        head.manifest = edition.manifest.root();
        change(&mut head);
        head.to_signed().sign(&self.key("head"))
    }

    pub fn key(&self, name: &str) -> SigningKey {
        key(&format!("{} {name}", self.city.charter.pack))
    }

    /// The last update with another head.
    pub fn with_head(&self, head: &Signed) -> FileParts {
        with_head(self.city.update_parts(), head)
    }

    /// The generation of a shard after the one that is published, from records, signed by names.
    pub fn restarted(&self, shard: &str, records: &[Record], by: &[&str]) -> Signed {
        let now = self.city.last().manifest.lines[shard].generation;
        let of = Generation { pack: self.city.charter.pack.clone(), shard: shard.to_owned(), number: now + 1 };
        checkpoint(of, records, &by.iter().map(|name| self.key(name)).collect::<Vec<_>>())
    }
}

pub fn checkpoint(of: Generation, records: &[Record], keys: &[SigningKey]) -> Signed {
    let encode = |record: &Record| tsunagari_core::directory::pack::cbor::encode(&storable(record.clone())).unwrap();
    let records = records.iter().map(encode).collect();
    keys.iter().fold(Checkpoint { of, records }.to_signed(), |signed, key| signed.sign(key))
}

/// Puts a generation into an edition as if it had been published.
pub fn put_checkpoint(edition: &mut Edition, shard: &str, signed: &Signed) {
    let read = Checkpoint::read(signed).unwrap();
    let line = Line {
        shard: shard.to_owned(),
        generation: read.of.number,
        checkpoint: signed.hash(),
        last: BTreeMap::new(),
        root: tsunagari_core::crypto::merkle::root(&read.records),
        records: u32::try_from(read.records.len()).unwrap(),
    };
    edition.manifest.lines.insert(shard.to_owned(), line);
    let state = edition.shards.get_mut(shard).unwrap();
    state.checkpoint = signed.clone();
    state.entries.clear();
    state.endorsements.clear();
}

/// Puts an entry into an edition as if it had been published.
pub fn put_entry(edition: &mut Edition, shard: &str, entry: Entry, key: &SigningKey) {
    edition.manifest.lines.get_mut(shard).unwrap().last.insert(key.public(), entry.n);
    let signed = entry.sign(key);
    edition.shards.get_mut(shard).unwrap().entries.insert((key.public(), entry.n), (entry, signed));
}

pub fn with_head(mut parts: FileParts, head: &Signed) -> FileParts {
    replace(&mut parts, PartKind::Head, |_| head.encode());
    parts
}

pub fn with_lines(mut parts: FileParts, change: impl Fn(&mut Change)) -> FileParts {
    replace(&mut parts, PartKind::Lines, |bytes| {
        let mut lines = Change::decode(bytes).unwrap();
        change(&mut lines);
        lines.encode()
    });
    parts
}

pub fn without(parts: FileParts, kind: PartKind) -> FileParts {
    parts.into_iter().filter(|(number, _)| *number != kind.number()).collect()
}

fn replace(parts: &mut FileParts, kind: PartKind, with: impl Fn(&[u8]) -> Vec<u8>) {
    for (number, bytes) in parts {
        if *number == kind.number() {
            *bytes = with(bytes);
        }
    }
}
