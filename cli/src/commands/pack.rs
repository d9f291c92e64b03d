//! `tsunagari pack`.

mod desk;

use std::io::Read as _;
use std::path::Path;

use tsunagari_core::app::say::{build_problem, refusal, system_problem};
use tsunagari_core::app::write_whole;
use tsunagari_core::directory::pack::{Inspection, build, inspect};
use tsunagari_core::text::Texts;

use crate::args::{Global, PackArgs, PackCommand};
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};

pub(crate) use desk::packed;

/// Bytes of a pack that is looked into: all of it is held in memory.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

pub(crate) fn run(global: &Global, wanted: &PackArgs) -> Exit {
    let texts = Texts::new(global.lang);
    let done = match &wanted.command {
        PackCommand::Build { dir, out } => make(dir, out, &texts).map(|found| (found, Some(out))),
        PackCommand::Inspect { file } => look(file, &texts).map(|found| (found, None)),
        of_desk => return desk::run(global, of_desk, &texts),
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
        describe(&mut screen, &found, &texts);
    }
    screen.print();
    Exit::Answer
}

/// What two people compare to know that they mean the same publisher: eight groups of four digits.
pub(crate) fn sign_of(root: &tsunagari_core::crypto::Hash) -> String {
    let groups: Vec<String> =
        root.chunks(2).take(8).map(|pair| pair.iter().map(|byte| format!("{byte:02x}")).collect()).collect();
    groups.join("-")
}

type Problem = (&'static str, String, String);

fn make(dir: &Path, out: &Path, texts: &Texts) -> Result<Inspection, Problem> {
    let folder = || dir.display().to_string();
    let bytes = build(dir).map_err(|error| ("error-pack", folder(), build_problem(&error, texts)))?;
    let found = inspect(&bytes).map_err(|error| ("error-pack", folder(), refusal(&error, texts)))?;
    write_whole(out, &bytes).map_err(|error| ("error-write", out.display().to_string(), system(&error, texts)))?;
    Ok(found)
}

fn look(file: &Path, texts: &Texts) -> Result<Inspection, Problem> {
    let name = || file.display().to_string();
    let mut bytes = Vec::new();
    // One byte more than is read says that it is too large, however long the file goes on.
    std::fs::File::open(file)
        .and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| ("error-read", name(), system(&error, texts)))?;
    inspect(&bytes).map_err(|error| ("error-pack", name(), refusal(&error, texts)))
}

fn system(error: &std::io::Error, texts: &Texts) -> String {
    system_problem(&error.to_string(), texts)
}

fn describe(screen: &mut Screen, found: &Inspection, texts: &Texts) {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
    screen.line(0, Look::Bold, &found.title);
    screen.line(2, Look::Plain, &format!("{}, {}", found.publisher, found.built));
    let version = [("seq", i64::from(found.seq).into()), ("bytes", count(found.bytes))];
    screen.line(2, Look::Plain, &texts.with("pack-version", &version));
    screen.line(2, Look::Plain, &format!("SHA-256 {}", found.sha256));
    for (kind, records) in &found.records {
        let line = [("kind", kind.as_str().into()), ("count", count(*records))];
        screen.line(2, Look::Plain, &texts.with("pack-kind", &line));
    }
    for (file, bytes) in &found.files {
        let line = [("file", file.as_str().into()), ("bytes", count(*bytes))];
        screen.line(4, Look::Dim, &texts.with("pack-file", &line));
    }
}
