//! Packs: what people write as TOML, becomes records, becomes one signed edition.
//!
//! [`build`] makes the trial pack from a folder, [`read`] gives an edition back whole or not at all, [`inspect`] says what
//! is in it, [`national`] is the pack that this program carries.

mod build;
pub mod cbor;
mod flatten;
mod format;
mod inspect;
mod national;
pub mod rules;
mod test_keys;
pub mod toml_source;

pub use build::{BuildError, build};
pub(super) use flatten::flatten;
pub use format::{Pack, PackError, read, write};
pub use inspect::{Inspection, inspect};
pub use national::{NATIONAL, carried, national};
pub use test_keys::is_trial;
