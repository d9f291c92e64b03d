//! One run: the opened app, the words of the screen, the area asked for.

use std::sync::Arc;

use chrono::NaiveDateTime;
use tsunagari_core::app::say::Words;
use tsunagari_core::app::vault::VaultError;
use tsunagari_core::app::{App, AppError, BackupError};
use tsunagari_core::env::{Clock, DeviceClock, FixedClock, SecretBoxError};
use tsunagari_core::journal::JournalError;
use tsunagari_core::keepsakes::KeepError;
use tsunagari_core::model::AreaCode;
use tsunagari_core::text::Texts;

use crate::args::Global;
use crate::exit::Exit;
use crate::folder::data_folder;
use crate::render::{Look, Screen, complain};

/// The opened app with what a screen needs.
pub(crate) struct Session<'a> {
    pub(crate) global: &'a Global,
    pub(crate) texts: Texts,
    pub(crate) app: App,
    pub(crate) now: NaiveDateTime,
    pub(crate) screen: Screen,
    /// The data folder could not be used; the answer comes from what the program carries.
    carried: bool,
}

impl<'a> Session<'a> {
    /// Opens the data folder, making it on first start.
    pub(crate) fn open(global: &'a Global) -> Result<Self, Exit> {
        Self::with(global, |error, _, texts| Err(fail(global, texts, error)))
    }

    /// Runs a command that only asks. Somebody who needs help now gets it from what the program carries, even where
    /// the data folder is full, damaged or nowhere; what is wrong is said beside the answer and by the exit code.
    pub(crate) fn asking(global: &'a Global, run: impl Fn(&mut Self) -> Result<Exit, Exit>) -> Result<Exit, Exit> {
        let carried = |clock: Arc<dyn Clock>, texts: &Texts| {
            complain(global, &texts.get("carried-only"));
            App::in_memory(clock).map_err(|error| fail(global, texts, &error))
        };
        let mut session = Self::with(global, |error, clock, texts| {
            fail(global, texts, error);
            carried(clock, texts)
        })?;
        let mut ended = run(&mut session);
        if ended == Err(Exit::Store) && !session.carried {
            // Damage in the middle of the directory shows only where it is read.
            session.app = carried(clock(global), &session.texts)?;
            session.screen = Screen::new(global);
            session.carried = true;
            ended = run(&mut session);
        }
        let exit = ended?;
        Ok(if session.carried { Exit::Store } else { exit })
    }

    fn with(
        global: &'a Global,
        otherwise: impl FnOnce(&AppError, Arc<dyn Clock>, &Texts) -> Result<App, Exit>,
    ) -> Result<Self, Exit> {
        let texts = Texts::new(global.lang);
        let clock = clock(global);
        let opened = match global.data.clone().or_else(data_folder) {
            Some(folder) => App::open(&folder, Arc::clone(&clock)),
            None => Err(AppError::NoFolder),
        };
        let carried = opened.is_err();
        let app = opened.or_else(|error| otherwise(&error, clock, &texts))?;
        let now = app.now();
        Ok(Self { global, texts, app, now, screen: Screen::new(global), carried })
    }

    /// The words of the screen, beside the screen itself.
    pub(crate) fn drawing(&mut self) -> (Words<'_>, &mut Screen, &App) {
        let words = Words { texts: &self.texts, national: self.app.national(), now: self.now };
        (words, &mut self.screen, &self.app)
    }

    /// An area from what was typed.
    pub(crate) fn area(&self, text: Option<&str>) -> Result<Option<AreaCode>, Exit> {
        text.map(|text| self.app.area(text)).transpose().map_err(|error| self.fail(&error))
    }

    /// Says what went wrong.
    pub(crate) fn fail(&self, error: &AppError) -> Exit {
        fail(self.global, &self.texts, error)
    }

    /// What is said before an answer when the clock cannot be right.
    pub(crate) fn warn_of_clock(&mut self) {
        if !self.app.trusts_clock() {
            self.screen.line(0, Look::Bold, &self.texts.get("clock-wrong"));
            self.screen.gap();
        }
    }
}

/// The clock of the device, or the instant that was asked about.
fn clock(global: &Global) -> Arc<dyn Clock> {
    match global.now {
        Some(now) => Arc::new(FixedClock(now)),
        None => Arc::new(DeviceClock),
    }
}

/// Says an error in the language asked for, and what it returns to the shell.
pub(crate) fn fail(global: &Global, texts: &Texts, error: &AppError) -> Exit {
    complain(global, &error.say(texts));
    match error {
        AppError::NotFound { .. } => Exit::Nothing,
        AppError::Keep(KeepError::NoOwn { .. } | KeepError::NothingShared) => Exit::Nothing,
        AppError::Area { .. }
        | AppError::TracesOnPaper { .. }
        | AppError::Answer(_)
        | AppError::Rule(_)
        | AppError::Keep(_) => Exit::Usage,
        AppError::Import(_) | AppError::ImportFile { .. } | AppError::Read { .. } => Exit::BadInput,
        AppError::Stopped | AppError::Closed => Exit::Stopped,
        AppError::Vault(VaultError::NoStore) | AppError::Journal(JournalError::Hidden | JournalError::NoEntry(_)) => {
            Exit::Nothing
        }
        AppError::Journal(JournalError::File(_)) => Exit::BadInput,
        AppError::Journal(_) => Exit::Usage,
        AppError::Backup(BackupError::NotEmpty | BackupError::ShortPassphrase) => Exit::Usage,
        AppError::Backup(BackupError::Passphrase { .. }) => Exit::Locked,
        AppError::Backup(_) => Exit::BadInput,
        AppError::Vault(VaultError::ShortPin | VaultError::NotTheSame | VaultError::NoLock) => Exit::Usage,
        AppError::Vault(
            VaultError::Locked
            | VaultError::WrongPin
            | VaultError::TooSoon(_)
            | VaultError::NobodyToAsk
            | VaultError::NoBiometric
            | VaultError::Keystore(SecretBoxError::Locked),
        ) => Exit::Locked,
        AppError::Folder { .. }
        | AppError::NoFolder
        | AppError::Store(_)
        | AppError::Vault(_)
        | AppError::National(_)
        | AppError::Write { .. }
        | AppError::Record { .. } => Exit::Store,
    }
}
