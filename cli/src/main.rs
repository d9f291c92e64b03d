//! tsunagari on the command line: asks the core, prints what it answers.

mod args;
mod commands;
mod exit;
mod folder;
mod pdf;
mod render;
mod session;

use clap::Parser;

fn main() -> std::process::ExitCode {
    match args::Args::try_parse() {
        Ok(args) => commands::run(&args).into(),
        // clap prints help to stdout (0) and mistakes to stderr (2).
        Err(error) => {
            let _printed = error.print();
            if error.use_stderr() { exit::Exit::Usage.into() } else { exit::Exit::Answer.into() }
        }
    }
}
