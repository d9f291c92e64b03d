//! `tsunagari places`.

use tsunagari_core::app::App;
use tsunagari_core::directory::answer::name_in;
use tsunagari_core::directory::places::Filling;
use tsunagari_core::model::Language;

use crate::args::PlacesArgs;
use crate::exit::Exit;
use crate::render::Look;
use crate::session::Session;

/// Records that are named for what a municipality should have.
const NAMED: usize = 3;

pub(crate) fn run(session: &mut Session<'_>, wanted: &PlacesArgs) -> Result<Exit, Exit> {
    let area = session.app.area(&wanted.area).map_err(|error| session.fail(&error))?;
    let filters = wanted.filters.filters();
    let around =
        session.app.places(&area, &filters, usize::from(wanted.limit)).map_err(|error| session.fail(&error))?;
    let found = !around.places.is_empty();
    if session.global.json {
        session.screen.json(&around);
    } else {
        session.warn_of_clock();
        let (words, screen, app) = session.drawing();
        screen.line(0, Look::Bold, &[words.texts.get("places-title"), words.area(area.as_str())].join(words.colon()));
        if !found {
            screen.line(0, Look::Plain, &words.texts.get("nothing-found"));
        }
        for (at, place) in around.places.iter().enumerate() {
            screen.gap();
            screen.card(&words, &place.card, Some(at + 1));
            if place.card.next.is_empty() {
                screen.line(3, Look::Dim, &words.texts.get("next-dates-unknown"));
            }
            screen.first_visit(&words, &place.card.record);
        }
        screen.gap();
        for (name, slot) in &around.slots {
            let what = name.within(words.language());
            let line = match &slot.filling {
                Filling::Empty => words.texts.with("slot-empty", &[("what", what.into())]),
                Filling::Filled(ids) => {
                    let names: Vec<String> =
                        ids.iter().take(NAMED).map(|id| named(app, id, words.language())).collect();
                    [what.to_owned(), names.join(words.comma())].join(words.colon())
                }
            };
            screen.line(0, Look::Plain, &line);
        }
        screen.smaller_step(&words, around.places.first().map(|place| &place.card));
    }
    session.screen.print();
    Ok(if found { Exit::Answer } else { Exit::Nothing })
}

/// The name of an entry, with the identifier that `show` takes.
fn named(app: &App, id: &str, language: Language) -> String {
    app.show(id, None)
        .map_or_else(|_| id.to_owned(), |shown| format!("{} [{id}]", name_in(&shown.card.record, language)))
}
