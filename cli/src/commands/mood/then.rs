//! After an entry, because somebody asked: one small step and one place nearby, each with its reason. After some words
//! a small step would be too small: there, people who listen stand in its place.

use tsunagari_core::directory::answer::Card;
use tsunagari_core::journal::{Entry, Step, Why, step};
use tsunagari_core::model::Mood;

use super::Run;
use crate::exit::Exit;
use crate::render::Look;
use crate::session::Session;

/// What is shown, as JSON.
#[derive(serde::Serialize)]
struct Then<'a> {
    entry: Entry,
    step: Option<&'a Step>,
    lines: Vec<Card>,
    place: Option<&'a Card>,
}

pub(super) fn show(run: &Run<'_>, mood: &Mood, area: Option<&str>) -> Result<Exit, Exit> {
    let step = if says_lines(run, mood) { None } else { step(mood).map_err(|error| run.fail(error))? };
    Session::asking(run.global, |session| draw(run, session, mood, step.as_ref(), area))
}

fn draw(
    run: &Run<'_>,
    session: &mut Session<'_>,
    mood: &Mood,
    step: Option<&Step>,
    area: Option<&str>,
) -> Result<Exit, Exit> {
    let area = session.area(area)?;
    let listening = || session.app.listening(area.as_ref()).map_err(|error| session.fail(&error));
    let lines = if says_lines(run, mood) { listening()? } else { Vec::new() };
    let place = area.as_ref().map(|area| session.app.place_for_everyone(area)).transpose();
    let place = place.map_err(|error| session.fail(&error))?.flatten();
    let place = place.as_ref().map(|place| &place.card);
    if run.global.json {
        session.screen.json(&Then { entry: Entry::from(mood), step, lines, place });
        session.screen.print();
        return Ok(Exit::Answer);
    }
    let (words, screen, _) = session.drawing();
    if !lines.is_empty() {
        screen.gap();
        screen.line(0, Look::Bold, &words.texts.get("check-lines"));
        for card in &lines {
            screen.card(&words, card, None);
        }
    }
    if let Some(step) = step {
        screen.gap();
        screen.line(0, Look::Bold, &words.texts.get("mood-then-step"));
        screen.line(2, Look::Plain, step.text.within(words.language()));
        let why = [words.texts.get("why"), why(run, &step.why)].join(words.colon());
        screen.line(2, Look::Dim, &why);
    }
    screen.gap();
    match (place, &area) {
        (Some(place), _) => {
            screen.line(0, Look::Bold, &words.texts.get("mood-then-place"));
            screen.card(&words, place, None);
        }
        (None, Some(_)) => screen.line(0, Look::Dim, &words.texts.get("mood-then-no-place")),
        (None, None) => screen.line(0, Look::Dim, &words.texts.get("mood-then-no-area")),
    }
    session.screen.print();
    Ok(Exit::Answer)
}

/// Whether a word of the entry calls for people who listen.
pub(super) fn says_lines(run: &Run<'_>, mood: &Mood) -> bool {
    mood.labels.iter().any(|label| run.vocabulary.label_of(label).is_some_and(|named| named.lines))
}

fn why(run: &Run<'_>, why: &Why) -> String {
    match why {
        Why::Label(code) => {
            let name = run.vocabulary.label_of(code).map(|named| named.name.within(run.global.lang));
            run.texts.with("mood-why-label", &[("name", name.unwrap_or(code).into())])
        }
        Why::Night => run.texts.get("mood-why-night"),
        Why::Small => run.texts.get("mood-why-small"),
    }
}
