//! Packs: what people write as TOML, becomes records, becomes one checked file of bytes.
//!
//! [`build`] makes the bytes from a folder, [`read`] gives them back whole or not at all, [`inspect`] says what is in
//! them, [`national`] is the pack that this program carries.

mod build;
pub mod cbor;
mod flatten;
mod format;
mod inspect;
mod national;
pub mod rules;
pub mod toml_source;

pub use build::{BuildError, build};
pub(super) use flatten::flatten;
pub use format::{MAGIC, MAX_PACK_BYTES, Pack, PackError, VERSION, read, write};
pub use inspect::{Inspection, inspect};
pub use national::{NATIONAL, national};
