//! From a PIN or passphrase to a key: Argon2id (RFC 9106), at a cost that a phone with 2 GB can bear.

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::CryptoError;
use crate::env::Random;
use crate::model::{KEY_BYTES, Key};

/// 16 bytes that make equal PINs differ.
pub type Salt = [u8; 16];

/// Cost of deriving a key. It is stored beside what it opened, so that it can rise later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl KdfCost {
    /// What new locks use: 32 MiB and three passes, one lane. RFC 9106 and OWASP's password storage sheet ask for at
    /// least 19 MiB and two passes where memory is short. docs/benchmarks.md says what it takes.
    pub const PHONE: Self = Self { memory_kib: 32 * 1024, passes: 3 };
    /// More than this is refused: a file from elsewhere must not stop a phone.
    const MOST_MEMORY_KIB: u32 = 64 * 1024;
    const MOST_PASSES: u32 = 10;

    /// Derives a key.
    ///
    /// # Errors
    /// [`CryptoError::TooCostly`].
    pub fn derive(self, secret: &str, salt: &Salt) -> Result<Key, CryptoError> {
        if self.memory_kib > Self::MOST_MEMORY_KIB {
            return Err(CryptoError::TooCostly("memory"));
        }
        if self.passes > Self::MOST_PASSES {
            return Err(CryptoError::TooCostly("passes"));
        }
        let params = Params::new(self.memory_kib, self.passes, 1, Some(KEY_BYTES)).map_err(|_| CryptoError::Form)?;
        let mut bytes = Zeroizing::new([0; KEY_BYTES]);
        // As a Japanese keyboard may give it: １２３４ and 1234, composed or not, are the same (NFKC).
        let secret = Zeroizing::new(secret.nfkc().collect::<String>());
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(secret.as_bytes(), salt, &mut *bytes)
            .map_err(|_| CryptoError::Form)?;
        Key::take(&mut *bytes).ok_or(CryptoError::Form)
    }

    /// Draws a salt.
    ///
    /// # Errors
    /// [`CryptoError::NoChance`].
    pub fn salt(random: &dyn Random) -> Result<Salt, CryptoError> {
        let mut salt = Salt::default();
        random.fill(&mut salt).map_err(CryptoError::NoChance)?;
        Ok(salt)
    }
}
