//! Keys, sealing one key with another, and files under a passphrase. Pure functions; where keys lie is `app`'s business.

mod age_file;
mod fingerprint;
mod kdf;
mod seal;

pub use age_file::{WORK_FACTOR, open_file, seal_file};
pub use fingerprint::Fingerprint;
pub use kdf::{KdfCost, Salt};
pub use seal::{open, seal};

use zeroize::Zeroizing;

use crate::env::Random;
use crate::model::{KEY_BYTES, Key};

/// Draws a new key.
///
/// # Errors
/// [`CryptoError::NoChance`].
pub fn draw(random: &dyn Random) -> Result<Key, CryptoError> {
    let mut bytes = Zeroizing::new([0; KEY_BYTES]);
    random.fill(&mut *bytes).map_err(CryptoError::NoChance)?;
    Key::take(&mut *bytes).ok_or(CryptoError::Form)
}

/// Why a sealed thing did not open, or a key could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CryptoError {
    /// Another key sealed it, or it was changed.
    #[error("this key does not open it, or it was changed")]
    Refused,
    /// It is cut short, or of a form that is not known here.
    #[error("it is cut short or of an unknown form")]
    Form,
    /// The cost asks for more memory or time than a phone can give.
    #[error("deriving a key asks for more than a phone can give ({0})")]
    TooCostly(&'static str),
    /// The device has no chance to give.
    #[error("the device gives no random bytes ({0})")]
    NoChance(String),
}
