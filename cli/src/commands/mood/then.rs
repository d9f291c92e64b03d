//! After an entry, because somebody asked: one small step and one place nearby, each with its reason. After some words
//! a small step would be too small: there, people who listen stand in its place.

use tsunagari_core::app::AfterMood;
use tsunagari_core::directory::answer::Card;
use tsunagari_core::journal::{Entry, Step};
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
    lines: &'a [Card],
    place: Option<&'a Card>,
}

pub(super) fn show(run: &Run<'_>, mood: &Mood, area: Option<&str>) -> Result<Exit, Exit> {
    Session::asking(run.global, |session| draw(run, session, mood, area))
}

fn draw(run: &Run<'_>, session: &mut Session<'_>, mood: &Mood, area: Option<&str>) -> Result<Exit, Exit> {
    let area = session.area(area)?;
    let AfterMood { step, lines, place } =
        session.app.after_mood(mood, area.as_ref()).map_err(|error| session.fail(&error))?;
    if run.global.json {
        session.screen.json(&Then {
            entry: Entry::from(mood),
            step: step.as_ref(),
            lines: &lines,
            place: place.as_ref(),
        });
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
    if let Some(step) = &step {
        screen.gap();
        screen.line(0, Look::Bold, &words.texts.get("mood-then-step"));
        screen.line(2, Look::Plain, step.text.within(words.language()));
        let why = words.step_why(&step.why).map_err(|error| run.fail(error))?;
        let why = [words.texts.get("why"), why].join(words.colon());
        screen.line(2, Look::Dim, &why);
    }
    screen.gap();
    match (&place, &area) {
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
