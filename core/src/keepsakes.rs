//! What a person keeps besides the mood log: つらいときのメモ ([`plan`]), the consultation memo ([`memo`]), entries of
//! their own ([`own`]), tries of lines that did not answer ([`tries`]), and QR codes ([`qr`]). Pure functions; the rows
//! are in `store`, the use cases in `app::kept`.

mod error;
pub mod memo;
pub mod own;
pub mod plan;
pub mod qr;
pub mod tries;
mod written;

pub use error::KeepError;

use crate::model::Record;

/// How many favourites are kept at most.
pub const MOST_FAVOURITES: usize = 500;

/// Whether an entry of the directory may be set aside at all: as a favourite, in the plan, as a try. One whose traces
/// could endanger somebody may not.
#[must_use]
pub fn leaves_no_trace(record: &Record) -> bool {
    !record.is("trace_warning")
}
