//! Attributes of the taxonomy `tsunagari`: what a record says and HSDS has no field for. The code of the term is the
//! key of the record; `jp:kana` is the reading of a name.

use super::Rule;
use super::ids;
use super::package::Package;
use super::row::Row;
use super::table::Table;
use crate::directory::import::claims_rank;
use crate::directory::record_keys;
use crate::model::{Record, Scalar};

/// Name of our taxonomy, and of the one for readings.
pub(super) const TAXONOMY: &str = "tsunagari";
const KANA: &str = "jp:kana";
/// Code that says which part of a record a row stands for.
pub(super) const PART: &str = "part";
/// Code of the id of the record.
pub(super) const ID: &str = "id";
const ABSENT: &str = "absent";

/// The code of one of our attributes.
pub(super) fn code<'a>(package: &'a Package, attribute: &Row) -> Option<&'a str> {
    let term = package.row(package.find(Table::TaxonomyTerm, attribute.get("taxonomy_term_id"))?)?;
    match term.get("taxonomy") {
        TAXONOMY => Some(term.get("code")),
        KANA => Some("name_kana"),
        _ => None,
    }
}

/// Whether a row is ours: such rows are not kept as something HSDS holds.
pub(super) fn is_ours(package: &Package, row: &Row) -> bool {
    match row.table {
        Table::Attribute => code(package, row).is_some(),
        Table::TaxonomyTerm => matches!(row.get("taxonomy"), TAXONOMY | KANA),
        Table::Taxonomy => matches!(row.get("name"), TAXONOMY | KANA),
        _ => false,
    }
}

/// Sets what our attributes say.
pub(super) fn apply(record: &mut Record, attributes: &[(&str, &Row)], trusted: bool, mut note: impl FnMut(Rule, &Row)) {
    for (key, row) in attributes {
        let (kind, text) = (row.get("link_type"), row.get("value"));
        if *key == PART {
            continue;
        }
        let rank = claims_rank(key, text) || (kind == ABSENT && key.starts_with("confidential"));
        if !trusted && (rank || (*key == ID && !ids::is_uuid(text))) {
            note(Rule::ClaimedRank, row);
            continue;
        }
        if *key == ID {
            text.clone_into(&mut record.id);
            continue;
        }
        if kind == ABSENT {
            record.fields.remove(*key);
            continue;
        }
        let value = match kind {
            "yes" => Some(Scalar::Bool(true)),
            "no" => Some(Scalar::Bool(false)),
            "int" => text.parse().ok().map(Scalar::Int),
            _ => Some(Scalar::Text(text.to_owned())),
        };
        let known = record_keys::find(key);
        match value.filter(|value| known.map_or(trusted, |known| trusted || known.admits(value))) {
            Some(value) => {
                record.fields.insert((*key).to_owned(), value);
            }
            None => note(Rule::OwnUnknown, row),
        }
    }
}

/// Attribute, term and taxonomy that say something of a row.
pub(super) fn attribute(service: &str, entity: Table, link: &str, key: &str, value: Option<&Scalar>) -> [Row; 3] {
    let (scheme, code) = if key == "name_kana" { (KANA, KANA) } else { (TAXONOMY, key) };
    let mut taxonomy = Row::made(Table::Taxonomy);
    let taxonomy_id = ids::made(scheme, Table::Taxonomy, "");
    let about = if scheme == KANA {
        "Reading of a Japanese name."
    } else {
        "Fields of tsunagari records that HSDS has no place for."
    };
    taxonomy.set("id", &taxonomy_id).set("name", scheme).set("description", about);
    let mut term = Row::made(Table::TaxonomyTerm);
    let term_id = ids::made(scheme, Table::TaxonomyTerm, code);
    term.set("id", &term_id)
        .set("code", code)
        .set("name", code)
        .set("taxonomy", scheme)
        .set("taxonomy_id", &taxonomy_id);
    let about = record_keys::find(key).map_or("", |line| line.meaning);
    term.set("description", if about.is_empty() { code } else { about });
    let (kind, text) = match value {
        None => (ABSENT, ABSENT.to_owned()),
        Some(Scalar::Text(text)) => ("text", text.clone()),
        Some(Scalar::Int(number)) => ("int", number.to_string()),
        Some(Scalar::Bool(yes)) => (if *yes { "yes" } else { "no" }, yes.to_string()),
    };
    let mut row = Row::made(Table::Attribute);
    row.set("id", &ids::made(service, Table::Attribute, &format!("{link}\u{1f}{key}"))).set("link_id", link);
    row.set("link_entity", entity.name()).set("link_type", kind).set("value", &text).set("taxonomy_term_id", &term_id);
    [row, term, taxonomy]
}
