//! Why bytes are not read.

/// Why bytes are not read. Nothing of what is not whole is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WireError {
    /// The first bytes are others.
    #[error("this is not a file of tsunagari")]
    NotOurs,
    /// A version of the future.
    #[error("this has version {0}; a newer program reads it")]
    NewerVersion(u16),
    /// Larger than what is read.
    #[error("{what} has {bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// Its size, as it says itself.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// Cut short or changed on the way.
    #[error("this is cut short or was changed on the way")]
    Damaged,
    /// The source of the bytes failed.
    #[error("reading failed: {0}")]
    Read(String),
    /// Not CBOR, or of a kind that nothing here has.
    #[error("this is not well formed: {0}")]
    Malformed(String),
    /// Readable, but not in the one form that is allowed.
    #[error("this is not in canonical form")]
    NotCanonical,
    /// A key of a map is not there.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A key of a map holds something else than it should.
    #[error("`{0}` holds what it cannot hold")]
    Wrong(&'static str),
    /// A key that this version does not know.
    #[error("`{0}` is not known")]
    Unknown(String),
}

impl From<minicbor::decode::Error> for WireError {
    fn from(error: minicbor::decode::Error) -> Self {
        Self::Malformed(error.to_string())
    }
}
