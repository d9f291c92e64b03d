//! The one rule by which nested TOML becomes a flat record.

use toml::{Table, Value};

use super::toml_source::Problem;
use crate::model::{Language, Record, Scalar};

/// Puts a `[[record]]` table into a record:
/// nested tables join with `/`; a list of texts is a set, one key per member; a list of tables joins by their `id`;
/// a table whose keys are all languages becomes `key`, `key@ja-easy`, `key@en`. There is no other rule.
///
/// # Errors
/// The key and what is wrong with it.
pub(in crate::directory) fn flatten(table: &Table) -> Result<Record, (String, Problem)> {
    let id = match table.get("id") {
        Some(Value::String(id)) if !id.is_empty() => id.clone(),
        Some(_) | None => return Err(("id".to_owned(), Problem::NoId)),
    };
    let mut record = Record::new(id);
    for (key, value) in table.iter().filter(|(key, _)| *key != "id") {
        put(&mut record, key, value)?;
    }
    Ok(record)
}

fn put(record: &mut Record, key: &str, value: &Value) -> Result<(), (String, Problem)> {
    match value {
        Value::String(text) => put_scalar(record, key.to_owned(), Scalar::Text(text.clone())),
        Value::Integer(number) => put_scalar(record, key.to_owned(), Scalar::Int(*number)),
        Value::Boolean(yes) => put_scalar(record, key.to_owned(), Scalar::Bool(*yes)),
        Value::Datetime(date) => put_scalar(record, key.to_owned(), Scalar::Text(date.to_string())),
        Value::Float(_) => Err((key.to_owned(), Problem::Float)),
        Value::Table(table) if is_localised(table) => put_localised(record, key, table),
        Value::Table(table) => table.iter().try_for_each(|(part, value)| put(record, &format!("{key}/{part}"), value)),
        Value::Array(list) => list.iter().try_for_each(|item| put_item(record, key, item)),
    }
}

fn put_item(record: &mut Record, key: &str, item: &Value) -> Result<(), (String, Problem)> {
    match item {
        Value::String(member) => put_scalar(record, format!("{key}/{member}"), Scalar::Bool(true)),
        Value::Table(table) => {
            let Some(Value::String(id)) = table.get("id") else { return Err((key.to_owned(), Problem::NoId)) };
            let key = format!("{key}/{id}");
            table
                .iter()
                .filter(|(part, _)| *part != "id")
                .try_for_each(|(part, value)| put(record, &format!("{key}/{part}"), value))
        }
        _ => Err((key.to_owned(), Problem::ListOfOther)),
    }
}

fn is_localised(table: &Table) -> bool {
    !table.is_empty()
        && table
            .iter()
            .all(|(key, value)| value.is_str() && Language::ALL.into_iter().any(|language| language.code() == key))
}

fn put_localised(record: &mut Record, key: &str, table: &Table) -> Result<(), (String, Problem)> {
    table.iter().try_for_each(|(language, text)| {
        let plain = language == Language::Japanese.code();
        let key = if plain { key.to_owned() } else { format!("{key}@{language}") };
        put_scalar(record, key, Scalar::Text(text.as_str().unwrap_or_default().to_owned()))
    })
}

fn put_scalar(record: &mut Record, key: String, value: Scalar) -> Result<(), (String, Problem)> {
    if record.fields.contains_key(&key) {
        return Err((key, Problem::Twice));
    }
    record.fields.insert(key, value);
    Ok(())
}
