//! The consultation memo: filling it in, and saying of each field whether it may be shown.

use super::Kept;
use crate::app::AppError;
use crate::keepsakes::KeepError;
use crate::keepsakes::memo::{Memo, field_text};
use crate::model::MemoField;

impl Kept {
    /// The whole memo, for the person alone.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn memo(&self) -> Result<Memo, AppError> {
        Ok(Memo::new(self.store.memo_entries()?))
    }

    /// Fills a field in. A new one may not be shown until [`Self::share_memo`]; one that was there keeps what was said.
    ///
    /// # Errors
    /// [`KeepError::TooLong`], [`KeepError::Empty`]; nothing was changed.
    pub fn set_memo(&self, field: MemoField, text: &str) -> Result<(), AppError> {
        Ok(self.store.put_memo(field, &field_text(text)?)?)
    }

    /// Says whether fields may be shown to somebody.
    ///
    /// # Errors
    /// [`KeepError::EmptyField`] when one of them is not filled in; the others are as they were asked for.
    pub fn share_memo(&self, fields: &[MemoField], share: bool) -> Result<(), AppError> {
        let empty = self.store.share_memo(fields, share)?;
        match empty.first().filter(|_| share) {
            Some(field) => Err(KeepError::EmptyField { field: field.code() }.into()),
            None => Ok(()),
        }
    }

    /// Empties fields.
    ///
    /// # Errors
    /// [`AppError::Store`]; nothing was changed.
    pub fn clear_memo(&self, fields: &[MemoField]) -> Result<(), AppError> {
        Ok(self.store.clear_memo(fields)?)
    }
}
