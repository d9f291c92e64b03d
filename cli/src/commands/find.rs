//! `tsunagari find`.

use std::io::Read;

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{Kept, OwnCard, WithOwn};
use tsunagari_core::directory::answer::{Answer, Card, FindRequest};
use tsunagari_core::directory::emergency::{EmergencyEntry, Here};
use tsunagari_core::text::Texts;

use crate::args::{FindArgs, Global};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::Private;
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
    /// What the person wrote themselves, when they opened it.
    #[serde(skip_serializing_if = "Option::is_none")]
    own: Option<&'a [OwnCard]>,
}

/// What is looked for, read once: the standard input gives it only once.
pub(crate) fn text(wanted: &FindArgs) -> String {
    typed_words(&wanted.words)
}

/// Words as they were typed, or what stands on the standard input for a single hyphen.
pub(crate) fn typed_words(words: &[String]) -> String {
    if words == ["-"] { typed() } else { words.join(" ") }
}

/// Finds; with what the person wrote themselves only if they said so. Where that does not open, there is an answer all
/// the same.
pub(crate) fn beside(global: &Global, wanted: &FindArgs, text: &str) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let kept = wanted.own.then(|| Private::open(global, &wanted.kept, texts, Need::Open)).transpose();
    let closed = kept.as_ref().err().copied();
    let kept = kept.ok().flatten();
    let ended = Session::asking(global, |session| run(session, wanted, text, kept.as_ref()));
    if kept.is_some() && ended == Err(Exit::Store) {
        // Damage in what is kept shows only where it is read.
        return Session::asking(global, |session| run(session, wanted, text, None)).and(Ok(Exit::Store));
    }
    Ok(closed.unwrap_or(ended?))
}

fn run(session: &mut Session<'_>, wanted: &FindArgs, text: &str, kept: Option<&Kept>) -> Result<Exit, Exit> {
    if text.trim().is_empty() {
        complain(session.global, &session.texts.get("nothing-said"));
        return Err(Exit::Usage);
    }
    let area = session.area(wanted.area.as_deref())?;
    let filters = wanted.filters.filters();
    let request = FindRequest { text: text.to_owned(), area: area.clone(), filters, limit: usize::from(wanted.limit) };
    let found = match kept {
        Some(kept) => session.app.find_with_own(kept, &request),
        None => session.app.find(&request).map(|answer| WithOwn { answer, own: Vec::new() }),
    };
    let WithOwn { answer, own } = found.map_err(|error| session.fail(&error))?;
    let emergency = session.app.emergency(area.as_ref()).map_err(|error| session.fail(&error))?;
    let found = !answer.cards.is_empty() || !own.is_empty();
    if session.global.json {
        let own = kept.map(|_| own.as_slice());
        session.screen.json(&Whole { answer: &answer, emergency: &emergency, own });
    } else {
        session.warn_of_clock();
        let (words, screen, _) = session.drawing();
        screen.answer(&words, &answer, &own, &emergency);
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
    /// An answer: danger first, what the person wrote themselves, cards, what is missing, a smaller step, the emergency row.
    pub(crate) fn answer(&mut self, words: &Words<'_>, answer: &Answer, own: &[OwnCard], emergency: &[EmergencyEntry]) {
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
        // What one wrote oneself is nearest, but never before what a danger needs.
        if !answer.danger {
            self.owns(words, own);
        }
        if own.is_empty() || !answer.cards.is_empty() {
            self.cards(words, &answer.cards);
        }
        if answer.danger {
            self.owns(words, own);
        }
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
            self.area_hint(words, emergency);
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

    /// How to say where one is, below numbers that depend on it; for commands that take an area.
    pub(crate) fn area_hint(&mut self, words: &Words<'_>, entries: &[EmergencyEntry]) {
        if entries.iter().any(|entry| entry.here == Here::DependsOnPlace) {
            self.line(0, Look::Dim, &words.texts.get("area-hint"));
        }
    }
}
