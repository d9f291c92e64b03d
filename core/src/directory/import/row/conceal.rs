//! What is taken out of a record: everything that says where a shelter is, and what makes a record too large.

use crate::model::{MAX_RECORD_BYTES, Record};

use super::texts::cut;

/// Takes away everything that says where a confidential entry is: only the prefecture stays.
pub(super) fn hide(record: &mut Record) {
    let prefecture = record.text("lg").and_then(|lg| lg.get(..2)).map(str::to_owned);
    // Named one by one, so that a key somebody adds later is hidden until somebody decides otherwise.
    const KEPT: [&str; 12] = [
        "kind",
        "class",
        "category",
        "name",
        "name_kana",
        "name@en",
        "id_rule",
        "status",
        "assured_date",
        "assured_by",
        "half_life_days",
        "source/import/kind",
    ];
    record.fields.retain(|key, _| {
        KEPT.contains(&key.as_str()) || ["ch/tel", "ch/fax", "ch/mail"].iter().any(|channel| key.starts_with(channel))
    });
    if let Some(prefecture) = prefecture {
        record.add("area", &prefecture);
    }
    record.set("confidential", true).set("trace_warning", true).set("kind", "desk");
}

/// Leaves out the longest unmapped columns until the record may be stored.
pub(super) fn shrink(record: &mut Record, mut note: impl FnMut()) {
    let mut noted = false;
    while record.bytes() > MAX_RECORD_BYTES {
        if !noted {
            note();
            noted = true;
        }
        let longest = |prefix: &str| {
            record
                .fields
                .iter()
                .filter(|(key, _)| {
                    key.starts_with(prefix) && !matches!(key.as_str(), "name" | "kind" | "category" | "class")
                })
                .max_by_key(|(key, value)| value.as_str().map_or(0, str::len) + key.len())
                .map(|(key, _)| key.clone())
        };
        let Some(key) = longest("x/").or_else(|| longest("")) else { return };
        record.fields.remove(&key);
    }
    if record.text("name").is_some_and(|name| name.len() > 600) {
        let name = cut(record.text("name").unwrap_or_default(), 600);
        record.set("name", name);
    }
}
