//! All rows of an encrypted database as data, and back: for backups, which outlive the schema they were made with.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, params_from_iter};
use serde::{Deserialize, Serialize};

use super::StoreError;
use super::connect::Place;
use super::migrate::{self, Schema};
use super::sealed::Sealed;

/// One value. Bytes are hexadecimal digits with `x` before them, so that text that looks the same stays text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Null,
    Integer(i64),
    Text(String),
    Bytes { x: String },
}

/// All rows of all tables, with the version of the schema they belong to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dump {
    schema: usize,
    tables: BTreeMap<String, Table>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Dump {
    /// Reads everything in one moment.
    pub(super) fn of(sealed: &Sealed, schema: Schema) -> Result<Self, StoreError> {
        sealed.write(|transaction| Ok(Self { schema: schema.version(), tables: everything(transaction)? }))
    }

    /// No rows at all.
    pub(super) fn empty(schema: Schema) -> Self {
        Self { schema: schema.version(), tables: BTreeMap::new() }
    }

    /// Brings the rows to the schema of this program, in memory. Every rule of the tables is checked on the way; nothing
    /// of another schema than ours is taken over.
    pub(super) fn checked(self, schema: Schema) -> Result<Self, StoreError> {
        if self.schema > schema.version() {
            return Err(StoreError::NeedsNewerVersion { found: self.schema, known: schema.version() });
        }
        let place = Place::memory();
        let mut connection = place.writer()?;
        migrate::migrate_to(&mut connection, &place, schema, self.schema)?;
        let filled = (|| {
            let transaction = connection.transaction()?;
            self.fill(&transaction)?;
            transaction.commit()
        })();
        filled.map_err(|error| StoreError::Entry(error.to_string()))?;
        migrate::migrate(&mut connection, &place, schema)?;
        let tables = everything(&connection).map_err(|error| place.error(error))?;
        Ok(Self { schema: schema.version(), tables })
    }

    /// Replaces everything by these rows, which [`Dump::checked`] has brought to the schema: all of it or nothing.
    pub(super) fn replace(&self, sealed: &Sealed) -> Result<(), StoreError> {
        sealed.write(|transaction| {
            transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
            for (name, _) in tables(transaction)? {
                transaction.execute(&format!("DELETE FROM {name}"), [])?;
            }
            self.fill(transaction)
        })
    }

    /// Only tables and columns that the database has are filled; others are an error, since none is left out.
    fn fill(&self, connection: &Connection) -> rusqlite::Result<()> {
        connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let known = tables(connection)?;
        for (name, table) in &self.tables {
            let strange = || rusqlite::Error::InvalidColumnName(name.clone());
            let columns = known.get(name).ok_or_else(strange)?;
            let distinct: BTreeSet<&String> = table.columns.iter().collect();
            if distinct.len() != table.columns.len() || !distinct.iter().all(|column| columns.contains(column)) {
                return Err(strange());
            }
            let marks = vec!["?"; table.columns.len()].join(", ");
            let sql = format!("INSERT INTO {name} ({}) VALUES ({marks})", table.columns.join(", "));
            let mut statement = connection.prepare(&sql)?;
            for row in &table.rows {
                let values: Option<Vec<Value>> = row.iter().map(Cell::value).collect();
                statement.execute(params_from_iter(values.ok_or_else(strange)?))?;
            }
        }
        Ok(())
    }

    /// How many rows there are in all.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.tables.values().map(|table| table.rows.len()).sum()
    }

    /// The same without the rows of a table.
    #[must_use]
    pub fn without(mut self, table: &str) -> Self {
        if let Some(table) = self.tables.get_mut(table) {
            table.rows.clear();
        }
        self
    }
}

/// Tables with their columns, from the schema itself.
fn tables(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Vec<String>>> {
    let sql = "SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c
               WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid";
    let mut found = BTreeMap::<String, Vec<String>>::new();
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(found)
}

/// All rows of all tables.
fn everything(connection: &Connection) -> rusqlite::Result<BTreeMap<String, Table>> {
    let whole = |(name, columns): (String, Vec<String>)| {
        let rows = rows(connection, &name, &columns)?;
        Ok((name, Table { columns, rows }))
    };
    tables(connection)?.into_iter().map(whole).collect()
}

fn rows(connection: &Connection, table: &str, columns: &[String]) -> rusqlite::Result<Vec<Vec<Cell>>> {
    let all = columns.join(", ");
    let mut statement = connection.prepare(&format!("SELECT {all} FROM {table} ORDER BY {all}"))?;
    statement
        .query_map([], |row| (0..columns.len()).map(|index| Ok(Cell::of(row.get_ref(index)?))).collect())?
        .collect()
}

impl Cell {
    fn of(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Null,
            ValueRef::Integer(number) => Self::Integer(number),
            // No column of ours holds a fraction.
            ValueRef::Real(number) => Self::Text(number.to_string()),
            ValueRef::Text(text) => Self::Text(String::from_utf8_lossy(text).into_owned()),
            ValueRef::Blob(bytes) => Self::Bytes { x: bytes.iter().map(|byte| format!("{byte:02x}")).collect() },
        }
    }

    fn value(&self) -> Option<Value> {
        Some(match self {
            Self::Null => Value::Null,
            Self::Integer(number) => Value::Integer(*number),
            Self::Text(text) => Value::Text(text.clone()),
            Self::Bytes { x } => {
                let digits: Vec<u8> =
                    x.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect::<Option<_>>()?;
                let pairs = digits.chunks_exact(2);
                if !pairs.remainder().is_empty() {
                    return None;
                }
                Value::Blob(pairs.map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
            }
        })
    }
}
