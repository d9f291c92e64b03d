//! つらいときのメモ and the consultation memo on paper.

use chrono::NaiveDate;

use super::{Entry, Layout, Paper};
use crate::app::say::Words;
use crate::app::{HardHours, ShownLine};
use crate::directory::answer::{Card, name_in};
use crate::keepsakes::memo::Shared;
use crate::keepsakes::qr::Qr;
use crate::text::plain;

impl Words<'_> {
    /// The plan: steps that have lines, then the lines that listen, and the emergency row.
    #[must_use]
    pub fn plan_paper(&self, layout: Layout, hours: &HardHours, today: NaiveDate) -> Paper {
        let filled = hours.steps.iter().filter(|step| !step.lines.is_empty());
        let mut entries: Vec<Entry> = filled
            .map(|step| written(self.step(step.step), step.lines.iter().map(|line| self.plan_line(line)).collect()))
            .collect();
        let listening: Vec<String> = hours.listening.iter().map(|card| self.printed_card(card)).collect();
        entries.push(written(self.texts.get("plan-listening"), listening));
        let emergency = self.printed_emergency(&hours.emergency);
        if layout == Layout::Copy {
            entries.push(written(self.texts.get("emergency-title"), self.emergency_names(hours)));
        }
        let title = self.texts.get("plan-title");
        self.kept_paper(layout, title, emergency, entries, ("print-made", today))
    }

    /// The memo: the fields that may be shown, and a QR code of its text where one holds it.
    #[must_use]
    pub fn memo_paper(&self, layout: Layout, shared: &Shared, today: NaiveDate) -> Paper {
        let entries = shared.fields().map(|(field, text)| written(self.field(field), vec![text.to_owned()])).collect();
        let title = self.texts.get("memo-title");
        let qr = Qr::new(&self.memo_text(shared)).ok();
        let below = self.texts.get(if qr.is_some() { "memo-qr-below" } else { "memo-paper-no-qr" });
        Paper { qr, below, ..self.kept_paper(layout, title, String::new(), entries, ("memo-made", today)) }
    }

    /// The memo as one text, for a QR code: a line a field.
    #[must_use]
    pub fn memo_text(&self, shared: &Shared) -> String {
        self.memo_sentences(shared).join("\n")
    }

    fn kept_paper(
        &self,
        layout: Layout,
        title: String,
        emergency: String,
        entries: Vec<Entry>,
        (made, today): (&str, NaiveDate),
    ) -> Paper {
        let made = self.texts.with(made, &[("date", today.to_string().into())]);
        let language = self.language().code();
        Paper { layout, language, title, made, emergency, entries, qr: None, below: String::new() }
    }

    fn plan_line(&self, line: &ShownLine) -> String {
        match line {
            ShownLine::Words(words) => words.clone(),
            ShownLine::Entry(entry) => match &entry.card {
                Some(card) => self.printed_card(card),
                None => self.remark(&entry.name, &plain(&self.texts.get("plan-gone"), self.language())),
            },
        }
    }

    /// A line of the directory on one line of paper: name, number, cost, and who assured it.
    fn printed_card(&self, card: &Card) -> String {
        let entry = self.entry(card);
        let ways = entry.ways.iter().take(1).map(|way| self.remark(&way.target, &way.notes.join(self.comma())));
        let parts: Vec<String> = [name_in(&card.record, self.language()).to_owned()].into_iter().chain(ways).collect();
        plain(&self.remark(&parts.join("　"), &entry.assured), self.language())
    }

    fn emergency_names(&self, hours: &HardHours) -> Vec<String> {
        let named = |entry: &crate::directory::emergency::EmergencyEntry| {
            let number = self.way_target(&entry.card, entry.card.ways.first()?)?;
            let name = plain(name_in(&entry.card.record, self.language()), self.language());
            Some(if name.contains(number) { name } else { format!("{number}　{name}") })
        };
        hours.emergency.iter().filter_map(named).collect()
    }
}

fn written(name: String, lines: Vec<String>) -> Entry {
    let (summary, assured) = (String::new(), String::new());
    Entry { name, summary, ways: Vec::new(), address: None, assured, lines }
}
