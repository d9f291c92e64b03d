//! How much of anything is read. What is larger is refused before it is read.

/// Whole parts of one file, unpacked: a first install of 200,000 places takes about 250 MB.
pub const FILE_BYTES: u64 = 512 * 1024 * 1024;
/// One part: the largest is a table of the national pack.
pub const PART_BYTES: usize = 2 * 1024 * 1024;
/// Parts that a later version may add and this one passes over, together.
pub const IGNORED_BYTES: u64 = 1024 * 1024;
/// History that unpacking keeps; a file that asks for more is refused.
pub const WINDOW_BYTES: u64 = 8 * 1024 * 1024;
/// How deep lists and maps may lie in each other.
pub const CBOR_DEPTH: usize = 8;
