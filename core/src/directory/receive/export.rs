//! A pack as it is here, to be carried on: the same signed things, so that whoever gets it checks them again.

use super::{PartKind, Refusal, file_part};
use crate::crypto::{Change, Line, Manifest};
use crate::directory::publish::FileParts;
use crate::store::Session;

/// Parts of a file with everything that is stored of a signed pack, corrections that are not published yet included.
///
/// # Errors
/// [`Refusal::NothingInside`] when it is not here.
pub fn export(session: &Session<'_>, pack: &str) -> Result<FileParts, Refusal> {
    let row = session.publisher(pack)?.ok_or(Refusal::NothingInside)?;
    let mut parts: FileParts =
        session.charters(pack)?.into_iter().map(|body| (PartKind::Charter.number(), body)).collect();
    parts.push((PartKind::Head.number(), row.head));
    let about = Change::decode(&row.about)?.about.unwrap_or_default();
    let mut manifest = Manifest { about, ..Manifest::default() };
    let mut shards = FileParts::new();
    for shard in session.shards(pack)? {
        let line = Line::decode(&shard.line)?;
        shards.push((PartKind::Checkpoint.number(), shard.checkpoint));
        let entries = session.shard_entries(pack, &shard.id)?.into_iter();
        shards.extend(entries.map(|entry| (PartKind::Entry.number(), entry.body)));
        let words = session.shard_endorsements(pack, &shard.id, line.generation)?.into_iter();
        shards.extend(words.map(|body| (PartKind::Endorsement.number(), body)));
        manifest.lines.insert(shard.id, line);
    }
    parts.push((PartKind::Lines.number(), Change::whole(&manifest).encode()));
    parts.extend(shards);
    for name in manifest.about.files.keys() {
        let body = session.pack_file(pack, name)?.ok_or_else(|| Refusal::File(name.clone()))?;
        parts.push(file_part(name, &body));
    }
    Ok(parts)
}
