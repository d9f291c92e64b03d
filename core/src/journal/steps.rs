//! One small step after a heavy entry (core/journal/steps.toml), only for who asks.

use std::sync::LazyLock;

use chrono::Timelike;
use serde::{Deserialize, Serialize};

use super::DataError;
use crate::model::{Mood, Words};

/// Hours that count as night.
const NIGHT: [std::ops::Range<u32>; 2] = [0..6, 21..24];

static CARRIED: LazyLock<Result<File, DataError>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../journal/steps.toml"))
        .map_err(|error| DataError { file: "steps.toml", detail: error.to_string() })
});

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    step: Vec<Source>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    id: String,
    hours: Hours,
    labels: Vec<String>,
    text: Words,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Hours {
    Any,
    Day,
    Night,
}

/// Why this step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It goes with a feeling of the entry; its code.
    Label(String),
    /// It is night, and it makes no noise.
    Night,
    /// It needs nothing and takes a moment.
    Small,
}

/// A small step. It asks for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// Id.
    pub id: String,
    /// What it is.
    pub text: Words,
    /// Why this one.
    pub why: Why,
}

/// A step for an entry: one that goes with a feeling of it first, then one for the hour. The same entry always gets the
/// same.
///
/// # Errors
/// [`DataError`] when the program is damaged.
pub fn step(mood: &Mood) -> Result<Option<Step>, DataError> {
    let file = CARRIED.as_ref().map_err(Clone::clone)?;
    let hour = mood.at.hour();
    let now = if NIGHT.iter().any(|hours| hours.contains(&hour)) { Hours::Night } else { Hours::Day };
    let fits: Vec<&Source> =
        file.step.iter().filter(|step| matches!(step.hours, Hours::Any) || step.hours == now).collect();
    let felt = |step: &&Source| step.labels.iter().find(|label| mood.labels.contains(*label)).cloned();
    let with: Vec<(&Source, Why)> =
        fits.iter().filter_map(|step| felt(step).map(|label| (*step, Why::Label(label)))).collect();
    let all = || fits.iter().map(|step| (*step, if step.hours == Hours::Night { Why::Night } else { Why::Small }));
    let chosen = if with.is_empty() { all().collect() } else { with };
    let place = mood.id.0.iter().fold(0, |sum, byte| sum + usize::from(*byte)).checked_rem(chosen.len());
    let step = place.and_then(|place| chosen.into_iter().nth(place));
    Ok(step.map(|(step, why)| Step { id: step.id.clone(), text: step.text.clone(), why }))
}
