//! Arguments of who makes packs, and of who carries them.

use std::path::PathBuf;

use clap::Subcommand;

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
    /// Make the trial pack of a folder that has a pack.toml, checking every rule.
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
    /// Draw a key, or list those that are here.
    Keys {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// Name of the key to draw.
        #[arg(long, value_name = "NAME")]
        new: Option<String>,
        /// Where the passphrase is.
        #[arg(long, value_name = "FILE")]
        key_passphrase_file: Option<PathBuf>,
    },
    /// Make a desk.
    Init(InitArgs),
    /// Take in what a city publishes anyway.
    Import {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// The file or folder.
        #[arg(value_name = "PATH")]
        file: PathBuf,
        /// Under which name it is remembered what it said.
        #[arg(long, value_name = "NAME")]
        name: String,
        /// Desk of the records that are new.
        #[arg(long, value_name = "NAME", default_value = "list")]
        to: String,
        /// Do it; otherwise it is only said what would change.
        #[arg(long)]
        yes: bool,
        /// Who signs.
        #[command(flatten)]
        keys: KeysArgs,
    },
    /// Change one record by hand.
    Edit {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// The record.
        #[arg(value_name = "ID")]
        id: String,
        /// What it says now.
        #[arg(value_name = "FIELD")]
        fields: Vec<String>,
        /// Add it as a new record to this desk.
        #[arg(long, value_name = "NAME")]
        add: Option<String>,
        /// Take it out.
        #[arg(long)]
        remove: bool,
        /// Who signs.
        #[command(flatten)]
        keys: KeysArgs,
    },
    /// Say what would be published.
    Diff {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
    },
    /// Say what waits: signatures, second words, clashes.
    Review {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
    },
    /// Give a second word for what others wrote in core shards.
    Endorse {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// Who signs.
        #[command(flatten)]
        keys: KeysArgs,
    },
    /// Sign what waits for signatures.
    Sign {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// Who signs.
        #[command(flatten)]
        keys: KeysArgs,
    },
    /// Let keys change hands.
    Rotate(RotateArgs),
    /// Take a record or a field out of everything from now on.
    Redact {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// The record.
        #[arg(value_name = "ID")]
        id: String,
        /// Only this field.
        #[arg(long, value_name = "FIELD")]
        field: Option<String>,
        /// Who signs.
        #[command(flatten)]
        keys: KeysArgs,
    },
    /// Make the next edition and write it as static files.
    Publish {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// Folder of the static files.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Who signs.
        #[command(flatten)]
        keys: KeysArgs,
    },
    /// List what was published.
    History {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
    },
    /// Take in what a colleague's copy of the desk has.
    Join {
        /// The desk.
        #[arg(value_name = "DIR")]
        desk: PathBuf,
        /// The copy.
        #[arg(value_name = "DIR")]
        copy: PathBuf,
    },
}

/// Who signs.
#[derive(Debug, clap::Args)]
pub(crate) struct KeysArgs {
    /// Name of a key of the desk; may be given several times.
    #[arg(long, value_name = "NAME", required = true)]
    pub(crate) key: Vec<String>,
    /// Where the passphrase of the keys is.
    #[arg(long, value_name = "FILE")]
    pub(crate) key_passphrase_file: Option<PathBuf>,
}

/// Arguments of `pack init`. Keys are named as `pack keys --new` named them.
#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// The folder of the desk.
    #[arg(value_name = "DIR")]
    pub(crate) desk: PathBuf,
    /// Id of the pack.
    #[arg(long, value_name = "NAME")]
    pub(crate) pack: String,
    /// What ids of its records begin with.
    #[arg(long, value_name = "TEXT")]
    pub(crate) prefix: String,
    /// What it is called.
    #[arg(long, value_name = "TEXT")]
    pub(crate) title: String,
    /// Who publishes it.
    #[arg(long, value_name = "TEXT")]
    pub(crate) publisher: String,
    /// Keys that decide who may do what.
    #[arg(long, value_name = "NAME", required = true)]
    pub(crate) root: Vec<String>,
    /// How many of them it takes.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) threshold: usize,
    /// Keys that may publish.
    #[arg(long, value_name = "NAME", required = true)]
    pub(crate) head: Vec<String>,
    /// Keys that write the list, each with its organisation: `hana=市役所`.
    #[arg(long, value_name = "NAME", required = true)]
    pub(crate) list: Vec<String>,
    /// Keys that write lines; each change takes two of them.
    #[arg(long, value_name = "NAME")]
    pub(crate) lines: Vec<String>,
    /// Keys of those who walk in the field.
    #[arg(long, value_name = "NAME")]
    pub(crate) walkers: Vec<String>,
    /// Code of a prefecture that it is about.
    #[arg(long, value_name = "TEXT")]
    pub(crate) prefecture: Vec<String>,
    /// For a campaign: the day on which it removes itself.
    #[arg(long, value_name = "WHEN")]
    pub(crate) ends: Option<String>,
    /// Who signs.
    #[command(flatten)]
    pub(crate) keys: KeysArgs,
}

/// Arguments of `pack rotate`.
#[derive(Debug, clap::Args)]
pub(crate) struct RotateArgs {
    /// The desk.
    #[arg(value_name = "DIR")]
    pub(crate) desk: PathBuf,
    /// Key that has no role any more.
    #[arg(long, value_name = "NAME")]
    pub(crate) without: Vec<String>,
    /// Key that decides from now on.
    #[arg(long, value_name = "NAME")]
    pub(crate) root: Vec<String>,
    /// How many of them it takes.
    #[arg(long, value_name = "N")]
    pub(crate) threshold: Option<usize>,
    /// Key that may publish from now on.
    #[arg(long, value_name = "NAME")]
    pub(crate) head: Vec<String>,
    /// Key that writes the list from now on.
    #[arg(long, value_name = "NAME")]
    pub(crate) list: Vec<String>,
    /// Key that writes lines from now on.
    #[arg(long, value_name = "NAME")]
    pub(crate) lines: Vec<String>,
    /// Key of somebody who walks in the field from now on.
    #[arg(long, value_name = "NAME")]
    pub(crate) walkers: Vec<String>,
    /// Who signs.
    #[command(flatten)]
    pub(crate) keys: KeysArgs,
}

/// Arguments of `bundle`.
#[derive(Debug, clap::Args)]
pub(crate) struct BundleArgs {
    /// What to do with it.
    #[command(subcommand)]
    pub(crate) command: BundleCommand,
}

/// Commands of `bundle`.
#[derive(Debug, Subcommand)]
pub(crate) enum BundleCommand {
    /// Take in a file that publishers signed.
    Read {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Trust the publisher whose sign is this, though nobody vouches for them.
        #[arg(long, value_name = "TEXT")]
        trust: Option<String>,
    },
    /// Write packs that are here into one file, to be carried on.
    Make {
        /// Packs; all but the national one when none is named.
        #[arg(value_name = "ID")]
        packs: Vec<String>,
        /// The file to write.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Say what is here: how old, and from whom.
    List,
}

/// Arguments of `demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct DemoArgs {
    /// What to play through.
    #[command(subcommand)]
    pub(crate) command: DemoCommand,
}

/// What can be played through.
#[derive(Debug, Subcommand)]
pub(crate) enum DemoCommand {
    /// Packs: published, updated, carried, and what is refused.
    Packs,
}
