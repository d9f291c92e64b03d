//! `tsunagari pack`.

use std::path::Path;

use tsunagari_core::directory::pack::{Inspection, build, inspect};
use tsunagari_core::text::Texts;

use crate::args::{Global, PackArgs, PackCommand};
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};

pub(crate) fn run(global: &Global, wanted: &PackArgs) -> Exit {
    let texts = Texts::new(global.lang);
    let done = match &wanted.command {
        PackCommand::Build { dir, out } => make(dir, out).map(|found| (found, Some(out))),
        PackCommand::Inspect { file } => look(file).map(|found| (found, None)),
    };
    let (found, written) = match done {
        Ok(done) => done,
        Err((id, path, problem)) => {
            complain(global, &texts.with(id, &[("path", path.into()), ("problem", problem.into())]));
            return Exit::BadInput;
        }
    };
    let mut screen = Screen::new(global);
    if global.json {
        screen.json(&found);
    } else if let Some(out) = written {
        let records = found.records.values().sum::<usize>();
        let line = [
            ("path", out.display().to_string().into()),
            ("records", i64::try_from(records).unwrap_or(i64::MAX).into()),
            ("bytes", i64::try_from(found.bytes).unwrap_or(i64::MAX).into()),
        ];
        screen.line(0, Look::Plain, &texts.with("pack-built", &line));
        screen.line(0, Look::Dim, &format!("SHA-256 {}", found.sha256));
    } else {
        describe(&mut screen, &found);
    }
    screen.print();
    Exit::Answer
}

type Problem = (&'static str, String, String);

fn make(dir: &Path, out: &Path) -> Result<Inspection, Problem> {
    let bytes = build(dir).map_err(|error| ("error-pack", dir.display().to_string(), error.to_string()))?;
    let found = inspect(&bytes).map_err(|error| ("error-pack", dir.display().to_string(), error.to_string()))?;
    std::fs::write(out, bytes).map_err(|error| ("error-write", out.display().to_string(), error.to_string()))?;
    Ok(found)
}

fn look(file: &Path) -> Result<Inspection, Problem> {
    let name = || file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| ("error-read", name(), error.to_string()))?;
    inspect(&bytes).map_err(|error| ("error-pack", name(), error.to_string()))
}

fn describe(screen: &mut Screen, found: &Inspection) {
    screen.line(0, Look::Bold, &found.title);
    screen.line(2, Look::Plain, &format!("{}, {}", found.publisher, found.built));
    screen.line(2, Look::Plain, &format!("version {}, {} bytes", found.version, found.bytes));
    screen.line(2, Look::Plain, &format!("SHA-256 {}", found.sha256));
    for (kind, count) in &found.records {
        screen.line(2, Look::Plain, &format!("{kind}: {count}"));
    }
    for (file, bytes) in &found.files {
        screen.line(4, Look::Dim, &format!("{file}: {bytes} bytes"));
    }
}
