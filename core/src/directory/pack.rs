//! Packs: what people write as TOML, becomes records, becomes one checked file of bytes.

pub mod cbor;
mod flatten;
pub mod toml_source;
