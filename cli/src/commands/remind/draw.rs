//! What `remind` prints.

use chrono::{DateTime, Datelike as _, Utc};
use tsunagari_core::app::say::why;
use tsunagari_core::app::{Orders, SelfTest};
use tsunagari_core::model::{About, Alarm, Days, Rest, Rule, Silence};
use tsunagari_core::store::SetAlarm;
use tsunagari_core::text::{Argument, plain};

use super::Remind;
use crate::render::Look;

/// A rule as JSON.
#[derive(serde::Serialize)]
struct RuleJson {
    id: String,
    about: &'static str,
    text: String,
    days: Vec<String>,
    from: String,
    to: String,
    unless_logged_hours: u8,
    less: u8,
    since: String,
    on: bool,
}

/// All of it as JSON.
#[derive(serde::Serialize)]
struct ListJson {
    rules: Vec<RuleJson>,
    quiet: String,
    rest: Option<String>,
    alone: bool,
    may_speak: bool,
}

/// An alarm with its reason in words.
#[derive(serde::Serialize)]
struct PlannedJson {
    id: i64,
    rule: String,
    at: DateTime<Utc>,
    local: String,
    why: String,
}

/// What a platform would do.
#[derive(serde::Serialize)]
struct AheadJson<'a> {
    #[serde(flatten)]
    orders: &'a Orders,
    zone: &'static str,
    plan: Vec<PlannedJson>,
}

const DAYS: [chrono::Weekday; 7] = [
    chrono::Weekday::Mon,
    chrono::Weekday::Tue,
    chrono::Weekday::Wed,
    chrono::Weekday::Thu,
    chrono::Weekday::Fri,
    chrono::Weekday::Sat,
    chrono::Weekday::Sun,
];

