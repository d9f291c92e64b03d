//! Answers to つながりの質問 that the person chose to keep. Nothing keeps them by itself.

use chrono::{DateTime, FixedOffset};

use super::Kept;
use crate::app::AppError;
use crate::journal::{JournalError, questions};
use crate::model::{Answered, EventId};

impl Kept {
    /// Keeps answers, because the person said so.
    ///
    /// # Errors
    /// [`AppError::Journal`] when they are no answers to the form, [`AppError::Store`]; then nothing was kept.
    pub fn keep_answers(&self, form: &str, answers: &[u8], now: DateTime<FixedOffset>) -> Result<Answered, AppError> {
        let known = questions()?.form(form)?;
        known.back(answers)?;
        let answered = Answered { id: self.new_id()?, at: now, form: known.id.clone(), answers: answers.to_vec() };
        self.store.put_answered(&answered)?;
        Ok(answered)
    }

    /// Answers that were kept, for who asks for them.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn kept_answers(&self) -> Result<Vec<Answered>, AppError> {
        Ok(self.store.answered()?)
    }

    /// Erases answers that were kept.
    ///
    /// # Errors
    /// [`JournalError::NoEntry`], [`AppError::Store`].
    pub fn erase_answers(&self, id: EventId) -> Result<(), AppError> {
        if self.store.erase_answered(id)? { Ok(()) } else { Err(JournalError::NoEntry(id.to_string()).into()) }
    }
}
