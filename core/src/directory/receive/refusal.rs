//! Why something was not taken in. `app::say` has the words for people.

use tsunagari_wire::WireError;

use crate::crdt;
use crate::crypto::{CharterError, Hash};
use crate::directory::confidential::ConfidentialError;
use crate::store::StoreError;

/// Why something was not taken in. What was here before is still here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Torn, too large, of another program or of a later version.
    #[error(transparent)]
    Form(#[from] WireError),
    /// It holds no pack.
    #[error("there is nothing in it that can be taken in")]
    NothingInside,
    /// Nobody vouches for this publisher. A person may still choose to trust them.
    #[error("nobody vouches for the publisher “{publisher}” of “{title}”")]
    UnknownPublisher {
        /// Id of the pack.
        pack: String,
        /// What it says it is called.
        title: String,
        /// Who says that they publish it.
        publisher: String,
        /// Hash of the first version of its charter: names the publisher.
        root: Hash,
    },
    /// A pack of this name is of another publisher.
    #[error("“{pack}” is the pack of another publisher")]
    AnotherPublisher {
        /// Id of the pack.
        pack: String,
    },
    /// It claims records that are not its own to publish.
    #[error("the pack “{pack}” may not publish entries that begin with “{prefix}”")]
    Prefix {
        /// Id of the pack.
        pack: String,
        /// What it claims.
        prefix: String,
    },
    /// The charter is not taken.
    #[error(transparent)]
    Charter(#[from] CharterError),
    /// Two charters have one number.
    #[error("there are two different charters with version {0}")]
    CharterTwice(u32),
    /// The head was made under a charter that is no longer in force, or one that did not come along.
    #[error("it was signed under version {stated} of the charter; version {known} is in force here")]
    OtherCharter {
        /// The version that is in force here.
        known: u32,
        /// The version that the head names.
        stated: u32,
    },
    /// The head carries no signature of who may publish.
    #[error("it is not signed by those who may publish this pack")]
    NotSigned,
    /// Older than what is here.
    #[error("this is number {seq}; number {known} is here already")]
    Older {
        /// Number of what is here.
        known: u32,
        /// Number of what came.
        seq: u32,
    },
    /// The same number, and other content.
    #[error("there are two different publications with number {0}")]
    NumberTwice(u32),
    /// Its number is too far ahead to be right.
    #[error("its number {seq} is too far ahead of {known}")]
    TooFarAhead {
        /// Number of what is here.
        known: u32,
        /// Number of what came.
        seq: u32,
    },
    /// It says that it was made in a year that cannot be, or before what is here.
    #[error("the time at which it says it was made cannot be right")]
    WrongTime,
    /// It does not name the head before it.
    #[error("it does not follow from number {0}, which is here")]
    NotTheNext(u32),
    /// An update for a phone that is further on; the whole pack is needed.
    #[error("it leads on from number {since}; number {known} is here")]
    NeedsMore {
        /// Number of what is here.
        known: u32,
        /// Number that it leads on from.
        since: u32,
    },
    /// What came does not belong together.
    #[error("its parts do not belong together")]
    Mixed,
    /// A part stands where it cannot stand.
    #[error("a part of it stands in the wrong place")]
    Order,
    /// A shard is not taken.
    #[error("its part “{shard}”: {why}")]
    Shard {
        /// Id of the shard.
        shard: String,
        /// What is wrong with it.
        why: ShardRefusal,
    },
    /// One entry stands in two places.
    #[error("the entry “{0}” is in it twice")]
    RecordTwice(String),
    /// A table is missing or another than it should be.
    #[error("the table “{0}” is missing or another one")]
    File(String),
    /// A voice from the field of nobody who may raise it.
    #[error("a note is not of somebody who may write one")]
    Note,
    /// A campaign that is over.
    #[error("this was for a time that is over")]
    Over,
    /// The store has something against it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a shard is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShardRefusal {
    /// Nobody may write it.
    #[error("nobody may write it")]
    NoDesk,
    /// The checkpoint did not come along.
    #[error("what it starts from did not come along")]
    NoCheckpoint,
    /// The checkpoint is another than the manifest names, or of another shard or generation.
    #[error("it starts from something else than was published")]
    OtherCheckpoint,
    /// Too few of those who may write it signed the checkpoint.
    #[error("too few of those who may write it signed what it starts from")]
    CheckpointKeys,
    /// A generation or an entry that was here is taken back.
    #[error("it goes back behind what was published before")]
    GoesBack,
    /// Entries did not come along.
    #[error("entries did not come along")]
    MissingEntries,
    /// Somebody wrote who may not.
    #[error("somebody wrote it who may not")]
    Author,
    /// An entry of a core shard without a second key.
    #[error("an entry has no second signature")]
    NotEndorsed,
    /// Entries of one author do not join, or one number stands for two.
    #[error("the entries of one author do not join")]
    Chain,
    /// More entries than a generation holds.
    #[error("it holds more entries than it may")]
    TooMany,
    /// The checkpoint cannot be the start of a document.
    #[error("{0}")]
    Document(String),
    /// A change is not let in.
    #[error(transparent)]
    Change(#[from] crdt::Refused),
    /// A record is none, or may not be in this shard.
    #[error("its entry “{id}” is not right: {why}")]
    Record {
        /// Id of the record.
        id: String,
        /// What is wrong.
        why: String,
    },
    /// A record that says of itself where it stands among others: only core records of the nation have such a place.
    #[error("its entry “{0}” claims a place that it does not have")]
    Claims(String),
    /// A record that must not say where it is.
    #[error(transparent)]
    Confidential(#[from] ConfidentialError),
    /// What came of it is not what was published.
    #[error("what comes of it is not what was published")]
    OtherResult,
}

impl Refusal {
    /// A short name, for evidence and for words.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Form(WireError::NewerVersion(_) | WireError::Unknown(_)) => "newer",
            Self::Form(WireError::NotOurs) => "not-ours",
            Self::Form(WireError::TooLarge { .. }) => "too-large",
            Self::Form(_) => "torn",
            Self::NothingInside => "nothing-inside",
            Self::UnknownPublisher { .. } => "unknown-publisher",
            Self::AnotherPublisher { .. } | Self::Prefix { .. } => "another-publisher",
            Self::OtherCharter { known, stated } if *stated > *known => "needs-more",
            Self::Charter(_) | Self::OtherCharter { .. } => "charter",
            Self::CharterTwice(_) | Self::NumberTwice(_) => "said-two-things",
            Self::NotSigned | Self::Note => "not-signed",
            Self::Older { .. } => "older",
            Self::TooFarAhead { .. } | Self::WrongTime => "wrong-number",
            Self::NotTheNext(_) | Self::Mixed | Self::Order | Self::RecordTwice(_) | Self::File(_) => "mixed",
            Self::NeedsMore { .. } => "needs-more",
            Self::Shard { why: ShardRefusal::NoCheckpoint | ShardRefusal::MissingEntries, .. } => "needs-more",
            Self::Shard { .. } => "shard",
            Self::Over => "over",
            Self::Store(_) => "store",
        }
    }
}
