//! Arguments of `home`.

use clap::{Subcommand, ValueEnum};
use tsunagari_core::model::AgeBand;

use super::KeptArgs;

/// Arguments of `home`.
#[derive(Debug, clap::Args)]
pub(crate) struct HomeArgs {
    /// What to do; without anything, the line of today.
    #[command(subcommand)]
    pub(crate) command: Option<HomeCommand>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Commands of `home`.
#[derive(Debug, Subcommand)]
pub(crate) enum HomeCommand {
    /// なぜこれが出たか.
    Why,
    /// もう出さない.
    Never {
        /// The line.
        #[arg(value_name = "ID")]
        id: String,
    },
    /// Where the person is.
    Area {
        /// Name or code.
        #[arg(value_name = "AREA", required_unless_present = "remove")]
        area: Option<String>,
        /// Take it back.
        #[arg(long, conflicts_with = "area")]
        remove: bool,
    },
    /// About how old the person is.
    Age {
        /// The band.
        #[arg(value_name = "BAND", required_unless_present = "remove")]
        band: Option<Band>,
        /// Take it back.
        #[arg(long, conflicts_with = "band")]
        remove: bool,
    },
    /// No line at all.
    Off,
    /// Lines may come again.
    On,
}

/// An age band as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Band(pub(crate) AgeBand);

impl ValueEnum for Band {
    fn value_variants<'a>() -> &'a [Self] {
        &[
            Self(AgeBand::Under18),
            Self(AgeBand::From18),
            Self(AgeBand::From30),
            Self(AgeBand::From50),
            Self(AgeBand::From65),
        ]
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.code()))
    }
}
