//! Rows of signed packs, ready to be stored.

/// What is known of a publisher, beside its charters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublisherRow {
    /// Hash of the first version of its charter.
    pub root: Vec<u8>,
    /// Why it is trusted, as `directory` names it.
    pub trust: String,
    /// Number of the head.
    pub seq: u32,
    /// The head, as it was signed.
    pub head: Vec<u8>,
    /// The line of the manifest about the whole pack.
    pub about: Vec<u8>,
    /// When the head came, as `directory` writes times.
    pub received: String,
}

/// One shard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShardRow {
    /// Its id in the pack.
    pub id: String,
    /// `core` or `listing`: what ranking reads.
    pub class: String,
    /// Its line of the manifest.
    pub line: Vec<u8>,
    /// Its checkpoint, as it was signed.
    pub checkpoint: Vec<u8>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// Its shard.
    pub shard: String,
    /// Its generation.
    pub generation: u32,
    /// Who made it.
    pub author: Vec<u8>,
    /// Number of the author.
    pub n: u32,
    /// Whether rows show it; otherwise it waits to be published.
    pub shown: bool,
    /// As it was signed.
    pub body: Vec<u8>,
}

/// Something that was refused and is kept to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceRow {
    /// The pack that it says it is of.
    pub pack: String,
    /// Why it was refused, as `directory` names it.
    pub reason: String,
    /// When it came.
    pub received: String,
    /// As it came.
    pub body: Vec<u8>,
}
