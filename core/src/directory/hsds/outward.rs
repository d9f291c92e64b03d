//! A record as HSDS rows.

mod channels;
mod finish;
mod fits;

use std::collections::{BTreeMap, BTreeSet};

use super::group::{Owners, seeds};
use super::ids;
use super::own;
use super::package::Package;
use super::place;
use super::record::{How, build};
use super::row::Row;
use super::table::{LINKS, Table};
use crate::directory::import::FileReport;
use crate::model::{Record, Scalar};

use channels::fill_channels;
pub(super) use channels::same_schedules;
use finish::finish;

/// `extent_type` of a service area whose extent is a code of ours.
pub(super) const AREA_TYPE: &str = "jp:lgcode";

/// Rows by table and tag.
type Rows = BTreeMap<(Table, Tag), Row>;
/// A tag sorts by its number, then by its text.
type Tag = (usize, String);

/// Ids that rows of an export have, with what stands in them and in the rows that only they own.
#[derive(Default)]
pub(super) struct Written(BTreeMap<(Table, String), String>);

impl Written {
    /// Rows of the next record. An id that another record of this export uses for something else is not used again.
    pub(super) fn rows(&mut self, record: &Record) -> (Vec<Row>, bool) {
        let mut avoid = BTreeSet::new();
        loop {
            let (rows, same) = rows(record, &avoid);
            let contents: Vec<((Table, String), String)> =
                rows.iter().map(|row| ((row.table, row.id().to_owned()), content(row, &rows))).collect();
            let clash: Vec<String> = contents
                .iter()
                .filter(|(key, content)| {
                    self.0.get(key).is_some_and(|known| known != content) && !avoid.contains(&key.1)
                })
                .map(|((_, id), _)| id.clone())
                .collect();
            if clash.is_empty() {
                self.0.extend(contents);
                return (rows, same);
            }
            avoid.extend(clash);
        }
    }
}

/// Everything that a row says, hashed: a service or a place with all that hangs on it.
fn content(row: &Row, rows: &[Row]) -> String {
    let shared = matches!(row.table, Table::Organization | Table::Location);
    let owned = rows
        .iter()
        .filter(|part| shared && ids::by_content(part.table) && LINKS.iter().any(|field| part.get(field) == row.id()));
    let mut parts: Vec<String> = owned.map(ids::of_content).collect();
    parts.sort();
    parts.push(ids::of_content(row));
    ids::made("content", row.table, &parts.join("\u{1f}"))
}

/// All rows of a record: what HSDS holds, and attributes for the rest. Reading them gives the record again; `false`
/// when it does not.
fn rows(record: &Record, avoid: &BTreeSet<String>) -> (Vec<Row>, bool) {
    let service = service_id(record, avoid);
    let mut rows = standard(record, &service, avoid);
    if record.id != ids::record(Table::Service, &[&service]) {
        rows.extend(own::attribute(
            &service,
            Table::Service,
            &service,
            own::ID,
            Some(&Scalar::Text(record.id.clone())),
        ));
    }
    // What attributes say can bring more with it (a name that reads like a shelter's), so look twice.
    let mut said = BTreeSet::new();
    for _ in 0..2 {
        let again = read_again(&rows).unwrap_or_default();
        for key in record.fields.keys().chain(again.fields.keys()) {
            let value = record.fields.get(key);
            if again.fields.get(key) != value && said.insert(key.clone()) {
                rows.extend(own::attribute(&service, Table::Service, &service, key, value));
            }
        }
    }
    let same = read_again(&rows).as_ref() == Some(record);
    (rows, same)
}

fn read_again(rows: &[Row]) -> Option<Record> {
    let mut package = Package::default();
    let mut report = FileReport::new(String::new(), 0);
    for row in rows {
        package.add(row.clone(), &mut report).ok()?;
    }
    let owners = Owners::of(&package);
    let group = seeds(&package).first()?.group(&package, &owners);
    build(&package, &group, How { trusted: true, today: None }, |_, _, _| {}).ok()
}

/// The id of the service that stands for a record: the published one where the record is all of it.
fn service_id(record: &Record, avoid: &BTreeSet<String>) -> String {
    record
        .text("x/service.id")
        .filter(|id| ids::is_uuid(id) && !avoid.contains(*id) && ids::record(Table::Service, &[id]) == record.id)
        .map_or_else(|| ids::service_of(&record.id), str::to_owned)
}

