//! What is taken out of a record of a shelter: everything that says where it is.

use crate::model::Record;

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
