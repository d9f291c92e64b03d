//! The consultation memo: what one would otherwise have to say at every desk anew. Each field is shown to somebody only
//! if the person said so of this field.

use super::{KeepError, written};
use crate::model::{MemoEntry, MemoField};

/// How many characters a field has at most.
pub const LONGEST_FIELD: usize = 1_000;

/// The whole memo, for the person alone: it can be shown on their screen and is made into nothing else.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Memo(Vec<MemoEntry>);

/// The fields that may be shown, in the order in which they are said. Card, paper and QR code are made from this alone,
/// and only [`Memo::shared`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared(Vec<(MemoField, String)>);

impl Memo {
    /// From entries in any order.
    #[must_use]
    pub fn new(mut entries: Vec<MemoEntry>) -> Self {
        entries.sort_by_key(|entry| entry.field);
        Self(entries)
    }

    /// The fields that are filled in, in the order in which they are said.
    #[must_use]
    pub fn entries(&self) -> &[MemoEntry] {
        &self.0
    }

    /// The fields that may be shown.
    ///
    /// # Errors
    /// [`KeepError::NothingShared`] when there is none.
    pub fn shared(&self) -> Result<Shared, KeepError> {
        let shared = self.0.iter().filter(|entry| entry.share);
        let shared: Vec<_> = shared.map(|entry| (entry.field, entry.text.clone())).collect();
        if shared.is_empty() { Err(KeepError::NothingShared) } else { Ok(Shared(shared)) }
    }
}

impl Shared {
    /// The fields with their texts.
    pub fn fields(&self) -> impl Iterator<Item = (MemoField, &str)> {
        self.0.iter().map(|(field, text)| (*field, text.as_str()))
    }
}

/// The text of a field, without white space at its ends.
///
/// # Errors
/// [`KeepError::Empty`]; [`KeepError::TooLong`] for more than [`LONGEST_FIELD`] characters: nothing is cut.
pub fn field_text(text: &str) -> Result<String, KeepError> {
    written::text(text, LONGEST_FIELD).and_then(written::stated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(field: MemoField, text: &str, share: bool) -> MemoEntry {
        MemoEntry { field, text: text.into(), share }
    }

    #[test]
    fn only_what_may_be_shown_is_shown_and_in_the_order_of_saying() {
        let memo = Memo::new(vec![
            entry(MemoField::Wish, "住むところ", true),
            entry(MemoField::Health, "ひみつ", false),
            entry(MemoField::Name, "はな", true),
        ]);
        let shared = memo.shared().unwrap();
        let fields: Vec<_> = shared.fields().collect();
        assert_eq!(fields, [(MemoField::Name, "はな"), (MemoField::Wish, "住むところ")]);
    }

    #[test]
    fn a_memo_of_which_nothing_may_be_shown_makes_no_card() {
        assert_eq!(Memo::new(Vec::new()).shared(), Err(KeepError::NothingShared));
        let memo = Memo::new(vec![entry(MemoField::Name, "はな", false)]);
        assert_eq!(memo.shared(), Err(KeepError::NothingShared));
    }

    #[test]
    fn a_field_keeps_its_lines_and_is_never_cut() {
        assert_eq!(field_text(" 家賃\r\n\r\n電気\u{7} ").unwrap(), "家賃\n\n電気");
        assert_eq!(field_text("\n"), Err(KeepError::Empty));
        assert_eq!(field_text(&"あ".repeat(1_001)), Err(KeepError::TooLong { has: 1_001, most: 1_000 }));
    }

    #[test]
    fn every_field_has_a_code_of_its_own() {
        assert!(MemoField::ALL.iter().all(|field| MemoField::parse(field.code()) == Some(*field)));
        assert!(MemoField::ALL.is_sorted());
    }
}
