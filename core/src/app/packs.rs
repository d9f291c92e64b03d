//! Packs on a phone: taking in what publishers signed, and what is here, how old and from whom.

use std::collections::BTreeMap;
use std::io::Read;

use chrono::NaiveDate;

use super::{App, AppError};
use crate::crypto::{Change, Charter, Checkpoint, Class, Entry, Hash, Head, Kind, Line, Note, Signed, day_of};
use crate::directory::publish::FileParts;
use crate::directory::receive::{
    ADDED, Entries, Known, Parked, Policy, Received, Refusal, Refused, SINGLE, Trust, export, parked, receive, store_id,
};
use crate::model::Record;
use crate::store::Session;

/// Voices, and organisations that they speak for, from which on it is said that some see it otherwise.
const VOICES: (usize, usize) = (3, 2);

/// A signed pack that is here.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct SignedPack {
    /// Its id.
    pub id: String,
    /// Its identifier in the store.
    pub store_id: String,
    /// What it is called.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// Why it is trusted: `national`, `listed` or `added`.
    pub trust: &'static str,
    /// Number of what was published.
    pub seq: u32,
    /// Day on which it was made (UTC).
    pub built: Option<NaiveDate>,
    /// Day until which its makers meant to look through it again (UTC).
    pub review: Option<NaiveDate>,
    /// How many records it has.
    pub records: u32,
    /// For a campaign: the day on which it removes itself (UTC).
    pub ends: Option<NaiveDate>,
}

/// What was refused, and is kept because it shows that something was wrong.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Evidence {
    /// The pack that it said it was of.
    pub pack: String,
    /// Why, as `refused-…` has words for it.
    pub reason: String,
    /// When it came.
    pub received: String,
}

/// What others say about a record besides what is published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Besides {
    /// How the record would be with corrections that are not published yet (まだ公開前の訂正).
    pub parked: Option<Parked>,
    /// Words of people from the field, when enough of them, from more than one organisation, see it otherwise
    /// (ちがうという声があります).
    pub voices: Vec<String>,
}

impl App {
    /// Takes in a file, download or code. `agreed` names a publisher that the person has just chosen to trust.
    ///
    /// # Errors
    /// [`Refused`], with what was taken of it before.
    pub fn receive(&self, source: impl Read, agreed: Option<Hash>) -> Result<Vec<Received>, Refused> {
        let known = self.known_packs().map_err(|why| Refused { why: Box::new(why), taken: Vec::new() })?;
        let built = self.national().built_seconds();
        let now = u64::try_from(self.clock.utc().timestamp()).unwrap_or_default();
        let policy = Policy {
            national: self.national().root(),
            listed: &self.national().charter().listed,
            known: &known,
            agreed,
            built,
            floor: built,
            now,
            received: self.now().format("%Y-%m-%dT%H:%M").to_string(),
        };
        let received = receive(&self.store, source, &policy)?;
        self.end_singles(&received);
        Ok(received)
    }

    /// Signed packs that are here.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be asked.
    pub fn signed_packs(&self) -> Result<Vec<SignedPack>, AppError> {
        let session = self.reader.look();
        let mut packs = Vec::new();
        for pack in session.packs()? {
            let Some(row) = session.publisher(&pack.id)? else { continue };
            let (charter, trust) = (charter(&session, &pack.id)?, Trust::parse(&row.trust).unwrap_or(Trust::Added));
            let head = Head::read(&Signed::decode(Kind::Head, &row.head).map_err(damaged)?).map_err(damaged)?;
            let about = Change::decode(&row.about).map_err(damaged)?.about.unwrap_or_default();
            packs.push(SignedPack {
                id: charter.pack,
                store_id: pack.id,
                title: charter.title,
                publisher: charter.publisher,
                trust: trust.code(),
                seq: head.seq,
                built: day_of(head.built),
                review: day_of(head.review),
                records: pack.records,
                ends: about.ends.and_then(day_of),
            });
        }
        Ok(packs)
    }

    /// Takes campaigns out whose time is over. How many there were.
    ///
    /// # Errors
    /// [`AppError`] when the store cannot be changed.
    pub fn end_campaigns(&self) -> Result<u32, AppError> {
        let today = self.clock.utc().date_naive();
        let over = |pack: &SignedPack| pack.ends.is_some_and(|ends| ends <= today);
        let mut ended = 0;
        if self.trusts_clock() {
            for pack in self.signed_packs()?.iter().filter(|pack| over(pack)) {
                self.store.remove_pack(&pack.store_id)?;
                ended += 1;
            }
        }
        Ok(ended)
    }

    /// Takes a pack out that the person no longer wants. The national one stays.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when it is not here or is the national one.
    pub fn remove_pack(&self, store_id: &str) -> Result<(), AppError> {
        let may = self.signed_packs()?.iter().any(|pack| pack.store_id == store_id && pack.trust != "national");
        if !may {
            return Err(AppError::NotFound { id: store_id.to_owned() });
        }
        Ok(self.store.remove_pack(store_id)?)
    }

    /// Parts of a file that carries a pack on as it is here.
    ///
    /// # Errors
    /// [`Refusal::NothingInside`] when it is not here.
    pub fn carry(&self, store_id: &str) -> Result<FileParts, Refusal> {
        export(&self.reader.look(), store_id)
    }

    /// What was refused and kept, oldest first.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be asked.
    pub fn evidence(&self) -> Result<Vec<Evidence>, AppError> {
        let rows = self.reader.look().evidence()?;
        Ok(rows
            .into_iter()
            .map(|row| Evidence { pack: row.pack, reason: row.reason, received: row.received })
            .collect())
    }

