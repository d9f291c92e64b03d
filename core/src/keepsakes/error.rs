//! Why something was not kept.

/// Why something was not kept, or not made. Nothing of what was written is in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeepError {
    /// There is nothing to keep.
    #[error("nothing was written")]
    Empty,
    /// It is longer than what is kept.
    #[error("it has {has} characters; up to {most} are kept")]
    TooLong {
        /// Its length in characters.
        has: usize,
        /// The longest.
        most: usize,
    },
    /// There are as many as are kept.
    #[error("up to {most} are kept; take one away first")]
    Full {
        /// How many.
        most: usize,
    },
    /// The step has no such line.
    #[error("there is no line {place} here")]
    NoLine {
        /// The number of the line, from 1.
        place: usize,
    },
    /// There is no such entry of one's own.
    #[error("there is no entry of your own “{id}”")]
    NoOwn {
        /// What was asked for.
        id: String,
    },
    /// A field of the memo is not filled in.
    #[error("the field “{field}” is empty")]
    EmptyField {
        /// Code of the field.
        field: &'static str,
    },
    /// No field of the memo may be shown.
    #[error("no field of the memo may be shown yet")]
    NothingShared,
    /// The entry leaves traces that could endanger somebody.
    #[error("this entry is not set aside, since somebody could find it")]
    Traces,
    /// The text is longer than one QR code holds.
    #[error("the text has {has} bytes; one QR code holds {most}")]
    TooLongForQr {
        /// Its length in bytes.
        has: usize,
        /// The longest.
        most: usize,
    },
}
