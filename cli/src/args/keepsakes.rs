//! Arguments of what a person writes down or sets aside for themselves.

use std::path::PathBuf;

use clap::Subcommand;

use super::KeptArgs;

/// Steps of the plan.
fn step() -> clap::builder::RangedI64ValueParser<u8> {
    clap::value_parser!(u8).range(1..=7)
}

/// Arguments of `plan`.
#[derive(Debug, clap::Args)]
pub(crate) struct PlanArgs {
    /// What to do; without it, show.
    #[command(subcommand)]
    pub(crate) command: Option<PlanCommand>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Commands of `plan`.
#[derive(Debug, Subcommand)]
pub(crate) enum PlanCommand {
    /// Show it, with lines that listen and the emergency row below.
    Show,
    /// Add a line to a step.
    Add {
        /// The step, 1 to 7.
        #[arg(value_name = "STEP", value_parser = step())]
        step: u8,
        /// The line; - reads it from standard input.
        #[arg(value_name = "WORDS", required_unless_present = "record", conflicts_with = "record")]
        words: Vec<String>,
        /// An entry of the directory instead of words.
        #[arg(long, value_name = "ID")]
        record: Option<String>,
    },
    /// Write a line anew.
    Change {
        /// The step, 1 to 7.
        #[arg(value_name = "STEP", value_parser = step())]
        step: u8,
        /// The line, from 1.
        #[arg(value_name = "N")]
        place: usize,
        /// The new line; - reads it from standard input.
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
    },
    /// Move a line to another place of its step.
    Move {
        /// The step, 1 to 7.
        #[arg(value_name = "STEP", value_parser = step())]
        step: u8,
        /// The line, from 1.
        #[arg(value_name = "N")]
        place: usize,
        /// Where to, from 1.
        #[arg(value_name = "N")]
        to: usize,
    },
    /// Erase a line.
    Remove {
        /// The step, 1 to 7.
        #[arg(value_name = "STEP", value_parser = step())]
        step: u8,
        /// The line, from 1.
        #[arg(value_name = "N")]
        place: usize,
    },
    /// Print it, as HTML or PDF.
    Print(KeptPaperArgs),
}

/// Where paper goes.
#[derive(Debug, clap::Args)]
pub(crate) struct KeptPaperArgs {
    /// Write an HTML page to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write a PDF to this file, with a Japanese font of this system.
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: Option<PathBuf>,
    /// Very large letters.
    #[arg(long)]
    pub(crate) large: bool,
}

/// Arguments of `memo`.
#[derive(Debug, clap::Args)]
pub(crate) struct MemoArgs {
    /// What to do; without anything, what is there.
    #[command(subcommand)]
    pub(crate) command: Option<MemoCommand>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Codes of the fields.
const FIELDS: [&str; 13] = [
    "name", "call", "contact", "home", "trouble", "since", "tried", "talked", "wish", "not-wish", "health", "language",
    "consent",
];

/// Commands of `memo`.
#[derive(Debug, Subcommand)]
pub(crate) enum MemoCommand {
    /// Show all fields, for you alone.
    Show,
    /// Write a field.
    Set {
        /// The field.
        #[arg(value_name = "FIELD", value_parser = FIELDS)]
        field: String,
        /// The text; - reads it from standard input.
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
    },
    /// Choose fields that may be shown to somebody.
    Share {
        /// The fields.
        #[arg(value_name = "FIELD", required = true, value_parser = FIELDS)]
        fields: Vec<String>,
        /// Only for me again.
        #[arg(long)]
        no: bool,
    },
    /// Erase fields.
    Clear {
        /// The fields.
        #[arg(value_name = "FIELD", required_unless_present = "all", conflicts_with = "all", value_parser = FIELDS)]
        fields: Vec<String>,
        /// All of them.
        #[arg(long)]
        all: bool,
    },
    /// What may be shown, in sentences to be read aloud.
    Card,
    /// Print what may be shown, as HTML or PDF.
    Print(KeptPaperArgs),
    /// What may be shown, as a QR code.
    Qr {
        /// Write it to this file, as SVG.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

/// Arguments of `favourite`.
#[derive(Debug, clap::Args)]
pub(crate) struct FavouriteArgs {
    /// What to do; without anything, what is there.
    #[command(subcommand)]
    pub(crate) command: Option<FavouriteCommand>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Commands of `favourite`.
#[derive(Debug, Subcommand)]
pub(crate) enum FavouriteCommand {
    /// Set an entry aside.
    Add {
        /// The entry.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Take an entry off.
    Remove {
        /// The entry.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// All that are set aside.
    List,
}

/// Arguments of `own`.
#[derive(Debug, clap::Args)]
pub(crate) struct OwnArgs {
    /// What to do; without anything, what is there.
    #[command(subcommand)]
    pub(crate) command: Option<OwnCommand>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Commands of `own`.
#[derive(Debug, Subcommand)]
pub(crate) enum OwnCommand {
    /// Write an entry.
    Add {
        /// Its name.
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
        /// The rest.
        #[command(flatten)]
        rest: OwnRest,
    },
    /// Write an entry anew; what is not named stays.
    Change {
        /// The entry.
        #[arg(value_name = "ID")]
        id: String,
        /// Its name.
        #[arg(long, value_name = "WORDS")]
        name: Option<String>,
        /// The rest.
        #[command(flatten)]
        rest: OwnRest,
    },
    /// Erase an entry.
    Remove {
        /// The entry.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// All of them.
    List,
    /// Find among them.
    Find {
        /// What to look for; - reads it from standard input.
        #[arg(value_name = "WORDS", required = true)]
        words: Vec<String>,
    },
}

/// What stands in an entry of one's own beside its name.
#[derive(Debug, clap::Args)]
pub(crate) struct OwnRest {
    /// Reading.
    #[arg(long, value_name = "WORDS")]
    pub(crate) kana: Option<String>,
    /// Telephone number.
    #[arg(long, value_name = "WORDS")]
    pub(crate) tel: Option<String>,
    /// Where it is.
    #[arg(long, value_name = "WORDS")]
    pub(crate) address: Option<String>,
    /// When it is open.
    #[arg(long, value_name = "WORDS")]
    pub(crate) hours: Option<String>,
    /// Anything else.
    #[arg(long, value_name = "WORDS")]
    pub(crate) note: Option<String>,
}
