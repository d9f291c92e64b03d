//! What one file may ask of the device. Anything above is refused with the file and the line.

/// Bytes of one record of a delimited or JSON Lines file, quoted line breaks included.
pub(super) const MAX_RECORD_BYTES: usize = 1024 * 1024;
/// Columns of one row.
pub(super) const MAX_COLUMNS: usize = 2_000;
/// Bytes of one cell; a row with a longer cell is refused, the file goes on.
pub(super) const MAX_CELL_BYTES: usize = 64 * 1024;
/// Rows of one import: to know an entry again takes some 190 bytes for each.
pub(super) const MAX_ROWS: u64 = 600_000;
/// Bytes a compressed text file may unfold to.
pub(super) const MAX_UNFOLDED_BYTES: u64 = 4 * 1024 * 1024 * 1024;
/// Bytes all parts of a workbook may unfold to together.
pub(super) const MAX_WORKBOOK_BYTES: u64 = 64 * 1024 * 1024;
/// How many times larger a part of a workbook may be than its compressed form, once it is over a mebibyte.
pub(super) const MAX_WORKBOOK_RATIO: u64 = 200;
/// Parts (files inside the archive) of a workbook.
pub(super) const MAX_WORKBOOK_PARTS: usize = 2_000;
/// Rows in which the header is looked for.
pub(super) const HEADER_ROWS: usize = 60;
/// Folders below the one given that are read.
pub(super) const MAX_DEPTH: usize = 32;
