//! One pack of a file: its parts in order, in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use tsunagari_wire::WireError;

use super::piece::{Piece, ShardPiece};
use super::policy::{AHEAD, NATIONAL_ID, Policy, Trust, store_id};
use super::settle::{Settled, ShardParts};
use super::{Failed, Outcome, Received, Refusal, ShardRefusal, file_of};
use crate::crypto::{Change, Charter, Class, HEAD_BYTES, Hash, Head, Kind, Line, Manifest, Note, Signed};
use crate::store::{PublisherRow, Receiving, Store};

/// A head with the bytes that were signed.
#[derive(Debug, Clone)]
struct Stated {
    head: Head,
    signed: Signed,
}

/// What is being received of one pack. Dropped without [`Group::close`], nothing has happened.
pub(super) struct Group<'s> {
    pub(super) pack: String,
    policy: &'s Policy<'s>,
    store: &'s Store,
    /// Begun once the first charter says who publishes.
    open: Option<Open<'s>>,
}

/// A pack whose publisher is trusted.
struct Open<'s> {
    receiving: Receiving<'s>,
    trust: Trust,
    root: Hash,
    charter: Charter,
    charter_hash: Hash,
    /// Hashes of all versions that are known.
    versions: BTreeMap<u32, Hash>,
    known: Option<Stated>,
    stated: Option<Stated>,
    old: Manifest,
    new: Manifest,
    lines_came: bool,
    shard: Option<ShardParts>,
    /// Shards whose line is other and that were not settled yet.
    open_shards: BTreeSet<String>,
    files: BTreeSet<String>,
    changed: u32,
    kept: u32,
}

impl<'s> Group<'s> {
    pub(super) fn open(store: &'s Store, pack: String, policy: &'s Policy<'s>) -> Result<Self, Refusal> {
        let mut group = Self { pack, policy, store, open: None };
        if let Some(known) = policy.known(&group.pack) {
            group.open = Some(Open::known(store, &group.pack, known.trust)?);
        }
        Ok(group)
    }

    /// Takes a part.
    pub(super) fn take(&mut self, piece: Piece) -> Result<(), Refusal> {
        if let Piece::Charter(signed) = &piece {
            return match &mut self.open {
                Some(open) => open.next_charter(signed),
                None => {
                    self.open = Some(self.first_charter(signed)?);
                    Ok(())
                }
            };
        }
        if matches!(piece, Piece::Index) {
            return Ok(());
        }
        let (policy, pack) = (self.policy, self.pack.clone());
        // Nobody is known under this name, and nobody introduced themselves.
        let Some(open) = &mut self.open else {
            let (title, publisher) = (pack.clone(), String::new());
            return Err(Refusal::UnknownPublisher { pack, title, publisher, root: Hash::default() });
        };
        match piece {
            Piece::Head(signed, bytes) => open.head(signed, bytes, policy),
            Piece::Lines(bytes) => open.lines(Change::decode(&bytes)?),
            Piece::OfShard(piece, bytes) => open.of_shard(piece, bytes),
            Piece::File(bytes) => open.file(&bytes),
            Piece::Note(note, bytes) => open.note(&note, &bytes),
            Piece::Charter(_) | Piece::Index => Ok(()),
        }
    }

    fn first_charter(&self, signed: &Signed) -> Result<Open<'s>, Refusal> {
        let root = signed.hash();
        let charter = Charter::first(signed, &root)?;
        let trust = self.policy.trust(&charter, &root)?;
        let receiving = self.store.receive(&store_id(&self.pack, trust))?;
        receiving.put_charter(charter.version, &signed.encode())?;
        Ok(Open::new(receiving, trust, root, charter, root))
    }

    /// What should be kept when this pack is refused: a head that its publisher did sign.
    pub(super) fn evidence(&self) -> Option<(String, Vec<u8>)> {
        let stated = self.open.as_ref()?.stated.as_ref()?;
        Some((self.pack.clone(), stated.signed.encode()))
    }

    /// All parts came: makes it last.
    pub(super) fn close(mut self) -> Result<Received, Failed> {
        let Some(mut open) = self.open.take() else { return Err(Failed::new(Refusal::NothingInside, None)) };
        let evidence = open.stated.as_ref().map(|stated| (self.pack.clone(), stated.signed.encode()));
        let failed = |why: Refusal| Failed::new(why, evidence.clone());
        open.settle_rest().map_err(failed)?;
        let (trust, title, publisher) = (open.trust, open.charter.title.clone(), open.charter.publisher.clone());
        let outcome = open.finish(self.policy).map_err(failed)?;
        let store_id = store_id(&self.pack, trust);
        Ok(Received { pack: self.pack, store_id, title, publisher, trust, outcome })
    }
}

