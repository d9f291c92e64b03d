//! The trial pack of the nation as a signed edition, and any edition as plain content.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::test_keys::{EDITORS, HEAD, ROOTS, test_key};
use crate::crypto::{
    About, Charter, Class, Desk, Generation, Head, Role, SHARD_BYTES, SHARD_RECORDS, SigningKey, day_of,
};
use crate::directory::confidential::Storable;
use crate::directory::publish::{Draft, Edition, PublishError, ShardState, plain};
use crate::directory::receive::{NATIONAL_ID, Refusal, ShardRefusal};

/// When the keys of the trial pack were drawn up, 2026-11-22 (UTC).
const SINCE: u64 = 1_795_305_600;
/// Seconds until a trial pack is to be looked through again.
const REVIEW: u64 = 180 * 86_400;

/// What a pack holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pack {
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub publisher: String,
    /// Day on which it was made, `YYYY-MM-DD`.
    pub built: String,
    /// Number of the edition; a trial pack has 1.
    pub seq: u32,
    /// Records, sorted by id.
    pub records: Vec<Storable>,
    /// Files that belong to it, by name: needs, phrases, holidays, the municipality table.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// Why a pack was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// Two records have one id.
    #[error("two records have the id “{0}”")]
    IdTwice(String),
    /// The day is none.
    #[error("“{0}” is no day; write YYYY-MM-DD")]
    Built(String),
    /// It would be refused.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

impl From<ShardRefusal> for PackError {
    fn from(why: ShardRefusal) -> Self {
        PublishError::Shard { shard: "core".to_owned(), why }.into()
    }
}

/// Makes the bytes of the trial pack; the same content is always the same bytes. It is always number 1 and takes the place
/// of another trial pack as a whole: only what is published for people has a history.
///
/// # Errors
/// [`PackError`].
pub fn write(pack: &Pack) -> Result<Vec<u8>, PackError> {
    let key = |name: &str| test_key(name).map_err(PublishError::from);
    let charter = charter(pack)?;
    let signed = charter.to_signed().sign(&key("root-1")?).sign(&key("root-2")?);
    let built = pack.built.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(0, 0, 0));
    let built = built.and_then(|at| u64::try_from(at.and_utc().timestamp()).ok());
    let built = built.ok_or_else(|| PackError::Built(pack.built.clone()))?;
    let draft = Draft {
        charter: &charter,
        charters: &[signed],
        before: None,
        shards: &shards(pack)?,
        files: &pack.files,
        about: About::default(),
        built,
        review: built + REVIEW,
    };
    let edition = draft.publish(&[key(HEAD)?])?;
    Ok(plain(&edition.whole()).map_err(PublishError::from)?)
}

fn charter(pack: &Pack) -> Result<Charter, PackError> {
    let public = |name: &str| test_key(name).map(|key| key.public()).map_err(PublishError::from);
    let mut keys = BTreeMap::new();
    for name in EDITORS {
        keys.insert(public(name)?, name.to_owned());
    }
    let roots = ROOTS.into_iter().map(public).collect::<Result<Vec<_>, _>>()?;
    Ok(Charter {
        pack: NATIONAL_ID.to_owned(),
        version: 1,
        prev: None,
        prefix: "jp.".to_owned(),
        title: pack.title.clone(),
        publisher: pack.publisher.clone(),
        root: Role { keys: roots, threshold: 2 },
        head: Role { keys: vec![public(HEAD)?], threshold: 1 },
        desks: [("core".to_owned(), Desk { class: Class::Core, prefix: "jp.".to_owned(), keys })].into(),
        listed: BTreeMap::new(),
        drop: String::new(),
        since: SINCE,
    })
}

/// Records in the order of their ids, as many to a shard as it holds with room to grow.
fn shards(pack: &Pack) -> Result<BTreeMap<String, ShardState>, PackError> {
    let mut records: Vec<&Storable> = pack.records.iter().collect();
    records.sort_by(|a, b| a.id.cmp(&b.id));
    if let Some([one, _]) = records.array_windows().find(|[a, b]| a.id == b.id) {
        return Err(PackError::IdTwice(one.id.clone()));
    }
    let keys = EDITORS.into_iter().map(test_key).collect::<Result<Vec<_>, _>>().map_err(PublishError::from)?;
    let keys: Vec<&SigningKey> = keys.iter().collect();
    let mut shards = BTreeMap::new();
    for (number, records) in parted(&records).into_iter().enumerate() {
        let shard = format!("core.{number}");
        let of = Generation { pack: NATIONAL_ID.to_owned(), shard: shard.clone(), number: 1 };
        shards.insert(shard, ShardState::start(of, &records, &keys)?);
    }
    Ok(shards)
}

/// Parts of sorted records, each with half of what a shard holds at most.
fn parted(records: &[&Storable]) -> Vec<Vec<Storable>> {
    let mut parts: Vec<Vec<Storable>> = vec![Vec::new()];
    let mut bytes = 0;
    for record in records {
        let full = parts.last().is_some_and(|part| part.len() >= SHARD_RECORDS / 2);
        if full || bytes + record.bytes() > SHARD_BYTES / 2 {
            parts.push(Vec::new());
            bytes = 0;
        }
        bytes += record.bytes();
        if let Some(part) = parts.last_mut() {
            part.push((*record).clone());
        }
    }
    parts
}

/// Reads an edition and gives its content. It is checked as a phone would, but for who its publisher is.
///
/// # Errors
/// [`Refusal`].
pub fn read(bytes: &[u8]) -> Result<(Pack, Charter), Refusal> {
    let (edition, charter) = Edition::read(bytes)?;
    let head = Head::read(&edition.head)?;
    let mut records = Vec::new();
    for (id, state) in &edition.shards {
        let refused = |why| Refusal::Shard { shard: id.clone(), why };
        let (Some(desk), Some(line)) = (charter.desk_of(id), edition.manifest.lines.get(id)) else {
            return Err(refused(ShardRefusal::NoDesk));
        };
        let folded = state.records(desk, &line.last).map_err(refused)?;
        records.extend(folded.records.into_iter().map(|(record, _)| record));
    }
    records.sort_by(|a, b| a.id.cmp(&b.id));
    let built = day_of(head.built).map(|day| day.to_string()).unwrap_or_default();
    let (title, publisher) = (charter.title.clone(), charter.publisher.clone());
    let pack = Pack { title, publisher, built, seq: head.seq, records, files: edition.files };
    Ok((pack, charter))
}
