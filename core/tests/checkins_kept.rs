//! Check-ins with and without the lock: what was chosen holds across restarts, and nothing is asked for twice.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod vault_support;

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use tsunagari_core::app::vault::{Vault, VaultError};
use tsunagari_core::app::{Alarms, AppError, Kept, NewRule, SelfTest, Told};
use tsunagari_core::checkins::local;
use tsunagari_core::crypto::KdfCost;
use tsunagari_core::env::SystemRandom;
use tsunagari_core::model::{About, Days, MinuteOfDay, Quiet, Rest, RuleError, Silence, What};
use tsunagari_core::text::Texts;
use vault_support::TestBox;

const CHEAP: KdfCost = KdfCost { memory_kib: 8, passes: 1 };
const TOKYO: Tz = chrono_tz::Asia::Tokyo;

fn vault(folder: &Path, keystore: &Arc<TestBox>) -> Vault {
    Vault::new(folder, Arc::clone(keystore) as _, Arc::new(SystemRandom)).with_cost(CHEAP)
}

fn kept(vault: &Vault) -> Kept {
    Kept::new(vault.create().unwrap(), vault, Arc::new(SystemRandom), morning()).unwrap()
}

/// 2026-11-24 09:00 in Tokyo.
fn morning() -> DateTime<Utc> {
    "2026-11-24T00:00:00Z".parse().unwrap()
}

fn at(text: &str) -> MinuteOfDay {
    MinuteOfDay::parse(text).unwrap()
}

fn every_day() -> NewRule {
    NewRule { about: About::Feeling, days: Days::ALL, from: at("10:00"), to: at("20:00"), unless_logged_hours: 0 }
}

struct Phone {
    folder: tempfile::TempDir,
    keystore: Arc<TestBox>,
}

impl Phone {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), keystore: Arc::new(TestBox::new()) }
    }

    fn vault(&self) -> Vault {
        vault(self.folder.path(), &self.keystore)
    }
}

#[test]
fn a_plan_is_asked_for_until_it_is_done_and_then_never_again() {
    let phone = Phone::new();
    let kept = kept(&phone.vault());
    assert!(kept.orders(None, morning(), TOKYO).unwrap().all.is_empty(), "nothing speaks before somebody asks");
    kept.add_rule(every_day(), morning(), TOKYO).unwrap();
    let first = kept.orders(None, morning(), TOKYO).unwrap();
    assert!(!first.set.is_empty() && first.all.len() <= 64);
    assert_eq!(kept.orders(None, morning(), TOKYO).unwrap(), first, "a crash before it was done asks again");
    kept.alarms().unwrap().done(&first).unwrap();
    let again = kept.orders(None, morning(), TOKYO).unwrap();
    assert!(again.set.is_empty() && again.cancel.is_empty());
    for told in [Told::Boot, Told::Updated] {
        let after = kept.orders(Some(told), morning(), TOKYO).unwrap();
        assert_eq!(after.set, first.all, "{told:?}: the platform has lost all of it");
    }
}

