//! `tsunagari places`.

use crate::args::PlacesArgs;
use crate::exit::Exit;
use crate::render::Look;
use crate::session::Session;

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
        screen.slots(&words, app, &around.slots);
        screen.smaller_step(&words, around.places.first().map(|place| &place.card));
    }
    session.screen.print();
    Ok(if found { Exit::Answer } else { Exit::Nothing })
}
