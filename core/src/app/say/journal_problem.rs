//! What was not written down, or not taken in, in the language of the screen.

use crate::journal::{FileError, JournalError, Named, vocabulary};
use crate::model::{Mood, MoodError};
use crate::text::{Argument, Texts};

/// What did not work, and the next step.
#[must_use]
pub fn journal_problem(error: &JournalError, texts: &Texts) -> String {
    let about = |id: &str, text: &str| texts.with(id, &[("text", text.into())]);
    match error {
        JournalError::Hidden => texts.get("mood-hidden"),
        JournalError::Level(typed) => about("mood-no-level", typed),
        JournalError::Label { typed, near } => near_words("mood-no-label", typed, near, texts, |code| {
            vocabulary().ok().and_then(|vocabulary| vocabulary.label_of(code))
        }),
        JournalError::Context { typed, near } => near_words("mood-no-context", typed, near, texts, |code| {
            vocabulary().ok().and_then(|vocabulary| vocabulary.context_of(code))
        }),
        JournalError::Mood(MoodError::NoteTooLong(length)) => {
            let said = [("length", length.to_string().into()), ("most", Mood::LONGEST_NOTE.to_string().into())];
            texts.with("mood-note-long", &said)
        }
        JournalError::Mood(MoodError::TooManyWords(_)) => {
            texts.with("mood-many-words", &[("most", Mood::MOST_WORDS.to_string().into())])
        }
        JournalError::Mood(MoodError::Time) => texts.get("mood-no-time"),
        JournalError::Mood(MoodError::Word("contexts", word)) => about("mood-no-context", word),
        JournalError::Mood(MoodError::Word(_, word)) => about("mood-no-label", word),
        JournalError::Time => texts.get("mood-time"),
        JournalError::NoEntry(id) => about("mood-no-entry", id),
        JournalError::File(problem) => log_problem(problem, texts),
        JournalError::Form(id) => about("check-no-form", id),
        JournalError::Answers { questions, most } => {
            let said = [("questions", questions.to_string().into()), ("most", most.to_string().into())];
            texts.with("check-answers", &said)
        }
    }
}

fn near_words(
    id: &str,
    typed: &str,
    near: &[String],
    texts: &Texts,
    named: impl Fn(&str) -> Option<&'static Named>,
) -> String {
    let language = texts.language();
    let names: Vec<&str> =
        near.iter().filter_map(|code| named(code)).map(|named| named.name.within(language)).collect();
    let said = texts.with(id, &[("text", typed.into())]);
    let hint = match names.as_slice() {
        [] => texts.get("mood-words-hint"),
        names => texts.with("mood-words-near", &[("names", names.join(&texts.get("mood-comma")).into())]),
    };
    format!("{said}\n{hint}")
}

fn log_problem(problem: &FileError, texts: &Texts) -> String {
    let at = |id: &str, line: &usize| texts.with(id, &[("line", line.to_string().into())]);
    let said = match problem {
        FileError::Empty => texts.get("mood-file-empty"),
        FileError::TooLarge(most) => texts.with("mood-file-large", &[("most", most.to_string().into())]),
        FileError::NotUtf8 { line } => at("mood-file-not-utf8", line),
        FileError::Foreign { line } => at("mood-file-foreign", line),
        FileError::NeedsNewerVersion(version) => {
            texts.with("mood-file-newer", &[("version", version.to_string().into())])
        }
        FileError::Torn { line } => at("mood-file-torn", line),
        FileError::Columns { line } => at("mood-file-columns", line),
        FileError::Value { line, column } => {
            texts.with("mood-file-value", &[("line", line.to_string().into()), ("column", Argument::from(*column))])
        }
        FileError::Twice { line } => at("mood-file-twice", line),
    };
    format!("{said}\n{}", texts.get("mood-file-nothing"))
}
