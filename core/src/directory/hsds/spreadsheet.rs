//! Cells of an exported table that a spreadsheet would compute stand behind an apostrophe, and lose it when they are read
//! again: `=1+1` is written `'=1+1`, and what was `'=1+1` is written `''=1+1`, so that nothing is lost.

use std::borrow::Cow;

use crate::model::may_be_formula;

/// What stands before a cell that is text, in every spreadsheet.
const GUARD: char = '\'';

/// A cell as it is written.
pub(super) fn guarded(cell: &str) -> Cow<'_, str> {
    if is_computed(cell.trim_start_matches(GUARD)) { Cow::Owned(format!("{GUARD}{cell}")) } else { Cow::Borrowed(cell) }
}

/// A cell as it was meant; nothing when no apostrophe guards it.
pub(super) fn unguarded(cell: &str) -> Option<&str> {
    let meant = cell.strip_prefix(GUARD)?;
    is_computed(meant.trim_start_matches(GUARD)).then_some(meant)
}

/// Whether a spreadsheet may take a cell for a formula. A number with its sign, such as +81-3-1234-5678 or -34.5, is left
/// as it is: other programs dial it, and it can start nothing.
fn is_computed(cell: &str) -> bool {
    let of_a_number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '.' | '(' | ')');
    let number = cell.strip_prefix(['+', '-']).is_some_and(|rest| rest.chars().all(of_a_number));
    may_be_formula(cell) && !number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_compute_is_guarded_and_comes_back_as_it_was() {
        for cell in [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "+81-3-1234-5678 x=1",
            "-2+3+A1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1",
            " =1",
            "'=1",
            "''@x",
        ] {
            assert_eq!(guarded(cell), format!("'{cell}"), "{cell:?}");
        }
        for cell in ["+81-3-1234-5678", "+1 (555) 010-0000", "-34.5", "-", "", "'quoted'", "a=b", "087-839-2011"] {
            assert_eq!(guarded(cell), cell, "{cell:?}");
        }
        for cell in ["=1", "'=1", "''=1", "'", "'a", "-34.5", "＠家", "'+81-3"] {
            let written = guarded(cell).into_owned();
            assert_eq!(unguarded(&written).unwrap_or(&written), cell);
        }
    }
}
