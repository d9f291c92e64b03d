//! What a desk has against it, in the language of the screen.

use super::{refusal, system_problem};
use crate::app::desk::DeskError;
use crate::directory::publish::PublishError;
use crate::model::{MAX_RECORD_BYTES, RecordError};
use crate::text::{Argument, Texts};

/// Why a desk did not do what was asked, and what an editor can do about it.
#[must_use]
pub fn desk_problem(error: &DeskError, texts: &Texts) -> String {
    let path = |path: &std::path::Path| Argument::from(path.display().to_string());
    let text = |id: &str, text: &str| texts.with(id, &[("text", text.into())]);
    match error {
        DeskError::NotADesk(at) => texts.with("desk-none", &[("path", path(at))]),
        DeskError::IsADesk(at) => texts.with("desk-there", &[("path", path(at))]),
        DeskError::File { path: at, problem } => {
            texts.with("error-read", &[("path", path(at)), ("problem", system_problem(problem, texts).into())])
        }
        DeskError::Write { path: at, problem } => {
            texts.with("error-write", &[("path", path(at)), ("problem", system_problem(problem, texts).into())])
        }
        DeskError::Torn { path: at, .. } => texts.with("desk-torn", &[("path", path(at))]),
        DeskError::Field(written) => text("desk-field", written),
        DeskError::Unfit(RecordError::TooLarge { id, bytes }) => {
            let limit = MAX_RECORD_BYTES.to_string();
            let size = [("text", id.as_str().into()), ("bytes", bytes.to_string().into()), ("limit", limit.into())];
            texts.with("desk-record-large", &size)
        }
        DeskError::Unfit(RecordError::NoName(id)) => text("desk-record-nameless", id),
        DeskError::Unfit(RecordError::NoId) => text("desk-record-nameless", ""),
        DeskError::SaysTwoThings(at) => texts.with("desk-two-things", &[("path", path(at))]),
        DeskError::MayNot(key) => text("desk-may-not", key),
        DeskError::NoKey(name) => text("desk-no-key", name),
        DeskError::KeyThere(name) => text("desk-key-there", name),
        DeskError::Passphrase(name) => text("desk-passphrase", name),
        DeskError::NoDesk(name) => text("desk-no-desk", name),
        DeskError::TooFewWriters(name) => text("desk-too-few-writers", name),
        DeskError::NoRecord(id) => texts.with("error-not-found", &[("id", id.as_str().into())]),
        DeskError::Record { id, why } => {
            texts.with("desk-record", &[("id", id.as_str().into()), ("problem", why.as_str().into())])
        }
        DeskError::Day(day) => text("pack-day", day),
        DeskError::Name(name) => text("desk-name", name),
        DeskError::Publish(PublishError::NothingNew(seq)) => text("desk-nothing-new", &seq.to_string()),
        DeskError::Publish(PublishError::TooFewKeys { .. }) => texts.get("desk-too-few-keys"),
        DeskError::Refused(why) => text("desk-refused", &refusal(why, texts)),
        DeskError::Import(error) => error.say(texts),
        DeskError::Shard { shard, why } => {
            texts.with("desk-shard", &[("text", shard.as_str().into()), ("problem", why.to_string().into())])
        }
        DeskError::NoNumber
        | DeskError::Form(_)
        | DeskError::Charter(_)
        | DeskError::Crypto(_)
        | DeskError::Publish(_) => text("desk-other", &error.to_string()),
    }
}
