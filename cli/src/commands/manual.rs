//! `tsunagari completions` and `tsunagari man`.

use std::path::Path;

use clap::CommandFactory;
use tsunagari_core::text::Texts;

use crate::args::{Args, CompletionsArgs, Global, ManArgs};
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};

pub(crate) fn completions(global: &Global, wanted: &CompletionsArgs) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(wanted.shell, &mut Args::command(), "tsunagari", &mut script);
    let mut screen = Screen::new(global);
    screen.verbatim(&String::from_utf8_lossy(&script));
    screen.print();
    Exit::Answer
}

pub(crate) fn pages(global: &Global, wanted: &ManArgs) -> Exit {
    let texts = Texts::new(global.lang);
    match write_pages(&wanted.dir) {
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
            complain(global, &texts.with("error-write", &[("path", path), ("problem", error.to_string().into())]));
            Exit::BadInput
        }
    }
}

fn write_pages(dir: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(dir)?;
    clap_mangen::generate_to(Args::command(), dir)
}
