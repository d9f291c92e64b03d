//! Alarms with the lock on: what the platform has set, what it tells, and what must stay silent. Only duty.db is open.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::AppError;
use super::vault::Vault;
use crate::checkins::{Changes, carried, changes, local, may_show, snooze};
use crate::model::{Happened, Rest, Silence, What};
use crate::store::{DutyStore, Heard, SetAlarm};

/// Whether the platform lets the app speak: 0 or 1.
const PERMISSION: &str = "permission";
/// The instant that the self-test asked for, and when it came.
const TEST_AT: &str = "self-test-at";
const TEST_CAME: &str = "self-test-came";
/// Id of the alarm of the self-test; ids of check-ins are drawn from 63 bits.
const TEST_ID: i64 = 1;
/// How soon the self-test asks for an alarm.
const TEST_AFTER: TimeDelta = TimeDelta::minutes(2);
/// An alarm of the self-test that is later than this did not come: platforms may bundle inexact alarms for so long.
const TEST_PATIENCE: TimeDelta = TimeDelta::minutes(20);

/// What the platform tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The phone has started again: nothing is set any more.
    Boot,
    /// The app was updated: nothing is set any more.
    Updated,
    /// The clock was changed.
    Clock,
    /// The zone was changed.
    Zone,
    /// The person or the system took the permission to speak away: nothing is set any more.
    PermissionLost,
    /// It is there again.
    PermissionBack,
}

impl Told {
    /// Whether the platform has lost what was set.
    #[must_use]
    pub const fn loses_all(self) -> bool {
        matches!(self, Self::Boot | Self::Updated | Self::PermissionLost | Self::PermissionBack)
    }
}

/// What to ask of the platform. After it has done so, [`Alarms::done`] keeps what is set; asked again before that, the
/// same is asked for, and setting an id twice sets one alarm.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Orders {
    /// Ids to cancel, first.
    pub cancel: Vec<i64>,
    /// Alarms to set.
    pub set: Vec<SetAlarm>,
    /// All that is set then.
    pub all: Vec<SetAlarm>,
}

impl Orders {
    /// For the day on which the platform lets the app speak again: until then it is asked for nothing.
    pub(super) fn later(all: Vec<SetAlarm>) -> Self {
        Self { all, ..Self::default() }
    }

    /// From what is set to what shall be.
    pub(super) fn new(before: &[SetAlarm], all: Vec<SetAlarm>) -> Self {
        let Changes { cancel, set } = changes(&pairs(before), &pairs(&all));
        Self { cancel, set: all.iter().filter(|alarm| set.contains(&alarm.id)).cloned().collect(), all }
    }
}

/// How the self-test went. Nothing is promised beyond what was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "result", rename_all = "kebab-case")]
pub enum SelfTest {
    /// None was begun.
    None,
    /// The platform does not let the app speak.
    NoPermission,
    /// Not yet time, or within what an inexact alarm may take.
    Waiting {
        /// When it should come.
        at: DateTime<Utc>,
    },
    /// It came.
    Came {
        /// Seconds after the time that was asked for.
        late_seconds: i64,
    },
    /// It did not come: this phone may hold reminders back.
    NotCame {
        /// When it should have come.
        at: DateTime<Utc>,
    },
}

/// The alarms of this device.
#[derive(Debug, Clone)]
pub struct Alarms {
    pub(super) duty: DutyStore,
}

impl Alarms {
    /// Opens what goes on with the lock on. No PIN is needed.
    ///
    /// # Errors
    /// [`AppError::Vault`].
    pub fn open(vault: &Vault) -> Result<Self, AppError> {
        Ok(Self { duty: vault.duty()? })
    }

