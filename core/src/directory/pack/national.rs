//! The pack that travels inside the program.

use super::format::{self, Pack, PackError};

/// The bytes of core/national.pack, made by `tsunagari pack build core/national --out core/national.pack`.
pub const NATIONAL: &[u8] = include_bytes!("../../../national.pack");

/// Reads the embedded pack.
///
/// # Errors
/// [`PackError`] only if the program itself is damaged.
pub fn national() -> Result<Pack, PackError> {
    format::read(NATIONAL)
}
