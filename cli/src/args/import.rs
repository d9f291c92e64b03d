//! Arguments of what goes in and out.

use std::path::PathBuf;

use clap::ValueEnum;

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// Files or folders: CSV, XLSX, JSON Lines, HSDS packages.
    #[arg(value_name = "PATH", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Read files that are not about help, too.
    #[arg(long)]
    pub(crate) all_kinds: bool,
    /// Read and report, and store nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// Folder to write to; it is made when it is not there.
    #[arg(value_name = "DIR")]
    pub(crate) dir: PathBuf,
    /// hsds-json or hsds-csv: every entry as Open Referral HSDS 3.0; source: the imported tables as they were published, byte for byte.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Format,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// HSDS 3.0 as JSON.
    HsdsJson,
    /// HSDS 3.0 as tables.
    HsdsCsv,
    /// Imported tables as they were published.
    Source,
}