    /// What others say about a record of a signed pack besides what is published.
    ///
    /// # Errors
    /// [`AppError`] when the directory cannot be asked.
    pub fn besides(&self, record: &str) -> Result<Besides, AppError> {
        let session = self.reader.look();
        let Some(found) = session.with_id(record)?.into_iter().next() else { return Ok(Besides::default()) };
        let Some(shard) = session.shard_of(&found.pack, record)? else { return Ok(Besides::default()) };
        let charter = charter(&session, &found.pack)?;
        let mut besides = Besides { parked: None, voices: voices(&session, &charter, &found.pack, record)? };
        let row = session.shards(&found.pack)?.into_iter().find(|row| row.id == shard);
        if let (Some(row), Some(desk)) = (row, charter.desk_of(&shard)) {
            let line = Line::decode(&row.line).map_err(damaged)?;
            let signed = Signed::decode(Kind::Checkpoint, &row.checkpoint).map_err(damaged)?;
            let mut entries = Entries::new();
            for row in session.shard_entries(&found.pack, &shard)? {
                let signed = Signed::decode(Kind::Entry, &row.body).map_err(damaged)?;
                let entry = Entry::read(&signed).map_err(damaged)?;
                entries.insert((entry.author, entry.n), (entry, signed));
            }
            let checkpoint = Checkpoint::read(&signed).map_err(damaged)?;
            besides.parked = parked(desk, &line, &checkpoint, &entries, record);
        }
        Ok(besides)
    }

    fn known_packs(&self) -> Result<BTreeMap<String, Known>, Refusal> {
        let session = self.reader.look();
        let mut known = BTreeMap::new();
        for pack in session.packs()? {
            let Some(row) = session.publisher(&pack.id)? else { continue };
            let bodies = session.charters(&pack.id)?;
            let charter = Charter::read(&Signed::decode(Kind::Charter, bodies.last().ok_or(Refusal::Mixed)?)?)?;
            let trust = Trust::parse(&row.trust).unwrap_or(Trust::Added);
            let root = row.root.as_slice().try_into().map_err(|_| Refusal::Mixed)?;
            let id = pack.id.strip_prefix(ADDED).unwrap_or(&pack.id).to_owned();
            // A name that two have belongs to the one that is vouched for.
            if trust != Trust::Added || !known.contains_key(&id) {
                known.insert(id, Known { root, trust, prefix: charter.prefix });
            }
        }
        Ok(known)
    }

    /// Records that came one by one are in their pack once that is here.
    fn end_singles(&self, received: &[Received]) {
        let Ok(packs) = self.reader.look().packs() else { return };
        for one in received.iter().filter(|one| !one.store_id.starts_with(SINGLE)) {
            let prefix = format!("{SINGLE}{}:", store_id(&one.pack, one.trust));
            for pack in packs.iter().filter(|pack| pack.id.starts_with(&prefix)) {
                // Should it fail the record is there twice until the next time; nothing is lost.
                let _removed = self.store.remove_pack(&pack.id);
            }
        }
    }
}

impl Besides {
    /// Whether there is anything to say.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.parked.is_none() && self.voices.is_empty()
    }

    /// Fields that would be other, with both values: what the detail page shows.
    #[must_use]
    pub fn changes(&self, now: &Record) -> Vec<(String, Option<String>, Option<String>)> {
        let Some(Parked { record }) = &self.parked else { return Vec::new() };
        let empty = Record::default();
        let then = record.as_ref().unwrap_or(&empty);
        let keys: std::collections::BTreeSet<&String> = now.fields.keys().chain(then.fields.keys()).collect();
        let text = |record: &Record, key: &str| record.fields.get(key).map(ToString::to_string);
        keys.into_iter()
            .map(|key| (key.clone(), text(now, key), text(then, key)))
            .filter(|(_, before, after)| before != after)
            .collect()
    }
}

/// The charter that is in force; all versions were verified when they came.
fn charter(session: &Session<'_>, pack: &str) -> Result<Charter, AppError> {
    let bodies = session.charters(pack)?;
    let last = bodies.last().ok_or_else(|| damaged("no charter"))?;
    Charter::read(&Signed::decode(Kind::Charter, last).map_err(damaged)?).map_err(damaged)
}

/// Words from the field when enough keys of enough organisations say that something is other.
fn voices(session: &Session<'_>, charter: &Charter, pack: &str, record: &str) -> Result<Vec<String>, AppError> {
    let (mut words, mut keys, mut orgs) = (Vec::new(), 0, std::collections::BTreeSet::new());
    for body in session.notes(pack, record)? {
        let note = Note::read(&Signed::decode(Kind::Note, &body).map_err(damaged)?).map_err(damaged)?;
        let desk = charter.desks.get(&note.desk).filter(|desk| desk.class == Class::Field);
        // Who left the field has no voice any more.
        let Some(org) = desk.and_then(|desk| desk.keys.get(&note.by)) else { continue };
        if note.differs {
            keys += 1;
            orgs.insert(org.clone());
            words.push(note.text);
        }
    }
    let enough = keys >= VOICES.0 && orgs.len() >= VOICES.1;
    Ok(if enough { words } else { Vec::new() })
}

fn damaged(what: impl ToString) -> AppError {
    AppError::Record { id: "pack".to_owned(), problem: what.to_string() }
}
