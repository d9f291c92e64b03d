//! `tsunagari busy`: a line did not answer. What there is now stands side by side, and it never ends in nothing.

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AppError, Busy, BusyRequest, Kept};
use tsunagari_core::directory::answer::{Card, name_in};
use tsunagari_core::directory::chain::Choice;
use tsunagari_core::directory::emergency::EmergencyEntry;
use tsunagari_core::text::Texts;

use crate::args::{BusyArgs, Global};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, now};
use crate::render::{Look, Screen, complain};
use crate::session::Session;

/// The choices with the emergency row, as JSON.
#[derive(serde::Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    busy: &'a Busy,
    emergency: &'a [EmergencyEntry],
}

/// Answers; with what was tried in the last day only if the person said so. Where that does not open, there is an answer
/// all the same, and nothing is remembered.
pub(crate) fn beside(global: &Global, wanted: &BusyArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let kept = wanted.tried.then(|| Private::open(global, &wanted.kept, texts, Need::Open)).transpose();
    let closed = kept.as_ref().err().copied();
    if closed.is_some() {
        complain(global, &texts.get("tried-not-kept"));
    }
    let kept = kept.ok().flatten();
    let ended = Session::asking(global, |session| run(session, wanted, kept.as_ref()));
    if kept.is_some() && ended == Err(Exit::Store) {
        // Damage in what is kept shows only where it is read.
        complain(global, &texts.get("tried-not-kept"));
        return Session::asking(global, |session| run(session, wanted, None)).and(Ok(Exit::Store));
    }
    Ok(closed.unwrap_or(ended?))
}

fn run(session: &mut Session<'_>, wanted: &BusyArgs, kept: Option<&Kept>) -> Result<Exit, Exit> {
    let area = session.area(wanted.area.as_deref())?;
    let request = BusyRequest {
        ids: wanted.ids.clone(),
        kind: wanted.channel.clone(),
        area: area.clone(),
        spoken: wanted.spoken.clone(),
        age: wanted.age,
    };
    let busy = match kept {
        Some(kept) => session.app.chain_with_tries(kept, &request, now(session.global)),
        None => session.app.chain(&request),
    };
    // A line that is not known, or was called by its name, did not answer all the same.
    let (busy, known) = match busy {
        Err(error @ AppError::NotFound { .. }) => {
            session.fail(&error);
            (session.app.chain(&BusyRequest { ids: Vec::new(), ..request }), false)
        }
        busy => (busy, true),
    };
    let busy = busy.map_err(|error| session.fail(&error))?;
    let emergency = session.app.emergency(area.as_ref()).map_err(|error| session.fail(&error))?;
    if session.global.json {
        session.screen.json(&Whole { busy: &busy, emergency: &emergency });
    } else {
        session.warn_of_clock();
        let (words, screen, _) = session.drawing();
        screen.busy(&words, &busy);
        if kept.is_some() {
            screen.gap();
            screen.line(0, Look::Dim, &words.texts.get("tried-kept"));
        }
        screen.emergency(&words, &emergency);
        screen.area_hint(&words, &emergency);
    }
    session.screen.print();
    Ok(if known { Exit::Answer } else { Exit::Nothing })
}

impl Screen {
    /// What can be done, each under what it is; none is put above the others.
    fn busy(&mut self, words: &Words<'_>, busy: &Busy) {
        let line = busy.line.as_ref();
        if line.is_some_and(|card| card.record.is("emergency_row")) {
            self.line(0, Look::Danger, &words.texts.get("danger-header"));
            self.line(0, Look::Plain, &words.texts.get("danger-both"));
            self.gap();
        }
        self.line(0, Look::Bold, &words.texts.get("busy-title"));
        let said = match line {
            Some(card) => {
                let name = name_in(&card.record, words.language()).to_owned();
                words.texts.with("busy-line", &[("name", name.into())])
            }
            None => words.texts.get("busy-lines"),
        };
        self.line(0, Look::Plain, &said);
        if line.is_some_and(|card| card.record.is("trace_warning")) {
            self.gap();
            self.line(0, Look::Bold, &words.texts.get("trace-title"));
            self.line(2, Look::Plain, &words.texts.get("trace-warning"));
        }
        let mut title = "";
        for choice in &busy.choices {
            let next = heading(choice);
            if next != title {
                self.gap();
                self.line(0, Look::Bold, &words.texts.get(next));
                title = next;
            } else {
                self.gap();
            }
            match choice {
                Choice::OtherWay { way } => line.into_iter().for_each(|card| self.way(words, card, way)),
                other => offered(other).into_iter().for_each(|card| self.card(words, card, None)),
            }
        }
        let offered = busy.choices.iter().find_map(offered);
        self.smaller_step(words, line.filter(|card| !card.record.is("emergency_row")).or(offered));
    }

    /// Where to look when a line does not answer, for what has a telephone.
    pub(crate) fn busy_hint(&mut self, words: &Words<'_>, card: &Card, indent: usize) {
        if !card.record.is("emergency_row") && card.ways.iter().any(|way| way.kind == "tel") {
            let command = format!("tsunagari busy {}", card.record.id);
            self.line(indent, Look::Dim, &words.texts.with("busy-hint", &[("command", command.into())]));
        }
    }
}

const fn heading(choice: &Choice) -> &'static str {
    match choice {
        Choice::OtherWay { .. } => "busy-other-way",
        Choice::Line { .. } => "busy-open",
        Choice::Unsure { .. } => "busy-unsure",
        Choice::Again { .. } => "busy-again",
        Choice::Later { .. } => "busy-next",
        Choice::EnoughForToday => "busy-today",
    }
}

const fn offered(choice: &Choice) -> Option<&Card> {
    match choice {
        Choice::Line { card, .. }
        | Choice::Unsure { card, .. }
        | Choice::Again { card, .. }
        | Choice::Later { card, .. } => Some(card),
        Choice::OtherWay { .. } | Choice::EnoughForToday => None,
    }
}
