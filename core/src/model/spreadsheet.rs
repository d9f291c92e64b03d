//! What a spreadsheet would compute instead of showing it (CWE-1236).

/// What a cell that is computed begins with, in half and full width.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet may take the text of a cell for a formula; blanks in front do not hide one.
#[must_use]
pub fn may_be_formula(cell: &str) -> bool {
    cell.starts_with(['\t', '\r', '\n']) || cell.trim_start().starts_with(SIGNS)
}
