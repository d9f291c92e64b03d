//! What a package may ask of the device: tables are joined in memory, so that everything above is refused, with the
//! file and the line.

/// Bytes of one file.
pub(super) const MAX_FILE_BYTES: u64 = 48 * 1024 * 1024;
/// Bytes of all files that are joined together (one folder).
pub(super) const MAX_PACKAGE_BYTES: u64 = 96 * 1024 * 1024;
/// Rows of all files that are joined together.
pub(super) const MAX_ROWS: usize = 500_000;
/// Objects and arrays inside each other.
pub(super) const MAX_DEPTH: usize = 48;
/// Bytes of one string or cell.
pub(super) const MAX_TEXT_BYTES: usize = 256 * 1024;
/// Fields of an object.
pub(super) const MAX_COLUMNS: usize = 500;
/// Bytes of one text kept in a record.
pub(super) const MAX_KEPT_BYTES: usize = 1_500;
