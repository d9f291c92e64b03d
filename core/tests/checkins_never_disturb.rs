//! Random rules, answers, snoozes, reboots and zone changes in every zone: check-ins keep their promises.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::cast_possible_truncation, missing_docs)]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};
use proptest::prelude::*;
use tsunagari_core::checkins::{MOST_PENDING, Moment, carried, changes, local, may_show, plan};
use tsunagari_core::model::{About, Alarm, Days, Happened, MinuteOfDay, Quiet, Rest, Rule, Silence, What};

#[derive(Debug, Clone)]
enum Step {
    /// Time passes; the first so many alarms that became due are shown.
    Wait {
        minutes: i64,
        shown: usize,
    },
    Answer(usize),
    Dismiss(usize),
    Snooze(usize, i64),
    Zone(Tz),
    Rest(Rest),
    Enough,
    Log,
    /// A restart, locked at first.
    Reboot,
}

fn zone() -> impl Strategy<Value = Tz> {
    (0..TZ_VARIANTS.len()).prop_map(|place| TZ_VARIANTS[place])
}

fn minute() -> impl Strategy<Value = MinuteOfDay> {
    (0_u16..1440).prop_map(|minute| MinuteOfDay::new(minute).unwrap())
}

fn quiet() -> impl Strategy<Value = Quiet> {
    (minute(), minute()).prop_map(|(from, to)| Quiet { from, to })
}

fn rule(id: usize) -> impl Strategy<Value = Rule> {
    (1_u8..128, minute(), minute(), 0_u8..24, 0_u8..4, any::<bool>()).prop_map(
        move |(days, a, b, hours, rarer, people)| Rule {
            id: format!("rule-{id}"),
            about: if people { About::People } else { About::Feeling },
            days: Days::from_bits(days).unwrap(),
            from: a.min(b),
            to: a.max(b),
            unless_logged_hours: hours,
            rarer,
            since: NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(),
            on: true,
        },
    )
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1_i64..4000, 0_usize..5).prop_map(|(minutes, shown)| Step::Wait { minutes, shown }),
        2 => (0_usize..4).prop_map(Step::Answer),
        1 => (0_usize..4).prop_map(Step::Dismiss),
        2 => (0_usize..4, 1_i64..2000).prop_map(|(rule, minutes)| Step::Snooze(rule, minutes)),
        1 => zone().prop_map(Step::Zone),
        1 => Just(Step::Rest(Rest::Open)),
        1 => Just(Step::Rest(Rest::No)),
        1 => Just(Step::Enough),
        1 => Just(Step::Log),
        1 => Just(Step::Reboot),
    ]
}

#[derive(Debug)]
struct Phone {
    rules: Vec<Rule>,
    happened: Vec<Happened>,
    silence: Silence,
    zone: Tz,
    now: DateTime<Utc>,
    last_logged: Option<DateTime<Utc>>,
    set: Vec<(i64, DateTime<Utc>)>,
    planned: Vec<Alarm>,
}

impl Phone {
    fn happens(&mut self, rule: usize, what: What) {
        let Some(rule) = self.rules.get(rule).map(|rule| rule.id.clone()) else { return };
        self.happened.push(Happened { rule, at: self.now, what });
    }

    fn take(&mut self, step: &Step) {
        match *step {
            Step::Wait { minutes, shown } => {
                self.now += TimeDelta::minutes(minutes);
                let due: Vec<Alarm> = self.planned.iter().filter(|alarm| alarm.at <= self.now).cloned().collect();
                for alarm in due.into_iter().take(shown) {
                    self.happened.push(Happened { rule: alarm.rule, at: alarm.at, what: What::Fired });
                }
                self.set.retain(|(_, at)| *at > self.now);
            }
            Step::Answer(rule) => self.happens(rule, What::Answered),
            Step::Dismiss(rule) => self.happens(rule, What::Dismissed),
            Step::Snooze(rule, minutes) => self.happens(rule, What::Snoozed(self.now + TimeDelta::minutes(minutes))),
            Step::Zone(zone) => self.zone = zone,
            Step::Rest(rest) => self.silence.rest = rest,
            Step::Enough => self.silence.enough = Some(local(self.now, self.zone).0),
            Step::Log => self.last_logged = Some(self.now),
            Step::Reboot => {
                self.set = carried(&self.set, self.silence.quiet, self.silence.rest, self.now, self.zone);
                for (_, at) in &self.set {
                    assert!(may_show(*at, self.silence.quiet, self.silence.rest, self.zone), "a locked reboot spoke");
                }
            }
        }
    }

    fn plan(&self) -> Vec<Alarm> {
        let moment = Moment { now: self.now, zone: self.zone, last_logged: self.last_logged };
        plan(&self.rules, &self.happened, &self.silence, moment)
    }

