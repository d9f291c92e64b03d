//! Who listens to changes.

use std::sync::Arc;

use tsunagari_core::app;

use crate::TsunagariError;

/// What has changed, so that a screen that shows it asks again. It never says what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Changed {
    /// What is kept was opened, locked, made or forgotten.
    Lock,
    /// Imported entries.
    Directory,
    /// The mood log, or whether it is shown.
    Mood,
    /// Kept answers to つながりの質問.
    Answers,
    /// The plan for hard hours.
    Plan,
    /// The consultation memo.
    Memo,
    /// Favourites.
    Favourites,
    /// Entries of one's own.
    Own,
    /// Check-ins and silence.
    CheckIns,
    /// The line on Home.
    Home,
    /// When backups are made.
    Backup,
}

/// Hears of changes, on the thread that made them. It is never called under a lock, so it may ask anything.
#[uniffi::export(with_foreign)]
pub trait Listener: Send + Sync {
    /// Something has changed. What is thrown is dropped.
    fn changed(&self, what: Changed) -> Result<(), TsunagariError>;
}

/// A listener's place: cancelled or dropped, it hears nothing more.
#[derive(uniffi::Object)]
pub struct Subscription(pub(crate) app::Subscription);

#[uniffi::export]
impl Subscription {
    /// Ends it. A call that has begun on another thread may still arrive.
    pub fn cancel(&self) {
        self.0.cancel();
    }
}

pub(crate) struct Heard(pub(crate) Arc<dyn Listener>);

impl app::Listener for Heard {
    fn changed(&self, what: app::Changed) {
        // A screen that fails to redraw must not fail what was written.
        let _dropped = self.0.changed(what.into());
    }
}

impl From<app::Changed> for Changed {
    fn from(what: app::Changed) -> Self {
        match what {
            app::Changed::Lock => Self::Lock,
            app::Changed::Directory => Self::Directory,
            app::Changed::Mood => Self::Mood,
            app::Changed::Answers => Self::Answers,
            app::Changed::Plan => Self::Plan,
            app::Changed::Memo => Self::Memo,
            app::Changed::Favourites => Self::Favourites,
            app::Changed::Own => Self::Own,
            app::Changed::CheckIns => Self::CheckIns,
            app::Changed::Home => Self::Home,
            app::Changed::Backup => Self::Backup,
        }
    }
}
