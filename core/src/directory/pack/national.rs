//! The pack that travels inside the program.

use super::format::{self, Pack};
use super::test_keys::is_trial;
use crate::crypto::Charter;
use crate::directory::receive::Refusal;

/// The bytes of core/national.pack, made by `tsunagari pack build core/national --out core/national.pack`.
#[cfg(not(feature = "official"))]
pub const NATIONAL: &[u8] = include_bytes!("../../../national.pack");

/// The bytes of the file that `TSUNAGARI_NATIONAL_PACK` names while it is built: an edition that those who publish it
/// signed with keys of their own.
#[cfg(feature = "official")]
pub const NATIONAL: &[u8] = include_bytes!(env!(
    "TSUNAGARI_NATIONAL_PACK",
    "an official build needs the national pack that was signed: set TSUNAGARI_NATIONAL_PACK to its path"
));

/// What the embedded pack holds.
///
/// # Errors
/// As [`carried`].
pub fn national() -> Result<Pack, Refusal> {
    carried().map(|(pack, _)| pack)
}

/// Reads the embedded pack, and who publishes it.
///
/// # Errors
/// [`Refusal`] only if the program itself is damaged, or an official one was built with keys that everybody has.
pub fn carried() -> Result<(Pack, Charter), Refusal> {
    let (pack, charter) = format::read(NATIONAL)?;
    if cfg!(feature = "official") && is_trial(&charter) {
        return Err(Refusal::NotSigned);
    }
    Ok((pack, charter))
}
