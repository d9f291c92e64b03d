//! Telephone numbers, hours and languages as HSDS rows.

use std::collections::BTreeMap;

use super::super::child::free_id;
use super::super::extras::label;
use super::super::osm_days;
use super::super::row::Row;
use super::super::table::{LINKS, Table};
use super::{Rows, row, say};
use crate::model::Record;

/// Telephone numbers, hours and languages. Gives the part of the record that each such row stands for.
pub(super) fn fill_channels(record: &Record, rows: &mut Rows) -> BTreeMap<(Table, String), String> {
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
pub(in crate::directory::hsds) fn same_schedules(record: &Record, channel: &str, rows: &[&Row]) -> bool {
    let made = schedules(record, channel);
    let columns: Vec<&str> =
        Table::Schedule.columns().filter(|column| *column != "id" && !LINKS.contains(column)).collect();
    made.len() == rows.len()
        && made.iter().zip(rows).all(|(made, row)| columns.iter().all(|column| made.get(column) == row.get(column)))
}
