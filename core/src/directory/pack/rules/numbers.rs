//! Numbers are safe or absent.

use super::{Found, Rule};
use crate::model::Channel;

/// Marks that put a record where somebody in danger looks first.
const FLAGS: [&str; 3] = ["crisis_first", "chain", "emergency_row"];

pub(super) fn check(found: &mut Found<'_>) {
    let record = found.record;
    let channels = record.channels();
    for channel in &channels {
        let key = |field: &str| format!("ch/{}/{field}", channel.id);
        found.unless(channel.text("kind").is_some(), key("kind"), Rule::Missing);
        let Some(dial) = channel.text("dial") else { continue };
        let sure = matches!(channel.text("conf"), Some("high" | "medium"));
        found.unless(sure, key("conf"), Rule::UnsureNumber);
        let same =
            !dial.is_empty() && dial == digits(dial) && channel.text("display").map(digits).as_deref() == Some(dial);
        found.unless(same, key("dial"), Rule::DialNotDisplay);
        for field in ["type", "fee"] {
            found.unless(channel.text(field).is_some(), key(field), Rule::Missing);
        }
        beside(found, channel, dial);
    }
    for flag in FLAGS.into_iter().filter(|flag| record.is(flag)) {
        let reachable = channels.iter().any(is_high);
        let numbers_high = channels.iter().filter(|channel| channel.text("dial").is_some()).all(is_high);
        found.unless(reachable && numbers_high, flag, Rule::FlagNeedsHigh(flag));
    }
    for id in record.parts("menu") {
        let named = record.text(&format!("menu/{id}/ch")).unwrap_or_default().to_owned();
        let there = channels.iter().any(|channel| channel.id == named);
        found.unless(there, format!("menu/{id}/ch"), Rule::NoChannel(named));
    }
}

/// Old telephones cannot dial `#`.
fn beside(found: &mut Found<'_>, channel: &Channel<'_>, dial: &str) {
    let key = format!("ch/{}/beside", channel.id);
    match channel.text("beside") {
        Some("none") => {}
        Some(other) => {
            let there =
                channel.record.text(&format!("ch/{other}/dial")).is_some_and(|ordinary| !ordinary.starts_with('#'));
            found.unless(there, key, Rule::NoChannel(other.to_owned()));
        }
        None => found.unless(!dial.starts_with('#'), key, Rule::NothingBeside),
    }
}

fn is_high(channel: &Channel<'_>) -> bool {
    channel.text("conf") == Some("high")
}

/// What is dialled; a remark in full-width brackets may follow the number.
fn digits(shown: &str) -> String {
    let number = shown.split_once('（').map_or(shown, |(number, _)| number);
    number.chars().filter(|c| c.is_ascii_digit() || *c == '#').collect()
}