impl Remind<'_> {
    pub(super) fn said(&mut self, id: &str) {
        if self.global.json {
            self.screen.json(&serde_json::json!({ "done": true }));
        } else {
            self.screen.line(0, Look::Plain, &self.texts.get(id));
        }
    }

    pub(super) fn obeyed(&mut self, id: &str, orders: &Orders) {
        if self.global.json {
            self.screen.json(orders);
        } else {
            self.said(id);
        }
    }

    pub(super) fn added(&mut self, rule: &Rule) {
        if self.global.json {
            self.screen.json(&json(rule));
            return;
        }
        self.screen.line(0, Look::Plain, &self.texts.get("remind-added"));
        self.rule(rule);
        self.screen.line(0, Look::Dim, &self.texts.get("remind-added-less"));
    }

    pub(super) fn list(&mut self, rules: &[Rule], silence: &Silence, may_speak: bool) {
        let quiet = format!("{}–{}", silence.quiet.from, silence.quiet.to);
        let rest = match silence.rest {
            Rest::Until(end) if end > self.now => Some(self.local(end)),
            Rest::Open => Some(self.texts.get("remind-until-you-say")),
            Rest::No | Rest::Until(_) => None,
        };
        if self.global.json {
            let rules = rules.iter().map(json).collect();
            self.screen.json(&ListJson { rules, quiet, rest, alone: silence.alone, may_speak });
            return;
        }
        if rules.is_empty() {
            self.screen.line(0, Look::Plain, &self.texts.get("remind-none"));
        }
        rules.iter().for_each(|rule| self.rule(rule));
        self.screen.gap();
        self.screen.line(0, Look::Plain, &self.texts.with("remind-quiet", &[("hours", quiet.into())]));
        if let Some(until) = rest {
            self.screen.line(0, Look::Bold, &self.texts.with("remind-resting", &[("until", until.into())]));
        }
        if silence.alone {
            self.screen.line(0, Look::Plain, &self.texts.get("remind-alone-on"));
        }
        if !may_speak {
            self.screen.line(0, Look::Bold, &self.texts.get("self-test-no-permission"));
        }
    }

    fn rule(&mut self, rule: &Rule) {
        let id: String = rule.id.chars().take(8).collect();
        let about = match &rule.about {
            About::Feeling => self.texts.get("remind-feeling"),
            About::People => self.texts.get("remind-people"),
            About::Own(text) => text.clone(),
        };
        self.screen.line(0, Look::Bold, &about);
        let said: [(&str, Argument); 4] = [
            ("days", self.days(rule.days).into()),
            ("from", rule.from.to_string().into()),
            ("to", rule.to.to_string().into()),
            ("id", id.into()),
        ];
        self.screen.line(2, Look::Plain, &self.texts.with("remind-when", &said));
        if rule.unless_logged_hours > 0 {
            let hours = [("hours", rule.unless_logged_hours.to_string().into())];
            self.screen.line(2, Look::Plain, &self.texts.with("remind-unless", &hours));
        }
    }

    fn days(&self, days: Days) -> String {
        if days == Days::ALL {
            return self.texts.get("remind-every-day");
        }
        let names: Vec<String> = DAYS
            .iter()
            .filter(|day| days.has(**day))
            .map(|day| self.texts.get(&format!("remind-day-{}", day.num_days_from_monday())))
            .collect();
        names.join(&self.texts.get("remind-between-days"))
    }

    /// What would be set, soonest first, each with its reason where it is known.
    pub(super) fn ahead(&mut self, orders: &Orders, plan: &[Alarm]) {
        let planned = |alarm: &Alarm| PlannedJson {
            id: alarm.id,
            rule: alarm.rule.clone(),
            at: alarm.at,
            local: self.local(alarm.at),
            why: why(&alarm.reason, self.texts),
        };
        if self.global.json {
            let plan = plan.iter().map(planned).collect();
            self.screen.json(&AheadJson { orders, zone: self.zone.name(), plan });
            return;
        }
        if orders.all.is_empty() {
            self.screen.line(0, Look::Plain, &self.texts.get("remind-nothing-set"));
        }
        for alarm in &orders.all {
            let at = self.local(alarm.at);
            self.screen.line(0, Look::Plain, &at);
            if let Some(planned) = plan.iter().find(|planned| planned.id == alarm.id) {
                self.screen.line(2, Look::Dim, &why(&planned.reason, self.texts));
            }
        }
    }

    /// The next alarm of each rule, and why it comes then.
    pub(super) fn why(&mut self, rules: &[Rule], plan: &[Alarm]) {
        if self.global.json {
            self.ahead(&Orders::default(), plan);
            return;
        }
        if rules.is_empty() {
            self.screen.line(0, Look::Plain, &self.texts.get("remind-none"));
        }
        for rule in rules {
            self.rule(rule);
            match plan.iter().find(|alarm| alarm.rule == rule.id) {
                Some(alarm) => {
                    let next = [("time", self.local(alarm.at).into())];
                    self.screen.line(2, Look::Plain, &self.texts.with("remind-next", &next));
                    self.screen.line(2, Look::Plain, &why(&alarm.reason, self.texts));
                }
                None => self.screen.line(2, Look::Plain, &self.texts.get("remind-silent")),
            }
        }
    }

    pub(super) fn fired(&mut self, shown: Option<&SetAlarm>) {
        if self.global.json {
            self.screen.json(&serde_json::json!({ "show": shown }));
        } else if let Some(alarm) = shown {
            self.screen.line(0, Look::Plain, &self.texts.get(&alarm.text));
        } else {
            self.screen.line(0, Look::Plain, &self.texts.get("remind-stays-silent"));
        }
    }

    pub(super) fn test_began(&mut self, alarm: Option<&SetAlarm>) {
        if self.global.json {
            self.screen.json(&serde_json::json!({ "set": alarm }));
        } else if let Some(alarm) = alarm {
            let said = [("time", self.local(alarm.at).into()), ("id", alarm.id.to_string().into())];
            self.screen.line(0, Look::Plain, &self.texts.with("self-test-began", &said));
        } else {
            self.screen.line(0, Look::Plain, &self.texts.get("self-test-no-permission"));
        }
    }

    pub(super) fn test_result(&mut self, result: SelfTest) {
        if self.global.json {
            self.screen.json(&result);
            return;
        }
        let at = |at: DateTime<Utc>| [("time", Argument::from(self.local(at)))];
        let said = match result {
            SelfTest::None => self.texts.get("self-test-none"),
            SelfTest::NoPermission => self.texts.get("self-test-no-permission"),
            SelfTest::Waiting { at: when } => self.texts.with("self-test-waiting", &at(when)),
            SelfTest::Came { late_seconds } => {
                let minutes = late_seconds / 60;
                let id = if minutes == 0 { "self-test-came" } else { "self-test-came-late" };
                self.texts.with(id, &[("minutes", minutes.to_string().into())])
            }
            SelfTest::NotCame { at: when } => self.texts.with("self-test-not-came", &at(when)),
        };
        self.screen.line(0, Look::Plain, &said);
    }

    fn local(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&self.zone);
        let day = self.texts.get(&format!("remind-day-{}", local.weekday().num_days_from_monday()));
        let said = [
            ("date", local.format("%Y-%m-%d").to_string().into()),
            ("day", plain(&day, self.texts.language()).into()),
            ("time", local.format("%H:%M").to_string().into()),
        ];
        self.texts.with("remind-at", &said)
    }
}

fn json(rule: &Rule) -> RuleJson {
    let (about, text) = match &rule.about {
        About::Feeling => ("feeling", String::new()),
        About::People => ("people", String::new()),
        About::Own(text) => ("own", text.clone()),
    };
    RuleJson {
        id: rule.id.clone(),
        about,
        text,
        days: DAYS.iter().filter(|day| rule.days.has(**day)).map(ToString::to_string).collect(),
        from: rule.from.to_string(),
        to: rule.to.to_string(),
        unless_logged_hours: rule.unless_logged_hours,
        less: rule.rarer,
        since: rule.since.to_string(),
        on: rule.on,
    }
}
