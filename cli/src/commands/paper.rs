//! `tsunagari sheet` and `tsunagari card`.

use std::path::Path;

use tsunagari_core::app::print::{Layout, Paper, html};
use tsunagari_core::app::say::system_problem;
use tsunagari_core::app::write_whole;

use crate::args::PaperArgs;
use crate::exit::Exit;
use crate::pdf::{PdfError, pdf};
use crate::render::{Look, complain};
use crate::session::Session;

/// Cards on a page.
const CARDS: usize = 8;

/// What was made, as JSON.
#[derive(serde::Serialize)]
struct Made<'a> {
    paper: &'a Paper,
    html: Option<String>,
    pdf: Option<String>,
    font: Option<String>,
}

pub(crate) fn run(session: &mut Session<'_>, wanted: &PaperArgs, usual: Layout) -> Result<Exit, Exit> {
    let layout = if wanted.copy { Layout::Copy } else { usual };
    let area = session.area(wanted.area.as_deref())?;
    let chosen = session.app.cards_for_paper(&wanted.ids, area.as_ref(), wanted.i_know, session.global.lang);
    let mut cards = chosen.map_err(|error| session.fail(&error))?;
    if layout == Layout::Cards && cards.len() == 1 {
        cards = std::iter::repeat_n(cards, CARDS).flatten().collect();
    }
    let emergency = session.app.emergency(area.as_ref()).map_err(|error| session.fail(&error))?;
    let today = session.now.date();
    let (words, _, _) = session.drawing();
    let paper = words.paper(layout, &cards, &emergency, today);
    made(session, &paper, wanted.out.as_deref(), wanted.pdf.as_deref())
}

/// Writes a paper where it was asked for, or prints its page.
pub(super) fn made(
    session: &mut Session<'_>,
    paper: &Paper,
    html_file: Option<&Path>,
    pdf_file: Option<&Path>,
) -> Result<Exit, Exit> {
    let page = html(paper);
    let mut made = Made { paper, html: None, pdf: None, font: None };
    if let Some(out) = html_file {
        write(session, out, page.as_bytes())?;
        made.html = Some(out.display().to_string());
    }
    if let Some(out) = pdf_file {
        let (bytes, font) = pdf(paper).map_err(|error| no_pdf(session, &error))?;
        write(session, out, &bytes)?;
        (made.pdf, made.font) = (Some(out.display().to_string()), Some(font));
    }
    if session.global.json {
        session.screen.json(&made);
    } else if made.html.is_none() && made.pdf.is_none() {
        session.screen.verbatim(&page);
    } else {
        for path in made.html.iter().chain(&made.pdf) {
            let line = session.texts.with("print-written", &[("path", path.as_str().into())]);
            session.screen.line(0, Look::Plain, &line);
        }
        if let Some(font) = &made.font {
            let line = session.texts.with("print-font", &[("name", font.as_str().into())]);
            session.screen.line(0, Look::Plain, &line);
        }
    }
    session.screen.print();
    Ok(Exit::Answer)
}

fn write(session: &Session<'_>, path: &Path, bytes: &[u8]) -> Result<(), Exit> {
    write_whole(path, bytes).map_err(|error| not_written(session, path, &error))
}

/// Says that a file was not written.
pub(super) fn not_written(session: &Session<'_>, path: &Path, error: &std::io::Error) -> Exit {
    let problem = system_problem(&error.to_string(), &session.texts);
    let said = [("path", path.display().to_string().into()), ("problem", problem.into())];
    complain(session.global, &session.texts.with("error-write", &said));
    Exit::BadInput
}

fn no_pdf(session: &Session<'_>, error: &PdfError) -> Exit {
    let said = match error {
        PdfError::NoFont => session.texts.get("error-no-font"),
        PdfError::Font { path, problem } => session
            .texts
            .with("error-read", &[("path", path.display().to_string().into()), ("problem", problem.as_str().into())]),
    };
    complain(session.global, &said);
    Exit::BadInput
}
