//! `tsunagari export`.

use tsunagari_core::directory::import::WriteBackError;

use crate::args::{ExportArgs, Format};
use crate::exit::Exit;
use crate::render::Look;
use crate::session::Session;

pub(crate) fn run(session: &mut Session<'_>, wanted: &ExportArgs) -> Result<Exit, Exit> {
    if wanted.format != Format::Source {
        return hsds(session, wanted);
    }
    let written = session.app.write_back(&wanted.dir).map_err(|error| {
        session.fail(&error);
        Exit::BadInput
    })?;
    let some = written.iter().any(|file| file.path.is_some());
    if session.global.json {
        session.screen.json(&written);
    } else {
        for file in &written {
            let line = match (&file.path, &file.problem) {
                (Some(path), _) => session.texts.with("export-done", &[("path", path.display().to_string().into())]),
                (None, Some(WriteBackError::NotKept { line, .. })) => {
                    let line = i64::try_from(*line).unwrap_or(i64::MAX);
                    let said = [("file", file.dataset.as_str().into()), ("line", line.into())];
                    session.texts.with("export-not-kept", &said)
                }
                (None, _) => session.texts.with("export-not-a-table", &[("file", file.dataset.as_str().into())]),
            };
            session.screen.line(0, Look::Plain, &line);
        }
        if written.is_empty() {
            session.screen.line(0, Look::Plain, &session.texts.get("export-nothing"));
        }
    }
    session.screen.print();
    Ok(if some { Exit::Answer } else { Exit::Nothing })
}

fn hsds(session: &mut Session<'_>, wanted: &ExportArgs) -> Result<Exit, Exit> {
    let json = wanted.format == Format::HsdsJson;
    let written = session.app.export_hsds(&wanted.dir, json).map_err(|error| {
        session.fail(&error);
        Exit::BadInput
    })?;
    if session.global.json {
        session.screen.json(&written);
    } else {
        for file in &written.files {
            let path = wanted.dir.join(file).display().to_string();
            session.screen.line(0, Look::Plain, &session.texts.with("export-done", &[("path", path.into())]));
        }
    }
    session.screen.print();
    Ok(Exit::Answer)
}