    /// What must stay silent.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn silence(&self) -> Result<Silence, AppError> {
        Ok(self.duty.silence()?)
    }

    /// Keeps that the platform has done what was asked.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn done(&self, orders: &Orders) -> Result<(), AppError> {
        Ok(self.duty.put_alarms(&orders.all)?)
    }

    /// What follows from what the platform tells: of the alarms that were set before the lock, those that may still be.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn told(&self, told: Told, now: DateTime<Utc>, zone: Tz) -> Result<Orders, AppError> {
        self.note(told)?;
        let set = self.duty.alarms()?;
        if !self.may_speak()? {
            return Ok(Orders::later(set));
        }
        let all = self.allowed(&set, now, zone)?;
        Ok(Orders::new(if told.loses_all() { &[] } else { &set }, all))
    }

    /// Keeps what the platform tells of itself.
    pub(super) fn note(&self, told: Told) -> Result<(), AppError> {
        match told {
            Told::PermissionLost => Ok(self.duty.put_platform(PERMISSION, Some(0))?),
            Told::PermissionBack => Ok(self.duty.put_platform(PERMISSION, Some(1))?),
            Told::Boot | Told::Updated | Told::Clock | Told::Zone => Ok(()),
        }
    }

    /// Whether the platform lets the app speak, as far as it told.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn may_speak(&self) -> Result<bool, AppError> {
        Ok(self.duty.platform(PERMISSION)? != Some(0))
    }

    fn allowed(&self, set: &[SetAlarm], now: DateTime<Utc>, zone: Tz) -> Result<Vec<SetAlarm>, AppError> {
        let Silence { quiet, rest, enough, .. } = self.duty.silence()?;
        let kept = carried(&pairs(set), quiet, rest, now, zone);
        let today = |alarm: &&SetAlarm| enough != Some(local(alarm.at, zone).0);
        Ok(set.iter().filter(|alarm| kept.iter().any(|(id, _)| *id == alarm.id)).filter(today).cloned().collect())
    }

    /// An alarm came. `Some` is to be shown now, with the text of that id; `None` must stay silent, since platforms
    /// deliver late and clocks and zones change in between.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn fired(&self, id: i64, now: DateTime<Utc>, zone: Tz) -> Result<Option<SetAlarm>, AppError> {
        if id == TEST_ID {
            self.duty.put_platform(TEST_CAME, Some(now.timestamp()))?;
            return Ok(None);
        }
        let Silence { quiet, rest, enough, .. } = self.duty.silence()?;
        let alarm = self.duty.alarms()?.into_iter().find(|alarm| alarm.id == id);
        let Some(alarm) = alarm.filter(|_| may_show(now, quiet, rest, zone) && enough != Some(local(now, zone).0))
        else {
            return Ok(None);
        };
        self.duty.hear(&Heard::Alarm(Happened { rule: alarm.rule.clone(), at: now, what: What::Fired }))?;
        Ok(Some(alarm))
    }

    /// The person answered, or swiped it away. Kept until private.db opens.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn heard(&self, rule: &str, what: What, now: DateTime<Utc>) -> Result<(), AppError> {
        Ok(self.duty.hear(&Heard::Alarm(Happened { rule: rule.to_owned(), at: now, what }))?)
    }

    /// あとで: once more in so many minutes (at most a day), after quiet hours, never while resting.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn snooze(&self, rule: &str, minutes: u16, now: DateTime<Utc>, zone: Tz) -> Result<Orders, AppError> {
        let until = now + TimeDelta::minutes(i64::from(minutes.clamp(1, 24 * 60)));
        self.heard(rule, What::Snoozed(until), now)?;
        let set = self.duty.alarms()?;
        let Silence { quiet, rest, enough, .. } = self.duty.silence()?;
        let mut all = self.allowed(&set, now, zone)?;
        let found = snooze(rule, now, until, quiet, rest, zone).filter(|(_, at)| enough != Some(local(*at, zone).0));
        if let (Some((id, at)), true) = (found, self.may_speak()?) {
            let text = set.iter().find(|alarm| alarm.rule == rule).map_or(NEUTRAL, |alarm| alarm.text.as_str());
            // One that is later anyway makes room: there are never more than a platform keeps.
            all.truncate(crate::checkins::MOST_PENDING.saturating_sub(1));
            all.push(SetAlarm { id, at, rule: rule.to_owned(), text: text.to_owned() });
            all.sort_by_key(|alarm| (alarm.at, alarm.id));
        }
        Ok(Orders::new(&set, all))
    }

    /// もっと少なく: every second alarm of the rule goes at once; the rule itself changes when private.db opens.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn less(&self, rule: &str, now: DateTime<Utc>) -> Result<Orders, AppError> {
        self.duty.hear(&Heard::Less(rule.to_owned(), now))?;
        self.thinned(rule)
    }

    /// Without every second alarm of a rule.
    pub(super) fn thinned(&self, rule: &str) -> Result<Orders, AppError> {
        let set = self.duty.alarms()?;
        let mut of_rule = 0_usize;
        let mut all = set.clone();
        all.retain(|alarm| {
            of_rule += usize::from(alarm.rule == rule);
            alarm.rule != rule || of_rule.is_multiple_of(2)
        });
        Ok(Orders::new(&set, all))
    }

    /// 今日はもういい: nothing more today, in the zone of the person.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn enough(&self, now: DateTime<Utc>, zone: Tz) -> Result<Orders, AppError> {
        let today = Some(local(now, zone).0);
        self.quieter(Silence { enough: today, ..self.duty.silence()? }, now, zone)
    }

    /// 休む, or no more of it. What it silenced comes back with the next plan, once private.db opens.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn rest(&self, rest: Rest, now: DateTime<Utc>, zone: Tz) -> Result<Orders, AppError> {
        self.quieter(Silence { rest, ..self.duty.silence()? }, now, zone)
    }

    fn quieter(&self, silence: Silence, now: DateTime<Utc>, zone: Tz) -> Result<Orders, AppError> {
        self.duty.put_silence(&silence)?;
        let set = self.duty.alarms()?;
        let all = self.allowed(&set, now, zone)?;
        Ok(Orders::new(&set, all))
    }

    /// Begins the self-test: an alarm that the platform is asked to set soon. `None` without permission.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn begin_self_test(&self, now: DateTime<Utc>) -> Result<Option<SetAlarm>, AppError> {
        if !self.may_speak()? {
            return Ok(None);
        }
        let at = now + TEST_AFTER;
        self.duty.put_platform(TEST_CAME, None)?;
        self.duty.put_platform(TEST_AT, Some(at.timestamp()))?;
        Ok(Some(SetAlarm { id: TEST_ID, at, rule: String::new(), text: "remind-self-test".to_owned() }))
    }

    /// How the self-test went so far.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn self_test(&self, now: DateTime<Utc>) -> Result<SelfTest, AppError> {
        if !self.may_speak()? {
            return Ok(SelfTest::NoPermission);
        }
        let asked = self.duty.platform(TEST_AT)?.and_then(|at| DateTime::from_timestamp(at, 0));
        let Some(at) = asked else { return Ok(SelfTest::None) };
        Ok(match self.duty.platform(TEST_CAME)? {
            Some(came) => SelfTest::Came { late_seconds: came.saturating_sub(at.timestamp()).max(0) },
            None if now.signed_duration_since(at) > TEST_PATIENCE => SelfTest::NotCame { at },
            None => SelfTest::Waiting { at },
        })
    }
}

fn pairs(alarms: &[SetAlarm]) -> Vec<(i64, DateTime<Utc>)> {
    alarms.iter().map(|alarm| (alarm.id, alarm.at)).collect()
}

/// Id of the text that says nothing of what it is about.
pub(super) const NEUTRAL: &str = "remind-neutral";
