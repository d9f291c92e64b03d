//! A key under a PIN or passphrase, with the cost that it was sealed at.

use minicbor::{Decode, Encode};

use super::VaultError;
use crate::crypto::{CryptoError, KdfCost, open, seal};
use crate::env::Random;
use crate::model::Key;

/// A key that only its PIN or passphrase opens.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub(super) struct BySecret {
    #[cbor(n(0), with = "minicbor::bytes")]
    salt: [u8; 16],
    #[n(1)]
    memory_kib: u32,
    #[n(2)]
    passes: u32,
    #[cbor(n(3), with = "minicbor::bytes")]
    sealed: Vec<u8>,
}

impl BySecret {
    /// Seals a key, for one purpose. A secret of fewer than [`VaultError::SHORTEST_PIN`] characters is refused.
    pub(super) fn seal(
        key: &Key,
        secret: &str,
        cost: KdfCost,
        purpose: &str,
        random: &dyn Random,
    ) -> Result<Self, VaultError> {
        if secret.trim().chars().count() < VaultError::SHORTEST_PIN {
            return Err(VaultError::ShortPin);
        }
        let salt = KdfCost::salt(random)?;
        let sealed = seal(&cost.derive(secret, &salt)?, purpose, key.bytes(), random)?;
        let KdfCost { memory_kib, passes } = cost;
        Ok(Self { salt, memory_kib, passes, sealed })
    }

    /// Opens it; another secret is [`VaultError::WrongPin`].
    pub(super) fn open(&self, secret: &str, purpose: &str) -> Result<Key, VaultError> {
        let cost = KdfCost { memory_kib: self.memory_kib, passes: self.passes };
        let mut bytes =
            open(&cost.derive(secret, &self.salt)?, purpose, &self.sealed).map_err(|error| match error {
                CryptoError::Refused => VaultError::WrongPin,
                other => VaultError::Crypto(other),
            })?;
        Key::take(&mut bytes).ok_or(VaultError::Crypto(CryptoError::Form))
    }
}
