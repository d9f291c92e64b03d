//! What makes a record too large is left out.

use crate::model::{MAX_RECORD_BYTES, Record, field_bytes};

/// Leaves out the longest unmapped fields until the record may be stored, then the longest of all but what it is.
pub(in crate::directory) fn shrink(record: &mut Record, note: impl FnOnce()) {
    let mut size = record.bytes();
    if size <= MAX_RECORD_BYTES {
        return;
    }
    note();
    for prefix in ["x/", ""] {
        let may_go = |key: &str| key.starts_with(prefix) && !matches!(key, "name" | "kind" | "category" | "class");
        let mut fields: Vec<(usize, String)> = record
            .fields
            .iter()
            .filter(|(key, _)| may_go(key))
            .map(|(key, value)| (field_bytes(key, value), key.clone()))
            .collect();
        fields.sort_by_key(|(bytes, _)| *bytes);
        while size > MAX_RECORD_BYTES
            && let Some((bytes, key)) = fields.pop()
        {
            record.fields.remove(&key);
            size -= bytes;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directory::confidential::Storable;
    use crate::directory::pack::cbor;

    /// Many short fields: their lengths and names count, too.
    #[test]
    fn a_record_of_many_short_fields_is_cut_down_to_what_can_be_stored() {
        let mut record = Record::new("r");
        record.set("name", "甲館").set("lat_e6", 34_343_092).set("lon_e6", -1);
        for n in 0..900 {
            record.set(format!("x/列{n}"), "う");
        }
        let mut noted = 0;
        shrink(&mut record, || noted += 1);
        let bytes = cbor::encode(&Storable::imported(record.clone()).unwrap()).unwrap();
        assert_eq!((noted, bytes.len()), (1, record.bytes()), "what is counted is what is stored");
        assert!(bytes.len() > MAX_RECORD_BYTES - 40 && record.name() == "甲館");
    }
}
