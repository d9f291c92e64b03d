//! What a person keeps, in words: names of steps and fields, the memo as sentences, and why something was not kept.

use super::Words;
use crate::keepsakes::KeepError;
use crate::keepsakes::memo::Shared;
use crate::model::{MemoField, Step};
use crate::text::{Texts, plain};

/// Stands for the person's words while readings are written out, so that braces of theirs stay as they are.
const HOLE: &str = "\u{fffc}";

impl Words<'_> {
    /// Name of a step of the plan.
    #[must_use]
    pub fn step(&self, step: Step) -> String {
        self.texts.get(&format!("plan-step-{}", step.number()))
    }

    /// What may stand in a step, as a few examples.
    #[must_use]
    pub fn step_hint(&self, step: Step) -> String {
        self.texts.get(&format!("plan-hint-{}", step.number()))
    }

    /// Name of a field of the memo.
    #[must_use]
    pub fn field(&self, field: MemoField) -> String {
        field_name(field.code(), self.texts)
    }

    /// The memo in sentences, to be read aloud or shown: one paragraph a field, without readings to be drawn.
    #[must_use]
    pub fn memo_sentences(&self, shared: &Shared) -> Vec<String> {
        let sentence = |(field, text): (MemoField, &str)| {
            let said = self.texts.with(&format!("memo-say-{}", field.code()), &[("text", HOLE.into())]);
            plain(&said, self.language()).replace(HOLE, &ended(text, &said))
        };
        shared.fields().map(sentence).collect()
    }
}

/// A text that ends a sentence where nothing stands after it. An address or a number stays as it is.
fn ended(text: &str, said: &str) -> String {
    let open = !text.ends_with(|c: char| c.is_ascii() || "。！？…」』）".contains(c));
    if open && said.ends_with(HOLE) { format!("{text}。") } else { text.to_owned() }
}

fn field_name(code: &str, texts: &Texts) -> String {
    texts.get(&format!("memo-field-{code}"))
}

/// Why something was not kept, and what a person can do about it.
#[must_use]
pub fn keep_problem(error: &KeepError, texts: &Texts) -> String {
    let number = |number: &usize| number.to_string().into();
    match error {
        KeepError::Empty => texts.get("keep-empty"),
        KeepError::TooLong { has, most } => {
            texts.with("keep-too-long", &[("has", number(has)), ("most", number(most))])
        }
        KeepError::Full { most } => texts.with("keep-full", &[("most", number(most))]),
        KeepError::NoLine { place } => texts.with("keep-no-line", &[("place", number(place))]),
        KeepError::NoOwn { id } => texts.with("keep-no-own", &[("id", id.as_str().into())]),
        KeepError::EmptyField { field } => {
            texts.with("keep-empty-field", &[("field", field_name(field, texts).into())])
        }
        KeepError::NothingShared => texts.get("keep-nothing-shared"),
        KeepError::Traces => texts.get("keep-traces"),
        KeepError::TooLongForQr { has, most } => {
            texts.with("keep-qr-long", &[("has", number(has)), ("most", number(most))])
        }
    }
}
