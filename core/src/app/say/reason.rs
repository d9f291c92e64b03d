//! どうしてこれが出たか.

use super::Words;
use crate::directory::answer::Reason;

impl Words<'_> {
    /// A reason as a sentence.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        let words = |id: &str, words: &str| self.texts.with(id, &[("words", words.into())]);
        match reason {
            Reason::Danger => self.texts.get("reason-danger"),
            Reason::Need(need) => self.texts.with("reason-need", &[("need", self.need(need).into())]),
            Reason::BestFor(need) => self.texts.with("reason-best", &[("need", self.need(need).into())]),
            Reason::NameIs(text) => words("reason-name-is", text),
            Reason::NameHas(text) => words("reason-name-has", text),
            Reason::TextHas(text) => words("reason-text-has", text),
            Reason::SameMeaning { typed, found } => self
                .texts
                .with("reason-same-meaning", &[("typed", typed.as_str().into()), ("found", found.as_str().into())]),
            Reason::Digits(digits) => self.texts.with("reason-digits", &[("digits", digits.as_str().into())]),
            Reason::InArea(code) => self.texts.with("reason-in-area", &[("area", self.area(code).into())]),
            Reason::Near(km) => self.texts.with("reason-near-plain", &[("km", i64::from(*km).into())]),
            Reason::OpenNow => self.texts.get("reason-open-now"),
            Reason::Free => self.texts.get("reason-free"),
            Reason::NoVoice => self.texts.get("reason-no-voice"),
            Reason::Speaks(code) => self.texts.with("reason-speaks", &[("language", self.spoken(code).into())]),
            Reason::ForAge(age) => self.texts.with("reason-for-age", &[("age", i64::from(*age).into())]),
            Reason::Anything => self.texts.get("reason-anything"),
            Reason::OpensNext => self.texts.get("reason-opens-next"),
            Reason::FinderRule(rule) => {
                let finder = self.national.finder().ok();
                let said = finder.and_then(|finder| finder.explanation(rule)).map(|text| text.within(self.language()));
                self.texts.with("reason-finder", &[("rule", said.unwrap_or(rule).into())])
            }
        }
    }

    /// The strongest reasons of a card in one line, without those that say less than another one does.
    #[must_use]
    pub fn reasons(&self, reasons: &[Reason]) -> String {
        let mut said: Vec<String> = Vec::new();
        for (at, reason) in reasons.iter().enumerate() {
            let sentence = self.reason(reason);
            if said.len() < SAID && !adds_nothing(reason, reasons, at) && !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said.join(self.comma())
    }
}

/// Reasons that are said of one card.
const SAID: usize = 4;

/// A piece of a word beside the word, or a single character beside a better reason.
fn adds_nothing(reason: &Reason, all: &[Reason], at: usize) -> bool {
    let Reason::TextHas(piece) = reason else { return false };
    let short = piece.chars().count() < 2 || piece.chars().all(|c| ('ぁ'..='ん').contains(&c));
    let short = short || (piece.is_ascii() && piece.len() < 4);
    let longer = |other: &Reason| match other {
        Reason::TextHas(words) | Reason::NameHas(words) | Reason::NameIs(words) => words.contains(piece.as_str()),
        _ => false,
    };
    let others = || all.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, other)| other);
    others().any(|other| longer(other) && other != reason) || (short && others().next().is_some())
}
