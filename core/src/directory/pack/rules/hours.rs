//! Hours: unknown rather than wrong.

use super::{Found, Rule};
use crate::hours::{Holidays, Schedule};

pub(super) fn check(found: &mut Found<'_>, holidays: &Holidays) {
    for channel in found.record.channels() {
        let key = |field: &str| format!("ch/{}/{field}", channel.id);
        let stated = ["hours", "hours_raw", "hours_state", "hours_conf", "hours_doubt"];
        if channel.kind() == "web" {
            let none = stated.iter().all(|field| channel.text(field).is_none());
            found.unless(none, key("hours"), Rule::WebsiteWithHours);
            continue;
        }
        let (state, confidence) = (channel.text("hours_state"), channel.text("hours_conf"));
        if let Some(hours) = channel.text("hours") {
            if let Err(error) = Schedule::compile(hours, channel.text("hours_doubt"), holidays) {
                found.add(key("hours"), Rule::HoursNotReadable(error.to_string()));
            }
            found.unless(confidence != Some("low"), key("hours"), Rule::HoursOfLowConfidence);
            let complete = matches!(state, Some("parsed" | "partial"))
                && confidence.is_some()
                && channel.text("hours_raw").is_some();
            found.unless(complete, key("hours"), Rule::HoursIncomplete);
        } else {
            found.unless(!matches!(state, Some("parsed" | "partial")), key("hours_state"), Rule::HoursIncomplete);
        }
    }
}
