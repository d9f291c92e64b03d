//! From what people type to what they need: rules for danger, phrases of ours, and a small model.

mod as_written;
mod catalogue;
mod features;
mod model;
mod rules;
mod understand;

pub use catalogue::{Catalogue, Need, Rank};
pub use features::features;
pub use model::{Model, Score};
pub use rules::{Matched, Rules};
pub use understand::{Needs, Sources};

/// Why the needs cannot be read. They are part of the program, so a person only sees this in a build under work.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NeedsError {
    /// A TOML file cannot be read: its name and what is wrong.
    #[error("{0}: {1}")]
    Toml(&'static str, String),
    /// A line of a phrase file cannot be read.
    #[error("{file}:{line}: {what}")]
    Phrase {
        /// The file.
        file: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        what: &'static str,
    },
    /// The table of the model cannot be read.
    #[error("needs-model.bin: {0}")]
    Model(&'static str),
}
