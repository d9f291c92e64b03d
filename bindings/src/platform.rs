//! What the platform gives the core: time, its keystore, its alarms, pictures of its camera. Every method can fail.

use std::sync::Arc;
use std::time::SystemTime;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use tsunagari_core::env::{self, DeviceClock, SecretBoxError, in_japan};
use zeroize::Zeroizing;

use crate::TsunagariError;
use crate::check_ins::SetAlarm;

/// The clock of the device.
#[uniffi::export(with_foreign)]
pub trait Clock: Send + Sync {
    /// The instant.
    fn now(&self) -> Result<SystemTime, TsunagariError>;

    /// The zone in which the person is, as in the IANA database: `Asia/Tokyo`.
    fn zone(&self) -> Result<String, TsunagariError>;
}

/// The keystore of the device (Android Keystore, iOS keychain): what it seals, only this device opens.
#[uniffi::export(with_foreign)]
pub trait SecretBox: Send + Sync {
    /// Seals bytes.
    fn seal(&self, plain: Vec<u8>) -> Result<Vec<u8>, TsunagariError>;

    /// Opens what [`SecretBox::seal`] gave. [`TsunagariError::Locked`] when the device has to be unlocked first,
    /// [`TsunagariError::KeyMismatch`] when another key sealed it.
    fn unseal(&self, sealed: Vec<u8>) -> Result<Vec<u8>, TsunagariError>;

    /// Throws the key away: nothing that it sealed opens again.
    fn shred(&self) -> Result<(), TsunagariError>;
}

/// Alarms of the platform.
#[uniffi::export(with_foreign)]
pub trait AlarmSetter: Send + Sync {
    /// Cancels an alarm; one that is not set is no mistake.
    fn cancel(&self, id: i64) -> Result<(), TsunagariError>;

    /// Sets an alarm; one with that id is replaced.
    fn set(&self, alarm: SetAlarm) -> Result<(), TsunagariError>;
}

/// Pictures of the camera.
#[uniffi::export(with_foreign)]
pub trait FrameSource: Send + Sync {
    /// The next picture; `None` ends the reading.
    fn next(&self) -> Result<Option<crate::qr::Frame>, TsunagariError>;
}

/// A clock of the platform for the core. One that fails leaves the clock of the system, in Japan.
pub(crate) struct PlatformClock(pub(crate) Arc<dyn Clock>);

impl env::Clock for PlatformClock {
    fn now(&self) -> NaiveDateTime {
        self.0.now().map_or_else(|_| DeviceClock.now(), |now| in_japan(DateTime::<Utc>::from(now)))
    }

    fn zone(&self) -> Tz {
        self.0.zone().ok().and_then(|zone| zone.parse().ok()).unwrap_or(Tz::Asia__Tokyo)
    }
}

/// A keystore of the platform for the core.
pub(crate) struct PlatformBox(pub(crate) Arc<dyn SecretBox>);

impl env::SecretBox for PlatformBox {
    fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SecretBoxError> {
        self.0.seal(plain.to_vec()).map_err(problem)
    }

    fn open(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SecretBoxError> {
        self.0.unseal(sealed.to_vec()).map(Zeroizing::new).map_err(problem)
    }

    fn shred(&self) -> Result<(), SecretBoxError> {
        self.0.shred().map_err(problem)
    }
}

fn problem(error: TsunagariError) -> SecretBoxError {
    match error {
        TsunagariError::Locked => SecretBoxError::Locked,
        TsunagariError::KeyMismatch | TsunagariError::WrongSecret => SecretBoxError::Refused,
        other => SecretBoxError::Unavailable(other.to_string()),
    }
}
