//! What goes into the store and what comes out: plain rows, prepared by `directory`.

/// A pack as the store knows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pack {
    /// Identifier, unique in the store.
    pub id: String,
    /// `core`, `listing` or `field`.
    pub class: String,
    /// Sequence number of what was published; counts up.
    pub seq: u32,
    /// What else is known of it, encoded by `directory`.
    pub about: Vec<u8>,
    /// How often it was installed here; set by the store.
    pub installs: u32,
    /// How many records it has; set by the store.
    pub records: u32,
}

/// One record, ready to be stored.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Identifier of the record.
    pub id: String,
    /// Prior: 0 is shown before 1, all else being equal.
    pub bucket: u8,
    /// The record, encoded by `directory`.
    pub body: Vec<u8>,
    /// What ranking reads.
    pub rank: RankText,
    /// Normalised names with their kind; asked before anything else.
    pub names: Vec<(u8, String)>,
    /// Tokens, separated by spaces.
    pub tokens: String,
    /// Canonical hours and their doubt (empty if none), for each channel that has some.
    pub hours: Vec<(String, String)>,
}

/// What ranking reads of a candidate, already normalised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RankText {
    /// Name, then reading and other names, separated by line feeds.
    pub names: String,
    /// Other texts, separated by line feeds.
    pub text: String,
    /// Facet tokens (area, topic, channel, …), separated by spaces.
    pub facets: String,
    /// Latitude in microdegrees.
    pub lat_e6: Option<i64>,
    /// Longitude in microdegrees.
    pub lon_e6: Option<i64>,
    /// Day on which the record was last assured, in days since 1970-01-01.
    pub assured_day: Option<i64>,
    /// Days after which its age counts half.
    pub half_life_days: Option<i64>,
}

/// The same as it lies in the database, for as long as a row is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Rank<'r> {
    /// As [`RankText::names`].
    pub names: &'r str,
    /// As [`RankText::text`].
    pub text: &'r str,
    /// As [`RankText::facets`].
    pub facets: &'r str,
    /// As [`RankText::lat_e6`].
    pub lat_e6: Option<i64>,
    /// As [`RankText::lon_e6`].
    pub lon_e6: Option<i64>,
    /// As [`RankText::assured_day`].
    pub assured_day: Option<i64>,
    /// As [`RankText::half_life_days`].
    pub half_life_days: Option<i64>,
}

/// A file that rows came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceFileRow {
    /// Its name within the pack.
    pub file: String,
    /// What is needed to write it back, encoded by `directory`.
    pub about: Vec<u8>,
}

/// One row of a file as published.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceRowRow {
    /// The file.
    pub file: String,
    /// Line on which the row ends, from 1.
    pub line: u32,
    /// The record made from it.
    pub record: Option<String>,
    /// The row, encoded by `directory`.
    pub body: Vec<u8>,
}

/// A name that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameHit {
    /// Row of the record.
    pub row: i64,
    /// Kind of name, as it was stored.
    pub kind: u8,
}

/// A stored record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its row.
    pub row: i64,
    /// Identifier of the pack it belongs to.
    pub pack: String,
    /// Class of that pack.
    pub class: String,
    /// Identifier of the record.
    pub id: String,
    /// The record, as it was encoded.
    pub body: Vec<u8>,
}

/// Rows are numbered by bucket, then in the order they came.
pub(super) const fn row_number(bucket: u8, counter: i64) -> i64 {
    ((bucket as i64) << 40) | (counter & ((1 << 40) - 1))
}
