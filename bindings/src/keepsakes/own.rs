//! Entries of one's own.

use tsunagari_core::app::say::Words;
use tsunagari_core::app::{self, Changed, OwnCard};

use super::Keepsakes;
use crate::{OpenState, TsunagariError};

/// What a person writes into an entry of their own; what is `None` stays as it is, or is empty in a new one.
#[derive(Debug, Clone, PartialEq, Eq, Default, uniffi::Record)]
pub struct OwnWords {
    /// Name, up to 100 characters; a new entry needs one.
    #[uniffi(default)]
    pub name: Option<String>,
    /// Reading, up to 100 characters.
    #[uniffi(default)]
    pub kana: Option<String>,
    /// Telephone number, up to 100 characters.
    #[uniffi(default)]
    pub tel: Option<String>,
    /// Where it is, up to 200 characters.
    #[uniffi(default)]
    pub address: Option<String>,
    /// When it is open, in words of up to 500 characters.
    #[uniffi(default)]
    pub hours: Option<String>,
    /// Anything else, up to 2,000 characters.
    #[uniffi(default)]
    pub note: Option<String>,
}

/// An entry of one's own. It is always shown as such; fields that were not written are empty.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct OwnEntry {
    /// Identifier, 32 hexadecimal digits.
    pub id: String,
    /// That the person wrote it themselves: to be shown with it.
    pub label: String,
    /// Name.
    pub name: String,
    /// Reading.
    pub kana: String,
    /// Telephone number, as written down; nobody assured it.
    pub tel: String,
    /// Where it is.
    pub address: String,
    /// When it is open, in words.
    pub hours: String,
    /// Open, closed or unknown now, as far as these words are understood.
    pub state: OpenState,
    /// The same in words.
    pub state_words: String,
    /// Anything else.
    pub note: String,
}

#[uniffi::export]
impl Keepsakes {
    /// All entries of one's own, by reading or name.
    ///
    /// # Errors
    /// [`TsunagariError`] when they cannot be read.
    pub fn owns(&self) -> Result<Vec<OwnEntry>, TsunagariError> {
        self.device.kept(|app, kept, words| Ok(OwnEntry::all(&app.owns(kept)?, words)))
    }

    /// Entries of one's own that fit what was typed, best first.
    ///
    /// # Errors
    /// [`TsunagariError`] when they cannot be read.
    pub fn find_own(&self, text: String) -> Result<Vec<OwnEntry>, TsunagariError> {
        self.device.kept(|app, kept, words| Ok(OwnEntry::all(&app.find_own(kept, &text)?, words)))
    }

    /// Writes a new entry, up to 500 of them. Gives its identifier.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `text` without a name or when a field is too long, with `count` when there are
    /// too many; nothing was changed.
    pub fn add_own(&self, words: OwnWords) -> Result<String, TsunagariError> {
        let now = self.now()?;
        self.device.change(Changed::Own, |_, kept| Ok(kept.add_own(&words.into(), now)?.to_string()))
    }

    /// Changes an entry.
    ///
    /// # Errors
    /// As [`Keepsakes::add_own`], and [`TsunagariError::NotFound`].
    pub fn change_own(&self, id: String, words: OwnWords) -> Result<(), TsunagariError> {
        let now = self.now()?;
        self.device.change(Changed::Own, |_, kept| kept.change_own(&id, &words.into(), now).map(|_| ()))
    }

    /// Erases an entry; its bytes are overwritten.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`].
    pub fn remove_own(&self, id: String) -> Result<(), TsunagariError> {
        self.device.change(Changed::Own, |_, kept| kept.remove_own(&id))
    }
}

impl OwnEntry {
    pub(crate) fn of(own: &OwnCard, words: &Words<'_>) -> Self {
        let OwnCard { id, name, kana, tel, address, hours, state, note } = own.clone();
        let (label, state_words) = (words.texts.get("own-label"), words.state(&state));
        Self { id, label, name, kana, tel, address, hours, state: (&state).into(), state_words, note }
    }

    fn all(owns: &[OwnCard], words: &Words<'_>) -> Vec<Self> {
        owns.iter().map(|own| Self::of(own, words)).collect()
    }
}

impl From<OwnWords> for app::OwnWords {
    fn from(words: OwnWords) -> Self {
        let OwnWords { name, kana, tel, address, hours, note } = words;
        Self { name, kana, tel, address, hours, note }
    }
}
