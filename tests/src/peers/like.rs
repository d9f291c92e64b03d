//! A table without an index: what everybody begins with, and the oracle of what is there.

use std::path::Path;

use rusqlite::{Connection, params_from_iter};
use tsunagari_core::store::Row;

use super::{Asked, HITS, Peer};
use crate::figures::Result;

/// LIKE over names and texts.
#[derive(Debug)]
pub struct Like(Connection);

impl Like {
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
    connection.execute_batch("CREATE TABLE doc (row INTEGER PRIMARY KEY, body BLOB, text TEXT, facets TEXT) STRICT")?;
    let transaction = connection.transaction()?;
    let mut count = 0;
    {
        let mut insert = transaction.prepare("INSERT INTO doc (body, text, facets) VALUES (?1, ?2, ?3)")?;
        for row in rows {
            let row = row?;
            let text = format!("{}\n{}", row.rank.names, row.rank.text);
            insert.execute((row.body, text, format!(" {} ", row.rank.facets)))?;
            count += 1;
        }
    }
    transaction.commit()?;
    Ok(count)
}

impl Peer for Like {
    /// Best first would need a score of every row; it is asked for the shortest texts, as a simple application would.
    fn ask(&self, asked: &Asked<'_>) -> Result<Option<usize>> {
        let mut values: Vec<String> = asked.words().iter().map(|word| format!("%{word}%")).collect();
        if values.is_empty() {
            return Ok(None);
        }
        let each = vec!["text LIKE ?"; values.len()].join(if asked.any { " OR " } else { " AND " });
        let area = asked.area.map_or("", |_| " AND facets LIKE ?");
        values.extend(asked.area.map(|code| format!("% @{code} %")));
        let sql = format!("SELECT row, body FROM doc WHERE ({each}){area} ORDER BY length(text) LIMIT {HITS}");
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
