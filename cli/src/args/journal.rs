//! Arguments of the mood log and of つながりの質問.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};
use clap::{Subcommand, ValueEnum};
use tsunagari_core::env::JAPAN_SECONDS;

use super::KeptArgs;

/// Arguments of `mood`.
#[derive(Debug, clap::Args)]
pub(crate) struct MoodArgs {
    /// What to do; without, today is shown.
    #[command(subcommand)]
    pub(crate) command: Option<MoodCommand>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
    /// Show weights as weather.
    #[arg(long, global = true)]
    pub(crate) weather: bool,
}

/// Commands of `mood`.
#[derive(Debug, Subcommand)]
pub(crate) enum MoodCommand {
    /// Write down how you feel now, or felt before.
    Add(AddArgs),
    /// Change what was written down.
    Amend(AmendArgs),
    /// Erase one entry.
    Erase {
        /// Id.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Entries, day by day.
    List(RangeArgs),
    /// A month.
    Month {
        /// Which; this one when nothing is said.
        #[arg(value_name = "MONTH", value_parser = month)]
        month: Option<NaiveDate>,
    },
    /// A year, also as a picture.
    Year {
        /// Which; this one when nothing is said.
        #[arg(value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: Option<i32>,
        /// Write the picture to this file.
        #[arg(long, value_name = "FILE")]
        svg: Option<PathBuf>,
        /// Write a page with the picture to this file.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write all entries to a file.
    Export {
        /// Form of the file.
        #[arg(long, value_name = "FORMAT")]
        format: LogFormat,
        /// The file.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Take in a file that export wrote.
    Import {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// A page to show to a counsellor.
    Page(PageArgs),
    /// The words that can be used.
    Words,
    /// Put the mood log away.
    Hide,
    /// Bring it back.
    Show,
}

/// Arguments of `mood add`.
#[derive(Debug, clap::Args)]
pub(crate) struct AddArgs {
    /// How heavy: a number or words.
    #[arg(value_name = "LEVEL")]
    pub(crate) level: String,
    /// Feelings.
    #[arg(long, value_name = "LABEL")]
    pub(crate) label: Vec<String>,
    /// What was around.
    #[arg(long, value_name = "CONTEXT")]
    pub(crate) context: Vec<String>,
    /// A note; - reads it from standard input.
    #[arg(long, value_name = "NOTE", allow_hyphen_values = true)]
    pub(crate) note: Option<String>,
    /// When it was.
    #[arg(long, value_name = "TIME", value_parser = place_time)]
    pub(crate) at: Option<DateTime<FixedOffset>>,
    /// Afterwards, show one small step and one place nearby.
    #[arg(long)]
    pub(crate) then: bool,
    /// Where the person is.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
}

/// Arguments of `mood amend`.
#[derive(Debug, clap::Args)]
pub(crate) struct AmendArgs {
    /// Id.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// How heavy: a number or words.
    #[arg(long, value_name = "LEVEL")]
    pub(crate) level: Option<String>,
    /// Feelings, instead of those that are there.
    #[arg(long, value_name = "LABEL")]
    pub(crate) label: Vec<String>,
    /// What was around, instead of what is there.
    #[arg(long, value_name = "CONTEXT")]
    pub(crate) context: Vec<String>,
    /// The note, instead of the one that is there.
    #[arg(long, value_name = "NOTE", allow_hyphen_values = true)]
    pub(crate) note: Option<String>,
    /// When it was.
    #[arg(long, value_name = "TIME", value_parser = place_time)]
    pub(crate) at: Option<DateTime<FixedOffset>>,
    /// What to empty.
    #[arg(long, value_name = "PART")]
    pub(crate) clear: Vec<Part>,
}

/// From when to when.
#[derive(Debug, clap::Args)]
pub(crate) struct RangeArgs {
    /// First day.
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<NaiveDate>,
    /// Last day.
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<NaiveDate>,
}

/// Arguments of `mood page`.
#[derive(Debug, clap::Args)]
pub(crate) struct PageArgs {
    /// From when to when.
    #[command(flatten)]
    pub(crate) range: RangeArgs,
    /// What to leave out.
    #[arg(long, value_name = "PART")]
    pub(crate) without: Vec<Part>,
    /// Entries to leave out.
    #[arg(long, value_name = "ID")]
    pub(crate) leave_out: Vec<String>,
    /// Large letters.
    #[arg(long)]
    pub(crate) large: bool,
    /// The file.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
}

/// A part of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Feelings.
    Labels,
    /// What was around.
    Contexts,
    /// The note.
    Notes,
}

/// Form of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// For spreadsheets.
    Csv,
    /// For other programs.
    Json,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    /// Which questions.
    #[arg(long, value_name = "FORM", default_value = "direct")]
    pub(crate) form: String,
    /// Values of the answers, in order.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) answer: Vec<u8>,
    /// Where the person is.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
    /// Show what others answered, too.
    #[arg(long)]
    pub(crate) survey: bool,
    /// Keep the answers.
    #[arg(long)]
    pub(crate) keep: bool,
    /// Show what was kept.
    #[arg(long, conflicts_with_all = ["answer", "keep", "survey"])]
    pub(crate) kept: bool,
    /// Erase what was kept.
    #[arg(long, value_name = "ID", conflicts_with_all = ["answer", "keep", "survey", "kept"])]
    pub(crate) erase_kept: Option<String>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) opens: KeptArgs,
}

/// A local time, in Japan unless an offset stands behind it.
fn place_time(text: &str) -> Result<DateTime<FixedOffset>, String> {
    let local = || {
        let naive = NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").or_else(|_| text.parse()).ok()?;
        naive.and_local_timezone(FixedOffset::east_opt(JAPAN_SECONDS)?).single()
    };
    let with_offset = || DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%:z").ok();
    let full = DateTime::parse_from_rfc3339(text).ok();
    full.or_else(with_offset).or_else(local).ok_or_else(|| "write it like 2027-01-01T03:00".to_owned())
}

/// The first day of a month.
fn month(text: &str) -> Result<NaiveDate, String> {
    format!("{text}-01").parse().map_err(|_| "write it like 2026-11".to_owned())
}
