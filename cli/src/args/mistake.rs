//! What was typed wrongly, in the language of the answer, with the next step.

use std::error::Error as _;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use tsunagari_core::text::Texts;

/// A mistake in sentences, one a line; `command` is the command that was meant.
pub(crate) fn mistake(error: &Error, texts: &Texts, command: &str) -> String {
    let mut lines = vec![what(error, texts)];
    let near: Vec<String> = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .flat_map(|kind| all(error, kind))
        .collect();
    if !near.is_empty() {
        lines.push(texts.with("usage-perhaps", &[("words", near.join(", ").into())]));
    }
    let taken = all(error, ContextKind::ValidValue);
    if !taken.is_empty() && error.kind() == ErrorKind::InvalidValue {
        lines.push(texts.with("usage-values", &[("values", taken.join(", ").into())]));
    }
    lines.push(texts.with("usage-next", &[("command", format!("{command} --help").into())]));
    lines.join("\n")
}

fn what(error: &Error, texts: &Texts) -> String {
    let arg = name(&one(error, ContextKind::InvalidArg));
    let about = |id: &str| texts.with(id, &[("arg", arg.as_str().into())]);
    match error.kind() {
        ErrorKind::UnknownArgument => about("usage-argument"),
        ErrorKind::InvalidSubcommand => {
            texts.with("usage-command", &[("arg", one(error, ContextKind::InvalidSubcommand).into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => value(error, texts, &arg),
        ErrorKind::MissingRequiredArgument => {
            let missing: Vec<String> = all(error, ContextKind::InvalidArg);
            texts.with("usage-required", &[("args", missing.join(", ").into())])
        }
        ErrorKind::ArgumentConflict => {
            let other = name(&one(error, ContextKind::PriorArg));
            if other == arg {
                return about("usage-twice");
            }
            texts.with("usage-together", &[("arg", arg.as_str().into()), ("other", other.into())])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => about("usage-count"),
        ErrorKind::InvalidUtf8 => texts.get("usage-characters"),
        _ => texts.get("usage-other"),
    }
}

/// A value that does not fit, or that is not there.
fn value(error: &Error, texts: &Texts, arg: &str) -> String {
    let value = one(error, ContextKind::InvalidValue);
    if value.is_empty() {
        return texts.with("usage-value-missing", &[("arg", arg.into())]);
    }
    if matches!(arg, "--now" | "--at") {
        return texts.with("error-now", &[("text", value.into())]);
    }
    let source = error.source().map(ToString::to_string).unwrap_or_default();
    let range = source.rsplit_once(' ').and_then(|(_, range)| range.split_once("..="));
    if let Some((least, most)) = range {
        let said = [("name", arg.into()), ("least", least.into()), ("most", most.into())];
        return texts.with("error-limit", &said);
    }
    let mut said = texts.with("usage-value", &[("arg", arg.into()), ("value", value.into())]);
    if arg == "--lang" {
        said = format!("{said}\n{}", texts.with("usage-values", &[("values", "ja, ja-easy, en".into())]));
    }
    said
}

/// `--area` of `--area <AREA>`; anything else as it is.
fn name(arg: &str) -> String {
    if arg.starts_with('-') { arg.split([' ', '=']).next().unwrap_or(arg).to_owned() } else { arg.to_owned() }
}

fn one(error: &Error, kind: ContextKind) -> String {
    all(error, kind).into_iter().next().unwrap_or_default()
}

fn all(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}
