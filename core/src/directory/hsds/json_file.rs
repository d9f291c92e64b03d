//! Reads a JSON file: one object, a page of a list (`contents`), an array, `tabular.json`, or JSON Lines.

use std::path::Path;

use serde_json::{Map, Value};

use super::Rule;
use super::json_guard::{check, line_at};
use super::limits::{MAX_COLUMNS, MAX_FILE_BYTES};
use super::package::Package;
use super::row::{Origin, Row};
use super::table::Table;
use crate::directory::import::{FileProblem, FileReport, Passage, Stop};

/// Why a JSON file without HSDS data is set aside: a schema, an API description, the page that says which version an
/// API speaks.
const ABOUT_HSDS: &str = "about-hsds";
/// A symbolic link that was checked out as a text with the path in it.
const LINK: &str = "link-as-text";

/// What a JSON file is.
pub(super) enum Content {
    /// Its objects are rows now.
    Rows,
    /// Of HSDS, but no data; a reason code.
    Aside(&'static str),
    /// Something else.
    Other,
}

/// The bytes of a file that is read whole.
pub(super) fn bytes(path: &Path) -> Result<Vec<u8>, FileProblem> {
    use std::io::Read as _;
    let too_large = |bytes| Err(FileProblem::FileTooLarge { bytes, limit: MAX_FILE_BYTES });
    let length = std::fs::metadata(path)?.len();
    if length > MAX_FILE_BYTES {
        return too_large(length);
    }
    let mut content = Vec::new();
    std::fs::File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut content)?;
    // It may have grown.
    if content.len() as u64 > MAX_FILE_BYTES { too_large(content.len() as u64) } else { Ok(content) }
}

/// Reads all objects of a file into the package.
pub(super) fn read(
    bytes: &[u8],
    stem: &str,
    file: usize,
    package: &mut Package,
    report: &mut FileReport,
    passage: &mut Passage<'_>,
) -> Result<Content, Stop> {
    if is_link(bytes) {
        return Ok(Content::Aside(LINK));
    }
    package.hold(check(bytes)?)?;
    let documents = documents(bytes)?;
    if documents.len() > 1 {
        report.note(Rule::JsonLines, 1, None);
    }
    let hint = Table::of_file(stem).map(|(table, _)| table);
    let mut reader = Reader { package, report, passage, file, line: 1, rows: 0 };
    let mut about = false;
    for (line, document) in &documents {
        reader.line = *line;
        reader.document(document, hint)?;
        about |= is_about(document);
    }
    Ok(match (reader.rows, about) {
        (0, true) => Content::Aside(ABOUT_HSDS),
        (0, false) => Content::Other,
        _ => Content::Rows,
    })
}

/// The JSON documents of a file, each with the line on which it begins.
pub(super) fn documents(bytes: &[u8]) -> Result<Vec<(u64, Value)>, FileProblem> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(FileProblem::Empty);
    }
    check(bytes)?;
    if let Err(error) = std::str::from_utf8(bytes) {
        return Err(FileProblem::NotUtf8 { line: line_at(bytes, error.valid_up_to()) });
    }
    let mut documents = Vec::new();
    let mut stream = serde_json::Deserializer::from_slice(bytes).into_iter::<Value>();
    let (mut begins, mut line) = (0, 1);
    while let Some(document) = stream.next() {
        let value = document.map_err(|error| FileProblem::NotJson { line: line_of(&error), reason: reason(&error) })?;
        let rest = bytes.get(begins..).unwrap_or_default();
        let skipped = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        line += line_at(rest, skipped) - 1;
        documents.push((line, value));
        let ended = stream.byte_offset();
        line += line_at(bytes.get(begins + skipped..ended).unwrap_or_default(), usize::MAX) - 1;
        begins = ended;
    }
    Ok(documents)
}

/// An object as it stands, without the rows inside it.
pub(super) fn own_fields(document: &Value, pointer: &str) -> Option<String> {
    let object = document.pointer(pointer)?.as_object()?;
    let own: Map<String, Value> = object
        .iter()
        .filter(|(_, value)| !value.is_array() && !value.is_object())
        .map(|(k, v)| (k.clone(), v.clone()))
        .collect();
    Some(Value::Object(own).to_string())
}

fn line_of(error: &serde_json::Error) -> u64 {
    error.line() as u64
}

fn is_link(bytes: &[u8]) -> bool {
    bytes.len() < 200 && bytes.starts_with(b"../") && !bytes.contains(&b'\n')
}

fn reason(error: &serde_json::Error) -> String {
    if error.is_eof() {
        return "the file ends in the middle; it was cut off".to_owned();
    }
    let text = error.to_string();
    let what = text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what);
    format!("character {}: {what}", error.column())
}

fn is_about(document: &Value) -> bool {
    ["openapi", "openapi_url", "$schema", "properties", "resources"].iter().any(|key| document.get(key).is_some())
}

struct Reader<'a, 'p> {
    package: &'a mut Package,
    report: &'a mut FileReport,
    passage: &'a mut Passage<'p>,
    file: usize,
    line: u64,
    rows: usize,
}

impl Reader<'_, '_> {
    fn document(&mut self, document: &Value, hint: Option<Table>) -> Result<(), Stop> {
        match document {
            Value::Array(list) => self.list(list, "", hint),
            Value::Object(object) => {
                if let Some(Value::Array(list)) = object.get("contents").or_else(|| object.get("content")) {
                    return self.list(list, "/contents", hint);
                }
                let tables = object.iter().filter_map(|(name, list)| {
                    let (table, _) = Table::of_name(name.strip_suffix(".csv")?)?;
                    Some((name, table, list.as_array()?))
                });
                let tables: Vec<_> = tables.collect();
                for (name, table, list) in &tables {
                    self.list(list, &format!("/{name}"), Some(*table))?;
                }
                match table_of(object, hint) {
                    Some(table) if tables.is_empty() => self.object(object, table, None, String::new()).map(drop),
                    _ => Ok(()),
                }
            }
            _ => Ok(()),
        }
    }

