//! Check-ins: what a person asked for, what must stay silent, and the alarms of the platform.

mod platform;
mod rule;

use std::sync::Arc;
use std::time::SystemTime;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tsunagari_core::app::{Changed, NewRule};
use tsunagari_core::model::{self, Quiet, Rule, What};

pub use platform::{Resting, SelfTest, SetAlarm, Silence, Told};
pub use rule::{CheckIn, CheckInAbout, CheckInRule, PlannedCheckIn, Weekday};

use crate::time::utc;
use crate::{AlarmSetter, Device, TsunagariError};
use platform::PlatformAlarms;
use rule::minute;

/// Check-ins and what must stay silent. There is none before somebody asks for it.
///
/// What can be pressed in a notice takes the setter and works with the lock on. After anything else has changed (also
/// the mood log, and after a backup was restored), [`CheckIns::apply`] has the platform follow.
#[derive(uniffi::Object)]
pub struct CheckIns {
    pub(crate) device: Arc<Device>,
}

#[uniffi::export]
impl CheckIns {
    /// All check-ins.
    ///
    /// # Errors
    /// [`TsunagariError::Locked`], [`TsunagariError::NothingKept`].
    pub fn list(&self) -> Result<Vec<CheckIn>, TsunagariError> {
        let all = |rules: Vec<Rule>, texts: &_| rules.into_iter().map(|rule| CheckIn::of(rule, texts)).collect();
        self.device.kept(|_, kept, words| Ok(all(kept.rules()?, words.texts)))
    }

    /// Makes a check-in, from today on.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `days`, `from`, `to`, `text`, `window`, `quiet` (the window lies wholly in quiet
    /// hours), `unless_logged_hours`, or `count` when there are 32 already; nothing was made.
    pub fn add(&self, rule: CheckInRule) -> Result<CheckIn, TsunagariError> {
        let (new, (now, zone), texts) = (rule.checked()?, self.moment()?, self.device.texts());
        self.device.change(Changed::CheckIns, |_, kept| Ok(CheckIn::of(kept.add_rule(new, now, zone)?, &texts)))
    }

    /// Changes a check-in.
    ///
    /// # Errors
    /// As [`CheckIns::add`], and [`TsunagariError::NotFound`]; nothing was changed.
    pub fn change(&self, id: String, rule: CheckInRule) -> Result<(), TsunagariError> {
        let NewRule { about, days, from, to, unless_logged_hours } = rule.checked()?;
        let changed = |rule| Rule { about, days, from, to, unless_logged_hours, ..rule };
        self.device.change(Changed::CheckIns, |_, kept| kept.put_rule(&changed(kept.rule(&id)?)))
    }

    /// Switches a check-in on or off.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`]; [`TsunagariError::Invalid`] with `quiet` when its window lies in quiet hours by now.
    pub fn switch_on(&self, id: String, on: bool) -> Result<(), TsunagariError> {
        self.device.change(Changed::CheckIns, |_, kept| kept.put_rule(&Rule { on, ..kept.rule(&id)? }))
    }

    /// Takes a check-in away.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`].
    pub fn remove(&self, id: String) -> Result<(), TsunagariError> {
        self.device.change(Changed::CheckIns, |_, kept| kept.remove_rule(&id))
    }

    /// What will come, soonest first, and why then. A check-in of which nothing stands here stays silent as things are.
    ///
    /// # Errors
    /// [`TsunagariError::Locked`], [`TsunagariError::NothingKept`].
    pub fn planned(&self) -> Result<Vec<PlannedCheckIn>, TsunagariError> {
        let (now, zone) = self.moment()?;
        self.device.kept(|_, kept, words| {
            Ok(kept.plan(now, zone)?.into_iter().map(|alarm| PlannedCheckIn::of(alarm, zone, words.texts)).collect())
        })
    }

    /// What must stay silent; also with the lock on.
    ///
    /// # Errors
    /// [`TsunagariError::NothingKept`].
    pub fn silence(&self) -> Result<Silence, TsunagariError> {
        let (now, zone) = self.moment()?;
        self.device.with(|device| Ok(device.alarms(|alarms| Silence::of(alarms, now, zone))?))
    }

    /// Sets the hours of every day in which nothing speaks (`21:00`, `09:00`); the same time twice for none.
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `from` or `to`, [`TsunagariError::Locked`].
    pub fn set_quiet_hours(&self, from: String, to: String) -> Result<(), TsunagariError> {
        let quiet = Quiet { from: minute("from", &from)?, to: minute("to", &to)? };
        self.hush(|silence| model::Silence { quiet, ..silence })
    }

    /// 一人でいたい: nothing asks about people, until it is off again.
    ///
    /// # Errors
    /// [`TsunagariError::Locked`].
    pub fn set_alone(&self, alone: bool) -> Result<(), TsunagariError> {
        self.hush(|silence| model::Silence { alone, ..silence })
    }