#[test]
fn a_locked_restart_keeps_rest_and_quiet_hours_without_a_pin() {
    let phone = Phone::new();
    let vault = phone.vault();
    let kept = kept(&vault);
    kept.add_rule(every_day(), morning(), TOKYO).unwrap();
    let orders = kept.orders(None, morning(), TOKYO).unwrap();
    kept.alarms().unwrap().done(&orders).unwrap();
    drop(kept);
    vault.set_pin("", "4321", morning()).unwrap();
    assert_eq!(vault.open().unwrap_err(), VaultError::Locked);
    // A new process that knows no PIN.
    let locked = Alarms::open(&phone.vault()).unwrap();
    let back = locked.told(Told::Boot, morning(), TOKYO).unwrap();
    assert_eq!(back.set, orders.all);
    // In New York the same instants fall into quiet hours; those are not set there.
    let away = locked.told(Told::Zone, morning(), chrono_tz::America::New_York).unwrap();
    let quiet = Quiet::default();
    assert!(!away.cancel.is_empty());
    assert!(away.all.iter().all(|alarm| !quiet.covers(local(alarm.at, chrono_tz::America::New_York).1)));
    let night: DateTime<Utc> = "2026-11-24T14:00:00Z".parse().unwrap();
    assert_eq!(locked.fired(orders.all[0].id, night, TOKYO).unwrap(), None, "delivered late, at 23:00");
    locked.rest(Rest::Open, morning(), TOKYO).unwrap();
    let resting = Alarms::open(&phone.vault()).unwrap().told(Told::Boot, morning(), TOKYO).unwrap();
    assert!(resting.set.is_empty() && resting.all.is_empty());
    let id = orders.all[0].id;
    assert_eq!(locked.fired(id, orders.all[0].at, TOKYO).unwrap(), None, "one that the platform kept stays silent");
}

#[test]
fn what_was_heard_with_the_lock_on_is_taken_over_once() {
    let phone = Phone::new();
    let kept = kept(&phone.vault());
    let rule = kept.add_rule(every_day(), morning(), TOKYO).unwrap();
    let orders = kept.orders(None, morning(), TOKYO).unwrap();
    kept.alarms().unwrap().done(&orders).unwrap();
    let first = &orders.all[0];
    let locked = Alarms::open(&phone.vault()).unwrap();
    assert_eq!(locked.fired(first.id, first.at, TOKYO).unwrap().as_ref(), Some(first));
    let less = locked.less(&rule.id, first.at + TimeDelta::minutes(1)).unwrap();
    assert!(less.set.is_empty() && less.all.len() < orders.all.len(), "fewer at once, none anew");
    let later = first.at + TimeDelta::minutes(2);
    let snoozed = locked.snooze(&rule.id, 30, later, TOKYO).unwrap();
    let planned = kept.plan(later, TOKYO).unwrap();
    let put_off = planned.iter().find(|alarm| alarm.reason.snoozed).unwrap();
    assert!(snoozed.all.iter().any(|alarm| alarm.id == put_off.id && alarm.at == put_off.at), "the same alarm, once");
    for _ in 0..3 {
        kept.plan(later, TOKYO).unwrap();
        assert_eq!(kept.rule(&rule.id).unwrap().rarer, 1, "もっと少なく is taken over once");
    }
}

#[test]
fn enough_for_today_and_a_lost_permission_are_kept() {
    let phone = Phone::new();
    let kept = kept(&phone.vault());
    kept.add_rule(every_day(), morning(), TOKYO).unwrap();
    let orders = kept.orders(None, morning(), TOKYO).unwrap();
    kept.alarms().unwrap().done(&orders).unwrap();
    let alarms = kept.alarms().unwrap();
    let today = local(morning(), TOKYO).0;
    let rest = alarms.enough(morning(), TOKYO).unwrap();
    assert!(rest.all.iter().all(|alarm| local(alarm.at, TOKYO).0 != today) && rest.cancel == [orders.all[0].id]);
    assert!(kept.orders(Some(Told::PermissionLost), morning(), TOKYO).unwrap().set.is_empty());
    assert_eq!(alarms.self_test(morning()).unwrap(), SelfTest::NoPermission);
    assert_eq!(alarms.begin_self_test(morning()).unwrap(), None);
    let back = kept.orders(Some(Told::PermissionBack), morning(), TOKYO).unwrap();
    assert_eq!(back.set, back.all, "all is asked for anew");
}

