//! Check-ins as a person made them, and when they come.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tsunagari_core::app::{NewRule, say::why};
use tsunagari_core::model::{About, Alarm, Days, MinuteOfDay, Rule};
use tsunagari_core::text::Texts;

use crate::TsunagariError;
use crate::time::utc;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Weekday {
    /// 月曜日.
    Monday,
    /// 火曜日.
    Tuesday,
    /// 水曜日.
    Wednesday,
    /// 木曜日.
    Thursday,
    /// 金曜日.
    Friday,
    /// 土曜日.
    Saturday,
    /// 日曜日.
    Sunday,
}

impl Weekday {
    const ALL: [(Self, chrono::Weekday); 7] = [
        (Self::Monday, chrono::Weekday::Mon),
        (Self::Tuesday, chrono::Weekday::Tue),
        (Self::Wednesday, chrono::Weekday::Wed),
        (Self::Thursday, chrono::Weekday::Thu),
        (Self::Friday, chrono::Weekday::Fri),
        (Self::Saturday, chrono::Weekday::Sat),
        (Self::Sunday, chrono::Weekday::Sun),
    ];

    fn of(days: Days) -> Vec<Self> {
        Self::ALL.into_iter().filter(|(_, day)| days.has(*day)).map(|(day, _)| day).collect()
    }

    fn together(days: &[Self]) -> Option<Days> {
        Days::from_bits(days.iter().fold(0, |bits, day| bits | 1 << *day as u8))
    }
}

/// What a check-in asks about.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Enum)]
pub enum CheckInAbout {
    /// How one feels.
    Feeling,
    /// Contact with somebody; 一人でいたい silences it.
    People,
    /// Something in words of one's own.
    Own {
        /// The words, 1 to 200 characters.
        text: String,
    },
}

impl From<About> for CheckInAbout {
    fn from(about: About) -> Self {
        match about {
            About::Feeling => Self::Feeling,
            About::People => Self::People,
            About::Own(text) => Self::Own { text },
        }
    }
}

impl From<CheckInAbout> for About {
    fn from(about: CheckInAbout) -> Self {
        match about {
            CheckInAbout::Feeling => Self::Feeling,
            CheckInAbout::People => Self::People,
            CheckInAbout::Own { text } => Self::Own(text),
        }
    }
}

/// What a person says of a check-in. It comes at another moment of the window each day.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckInRule {
    /// What it asks about.
    pub about: CheckInAbout,
    /// On which days, at least one; the order does not matter.
    pub days: Vec<Weekday>,
    /// Earliest time, `00:00` to `23:59`, by the clock where the person is.
    pub from: String,
    /// Latest time, not before `from`. The window must not lie wholly in quiet hours.
    pub to: String,
    /// Silent when something was logged in the last so many hours, 0 to 168; 0 for never.
    pub unless_logged_hours: u8,
}

impl CheckInRule {
    pub(super) fn checked(self) -> Result<NewRule, TsunagariError> {
        let Self { about, days, from, to, unless_logged_hours } = self;
        Ok(NewRule {
            about: about.into(),
            days: Weekday::together(&days).ok_or_else(|| TsunagariError::invalid("days"))?,
            from: minute("from", &from)?,
            to: minute("to", &to)?,
            unless_logged_hours,
        })
    }
}

/// A check-in that a person made.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct CheckIn {
    /// Its id.
    pub id: String,
    /// What the person said of it.
    pub rule: CheckInRule,
    /// What it asks, in words.
    pub text: String,
    /// How often もっと少なく was chosen, 0 to 255. It is not shown as a count.
    pub rarer: u8,
    /// The day from which on it comes (`2026-11-22`).
    pub since: String,
    /// Whether it is switched on.
    pub on: bool,
}

impl CheckIn {
    pub(super) fn of(rule: Rule, texts: &Texts) -> Self {
        let text = match &rule.about {
            About::Feeling => texts.get("remind-feeling"),
            About::People => texts.get("remind-people"),
            About::Own(text) => text.clone(),
        };
        let said = CheckInRule {
            about: rule.about.into(),
            days: Weekday::of(rule.days),
            from: rule.from.to_string(),
            to: rule.to.to_string(),
            unless_logged_hours: rule.unless_logged_hours,
        };
        Self { id: rule.id, rule: said, text, rarer: rule.rarer, since: rule.since.to_string(), on: rule.on }
    }
}

/// A check-in that will come.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PlannedCheckIn {
    /// Id of its alarm; the same in every plan.
    pub id: i64,
    /// Id of the check-in.
    pub check_in: String,
    /// When.
    pub at: SystemTime,
    /// The same where the person is (`2026-11-22T15:04:00+09:00`).
    pub local: String,
    /// Why then, in words.
    pub why: String,
}

impl PlannedCheckIn {
    pub(super) fn of(alarm: Alarm, zone: Tz, texts: &Texts) -> Self {
        let (why, local) = (why(&alarm.reason, texts), local(alarm.at, zone));
        Self { id: alarm.id, check_in: alarm.rule, at: utc(alarm.at), local, why }
    }
}

fn local(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).to_rfc3339()
}

/// A time of day as `07:30`.
pub(super) fn minute(field: &str, text: &str) -> Result<MinuteOfDay, TsunagariError> {
    MinuteOfDay::parse(text).ok_or_else(|| TsunagariError::invalid(field))
}
