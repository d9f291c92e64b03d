//! Hands stated hours to the reader of hours and writes the answer into a channel.

use crate::model::Record;

use super::timetable::Stated;

/// Writes the hours of a channel.
pub(super) fn fill(record: &mut Record, channel: &str, stated: &Stated) {
    let key = |field: &str| format!("ch/{channel}/{field}");
    record.set(key("hours_raw"), stated.raw()).set(key("hours_state"), "unparsed");
}
