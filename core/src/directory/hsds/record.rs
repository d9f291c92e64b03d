//! One record from the rows of a group.

use std::collections::BTreeMap;

use super::child::{self, Parts};
use super::clean;
use super::country;
use super::extras::Labels;
use super::group::Group;
use super::ids;
use super::own;
use super::package::Package;
use super::row::Row;
use super::table::Table;
use super::{Rule, place};
use crate::directory::confidential::{ConfidentialError, Storable, names_a_shelter};
use crate::directory::import::{service_kind, shrink};
use crate::model::Record;

/// How records are built.
#[derive(Debug, Clone, Copy)]
pub(super) struct How<'a> {
    /// Our attributes may claim what only the national pack may say.
    pub(super) trusted: bool,
    pub(super) today: Option<&'a str>,
}

/// Why rows make no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotBuilt {
    NoName,
    /// Its name says where a shelter is: nothing of it is kept.
    Hidden,
}

/// Builds a record.
pub(super) fn build(
    package: &Package,
    group: &Group,
    how: How<'_>,
    mut note: impl FnMut(Rule, usize, &str),
) -> Result<Record, NotBuilt> {
    let numbers: Vec<usize> = [group.service, group.at_location, group.location, group.organization]
        .into_iter()
        .flatten()
        .chain(group.parts.iter().copied())
        .collect();
    let rows: Vec<(usize, &Row)> = numbers.iter().filter_map(|at| package.row(*at).map(|row| (*at, row))).collect();
    let plain: Vec<&Row> = rows.iter().map(|(_, row)| *row).collect();
    let mut parts = Parts { package, rows, country: country::of(&plain), today: how.today, marks: BTreeMap::new() };
    let own_attributes = parts.own_attributes();
    for (_, row) in own_attributes.iter().filter(|(code, _)| *code == own::PART) {
        let about =
            Table::of_name(row.get("link_entity")).and_then(|(table, _)| package.find(table, row.get("link_id")));
        let value = row.get("value");
        if let Some(at) = about.filter(|_| !value.contains(['/', '@', '.'])) {
            parts.marks.insert(at, value);
        }
    }
    let root = group.root().ok_or(NotBuilt::NoName)?;
    let get = |at: Option<usize>, field: &str| at.and_then(|at| package.row(at)).map_or("", |row| row.get(field));
    let mut record = Record::new(String::new());
    let mut taken: Vec<(usize, &'static str)> = Vec::new();

    let name_row = [group.service, group.location, group.organization]
        .into_iter()
        .flatten()
        .find(|at| !get(Some(*at), "name").trim().is_empty())
        .ok_or(NotBuilt::NoName)?;
    record.set("class", "listing");
    record.set("name", clean::text(get(Some(name_row), "name"), |rule| note(rule, name_row, "name")));
    taken.push((name_row, "name"));
    let filed = parts.of(Table::TaxonomyTerm).filter(|(_, row)| !own::is_ours(package, row));
    let terms: Vec<&str> = filed.map(|(_, row)| row.get("name")).collect();
    let is = service_kind(record.name(), &terms);
    record.set("category", is.category);
    for topic in is.topics {
        record.add("topic", topic);
    }
    if let Some((service, row)) = group.service.and_then(|at| Some((at, package.row(at)?))) {
        texts(&mut record, row, service, &mut taken, &mut note);
    } else if let Some(location) = group.location {
        record.set(
            "summary",
            clean::text(get(Some(location), "description"), |rule| note(rule, location, "description")),
        );
        taken.push((location, "description"));
        record.set("status", "unknown");
    }
    if let Some(organization) = group.organization.filter(|at| *at != name_row) {
        record.set("operator", clean::text(get(Some(organization), "name"), |rule| note(rule, organization, "name")));
        taken.push((organization, "name"));
    }
    let placed = fill_place(&mut record, &parts, group, &mut taken, &mut note);

    let (channels, phone_fields) = child::phones(&mut record, &parts, &mut note);
    taken.extend(phone_fields);
    let mut order = i64::try_from(channels.len()).unwrap_or(0);
    let mail = [(group.service, "email", true), (group.organization, "email", false)];
    for (at, field, says_all) in mail {
        let text = get(at, field).trim();
        if text.contains('@') && record.text("ch/mail/kind").is_none() {
            order += 1;
            record.set("ch/mail/kind", "mail").set("ch/mail/email", text).set("ch/mail/order", order);
            taken.extend(at.filter(|_| says_all).map(|at| (at, field)));
        }
    }
    for (at, field, says_all) in [
        (group.service, "url", true),
        (group.location, "url", false),
        (group.organization, "website", false),
        (group.organization, "url", false),
    ] {
        let text = get(at, field).trim();
        if (text.starts_with("http://") || text.starts_with("https://")) && record.text("ch/web/kind").is_none() {
            order += 1;
            record.set("ch/web/kind", "web").set("ch/web/url", text).set("ch/web/order", order);
            taken.extend(at.filter(|_| says_all).map(|at| (at, field)));
        }
    }
    if placed {
        record.set("ch/visit/kind", "visit").set("ch/visit/order", order + 1);
    }
    let kind = if placed {
        "place"
    } else if channels.is_empty() && record.text("ch/web/kind").is_some() {
        "site"
    } else {
        "desk"
    };
    record.set("kind", kind);

    let mut labels = Labels::of(package, &numbers, &channels);
    for (at, field) in taken {
        labels.take(at, field);
    }
    child::languages(&mut record, &parts, &channels, &mut labels);
    child::hours(&mut record, &parts, &channels, &mut labels, &mut note);
    required_documents(&mut record, &parts, &mut labels);
    areas(&mut record, &parts, &mut labels);

    // Who it is.
    let (service_id, location_id) = (get(group.service, "id"), get(group.location, "id"));
    record.id = match group.service {
        Some(_) if group.one_of_many => ids::record(Table::Service, &[service_id, location_id]),
        Some(_) if usable(service_id) => ids::record(Table::Service, &[service_id]),
        None if usable(location_id) => ids::record(Table::Location, &[location_id]),
        _ => ids::of_nameless(package.row(root).ok_or(NotBuilt::NoName)?, record.text("address").unwrap_or_default()),
    };
    let stated_id = own_attributes.iter().find(|(code, _)| *code == own::ID).map(|(_, row)| row.get("value"));
    let ours = stated_id.is_some_and(|id| ids::service_of(id) == service_id);
    if labels.fill(&mut record, package, service_id) {
        note(Rule::TextCut, root, "");
    }
    if !ours && !service_id.is_empty() && usable(service_id) {
        record.set("x/service.id", service_id);
    } else if ours {
        record.fields.remove("x/service.id");
    }

    let names = [get(group.service, "name"), get(group.service, "alternate_name"), get(group.location, "name")]
        .map(str::to_owned);
    let hidden = names.iter().map(String::as_str).chain(terms.iter().copied()).any(names_a_shelter);
    if hidden {
        record.set("confidential", true).set("trace_warning", true);
    }
    own::apply(&mut record, &own_attributes, how.trusted, |rule, _| note(rule, root, "attributes"));
    if record.is("confidential") {
        note(Rule::Confidential, root, "");
        record = hide(record).ok_or(NotBuilt::Hidden)?;
    }
    if record.tidy() {
        note(Rule::HiddenCharacter, root, "");
    }
    shrink(&mut record, || note(Rule::RecordTooLarge, root, ""));
    Ok(record)
}

fn usable(id: &str) -> bool {
    !id.is_empty() && !id.starts_with('\u{1}')
}

/// Texts of a service.
fn texts(
    record: &mut Record,
    row: &Row,
    at: usize,
    taken: &mut Vec<(usize, &'static str)>,
    note: &mut impl FnMut(Rule, usize, &str),
) {
    for (field, key) in
        [("description", "summary"), ("eligibility_description", "target"), ("application_process", "how")]
    {
        record.set(key, clean::text(row.get(field), |rule| note(rule, at, field)));
        taken.push((at, field));
    }
    let alias = row.get("alternate_name").trim();
    if !alias.is_empty() && alias.len() <= 300 && !alias.chars().any(char::is_control) {
        record.add("alias", alias);
        taken.push((at, "alternate_name"));
    }
    let status = match row.get("status").trim().to_ascii_lowercase().as_str() {
        "active" => Some("active"),
        "inactive" => Some("inactive"),
        "defunct" => None,
        "temporarily closed" => Some("temporarily_closed"),
        "" => {
            note(Rule::StatusEmpty, at, "status");
            Some("unknown")
        }
        _ => {
            note(Rule::StatusOther, at, "status");
            None
        }
    };
    let other = if row.get("status").eq_ignore_ascii_case("defunct") { "inactive" } else { "unknown" };
    record.set("status", status.unwrap_or(other));
    if status.is_some() {
        taken.push((at, "status"));
    }
    for (field, key) in [("minimum_age", "min_age"), ("maximum_age", "max_age")] {
        let text = row.get(field).trim();
        match text.trim_end_matches(".0").parse::<i64>() {
            Ok(age) if (0..=130).contains(&age) => {
                record.set(key, age);
                taken.push((at, field));
            }
            _ if text.is_empty() => {}
            _ => note(Rule::AgeNotWhole, at, field),
        }
    }
    let date = row.get("assured_date").trim();
    if date.len() == 10 && chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok() {
        record.set("assured_date", date);
        taken.push((at, "assured_date"));
    } else if !date.is_empty() {
        note(Rule::DateNotIso, at, "assured_date");
    }
}

/// Address, position and access. Says whether there is somewhere to go.
fn fill_place(
    record: &mut Record,
    parts: &Parts<'_>,
    group: &Group,
    taken: &mut Vec<(usize, &'static str)>,
    note: &mut impl FnMut(Rule, usize, &str),
) -> bool {
    // The postal address of an organisation is nowhere to go.
    let physical =
        |row: &Row| !matches!(row.get("address_type"), "postal" | "virtual") && !row.get("location_id").is_empty();
    let addresses: Vec<(usize, &Row)> = parts.of(Table::Address).collect();
    if let Some((at, row)) = addresses.iter().find(|(_, row)| physical(row)) {
        let (text, exact) = place::join(row, parts.country);
        record.set("address", clean::text(&text, |rule| note(rule, *at, "address_1")));
        record.set("postal", row.get("postal_code").trim());
        if exact && text == record.text("address").unwrap_or_default() {
            taken.extend(
                ["state_province", "city", "address_1", "country", "postal_code", "address_type"]
                    .map(|field| (*at, field)),
            );
        }
        if row.get("postal_code").trim().is_empty() {
            note(Rule::PostalEmpty, *at, "postal_code");
        }
    }
    let Some((at, location)) = group.location.and_then(|at| parts.package.row(at).map(|row| (at, row))) else {
        return record.text("address").is_some();
    };
    if let Some((lat, lon)) = place::position(location, |rule, field| note(rule, at, field)) {
        record.set("lat_e6", lat).set("lon_e6", lon);
        taken.extend([(at, "latitude"), (at, "longitude")]);
    }
    record.set("access", clean::text(location.get("transportation"), |rule| note(rule, at, "transportation")));
    taken.push((at, "transportation"));
    if location.get("name").trim() == record.name() {
        taken.push((at, "name"));
    }
    if matches!(location.get("location_type"), "" | "physical") {
        taken.push((at, "location_type"));
    }
    !matches!(location.get("location_type"), "virtual" | "postal")
        && (record.text("address").is_some()
            || record.int("lat_e6").is_some()
            || location.get("location_type") == "physical")
}

fn required_documents(record: &mut Record, parts: &Parts<'_>, labels: &mut Labels) {
    for (at, row) in parts.of(Table::RequiredDocument) {
        if let Some(mark) = parts.marks.get(&at) {
            record.set(format!("bring/{mark}"), row.get("document"));
            labels.take_row(at);
        }
    }
}

/// Areas that our export wrote.
fn areas(record: &mut Record, parts: &Parts<'_>, labels: &mut Labels) {
    for (at, row) in parts.of(Table::ServiceArea) {
        let code = row.get("extent");
        if row.get("extent_type") == super::outward::AREA_TYPE && crate::model::AreaCode::parse(code).is_some() {
            record.add("area", code);
            labels.take_row(at);
        }
    }
}

/// Takes away everything that says where a shelter is.
fn hide(mut record: Record) -> Option<Record> {
    record.fields.retain(|key, _| !key.starts_with("ch/visit/") && !key.starts_with("x/"));
    if record.text("kind") == Some("place") {
        record.set("kind", "desk");
    }
    loop {
        match Storable::imported(record.clone()) {
            Ok(storable) => return Some(storable.into_record()),
            Err(ConfidentialError::Key(key) | ConfidentialError::Text(key)) if key != "name" => {
                record.fields.remove(&key)?;
            }
            Err(_) => return None,
        }
    }
}
