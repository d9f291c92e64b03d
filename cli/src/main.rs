//! tsunagari on the command line: asks the core, prints what it answers.

mod args;
mod commands;
mod exit;
mod folder;
mod keystore;
mod pdf;
mod private;
mod render;
mod secrets;
mod session;

use clap::{CommandFactory, FromArgMatches, Parser};
use tsunagari_core::text::Texts;

fn main() -> std::process::ExitCode {
    let ahead = args::Ahead::of(std::env::args_os(), &args::Args::command());
    if let Ok(args) = args::Args::try_parse_from(&ahead.args) {
        return run(&args);
    }
    if let Some(args) = ahead.narrowed().find_map(|words| args::Args::try_parse_from(words).ok()) {
        return run(&args);
    }
    // Help, the version, or a mistake: once more, with words.
    let texts = Texts::new(ahead.language);
    let commands = args::command(&texts, render::columns());
    match commands.try_get_matches_from(&ahead.args).and_then(|matches| args::Args::from_arg_matches(&matches)) {
        Ok(args) => run(&args),
        // A missing command is help too, on stderr, unless a program asks: it gets a document.
        Err(error)
            if error.use_stderr()
                && (ahead.json || error.kind() != clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) =>
        {
            render::complain_in(ahead.language, &args::mistake(&error, &texts, &ahead.command));
            not_understood(&ahead)
        }
        Err(error) => {
            let _printed = error.print();
            if error.use_stderr() { exit::Exit::Usage.into() } else { exit::Exit::Answer.into() }
        }
    }
}

/// The end of a run whose command is not known.
fn not_understood(ahead: &args::Ahead) -> std::process::ExitCode {
    if ahead.json {
        render::no_answer(ahead.language, exit::Exit::Usage);
    }
    exit::Exit::Usage.into()
}

/// Runs a command. What nobody could read was not answered.
fn run(args: &args::Args) -> std::process::ExitCode {
    let exit = commands::run(args);
    if args.global.json && render::all_printed() {
        render::no_answer(args.global.lang, exit);
    }
    if render::all_printed() { exit.into() } else { exit::Exit::BadInput.into() }
}
