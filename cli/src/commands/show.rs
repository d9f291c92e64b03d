//! `tsunagari show`.

use crate::args::ShowArgs;
use crate::exit::Exit;
use crate::session::Session;

pub(crate) fn run(session: &mut Session<'_>, wanted: &ShowArgs) -> Result<Exit, Exit> {
    let area = session.area(wanted.area.as_deref())?;
    let shown = session.app.show(&wanted.id, area.as_ref()).map_err(|error| session.fail(&error))?;
    if session.global.json {
        session.screen.json(&shown);
    } else {
        session.warn_of_clock();
        let (words, screen, _) = session.drawing();
        screen.detail(&words, &shown);
    }
    session.screen.print();
    Ok(Exit::Answer)
}