    fn list(&mut self, list: &[Value], at: &str, hint: Option<Table>) -> Result<(), Stop> {
        for (number, value) in list.iter().enumerate() {
            if let Value::Object(object) = value
                && let Some(table) = table_of(object, hint)
            {
                self.object(object, table, None, format!("{at}/{number}"))?;
            }
        }
        Ok(())
    }

    /// Reads an object and what stands inside it. Gives its id.
    fn object(
        &mut self,
        object: &Map<String, Value>,
        table: Table,
        above: Option<(Table, &str)>,
        pointer: String,
    ) -> Result<String, Stop> {
        if object.len() > MAX_COLUMNS {
            return Err(FileProblem::TooManyColumns { line: self.line, limit: MAX_COLUMNS }.into());
        }
        self.passage.step()?;
        self.rows += 1;
        self.report.counts.read += 1;
        let origin = Origin { file: self.file, line: self.line, pointer: pointer.clone().into() };
        let mut row = Row::new(table, origin);
        for (name, value) in object {
            let text = match value {
                Value::String(text) => text.clone(),
                Value::Number(number) => {
                    row.extension_is_number |= name == "extension";
                    number.to_string()
                }
                Value::Bool(yes) => yes.to_string(),
                Value::Null | Value::Array(_) | Value::Object(_) => continue,
            };
            let name = self.package.name(name);
            if !text.trim().is_empty() {
                row.fields.push((name, text.into()));
            }
        }
        let mut id = row.id().to_owned();
        let inside = object.iter().any(|(_, value)| value.is_array() || value.is_object());
        if id.is_empty() && inside {
            // Rows inside still have to find it.
            id = format!("\u{1}{}{pointer}#{}", self.file, self.line);
            row.set("id", &id);
        }
        if let Some((above, above_id)) = above {
            link(&mut row, above, above_id);
        }
        for (name, value) in object {
            let Some((inner, old)) = Table::of_name(name) else { continue };
            let (list, one) = match value {
                Value::Array(list) => (list.as_slice(), false),
                Value::Object(_) => (std::slice::from_ref(value), true),
                _ => continue,
            };
            if old {
                self.report.note(Rule::OldTable, self.line, Some(&format!("{pointer}/{name}")));
            }
            for (number, value) in list.iter().enumerate() {
                let Value::Object(part) = value else { continue };
                let at = if one { format!("{pointer}/{name}") } else { format!("{pointer}/{name}/{number}") };
                let part_id = self.object(part, inner, Some((table, &id)), at)?;
                // One object inside is a row that this one points at.
                if let Some(field) =
                    inner.key_field().filter(|field| one && table.columns().any(|column| column == *field))
                    && row.get(field).is_empty()
                {
                    row.set(field, &part_id);
                }
            }
        }
        let note = |report: &mut FileReport, rule, origin: &Origin| {
            report.note(rule, origin.line, Some(&origin.pointer));
        };
        if row.extension_is_number {
            note(self.report, Rule::ExtensionNumber, &row.origin);
        }
        self.package.add(row, self.report)?;
        Ok(id)
    }
}

/// Says in a row which row it stands in.
fn link(row: &mut Row, above: Table, above_id: &str) {
    let field = match (row.table, above) {
        (Table::Attribute, _) => {
            if row.get("link_entity").is_empty() {
                row.set("link_entity", above.name());
            }
            Some("link_id")
        }
        (Table::Metadata, _) => Some("resource_id"),
        // These are pointed at by the row around them.
        (
            Table::Organization | Table::Program | Table::Taxonomy | Table::TaxonomyTerm,
            Table::Service | Table::Attribute | Table::TaxonomyTerm,
        ) => None,
        (Table::Location, Table::ServiceAtLocation) => None,
        _ => above.key_field(),
    };
    if let Some(field) = field
        && row.get(field).is_empty()
    {
        row.set(field, above_id);
    }
}

/// Which table an object is a row of, by its fields; the name of its file decides where they fit several.
fn table_of(object: &Map<String, Value>, hint: Option<Table>) -> Option<Table> {
    let has = |name: &str| object.contains_key(name);
    let any = |names: &[&str]| names.iter().any(|name| has(name));
    if !(has("id") || has("name") && any(&["organization", "phones", "schedules", "addresses"])) {
        return None;
    }
    if let Some(hint) = hint {
        let fits = object
            .keys()
            .filter(|name| hint.columns().any(|column| column == *name) || Table::of_name(name).is_some())
            .count();
        return (fits >= 2).then_some(hint);
    }
    if any(&["service_id", "service"]) && any(&["location_id", "location"]) {
        return Some(Table::ServiceAtLocation);
    }
    if !has("name") {
        return None;
    }
    if any(&[
        "organization",
        "organization_id",
        "service_at_locations",
        "service_areas",
        "eligibility_description",
        "fees",
    ]) && !has("location_type")
    {
        return Some(Table::Service);
    }
    if any(&["location_type", "addresses", "latitude"]) {
        return Some(Table::Location);
    }
    if any(&["organization_identifiers", "website", "legal_status", "year_incorporated"]) {
        return Some(Table::Organization);
    }
    if any(&["taxonomy", "taxonomy_detail", "term_uri"]) {
        return Some(Table::TaxonomyTerm);
    }
    (has("description") && has("version")).then_some(Table::Taxonomy)
}
