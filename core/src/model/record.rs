//! A directory record: a flat map from key to scalar, so that a pack can carry it as a CRDT map.

use std::collections::BTreeMap;

use super::{AreaCode, Language, Scalar};

/// Largest size of an encoded record, in bytes.
pub const MAX_RECORD_BYTES: usize = 8 * 1024;

/// Why a record cannot be stored.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordError {
    /// The record has no identifier.
    #[error("the entry has no id")]
    NoId,
    /// The record has no name.
    #[error("the entry “{0}” has no name")]
    NoName(String),
    /// Encoded, it is over [`MAX_RECORD_BYTES`].
    #[error("the entry “{id}” has {bytes} bytes; at most {MAX_RECORD_BYTES} are allowed")]
    TooLarge {
        /// Identifier of the record.
        id: String,
        /// Its size in bytes.
        bytes: usize,
    },
}

/// One entry of the directory. The keys are listed in docs/record.md.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Record {
    /// Stable identifier, unique in the directory.
    pub id: String,
    /// Fields by key.
    pub fields: BTreeMap<String, Scalar>,
}

impl Record {
    /// An empty record with an identifier.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), fields: BTreeMap::new() }
    }

    /// Sets a field; an empty text removes it, since an empty cell states nothing.
    pub fn set(&mut self, key: impl Into<String>, value: impl Into<Scalar>) -> &mut Self {
        let (key, value) = (key.into(), value.into());
        if matches!(&value, Scalar::Text(text) if text.is_empty()) {
            self.fields.remove(&key);
        } else {
            self.fields.insert(key, value);
        }
        self
    }

    /// Adds a member to a set: `add("topic", "lonely")` sets `topic/lonely`.
    pub fn add(&mut self, set: &str, member: &str) -> &mut Self {
        self.set(format!("{set}/{member}"), true)
    }

    /// The text at a key.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.fields.get(key).and_then(Scalar::as_str)
    }

    /// The number at a key.
    #[must_use]
    pub fn int(&self, key: &str) -> Option<i64> {
        self.fields.get(key).and_then(Scalar::as_int)
    }

    /// Whether a key is set to true.
    #[must_use]
    pub fn is(&self, key: &str) -> bool {
        self.fields.get(key).is_some_and(Scalar::is_true)
    }

    /// The text at a key in a language; falls back to Japanese, then to any language that is there.
    #[must_use]
    pub fn localised(&self, key: &str, language: Language) -> Option<&str> {
        let own = match language {
            Language::Japanese => None,
            Language::EasyJapanese | Language::English => self.text(&format!("{key}@{language}")),
        };
        own.or_else(|| self.text(key)).or_else(|| self.text(&format!("{key}@en")))
    }

    /// Members of a set, in order: `members("topic")` gives the codes of all `topic/<code>` that are true.
    pub fn members<'a>(&'a self, set: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let prefix = format!("{set}/");
        self.under(&prefix).filter(|(_, value)| value.is_true()).map(|(member, _)| member)
    }

    /// Identifiers of the parts under a name: `parts("ch")` gives the ids of all `ch/<id>/…`, each once, in order.
    #[must_use]
    pub fn parts(&self, name: &str) -> Vec<&str> {
        let prefix = format!("{name}/");
        let mut ids: Vec<&str> = self.under(&prefix).filter_map(|(rest, _)| rest.split(['/', '@']).next()).collect();
        ids.dedup();
        ids
    }

    /// The name as published, or the identifier if there is none.
    #[must_use]
    pub fn name(&self) -> &str {
        self.text("name").unwrap_or(&self.id)
    }

    /// Ways of reaching the record, by their `order`, then by id.
    #[must_use]
    pub fn channels(&self) -> Vec<Channel<'_>> {
        let mut channels: Vec<Channel<'_>> =
            self.parts("ch").into_iter().map(|id| Channel { record: self, id }).collect();
        channels.sort_by_key(|channel| (channel.int("order").unwrap_or(i64::MAX), channel.id));
        channels
    }

    /// Areas the record applies to; empty when none is stated.
    #[must_use]
    pub fn areas(&self) -> Vec<AreaCode> {
        self.members("area").filter_map(AreaCode::parse).collect()
    }

    /// Latitude and longitude in degrees, when both are known.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "microdegrees are below 2^53")]
    pub fn position(&self) -> Option<(f64, f64)> {
        Some((self.int("lat_e6")? as f64 / 1e6, self.int("lon_e6")? as f64 / 1e6))
    }

    /// Takes hidden characters out of all keys and texts; says whether there were any. A tab or a bare carriage return
    /// becomes a space.
    pub fn tidy(&mut self) -> bool {
        let hides = |text: &str| super::without_hidden(text).is_some();
        let found = self.fields.iter().any(|(key, value)| hides(key) || value.as_str().is_some_and(hides));
        let bare = |text: &str| text.contains(['\r', '\t']);
        if found || self.fields.iter().any(|(key, value)| bare(key) || value.as_str().is_some_and(bare)) {
            let plain = |text: &str| {
                let text = super::without_hidden(text).unwrap_or_else(|| text.to_owned());
                text.replace("\r\n", "\n").replace(['\r', '\t'], " ")
            };
            for (key, value) in std::mem::take(&mut self.fields) {
                match value {
                    Scalar::Text(text) => self.set(plain(&key), plain(&text)),
                    other => self.set(plain(&key), other),
                };
            }
        }
        found
    }

    /// Bytes it takes when it is encoded (docs/record.md, As bytes).
    #[must_use]
    pub fn bytes(&self) -> usize {
        let fields: usize = self.fields.iter().map(|(key, value)| field_bytes(key, value)).sum();
        head(self.fields.len() as u64 + 1) + text_bytes("id") + text_bytes(&self.id) + fields
    }

    /// Checks that the record can be stored.
    ///
    /// # Errors
    /// [`RecordError`] when it has no id, no name, or is too large.
    pub fn check(&self) -> Result<(), RecordError> {
        if self.id.is_empty() {
            return Err(RecordError::NoId);
        }
        if self.text("name").is_none_or(str::is_empty) {
            return Err(RecordError::NoName(self.id.clone()));
        }
        let bytes = self.bytes();
        if bytes > MAX_RECORD_BYTES {
            return Err(RecordError::TooLarge { id: self.id.clone(), bytes });
        }
        Ok(())
    }

    fn under<'a>(&'a self, prefix: &str) -> impl Iterator<Item = (&'a str, &'a Scalar)> + use<'a> {
        let prefix = prefix.to_owned();
        self.fields
            .range(prefix.clone()..)
            .map_while(move |(key, value)| key.strip_prefix(prefix.as_str()).map(|rest| (rest, value)))
    }
}

