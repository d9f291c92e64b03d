//! From rules and what happened to alarms.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};

use super::carried::may_show;
use super::pace::every;
use super::wall::{after_quiet, instant, local};
use crate::model::{About, Alarm, Happened, MinuteOfDay, Quiet, Rest, Rule, Silence, What, Why};

/// Most alarms at once; iOS keeps 64 pending notifications of one app.
pub const MOST_PENDING: usize = 64;
/// How far ahead alarms are looked for, in days: the rarest pace of a weekly rule fits.
const HORIZON: i64 = 400;
/// Alarms are inexact. One this close before quiet hours could fall into them.
const INEXACT: u16 = 15;
/// A snooze that was missed (the phone was off) is still shown when it is not older than this.
const LATE: TimeDelta = TimeDelta::minutes(60);

/// The moment for which a plan is made.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Now.
    pub now: DateTime<Utc>,
    /// The zone of the phone.
    pub zone: Tz,
    /// When something was last logged.
    pub last_logged: Option<DateTime<Utc>>,
}

/// The alarms to have set, soonest first, at most [`MOST_PENDING`]. `happened` is in order of time. Alarms ahead are
/// placed as if those before them stayed unanswered: a phone that is never opened hears less and less.
#[must_use]
pub fn plan(rules: &[Rule], happened: &[Happened], silence: &Silence, moment: Moment) -> Vec<Alarm> {
    let mut alarms: Vec<Alarm> = rules
        .iter()
        .filter(|rule| rule.on && !(silence.alone && rule.about == About::People))
        .flat_map(|rule| {
            let own: Vec<&Happened> = happened.iter().filter(|one| one.rule == rule.id).collect();
            One { rule, silence, moment }.alarms(&own)
        })
        .collect();
    alarms.sort_by(|a, b| a.at.cmp(&b.at).then_with(|| a.rule.cmp(&b.rule)));
    alarms.truncate(MOST_PENDING);
    alarms
}

/// One rule at one moment.
#[derive(Clone, Copy)]
struct One<'a> {
    rule: &'a Rule,
    silence: &'a Silence,
    moment: Moment,
}

