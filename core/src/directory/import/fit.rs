//! What makes a record too large is left out.

use crate::model::{MAX_RECORD_BYTES, Record};

/// Leaves out the longest unmapped fields until the record may be stored, then the longest of all but what it is.
pub(in crate::directory) fn shrink(record: &mut Record, note: impl FnOnce()) {
    if record.bytes() <= MAX_RECORD_BYTES {
        return;
    }
    note();
    while record.bytes() > MAX_RECORD_BYTES {
        let longest = |prefix: &str| {
            let may_go = |key: &str| key.starts_with(prefix) && !matches!(key, "name" | "kind" | "category" | "class");
            let fields = record.fields.iter().filter(|(key, _)| may_go(key));
            fields.max_by_key(|(key, value)| value.as_str().map_or(0, str::len) + key.len()).map(|(key, _)| key.clone())
        };
        let Some(key) = longest("x/").or_else(|| longest("")) else { return };
        record.fields.remove(&key);
    }
}
