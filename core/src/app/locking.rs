//! The lock of what a device keeps: beginning, opening, locking, forgetting.

use super::device::Parts;
use super::vault::State;
use super::{AppError, Changed, Device};
use crate::env::SecretBox;
use crate::store::PrivateStore;

impl Device {
    /// How what is kept stands: [`State::Open`] also while a lock is open.
    ///
    /// # Errors
    /// [`AppError::Closed`], [`AppError::Vault`].
    pub fn state(&self) -> Result<State, AppError> {
        let parts = self.parts()?;
        if parts.kept.lock().is_some() { Ok(State::Open) } else { Ok(parts.vault.state()?) }
    }

    /// Whether a PIN or passphrase is set, open or not.
    ///
    /// # Errors
    /// [`AppError::Closed`], [`AppError::Vault`].
    pub fn has_lock(&self) -> Result<bool, AppError> {
        Ok(self.parts()?.vault.state()? == State::Locked)
    }

    /// Begins to keep things on this device; what is there already is opened.
    ///
    /// # Errors
    /// [`AppError::Closed`], [`AppError::Vault`].
    pub fn begin(&self) -> Result<(), AppError> {
        let parts = self.parts()?;
        let mut kept = parts.kept.lock();
        if kept.is_none() {
            let store = parts.vault.create()?;
            *kept = Some(parts.opened(store)?);
        }
        drop(kept);
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Opens what is kept with a PIN or passphrase.
    ///
    /// # Errors
    /// [`AppError::Closed`]; [`AppError::Vault`] for a wrong one, or when another try has to wait.
    pub fn unlock(&self, pin: &str) -> Result<(), AppError> {
        let parts = self.parts()?;
        let store = parts.vault.unlock(pin, parts.clock.utc())?;
        self.hold(&parts, store)
    }

    /// Opens what is kept with a finger or a face.
    ///
    /// # Errors
    /// As [`Vault::unlock_with`].
    pub fn unlock_with(&self, finger: &dyn SecretBox) -> Result<(), AppError> {
        let parts = self.parts()?;
        let store = parts.vault.unlock_with(finger)?;
        self.hold(&parts, store)
    }

    fn hold(&self, parts: &Parts, store: PrivateStore) -> Result<(), AppError> {
        *parts.kept.lock() = Some(parts.opened(store)?);
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Locks it, where there is a PIN: what is asked from now on needs it again.
    ///
    /// # Errors
    /// [`AppError::Closed`].
    pub fn lock(&self) -> Result<(), AppError> {
        let kept = self.parts()?.kept.lock().take();
        drop(kept);
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Sets, changes or (with an empty `new`) takes away the PIN. It stays open.
    ///
    /// # Errors
    /// As [`Vault::set_pin`].
    pub fn set_pin(&self, old: &str, new: &str) -> Result<(), AppError> {
        let parts = self.parts()?;
        parts.vault.set_pin(old, new, parts.clock.utc())?;
        self.tell(Changed::Lock);
        Ok(())
    }

    /// Allows a finger or a face beside the PIN, or with `None` no more.
    ///
    /// # Errors
    /// As [`Vault::set_biometric`].
    pub fn set_biometric(&self, pin: &str, finger: Option<&dyn SecretBox>) -> Result<(), AppError> {
        let parts = self.parts()?;
        Ok(parts.vault.set_biometric(pin, finger, parts.clock.utc())?)
    }

    /// Forgets everything that is kept, keys first. The directory stays.
    ///
    /// # Errors
    /// As [`super::vault::forget::forget`]; calling again goes on.
    pub fn forget(&self) -> Result<(), AppError> {
        let parts = self.parts()?;
        let mut kept = parts.kept.lock();
        *kept = None;
        let gone = super::vault::forget::forget(&parts.folder, &*parts.keystore);
        drop(kept);
        self.tell(Changed::Lock);
        Ok(gone?)
    }
}