impl One<'_> {
    fn alarms(self, own: &[&Happened]) -> Vec<Alarm> {
        let Moment { now, zone, .. } = self.moment;
        let mut unanswered = unanswered(own, now);
        let free = free_minutes(self.rule, self.silence.quiet);
        let mut alarms: Vec<Alarm> = self.snoozed(own, unanswered).into_iter().collect();
        let spoke = |one: &&&Happened| one.at <= now && matches!(one.what, What::Fired | What::Answered);
        let mut last = own.iter().rev().find(spoke).map(|one| local(one.at, zone).0);
        last = last.max(alarms.last().map(|alarm| local(alarm.at, zone).0));
        let today = local(now, zone).0;
        let mut since_last = last.map(|day| self.days_between(day, today));
        for ahead in 0..=HORIZON {
            let Some(day) = today.checked_add_signed(TimeDelta::days(ahead)) else { break };
            if day < self.rule.since || !self.rule.days.has(day.weekday()) || last.is_some_and(|last| day <= last) {
                continue;
            }
            since_last = since_last.map(|days| days.saturating_add(1));
            let every = every(self.rule.rarer, unanswered);
            if since_last.is_some_and(|days| days < every) {
                continue;
            }
            if let Some((at, moved)) = self.on(day, &free) {
                let reason = Why { every, unanswered, snoozed: false, moved };
                alarms.push(Alarm { id: id(&self.rule.id, day, ""), rule: self.rule.id.clone(), at, reason });
                unanswered = unanswered.saturating_add(1);
                since_last = Some(0);
                if alarms.len() == MOST_PENDING {
                    break;
                }
            }
        }
        alarms
    }

    /// How many days of the rule lie after one day and before another.
    fn days_between(self, after: NaiveDate, before: NaiveDate) -> u16 {
        let days = after.iter_days().skip(1).take_while(|day| *day < before).take(366);
        u16::try_from(days.filter(|day| self.rule.days.has(day.weekday())).count()).unwrap_or(u16::MAX)
    }

    /// When the rule speaks on a day, if it may at all, and whether it was moved.
    fn on(self, day: NaiveDate, free: &[MinuteOfDay]) -> Option<(DateTime<Utc>, bool)> {
        let Moment { now, zone, last_logged } = self.moment;
        // Drawn evenly, and the same in every plan.
        let count = u64::try_from(free.len()).ok().filter(|count| *count > 0)?;
        let minute = *free.get(usize::try_from(number(&self.rule.id, day, "minute") % count).ok()?)?;
        let at = instant(day, minute, zone)?;
        let (date, shown) = local(at, zone);
        let logged = last_logged.is_some_and(|logged| {
            at.signed_duration_since(logged) < TimeDelta::hours(i64::from(self.rule.unless_logged_hours))
        });
        (date == day && at > now && !logged && self.may_speak(at, date, shown)).then_some((at, shown != minute))
    }

    fn may_speak(self, at: DateTime<Utc>, date: NaiveDate, shown: MinuteOfDay) -> bool {
        !self.silence.rest.covers(at) && self.silence.enough != Some(date) && !self.silence.quiet.covers(shown)
    }

    /// The alarm that あとで asked for, unless something happened since.
    fn snoozed(self, own: &[&Happened], unanswered: u16) -> Option<Alarm> {
        let Moment { now, zone, .. } = self.moment;
        let one = own.iter().rev().find(|one| one.at <= now)?;
        let What::Snoozed(until) = one.what else { return None };
        if now.signed_duration_since(until) > LATE {
            return None;
        }
        let Silence { quiet, rest, enough, .. } = *self.silence;
        let (id, at) = snooze(&one.rule, one.at, until.max(now + TimeDelta::minutes(1)), quiet, rest, zone)?;
        let reason = Why { every: every(self.rule.rarer, unanswered), unanswered, snoozed: true, moved: at != until };
        (enough != Some(local(at, zone).0)).then(|| Alarm { id, rule: self.rule.id.clone(), at, reason })
    }
}

/// Where あとで puts a check-in of a rule: id and instant, after quiet hours, never while resting. `asked` is when it was
/// asked for. It needs nothing but what is known with the lock on.
#[must_use]
pub fn snooze(
    rule: &str,
    asked: DateTime<Utc>,
    until: DateTime<Utc>,
    quiet: Quiet,
    rest: Rest,
    zone: Tz,
) -> Option<(i64, DateTime<Utc>)> {
    let at = after_quiet(until, quiet, zone)?;
    may_show(at, quiet, rest, zone).then(|| (id(rule, local(asked, zone).0, &asked.timestamp().to_string()), at))
}

/// How many stayed unanswered since the last answer. One that was put off was heard.
fn unanswered(own: &[&Happened], now: DateTime<Utc>) -> u16 {
    let mut count = 0_u16;
    for one in own.iter().filter(|one| one.at <= now) {
        match one.what {
            What::Fired => count = count.saturating_add(1),
            What::Answered => count = 0,
            What::Snoozed(_) => count = count.saturating_sub(1),
            What::Dismissed => {}
        }
    }
    count
}

/// What the quiet hours leave of the window of a rule.
#[must_use]
pub fn free_minutes(rule: &Rule, quiet: Quiet) -> Vec<MinuteOfDay> {
    let late = |minute: MinuteOfDay| MinuteOfDay::new((minute.minutes() + INEXACT) % MinuteOfDay::DAY);
    (rule.from.minutes()..=rule.to.minutes())
        .filter_map(MinuteOfDay::new)
        .filter(|minute| !quiet.covers(*minute) && !late(*minute).is_some_and(|late| quiet.covers(late)))
        .collect()
}

fn id(rule: &str, day: NaiveDate, what: &str) -> i64 {
    i64::try_from(number(rule, day, what) >> 1).unwrap_or_default()
}

fn number(rule: &str, day: NaiveDate, what: &str) -> u64 {
    let mut hash = Sha256::new();
    for part in ["check-in", rule, &day.to_string(), what] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
