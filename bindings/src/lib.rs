//! The core for Kotlin, Swift and Python. Methods convert, call, convert; behaviour is in tsunagari-core. A change here
//! is a change of the API that bindings/api/ holds.

uniffi::setup_scaffolding!();

mod backup;
mod card;
mod check_ins;
mod detail;
mod device;
mod directory;
mod error;
mod events;
mod finder;
mod home;
mod import;
mod journal;
mod keepsakes;
mod lock;
mod paper;
mod platform;
mod qr;
mod search;
mod time;

pub use backup::*;
pub use card::*;
pub use check_ins::*;
pub use detail::*;
pub use device::*;
pub use directory::*;
pub use error::TsunagariError;
pub use events::*;
pub use finder::*;
pub use home::*;
pub use import::*;
pub use journal::*;
pub use keepsakes::*;
pub use lock::*;
pub use paper::*;
pub use platform::{AlarmSetter, Clock, FrameSource, SecretBox};
pub use qr::*;
pub use search::*;
