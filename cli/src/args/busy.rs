//! Arguments of `busy`.

use super::KeptArgs;
use super::find::CHANNELS;

/// Arguments of `busy`.
#[derive(Debug, clap::Args)]
pub(crate) struct BusyArgs {
    /// Entries that did not answer, the latest last; without any, some other line.
    #[arg(value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// The way that was tried: tel, chat, line, mail …
    #[arg(long, value_name = "KIND", value_parser = CHANNELS)]
    pub(crate) channel: Option<String>,
    /// Where you are; lines for other areas are left out.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
    /// Language you want to speak: en, vi, zh …
    #[arg(long, value_name = "LANG")]
    pub(crate) spoken: Option<String>,
    /// Your age.
    #[arg(long, value_name = "YEARS")]
    pub(crate) age: Option<u8>,
    /// Remember for a day what was tried, in what you keep.
    #[arg(long)]
    pub(crate) tried: bool,
    /// How that opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}