/// Bytes of a field when it is encoded.
pub(crate) fn field_bytes(key: &str, value: &Scalar) -> usize {
    text_bytes(key)
        + match value {
            Scalar::Text(text) => text_bytes(text),
            Scalar::Int(number) => head(if *number < 0 { !number } else { *number }.unsigned_abs()),
            Scalar::Bool(_) => 1,
        }
}

fn text_bytes(text: &str) -> usize {
    head(text.len() as u64) + text.len()
}

/// Bytes of the length or number that an encoded item begins with.
const fn head(number: u64) -> usize {
    match number {
        0..=23 => 1,
        24..=0xff => 2,
        0x100..=0xffff => 3,
        0x1_0000..=0xffff_ffff => 5,
        _ => 9,
    }
}

/// One way of reaching a record: a number, a chat, a menu branch, a counter. Hours, language, fee, reach and area
/// belong to it, never to the whole record.
#[derive(Debug, Clone, Copy)]
pub struct Channel<'a> {
    /// The record it belongs to.
    pub record: &'a Record,
    /// Its id, drawn once and never reused.
    pub id: &'a str,
}

impl<'a> Channel<'a> {
    /// Text of a field of this channel.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&'a str> {
        self.record.text(&self.key(field))
    }

    /// Number of a field of this channel.
    #[must_use]
    pub fn int(&self, field: &str) -> Option<i64> {
        self.record.int(&self.key(field))
    }

    /// Text of a field in a language, falling back as [`Record::localised`] does.
    #[must_use]
    pub fn localised(&self, field: &str, language: Language) -> Option<&'a str> {
        self.record.localised(&self.key(field), language)
    }

    /// `tel`, `fax`, `chat`, `line`, `mail`, `sms`, `web`, `visit`, `relay` or `video`.
    #[must_use]
    pub fn kind(&self) -> &'a str {
        self.text("kind").unwrap_or("tel")
    }

    /// Members of a set of this channel, such as `lang` or `area`.
    pub fn members(&self, set: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.record.members(&self.key(set))
    }

    /// Areas this channel can be used from: its own if stated, else those of the record.
    #[must_use]
    pub fn areas(&self) -> Vec<AreaCode> {
        let own: Vec<AreaCode> = self.members("area").filter_map(AreaCode::parse).collect();
        if own.is_empty() { self.record.areas() } else { own }
    }

    fn key(&self, field: &str) -> String {
        format!("ch/{}/{field}", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_members_are_read_from_flat_keys() {
        let mut record = Record::new("r");
        record.set("name", "窓口").add("topic", "lonely").add("topic", "debt");
        record.set("ch/b/kind", "chat").set("ch/a/kind", "tel").set("ch/a/label@en", "Night line").set("ch/a/order", 2);
        record.set("ch/b/order", 1);
        assert_eq!(record.members("topic").collect::<Vec<_>>(), ["debt", "lonely"]);
        assert_eq!(record.channels().iter().map(|c| c.id).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!(record.channels()[1].localised("label", Language::English), Some("Night line"));
    }

    #[test]
    fn an_empty_text_states_nothing() {
        let mut record = Record::new("r");
        record.set("name", "窓口").set("name", "");
        assert_eq!(record.check(), Err(RecordError::NoName("r".into())));
    }

    #[test]
    fn a_record_over_eight_kibibytes_is_refused() {
        let mut record = Record::new("r");
        record.set("name", "窓口").set("summary", "あ".repeat(3000));
        assert!(matches!(record.check(), Err(RecordError::TooLarge { .. })));
    }
}
