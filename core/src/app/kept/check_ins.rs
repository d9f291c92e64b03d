//! Check-ins with the lock off: the rules, and the plan that follows.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::Kept;
use crate::app::AppError;
use crate::app::alarms::{Alarms, NEUTRAL, Orders, Told};
use crate::checkins::{Moment, plan};
use crate::model::{About, Alarm, Days, MinuteOfDay, Quiet, Rest, Rule, RuleError, Silence, What};
use crate::store::{Heard, SetAlarm};

/// What happened longer ago says nothing of the next plan: no pace is rarer than every 28th day of a rule that speaks
/// once a week.
const LOOK_BACK: TimeDelta = TimeDelta::days(400);

/// A rule before it has an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRule {
    /// What it asks about.
    pub about: About,
    /// On which days of the week.
    pub days: Days,
    /// Earliest minute of the window.
    pub from: MinuteOfDay,
    /// Latest minute of the window.
    pub to: MinuteOfDay,
    /// Silent when something was logged in the last so many hours.
    pub unless_logged_hours: u8,
}

impl Kept {
    /// The alarms of this device, which also work with the lock on.
    ///
    /// # Errors
    /// [`AppError::Vault`] when their store does not open.
    pub fn alarms(&self) -> Result<Alarms, AppError> {
        Ok(Alarms { duty: self.duty()?.clone() })
    }

    /// Makes a rule, from today on.
    ///
    /// # Errors
    /// [`AppError::Rule`] when it is none; [`AppError::Store`].
    pub fn add_rule(&self, new: NewRule, now: DateTime<Utc>, zone: Tz) -> Result<Rule, AppError> {
        let rule = Rule {
            id: self.new_id()?.to_string(),
            about: new.about,
            days: new.days,
            from: new.from,
            to: new.to,
            unless_logged_hours: new.unless_logged_hours,
            rarer: 0,
            since: crate::checkins::local(now, zone).0,
            on: true,
        };
        self.put_rule(&rule)?;
        Ok(rule)
    }

    /// Changes a rule.
    ///
    /// # Errors
    /// [`AppError::Rule`] when it is none any more; [`AppError::Store`].
    pub fn put_rule(&self, rule: &Rule) -> Result<(), AppError> {
        let known = self.store.rules()?;
        let others = known.iter().filter(|other| other.id != rule.id).count();
        if others >= Rule::MOST {
            return Err(RuleError::TooMany.into());
        }
        // What is off disturbs nobody, and can be put off when quiet hours have come to cover it.
        if rule.on {
            rule.check(self.duty()?.silence()?.quiet)?;
        }
        Ok(self.store.put_rule(rule)?)
    }

    /// All rules.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn rules(&self) -> Result<Vec<Rule>, AppError> {
        Ok(self.store.rules()?)
    }

    /// One rule, by its id or the beginning of it.
    ///
    /// # Errors
    /// [`AppError::NotFound`] when none, or several begin so.
    pub fn rule(&self, id: &str) -> Result<Rule, AppError> {
        let mut found = self.store.rules()?.into_iter().filter(|rule| !id.is_empty() && rule.id.starts_with(id));
        match (found.next(), found.next()) {
            (Some(rule), None) => Ok(rule),
            _ => Err(AppError::NotFound { id: id.to_owned() }),
        }
    }

    /// Takes a rule away.
    ///
    /// # Errors
    /// [`AppError::NotFound`], [`AppError::Store`].
    pub fn remove_rule(&self, id: &str) -> Result<(), AppError> {
        let rule = self.rule(id)?;
        self.store.remove_rule(&rule.id)?;
        Ok(())
    }

    /// Keeps what must stay silent.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn put_silence(&self, silence: &Silence) -> Result<(), AppError> {
        Ok(self.duty()?.put_silence(silence)?)
    }

    /// The alarms that follow from everything now, each with its reason.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn plan(&self, now: DateTime<Utc>, zone: Tz) -> Result<Vec<Alarm>, AppError> {
        self.take_over()?;
        let happened = self.store.what_happened(now - LOOK_BACK)?;
        let moment = Moment { now, zone, last_logged: self.store.last_logged()? };
        Ok(plan(&self.store.rules()?, &happened, &self.duty()?.silence()?, moment))
    }

    /// What to ask of the platform, so that it follows the plan; `told` when it has told something of itself. To be
    /// called after anything changed.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn orders(&self, told: Option<Told>, now: DateTime<Utc>, zone: Tz) -> Result<Orders, AppError> {
        let alarms = self.alarms()?;
        told.map_or(Ok(()), |told| alarms.note(told))?;
        let set = if told.is_some_and(Told::loses_all) { Vec::new() } else { self.duty()?.alarms()? };
        let all = self.plan(now, zone)?.into_iter().map(|alarm| SetAlarm {
            id: alarm.id,
            at: alarm.at,
            rule: alarm.rule,
            text: NEUTRAL.to_owned(),
        });
        let all = all.collect();
        Ok(if alarms.may_speak()? { Orders::new(&set, all) } else { Orders::later(all) })
    }

    /// The person answered, put off or swiped away a check-in.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn heard(&self, rule: &str, what: What, now: DateTime<Utc>) -> Result<(), AppError> {
        self.alarms()?.heard(rule, what, now)?;
        self.take_over()
    }

    /// もっと少なく.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn less(&self, rule: &str, now: DateTime<Utc>) -> Result<(), AppError> {
        self.duty()?.hear(&Heard::Less(rule.to_owned(), now))?;
        self.take_over()
    }

    /// Takes over what was heard with the lock on. A crash in between takes it over once more, which changes nothing: what
    /// happened at an instant is kept once, and もっと少なく counts only with it.
    fn take_over(&self) -> Result<(), AppError> {
        let heard = self.duty()?.heard()?;
        if heard.is_empty() {
            return Ok(());
        }
        self.store.take_over(&heard)?;
        Ok(self.duty()?.taken_over(&heard)?)
    }
}

impl Rule {
    /// Whether it can be kept with these quiet hours.
    fn check(&self, quiet: Quiet) -> Result<(), RuleError> {
        if let About::Own(text) = &self.about {
            let length = text.chars().count();
            if text.trim().is_empty() || length > Self::LONGEST_TEXT {
                return Err(RuleError::Text(length));
            }
        }
        if self.from > self.to {
            return Err(RuleError::Window);
        }
        if self.unless_logged_hours > Self::LONGEST_UNLESS {
            return Err(RuleError::Unless);
        }
        if crate::checkins::free_minutes(self, quiet).is_empty() {
            return Err(RuleError::OnlyQuiet);
        }
        Ok(())
    }
}

/// 休む for so many days, or until the person says otherwise.
#[must_use]
pub fn rest_for(days: Option<u16>, now: DateTime<Utc>) -> Rest {
    days.map_or(Rest::Open, |days| Rest::Until(now + TimeDelta::days(i64::from(days))))
}
