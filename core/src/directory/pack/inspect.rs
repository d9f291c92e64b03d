//! What a pack is, in figures.

use std::collections::BTreeMap;

use super::format::{self, PackError, VERSION};

/// The answer of `tsunagari pack inspect`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Inspection {
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub publisher: String,
    /// Day on which it was made.
    pub built: String,
    /// Version of the format.
    pub version: u16,
    /// Size of the whole pack.
    pub bytes: usize,
    /// SHA-256 of everything before the hash, in hexadecimal.
    pub sha256: String,
    /// How many records of each kind.
    pub records: BTreeMap<String, usize>,
    /// Size of each file.
    pub files: BTreeMap<String, usize>,
}

/// Reads a pack and says what is in it.
///
/// # Errors
/// [`PackError`] as [`format::read`].
pub fn inspect(bytes: &[u8]) -> Result<Inspection, PackError> {
    let pack = format::read(bytes)?;
    let mut records = BTreeMap::new();
    for record in &pack.records {
        *records.entry(record.text("kind").unwrap_or("unknown").to_owned()).or_default() += 1;
    }
    Ok(Inspection {
        title: pack.title,
        publisher: pack.publisher,
        built: pack.built,
        version: VERSION,
        bytes: bytes.len(),
        sha256: format::hash(bytes)?,
        records,
        files: pack.files.into_iter().map(|(name, content)| (name, content.len())).collect(),
    })
}