    fn keeps_its_promises(&mut self) {
        let planned = self.plan();
        assert!(planned.len() <= MOST_PENDING);
        assert_eq!(planned, self.plan(), "the same inputs give the same plan");
        for alarm in &planned {
            let (date, minute) = local(alarm.at, self.zone);
            assert!(alarm.at > self.now);
            assert!(!self.silence.quiet.covers(minute), "{alarm:?} speaks at {minute} in {}", self.zone);
            assert!(!self.silence.rest.covers(alarm.at), "{alarm:?} speaks while resting");
            assert_ne!(self.silence.enough, Some(date), "{alarm:?} speaks on a day that was enough");
        }
        for rule in &self.rules {
            let own: Vec<&Alarm> = planned.iter().filter(|alarm| alarm.rule == rule.id).collect();
            for pair in own.windows(2) {
                assert!(pair[0].reason.every <= pair[1].reason.every, "it comes more often: {pair:?}");
                assert_ne!(
                    local(pair[0].at, self.zone).0,
                    local(pair[1].at, self.zone).0,
                    "twice on one day: {pair:?}"
                );
            }
        }
        let wanted: Vec<(i64, DateTime<Utc>)> = planned.iter().map(|alarm| (alarm.id, alarm.at)).collect();
        let told = changes(&self.set, &wanted);
        self.set.retain(|(id, _)| !told.cancel.contains(id));
        self.set.extend(wanted.iter().filter(|(id, _)| told.set.contains(id)));
        assert!(self.set.len() <= MOST_PENDING);
        assert_eq!(changes(&self.set, &wanted), tsunagari_core::checkins::Changes::default(), "set twice");
        self.planned = planned;
    }
}

fn start() -> impl Strategy<Value = DateTime<Utc>> {
    // Forty years of rules of every zone: clocks that jump, repeat an hour, or leave out a day.
    (1_262_304_000_i64..2_524_608_000).prop_map(|second| DateTime::from_timestamp(second, 0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_disturbs(
        zone in zone(),
        now in start(),
        quiet in quiet(),
        alone in any::<bool>(),
        rules in (rule(0), rule(1), rule(2)),
        steps in prop::collection::vec(step(), 1..8),
    ) {
        let mut phone = Phone {
            rules: vec![rules.0, rules.1, rules.2],
            happened: Vec::new(),
            silence: Silence { quiet, alone, ..Silence::default() },
            zone, now, last_logged: None, set: Vec::new(), planned: Vec::new(),
        };
        phone.keeps_its_promises();
        for step in &steps {
            phone.take(step);
            phone.keeps_its_promises();
            if phone.silence.rest == Rest::Open {
                prop_assert!(phone.planned.is_empty());
            }
            if alone {
                let about = |id: &str| phone.rules.iter().find(|rule| rule.id == id).map(|rule| rule.about.clone());
                let people = phone.planned.iter().any(|alarm| about(&alarm.rule) == Some(About::People));
                prop_assert!(!people, "it asks about people");
            }
        }
    }

    #[test]
    fn what_stays_unanswered_only_gets_rarer(zone in zone(), now in start(), mut rule in rule(0), quiet in quiet()) {
        rule.days = Days::ALL;
        let silence = Silence { quiet, ..Silence::default() };
        let (mut now, mut happened, mut gaps): (_, Vec<Happened>, Vec<i64>) = (now, Vec::new(), Vec::new());
        for _ in 0..12 {
            let moment = Moment { now, zone, last_logged: None };
            let Some(next) = plan(std::slice::from_ref(&rule), &happened, &silence, moment).into_iter().next() else { break };
            if let Some(last) = happened.last() {
                gaps.push((local(next.at, zone).0 - local(last.at, zone).0).num_days());
            }
            happened.push(Happened { rule: next.rule, at: next.at, what: What::Fired });
            now = next.at;
        }
        // A clock that jumps over the whole window leaves out a day: such a gap may be one longer, never shorter.
        for pair in gaps.windows(2) {
            prop_assert!(pair[0] <= pair[1] + 1, "{gaps:?}");
        }
        prop_assert!(gaps.last().is_none_or(|last| gaps.iter().all(|gap| *gap <= *last + 1)), "{gaps:?}");
    }
}

#[test]
fn a_phone_that_is_never_opened_hears_less_and_less() {
    let rule = Rule {
        id: "evening".into(),
        about: About::Feeling,
        days: Days::ALL,
        from: MinuteOfDay::parse("18:00").unwrap(),
        to: MinuteOfDay::parse("20:00").unwrap(),
        unless_logged_hours: 0,
        rarer: 0,
        since: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        on: true,
    };
    let now = "2026-11-22T00:00:00Z".parse().unwrap();
    let moment = Moment { now, zone: chrono_tz::Asia::Tokyo, last_logged: None };
    let alarms = plan(&[rule], &[], &Silence::default(), moment);
    let days: Vec<i64> = alarms.iter().take(8).map(|alarm| (alarm.at - now).num_days()).collect();
    assert_eq!(days, [0, 1, 3, 5, 9, 13, 20, 27]);
    assert!(alarms.len() < 25, "a year of silence holds {} alarms", alarms.len());
}