fn standard(record: &Record, service: &str, avoid: &BTreeSet<String>) -> Vec<Row> {
    let mut rows = extra_rows(record);
    fill_service(record, row(&mut rows, Table::Service, ""));
    let marks = fill_channels(record, &mut rows);
    let operator = record.text("operator").unwrap_or_default();
    let organization = row(&mut rows, Table::Organization, "");
    organization.set("name", operator);
    if organization.id().is_empty() {
        organization.set("id", &ids::made("operator", Table::Organization, operator));
    }
    let somewhere =
        record.text("address").is_some() || record.position().is_some() || record.text("ch/visit/kind").is_some();
    if (somewhere || rows.keys().any(|(table, _)| matches!(table, Table::Location | Table::ServiceAtLocation)))
        && !record.is("confidential")
    {
        fill_place(record, &mut rows);
    }
    for (number, code) in record.members("area").enumerate() {
        let area = row(&mut rows, Table::ServiceArea, &format!("{}", 100 + number));
        area.set("extent", code).set("extent_type", AREA_TYPE).set("name", if code == "JP" { "日本" } else { code });
    }
    for id in record.parts("bring") {
        row(&mut rows, Table::RequiredDocument, id)
            .set("document", record.text(&format!("bring/{id}")).unwrap_or_default());
    }
    finish(record, service, rows, &marks, avoid)
}

/// Rows that stand under `x/`.
fn extra_rows(record: &Record) -> Rows {
    let mut rows = Rows::new();
    for (key, value) in record.fields.range("x/".to_owned()..) {
        let Some((label, field)) = key.strip_prefix("x/").and_then(|key| key.rsplit_once('.')) else { continue };
        let (name, tag) = label.split_once('.').unwrap_or((label, ""));
        let table = Table::ALL.into_iter().find(|table| table.name() == name);
        let Some(table) = table.filter(|table| field == "of" || table.columns().any(|column| column == field)) else {
            continue;
        };
        row(&mut rows, table, tag).set(field, value.as_str().unwrap_or_default());
    }
    rows
}

fn row<'a>(rows: &'a mut Rows, table: Table, tag: &str) -> &'a mut Row {
    let number = if tag.is_empty() { 1 } else { tag.trim_start_matches('n').parse().unwrap_or(usize::MAX) };
    rows.entry((table, (number, tag.to_owned()))).or_insert_with(|| Row::made(table))
}

/// Sets a field that `x/` does not already say otherwise.
fn say(row: &mut Row, field: &str, text: &str) {
    if row.get(field).is_empty() {
        row.set(field, text);
    }
}

fn fill_service(record: &Record, row: &mut Row) {
    let text = |key: &str| record.text(key).unwrap_or_default();
    for (field, key) in [
        ("name", "name"),
        ("description", "summary"),
        ("eligibility_description", "target"),
        ("application_process", "how"),
        ("assured_date", "assured_date"),
    ] {
        say(row, field, text(key));
    }
    let alias = record.members("alias").next().unwrap_or_default().to_owned();
    say(row, "alternate_name", &alias);
    say(
        row,
        "status",
        match text("status") {
            "inactive" => "inactive",
            "temporarily_closed" => "temporarily closed",
            _ => "active",
        },
    );
    for (field, key) in [("minimum_age", "min_age"), ("maximum_age", "max_age")] {
        say(row, field, &record.int(key).map(|age| age.to_string()).unwrap_or_default());
    }
    for channel in record.channels() {
        match channel.kind() {
            "web" => say(row, "url", channel.text("url").unwrap_or_default()),
            "mail" => say(row, "email", channel.text("email").unwrap_or_default()),
            _ => {}
        }
    }
}

fn fill_place(record: &Record, rows: &mut Rows) {
    let location = row(rows, Table::Location, "");
    say(location, "location_type", "physical");
    say(location, "name", record.name());
    say(location, "transportation", record.text("access").unwrap_or_default());
    if let (Some(lat), Some(lon)) = (record.int("lat_e6"), record.int("lon_e6")) {
        location.set("latitude", &place::written(lat)).set("longitude", &place::written(lon));
    }
    row(rows, Table::ServiceAtLocation, "");
    if let Some(address) = record.text("address") {
        let published = rows.contains_key(&(Table::Address, (1, String::new())));
        let row = row(rows, Table::Address, "");
        if !published {
            let (prefecture, city, rest) = place::split(address);
            row.set("state_province", prefecture).set("city", city).set("address_1", rest);
            row.set("country", "JP").set("postal_code", record.text("postal").unwrap_or_default());
        }
        say(row, "address_type", "physical");
    }
}
