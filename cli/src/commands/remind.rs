//! `tsunagari remind`: check-ins, and what a platform would set.

mod draw;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use tsunagari_core::app::vault::State;
use tsunagari_core::app::{Alarms, AppError, Kept, NewRule, Orders, rest_for};
use tsunagari_core::model::{About, Days, Rest, Silence, What};
use tsunagari_core::text::Texts;

use crate::args::{AboutWord, Event, Global, RemindArgs, RemindCommand, Switch};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::Private;
use crate::render::Screen;

/// One run of the command.
struct Remind<'a> {
    global: &'a Global,
    private: Private<'a>,
    screen: Screen,
    texts: &'a Texts,
    now: DateTime<Utc>,
    zone: Tz,
}

pub(crate) fn run(global: &Global, wanted: &RemindArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let command = wanted.command.as_ref().unwrap_or(&RemindCommand::List);
    let need = if matches!(command, RemindCommand::Add { .. }) { Need::Make } else { Need::Open };
    let private = Private::find(global, &wanted.kept, texts, need)?;
    let now = private.now;
    let mut remind = Remind { global, private, screen: Screen::new(global), texts, now, zone: wanted.zone };
    let ended = remind.command(command, need);
    let exit = ended.map_err(|error| remind.private.fail(&error))?;
    remind.screen.print();
    Ok(exit)
}

impl Remind<'_> {
    fn command(&mut self, command: &RemindCommand, need: Need) -> Result<Exit, AppError> {
        let (now, zone) = (self.now, self.zone);
        match command {
            RemindCommand::Add { about, text, days, from, to, unless_logged } => {
                let about = match (text, about) {
                    (Some(text), _) => About::Own(text.clone()),
                    (None, AboutWord::Feeling) => About::Feeling,
                    (None, AboutWord::People) => About::People,
                };
                let days = days.unwrap_or(Days::ALL);
                let kept = self.private.kept(need)?;
                let new = NewRule { about, days, from: *from, to: *to, unless_logged_hours: *unless_logged };
                let rule = kept.add_rule(new, now, zone)?;
                self.added(&rule);
            }
            RemindCommand::List => {
                let kept = self.private.kept(need)?;
                self.list(&kept.rules()?, &kept.alarms()?.silence()?, kept.alarms()?.may_speak()?);
            }
            RemindCommand::Remove { rule } => {
                self.private.kept(need)?.remove_rule(rule)?;
                self.said("remind-removed");
            }
            RemindCommand::Next { done } => self.next(*done)?,
            RemindCommand::Why => {
                let kept = self.private.kept(need)?;
                self.why(&kept.rules()?, &kept.plan(now, zone)?);
            }
            RemindCommand::Rest { days, off } => {
                let rest = if *off { Rest::No } else { rest_for(*days, now) };
                let orders = self.alarms()?.rest(rest, now, zone)?;
                self.obeyed(if *off { "remind-rest-off" } else { "remind-rest-on" }, &orders);
            }
            RemindCommand::Enough => {
                let orders = self.alarms()?.enough(now, zone)?;
                self.obeyed("remind-enough", &orders);
            }
            RemindCommand::Quiet { hours } => {
                let kept = self.private.kept(need)?;
                let silence = Silence { quiet: *hours, ..kept.alarms()?.silence()? };
                kept.put_silence(&silence)?;
                self.said("remind-quiet-set");
            }
            RemindCommand::Alone { switch } => {
                let kept = self.private.kept(need)?;
                let silence = Silence { alone: *switch == Switch::On, ..kept.alarms()?.silence()? };
                kept.put_silence(&silence)?;
                self.said(if silence.alone { "remind-alone-on" } else { "remind-alone-off" });
            }
            RemindCommand::Less { rule } => {
                let orders = match self.opened()? {
                    Some(kept) => {
                        kept.less(&kept.rule(rule)?.id, now)?;
                        kept.orders(None, now, zone)?
                    }
                    None => self.alarms()?.less(rule, now)?,
                };
                self.obeyed("remind-less", &orders);
            }
            RemindCommand::Later { rule, minutes } => {
                let id = self.opened()?.map_or_else(|| Ok(rule.clone()), |kept| kept.rule(rule).map(|rule| rule.id))?;
                let orders = self.alarms()?.snooze(&id, *minutes, now, zone)?;
                self.obeyed("remind-later", &orders);
            }
            RemindCommand::SelfTest { begin } => self.self_test(*begin)?,
            RemindCommand::Told { event, id } => return self.told(*event, id.as_deref()),
        }
        Ok(Exit::Answer)
    }

    /// What goes on with the lock on; no PIN is asked for.
    fn alarms(&self) -> Result<Alarms, AppError> {
        Alarms::open(&self.private.vault)
    }

    /// The open store, or `None` when it is locked and nobody gave the PIN: then what is known with the lock on answers.
    fn opened(&self) -> Result<Option<Kept>, AppError> {
        if self.private.vault.state()? == State::Locked && !self.private.secrets.gives_pin() {
            return Ok(None);
        }
        self.private.kept(Need::Open).map(Some)
    }

    fn next(&mut self, done: bool) -> Result<(), AppError> {
        let (now, zone) = (self.now, self.zone);
        let alarms = self.alarms()?;
        let (orders, plan) = match self.opened()? {
            Some(kept) => (kept.orders(None, now, zone)?, kept.plan(now, zone)?),
            None => (alarms.told(tsunagari_core::app::Told::Clock, now, zone)?, Vec::new()),
        };
        self.ahead(&orders, &plan);
        if done { alarms.done(&orders) } else { Ok(()) }
    }

    fn self_test(&mut self, begin: bool) -> Result<(), AppError> {
        let alarms = self.alarms()?;
        if begin {
            let alarm = alarms.begin_self_test(self.now)?;
            self.test_began(alarm.as_ref());
        } else {
            let result = alarms.self_test(self.now)?;
            self.test_result(result);
        }
        Ok(())
    }

    fn told(&mut self, event: Event, id: Option<&str>) -> Result<Exit, AppError> {
        let (now, zone) = (self.now, self.zone);
        let alarms = self.alarms()?;
        if let Some(told) = event.told() {
            let orders = match self.opened()? {
                Some(kept) => kept.orders(Some(told), now, zone)?,
                None => alarms.told(told, now, zone)?,
            };
            self.ahead(&orders, &[]);
            return Ok(Exit::Answer);
        }
        let id = id.unwrap_or_default();
        let unknown = || AppError::NotFound { id: id.to_owned() };
        if event == Event::Fired {
            let shown = alarms.fired(id.parse().map_err(|_| unknown())?, now, zone)?;
            self.fired(shown.as_ref());
            return Ok(if shown.is_some() { Exit::Answer } else { Exit::Nothing });
        }
        let what = if event == Event::Answered { What::Answered } else { What::Dismissed };
        let rule = self.opened()?.map_or_else(|| Ok(id.to_owned()), |kept| kept.rule(id).map(|rule| rule.id))?;
        if rule.is_empty() {
            return Err(unknown());
        }
        alarms.heard(&rule, what, now)?;
        self.obeyed("remind-heard", &Orders::default());
        Ok(Exit::Answer)
    }
}
