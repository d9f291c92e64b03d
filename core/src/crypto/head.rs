//! The head: what is published now. At most 400 bytes, so that a QR code carries it.

use chrono::{DateTime, NaiveDate};
use tsunagari_wire::WireError;
use tsunagari_wire::cbor::{Fields, Value, map};

use super::names::pack_id;
use super::signed::{Hash, Kind, Signed};

/// The day of a time that is signed, seconds since 1970 (UTC); `None` beyond all calendars.
#[must_use]
pub fn day_of(seconds: u64) -> Option<NaiveDate> {
    DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0).map(|at| at.date_naive())
}

/// Largest head, with one signature.
pub const HEAD_BYTES: usize = 400;

/// What a head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The pack.
    pub pack: String,
    /// Counts up with everything that is published.
    pub seq: u32,
    /// Hash of the head before; `None` for the first.
    pub prev: Option<Hash>,
    /// Version of the charter whose keys signed it.
    pub charter: u32,
    /// Root of the manifest.
    pub manifest: Hash,
    /// When it was made, seconds since 1970 (UTC).
    pub built: u64,
    /// When its makers mean to have looked through it again, seconds since 1970 (UTC).
    pub review: u64,
}

impl Head {
    /// To be signed.
    #[must_use]
    pub fn to_signed(&self) -> Signed {
        let seconds = |number: u64| Value::Int(i64::try_from(number).unwrap_or(i64::MAX));
        let body = map([
            ("pack", self.pack.as_str().into()),
            ("seq", self.seq.into()),
            ("prev", Value::Bytes(self.prev.map_or_else(Vec::new, Vec::from))),
            ("charter", self.charter.into()),
            ("manifest", (&self.manifest).into()),
            ("built", seconds(self.built)),
            ("review", seconds(self.review)),
        ]);
        Signed::unsigned(Kind::Head, &body)
    }

    /// Reads what a head says; who signed it is for the charter to decide.
    ///
    /// # Errors
    /// [`WireError`] when it is no head.
    pub fn read(signed: &Signed) -> Result<Self, WireError> {
        let mut fields = Fields::decode(&signed.body)?;
        let small = |number: u64, key| u32::try_from(number).map_err(|_| WireError::Wrong(key));
        let prev = fields.bytes("prev")?;
        let head = Self {
            pack: pack_id(fields.text("pack")?)?,
            seq: small(fields.number("seq")?, "seq")?,
            prev: if prev.is_empty() { None } else { Some(prev.try_into().map_err(|_| WireError::Wrong("prev"))?) },
            charter: small(fields.number("charter")?, "charter")?,
            manifest: fields.exact("manifest")?,
            built: fields.number("built")?,
            review: fields.number("review")?,
        };
        fields.end()?;
        if head.seq == 0 || (head.seq == 1) != head.prev.is_none() {
            return Err(WireError::Wrong("seq"));
        }
        Ok(head)
    }
}
