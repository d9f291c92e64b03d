//! A record as HSDS rows.

use std::collections::{BTreeMap, BTreeSet};

use super::child::free_id;
use super::extras::{default_owner, label, owner_table};
use super::group::{Owners, groups};
use super::ids;
use super::osm_days;
use super::own;
use super::package::Package;
use super::record::{How, build};
use super::row::Row;
use super::table::{LINKS, NUMBERS, Table};
use super::{place, tree};
use crate::directory::import::FileReport;
use crate::model::{Record, Scalar};

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
    let group = groups(&package, &owners).into_iter().next()?;
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

/// Telephone numbers, hours and languages. Gives the part of the record that each such row stands for.
fn fill_channels(record: &Record, rows: &mut Rows) -> BTreeMap<(Table, String), String> {
    let mut marks = BTreeMap::new();
    let mut used = Vec::new();
    let published = rows.keys().any(|(table, _)| *table == Table::Schedule);
    for channel in record.channels() {
        let (id, kind) = (channel.id, channel.kind());
        if matches!(kind, "tel" | "fax" | "sms" | "video")
            && let Some(display) = channel.text("display")
        {
            // The tag is the channel; rows keep the order of the channels.
            let phone =
                rows.entry((Table::Phone, (used.len(), id.to_owned()))).or_insert_with(|| Row::made(Table::Phone));
            say(phone, "number", display);
            say(phone, "type", if kind == "tel" { "voice" } else { kind });
            say(phone, "extension", channel.text("ext").unwrap_or_default());
            say(phone, "description", channel.text("label").unwrap_or_default());
            if free_id(kind, &used) != id {
                marks.insert((Table::Phone, id.to_owned()), id.to_owned());
            }
            used.push(id.to_owned());
            for (number, code) in channel.members("lang").enumerate() {
                let tag = format!("{}", 1000 * used.len() + number);
                let language = row(rows, Table::Language, &tag);
                language.set("code", code).set("of", &label(Table::Phone, id));
            }
        }
        if !published {
            for (number, schedule) in schedules(record, id).into_iter().enumerate() {
                let tag = format!("{id}:{number}");
                marks.insert((Table::Schedule, tag.clone()), id.to_owned());
                rows.insert((Table::Schedule, (number, tag)), schedule);
            }
        }
    }
    // What `x/` says of a telephone number belongs to the row of its channel.
    for id in used {
        let key = (Table::Phone, (usize::MAX, id.clone()));
        if let Some(extra) = rows.remove(&key)
            && let Some((_, phone)) = rows
                .iter_mut()
                .find(|((table, (number, tag)), _)| *table == Table::Phone && *number != usize::MAX && *tag == id)
        {
            for (name, text) in &extra.fields {
                phone.set(name, text);
            }
        }
    }
    marks
}

/// Schedule rows that say the hours of a channel, as far as HSDS can.
fn schedules(record: &Record, channel: &str) -> Vec<Row> {
    let get = |field: &str| record.text(&format!("ch/{channel}/{field}")).unwrap_or_default();
    let (canonical, raw) = (get("hours"), get("hours_raw"));
    if canonical.is_empty() && raw.is_empty() {
        return Vec::new();
    }
    let prose = if raw.is_empty() { canonical } else { raw };
    let clock = |minutes: u16| format!("{:02}:{:02}+09:00", minutes / 60, minutes % 60);
    let mut rows = Vec::new();
    for rule in osm_days::read(canonical).0 {
        for (opens, closes) in &rule.spans {
            let mut row = Row::made(Table::Schedule);
            let monthly = rule.days.iter().any(|day| day.nth != 0);
            let day = |day: &osm_days::Day| {
                let name = osm_days::DAYS.get(day.day).copied().unwrap_or_default().to_uppercase();
                if day.nth == 0 { name } else { format!("{}{name}", day.nth) }
            };
            row.set("freq", if monthly { "MONTHLY" } else { "WEEKLY" }).set("timezone", "9").set("description", prose);
            row.set("byday", &rule.days.iter().map(day).collect::<Vec<_>>().join(","));
            let closes = match (*opens, *closes) {
                (0, 1440) => 1439,
                (_, closes) if closes > 1440 => closes - 1440,
                (_, closes) => closes,
            };
            rows.push(row.set("opens_at", &clock(*opens)).set("closes_at", &clock(closes)).clone());
        }
    }
    if rows.is_empty() {
        rows.push(Row::made(Table::Schedule).set("description", prose).clone());
    }
    rows
}