impl<'s> Open<'s> {
    fn new(receiving: Receiving<'s>, trust: Trust, root: Hash, charter: Charter, charter_hash: Hash) -> Self {
        Self {
            receiving,
            trust,
            root,
            versions: BTreeMap::from([(charter.version, charter_hash)]),
            charter,
            charter_hash,
            known: None,
            stated: None,
            old: Manifest::default(),
            new: Manifest::default(),
            lines_came: false,
            shard: None,
            open_shards: BTreeSet::new(),
            files: BTreeSet::new(),
            changed: 0,
            kept: 0,
        }
    }

    /// A pack that is installed, as it is.
    fn known(store: &'s Store, pack: &str, trust: Trust) -> Result<Self, Refusal> {
        let receiving = store.receive(&store_id(pack, trust))?;
        let row = receiving.publisher()?.ok_or(Refusal::Mixed)?;
        let root = Hash::try_from(row.root.as_slice()).map_err(|_| Refusal::Mixed)?;
        let mut stored = receiving.charters()?.into_iter();
        let first = Signed::decode(Kind::Charter, &stored.next().ok_or(Refusal::Mixed)?)?;
        let charter = Charter::first(&first, &root)?;
        let mut open = Self::new(receiving, trust, root, charter, root);
        for body in stored {
            open.follow(&Signed::decode(Kind::Charter, &body)?)?;
        }
        let signed = Signed::decode(Kind::Head, &row.head)?;
        open.known = Some(Stated { head: Head::read(&signed)?, signed });
        let about = Change::decode(&row.about)?;
        open.old.about = about.about.unwrap_or_default();
        for (shard, line) in open.receiving.lines()? {
            open.old.lines.insert(shard, Line::decode(&line)?);
        }
        open.new = open.old.clone();
        Ok(open)
    }

    fn next_charter(&mut self, signed: &Signed) -> Result<(), Refusal> {
        let version = Charter::read(signed)?.version;
        match self.versions.get(&version) {
            Some(hash) if *hash == signed.hash() => Ok(()),
            Some(_) if version == 1 => Err(Refusal::AnotherPublisher { pack: self.charter.pack.clone() }),
            Some(_) => Err(Refusal::CharterTwice(version)),
            None if self.stated.is_some() => Err(Refusal::Order),
            None => {
                self.follow(signed)?;
                self.receiving.put_charter(version, &signed.encode())?;
                Ok(())
            }
        }
    }

    fn follow(&mut self, signed: &Signed) -> Result<(), Refusal> {
        self.charter = self.charter.follow(&self.charter_hash, signed)?;
        self.charter_hash = signed.hash();
        self.versions.insert(self.charter.version, self.charter_hash);
        Ok(())
    }

    fn head(&mut self, signed: Signed, bytes: usize, policy: &Policy<'_>) -> Result<(), Refusal> {
        if self.stated.is_some() {
            return Err(Refusal::Order);
        }
        if bytes > HEAD_BYTES {
            let (bytes, limit) = (bytes as u64, HEAD_BYTES as u64);
            return Err(WireError::TooLarge { what: "a head", bytes, limit }.into());
        }
        let head = Head::read(&signed)?;
        if head.charter != self.charter.version {
            // Under an older charter a head may still say what is here already, but never something new.
            let same = self.known.as_ref().is_some_and(|known| known.signed.hash() == signed.hash());
            if !same {
                return Err(Refusal::OtherCharter { known: self.charter.version, stated: head.charter });
            }
        }
        if !self.charter.head.signed(&signed) {
            return Err(Refusal::NotSigned);
        }
        let stated = Stated { head, signed };
        let checked = self.follows_from_known(&stated, policy);
        // Kept even when it is refused: it is signed, so it is evidence.
        self.stated = Some(stated);
        checked
    }

