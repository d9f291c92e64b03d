//! Why a check-in comes when it comes. Nothing is counted in front of a person.

use crate::model::Why;
use crate::text::Texts;

/// The reason in the language of the screen.
#[must_use]
pub fn why(reason: &Why, texts: &Texts) -> String {
    let mut said = vec![texts.get(if reason.snoozed {
        "why-snoozed"
    } else if reason.every > 1 && reason.unanswered > 1 {
        "why-rarer-by-itself"
    } else if reason.every > 1 {
        "why-rarer"
    } else {
        "why-window"
    })];
    if reason.moved {
        said.push(texts.get("why-moved"));
    }
    said.join(&texts.get("why-between"))
}
