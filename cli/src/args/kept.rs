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

/// Arguments of `backup`.
#[derive(Debug, clap::Args)]
pub(crate) struct BackupArgs {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: BackupCommand,
    /// File whose first line is the passphrase of the backup, instead of asking.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) backup_passphrase_file: Option<PathBuf>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Commands of `backup`.
#[derive(Debug, Subcommand)]
pub(crate) enum BackupCommand {
    /// Write everything into one file.
    Make {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Say whether a file opens, and of when it is.
    Check {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Choose a folder for backups every so many days.
    Schedule {
        /// The folder.
        #[arg(value_name = "DIR")]
        dir: PathBuf,
        /// Every how many days.
        #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u16).range(1..=365))]
        every: u16,
    },
    /// Make the scheduled one, when it is due.
    Run,
    /// How scheduled ones go.
    Status,
    /// No more of them.
    Off,
}

/// Arguments of `restore`.
#[derive(Debug, clap::Args)]
pub(crate) struct RestoreArgs {
    /// The backup.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Replace what is kept here already.
    #[arg(long)]
    pub(crate) replace: bool,
    /// File whose first line is the passphrase of the backup, instead of asking.
    #[arg(long, value_name = "FILE")]
    pub(crate) backup_passphrase_file: Option<PathBuf>,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}
