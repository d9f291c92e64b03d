//! What parts a file can have. Numbers never change their meaning.

/// A kind of part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum PartKind {
    /// A version of a charter.
    Charter = 1,
    /// A head.
    Head = 2,
    /// Lines of the manifest.
    Lines = 3,
    /// A checkpoint.
    Checkpoint = 4,
    /// An entry.
    Entry = 5,
    /// An endorsement.
    Endorsement = 6,
    /// A table that travels with the pack: its name in UTF-8, a zero byte, its bytes.
    File = 7,
    /// A voice from the field.
    Note = 8,
    /// One record with its proofs.
    Proof = 9,
    /// Which updates there are; only who fetches reads it.
    Index = 128,
}

impl PartKind {
    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// The kind of a number.
    #[must_use]
    pub fn parse(number: u8) -> Option<Self> {
        use PartKind as P;
        [P::Charter, P::Head, P::Lines, P::Checkpoint, P::Entry, P::Endorsement, P::File, P::Note, P::Proof, P::Index]
            .into_iter()
            .find(|kind| kind.number() == number)
    }
}

/// A table as a part: its name, a zero byte, its bytes.
#[must_use]
pub(crate) fn file_part(name: &str, body: &[u8]) -> (u8, Vec<u8>) {
    (PartKind::File.number(), [name.as_bytes(), &[0], body].concat())
}

/// Name and bytes of a table from its part; `None` when it is none.
pub(crate) fn file_of(part: &[u8]) -> Option<(&str, &[u8])> {
    let end = part.iter().position(|byte| *byte == 0)?;
    let (name, body) = part.split_at(end);
    Some((std::str::from_utf8(name).ok()?, body.get(1..)?))
}
