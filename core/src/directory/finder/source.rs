//! The finder as people write it: core/national/finder.toml.

use serde::{Deserialize, Serialize};

use super::FinderError;
use crate::directory::answer::Filters;
use crate::directory::card::needs_no_voice;
use crate::model::{Record, Words};

/// A way through the finder.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// Id of the question with the concerns.
    pub concern: String,
    /// Ids of questions, asked a page at a time.
    pub pages: Vec<Vec<String>>,
    /// Record kinds it shows; empty means all.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Ids of records it never shows.
    #[serde(default)]
    pub skip: Vec<String>,
    /// What it is called.
    pub name: Words,
    /// What stands above the first page.
    pub intro: Words,
}

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Any number of the options.
    Many,
    /// One of the options.
    One,
    /// One of the concerns that were ticked.
    First,
    /// A place.
    Area,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its id.
    pub id: String,
    /// How it is answered.
    pub kind: Kind,
    /// What is asked.
    pub text: Words,
    /// Headings of its options.
    #[serde(default, rename(deserialize = "group", serialize = "groups"))]
    pub groups: Vec<Group>,
    /// What can be answered.
    #[serde(default, rename(deserialize = "option", serialize = "options"))]
    pub options: Vec<Opt>,
}

impl Question {
    /// An option by its id.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&Opt> {
        self.options.iter().find(|option| option.id == id)
    }
}

/// A heading over options.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Words,
}

/// An answer that can be given.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Opt {
    /// Its id within the question.
    pub id: String,
    /// The heading it stands under.
    #[serde(default)]
    pub group: Option<String>,
    /// Its words; the reader fills in the name of its first need.
    #[serde(default)]
    pub text: Option<Words>,
    /// Needs it speaks of.
    #[serde(default)]
    pub need: Vec<String>,
    /// What it rules out.
    #[serde(default)]
    pub filter: Wish,
    /// The form it leads over to.
    #[serde(default)]
    pub form: Option<String>,
}

/// What answers rule out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Wish {
    /// Known to be open now.
    pub open_now: bool,
    /// Costs nothing.
    pub free: bool,
    /// A place where one can have a part.
    pub role_place: bool,
    /// Any of these ways.
    pub channels: Vec<String>,
    /// Age of the person it is for.
    pub age: Option<u8>,
}

impl Wish {
    pub(super) fn add_to(&self, filters: &mut Filters) {
        filters.open_now |= self.open_now;
        filters.free |= self.free;
        filters.role_place |= self.role_place;
        for channel in &self.channels {
            if !filters.channels.contains(channel) {
                filters.channels.push(channel.clone());
            }
        }
        filters.no_voice = !filters.channels.is_empty() && filters.channels.iter().all(|kind| needs_no_voice(kind));
        filters.age = filters.age.or(self.age);
    }
}

/// A rule that is written out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its id, shown as the reason.
    pub id: String,
    /// The form it belongs to; `None` means any.
    #[serde(default)]
    pub form: Option<String>,
    /// `question/option` that must all be ticked.
    #[serde(default)]
    pub when: Vec<String>,
    /// At least one of these, if there are any.
    #[serde(default)]
    pub any: Vec<String>,
    /// None of these.
    #[serde(default)]
    pub unless: Vec<String>,
    /// Needs it adds.
    #[serde(default)]
    pub need: Vec<String>,
    /// How heavy they are at least, 1 to 1000; by default a little less than what was ticked.
    #[serde(default)]
    pub weight: Option<u16>,
    /// Records it puts first.
    #[serde(default)]
    pub record: Vec<String>,
    /// Records it leaves out.
    #[serde(default)]
    pub skip: Vec<String>,
    /// What it rules out.
    #[serde(default)]
    pub filter: Wish,
    /// Why, in words.
    pub text: Words,
}

/// Something to read before any line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Its id.
    pub id: String,
    /// The form it belongs to.
    pub form: String,
    /// Its heading.
    pub title: Words,
    /// What it says.
    pub text: Words,
}

/// A step smaller than calling.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SmallStep {
    /// Its id.
    pub id: String,
    /// It leaves something on the phone.
    #[serde(default)]
    pub keep: bool,
    /// It speaks of a part that not every record has.
    #[serde(default)]
    pub of: Option<PartOf>,
    /// What it is.
    pub text: Words,
}

impl SmallStep {
    /// Whether a record has what it speaks of.
    pub(super) fn fits(&self, record: &Record) -> bool {
        match self.of {
            Some(PartOf::Call) => record.channels().iter().any(|channel| channel.text("kind") == Some("tel")),
            Some(PartOf::Opening) => !record.parts("opening").is_empty(),
            None => true,
        }
    }
}

/// A part of a record that a step speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartOf {
    /// What happens when one calls.
    Call,
    /// Words to begin with.
    Opening,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    #[serde(rename = "form")]
    pub(super) forms: Vec<Form>,
    #[serde(rename = "question")]
    pub(super) questions: Vec<Question>,
    #[serde(rename = "rule", default)]
    pub(super) rules: Vec<Rule>,
    #[serde(default)]
    pub(super) guide: Vec<Guide>,
    #[serde(default)]
    pub(super) small: Vec<SmallStep>,
}

impl Source {
    pub(super) fn read(text: &str) -> Result<Self, FinderError> {
        toml::from_str(text).map_err(|error| FinderError::unreadable(&error))
    }
}
