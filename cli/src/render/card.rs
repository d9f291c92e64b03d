//! A card in a list: name, reasons, state, number with cost, date of assurance, one line of what it is.

use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer::{Card, Way, name_in};
use tsunagari_core::model::{Channel, OpenState, Unknown};

use super::{Look, Screen};

/// How many ways of a card a list shows.
const WAYS: usize = 3;

impl Screen {
    /// A card of an answer.
    pub(crate) fn card(&mut self, words: &Words<'_>, card: &Card, number: Option<usize>) {
        let mark = number.map_or_else(String::new, |number| format!("{number}. "));
        self.hanging(0, &mark, Look::Bold, name_in(&card.record, words.language()));
        if let Some(label) = words.label(card) {
            self.line(3, Look::Dim, &label);
        }
        if !card.reasons.is_empty() {
            let why = [words.texts.get("why"), words.reasons(&card.reasons)].join(words.colon());
            self.line(3, Look::Dim, &why);
        }
        for way in card.ways.iter().filter(|way| way.kind != "web").take(WAYS) {
            self.way(words, card, way);
        }
        if card.ways.iter().all(|way| way.kind == "web") {
            for way in &card.ways {
                self.way(words, card, way);
            }
        }
        for (from, to) in card.opens_later().take(1) {
            let next = [words.texts.get("next-dates"), words.span(*from, *to)].join(words.colon());
            self.line(3, Look::Plain, &next);
        }
        if let Some(address) = card.record.text("address") {
            let place = words.texts.with("address", &[("place", address.into())]);
            self.line(3, Look::Plain, &place);
        }
        if let Some(summary) = card.record.localised("summary", words.language()) {
            self.line(3, Look::Plain, &first_sentence(summary));
        }
        let mut assured = words.assurance(&card.assurance);
        if let Some(age) = words.age(card.assurance.freshness) {
            assured = format!("{assured}　{age}");
        }
        self.line(3, Look::Dim, &format!("{assured}　[{}]", card.record.id));
    }

    /// A card under a name that stands there already: its first ways, and who assured them.
    pub(crate) fn brief(&mut self, words: &Words<'_>, card: &Card) {
        for way in card.ways.iter().filter(|way| way.kind != "web").take(2) {
            self.way(words, card, way);
        }
        let assured = words.assurance(&card.assurance);
        self.line(5, Look::Dim, &format!("{assured}　[{}]", card.record.id));
    }

    /// Hours as published, where they are the only answer there is.
    fn stated_hours(&mut self, words: &Words<'_>, card: &Card, way: &Way) {
        let channel = Channel { record: &card.record, id: &way.id };
        let unread =
            matches!(way.state, OpenState::Unknown { why: Unknown::NotUnderstood | Unknown::PartlyUnderstood });
        if let (true, Some(raw)) = (unread, channel.text("hours_raw")) {
            self.line(5, Look::Dim, &words.texts.with("hours-as-stated", &[("words", raw.into())]));
        }
    }

    /// One way: what it is, the number, open or not, the cost.
    pub(crate) fn way(&mut self, words: &Words<'_>, card: &Card, way: &Way) {
        let name = words.way_name(card, way);
        let target = words.way_target(card, way).unwrap_or_default();
        let notes = words.way_notes(way).join(words.comma());
        let first = [name.as_str(), target].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　");
        let first = words.remark(&first, &notes);
        self.hanging(3, "", Look::Plain, &first);
        if way.kind != "web" {
            let look = if matches!(way.state, OpenState::Open { .. }) { Look::Good } else { Look::Dim };
            self.line(5, look, &words.state(&way.state));
            self.stated_hours(words, card, way);
        }
    }
}

/// The first sentence of a text, with its full stop.
fn first_sentence(text: &str) -> String {
    let end = text.char_indices().find(|(at, c)| {
        *c == '。' || (*c == '.' && text.get(at + 1..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
    });
    end.and_then(|(at, c)| text.get(..at + c.len_utf8())).unwrap_or(text).to_owned()
}
