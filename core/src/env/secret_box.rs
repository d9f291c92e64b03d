//! The keystore of the device: what it seals, only this device opens.

use zeroize::Zeroizing;

/// Why the keystore did not open or seal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecretBoxError {
    /// It needs a passphrase, a finger or an unlocked screen first.
    #[error("the key store is locked; unlock it and try again")]
    Locked,
    /// The passphrase is not the right one, or another device sealed this.
    #[error("the key store could not open this: another passphrase or another device sealed it")]
    Refused,
    /// There is none, or it does not work.
    #[error("the key store cannot be used ({0})")]
    Unavailable(String),
}

/// A keystore: Android Keystore, the iOS keychain, a desktop's keyring, or a file under a passphrase.
pub trait SecretBox: Send + Sync {
    /// Seals bytes so that only this device opens them.
    ///
    /// # Errors
    /// [`SecretBoxError`].
    fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SecretBoxError>;

    /// Opens what [`SecretBox::seal`] gave.
    ///
    /// # Errors
    /// [`SecretBoxError`].
    fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SecretBoxError>;

    /// Throws the key of the box away: nothing that was sealed opens again, wherever copies of it are.
    ///
    /// # Errors
    /// [`SecretBoxError`].
    fn shred(&self) -> Result<(), SecretBoxError>;
}
