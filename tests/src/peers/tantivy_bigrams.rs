//! tantivy with the same tokens as ours, best first by BM25: the bar for speed.

use std::path::Path;

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Occur, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions, Value};
use tantivy::tokenizer::{TextAnalyzer, WhitespaceTokenizer};
use tantivy::{Index, IndexReader, IndexWriter, TantivyDocument, Term};
use tsunagari_core::search::pieces;
use tsunagari_core::store::Row;

use super::{Asked, HITS, Peer};
use crate::figures::Result;

/// Memory of the writer; the least that tantivy accepts is 15 MB.
const WRITER_BYTES: usize = 50_000_000;

/// tantivy.
pub struct TantivyBigrams {
    reader: IndexReader,
    tokens: Field,
    body: Field,
}

impl std::fmt::Debug for TantivyBigrams {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("TantivyBigrams").finish_non_exhaustive()
    }
}

fn schema() -> (Schema, Field, Field) {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default().set_tokenizer("spaces").set_index_option(IndexRecordOption::WithFreqs);
    let tokens = schema.add_text_field("tokens", TextOptions::default().set_indexing_options(indexing));
    let body = schema.add_bytes_field("body", STORED);
    (schema.build(), tokens, body)
}

fn with_tokenizer(index: Index) -> Index {
    index.tokenizers().register("spaces", TextAnalyzer::from(WhitespaceTokenizer::default()));
    index
}

impl TantivyBigrams {
    /// Opens what [`fill`] made.
    ///
    /// # Errors
    /// When it is not there.
    pub fn open(path: &Path) -> Result<Self> {
        let (_, tokens, body) = schema();
        Ok(Self { reader: with_tokenizer(Index::open_in_dir(path)?).reader()?, tokens, body })
    }

    fn term(&self, token: &str) -> Box<dyn Query> {
        Box::new(TermQuery::new(Term::from_field_text(self.tokens, token), IndexRecordOption::WithFreqs))
    }
}

pub(super) fn fill(path: &Path, rows: impl Iterator<Item = Result<Row>>) -> Result<usize> {
    std::fs::create_dir_all(path)?;
    let (schema, tokens, body) = schema();
    let index = with_tokenizer(Index::create_in_dir(path, schema)?);
    let mut writer: IndexWriter = index.writer_with_num_threads(1, WRITER_BYTES)?;
    let mut count = 0;
    for row in rows {
        let row = row?;
        let mut document = TantivyDocument::default();
        document.add_text(tokens, row.tokens);
        document.add_bytes(body, &row.body);
        writer.add_document(document)?;
        count += 1;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(count)
}

impl Peer for TantivyBigrams {
    fn ask(&self, asked: &Asked<'_>) -> Result<Option<usize>> {
        let how = if asked.any { Occur::Should } else { Occur::Must };
        let words: Vec<(Occur, Box<dyn Query>)> =
            asked.words().iter().flat_map(|word| pieces(word)).map(|piece| (how, self.term(&piece))).collect();
        if words.is_empty() {
            return Ok(None);
        }
        let mut query = BooleanQuery::new(words);
        if let Some(code) = asked.area {
            query =
                BooleanQuery::new(vec![(Occur::Must, Box::new(query)), (Occur::Must, self.term(&format!("@{code}")))]);
        }
        let searcher = self.reader.searcher();
        let hits = searcher.search(&query, &TopDocs::with_limit(HITS).order_by_score())?;
        for (_, address) in &hits {
            let document: TantivyDocument = searcher.doc(*address)?;
            let _body = document.get_first(self.body).and_then(|value| value.as_bytes());
        }
        Ok(Some(hits.len()))
    }
}
