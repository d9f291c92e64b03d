//! The platform follows what was planned and pressed. What it has set is kept only after it has done all of it.

use chrono::{DateTime, SubsecRound as _, Utc};
use chrono_tz::Tz;
use parking_lot::Mutex;

use super::vault::{State, VaultError};
use super::{Alarms, AppError, Changed, Device, Kept, Orders, Told, rest_for};
use crate::model::{Rest, What};
use crate::store::SetAlarm;

/// Whether it is not known what the platform has set, since it lost it or did only a part: 1 or nothing.
const UNSURE: &str = "unsure";

/// A platform has one set of alarms for the whole program, so one at a time has it changed.
static FOLLOWING: Mutex<()> = Mutex::new(());

/// Alarms of a platform.
pub trait Setter {
    /// What goes wrong with them.
    type Problem: From<AppError>;

    /// Cancels an alarm; one that is not set is no mistake.
    ///
    /// # Errors
    /// [`Setter::Problem`].
    fn cancel(&self, id: i64) -> Result<(), Self::Problem>;

    /// Sets an alarm; one with that id is replaced.
    ///
    /// # Errors
    /// [`Setter::Problem`].
    fn set(&self, alarm: &SetAlarm) -> Result<(), Self::Problem>;
}

/// Check-ins as a running program has them. With the lock on, they go by what is known without the PIN. The setter is
/// called while others wait for their turn, so it must not ask for another.
impl Device {
    /// Has the platform follow the plan; `told` when it has told something of itself. To be called at every start, after
    /// anything changed, and with what the platform told. Where nothing is kept there is nothing to do.
    ///
    /// # Errors
    /// [`AppError`], or what the setter said. Then it is not known what the platform has set, and the next call asks for
    /// all of it.
    pub fn apply<S: Setter>(&self, setter: &S, told: Option<Told>) -> Result<(), S::Problem> {
        if self.state()? == State::None {
            return Ok(());
        }
        self.follow(setter, |alarms, now, zone| {
            if told.is_some_and(Told::loses_all) {
                alarms.put_unsure(true)?;
            }
            self.orders(told, now, zone)
        })?;
        if told.is_some() {
            self.tell(Changed::CheckIns);
        }
        Ok(())
    }

    /// 休む for so many days, or until the person says otherwise.
    ///
    /// # Errors
    /// As [`Device::apply`]; what was chosen is kept all the same.
    pub fn rest<S: Setter>(&self, setter: &S, days: Option<u16>) -> Result<(), S::Problem> {
        self.pressed(setter, |alarms, now, zone| {
            alarms.rest(rest_for(days, now), now, zone)?;
            self.orders(None, now, zone)
        })
    }

    /// No more 休む.
    ///
    /// # Errors
    /// As [`Device::apply`]; what was chosen is kept all the same.
    pub fn end_rest<S: Setter>(&self, setter: &S) -> Result<(), S::Problem> {
        self.pressed(setter, |alarms, now, zone| {
            alarms.rest(Rest::No, now, zone)?;
            self.orders(None, now, zone)
        })
    }

    /// 今日はもういい.
    ///
    /// # Errors
    /// As [`Device::apply`]; what was chosen is kept all the same.
    pub fn enough<S: Setter>(&self, setter: &S) -> Result<(), S::Problem> {
        self.pressed(setter, |alarms, now, zone| {
            alarms.enough(now, zone)?;
            self.orders(None, now, zone)
        })
    }

    /// あとで: once more in so many minutes.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; as [`Device::apply`], and what was chosen is kept all the same.
    pub fn snooze<S: Setter>(&self, setter: &S, rule: &str, minutes: u16) -> Result<(), S::Problem> {
        let rule = self.rule_id(rule)?;
        self.pressed(setter, |alarms, now, zone| {
            let known = alarms.snooze(&rule, minutes, now, zone)?;
            self.opened(|kept| kept.orders(None, now, zone), || Ok(known))
        })
    }

    /// もっと少なく. Pressed again because the platform did not follow, it counts once.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; as [`Device::apply`], and what was chosen is kept all the same.
    pub fn less<S: Setter>(&self, setter: &S, rule: &str) -> Result<(), S::Problem> {
        let rule = self.rule_id(rule)?;
        self.pressed(setter, |alarms, now, zone| {
            let known = if self.unfollowed.lock().contains(&rule) {
                alarms.thinned(&rule)?
            } else {
                let known = alarms.less(&rule, now)?;
                self.unfollowed.lock().insert(rule.clone());
                known
            };
            self.opened(|kept| kept.orders(None, now, zone), || Ok(known))
        })
    }

