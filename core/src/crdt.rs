//! The shards of a pack as small automerge documents: several editors change one shard without asking each other, and
//! whoever has the same changes has the same records (docs/adr/0030-shards-are-small-documents.md).
//!
//! A [`Document`] is one generation of one [`Shard`]: built from the records of its checkpoint, folded with the changes
//! of its authors, read, and dropped. It is never stored; what is stored are the records and the changes ([`chunk`]).
//! Whatever a stranger made comes in through the guard, [`Document::apply`].

mod actor;
mod base;
pub mod chunk;
mod clash;
mod document;
mod edit;
mod engine;
mod frame;
mod guard;
mod known;
mod limits;
mod operation;
mod refused;
mod shard;
mod shown;

pub use actor::{Actor, Author, actor, base_actor};
pub use base::CheckpointError;
pub use clash::{Clash, Voice};
pub use document::Document;
pub use edit::{Edit, EditError, RawChange};
pub use frame::ChangeHash;
pub use guard::Foreign;
pub use limits::{
    MAX_AUTHOR_BYTES, MAX_AUTHOR_CHANGES, MAX_CHANGE_BYTES, MAX_CHANGE_OPS, MAX_CHANGE_OVERWRITES, MAX_ID_BYTES,
    MAX_KEY_BYTES, MAX_RECORDS, MAX_TEXT_BYTES,
};
pub use refused::Refused;
pub use shard::{Shard, Unfit};
pub use shown::{Shown, shown};
