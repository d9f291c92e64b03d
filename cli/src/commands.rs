//! The commands: each asks the core once and prints the answer.

mod areas;
mod ask;
mod backup;
mod bundle;
mod busy;
mod check;
mod demo;
mod doctor;
mod export;
mod favourite;
mod find;
mod forget;
mod home;
mod import;
mod lines;
mod lock;
mod manual;
mod memo;
mod mood;
mod own;
mod pack;
mod paper;
mod places;
mod plan;
mod remind;
mod show;

use tsunagari_core::app::print::Layout;

use crate::args::{Args, Command};
use crate::exit::Exit;
use crate::session::Session;

/// Runs a command.
pub(crate) fn run(args: &Args) -> Exit {
    let global = &args.global;
    let ended = match &args.command {
        Command::Completions(wanted) => return manual::completions(global, wanted),
        Command::Man(wanted) => return manual::pages(global, wanted),
        Command::Demo(wanted) => return demo::run(global, wanted),
        Command::Pack(wanted) => return pack::run(global, wanted),
        Command::Find(wanted) => {
            let text = find::text(wanted);
            find::beside(global, wanted, &text)
        }
        Command::Bundle(wanted) => Session::open(global).and_then(|mut session| bundle::run(&mut session, wanted)),
        Command::Import(wanted) => Session::open(global).and_then(|mut session| import::run(&mut session, wanted)),
        Command::Export(wanted) => Session::open(global).and_then(|mut session| export::run(&mut session, wanted)),
        Command::Sheet(wanted) => Session::asking(global, |session| paper::run(session, wanted, Layout::Sheet)),
        Command::Card(wanted) => Session::asking(global, |session| paper::run(session, wanted, Layout::Cards)),
        Command::Ask(wanted) => Session::asking(global, |session| ask::run(session, wanted)),
        Command::Busy(wanted) => busy::beside(global, wanted),
        Command::Places(wanted) => Session::asking(global, |session| places::run(session, wanted)),
        Command::Show(wanted) => Session::asking(global, |session| show::run(session, wanted)),
        Command::Lines(wanted) => Session::asking(global, |session| lines::run(session, wanted)),
        Command::Areas(wanted) => Session::asking(global, |session| areas::run(session, wanted)),
        Command::Plan(wanted) => plan::run(global, wanted),
        Command::Memo(wanted) => memo::run(global, wanted),
        Command::Favourite(wanted) => favourite::run(global, wanted),
        Command::Own(wanted) => own::run(global, wanted),
        Command::Remind(wanted) => remind::run(global, wanted),
        Command::Home(wanted) => home::run(global, wanted),
        Command::Mood(wanted) => mood::run(global, wanted),
        Command::Check(wanted) => check::run(global, wanted),
        Command::Backup(wanted) => backup::run(global, wanted),
        Command::Restore(wanted) => backup::restore(global, wanted),
        Command::Lock(wanted) => lock::run(global, wanted),
        Command::Forget(wanted) => forget::run(global, wanted),
        Command::Doctor(_) => Session::open(global).and_then(|mut session| doctor::run(&mut session)),
    };
    ended.unwrap_or_else(|exit| exit)
}