    /// An alarm came. `Some` is to be shown now, `None` must stay silent.
    ///
    /// # Errors
    /// [`AppError`].
    pub fn fired(&self, id: i64) -> Result<Option<SetAlarm>, AppError> {
        let (now, zone) = self.moment()?;
        let shown = self.alarms(|alarms| alarms.fired(id, now, zone))?;
        self.tell(Changed::CheckIns);
        Ok(shown)
    }

    /// The person answered a check-in, or swiped it away.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError`].
    pub fn heard(&self, rule: &str, what: What) -> Result<(), AppError> {
        let (rule, (now, _)) = (self.rule_id(rule)?, self.moment()?);
        self.alarms(|alarms| alarms.heard(&rule, what, now))?;
        self.tell(Changed::CheckIns);
        Ok(())
    }

    /// Begins the self-test: one alarm soon, and the instant of it. `None` without permission to speak.
    ///
    /// # Errors
    /// [`AppError`], or what the setter said.
    pub fn begin_self_test<S: Setter>(&self, setter: &S) -> Result<Option<DateTime<Utc>>, S::Problem> {
        let (now, _) = self.moment()?;
        let alarm = self.alarms(|alarms| alarms.begin_self_test(now))?;
        if let Some(alarm) = &alarm {
            setter.set(alarm)?;
            self.tell(Changed::CheckIns);
        }
        Ok(alarm.map(|alarm| alarm.at))
    }

    /// Now, in the whole seconds that are kept, and where.
    fn moment(&self) -> Result<(DateTime<Utc>, Tz), AppError> {
        let clock = self.clock()?;
        Ok((clock.utc().trunc_subsecs(0), clock.zone()))
    }

    fn orders(&self, told: Option<Told>, now: DateTime<Utc>, zone: Tz) -> Result<Orders, AppError> {
        // With the lock on, nothing told is as a clock that was looked at.
        let locked = || self.alarms(|alarms| alarms.told(told.unwrap_or(Told::Clock), now, zone));
        self.opened(|kept| kept.orders(told, now, zone), locked)
    }

    /// The id of a rule. With the lock on nobody can look it up, and what was said of none counts for none.
    fn rule_id(&self, rule: &str) -> Result<String, AppError> {
        let locked = || match rule {
            "" => Err(AppError::NotFound { id: String::new() }),
            rule => Ok(rule.to_owned()),
        };
        self.opened(|kept| Ok(kept.rule(rule)?.id), locked)
    }

    /// Asks what is kept, or with the lock on what is known then.
    fn opened<T>(
        &self,
        kept: impl FnOnce(&Kept) -> Result<T, AppError>,
        locked: impl FnOnce() -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        match self.kept(|_, opened| kept(opened)) {
            Err(AppError::Vault(VaultError::Locked)) => locked(),
            other => other,
        }
    }

    /// As [`Device::follow`], for what a person pressed.
    fn pressed<S: Setter>(
        &self,
        setter: &S,
        orders: impl FnOnce(&Alarms, DateTime<Utc>, Tz) -> Result<Orders, AppError>,
    ) -> Result<(), S::Problem> {
        let followed = self.follow(setter, orders);
        // It is kept, also when the platform did not follow.
        self.tell(Changed::CheckIns);
        followed
    }

    fn follow<S: Setter>(
        &self,
        setter: &S,
        orders: impl FnOnce(&Alarms, DateTime<Utc>, Tz) -> Result<Orders, AppError>,
    ) -> Result<(), S::Problem> {
        let _one = FOLLOWING.lock();
        let (now, zone) = self.moment()?;
        let alarms = self.alarms(|alarms| Ok(alarms.clone()))?;
        let mut orders = orders(&alarms, now, zone)?;
        if alarms.is_unsure()? && alarms.may_speak()? {
            orders.set = orders.all.iter().filter(|alarm| alarm.at > now).cloned().collect();
        }
        if !orders.cancel.is_empty() || !orders.set.is_empty() {
            alarms.put_unsure(true)?;
        }
        orders.cancel.iter().try_for_each(|id| setter.cancel(*id))?;
        orders.set.iter().try_for_each(|alarm| setter.set(alarm))?;
        alarms.done(&orders)?;
        self.unfollowed.lock().clear();
        Ok(alarms.put_unsure(false)?)
    }
}

impl Alarms {
    fn is_unsure(&self) -> Result<bool, AppError> {
        Ok(self.duty.platform(UNSURE)?.is_some())
    }

    fn put_unsure(&self, unsure: bool) -> Result<(), AppError> {
        if unsure == self.is_unsure()? {
            return Ok(());
        }
        Ok(self.duty.put_platform(UNSURE, unsure.then_some(1))?)
    }
}