    /// Whether a head may come after what is here.
    fn follows_from_known(&self, stated: &Stated, policy: &Policy<'_>) -> Result<(), Refusal> {
        let head = &stated.head;
        let before = self.known.as_ref().map(|known| &known.head);
        if let Some(known) = &self.known {
            let (seq, known_seq) = (head.seq, known.head.seq);
            if stated.signed.hash() == known.signed.hash() {
                return Ok(());
            }
            if seq == known_seq {
                return Err(Refusal::NumberTwice(seq));
            }
            if seq < known_seq {
                return Err(Refusal::Older { known: known_seq, seq });
            }
            if seq - known_seq > AHEAD {
                return Err(Refusal::TooFarAhead { known: known_seq, seq });
            }
            if seq == known_seq + 1 && head.prev != Some(known.signed.hash()) {
                return Err(Refusal::NotTheNext(known_seq));
            }
        }
        let too_early = before.is_some_and(|before| head.built < before.built);
        // A time in milliseconds is far behind both; one of review would never let it look old.
        let too_late = head.built > policy.latest() || head.review > policy.latest();
        if too_late || too_early { Err(Refusal::WrongTime) } else { Ok(()) }
    }

    /// Whether the head that came says what is here already.
    fn is_same(&self) -> bool {
        match (&self.known, &self.stated) {
            (Some(known), Some(stated)) => known.signed.hash() == stated.signed.hash(),
            _ => false,
        }
    }

    fn lines(&mut self, change: Change) -> Result<(), Refusal> {
        let Some(stated) = &self.stated else { return Err(Refusal::Order) };
        if self.is_same() {
            return Ok(());
        }
        if self.lines_came {
            return Err(Refusal::Order);
        }
        let known = self.known.as_ref().map_or(0, |known| known.head.seq);
        let since = change.since;
        if since > known {
            return Err(Refusal::NeedsMore { known, since });
        }
        self.new = if since == 0 { Manifest::default() } else { self.old.clone() };
        self.new.change(change)?;
        if self.new.root() != stated.head.manifest {
            return Err(Refusal::Mixed);
        }
        let gone: Vec<String> = self.old.lines.keys().filter(|id| !self.new.lines.contains_key(*id)).cloned().collect();
        for shard in gone {
            // Only a charter takes a shard away. Else the key of the head alone could take out what two keys vouch for,
            // or bring a generation back that is over.
            if self.charter.desk_of(&shard).is_some() {
                return Err(Refusal::Shard { shard, why: ShardRefusal::GoesBack });
            }
            let records = self.old.lines.get(&shard).map_or(0, |line| line.records);
            self.receiving.remove_shard(&shard)?;
            self.changed += records;
        }
        let anew = self.charter_is_other();
        let other = self.new.lines.values().filter(|line| anew || self.old.lines.get(&line.shard) != Some(line));
        self.open_shards = other.map(|line| line.shard.clone()).collect();
        self.lines_came = true;
        Ok(())
    }

    /// Whether what is here was taken under another version of the charter: all of it has to stand under this one.
    fn charter_is_other(&self) -> bool {
        !self.is_same() && self.known.as_ref().is_some_and(|known| known.head.charter != self.charter.version)
    }

    fn of_shard(&mut self, piece: ShardPiece, bytes: usize) -> Result<(), Refusal> {
        if self.stated.is_some() && !self.is_same() && !self.lines_came {
            return Err(Refusal::Order);
        }
        let of = piece.of();
        if of.pack != self.charter.pack {
            return Err(Refusal::Order);
        }
        if self.shard.as_ref().is_none_or(|open| open.id != of.shard) {
            let shard = of.shard.clone();
            self.settle_open()?;
            self.shard = Some(ShardParts::new(shard));
        }
        self.shard.as_mut().ok_or(Refusal::Order)?.take(piece, bytes)
    }

    fn settle_open(&mut self) -> Result<(), Refusal> {
        if let Some(parts) = self.shard.take() {
            self.settle(parts)?;
        }
        Ok(())
    }

    /// Shards whose line is other though nothing of them came: what waited here is published now.
    fn settle_rest(&mut self) -> Result<(), Refusal> {
        self.settle_open()?;
        if self.stated.is_some() && !self.is_same() && !self.lines_came {
            return Err(Refusal::Mixed);
        }
        while let Some(shard) = self.open_shards.first().cloned() {
            self.settle(ShardParts::new(shard))?;
        }
        Ok(())
    }

