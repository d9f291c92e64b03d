//! Records that must not say where they are (a shelter), by type: only a [`Storable`] can be encoded, and only this
//! module makes one.

mod address_text;
mod shelter;

pub use address_text::names_a_spot;
pub use shelter::names_a_shelter;

use std::ops::Deref;

use crate::model::{Record, Scalar};

/// First part of the keys that say where something is.
const PLACE_KEYS: [&str; 8] = ["address", "postal", "lg", "lat_e6", "lon_e6", "access", "x", "role_place"];

/// Why a confidential record was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfidentialError {
    /// Somebody wrote a key that says where it is.
    #[error("a confidential record has no `{0}`; only the prefecture may be stated")]
    Key(String),
    /// A text reads like an address. The text itself is left out of the message.
    #[error("a confidential record names a spot in the text of `{0}`; take it out")]
    Text(String),
}

/// A record that may be stored, encoded and sent: if it is confidential, nothing in it says where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Storable(Record);

impl Storable {
    /// Takes a record that came from elsewhere (import). Hidden characters and keys that say where a confidential record
    /// is are dropped.
    ///
    /// # Errors
    /// [`ConfidentialError::Text`] when a text of a confidential record reads like an address.
    pub fn imported(mut record: Record) -> Result<Self, ConfidentialError> {
        record.tidy();
        if record.is("confidential") {
            record.fields.retain(|key, _| !says_where(key) && is_plain(key));
        }
        Self::written(record)
    }

    /// Takes a record that somebody wrote by hand. Nothing is dropped in silence.
    ///
    /// # Errors
    /// [`ConfidentialError`] naming the key that says where a confidential record is.
    pub fn written(record: Record) -> Result<Self, ConfidentialError> {
        if record.is("confidential") {
            for (key, value) in &record.fields {
                if says_where(key) {
                    return Err(ConfidentialError::Key(key.clone()));
                }
                if names_a_spot(key) || matches!(value, Scalar::Text(text) if names_a_spot(text)) {
                    return Err(ConfidentialError::Text(key.clone()));
                }
            }
        }
        Ok(Self(record))
    }

    /// Whether the verbatim row of the source may be kept beside it; otherwise only the hash of the row is.
    #[must_use]
    pub fn may_keep_source_row(&self) -> bool {
        !self.0.is("confidential")
    }

    /// The record, to change it; what is changed has to be taken again.
    #[must_use]
    pub fn into_record(self) -> Record {
        self.0
    }
}

impl Deref for Storable {
    type Target = Record;

    fn deref(&self) -> &Record {
        &self.0
    }
}

/// Whether a key holds no words that somebody else wrote freely: in those, in any language, an address may stand.
fn is_plain(key: &str) -> bool {
    const PLAIN: [&str; 18] = [
        "kind",
        "class",
        "category",
        "name",
        "name_kana",
        "topic",
        "best",
        "only",
        "min_age",
        "max_age",
        "status",
        "confidential",
        "trace_warning",
        "area",
        "half_life_days",
        "assured_date",
        "assured_by",
        "source",
    ];
    const OF_A_WAY: [&str; 14] = [
        "kind",
        "dial",
        "display",
        "ext",
        "type",
        "fee",
        "reach",
        "area",
        "lang",
        "conf",
        "order",
        "hours",
        "hours_state",
        "hours_conf",
    ];
    let mut parts = key.split(['/', '@']);
    match parts.next() {
        Some("ch") => parts.nth(1).is_some_and(|field| OF_A_WAY.contains(&field)),
        Some(first) => PLAIN.contains(&first),
        None => false,
    }
}

/// Whether a key says where something is more closely than its prefecture.
fn says_where(key: &str) -> bool {
    let first = key.split(['/', '@']).next().unwrap_or(key);
    let area = key.rsplit_once("area/").filter(|(before, _)| before.is_empty() || before.starts_with("ch/"));
    PLACE_KEYS.contains(&first)
        || key.starts_with("first_visit/landmark/")
        || area.is_some_and(|(_, code)| code.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelter() -> Record {
        let mut record = Record::new("s");
        record.set("name", "県の一時保護").set("confidential", true).add("area", "37");
        record.set("ch/tel/kind", "tel").set("ch/tel/dial", "0000000000").set("ch/tel/display", "000-000-0000");
        record
    }

    #[test]
    fn an_imported_shelter_loses_everything_that_says_where_it_is() {
        let mut record = shelter();
        record.set("address", "どこか").set("postal", "000-0000").set("lg", "372013").set("access@en", "by bus");
        record.set("lat_e6", 34_000_000).set("lon_e6", 134_000_000).set("x/所在地", "どこか").add("area", "372013");
        record.add("ch/tel/area", "372013").set("first_visit/landmark/answer", "yes");
        let kept = Storable::imported(record).unwrap();
        assert_eq!(*kept, shelter());
        assert!(!kept.may_keep_source_row());
    }

    #[test]
    fn a_written_shelter_with_an_address_is_refused_by_the_name_of_the_key() {
        let mut record = shelter();
        record.set("postal", "000-0000");
        assert_eq!(Storable::written(record), Err(ConfidentialError::Key("postal".into())));
        let mut record = shelter();
        record.add("area", "372013");
        assert_eq!(Storable::written(record), Err(ConfidentialError::Key("area/372013".into())));
    }

    #[test]
    fn an_address_hidden_in_a_text_or_in_an_alias_is_refused() {
        let mut record = shelter();
        record.set("summary", "港町三丁目の建物です");
        assert_eq!(Storable::written(record), Err(ConfidentialError::Text("summary".into())));
        let mut record = shelter();
        record.add("alias", "本町1-29の家");
        assert!(Storable::written(record).is_err());
        let mut record = shelter();
        record.set("name", "港町三丁目の家");
        assert_eq!(Storable::imported(record), Err(ConfidentialError::Text("name".into())));
    }

    #[test]
    fn an_imported_shelter_keeps_no_free_text_in_any_language() {
        let mut record = shelter();
        record.set("summary", "Shelter at 770 Hidden Lane").set("operator", "770 Hidden Lane Trust");
        record.set("ch/tel/label", "ring at 770 Hidden Lane").add("alias", "Hidden Lane");
        assert_eq!(*Storable::imported(record).unwrap(), shelter());
    }

    #[test]
    fn other_records_keep_their_address() {
        let mut record = Record::new("library");
        record.set("name", "図書館").set("address", "本町1-29").add("area", "372013");
        assert_eq!(Storable::imported(record.clone()).unwrap().into_record(), record);
    }
}
