//! A keystore for tests: a key in memory that can be shredded.

use parking_lot::Mutex;
use tsunagari_core::crypto::{draw, open, seal};
use tsunagari_core::env::{SecretBox, SecretBoxError, SystemRandom};
use tsunagari_core::model::Key;
use zeroize::Zeroizing;

pub(crate) struct TestBox(Mutex<Option<Key>>);

impl TestBox {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Some(draw(&SystemRandom).unwrap())))
    }
}

impl SecretBox for TestBox {
    fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SecretBoxError> {
        let key = self.0.lock().clone().ok_or(SecretBoxError::Refused)?;
        seal(&key, "box", plain, &SystemRandom).map_err(|_| SecretBoxError::Refused)
    }

    fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SecretBoxError> {
        let key = self.0.lock().clone().ok_or(SecretBoxError::Refused)?;
        open(&key, "box", sealed).map_err(|_| SecretBoxError::Refused)
    }

    fn shred(&self) -> Result<(), SecretBoxError> {
        *self.0.lock() = None;
        Ok(())
    }
}
