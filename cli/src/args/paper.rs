//! Arguments of what is printed on paper.

use std::path::PathBuf;

/// Arguments of `sheet` and `card`.
#[derive(Debug, clap::Args)]
pub(crate) struct PaperArgs {
    /// Identifiers of entries; without any, the lines one can begin with.
    #[arg(value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// Where you are; some numbers are for some areas only.
    #[arg(long, value_name = "AREA")]
    pub(crate) area: Option<String>,
    /// Write an HTML page to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write a PDF to this file, with a Japanese font of this system.
    #[arg(long, value_name = "FILE")]
    pub(crate) pdf: Option<PathBuf>,
    /// 書き写し: one number a page, very large, for copying by hand.
    #[arg(long)]
    pub(crate) copy: bool,
    /// Print entries although somebody could later find the paper.
    #[arg(long)]
    pub(crate) i_know: bool,
}
