//! `tsunagari lines`.

use crate::args::LinesArgs;
use crate::exit::Exit;
use crate::render::Look;
use crate::session::Session;

pub(crate) fn run(session: &mut Session<'_>, wanted: &LinesArgs) -> Result<Exit, Exit> {
    let area = session.area(wanted.area.as_deref())?;
    let cards = session.app.lines(area.as_ref(), &wanted.filters.filters()).map_err(|error| session.fail(&error))?;
    if session.global.json {
        session.screen.json(&cards);
    } else {
        session.warn_of_clock();
        let (words, screen, _) = session.drawing();
        if cards.is_empty() {
            screen.line(0, Look::Plain, &words.texts.get("nothing-found"));
        } else {
            screen.line(0, Look::Bold, &words.texts.get("lines-title"));
        }
        for card in &cards {
            screen.gap();
            screen.card(&words, card, None);
        }
    }
    session.screen.print();
    Ok(if cards.is_empty() { Exit::Nothing } else { Exit::Answer })
}
