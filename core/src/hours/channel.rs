//! The open state of one way of reaching a record.

use chrono::NaiveDateTime;

use super::{Holidays, ParseState, Schedule};
use crate::model::{Channel, OpenState, Unknown};

/// Whether a channel is open at an instant of Japanese local time. A website is never open.
#[must_use]
pub fn channel_state(channel: &Channel<'_>, now: NaiveDateTime, holidays: &Holidays) -> OpenState {
    match stated_hours(channel) {
        Err(why) => OpenState::Unknown { why },
        Ok((canonical, doubt)) => Schedule::compile(canonical, doubt, holidays)
            .map_or(OpenState::Unknown { why: Unknown::NotUnderstood }, |schedule| schedule.at(now)),
    }
}

/// The hours that can be relied on, and their doubt, ready to be compiled; for a caller that compiles each pair once.
///
/// # Errors
/// Why there are none.
pub fn stated_hours<'a>(channel: &Channel<'a>) -> Result<(&'a str, Option<&'a str>), Unknown> {
    if channel.kind() == "web" {
        return Err(Unknown::NotStated);
    }
    let canonical = channel.text("hours");
    let stated = canonical.is_some() || channel.text("hours_raw").is_some();
    match channel.text("hours_state").and_then(|word| word.parse::<ParseState>().ok()) {
        Some(ParseState::Absent) => return Err(Unknown::NotStated),
        Some(ParseState::Unparsed) => return Err(Unknown::NotUnderstood),
        Some(ParseState::Parsed | ParseState::Partial) | None => {}
    }
    let Some(canonical) = canonical else {
        return Err(if stated { Unknown::NotUnderstood } else { Unknown::NotStated });
    };
    if !matches!(channel.text("hours_conf"), None | Some("high" | "medium" | "medium-high")) {
        return Err(Unknown::NotAssured);
    }
    let partial = channel.text("hours_state") == Some(ParseState::Partial.as_str());
    Ok((canonical, channel.text("hours_doubt").or(if partial { Some("24/7") } else { None })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Record;

    fn state(fields: &[(&str, &str)]) -> OpenState {
        let holidays = Holidays::from_toml(include_str!("../../national/holidays.toml")).unwrap();
        let mut record = Record::new("r");
        record.set("name", "窓口").set("ch/a/kind", "tel");
        for (key, value) in fields {
            record.set(format!("ch/a/{key}"), *value);
        }
        let channels = record.channels();
        channel_state(&channels[0], "2026-11-24T10:30:00".parse().unwrap(), &holidays)
    }

    #[test]
    fn stated_hours_answer() {
        assert!(state(&[("hours", "Mo-Fr 09:00-17:00"), ("hours_state", "parsed")]).is_open());
        assert!(state(&[("hours", "Mo-Fr 12:00-17:00"), ("hours_conf", "medium")]).is_closed());
    }

    #[test]
    fn a_website_is_never_open() {
        let got = state(&[("kind", "web"), ("hours", "24/7")]);
        assert_eq!(got, OpenState::Unknown { why: Unknown::NotStated });
    }

    #[test]
    fn each_reason_for_not_knowing_is_told() {
        for (fields, why) in [
            (vec![], Unknown::NotStated),
            (vec![("hours_raw", "不定期")], Unknown::NotUnderstood),
            (vec![("hours_raw", "不定期"), ("hours_state", "unparsed")], Unknown::NotUnderstood),
            (vec![("hours_state", "absent")], Unknown::NotStated),
            (vec![("hours", "24/7"), ("hours_conf", "low")], Unknown::NotAssured),
            (vec![("hours", "24/7"), ("hours_conf", "low-medium")], Unknown::NotAssured),
            (vec![("hours", "いつでも")], Unknown::NotUnderstood),
            (vec![("hours", "24/7"), ("hours_state", "partial")], Unknown::PartlyUnderstood),
            (vec![("hours", "24/7"), ("hours_state", "partial"), ("hours_doubt", "Tu")], Unknown::PartlyUnderstood),
        ] {
            assert_eq!(state(&fields), OpenState::Unknown { why }, "{fields:?}");
        }
    }
}
