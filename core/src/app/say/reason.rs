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
            Reason::FinderRule(rule) => self.texts.with("reason-finder", &[("rule", rule.as_str().into())]),
        }
    }

    /// All reasons of a card in one line; the same sentence once.
    #[must_use]
    pub fn reasons(&self, reasons: &[Reason]) -> String {
        let mut said: Vec<String> = Vec::new();
        for reason in reasons {
            let sentence = self.reason(reason);
            if !said.contains(&sentence) {
                said.push(sentence);
            }
        }
        said.join(self.comma())
    }
}
