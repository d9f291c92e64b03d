//! The consultation memo. Sentences, paper and code hold only what the person chose to show.

use tsunagari_core::app::print::html;
use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AppError, Changed};
use tsunagari_core::keepsakes::memo::{Memo, Shared};
use tsunagari_core::keepsakes::qr;
use tsunagari_core::model;

use super::Keepsakes;
use crate::{Layout, TsunagariError};

/// A field of the memo, for the person alone.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct MemoField {
    /// Its code, such as `name`.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// In the person's words; empty where nothing is written.
    pub text: String,
    /// The person said that it may be shown to somebody.
    pub share: bool,
}

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Qr {
    /// Modules on a side. Readers need white of four modules around it.
    pub size: u32,
    /// Whether a module is dark: row by row from the top, `size` × `size`.
    pub dark: Vec<bool>,
}

#[uniffi::export]
impl Keepsakes {
    /// All fields in the order in which they are said, for the person alone; those not filled in, too.
    ///
    /// # Errors
    /// [`TsunagariError`] when the memo cannot be read.
    pub fn memo(&self) -> Result<Vec<MemoField>, TsunagariError> {
        self.device.kept(|_, kept, words| Ok(MemoField::all(&kept.memo()?, words)))
    }

    /// Fills a field in, with up to 1,000 characters. A new one may not be shown before [`Keepsakes::share_memo`]; one
    /// that was there keeps what was said.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `field` or `text`; nothing was changed.
    pub fn set_memo(&self, field: String, text: String) -> Result<(), TsunagariError> {
        let field = self::field(&field)?;
        self.device.change(Changed::Memo, |_, kept| kept.set_memo(field, &text))
    }

    /// Says whether fields may be shown to somebody.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `field`; with the code of the first field that is not filled in, and then the
    /// others are as they were asked for.
    pub fn share_memo(&self, fields: Vec<String>, share: bool) -> Result<(), TsunagariError> {
        let fields = self::fields(&fields)?;
        // What was changed beside an empty field is told, too.
        Ok(self.device.change(Changed::Memo, |_, kept| Ok(kept.share_memo(&fields, share)))??)
    }

    /// Empties fields.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `field`; nothing was changed.
    pub fn clear_memo(&self, fields: Vec<String>) -> Result<(), TsunagariError> {
        let fields = self::fields(&fields)?;
        self.device.change(Changed::Memo, |_, kept| kept.clear_memo(&fields))
    }

    /// What may be shown, in sentences to be read aloud or shown large: one a field.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `share` when no field may be shown.
    pub fn memo_sentences(&self) -> Result<Vec<String>, TsunagariError> {
        self.shared(|shared, words| Ok(words.memo_sentences(shared)))
    }

    /// The same as one text, a line a field: what the code holds.
    ///
    /// # Errors
    /// As [`Keepsakes::memo_sentences`].
    pub fn memo_text(&self) -> Result<String, TsunagariError> {
        self.shared(|shared, words| Ok(words.memo_text(shared)))
    }

    /// What may be shown as a page of HTML, to print, with a code where one holds it.
    ///
    /// # Errors
    /// As [`Keepsakes::memo_sentences`].
    pub fn memo_html(&self, layout: Layout) -> Result<String, TsunagariError> {
        self.shared(|shared, words| Ok(html(&words.memo_paper(layout.into(), shared, words.now.date()))))
    }

    /// What may be shown as a QR code.
    ///
    /// # Errors
    /// As [`Keepsakes::memo_sentences`]; [`TsunagariError::Invalid`] with `qr` when it is longer than one code holds.
    pub fn memo_qr(&self) -> Result<Qr, TsunagariError> {
        self.shared(|shared, words| Ok(Qr::of(&qr::Qr::new(&words.memo_text(shared))?)))
    }

    /// The same code as a picture (SVG) with the white around it.
    ///
    /// # Errors
    /// As [`Keepsakes::memo_qr`].
    pub fn memo_qr_svg(&self) -> Result<String, TsunagariError> {
        self.shared(|shared, words| Ok(qr::Qr::new(&words.memo_text(shared))?.svg()))
    }
}

impl Keepsakes {
    /// Makes something of the fields that may be shown, and of nothing else.
    fn shared<T>(&self, make: impl FnOnce(&Shared, &Words<'_>) -> Result<T, AppError>) -> Result<T, TsunagariError> {
        self.device.kept(|_, kept, words| make(&kept.memo()?.shared()?, words))
    }
}

impl MemoField {
    fn all(memo: &Memo, words: &Words<'_>) -> Vec<Self> {
        let shown = |field: model::MemoField| {
            let entry = memo.entries().iter().find(|entry| entry.field == field);
            Self {
                code: field.code().to_owned(),
                title: words.field(field),
                text: entry.map(|entry| entry.text.clone()).unwrap_or_default(),
                share: entry.is_some_and(|entry| entry.share),
            }
        };
        model::MemoField::ALL.into_iter().map(shown).collect()
    }
}

impl Qr {
    pub(crate) fn of(code: &qr::Qr) -> Self {
        let side = code.size();
        let row = |y: usize| (0..side).map(move |x| code.is_dark(x, y));
        Self { size: u32::try_from(side).unwrap_or_default(), dark: (0..side).flat_map(row).collect() }
    }
}

fn field(code: &str) -> Result<model::MemoField, TsunagariError> {
    model::MemoField::parse(code).ok_or_else(|| TsunagariError::invalid("field"))
}

fn fields(codes: &[String]) -> Result<Vec<model::MemoField>, TsunagariError> {
    codes.iter().map(|code| field(code)).collect()
}
