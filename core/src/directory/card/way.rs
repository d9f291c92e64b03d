//! One way of reaching a record: whether it is on offer here, what it costs and what it asks of the person.

use crate::directory::answer::{Fee, Way};
use crate::model::{AreaCode, Channel, OpenState};

/// Whether a channel is on offer where the person is. A channel with a narrower area than its record is for that area
/// only, and is left out when nobody said where they are; any other goes where its record goes.
#[must_use]
pub fn is_offered(channel: &Channel<'_>, place: Option<&AreaCode>) -> bool {
    let own: Vec<AreaCode> = channel.members("area").filter_map(AreaCode::parse).collect();
    if own.is_empty() || own == channel.record.areas() {
        return true;
    }
    let within = |area: &AreaCode| {
        place.is_some_and(|place| area.covers(place) || (place.prefecture().is_some() && place.covers(area)))
    };
    own.iter().any(|area| *area == AreaCode::nationwide() || within(area))
}

/// Cost of a channel. Only calls and faxes have one; what the record does not say is not known.
#[must_use]
pub fn fee_of(channel: &Channel<'_>) -> Fee {
    if !matches!(channel.kind(), "tel" | "fax" | "sms" | "relay") {
        return Fee::NotACall;
    }
    match channel.text("fee") {
        Some("free") => Fee::Free,
        Some("caller") => Fee::Caller,
        Some("navi") => Fee::Navi,
        _ => Fee::Unknown,
    }
}

/// Whether a kind of channel needs a data connection.
#[must_use]
pub fn needs_data(kind: &str) -> bool {
    matches!(kind, "chat" | "line" | "mail" | "web" | "video")
}

/// Whether somebody is reached without speaking. A website is for reading: nobody answers there.
#[must_use]
pub fn needs_no_voice(kind: &str) -> bool {
    matches!(kind, "chat" | "line" | "mail" | "sms" | "fax" | "relay" | "video")
}

pub(super) fn way(channel: &Channel<'_>, state: OpenState) -> Way {
    let kind = channel.kind();
    Way {
        id: channel.id.to_owned(),
        kind: kind.to_owned(),
        state,
        fee: fee_of(channel),
        needs_data: needs_data(kind),
        no_voice: needs_no_voice(kind),
    }
}

/// Open before unknown before closed, a website after all; then what costs nothing.
pub(super) fn rank(way: &Way) -> (u8, u8) {
    let state = match way.state {
        _ if way.kind == "web" => 3,
        OpenState::Open { .. } => 0,
        OpenState::Unknown { .. } => 1,
        OpenState::Closed { .. } => 2,
    };
    let fee = match way.fee {
        Fee::Free | Fee::NotACall => 0,
        Fee::Caller | Fee::Unknown => 1,
        Fee::Navi => 2,
    };
    (state, fee)
}
