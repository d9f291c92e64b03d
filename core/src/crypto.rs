//! Keys, sealing one key with another, files under a passphrase, and what publishers sign. Pure functions; where keys
//! lie is `app`'s business.

mod age_file;
mod charter;
mod ed25519;
mod entry;
mod fingerprint;
mod head;
mod kdf;
mod manifest;
pub mod merkle;
mod names;
mod seal;
mod signed;

pub use age_file::{WORK_FACTOR, open_file, seal_file};
pub use charter::{Charter, CharterError, Class, Desk, Listed, Role};
pub use ed25519::{PUBLIC_BYTES, PublicKey, SIGNATURE_BYTES, SigningKey};
pub use entry::{
    CHANGE_BYTES, Checkpoint, Endorsement, Entry, Generation, NOTE_BYTES, Note, SHARD_BYTES, SHARD_RECORDS,
};
pub use fingerprint::Fingerprint;
pub use head::{HEAD_BYTES, Head, day_of};
pub use kdf::{KdfCost, Salt};
pub use manifest::{About, Change, Line, Manifest, Mirrored};
pub use names::is_record_id;
pub use seal::{open, seal};
pub use signed::{Hash, Kind, Signed};

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
