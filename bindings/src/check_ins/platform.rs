//! What the platform is asked for and tells, and what must stay silent.

use std::sync::Arc;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tsunagari_core::app::{self, Alarms, AppError, Setter};
use tsunagari_core::checkins::local;
use tsunagari_core::model::Rest;
use tsunagari_core::store;
use tsunagari_core::text::{Texts, plain};

use crate::time::utc;
use crate::{AlarmSetter, TsunagariError};

/// An alarm to set, and a notice to show when it comes.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SetAlarm {
    /// Its id for the platform.
    pub id: i64,
    /// When.
    pub at: SystemTime,
    /// Id of the check-in, for what is pressed in the notice; empty for the self-test.
    pub check_in: String,
    /// The words of the notice. They say nothing of what it is about; readings stand in brackets.
    pub text: String,
}

impl SetAlarm {
    pub(super) fn of(alarm: &store::SetAlarm, texts: &Texts) -> Self {
        let text = plain(&texts.get(&alarm.text), texts.language());
        Self { id: alarm.id, at: utc(alarm.at), check_in: alarm.rule.clone(), text }
    }
}

/// The alarms of a platform for the core.
pub(super) struct PlatformAlarms {
    pub(super) setter: Arc<dyn AlarmSetter>,
    pub(super) texts: Arc<Texts>,
}

impl Setter for PlatformAlarms {
    type Problem = TsunagariError;

    fn cancel(&self, id: i64) -> Result<(), TsunagariError> {
        self.setter.cancel(id)
    }

    fn set(&self, alarm: &store::SetAlarm) -> Result<(), TsunagariError> {
        self.setter.set(SetAlarm::of(alarm, &self.texts))
    }
}

/// What the platform tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Told {
    /// The phone has started again: nothing is set any more.
    Boot,
    /// The app was updated: nothing is set any more.
    Updated,
    /// The clock was changed.
    Clock,
    /// The zone was changed.
    Zone,
    /// The app may not speak any more: nothing is set any more.
    PermissionLost,
    /// The app may speak again.
    PermissionBack,
}

impl From<Told> for app::Told {
    fn from(told: Told) -> Self {
        match told {
            Told::Boot => Self::Boot,
            Told::Updated => Self::Updated,
            Told::Clock => Self::Clock,
            Told::Zone => Self::Zone,
            Told::PermissionLost => Self::PermissionLost,
            Told::PermissionBack => Self::PermissionBack,
        }
    }
}

/// What must stay silent.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Silence {
    /// First quiet minute of every day (`21:00`), by the clock where the person is.
    pub quiet_from: String,
    /// First minute that is not quiet any more (`09:00`); the same as `quiet_from` when none are quiet.
    pub quiet_to: String,
    /// 休む.
    pub rest: Resting,
    /// 一人でいたい: nothing asks about people.
    pub alone: bool,
    /// 今日はもういい: nothing more today.
    pub enough_today: bool,
    /// The platform lets the app speak, as far as it told.
    pub may_speak: bool,
}

/// 休む.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum Resting {
    /// Not resting.
    No,
    /// Until an instant.
    Until {
        /// When it ends.
        at: SystemTime,
    },
    /// Until the person says otherwise.
    UntilSaid,
}

impl Silence {
    pub(super) fn of(alarms: &Alarms, now: DateTime<Utc>, zone: Tz) -> Result<Self, AppError> {
        let silence = alarms.silence()?;
        let rest = match silence.rest {
            Rest::Until(at) if at > now => Resting::Until { at: utc(at) },
            Rest::Open => Resting::UntilSaid,
            Rest::No | Rest::Until(_) => Resting::No,
        };
        Ok(Self {
            quiet_from: silence.quiet.from.to_string(),
            quiet_to: silence.quiet.to.to_string(),
            rest,
            alone: silence.alone,
            enough_today: silence.enough == Some(local(now, zone).0),
            may_speak: alarms.may_speak()?,
        })
    }
}

/// How the self-test went. Nothing is promised beyond what was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
pub enum SelfTest {
    /// None was begun.
    NotBegun,
    /// The platform does not let the app speak.
    NoPermission,
    /// Not yet time, or within what a late alarm may take.
    Waiting {
        /// When it should come.
        at: SystemTime,
    },
    /// It came.
    Came {
        /// Seconds after the time that was asked for, 0 or more.
        late_seconds: i64,
    },
    /// It did not come: this phone may hold notices back.
    NotCame {
        /// When it should have come.
        at: SystemTime,
    },
}

impl From<app::SelfTest> for SelfTest {
    fn from(result: app::SelfTest) -> Self {
        match result {
            app::SelfTest::None => Self::NotBegun,
            app::SelfTest::NoPermission => Self::NoPermission,
            app::SelfTest::Waiting { at } => Self::Waiting { at: utc(at) },
            app::SelfTest::Came { late_seconds } => Self::Came { late_seconds },
            app::SelfTest::NotCame { at } => Self::NotCame { at: utc(at) },
        }
    }
}
