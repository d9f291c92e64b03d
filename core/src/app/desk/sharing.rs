//! Where records lie: shards with room, and copies of a desk that become one again.

use std::collections::BTreeMap;
use std::path::Path;

use super::folder::Folder;
use super::{Desk, DeskError};
use crate::crdt::Edit;
use crate::crypto::{Charter, Checkpoint, Class, Kind, SHARD_BYTES, SHARD_RECORDS, Signed, SigningKey};
use crate::directory::confidential::Storable;
use crate::model::Record;

/// A shard is filled to here; the rest is room for what editors write.
const FILL_RECORDS: usize = SHARD_RECORDS / 2;
const FILL_BYTES: usize = SHARD_BYTES / 2;

impl Desk {
    /// Adds records to a desk: to its shards that have room, then to new ones.
    ///
    /// # Errors
    /// [`DeskError`].
    pub fn add_all(&mut self, keys: &[&SigningKey], desk: &str, records: Vec<Record>) -> Result<(), DeskError> {
        let role = self.charter.desks.get(desk).filter(|role| role.class != Class::Field);
        let prefix = role.ok_or_else(|| DeskError::NoDesk(desk.to_owned()))?.prefix.clone();
        let known = self.records()?;
        let mut storable = Vec::with_capacity(records.len());
        for record in records {
            let wrong = |why: String| DeskError::Record { id: record.id.clone(), why };
            if !crate::crypto::is_record_id(&record.id) || !record.id.starts_with(&prefix) {
                return Err(wrong(format!("its id has to begin with “{prefix}”, small letters, digits, . - _ only")));
            }
            if known.contains_key(&record.id) {
                return Err(wrong("it is there already".to_owned()));
            }
            record.check()?;
            storable.push(Storable::written(record.clone()).map_err(|error| wrong(error.to_string()))?);
        }
        storable.sort_by(|a, b| a.id.cmp(&b.id));
        let mut rest = storable.into_iter().peekable();
        for (shard, (count, bytes)) in self.fill(desk)? {
            let (mut count, mut bytes, mut edits) = (count, bytes, Vec::new());
            while let Some(record) = rest.next_if(|record| has_room(count, bytes, record)) {
                count += 1;
                bytes += record.bytes();
                edits.push(Edit::Add { record: record.into_record() });
            }
            let key = keys.first().ok_or_else(|| DeskError::MayNot(String::new()))?;
            // One change writes so many fields at most.
            for edits in edits.chunks(ADDED_AT_ONCE) {
                self.write(&shard, key, edits)?;
            }
        }
        while rest.peek().is_some() {
            let (mut count, mut bytes, mut part) = (0, 0, Vec::new());
            while let Some(record) = rest.next_if(|record| has_room(count, bytes, record) || count == 0) {
                count += 1;
                bytes += record.bytes();
                part.push(record);
            }
            let shard = self.next_shard(desk);
            self.start_anew(&shard, &part, keys)?;
        }
        Ok(())
    }

    /// How full the shards of a desk are, by id: records and bytes.
    fn fill(&self, desk: &str) -> Result<BTreeMap<String, (usize, usize)>, DeskError> {
        let mut fill = BTreeMap::new();
        let prefix = format!("{desk}.");
        for (shard, state) in self.shards.iter().filter(|(shard, _)| shard.starts_with(&prefix)) {
            let document = state.document(self.role(shard)?).map_err(|why| DeskError::shard(shard, why))?;
            let records = document.records();
            fill.insert(shard.clone(), (records.len(), records.iter().map(Record::bytes).sum()));
        }
        Ok(fill)
    }

    /// A name that no shard of the desk has, signed or not.
    fn next_shard(&self, desk: &str) -> String {
        let prefix = format!("{desk}.");
        let number = |shard: &str| shard.strip_prefix(&prefix).and_then(|number| number.parse::<u32>().ok());
        let waiting = self.unsigned.iter().filter_map(|(_, signed)| Checkpoint::read(signed).ok());
        let waiting: Vec<String> = waiting.map(|one| one.of.shard).collect();
        let last = self.shards.keys().chain(&waiting).filter_map(|shard| number(shard)).max();
        format!("{prefix}{}", last.map_or(0, |last| last + 1))
    }

    /// Takes in everything that another copy of this desk has. How many files were new.
    ///
    /// # Errors
    /// [`DeskError::SaysTwoThings`] when the copies contradict each other; what was copied before that is signed and good.
    pub fn join(&mut self, other: &Path) -> Result<u32, DeskError> {
        let from = Folder::at(other)?;
        let mut new = 0;
        for (below, ending) in [
            ("charter", ".cbor"),
            ("shards", "start.cbor"),
            ("shards", ".entry"),
            ("shards", ".word"),
            ("heads", ".lines"),
            ("heads", ".head"),
            ("files", ""),
            ("imports", ".json"),
            ("keys", ".pub"),
        ] {
            for (name, bytes) in from.all(below, ending)? {
                new += u32::from(self.join_file(below, &name, &bytes)?);
            }
        }
        *self = Self::open(self.folder.path())?;
        Ok(new)
    }

    fn join_file(&self, below: &str, name: &Path, bytes: &[u8]) -> Result<bool, DeskError> {
        let Some(here) = self.folder.get(name)? else {
            return self.folder.replace(name, bytes).map(|()| true);
        };
        if here == bytes {
            return Ok(false);
        }
        let kind = match below {
            "charter" => Kind::Charter,
            "shards" if name.ends_with("start.cbor") => Kind::Checkpoint,
            // What an import said last, and tables: the later one is whoever imports next.
            "imports" | "files" => return Ok(false),
            _ => return Err(DeskError::SaysTwoThings(name.to_owned())),
        };
        let (mut ours, theirs) = (Signed::decode(kind, &here)?, Signed::decode(kind, bytes)?);
        if ours.hash() != theirs.hash() {
            return Err(DeskError::SaysTwoThings(name.to_owned()));
        }
        ours.join(&theirs);
        let joined = ours.encode();
        if joined != here {
            self.folder.replace(name, &joined)?;
        }
        Ok(joined != here)
    }

    /// Versions of the charter and starts that too few have signed yet, in words.
    #[must_use]
    pub fn waiting(&self) -> Vec<String> {
        let charter = self.pending.iter().filter_map(|signed| Charter::read(signed).ok());
        let charter = charter.map(|charter| format!("charter {}", charter.version));
        let starts = self.unsigned.iter().filter_map(|(_, signed)| Checkpoint::read(signed).ok());
        charter.chain(starts.map(|one| format!("{} {}", one.of.shard, one.of.number))).collect()
    }
}

/// Records that one change adds: each has some twenty fields.
const ADDED_AT_ONCE: usize = 8;

fn has_room(count: usize, bytes: usize, record: &Record) -> bool {
    count < FILL_RECORDS && bytes + record.bytes() <= FILL_BYTES
}
