//! `tsunagari find`.

use std::io::Read;

use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer::{Answer, Card, FindRequest};
use tsunagari_core::directory::emergency::EmergencyEntry;

use crate::args::FindArgs;
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};
use crate::session::Session;

/// Longest text that is read from standard input, in bytes.
const MOST_TEXT: u64 = 16 * 1024;

/// The answer with the emergency row, as JSON.
#[derive(serde::Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    answer: &'a Answer,
    emergency: &'a [EmergencyEntry],
}

/// What is looked for, read once: the standard input gives it only once.
pub(crate) fn text(wanted: &FindArgs) -> String {
    if wanted.words == ["-"] { typed() } else { wanted.words.join(" ") }
}

pub(crate) fn run(session: &mut Session<'_>, wanted: &FindArgs, text: &str) -> Result<Exit, Exit> {
    if text.trim().is_empty() {
        complain(session.global, &session.texts.get("nothing-said"));
        return Err(Exit::Usage);
    }
    let area = session.area(wanted.area.as_deref())?;
    let filters = wanted.filters.filters();
    let request = FindRequest { text: text.to_owned(), area: area.clone(), filters, limit: usize::from(wanted.limit) };
    let answer = session.app.find(&request).map_err(|error| session.fail(&error))?;
    let emergency = session.app.emergency(area.as_ref()).map_err(|error| session.fail(&error))?;
    let found = !answer.cards.is_empty();
    if session.global.json {
        session.screen.json(&Whole { answer: &answer, emergency: &emergency });
    } else {
        session.warn_of_clock();
        let (words, screen, _) = session.drawing();
        screen.answer(&words, &answer, &emergency);
    }
    session.screen.print();
    Ok(if found { Exit::Answer } else { Exit::Nothing })
}

/// What stands on the standard input; what is no UTF-8 is read as far as it goes.
fn typed() -> String {
    let mut bytes = Vec::new();
    let _end = std::io::stdin().lock().take(MOST_TEXT).read_to_end(&mut bytes);
    String::from_utf8_lossy(&bytes).trim().to_owned()
}

impl Screen {
    /// An answer: danger first, cards, what is missing, a smaller step, the emergency row.
    pub(crate) fn answer(&mut self, words: &Words<'_>, answer: &Answer, emergency: &[EmergencyEntry]) {
        if answer.danger {
            self.line(0, Look::Danger, &words.texts.get("danger-header"));
            self.line(0, Look::Plain, &words.texts.get("danger-both"));
            self.gap();
        }
        if let Some(understood) = words.understood(&answer.needs) {
            self.line(0, Look::Dim, &understood);
        }
        for gap in words.gaps(answer) {
            self.line(0, Look::Plain, &gap);
        }
        self.cards(words, &answer.cards);
        if answer.cut {
            self.gap();
            self.line(0, Look::Dim, &words.texts.get("cut"));
        }
        let first = answer.cards.iter().find(|card| !card.record.is("emergency_row"));
        if let Some(card) = first {
            self.gap();
            self.busy_hint(words, card, 0);
        }
        self.smaller_step(words, first);
        if !answer.danger {
            self.emergency(words, emergency);
        }
    }

    /// Cards with their numbers, or that nothing was found.
    pub(crate) fn cards(&mut self, words: &Words<'_>, cards: &[Card]) {
        for (at, card) in cards.iter().enumerate() {
            self.gap();
            self.card(words, card, Some(at + 1));
            if card.record.text("kind") == Some("place") {
                self.first_visit(words, &card.record);
            }
        }
        if cards.is_empty() {
            self.gap();
            self.line(0, Look::Plain, &words.texts.get("nothing-found"));
        }
    }

    /// Steps smaller than calling. What leaves a paper is not offered where it could be found.
    pub(crate) fn smaller_step(&mut self, words: &Words<'_>, card: Option<&Card>) {
        self.gap();
        self.line(0, Look::Bold, &words.texts.get("step-title"));
        if let Some(card) = card {
            let command = |name: &str| format!("tsunagari {name} {}", card.record.id).into();
            self.line(2, Look::Plain, &words.texts.with("step-read", &[("command", command("show"))]));
            if !card.record.is("trace_warning") {
                self.line(2, Look::Plain, &words.texts.with("step-keep", &[("command", command("card"))]));
            }
        }
        self.line(2, Look::Plain, &words.texts.get("step-memo"));
    }

    /// The emergency row on one line.
    pub(crate) fn emergency(&mut self, words: &Words<'_>, entries: &[EmergencyEntry]) {
        let Some(line) = words.emergency_line(entries) else { return };
        self.gap();
        self.line(0, Look::Plain, &line);
        for note in words.emergency_notes(entries) {
            self.line(0, Look::Dim, &note);
        }
    }
}
