//! Files: the log out and in again, and the page for a counsellor.

use std::io::Read as _;
use std::path::Path;

use serde_json::json;
use tsunagari_core::app::AppError;
use tsunagari_core::app::print::journal_html;
use tsunagari_core::journal::{LARGEST_LOG, PageWish, page as lay_out, to_csv, to_json};

use super::{Run, look};
use crate::args::{LogFormat, PageArgs, Part};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::render::{Look, Screen, complain};

pub(super) fn export(run: &Run<'_>, format: LogFormat, out: Option<&Path>) -> Result<Exit, Exit> {
    let moods = run.kept(Need::Open)?.all_moods().map_err(|error| run.fail(error))?;
    let text = match format {
        LogFormat::Csv => to_csv(&moods),
        LogFormat::Json => to_json(&moods),
    };
    let mut screen = Screen::new(run.global);
    let Some(path) = out else {
        screen.verbatim(&text);
        screen.print();
        return Ok(Exit::Answer);
    };
    run.write(path, text.as_bytes())?;
    let shown = path.display().to_string();
    if run.global.json {
        screen.json(&json!({ "written": shown }));
    } else {
        screen.line(0, Look::Plain, &run.texts.with("mood-exported", &[("path", shown.into())]));
        screen.line(0, Look::Dim, &run.texts.get("mood-export-care"));
    }
    screen.print();
    Ok(Exit::Answer)
}

pub(super) fn import(run: &Run<'_>, file: &Path) -> Result<Exit, Exit> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(file).and_then(|file| file.take(LARGEST_LOG + 1).read_to_end(&mut bytes));
    read.map_err(|error| {
        let exit = run.fail(AppError::Read { path: file.to_path_buf(), problem: error.to_string() });
        complain(run.global, &run.texts.get("mood-file-nothing"));
        exit
    })?;
    let merged = run.kept(Need::Make)?.import_moods(&bytes).map_err(|error| run.fail(error))?;
    let mut screen = Screen::new(run.global);
    if run.global.json {
        screen.json(&merged);
    } else {
        for (id, count) in [
            ("mood-imported-added", merged.added),
            ("mood-imported-same", merged.same),
            ("mood-imported-replaced", merged.replaced),
            ("mood-imported-older", merged.older),
        ] {
            screen.line(0, Look::Plain, &run.texts.with(id, &[("count", count.to_string().into())]));
        }
    }
    screen.print();
    Ok(Exit::Answer)
}

pub(super) fn page(run: &Run<'_>, wanted: &PageArgs) -> Result<Exit, Exit> {
    let (from, to) = look::between(run, &wanted.range);
    let shows = |part: Part| !wanted.without.contains(&part);
    let wish = PageWish {
        from,
        to,
        notes: shows(Part::Notes),
        labels: shows(Part::Labels),
        contexts: shows(Part::Contexts),
        weather: run.wanted.weather,
        large: wanted.large,
        without: wanted.leave_out.iter().map(|id| run.id(id)).collect::<Result<_, _>>()?,
    };
    let moods = run.kept(Need::Open)?.moods(from, to).map_err(|error| run.fail(error))?;
    let page = lay_out(&moods, &wish, run.vocabulary, run.texts);
    if let Some(path) = &wanted.out {
        run.write(path, journal_html(&page).as_bytes())?;
    }
    let mut screen = Screen::new(run.global);
    match &wanted.out {
        _ if run.global.json => screen.json(&page),
        None => screen.verbatim(&journal_html(&page)),
        Some(path) => {
            let said = [("path", path.display().to_string().into())];
            screen.line(0, Look::Plain, &run.texts.with("mood-exported", &said));
            screen.line(0, Look::Dim, &run.texts.get("mood-export-care"));
        }
    }
    screen.print();
    Ok(Exit::Answer)
}
