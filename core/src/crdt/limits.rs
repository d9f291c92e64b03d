//! How much a shard, a change and an author may take. None of them depends on the order in which changes arrive, so
//! that everybody who has the same changes refuses the same ones.

use crate::model::MAX_RECORD_BYTES;

/// Most records of a shard: more edits on a larger document cost automerge 0.12 memory without bound.
pub const MAX_RECORDS: usize = 200;

/// Most bytes of one change.
pub const MAX_CHANGE_BYTES: usize = 64 * 1024;

/// Most fields that one change writes or deletes.
pub const MAX_CHANGE_OPS: usize = 512;

/// Most values that one change overwrites; a field has as many as editors wrote it at the same time.
pub const MAX_CHANGE_OVERWRITES: usize = 8 * MAX_CHANGE_OPS;

/// Most changes of one author in a generation. The publisher opens the next one at as many of all authors together.
pub const MAX_AUTHOR_CHANGES: u64 = 256;

/// Most bytes of all changes of one author in a generation. With [`MAX_AUTHOR_CHANGES`] and the authors of a charter it
/// bounds the whole document.
pub const MAX_AUTHOR_BYTES: usize = 256 * 1024;

/// Most bytes of a record's id.
pub const MAX_ID_BYTES: usize = 200;

/// Most bytes of the key of a field.
pub const MAX_KEY_BYTES: usize = 200;

/// Most bytes of a text: as a whole record may take. Whether a record stays below that is for the caller to check.
pub const MAX_TEXT_BYTES: usize = MAX_RECORD_BYTES;
