//! One device: where everything begins.

use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::RwLock;
use tsunagari_core::app::say::Words;
use tsunagari_core::app::{self, App, AppError, Kept};
use tsunagari_core::crypto::KdfCost;
use tsunagari_core::env::{self, DeviceClock, SystemRandom};
use tsunagari_core::model::{self, AreaCode};
use tsunagari_core::text::Texts;

use crate::events::Heard;
use crate::platform::{PlatformBox, PlatformClock};
use crate::{
    Backups, CheckIns, Clock, Directory, Home, Journal, Keepsakes, Listener, Lock, SecretBox, Subscription,
    TsunagariError,
};

/// What a device is opened with.
#[derive(Debug, Clone, uniffi::Record)]
pub struct Opening {
    /// The folder for data, private to the app; it is made where it is not there.
    pub folder: String,
    /// The language of composed texts.
    pub language: Language,
}

/// Language of composed texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Language {
    /// Japanese.
    Japanese,
    /// やさしい日本語; readings stand in `{漢字|かんじ}`.
    EasyJapanese,
    /// English.
    English,
}

impl From<Language> for model::Language {
    fn from(language: Language) -> Self {
        match language {
            Language::Japanese => Self::Japanese,
            Language::EasyJapanese => Self::EasyJapanese,
            Language::English => Self::English,
        }
    }
}

/// One device: the directory, what is kept with its lock, and who listens. Any thread may ask.
#[derive(uniffi::Object)]
pub struct Device {
    inner: app::Device,
    texts: RwLock<Arc<Texts>>,
}

#[uniffi::export]
impl Device {
    /// Opens the data folder. What is kept there is opened when it is asked for; nothing private is made by looking.
    ///
    /// # Errors
    /// [`TsunagariError`]; nothing is deleted because it could not be read.
    #[uniffi::constructor]
    pub fn open(
        opening: Opening,
        keystore: Arc<dyn SecretBox>,
        clock: Option<Arc<dyn Clock>>,
    ) -> Result<Arc<Self>, TsunagariError> {
        let Opening { folder, language } = opening;
        guarded(|| {
            let clock: Arc<dyn env::Clock> = match clock {
                Some(clock) => Arc::new(PlatformClock(clock)),
                None => Arc::new(DeviceClock),
            };
            let (keystore, random) = (Arc::new(PlatformBox(keystore)), Arc::new(SystemRandom));
            let cost = KdfCost::PHONE;
            let inner =
                app::Device::open(app::Opening { folder: PathBuf::from(folder), clock, keystore, random, cost })?;
            Ok(Arc::new(Self { inner, texts: RwLock::new(Arc::new(Texts::new(language.into()))) }))
        })
    }

    /// Finding help.
    pub fn directory(self: Arc<Self>) -> Arc<Directory> {
        Arc::new(Directory { device: self })
    }

    /// The lock of what is kept.
    pub fn lock(self: Arc<Self>) -> Arc<Lock> {
        Arc::new(Lock { device: self })
    }

    /// The mood log and つながりの質問.
    pub fn journal(self: Arc<Self>) -> Arc<Journal> {
        Arc::new(Journal { device: self })
    }

    /// Plan, memo, favourites and entries of one's own.
    pub fn keepsakes(self: Arc<Self>) -> Arc<Keepsakes> {
        Arc::new(Keepsakes { device: self })
    }

    /// Check-ins and what must stay silent.
    pub fn check_ins(self: Arc<Self>) -> Arc<CheckIns> {
        Arc::new(CheckIns { device: self })
    }

    /// The one quiet line of Home.
    pub fn home(self: Arc<Self>) -> Arc<Home> {
        Arc::new(Home { device: self })
    }

    /// Backups.
    pub fn backups(self: Arc<Self>) -> Arc<Backups> {
        Arc::new(Backups { device: self })
    }

    /// Composed texts are in this language from now on.
    pub fn set_language(&self, language: Language) {
        *self.texts.write() = Arc::new(Texts::new(language.into()));
    }

    /// Listens to changes until the subscription is cancelled or dropped.
    ///
    /// # Errors
    /// [`TsunagariError::Closed`].
    pub fn subscribe(&self, listener: Arc<dyn Listener>) -> Result<Arc<Subscription>, TsunagariError> {
        guarded(|| Ok(Arc::new(Subscription(self.inner.subscribe(Arc::new(Heard(listener)))?))))
    }

    /// Closes the device: what is asked from now on ends with [`TsunagariError::Closed`], what is running comes to its
    /// end, and nobody hears anything more. Twice is no mistake.
    pub fn shut(&self) {
        self.inner.close();
    }
}

/// Calls the core. A panic is caught and told; the next call works.
pub(crate) fn guarded<T>(call: impl FnOnce() -> Result<T, TsunagariError>) -> Result<T, TsunagariError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(call))
        .unwrap_or_else(|_| Err(TsunagariError::unexpected("panic")))
}

impl Device {
    /// The device of the core, for what has no shorter way.
    pub(crate) fn with<T>(
        &self,
        call: impl FnOnce(&app::Device) -> Result<T, TsunagariError>,
    ) -> Result<T, TsunagariError> {
        guarded(|| call(&self.inner))
    }

    /// Asks the directory; the words compose texts.
    pub(crate) fn ask<T>(
        &self,
        question: impl Fn(&App, &Words<'_>) -> Result<T, AppError>,
    ) -> Result<T, TsunagariError> {
        let texts = self.texts();
        guarded(|| Ok(self.inner.ask(|app| question(app, &words(&texts, app)))?))
    }

    /// Asks what is kept.
    pub(crate) fn kept<T>(
        &self,
        question: impl FnOnce(&App, &Kept, &Words<'_>) -> Result<T, AppError>,
    ) -> Result<T, TsunagariError> {
        let texts = self.texts();
        guarded(|| Ok(self.inner.kept(|app, kept| question(app, kept, &words(&texts, app)))?))
    }

    /// Changes what is kept, and tells of it.
    pub(crate) fn change<T>(
        &self,
        what: app::Changed,
        change: impl FnOnce(&App, &Kept) -> Result<T, AppError>,
    ) -> Result<T, TsunagariError> {
        guarded(|| Ok(self.inner.change(what, change)?))
    }

    /// The area with a name or code.
    pub(crate) fn area(&self, text: Option<&str>) -> Result<Option<AreaCode>, TsunagariError> {
        self.ask(|app, _| text.map(|text| app.area(text)).transpose())
    }

    /// Texts in the language of the screen.
    pub(crate) fn texts(&self) -> Arc<Texts> {
        Arc::clone(&self.texts.read())
    }
}

fn words<'a>(texts: &'a Texts, app: &'a App) -> Words<'a> {
    Words { texts, national: app.national(), now: app.now() }
}
