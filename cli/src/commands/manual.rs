//! `tsunagari completions` and `tsunagari man`.

use std::path::Path;

use clap::Command;
use tsunagari_core::app::say::system_problem;
use tsunagari_core::app::write_whole;
use tsunagari_core::text::{Texts, plain};

use crate::args::{CompletionsArgs, Global, ManArgs, command};
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};

/// Pages and completions are broken by whoever shows them.
const UNBROKEN: usize = 10_000;

pub(crate) fn completions(global: &Global, wanted: &CompletionsArgs) -> Exit {
    let mut script = Vec::new();
    let mut commands = command(&Texts::new(global.lang), UNBROKEN);
    clap_complete::generate(wanted.shell, &mut commands, "tsunagari", &mut script);
    let mut screen = Screen::new(global);
    screen.verbatim(&String::from_utf8_lossy(&script));
    screen.print();
    Exit::Answer
}

pub(crate) fn pages(global: &Global, wanted: &ManArgs) -> Exit {
    let texts = Texts::new(global.lang);
    match write_pages(&wanted.dir, &texts) {
        Ok(()) => {
            let mut screen = Screen::new(global);
            let path = wanted.dir.display().to_string();
            if global.json {
                screen.json(&serde_json::json!({ "written": path }));
            } else {
                screen.line(0, Look::Plain, &texts.with("print-written", &[("path", path.into())]));
            }
            screen.print();
            Exit::Answer
        }
        Err(error) => {
            let path = wanted.dir.display().to_string().into();
            complain(
                global,
                &texts.with(
                    "error-write",
                    &[("path", path), ("problem", system_problem(&error.to_string(), &texts).into())],
                ),
            );
            Exit::BadInput
        }
    }
}

fn write_pages(dir: &Path, texts: &Texts) -> std::io::Result<()> {
    std::fs::create_dir_all(dir)?;
    let mut commands = command(texts, UNBROKEN);
    commands.build();
    write_page(&commands, dir, texts)
}

/// The page of a command and those of the commands below it.
fn write_page(command: &Command, dir: &Path, texts: &Texts) -> std::io::Result<()> {
    for below in command.get_subcommands() {
        write_page(below, dir, texts)?;
    }
    let man = clap_mangen::Man::new(command.clone());
    let mut page = Vec::new();
    man.render(&mut page)?;
    let page = String::from_utf8_lossy(&page);
    let lines: Vec<String> = page.lines().map(|line| heading(line, texts)).collect();
    write_whole(&dir.join(man.get_filename()), (lines.join("\n") + "\n").as_bytes())
}

/// The headings of a manual page that its maker knows in English only.
fn heading(line: &str, texts: &Texts) -> String {
    let id = match line {
        ".SH NAME" => "man-name",
        ".SH SYNOPSIS" => "man-synopsis",
        ".SH DESCRIPTION" => "man-description",
        ".SH EXTRA" => "man-extra",
        ".SH VERSION" => "man-version",
        _ => return line.to_owned(),
    };
    format!(".SH {}", plain(&texts.get(id), texts.language()))
}
