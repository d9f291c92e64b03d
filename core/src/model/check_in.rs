//! Check-ins as plain data: the rules a person made, what happened to them, and the alarms that follow.

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike as _, Utc, Weekday};

/// A minute on the wall clock, 0 (midnight) to 1439.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MinuteOfDay(u16);

impl MinuteOfDay {
    /// Minutes of a day.
    pub const DAY: u16 = 24 * 60;

    /// From minutes after midnight; `None` from 1440 on.
    #[must_use]
    pub const fn new(minutes: u16) -> Option<Self> {
        if minutes < Self::DAY { Some(Self(minutes)) } else { None }
    }

    /// From `7:30` or `07:30`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        NaiveTime::parse_from_str(text, "%H:%M").ok().map(Self::of)
    }

    /// The minute that a time falls in.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a time of day has fewer than 1440 minutes")]
    pub fn of(time: NaiveTime) -> Self {
        Self((time.hour() * 60 + time.minute()) as u16)
    }

    /// Minutes after midnight.
    #[must_use]
    pub const fn minutes(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for MinuteOfDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// Days of the week, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days(u8);

impl Days {
    /// Every day.
    pub const ALL: Self = Self(0x7f);

    /// From bits, Monday lowest; `None` when no day or more than seven are set.
    #[must_use]
    pub const fn from_bits(bits: u8) -> Option<Self> {
        if bits == 0 || bits > Self::ALL.0 { None } else { Some(Self(bits)) }
    }

    /// Bits, Monday lowest.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }

    /// Whether a day is in the set.
    #[must_use]
    pub const fn has(self, day: Weekday) -> bool {
        self.0 >> day.num_days_from_monday() & 1 == 1
    }
}

/// What a check-in asks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// How one feels.
    Feeling,
    /// Contact with somebody. 一人でいたい silences it.
    People,
    /// A text of one's own, at most [`Rule::LONGEST_TEXT`] characters.
    Own(String),
}

/// One reminder that a person made. There is none until somebody asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Drawn at random once, never reused; 1 to 64 characters.
    pub id: String,
    /// What it asks about.
    pub about: About,
    /// On which days of the week.
    pub days: Days,
    /// Earliest minute of the window.
    pub from: MinuteOfDay,
    /// Latest minute of the window; not before `from`.
    pub to: MinuteOfDay,
    /// Silent when something was logged in the last so many hours; 0 means never silent for that.
    pub unless_logged_hours: u8,
    /// How often もっと少なく was chosen.
    pub rarer: u8,
    /// First day.
    pub since: NaiveDate,
    /// Whether it is on.
    pub on: bool,
}

impl Rule {
    /// Most rules; a platform keeps 64 alarms.
    pub const MOST: usize = 32;
    /// Longest text of one's own, in characters.
    pub const LONGEST_TEXT: usize = 200;
    /// Longest `unless_logged_hours`: a week.
    pub const LONGEST_UNLESS: u8 = 168;
}

/// Why a rule cannot be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The text of one's own is empty or too long: its length in characters.
    #[error("a text of one's own has 1 to {max} characters, not {0}", max = Rule::LONGEST_TEXT)]
    Text(usize),
    /// The window ends before it begins.
    #[error("the window ends before it begins")]
    Window,
    /// Too many hours.
    #[error("at most {max} hours", max = Rule::LONGEST_UNLESS)]
    Unless,
    /// The whole window lies in quiet hours.
    #[error("the whole window lies in quiet hours, so it would never speak")]
    OnlyQuiet,
    /// There are enough.
    #[error("there are {max} check-ins already", max = Rule::MOST)]
    TooMany,
}

/// What happened to a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The platform showed it.
    Fired,
    /// The person answered.
    Answered,
    /// The person swiped it away.
    Dismissed,
    /// あとで, until an instant.
    Snoozed(DateTime<Utc>),
}

/// Something that happened to a check-in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// The rule.
    pub rule: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub what: What,
}

/// The one switch 休む.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rest {
    /// Not resting.
    #[default]
    No,
    /// Until an instant.
    Until(DateTime<Utc>),
    /// Until the person says otherwise.
    Open,
}

impl Rest {
    /// Whether everything is silent at an instant.
    #[must_use]
    pub fn covers(self, at: DateTime<Utc>) -> bool {
        match self {
            Self::No => false,
            Self::Until(end) => at < end,
            Self::Open => true,
        }
    }
}

/// Hours in which nothing speaks, on the wall clock of wherever the person is. Equal ends mean none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// First quiet minute.
    pub from: MinuteOfDay,
    /// First minute that is not quiet any more.
    pub to: MinuteOfDay,
}

impl Default for Quiet {
    /// 21:00 to 09:00.
    fn default() -> Self {
        Self { from: MinuteOfDay(21 * 60), to: MinuteOfDay(9 * 60) }
    }
}

impl Quiet {
    /// Whether a minute is quiet.
    #[must_use]
    pub fn covers(self, minute: MinuteOfDay) -> bool {
        if self.from <= self.to {
            self.from <= minute && minute < self.to
        } else {
            minute >= self.from || minute < self.to
        }
    }
}

/// What a person chose about silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Silence {
    /// Hours of every day.
    pub quiet: Quiet,
    /// 休む.
    pub rest: Rest,
    /// 一人でいたい: nothing asks about people.
    pub alone: bool,
    /// 今日はもういい, on this day.
    pub enough: Option<NaiveDate>,
}

/// One alarm that the platform is asked to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// The same for the same rule and day in every plan.
    pub id: i64,
    /// The rule it comes from.
    pub rule: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why then.
    pub reason: Why,
}

/// Why an alarm is where it is, as data; `text` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Why {
    /// Every how many of the rule's days it comes; 1 is each of them.
    pub every: u16,
    /// How many before it will have stayed unanswered. Never shown as a count.
    pub unanswered: u16,
    /// It was put off to here by あとで.
    pub snoozed: bool,
    /// Quiet hours or a change of the clocks moved it.
    pub moved: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_go_round_midnight() {
        let quiet = Quiet::default();
        let at = |text| MinuteOfDay::parse(text).unwrap();
        assert!(quiet.covers(at("21:00")) && quiet.covers(at("00:00")) && quiet.covers(at("08:59")));
        assert!(!quiet.covers(at("09:00")) && !quiet.covers(at("20:59")));
        let none = Quiet { from: at("07:00"), to: at("07:00") };
        assert!(!none.covers(at("07:00")));
    }

    #[test]
    fn a_time_that_no_clock_shows_is_refused() {
        assert!(MinuteOfDay::parse("24:00").is_none());
        assert!(MinuteOfDay::new(1440).is_none());
        assert_eq!(MinuteOfDay::parse("7:05").unwrap().to_string(), "07:05");
        assert!(Days::from_bits(0).is_none() && Days::from_bits(128).is_none());
    }
}
