//! What can be typed. The words of help are in the Fluent files ([`told`]); comments here are for developers.

mod ahead;
mod busy;
mod find;
mod home;
mod import;
mod journal;
mod keepsakes;
mod kept;
mod manage;
mod mistake;
mod pack;
mod paper;
mod remind;
mod told;

use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::{Parser, Subcommand, ValueEnum};
use tsunagari_core::model::Language;

pub(crate) use ahead::{Ahead, narrow};
pub(crate) use busy::BusyArgs;
pub(crate) use find::{AreasArgs, AskArgs, FindArgs, LinesArgs, PlacesArgs, ShowArgs};
pub(crate) use home::{HomeArgs, HomeCommand};
pub(crate) use import::{ExportArgs, Format, ImportArgs};
pub(crate) use journal::{AddArgs, AmendArgs, CheckArgs, LogFormat, MoodArgs, MoodCommand, PageArgs, Part, RangeArgs};
pub(crate) use keepsakes::{
    FavouriteArgs, FavouriteCommand, KeptPaperArgs, MemoArgs, MemoCommand, OwnArgs, OwnCommand, OwnRest, PlanArgs,
    PlanCommand,
};
pub(crate) use kept::{BackupArgs, BackupCommand, ForgetArgs, KeptArgs, LockArgs, LockCommand, RestoreArgs};
pub(crate) use manage::{CompletionsArgs, DoctorArgs, ManArgs};
pub(crate) use mistake::mistake;
pub(crate) use pack::{
    BundleArgs, BundleCommand, DemoArgs, DemoCommand, InitArgs, KeysArgs, PackArgs, PackCommand, RotateArgs,
};
pub(crate) use paper::PaperArgs;
pub(crate) use remind::{AboutWord, Event, RemindArgs, RemindCommand, Switch};
pub(crate) use told::command;

/// Find who can help now, and somewhere to go: offline, in plain words.
///
/// Nothing is sent, and what you look for is not stored. Without a network it answers from the list it carries.
#[derive(Debug, Parser)]
#[command(name = "tsunagari", version)]
pub(crate) struct Args {
    /// Global options.
    #[command(flatten)]
    pub(crate) global: Global,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Options of every command.
#[derive(Debug, clap::Args)]
pub(crate) struct Global {
    /// Language of the answer: ja, ja-easy (やさしい日本語) or en.
    #[arg(long, global = true, default_value = "ja", value_name = "LANG", value_parser = language)]
    pub(crate) lang: Language,
    /// Answer as JSON, for other programs.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Data folder, instead of the usual one of this system.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
    /// Answer as at this time, in Japanese local time, such as 2027-01-01T03:00.
    #[arg(long, global = true, value_name = "TIME", value_parser = instant)]
    pub(crate) now: Option<NaiveDateTime>,
    /// Colours: auto follows the terminal and NO_COLOR.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: Color,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find help by what you would say, with the reason, the cost and whether it is open.
    Find(FindArgs),
    /// A few questions lead to few suggestions; every question can be skipped.
    Ask(AskArgs),
    /// All that is known of one entry: what happens when I call, first words, sources.
    Show(ShowArgs),
    /// What else there is when a line does not answer, and what opens next.
    Busy(BusyArgs),
    /// All lines that can be reached from where you are, open ones first.
    Lines(LinesArgs),
    /// Places to go nearby, with their next dates.
    Places(PlacesArgs),
    /// The code of a place, from its name or code; several places may have one name.
    Areas(AreasArgs),
    /// Read the open data of your city into this directory.
    Import(ImportArgs),
    /// Write out what was imported.
    Export(ExportArgs),
    /// Make, sign and publish packs, or look into one.
    Pack(PackArgs),
    /// Take signed packs in from a file, or carry them on.
    Bundle(BundleArgs),
    /// Play something through and see what happens.
    Demo(DemoArgs),
    /// One A4 sheet of lines to print, as HTML or PDF.
    Sheet(PaperArgs),
    /// Eight small cards of an entry to print, or a page for copying by hand.
    Card(PaperArgs),
    /// Your plan for hard hours, with lines that listen and the emergency row below.
    Plan(PlanArgs),
    /// What you want to say once: to read aloud, show, print, or hand over as a QR code.
    Memo(MemoArgs),
    /// Entries that you want to find again.
    Favourite(FavouriteArgs),
    /// Entries that you write yourself, for you alone.
    Own(OwnArgs),
    /// Check-ins that you asked for: gentle, rare, and silent when you want.
    Remind(RemindArgs),
    /// The one quiet line about the time of year.
    Home(HomeArgs),
    /// Write down how you feel; on its own, it shows today.
    Mood(MoodArgs),
    /// Questions about being with others.
    Check(CheckArgs),
    /// Write what you keep into one file under a passphrase.
    Backup(BackupArgs),
    /// Bring back what a backup holds.
    Restore(RestoreArgs),
    /// Lock what you keep with a PIN or passphrase.
    Lock(LockArgs),
    /// Forget everything that you keep: keys first, then files.
    Forget(ForgetArgs),
    /// What is here, how old it is, and whether it is whole.
    Doctor(DoctorArgs),
    /// Completions for a shell.
    Completions(CompletionsArgs),
    /// Man pages.
    Man(ManArgs),
}

fn language(word: &str) -> Result<Language, String> {
    word.parse().map_err(|error: tsunagari_core::model::UnknownLanguage| error.to_string())
}

/// A local date-time with or without seconds, or a date, which means its noon.
fn instant(text: &str) -> Result<NaiveDateTime, String> {
    let date = || text.parse::<chrono::NaiveDate>().ok().and_then(|date| date.and_hms_opt(12, 0, 0));
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M")
        .or_else(|_| text.parse())
        .ok()
        .or_else(date)
        .ok_or_else(|| "write it like 2027-01-01T03:00".to_owned())
}
