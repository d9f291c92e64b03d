//! The lock of what is kept.

use std::sync::Arc;

use tsunagari_core::app::vault::State;

use crate::platform::PlatformBox;
use crate::{Device, SecretBox, TsunagariError};

/// How what is kept stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct LockState {
    /// Something is kept on this device.
    pub kept: bool,
    /// It opens at this moment without a PIN.
    pub open: bool,
    /// A PIN or passphrase is set.
    pub has_lock: bool,
}

/// The lock of what is kept.
#[derive(uniffi::Object)]
pub struct Lock {
    pub(crate) device: Arc<Device>,
}

#[uniffi::export]
impl Lock {
    /// How it stands.
    ///
    /// # Errors
    /// [`TsunagariError`] when the keys cannot be read.
    pub fn state(&self) -> Result<LockState, TsunagariError> {
        self.device.with(|device| {
            let (state, has_lock) = (device.state()?, device.has_lock()?);
            Ok(LockState { kept: state != State::None, open: state == State::Open, has_lock })
        })
    }

    /// Begins to keep things on this device. Without it nothing private is ever made (さがすだけ).
    ///
    /// # Errors
    /// [`TsunagariError`]; nothing that was there is changed.
    pub fn begin(&self) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.begin()?))
    }

    /// Opens what is kept with the PIN or passphrase. A try is counted before it is made.
    ///
    /// # Errors
    /// [`TsunagariError::WrongSecret`], [`TsunagariError::TryLater`].
    pub fn unlock(&self, pin: String) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.unlock(&pin)?))
    }

    /// Opens what is kept with a finger or a face, through a keystore that asks for it.
    ///
    /// # Errors
    /// [`TsunagariError::WrongSecret`] when it was not allowed, or who is enrolled has changed: the PIN opens it then.
    pub fn unlock_with(&self, finger: Arc<dyn SecretBox>) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.unlock_with(&PlatformBox(finger))?))
    }

    /// Locks it, where there is a PIN.
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn lock(&self) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.lock()?))
    }

    /// Sets, changes or (with an empty `new`) takes away the PIN or passphrase of at least four characters; `old` is
    /// empty where there is none. A finger or face has to be allowed again.
    ///
    /// # Errors
    /// [`TsunagariError::WrongSecret`], [`TsunagariError::Invalid`] with `pin`.
    pub fn set_pin(&self, old: String, new: String) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.set_pin(&old, &new)?))
    }

    /// Allows a finger or a face beside the PIN, or with `None` no more.
    ///
    /// # Errors
    /// [`TsunagariError::WrongSecret`], [`TsunagariError::Invalid`] with `lock` where there is no PIN.
    pub fn set_biometric(&self, pin: String, finger: Option<Arc<dyn SecretBox>>) -> Result<(), TsunagariError> {
        let finger = finger.map(PlatformBox);
        self.device.with(|device| {
            Ok(device
                .set_biometric(&pin, finger.as_ref().map(|finger| finger as &dyn tsunagari_core::env::SecretBox))?)
        })
    }

    /// Forgets everything that is kept, keys first. The directory stays, backups elsewhere stay.
    ///
    /// # Errors
    /// [`TsunagariError`] of the first step that failed; calling again goes on.
    pub fn forget_everything(&self) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.forget()?))
    }
}
