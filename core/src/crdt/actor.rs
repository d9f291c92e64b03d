//! Who wrote what, as automerge knows it.

use sha2::{Digest as _, Sha256};

/// Public key of somebody who writes.
pub type Author = [u8; 32];

/// What automerge calls an author within one generation of a shard.
pub type Actor = [u8; 16];

/// The actor under which an author writes: the first 16 bytes of SHA-256 over `actor` (5 bytes of ASCII), the key (32
/// bytes), the name of the shard in UTF-8, a zero byte and the generation as 8 bytes, big-endian.
///
/// So nobody writes as somebody else, and what was written in one generation fits into no other.
#[must_use]
pub fn actor(author: &Author, shard: &str, generation: u64) -> Actor {
    shortened(Sha256::new().chain_update(b"actor").chain_update(author), shard, generation)
}

/// The actor of a checkpoint: the first 16 bytes of SHA-256 over the name of the shard in UTF-8, a zero byte and the
/// generation as 8 bytes, big-endian.
#[must_use]
pub fn base_actor(shard: &str, generation: u64) -> Actor {
    shortened(Sha256::new(), shard, generation)
}

fn shortened(hash: Sha256, shard: &str, generation: u64) -> Actor {
    let hash: [u8; 32] =
        hash.chain_update(shard).chain_update([0]).chain_update(generation.to_be_bytes()).finalize().into();
    let mut actor = [0; 16];
    actor.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
    actor
}
