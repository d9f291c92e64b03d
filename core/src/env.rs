//! The outside world as traits, so that every rule can be tested: time, chance, the keystore.

mod clock;
mod random;
mod secret_box;

pub use clock::{Clock, DeviceClock, FixedClock, JAPAN_SECONDS, from_japan, in_japan};
pub use random::{Random, SystemRandom};
pub use secret_box::{SecretBox, SecretBoxError};
