//! Arguments of `remind`.

use chrono_tz::Tz;
use clap::{Subcommand, ValueEnum};
use tsunagari_core::app::Told;
use tsunagari_core::model::{Days, MinuteOfDay, Quiet};

use super::KeptArgs;

/// Arguments of `remind`.
#[derive(Debug, clap::Args)]
pub(crate) struct RemindArgs {
    /// What to do; without anything, the list.
    #[command(subcommand)]
    pub(crate) command: Option<RemindCommand>,
    /// Zone of the phone, by its IANA name.
    #[arg(long, global = true, value_name = "ZONE", default_value = "Asia/Tokyo", value_parser = zone)]
    pub(crate) zone: Tz,
    /// How it opens.
    #[command(flatten)]
    pub(crate) kept: KeptArgs,
}

/// Commands of `remind`.
#[derive(Debug, Subcommand)]
pub(crate) enum RemindCommand {
    /// Make a check-in.
    Add {
        /// What it asks about.
        #[arg(long, value_name = "WHAT", default_value = "feeling")]
        about: AboutWord,
        /// A text of your own instead.
        #[arg(long, value_name = "TEXT", conflicts_with = "about")]
        text: Option<String>,
        /// Days, such as mon,wed or 月水; every day without it.
        #[arg(long, value_name = "DAYS", value_parser = days)]
        days: Option<Days>,
        /// Earliest time.
        #[arg(long, value_name = "TIME", default_value = "10:00", value_parser = minute)]
        from: MinuteOfDay,
        /// Latest time.
        #[arg(long, value_name = "TIME", default_value = "20:00", value_parser = minute)]
        to: MinuteOfDay,
        /// Silent when something was logged in the last so many hours.
        #[arg(long, value_name = "HOURS", default_value_t = 12, value_parser = clap::value_parser!(u8).range(0..=168))]
        unless_logged: u8,
    },
    /// All check-ins, and what stays silent.
    List,
    /// Take one away.
    Remove {
        /// Its id, or the beginning of it.
        #[arg(value_name = "ID")]
        rule: String,
    },
    /// What a platform would set.
    Next {
        /// Keep that it was set.
        #[arg(long)]
        done: bool,
    },
    /// Why each comes when it comes.
    Why,
    /// 休む: everything silent.
    Rest {
        /// For so many days; else until you say otherwise.
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=3650))]
        days: Option<u16>,
        /// No more of it.
        #[arg(long, conflicts_with = "days")]
        off: bool,
    },
    /// 今日はもういい: nothing more today.
    Enough,
    /// もっと少なく.
    Less {
        /// Its id, or the beginning of it.
        #[arg(value_name = "ID")]
        rule: String,
    },
    /// あとで.
    Later {
        /// Its id, or the beginning of it.
        #[arg(value_name = "ID")]
        rule: String,
        /// In so many minutes.
        #[arg(long, value_name = "N", default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..=1440))]
        minutes: u16,
    },
    /// Hours in which nothing speaks.
    Quiet {
        /// Such as 21:00-09:00.
        #[arg(value_name = "HOURS", value_parser = quiet)]
        hours: Quiet,
    },
    /// 一人でいたい: nothing asks about people.
    Alone {
        /// On or off.
        #[arg(value_name = "SWITCH")]
        switch: Switch,
    },
    /// Whether reminders come on this device.
    SelfTest {
        /// Begin a new one.
        #[arg(long)]
        begin: bool,
    },
    /// What a platform tells: an event, or what happened to an alarm.
    Told {
        /// The event.
        #[arg(value_name = "EVENT")]
        event: Event,
        /// The alarm that fired, or the check-in that was answered or swiped away.
        #[arg(value_name = "ID")]
        id: Option<String>,
    },
}

/// What a check-in asks about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AboutWord {
    /// How one feels.
    Feeling,
    /// Contact with somebody.
    People,
}

/// On or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    /// On.
    On,
    /// Off.
    Off,
}

/// What a platform tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Event {
    /// The phone has started again.
    Boot,
    /// The app was updated.
    Updated,
    /// The clock was changed.
    Clock,
    /// The zone was changed.
    Zone,
    /// It may not speak any more.
    PermissionLost,
    /// It may speak again.
    PermissionBack,
    /// An alarm came.
    Fired,
    /// A check-in was answered.
    Answered,
    /// A check-in was swiped away.
    Dismissed,
}

impl Event {
    /// What the platform tells of itself.
    pub(crate) const fn told(self) -> Option<Told> {
        match self {
            Self::Boot => Some(Told::Boot),
            Self::Updated => Some(Told::Updated),
            Self::Clock => Some(Told::Clock),
            Self::Zone => Some(Told::Zone),
            Self::PermissionLost => Some(Told::PermissionLost),
            Self::PermissionBack => Some(Told::PermissionBack),
            Self::Fired | Self::Answered | Self::Dismissed => None,
        }
    }
}

fn zone(text: &str) -> Result<Tz, String> {
    text.parse().map_err(|_| "write it like Asia/Tokyo".to_owned())
}

fn minute(text: &str) -> Result<MinuteOfDay, String> {
    MinuteOfDay::parse(text).ok_or_else(|| "write it like 9:30".to_owned())
}

fn quiet(text: &str) -> Result<Quiet, String> {
    let ends = text.split_once(['-', '~', '～', '〜', '–']);
    let both = ends.and_then(|(from, to)| Some((MinuteOfDay::parse(from.trim())?, MinuteOfDay::parse(to.trim())?)));
    both.map(|(from, to)| Quiet { from, to }).ok_or_else(|| "write it like 21:00-09:00".to_owned())
}

/// Days by their English beginnings with commas, or by their kanji.
fn days(text: &str) -> Result<Days, String> {
    let kanji = |c| "月火水木金土日".chars().position(|day| day == c);
    let english =
        |word: &str| word.trim().parse::<chrono::Weekday>().ok().map(|day| day.num_days_from_monday() as usize);
    let found: Option<Vec<usize>> = if text.chars().all(|c| kanji(c).is_some()) {
        text.chars().map(kanji).collect()
    } else {
        text.split(',').map(english).collect()
    };
    let bits = found.map(|days| days.into_iter().fold(0_u8, |bits, day| bits | 1 << day));
    bits.and_then(Days::from_bits).ok_or_else(|| "write it like mon,wed or 月水".to_owned())
}
