//! Plain data: records, scalars, languages, places on the map. No input or output, no storage format.

mod answered;
mod area;
mod check_in;
mod hidden;
mod home;
mod keepsake;
mod key;
mod language;
mod mood;
mod open;
mod record;
mod scalar;
mod spreadsheet;
mod words;

pub use answered::Answered;
pub use area::AreaCode;
pub use check_in::{About, Alarm, Days, Happened, MinuteOfDay, Quiet, Rest, Rule, RuleError, Silence, What, Why};
pub use hidden::{is_hidden, without_hidden};
pub use home::{AgeBand, HomeRule, HomeShown, MonthDay};
pub use keepsake::{Favourite, MemoEntry, MemoField, Own, PlanLine, Step, TriedWay};
pub use key::{KEY_BYTES, Key};
pub use language::{Language, UnknownLanguage};
pub use mood::{EventId, Level, Mood, MoodError};
pub use open::{OpenState, Unknown};
pub(crate) use record::field_bytes;
pub use record::{Channel, MAX_RECORD_BYTES, Record, RecordError};
pub use scalar::Scalar;
pub use spreadsheet::may_be_formula;
pub use words::Words;
