//! SQLite's own answer to languages without spaces: FTS5 with its trigram tokenizer, best first by bm25.

use std::path::Path;

use rusqlite::{Connection, params_from_iter};
use tsunagari_core::store::Row;

use super::{Asked, HITS, Peer};
use crate::figures::Result;

/// FTS5 trigram.
#[derive(Debug)]
pub struct Trigram(Connection);

impl Trigram {
    /// Opens what [`fill`] made.
    ///
    /// # Errors
    /// When it is not there.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self(Connection::open(path)?))
    }
}

pub(super) fn fill(path: &Path, rows: impl Iterator<Item = Result<Row>>) -> Result<usize> {
    let mut connection = Connection::open(path)?;
    connection.execute_batch(
        "CREATE TABLE doc (row INTEGER PRIMARY KEY, body BLOB, text TEXT, facets TEXT) STRICT;
         CREATE VIRTUAL TABLE tri USING fts5 (text, content = 'doc', content_rowid = 'row', tokenize = 'trigram')",
    )?;
    let transaction = connection.transaction()?;
    let mut count = 0;
    {
        let mut insert = transaction.prepare("INSERT INTO doc (body, text, facets) VALUES (?1, ?2, ?3)")?;
        let mut index = transaction.prepare("INSERT INTO tri (rowid, text) VALUES (last_insert_rowid(), ?1)")?;
        for row in rows {
            let row = row?;
            let text = format!("{}\n{}", row.rank.names, row.rank.text);
            insert.execute((row.body, &text, format!(" {} ", row.rank.facets)))?;
            index.execute([&text])?;
            count += 1;
        }
    }
    transaction.commit()?;
    Ok(count)
}

impl Peer for Trigram {
    fn ask(&self, asked: &Asked<'_>) -> Result<Option<usize>> {
        let words: Vec<String> = asked
            .words()
            .iter()
            .filter(|word| word.chars().count() >= 3)
            .map(|word| format!("\"{}\"", word.replace('"', "")))
            .collect();
        if words.is_empty() {
            return Ok(None);
        }
        let mut values = vec![words.join(if asked.any { " OR " } else { " AND " })];
        values.extend(asked.area.map(|code| format!("% @{code} %")));
        let area = asked.area.map_or("", |_| " AND doc.facets LIKE ?2");
        let sql = format!(
            "SELECT doc.row, doc.body FROM tri JOIN doc ON doc.row = tri.rowid WHERE tri MATCH ?1{area}
             ORDER BY tri.rank LIMIT {HITS}"
        );
        let mut statement = self.0.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(values))?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            let _body: Vec<u8> = row.get(1)?;
            count += 1;
        }
        Ok(Some(count))
    }
}
