//! A part of a file, read once: signatures of authors are checked here and nowhere later.

use super::Refusal;
use super::kind::PartKind;
use crate::crypto::{Charter, Checkpoint, Endorsement, Entry, Generation, Head, Kind, Note, Signed};

/// What a part of a pack says.
pub(super) enum Piece {
    /// A version of a charter.
    Charter(Signed),
    /// A head, and how many bytes it has.
    Head(Signed, usize),
    /// Lines of the manifest.
    Lines(Vec<u8>),
    /// Something of one shard, and how many bytes it has.
    OfShard(ShardPiece, usize),
    /// A table that travels with the pack.
    File(Vec<u8>),
    /// A voice from the field, as it was signed.
    Note(Note, Vec<u8>),
    /// Only for who fetches.
    Index,
}

/// Something of one shard.
pub(super) enum ShardPiece {
    /// What a generation starts from.
    Checkpoint(Checkpoint, Signed),
    /// A change.
    Entry(Entry, Signed),
    /// A second key's word.
    Endorsement(Endorsement, Signed),
}

impl Piece {
    /// Reads a part; with it the pack that it says it is of, if it is one that packs begin with.
    pub(super) fn read(kind: PartKind, bytes: Vec<u8>) -> Result<(Option<String>, Self), Refusal> {
        let signed = |kind| Signed::decode(kind, &bytes);
        let of_shard = |piece: ShardPiece| (Some(piece.of().pack.clone()), Self::OfShard(piece, bytes.len()));
        Ok(match kind {
            PartKind::Charter => {
                let signed = signed(Kind::Charter)?;
                (Some(Charter::read(&signed)?.pack), Self::Charter(signed))
            }
            PartKind::Head => {
                let signed = signed(Kind::Head)?;
                (Some(Head::read(&signed)?.pack), Self::Head(signed, bytes.len()))
            }
            PartKind::Checkpoint => {
                let signed = signed(Kind::Checkpoint)?;
                of_shard(ShardPiece::Checkpoint(Checkpoint::read(&signed)?, signed))
            }
            PartKind::Entry => {
                let signed = signed(Kind::Entry)?;
                of_shard(ShardPiece::Entry(Entry::read(&signed)?, signed))
            }
            PartKind::Endorsement => {
                let signed = signed(Kind::Endorsement)?;
                of_shard(ShardPiece::Endorsement(Endorsement::read(&signed)?, signed))
            }
            PartKind::Note => {
                let note = Note::read(&signed(Kind::Note)?)?;
                (Some(note.pack.clone()), Self::Note(note, bytes))
            }
            PartKind::Lines => (None, Self::Lines(bytes)),
            PartKind::File => (None, Self::File(bytes)),
            PartKind::Index => (None, Self::Index),
            // Stands for itself, in no pack.
            PartKind::Proof => return Err(Refusal::Order),
        })
    }
}

impl ShardPiece {
    /// The generation that it is of.
    pub(super) const fn of(&self) -> &Generation {
        match self {
            Self::Checkpoint(checkpoint, _) => &checkpoint.of,
            Self::Entry(entry, _) => &entry.of,
            Self::Endorsement(one, _) => &one.of,
        }
    }
}