    /// 休む: everything is silent for so many days (1 to 3650), or with `None` until [`CheckIns::end_rest`].
    ///
    /// # Errors
    /// [`TsunagariError::Invalid`] with `days`; else as [`CheckIns::apply`], and it is kept all the same.
    pub fn rest(&self, days: Option<u16>, setter: Arc<dyn AlarmSetter>) -> Result<(), TsunagariError> {
        let fits = days.is_none_or(|days| (1..=3650).contains(&days));
        fits.then_some(()).ok_or_else(|| TsunagariError::invalid("days"))?;
        self.device.with(|device| device.rest(&self.alarms(setter), days))
    }

    /// No more 休む. With the lock on, what it silenced comes back with the next [`CheckIns::apply`] without.
    ///
    /// # Errors
    /// As [`CheckIns::apply`], and it is kept all the same.
    pub fn end_rest(&self, setter: Arc<dyn AlarmSetter>) -> Result<(), TsunagariError> {
        self.device.with(|device| device.end_rest(&self.alarms(setter)))
    }

    /// 今日はもういい: nothing more today, where the person is.
    ///
    /// # Errors
    /// As [`CheckIns::apply`], and it is kept all the same.
    pub fn enough_for_today(&self, setter: Arc<dyn AlarmSetter>) -> Result<(), TsunagariError> {
        self.device.with(|device| device.enough(&self.alarms(setter)))
    }

    /// Has the platform follow the plan; `told` when it has told something of itself. To be called at every start, after
    /// anything changed, and with whatever the platform tells; where nothing is to be done, nothing is. With the lock on
    /// it goes by what is known without the PIN. The setter must not ask for anything of [`CheckIns`] itself.
    ///
    /// # Errors
    /// What the setter threw. Then it is not known what the platform has set, and the next call asks for all of it.
    /// [`TsunagariError::Locked`] when the device itself has to be unlocked first: ask again then, with the same `told`.
    pub fn apply(&self, setter: Arc<dyn AlarmSetter>, told: Option<Told>) -> Result<(), TsunagariError> {
        self.device.with(|device| device.apply(&self.alarms(setter), told.map(Into::into)))
    }

    /// An alarm came. What is given is to be shown now; `None` must stay silent, since platforms deliver late, and clocks
    /// and zones change in between.
    ///
    /// # Errors
    /// [`TsunagariError::NothingKept`]; show nothing then.
    pub fn fired(&self, id: i64) -> Result<Option<SetAlarm>, TsunagariError> {
        let texts = self.device.texts();
        self.device.with(|device| Ok(device.fired(id)?.map(|alarm| SetAlarm::of(&alarm, &texts))))
    }

    /// The person answered a check-in, by its id.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`].
    pub fn answered(&self, id: String) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.heard(&id, What::Answered)?))
    }

    /// The person swiped a check-in away.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`].
    pub fn dismissed(&self, id: String) -> Result<(), TsunagariError> {
        self.device.with(|device| Ok(device.heard(&id, What::Dismissed)?))
    }

    /// あとで: a check-in comes once more in so many minutes (1 to 1440), after quiet hours, never while resting.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`]; else as [`CheckIns::apply`], and it is kept all the same.
    pub fn snooze(&self, id: String, minutes: u16, setter: Arc<dyn AlarmSetter>) -> Result<(), TsunagariError> {
        self.device.with(|device| device.snooze(&self.alarms(setter), &id, minutes))
    }

    /// もっと少なく: a check-in comes more rarely from now on.
    ///
    /// # Errors
    /// [`TsunagariError::NotFound`]; else as [`CheckIns::apply`], and it is kept all the same: do not ask twice.
    pub fn less(&self, id: String, setter: Arc<dyn AlarmSetter>) -> Result<(), TsunagariError> {
        self.device.with(|device| device.less(&self.alarms(setter), &id))
    }

    /// Begins the self-test: has one alarm set, and gives the time of it. `None` without permission to speak.
    ///
    /// # Errors
    /// What the setter threw, [`TsunagariError::NothingKept`].
    pub fn begin_self_test(&self, setter: Arc<dyn AlarmSetter>) -> Result<Option<SystemTime>, TsunagariError> {
        self.device.with(|device| Ok(device.begin_self_test(&self.alarms(setter))?.map(utc)))
    }

    /// How the self-test went so far, once its alarm was told by [`CheckIns::fired`].
    ///
    /// # Errors
    /// [`TsunagariError::NothingKept`].
    pub fn self_test(&self) -> Result<SelfTest, TsunagariError> {
        let (now, _) = self.moment()?;
        self.device.with(|device| Ok(device.alarms(|alarms| alarms.self_test(now))?.into()))
    }
}

impl CheckIns {
    /// This moment, and where the person is.
    fn moment(&self) -> Result<(DateTime<Utc>, Tz), TsunagariError> {
        self.device.with(|device| device.clock().map(|clock| (clock.utc(), clock.zone())).map_err(Into::into))
    }

    fn alarms(&self, setter: Arc<dyn AlarmSetter>) -> PlatformAlarms {
        PlatformAlarms { setter, texts: self.device.texts() }
    }

    fn hush(&self, change: impl FnOnce(model::Silence) -> model::Silence) -> Result<(), TsunagariError> {
        self.device.change(Changed::CheckIns, |_, kept| kept.put_silence(&change(kept.alarms()?.silence()?)))
    }
}
