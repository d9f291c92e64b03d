//! Whom to trust, and what time it can be.

use std::collections::BTreeMap;

use super::Refusal;
use crate::crypto::{Charter, Hash, Listed};

/// Seconds of ten years, leap days included.
const TEN_YEARS: u64 = 3_653 * 86_400;
/// Numbers that a publisher can be ahead by.
pub(super) const AHEAD: u32 = 10_000;
/// Id of the national pack.
pub const NATIONAL_ID: &str = "jp";
/// What ids of packs that nobody vouches for begin with in the store.
pub const ADDED: &str = "added:";
/// What ids of records of packs that nobody vouches for begin with.
const ADDED_PREFIX: &str = "x.";

/// Why a publisher is trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// The program knows them.
    National,
    /// The national charter lists them.
    Listed,
    /// The person chose to, on a page that says that nobody vouches for them.
    Added,
}

impl Trust {
    /// Its name in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::National => "national",
            Self::Listed => "listed",
            Self::Added => "added",
        }
    }

    /// From its name in the store.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::National, Self::Listed, Self::Added].into_iter().find(|trust| trust.code() == code)
    }
}

/// A pack that is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Hash of the first version of its charter.
    pub root: Hash,
    /// Why it is trusted.
    pub trust: Trust,
    /// What ids of its records begin with.
    pub prefix: String,
}

/// Whom to trust, and what time it can be.
#[derive(Debug, Clone)]
pub struct Policy<'a> {
    /// Hash of the first national charter: what the program was built with.
    pub national: Hash,
    /// Publishers that the national charter lists.
    pub listed: &'a BTreeMap<String, Listed>,
    /// Packs that are installed, by id.
    pub known: &'a BTreeMap<String, Known>,
    /// A publisher that the person has just agreed to trust.
    pub agreed: Option<Hash>,
    /// When the program was built, seconds since 1970 (UTC).
    pub built: u64,
    /// No clock can be before it: built, or a later national head.
    pub floor: u64,
    /// The clock of the device, seconds since 1970 (UTC). Only used to let campaigns end.
    pub now: u64,
    /// What is kept as the time of receiving.
    pub received: String,
}

impl Policy<'_> {
    /// The latest time that anything can say it was made.
    pub(super) const fn latest(&self) -> u64 {
        self.built.saturating_add(TEN_YEARS)
    }

    /// The pack of this id that is installed. One that the person added does not keep its name from the publisher whom
    /// the national charter lists under it.
    pub(super) fn known(&self, pack: &str) -> Option<&Known> {
        let taken = |known: &Known| self.listed.get(pack).is_some_and(|listed| listed.root != known.root);
        self.known.get(pack).filter(|known| known.trust != Trust::Added || !taken(known))
    }

    /// Why the publisher with this root may publish this pack.
    pub(super) fn trust(&self, charter: &Charter, root: &Hash) -> Result<Trust, Refusal> {
        let Charter { pack, prefix, .. } = charter;
        let another = || Err(Refusal::AnotherPublisher { pack: pack.clone() });
        let wrong_prefix = || Err(Refusal::Prefix { pack: pack.clone(), prefix: prefix.clone() });
        if pack == NATIONAL_ID {
            return if *root == self.national { Ok(Trust::National) } else { another() };
        }
        if let Some(listed) = self.listed.get(pack) {
            return match listed {
                one if one.root != *root => another(),
                one if one.prefix != *prefix => wrong_prefix(),
                _ => Ok(Trust::Listed),
            };
        }
        let known = self.known.get(pack).is_some_and(|known| known.trust == Trust::Added && known.root == *root);
        if self.known.contains_key(pack) && !known {
            return another();
        }
        let overlaps = self.known.iter().any(|(other, known)| {
            other != pack && (known.prefix.starts_with(prefix.as_str()) || prefix.starts_with(known.prefix.as_str()))
        });
        if !prefix.starts_with(ADDED_PREFIX) || overlaps {
            return wrong_prefix();
        }
        if known || self.agreed == Some(*root) {
            return Ok(Trust::Added);
        }
        let (title, publisher) = (charter.title.clone(), charter.publisher.clone());
        Err(Refusal::UnknownPublisher { pack: pack.clone(), title, publisher, root: *root })
    }
}

/// Identifier of a pack in the store: what nobody vouches for is never taken for something else.
#[must_use]
pub fn store_id(pack: &str, trust: Trust) -> String {
    if trust == Trust::Added { format!("{ADDED}{pack}") } else { pack.to_owned() }
}
