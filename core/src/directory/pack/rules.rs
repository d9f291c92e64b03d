//! What a core record must keep to before it ships. Each rule is a reason somebody could be hurt by.

mod facts;
mod hours;
mod numbers;
mod provenance;
mod texts;

use std::collections::BTreeSet;

use crate::hours::Holidays;
use crate::model::{AreaCode, Record};

/// A record that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("record “{record}”: key “{key}”: {rule}")]
pub struct Broken {
    /// The record.
    pub record: String,
    /// The key.
    pub key: String,
    /// The rule.
    pub rule: Rule,
}

/// The rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    /// A number below medium confidence, or without any.
    #[error("a number ships only with conf high or medium")]
    UnsureNumber,
    /// A flag that needs sure numbers.
    #[error("a record marked `{0}` needs conf high on every number, and at least one way to reach it")]
    FlagNeedsHigh(&'static str),
    /// Digits other than those shown, or no digits.
    #[error("dial and display do not name the same number")]
    DialNotDisplay,
    /// A # number that stands alone.
    #[error("a # number names the channel of an ordinary number in `beside`, or says `none`")]
    NothingBeside,
    /// A channel that is not there.
    #[error("there is no channel “{0}”")]
    NoChannel(String),
    /// Low confidence with a canonical form.
    #[error("hours of low confidence answer unknown: leave `hours` out and keep `hours_raw`")]
    HoursOfLowConfidence,
    /// A website with hours.
    #[error("a website has no hours")]
    WebsiteWithHours,
    /// Canonical hours that nobody vouches for, or whose raw text is missing.
    #[error("hours need hours_raw, hours_state parsed or partial, and hours_conf")]
    HoursIncomplete,
    /// A canonical form that cannot be evaluated.
    #[error("these hours cannot be read: {0}")]
    HoursNotReadable(String),
    /// A yes or no without a source.
    #[error("this needs a source of this record that was opened or has a date")]
    Unsourced,
    /// A window that ends before it begins.
    #[error("the window ends before it begins, or has no end")]
    Window,
    /// A language is missing.
    #[error("this needs ja, ja-easy and en")]
    LanguageMissing,
    /// Who compared it, when, and for how long it holds.
    #[error("every record needs assured_date, assured_by and half_life_days")]
    NotAssured,
    /// No source at all.
    #[error("every record needs a source")]
    NoSource,
    /// A need that is not in needs.toml.
    #[error("needs.toml has no such need")]
    UnknownNeed,
    /// Not an area code.
    #[error("this is not an area code, or its check digit is wrong")]
    UnknownArea,
    /// DV class among the first for suicidal feelings.
    #[error("a record with a trace warning cannot be crisis_first")]
    TraceFirst,
    /// Ages the wrong way round.
    #[error("min_age is above max_age, or negative")]
    Ages,
    /// Something every record has.
    #[error("this is missing")]
    Missing,
}

/// What records refer to.
#[derive(Debug)]
pub struct Surroundings {
    /// The ids of needs.toml.
    pub needs: BTreeSet<String>,
    /// The holidays that hours speak of.
    pub holidays: Holidays,
}

/// Checks a record against all rules.
#[must_use]
pub fn check(record: &Record, around: &Surroundings) -> Vec<Broken> {
    let mut found = Found { record, broken: Vec::new() };
    shape(&mut found, &around.needs);
    provenance::check(&mut found);
    numbers::check(&mut found);
    hours::check(&mut found, &around.holidays);
    facts::check(&mut found);
    texts::check(&mut found);
    found.broken
}

/// What was found so far in one record.
struct Found<'a> {
    record: &'a Record,
    broken: Vec<Broken>,
}

impl Found<'_> {
    fn add(&mut self, key: impl Into<String>, rule: Rule) {
        self.broken.push(Broken { record: self.record.id.clone(), key: key.into(), rule });
    }

    fn unless(&mut self, holds: bool, key: impl Into<String>, rule: Rule) {
        if !holds {
            self.add(key, rule);
        }
    }
}

fn shape(found: &mut Found<'_>, needs: &BTreeSet<String>) {
    let record = found.record;
    for key in ["kind", "class", "status", "name_kana"] {
        found.unless(record.text(key).is_some(), key, Rule::Missing);
    }
    for set in ["topic", "best"] {
        for need in record.members(set).filter(|need| !needs.contains(*need)) {
            found.add(format!("{set}/{need}"), Rule::UnknownNeed);
        }
    }
    found.unless(record.members("area").next().is_some(), "area", Rule::Missing);
    let areas =
        record.fields.keys().filter(|key| key.starts_with("area/") || key.starts_with("ch/") && key.contains("/area/"));
    for key in areas {
        let code = key.rsplit('/').next().unwrap_or_default();
        found.unless(AreaCode::parse(code).is_some(), key, Rule::UnknownArea);
    }
    found.unless(!(record.is("trace_warning") && record.is("crisis_first")), "crisis_first", Rule::TraceFirst);
    let (youngest, oldest) = (record.int("min_age").unwrap_or(0), record.int("max_age").unwrap_or(i64::MAX));
    found.unless((0..=oldest).contains(&youngest), "min_age", Rule::Ages);
}
