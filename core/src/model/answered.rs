//! What was answered to つながりの質問, when somebody chose to keep it.

use chrono::{DateTime, FixedOffset};

use super::EventId;

/// Answers to one form, kept because the person said so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Id.
    pub id: EventId,
    /// When, with the offset of where the person was.
    pub at: DateTime<FixedOffset>,
    /// Id of the form.
    pub form: String,
    /// Value of the answer to each question, in order.
    pub answers: Vec<u8>,
}
