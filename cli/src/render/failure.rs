//! What a program that asked for JSON gets when there is no answer: one document that says why.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use tsunagari_core::model::{Language, is_hidden};

use super::Screen;
use crate::exit::Exit;

/// Whether something was printed for the reader of the answer.
static ANSWERED: AtomicBool = AtomicBool::new(false);
/// What was said on the standard error.
static SAID: Mutex<Vec<String>> = Mutex::new(Vec::new());

#[derive(serde::Serialize)]
struct Document<'a> {
    error: Failure<'a>,
}

/// Why there is no answer.
#[derive(serde::Serialize)]
struct Failure<'a> {
    code: &'a str,
    message: &'a str,
    exit: u8,
}

/// Remembers that there was an answer.
pub(super) fn answered() {
    ANSWERED.store(true, Ordering::Relaxed);
}

/// Remembers a sentence of the standard error.
pub(super) fn said(text: &str) {
    SAID.lock().unwrap_or_else(PoisonError::into_inner).push(text.to_owned());
}

/// Prints the document of a run that ended so, unless it printed an answer.
pub(crate) fn no_answer(language: Language, exit: Exit) {
    if exit == Exit::Answer || ANSWERED.load(Ordering::Relaxed) {
        return;
    }
    let message = SAID.lock().unwrap_or_else(PoisonError::into_inner).join("\n");
    let error = Failure { code: exit.reason(), message: &message, exit: exit as u8 };
    let mut screen = Screen::plain(language);
    screen.json(&Document { error });
    screen.print();
}

/// JSON in which hidden characters, which stand in names of files only, are written as numbers.
pub(super) fn seen(json: &str) -> String {
    let mut seen = String::with_capacity(json.len());
    for c in json.chars() {
        if is_hidden(c) {
            let mut units = [0; 2];
            seen.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
        } else {
            seen.push(c);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_numbers_in_json() {
        let name = "a\u{202e}vsc\u{9b}\u{e0041}";
        let json = seen(&serde_json::to_string(name).unwrap());
        assert_eq!(json, r#""a\u202evsc\u009b\udb40\udc41""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), name);
    }
}
