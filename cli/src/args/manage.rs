//! Arguments of what looks after the data and the program.

use std::path::PathBuf;

use clap_complete::Shell;

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