/// Whether rows are those that an export of the channel would write.
pub(super) fn same_schedules(record: &Record, channel: &str, rows: &[&Row]) -> bool {
    let made = schedules(record, channel);
    let columns: Vec<&str> =
        Table::Schedule.columns().filter(|column| *column != "id" && !LINKS.contains(column)).collect();
    made.len() == rows.len()
        && made.iter().zip(rows).all(|(made, row)| columns.iter().all(|column| made.get(column) == row.get(column)))
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

/// Gives rows their ids and keys, leaves out what the schemas forbid, and writes our marks.
fn finish(
    record: &Record,
    service: &str,
    rows: Rows,
    marks: &BTreeMap<(Table, String), String>,
    avoid: &BTreeSet<String>,
) -> Vec<Row> {
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for ((table, (_, tag)), row) in &rows {
        let made = if *table == Table::Service { service.to_owned() } else { ids::made(service, *table, tag) };
        let usable = ids::is_uuid(row.id()) && !avoid.contains(row.id());
        let id = if *table != Table::Service && usable { row.id().to_owned() } else { made };
        if !row.id().is_empty() {
            renamed.insert(row.id().to_owned(), id.clone());
        }
        ids.insert(label(*table, tag), id);
    }
    let mut done = Vec::new();
    let mut notes = Vec::new();
    for ((table, (_, tag)), mut row) in rows {
        let own_label = label(table, &tag);
        let id = ids.get(&own_label).cloned().unwrap_or_default();
        let published = ids::is_uuid(row.id()) && !avoid.contains(row.id());
        row.set("id", &id);
        let owners = row.get("of").to_owned();
        let owners = if owners.is_empty() { default_owner(table).unwrap_or_default() } else { &owners };
        for owner in owners.split(' ').filter(|owner| !owner.is_empty()) {
            let Some((owner_id, owner_table)) =
                ids.get(owner).and_then(|id| Some((id, Table::of_name(owner.split('.').next()?)?.0)))
            else {
                continue;
            };
            match table {
                Table::Attribute => {
                    row.set("link_id", owner_id);
                    say(&mut row, "link_entity", owner_table.name());
                }
                Table::Metadata => {
                    row.set("resource_id", owner_id);
                    say(&mut row, "resource_type", owner_table.name());
                }
                _ => {
                    row.set(owner_table.key_field().unwrap_or("service_id"), owner_id);
                }
            }
        }
        row.set("of", "");
        let beside = ["contact_id", "service_at_location_id", "location_id", "organization_id"]
            .iter()
            .any(|field| !row.get(field).is_empty());
        if beside && table != Table::Service && table.columns().any(|column| column == "service_id") {
            row.set("service_id", service);
        }
        let links = || table.columns().filter(|column| LINKS.contains(column));
        if default_owner(table).is_some() && links().all(|column| row.get(column).is_empty()) {
            // HSDS has no place for it there.
            continue;
        }
        let key = |name: &str| ids.get(name).map_or("", String::as_str);
        match table {
            Table::Service => {
                row.set("organization_id", key("organization")).set("program_id", key("program"));
            }
            Table::ServiceAtLocation => {
                row.set("service_id", service).set("location_id", key("location"));
            }
            _ => {}
        }
        for field in ["taxonomy_term_id", "taxonomy_id", "parent_id"] {
            if let Some(id) = renamed.get(row.get(field)) {
                row.set(field, id);
            }
        }
        if let Some(mark) = marks
            .get(&(table, tag.clone()))
            .or((table == Table::RequiredDocument && record.text(&format!("bring/{tag}")).is_some()).then_some(&tag))
        {
            notes.extend(own::attribute(service, table, &id, own::PART, Some(&Scalar::Text(mark.clone()))));
        }
        row.fields.retain(|(name, text)| fits(table, name, text));
        if ids::by_content(table) && !published {
            let id = ids::of_content(&row);
            row.set("id", &id);
        }
        if table == Table::Location {
            say(&mut row, "location_type", "physical");
        }
        done.push(row);
    }
    done.extend(notes);
    done
}

/// Whether a text may stand in a field by the official schemas; what may not goes to an attribute.
fn fits(table: Table, field: &str, text: &str) -> bool {
    let one_of = |words: &[&str]| words.contains(&text);
    match field {
        "id" => true,
        "url" | "uri" | "website" | "term_uri" | "schedule_link"
            if !(table == Table::ServiceArea && field == "uri") =>
        {
            is_uri(text)
        }
        "email" | "assurer_email" => is_email(text),
        "last_modified" => chrono::DateTime::parse_from_rfc3339(text).is_ok(),
        "status" => one_of(&["active", "inactive", "defunct", "temporarily closed"]),
        "location_type" | "address_type" => one_of(&["physical", "postal", "virtual"]),
        "freq" => one_of(&["WEEKLY", "MONTHLY"]),
        "wkst" => one_of(&["MO", "TU", "WE", "TH", "FR", "SA", "SU"]),
        "extension" => {
            text == "0" || (!text.starts_with('0') && text.len() < 16 && text.bytes().all(|byte| byte.is_ascii_digit()))
        }
        _ if NUMBERS.contains(&field) => tree::number(text).is_some(),
        _ if field == "parent_organization_id"
            || owner_table(field).is_some()
            || LINKS.contains(&field)
            || field == "parent_id" =>
        {
            ids::is_uuid(text)
        }
        _ => true,
    }
}

fn is_uri(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c);
        let escapes = rest
            .split('%')
            .skip(1)
            .all(|after| after.len() >= 2 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit()));
        !host.is_empty()
            && host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
            && rest.chars().all(plain)
            && escapes
            && rest.matches('#').count() <= 1
    })
}

fn is_email(text: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && part
                .split('.')
                .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || "-_+".contains(c)))
    };
    text.split_once('@').is_some_and(|(name, host)| {
        plain(name)
            && name.len() <= 64
            && plain(host)
            && host.contains('.')
            && host.split('.').all(|word| !word.starts_with('-') && !word.ends_with('-') && !word.contains(['_', '+']))
    })
}
