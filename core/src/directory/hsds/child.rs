//! Channels of a record: telephone numbers, mail, web, the place itself; each with its hours.

use std::collections::BTreeMap;

use super::country::Country;
use super::extras::Labels;
use super::package::Package;
use super::row::Row;
use super::table::Table;
use super::{Rule, clean, outward, own, phone, schedule};
use crate::model::Record;

/// What building a record looks at.
pub(super) struct Parts<'a> {
    pub(super) package: &'a Package,
    /// All rows of the record, in order.
    pub(super) rows: Vec<(usize, &'a Row)>,
    pub(super) country: Country,
    pub(super) today: Option<&'a str>,
    /// Which part of a record our export wrote a row for.
    pub(super) marks: BTreeMap<usize, &'a str>,
}

impl<'a> Parts<'a> {
    pub(super) fn of(&self, table: Table) -> impl Iterator<Item = (usize, &'a Row)> {
        self.rows.iter().filter(move |(_, row)| row.table == table).copied()
    }

    /// What our attributes say of rows, and of the record.
    pub(super) fn own_attributes(&self) -> Vec<(&'a str, &'a Row)> {
        self.of(Table::Attribute).filter_map(|(_, row)| own::code(self.package, row).map(|code| (code, row))).collect()
    }
}

/// Reads telephone numbers into channels. Gives the channel of each row that became one.
pub(super) fn phones(
    record: &mut Record,
    parts: &Parts<'_>,
    mut note: impl FnMut(Rule, usize, &str),
) -> (BTreeMap<usize, String>, Vec<(usize, &'static str)>) {
    let mut channels = BTreeMap::new();
    let mut taken = Vec::new();
    let mut used: Vec<String> = Vec::new();
    for (at, row) in parts.of(Table::Phone) {
        let number = phone::read(row.get("number"), parts.country, |rule| note(rule, at, "number"));
        if number.display.is_empty() {
            continue;
        }
        let kind = match row.get("type").trim().to_ascii_lowercase().as_str() {
            "fax" => "fax",
            "text" | "sms" => "sms",
            "video" => "video",
            _ => "tel",
        };
        let id = parts.marks.get(&at).map_or_else(|| free_id(kind, &used), |id| (*id).to_owned());
        let key = |field: &str| format!("ch/{id}/{field}");
        record.set(key("kind"), kind).set(key("display"), number.display.as_str());
        record.set(key("order"), i64::try_from(used.len() + 1).unwrap_or(i64::MAX));
        if !number.dial.is_empty() {
            record
                .set(key("dial"), number.dial.as_str())
                .set(key("conf"), "medium")
                .set(key("type"), phone::kind(&number.dial));
        }
        if number.display == row.get("number") {
            taken.push((at, "number"));
        }
        if kind == row.get("type") || (kind == "tel" && row.get("type") == "voice") {
            taken.push((at, "type"));
        }
        let stated = row.get("extension").trim();
        let extension = if stated.is_empty() { number.extension.as_str() } else { stated };
        record.set(key("ext"), extension);
        taken.push((at, "extension"));
        record.set(key("label"), clean::text(row.get("description"), |rule| note(rule, at, "description")));
        taken.push((at, "description"));
        used.push(id.clone());
        channels.insert(at, id);
    }
    (channels, taken)
}

pub(super) fn free_id(kind: &str, used: &[String]) -> String {
    (1..)
        .map(|n| if n == 1 { kind.to_owned() } else { format!("{kind}{n}") })
        .find(|id| !used.contains(id))
        .unwrap_or_default()
}

/// Languages with a code, on the channels they belong to.
pub(super) fn languages(
    record: &mut Record,
    parts: &Parts<'_>,
    channels: &BTreeMap<usize, String>,
    labels: &mut Labels,
) {
    let all: Vec<String> = record.parts("ch").into_iter().filter(|id| *id != "web").map(str::to_owned).collect();
    for (at, row) in parts.of(Table::Language) {
        let code = row.get("code").trim().to_ascii_lowercase();
        let plain = (2..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_lowercase());
        if !plain {
            continue;
        }
        let phone = parts.package.find(Table::Phone, row.get("phone_id")).and_then(|phone| channels.get(&phone));
        let on: Vec<String> = match phone {
            Some(channel) => vec![channel.clone()],
            None if !row.get("location_id").is_empty() && row.get("service_id").is_empty() => {
                all.iter().filter(|id| *id == "visit").cloned().collect()
            }
            None => all.clone(),
        };
        for channel in &on {
            record.add(&format!("ch/{channel}/lang"), &code);
        }
        if phone.is_some()
            && code == row.get("code")
            && row.get("service_id").is_empty()
            && row.get("location_id").is_empty()
        {
            labels.take(at, "code");
            labels.take(at, "phone_id");
            if row.get("name").is_empty() && row.get("note").is_empty() {
                labels.take_row(at);
            }
        }
    }
}

/// Hours on the channels they belong to: the place if there is one, else every telephone number.
pub(super) fn hours(
    record: &mut Record,
    parts: &Parts<'_>,
    channels: &BTreeMap<usize, String>,
    labels: &mut Labels,
    mut note: impl FnMut(Rule, usize, &str),
) {
    let mut by_channel: BTreeMap<String, Vec<(usize, &Row)>> = BTreeMap::new();
    let visit = record.text("ch/visit/kind").is_some();
    for (at, row) in parts.of(Table::Schedule) {
        let on: Vec<String> = match parts.marks.get(&at) {
            Some(mark) => vec![(*mark).to_owned()],
            None if visit => vec!["visit".to_owned()],
            None => {
                channels.values().filter(|id| record.text(&format!("ch/{id}/kind")) == Some("tel")).cloned().collect()
            }
        };
        for channel in on {
            by_channel.entry(channel).or_default().push((at, row));
        }
    }
    for (channel, rows) in by_channel {
        let own = rows.iter().all(|(at, _)| parts.marks.contains_key(at));
        let plain: Vec<&Row> = rows.iter().map(|(_, row)| *row).collect();
        let read = schedule::read(&plain, own, parts.country, parts.today, |rule, row, field| {
            let at = rows.iter().find(|(_, known)| std::ptr::eq(*known, row)).map_or(0, |(at, _)| *at);
            note(rule, at, field);
        });
        let key = |field: &str| format!("ch/{channel}/{field}");
        if read.state == crate::hours::ParseState::Absent {
            continue;
        }
        record.set(key("hours_state"), read.state.as_str()).set(key("hours_raw"), read.raw.as_str());
        record.set(key("hours"), read.canonical.clone().unwrap_or_default());
        record.set(key("hours_doubt"), read.doubt.clone().unwrap_or_default());
        if !read.here && read.canonical.is_some() {
            record.set(key("hours_conf"), "low");
        }
        if own && outward::same_schedules(record, &channel, &plain) {
            for (at, _) in &rows {
                labels.take_row(*at);
            }
        }
    }
}