#[test]
fn the_self_test_says_only_what_was_seen() {
    let phone = Phone::new();
    let alarms = kept(&phone.vault()).alarms().unwrap();
    assert_eq!(alarms.self_test(morning()).unwrap(), SelfTest::None);
    let alarm = alarms.begin_self_test(morning()).unwrap().unwrap();
    assert_eq!(alarms.self_test(morning()).unwrap(), SelfTest::Waiting { at: alarm.at });
    assert_eq!(alarms.self_test(alarm.at + TimeDelta::hours(1)).unwrap(), SelfTest::NotCame { at: alarm.at });
    let came = alarm.at + TimeDelta::minutes(7);
    assert_eq!(alarms.fired(alarm.id, came, TOKYO).unwrap(), None);
    assert_eq!(alarms.self_test(came).unwrap(), SelfTest::Came { late_seconds: 420 });
    alarms.begin_self_test(came).unwrap().unwrap();
    assert!(matches!(alarms.self_test(came).unwrap(), SelfTest::Waiting { .. }), "an old result is not a new one");
}

#[test]
fn a_rule_that_could_never_speak_or_would_fill_the_phone_is_refused() {
    let phone = Phone::new();
    let kept = kept(&phone.vault());
    let refused = |new: NewRule| match kept.add_rule(new, morning(), TOKYO).unwrap_err() {
        AppError::Rule(why) => why,
        other => panic!("{other}"),
    };
    assert_eq!(refused(NewRule { from: at("22:00"), to: at("23:00"), ..every_day() }), RuleError::OnlyQuiet);
    assert_eq!(refused(NewRule { from: at("12:00"), to: at("11:00"), ..every_day() }), RuleError::Window);
    assert_eq!(refused(NewRule { unless_logged_hours: 200, ..every_day() }), RuleError::Unless);
    assert_eq!(refused(NewRule { about: About::Own("あ".repeat(201)), ..every_day() }), RuleError::Text(201));
    assert_eq!(refused(NewRule { about: About::Own(" ".into()), ..every_day() }), RuleError::Text(1));
    for _ in 0..32 {
        kept.add_rule(every_day(), morning(), TOKYO).unwrap();
    }
    assert_eq!(refused(every_day()), RuleError::TooMany);
    assert_eq!(kept.orders(None, morning(), TOKYO).unwrap().all.len(), 64);
}

#[test]
fn wanting_to_be_alone_silences_what_asks_about_people_only() {
    let phone = Phone::new();
    let kept = kept(&phone.vault());
    let feeling = kept.add_rule(every_day(), morning(), TOKYO).unwrap();
    kept.add_rule(NewRule { about: About::People, ..every_day() }, morning(), TOKYO).unwrap();
    kept.put_silence(&Silence { alone: true, ..Silence::default() }).unwrap();
    let plan = kept.plan(morning(), TOKYO).unwrap();
    assert!(!plan.is_empty() && plan.iter().all(|alarm| alarm.rule == feeling.id));
    kept.heard(&feeling.id, What::Answered, plan[0].at).unwrap();
    assert!(kept.remove_rule("").is_err() && kept.remove_rule(&feeling.id.chars().take(6).collect::<String>()).is_ok());
}

/// Words that cheer, push or count in front of somebody.
const LOUD: [&str; 14] = [
    "！",
    "!",
    "頑張",
    "がんば",
    "ファイト",
    "素晴らし",
    "すばらし",
    "連続",
    "回目",
    "streak",
    "great",
    "come on",
    "keep it up",
    "don't forget",
];

#[test]
fn no_default_text_cheers_counts_or_asks_twice() {
    use tsunagari_core::model::Language;
    for language in [Language::Japanese, Language::EasyJapanese, Language::English] {
        let texts = Texts::new(language);
        for id in ["remind-neutral", "remind-feeling", "remind-people", "remind-self-test"] {
            let text = tsunagari_core::text::strip_ruby(&texts.get(id));
            assert!(LOUD.iter().all(|word| !text.to_lowercase().contains(word)), "{language} {id}: {text}");
            assert!(!text.chars().any(char::is_numeric), "{language} {id} counts: {text}");
            let questions = text.matches(['?', '？']).count() + text.matches("か。").count();
            assert!(questions <= 1, "{language} {id} asks twice: {text}");
        }
    }
}
