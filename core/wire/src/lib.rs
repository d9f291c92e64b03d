//! What travels, as bytes: framing, canonical CBOR, limits and versions. It knows no keys and no meaning, so that a
//! relay can link it.
//!
//! - [`cbor`]: one value, one form.
//! - [`file`]: a `.tsuna` file, read part by part in bounded memory.
//! - [`frames`]: a small one as a few texts for QR codes.
//! - [`limits`]: how much of anything is read.
//!
//! Every form that was ever published stays readable: tests/golden holds bytes of each version, kept for ever.

pub mod cbor;
mod error;
pub mod file;
pub mod frames;
pub mod limits;

pub use error::WireError;
