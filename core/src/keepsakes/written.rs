//! What a person wrote, before it is kept.

use super::KeepError;

/// A text of one line: white space at the ends goes, line breaks and other control characters become spaces.
pub(super) fn line(text: &str, most: usize) -> Result<String, KeepError> {
    let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    limited(flat.trim(), most)
}

/// A text of several lines: white space at the ends goes, control characters other than line breaks become spaces.
pub(super) fn text(text: &str, most: usize) -> Result<String, KeepError> {
    let text = text.replace("\r\n", "\n");
    let flat: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    limited(flat.trim(), most)
}

/// The length is said, and nothing is cut.
fn limited(text: &str, most: usize) -> Result<String, KeepError> {
    let has = text.chars().count();
    if has > most { Err(KeepError::TooLong { has, most }) } else { Ok(text.to_owned()) }
}

/// Something must be there.
pub(super) fn stated(text: String) -> Result<String, KeepError> {
    if text.is_empty() { Err(KeepError::Empty) } else { Ok(text) }
}
