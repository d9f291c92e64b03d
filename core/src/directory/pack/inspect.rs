//! What a pack is, in figures.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::format;
use super::test_keys::is_trial;
use crate::directory::receive::Refusal;

/// The answer of `tsunagari pack inspect`.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Inspection {
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub publisher: String,
    /// Day on which it was made.
    pub built: String,
    /// Number of the edition.
    pub seq: u32,
    /// Whether it was signed with keys that everybody has.
    pub trial: bool,
    /// Size of the whole pack.
    pub bytes: usize,
    /// SHA-256 of all of it, in hexadecimal.
    pub sha256: String,
    /// How many records of each kind.
    pub records: BTreeMap<String, usize>,
    /// Size of each file.
    pub files: BTreeMap<String, usize>,
}

/// Reads a pack and says what is in it.
///
/// # Errors
/// [`Refusal`] as [`format::read`].
pub fn inspect(bytes: &[u8]) -> Result<Inspection, Refusal> {
    let (pack, charter) = format::read(bytes)?;
    let mut records = BTreeMap::new();
    for record in &pack.records {
        *records.entry(record.text("kind").unwrap_or("unknown").to_owned()).or_default() += 1;
    }
    Ok(Inspection {
        title: pack.title,
        publisher: pack.publisher,
        built: pack.built,
        seq: pack.seq,
        trial: is_trial(&charter),
        bytes: bytes.len(),
        sha256: Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        records,
        files: pack.files.into_iter().map(|(name, content)| (name, content.len())).collect(),
    })
}
