//! The words that cells with hours are made of, apart from numbers and weekdays.
//!
//! What is not here is not understood, and what is not understood makes the answer unknown. A word belongs to the
//! harmless ones only if it can neither open nor close anything.

mod days;
mod doubtful;
mod harmless;
mod opening;
mod times;

use std::sync::LazyLock;

use super::lex::Word;

/// What a word that was understood as doubtful can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Doubtful {
    /// It may be closed.
    MayClose,
    /// It may be closed on other days besides those named.
    Others,
    /// Other days or other hours within those stated.
    Within,
    /// It may be open or closed.
    Anything,
}

/// Takes a word and its spellings.
type Put<'a> = &'a mut dyn FnMut(Word, &[&'static str]);

/// All words, with what they mean.
pub(super) static WORDS: LazyLock<Vec<(&'static str, Word)>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for list in [days::words, times::words, opening::words, doubtful::words, harmless::words] {
        list(&mut |word, texts| words.extend(texts.iter().map(|text| (*text, word.clone()))));
    }
    words
});
