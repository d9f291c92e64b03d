//! Arguments of what looks for help.

use tsunagari_core::directory::answer::Filters;

use super::KeptArgs;

/// Arguments of `find`.
#[derive(Debug, clap::Args)]
pub(crate) struct FindArgs {
    /// What you would say, in any words; - reads it from standard input.
    #[arg(required = true, value_name = "WORDS")]
    pub(crate) words: Vec<String>,
    /// How many answers at most.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=50))]
    pub(crate) limit: u16,
    /// Where you are: 高松市, takamatsu, 372013, 香川県.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
    /// What to leave out.
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
    /// Look among what you wrote yourself, too.
    #[arg(long)]
    pub(crate) own: bool,
    /// How that opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Conditions that every answer meets. What is not known meets none.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct FilterArgs {
    /// Only what is known to be open now.
    #[arg(long)]
    pub(crate) open_now: bool,
    /// Only what costs nothing to call, or is no call.
    #[arg(long)]
    pub(crate) free: bool,
    /// Only what can be used without speaking.
    #[arg(long)]
    pub(crate) no_voice: bool,
    /// Only this way of reaching it: tel, chat, line, mail, fax, sms, visit, video, relay, web. May be repeated.
    #[arg(long, value_name = "KIND", value_parser = CHANNELS)]
    pub(crate) channel: Vec<String>,
    /// Only where this language is spoken: en, vi, zh …
    #[arg(long, value_name = "LANG")]
    pub(crate) spoken: Option<String>,
    /// Only what is for this age.
    #[arg(long, value_name = "YEARS")]
    pub(crate) age: Option<u8>,
    /// Only within so many kilometres of the centre of the area.
    #[arg(long, value_name = "KM", requires = "area")]
    pub(crate) within: Option<u32>,
    /// Only places where one can have a part (役割がある場所).
    #[arg(long)]
    pub(crate) role: bool,
    /// Only this kind: line, desk, place, scheme, site. May be repeated.
    #[arg(long, value_name = "KIND", value_parser = ["line", "desk", "place", "scheme", "site"])]
    pub(crate) kind: Vec<String>,
}

pub(super) const CHANNELS: [&str; 10] = ["tel", "chat", "line", "mail", "fax", "sms", "visit", "video", "relay", "web"];

impl FilterArgs {
    /// As the core has them.
    pub(crate) fn filters(&self) -> Filters {
        Filters {
            open_now: self.open_now,
            free: self.free,
            no_voice: self.no_voice,
            role_place: self.role,
            channels: self.channel.clone(),
            spoken: self.spoken.clone(),
            age: self.age,
            within_km: self.within,
            kinds: self.kind.clone(),
        }
    }
}

/// Arguments of `show`.
#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    /// Identifier of the entry, as find and lines print it.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    /// Where you are; some numbers are for some areas only.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
}

/// Arguments of `lines`.
#[derive(Debug, clap::Args)]
pub(crate) struct LinesArgs {
    /// Where you are; lines for other areas are left out.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
    /// What to leave out.
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
}

/// Arguments of `places`.
#[derive(Debug, clap::Args)]
pub(crate) struct PlacesArgs {
    /// Where you are: 高松市, takamatsu, 372013.
    #[arg(long, value_name = "AREA", required = true)]
    pub(crate) area: String,
    /// How many at most.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=200))]
    pub(crate) limit: u16,
    /// What to leave out.
    #[command(flatten)]
    pub(crate) filters: FilterArgs,
}

/// Arguments of `areas`.
#[derive(Debug, clap::Args)]
pub(crate) struct AreasArgs {
    /// Name or code of a prefecture, city, ward, town or village.
    #[arg(value_name = "TEXT", required = true)]
    pub(crate) text: Vec<String>,
}

/// Arguments of `ask`.
#[derive(Debug, clap::Args)]
pub(crate) struct AskArgs {
    /// Answers given at once: question=answer,answer. May be repeated; question= skips one.
    #[arg(long, value_name = "ANSWER")]
    pub(crate) answers: Vec<String>,
    /// Where you are: 高松市, takamatsu, 372013, 香川県.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
}
