//! What tsunagari is measured beside: the same rows and the same tokens in other engines, asked as they usually are.

mod like;
mod tantivy_bigrams;
mod trigram;

use std::path::Path;

use tsunagari_core::search::Query;
use tsunagari_core::store::Row;

use crate::figures::Result;

pub use like::Like;
pub use tantivy_bigrams::TantivyBigrams;
pub use trigram::Trigram;

/// Hits that every engine is asked for.
pub const HITS: usize = 20;

/// A question as engines are asked it.
#[derive(Debug)]
pub struct Asked<'a> {
    /// Taken apart.
    pub query: &'a Query,
    /// Municipality code.
    pub area: Option<&'a str>,
    /// Any word will do.
    pub any: bool,
}

impl Asked<'_> {
    /// The words to look for: all of them, or any.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        if self.any {
            return self.query.terms().into_iter().map(|term| term.text.clone()).collect();
        }
        self.query.chunks.iter().map(|chunk| chunk.text.clone()).collect()
    }
}

/// Another engine.
pub trait Peer {
    /// How many hits it has, at most [`HITS`]; `None` when it cannot answer such a question at all.
    ///
    /// # Errors
    /// When the engine refuses.
    fn ask(&self, asked: &Asked<'_>) -> Result<Option<usize>>;
}

/// Fills an engine with rows; returns how many.
///
/// # Errors
/// When the engine refuses.
pub fn fill(name: &str, path: &Path, rows: impl Iterator<Item = Result<Row>>) -> Result<usize> {
    match name {
        "like" => like::fill(path, rows),
        "trigram" => trigram::fill(path, rows),
        "tantivy" => tantivy_bigrams::fill(path, rows),
        _ => Err(format!("no such engine: {name}").into()),
    }
}
