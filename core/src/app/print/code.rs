//! An entry as a short text for a QR code, which another telephone reads from the screen.

use super::stated_hours;
use crate::app::say::Words;
use crate::directory::answer::{Card, Way, name_in};
use crate::text::plain;

/// A code of so many bytes is read from a screen at once.
const MOST_BYTES: usize = 400;

impl Words<'_> {
    /// An entry as plain text, a line for each fact: its name, some ways with their cost and the hours as published, where
    /// it is, and who assured all that and when. Nothing in it is about the person, or about what is open at the moment.
    ///
    /// While it has more than 400 bytes, ways are left out from the last on, except the first; then the hours of that, or
    /// what the entry is. What is left then stays, however long it is: no number is given away without who assured it.
    #[must_use]
    pub fn code_text(&self, card: &Card) -> String {
        let ways = self.lasting_ways(card);
        let mut text = self.code_of(card, &ways, true);
        for left in (1..ways.len()).rev() {
            if text.len() > MOST_BYTES {
                text = self.code_of(card, ways.get(..left).unwrap_or_default(), true);
            }
        }
        if text.len() > MOST_BYTES {
            text = self.code_of(card, ways.get(..1).unwrap_or_default(), false);
        }
        text
    }

    fn code_of(&self, card: &Card, ways: &[&Way], whole: bool) -> String {
        let record = &card.record;
        let address = record.text("address").map(|place| self.texts.with("address", &[("place", place.into())]));
        // Where there is nothing to call and nowhere to go, what it is.
        let told = whole && ways.is_empty() && address.is_none();
        let told = record.localised("summary", self.language()).filter(|_| told);
        let mut lines = vec![name_in(record, self.language()).to_owned()];
        lines.extend(told.map(str::to_owned));
        lines.extend(ways.iter().map(|way| self.code_way(card, way, whole)));
        lines.extend(address);
        lines.extend(self.label(card));
        lines.push(self.assurance(&card.assurance));
        lines.extend(self.age(card.assurance.freshness));
        // A text of the record that has several lines cannot look like several facts.
        let lines: Vec<String> = lines.iter().map(|line| line.replace(['\n', '\r'], " ")).collect();
        plain(&lines.join("\n"), self.language())
    }

    fn code_way(&self, card: &Card, way: &Way, hours: bool) -> String {
        let name = self.way_name(card, way);
        let reached = match self.way_target(card, way) {
            Some(target) => [name.as_str(), target].join(self.colon()),
            None => name,
        };
        let hours = stated_hours(card, way).filter(|_| hours).map(str::to_owned);
        let notes: Vec<String> = self.fee(way.fee).into_iter().chain(hours).collect();
        self.remark(&reached, &notes.join(self.comma()))
    }
}
