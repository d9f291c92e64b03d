//! What a package may ask of the device: tables are joined in memory, so that everything above is refused, with the
//! file and the line.

/// Bytes of one file.
pub(super) const MAX_FILE_BYTES: u64 = 48 * 1024 * 1024;
/// Bytes of all files that are joined together (one folder).
pub(super) const MAX_PACKAGE_BYTES: u64 = 96 * 1024 * 1024;
/// Memory that the rows of all files that are joined together may take.
pub(super) const MAX_MEMORY: usize = 256 * 1024 * 1024;
/// The same with the largest JSON document among them while it is read.
pub(super) const MAX_WITH_DOCUMENT: usize = 512 * 1024 * 1024;
/// Memory of a row beside its fields: where it stands, its id, what becomes of it.
pub(super) const ROW_MEMORY: usize = 460;
/// Memory of a field beside its text.
pub(super) const FIELD_MEMORY: usize = 64;
/// Memory of an object, of a list, and of what stands in one, when a document is parsed.
pub(super) const OBJECT_MEMORY: usize = 500;
pub(super) const LIST_MEMORY: usize = 100;
pub(super) const VALUE_MEMORY: usize = 150;
/// Rows that one entry is made of; a record has no room for more.
pub(super) const MAX_PARTS: usize = 4_000;
/// Objects and arrays inside each other.
pub(super) const MAX_DEPTH: usize = 48;
/// Bytes of one string or cell.
pub(super) const MAX_TEXT_BYTES: usize = 256 * 1024;
/// Fields of an object.
pub(super) const MAX_COLUMNS: usize = 500;
/// Bytes of one text kept in a record.
pub(super) const MAX_KEPT_BYTES: usize = 1_500;
