//! A file under a passphrase in the age format (age-encryption.org/v1), which the standard tool opens, too.

use age::secrecy::SecretString;
use age::{DecryptError, scrypt};
use zeroize::Zeroizing;

use super::CryptoError;

/// log2 of scrypt's cost: with a block of 8 times 128 bytes, 16 takes 64 MiB, which a phone can bear.
pub const WORK_FACTOR: u8 = 16;

/// Seals bytes under a passphrase. Anything but [`WORK_FACTOR`] is for tests.
///
/// # Errors
/// [`CryptoError::Form`], which no input leads to.
pub fn seal_file(passphrase: &str, work_factor: u8, plain: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let mut recipient = scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(work_factor);
    age::encrypt(&recipient, plain).map_err(|_| CryptoError::Form)
}

/// Opens what [`seal_file`] or the standard tool gave.
///
/// # Errors
/// [`CryptoError::Refused`] for another passphrase, [`CryptoError::TooCostly`] for a file that asks for more than
/// 64 MiB, [`CryptoError::Form`] when it is no such file, cut short or changed.
pub fn open_file(passphrase: &str, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
    let mut identity = scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(WORK_FACTOR);
    age::decrypt(&identity, bytes).map(Zeroizing::new).map_err(|error| match error {
        DecryptError::ExcessiveWork { .. } => CryptoError::TooCostly("memory"),
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => CryptoError::Refused,
        _ => CryptoError::Form,
    })
}
