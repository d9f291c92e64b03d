//! Arguments of what looks after the data and the program.

use std::path::PathBuf;

use clap::Subcommand;
use clap_complete::Shell;

/// Arguments of `pack`.
#[derive(Debug, clap::Args)]
pub(crate) struct PackArgs {
    /// What to do with it.
    #[command(subcommand)]
    pub(crate) command: PackCommand,
}

/// Commands of `pack`.
#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Make one file of a folder that has a pack.toml, checking every rule.
    Build {
        /// The folder.
        #[arg(value_name = "DIR")]
        dir: PathBuf,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Say what is in a pack, after checking all of it.
    Inspect {
        /// The pack.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

/// Arguments of `doctor`.
#[derive(Debug, clap::Args)]
pub(crate) struct DoctorArgs {}

/// Arguments of `completions`.
#[derive(Debug, clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

/// Arguments of `man`.
#[derive(Debug, clap::Args)]
pub(crate) struct ManArgs {
    /// Folder for the pages; it is made when it is not there.
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
}
