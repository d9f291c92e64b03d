//! Arguments of what a person keeps for themselves.

use std::path::PathBuf;

use clap::Subcommand;

/// Options of every command that opens what is kept.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct KeptArgs {
    /// File whose first line is the passphrase, instead of asking.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// File whose first line is the PIN of the lock, instead of asking.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) pin_file: Option<PathBuf>,
}

/// Arguments of `lock`.
#[derive(Debug, clap::Args)]
pub(crate) struct LockArgs {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: LockCommand,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Commands of `lock`.
#[derive(Debug, Subcommand)]
pub(crate) enum LockCommand {
    /// Set or change the PIN or passphrase.
    Set {
        /// File whose first line is the new one, instead of asking.
        #[arg(long, value_name = "FILE")]
        new_pin_file: Option<PathBuf>,
    },
    /// Take the lock away.
    Off,
    /// Say whether there is one.
    Status,
}

/// Arguments of `forget`.
#[derive(Debug, clap::Args)]
pub(crate) struct ForgetArgs {
    /// Do it without asking once more.
    #[arg(long)]
    pub(crate) yes: bool,
}