    fn settle(&mut self, parts: ShardParts) -> Result<(), Refusal> {
        let id = parts.id.clone();
        self.open_shards.remove(&id);
        let refused = |why: ShardRefusal| Refusal::Shard { shard: id.clone(), why };
        let desk = self.charter.desk_of(&id).filter(|desk| desk.class != Class::Field);
        let desk = desk.ok_or_else(|| refused(ShardRefusal::NoDesk))?;
        // Something of a shard that is not published: there is nothing that it could change.
        let Some(line) = self.new.lines.get(&id) else { return Err(refused(ShardRefusal::NoDesk)) };
        let class = if self.trust == Trust::National { desk.class } else { Class::Listing };
        let old = self.old.lines.get(&id);
        let anew = self.stated.is_some() && self.charter_is_other();
        let checkpoint = if old.is_some() { self.receiving.checkpoint(&id)? } else { None };
        let settled = Settled { desk, class, line, old, anew, checkpoint };
        let (changed, kept) = settled.take(&mut self.receiving, parts)?;
        self.changed += changed;
        self.kept += kept;
        Ok(())
    }

    fn file(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        if self.is_same() {
            return Ok(());
        }
        let (name, body) = file_of(bytes).ok_or(Refusal::Order)?;
        let hash: Hash = Sha256::digest(body).into();
        if self.new.about.files.get(name) != Some(&(hash, body.len() as u64)) {
            return Err(Refusal::File(name.to_owned()));
        }
        self.receiving.put_file(name, body)?;
        self.files.insert(name.to_owned());
        Ok(())
    }

    fn note(&mut self, note: &Note, bytes: &[u8]) -> Result<(), Refusal> {
        let desk = self.charter.desks.get(&note.desk).filter(|desk| desk.class == Class::Field);
        if desk.is_none_or(|desk| !desk.keys.contains_key(&note.by) || !note.record.starts_with(&desk.prefix)) {
            return Err(Refusal::Note);
        }
        self.receiving.put_note(&note.record, &note.by.0, note.n, bytes)?;
        self.kept += 1;
        Ok(())
    }

    fn finish(self, policy: &Policy<'_>) -> Result<Outcome, Refusal> {
        let same = self.is_same();
        let known = self.known.as_ref().map(|known| known.head.seq);
        let Some(stated) = self.stated.as_ref().filter(|_| !same) else {
            return match known {
                None => Err(Refusal::NothingInside),
                Some(seq) => {
                    let kept = self.kept;
                    self.receiving.finish()?;
                    Ok(if kept > 0 { Outcome::Kept { parts: kept } } else { Outcome::Same { seq } })
                }
            };
        };
        if self.new.about.ends.is_some_and(|ends| ends <= policy.now.max(policy.floor)) {
            return Err(Refusal::Over);
        }
        if self.new.about.ends.is_some_and(|ends| ends > policy.latest()) {
            return Err(Refusal::WrongTime);
        }
        for (name, (hash, _)) in &self.new.about.files {
            let stored = if self.files.contains(name) { None } else { Some(self.receiving.file(name)?) };
            let there = stored.is_none_or(|body| body.is_some_and(|body| Hash::from(Sha256::digest(body)) == *hash));
            if !there {
                return Err(Refusal::File(name.clone()));
            }
        }
        if let Some(id) = self.receiving.id_twice()? {
            return Err(Refusal::RecordTwice(id));
        }
        let seq = stated.head.seq;
        let about = Change { about: Some(self.new.about.clone()), ..Change::default() };
        let row = PublisherRow {
            root: self.root.to_vec(),
            trust: self.trust.code().to_owned(),
            seq,
            head: stated.signed.encode(),
            about: about.encode(),
            received: policy.received.clone(),
        };
        let class = if self.charter.pack == NATIONAL_ID { Class::Core } else { Class::Listing };
        self.receiving.put_publisher(&row, class.code(), self.charter.title.as_bytes())?;
        let (changed, records) = (self.changed, self.receiving.finish()?);
        Ok(match known {
            Some(from) => Outcome::Updated { from, seq, changed },
            None => Outcome::Installed { seq, records },
        })
    }
}
