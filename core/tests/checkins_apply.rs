//! A platform that follows: what it has set is kept only after it did all of it, and in the end it has what was planned,
//! wherever it failed before.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod vault_support;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Asia::Tokyo;
use parking_lot::Mutex;
use tsunagari_core::app::vault::VaultError;
use tsunagari_core::app::{AppError, Changed, Device, Listener, NewRule, Opening, Orders, SelfTest, Setter, Told};
use tsunagari_core::crypto::KdfCost;
use tsunagari_core::env::{Clock, SystemRandom, from_japan};
use tsunagari_core::model::{About, Days, MinuteOfDay, What};
use tsunagari_core::store::SetAlarm;
use vault_support::TestBox;

/// A clock that can be set.
struct Hand(Mutex<NaiveDateTime>);

impl Clock for Hand {
    fn now(&self) -> NaiveDateTime {
        *self.0.lock()
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Problem {
    Platform,
    App(AppError),
}

impl From<AppError> for Problem {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

/// The alarms of a phone, which fail after so many calls.
#[derive(Default)]
struct Phone {
    set: Mutex<BTreeMap<i64, DateTime<Utc>>>,
    calls: AtomicUsize,
    fails_after: Mutex<Option<usize>>,
    /// How many are asking for something now, and whether ever two were at once.
    asking: AtomicUsize,
    crowded: AtomicBool,
}

impl Phone {
    fn failing_after(&self, calls: impl Into<Option<usize>>) {
        self.calls.store(0, Ordering::SeqCst);
        *self.fails_after.lock() = calls.into();
    }

    fn called(&self) -> Result<(), Problem> {
        self.crowded.fetch_or(self.asking.fetch_add(1, Ordering::SeqCst) > 0, Ordering::SeqCst);
        std::thread::sleep(std::time::Duration::from_micros(50));
        self.asking.fetch_sub(1, Ordering::SeqCst);
        let before = self.calls.fetch_add(1, Ordering::SeqCst);
        if self.fails_after.lock().is_some_and(|most| before >= most) { Err(Problem::Platform) } else { Ok(()) }
    }

    /// A restart: the platform has lost all of it.
    fn boot(&self) {
        self.set.lock().clear();
    }

    fn alarms(&self) -> Vec<(DateTime<Utc>, i64)> {
        let mut alarms: Vec<_> = self.set.lock().iter().map(|(id, at)| (*at, *id)).collect();
        alarms.sort_unstable();
        alarms
    }
}

impl Setter for Phone {
    type Problem = Problem;

    fn cancel(&self, id: i64) -> Result<(), Problem> {
        self.called()?;
        self.set.lock().remove(&id);
        Ok(())
    }

    fn set(&self, alarm: &SetAlarm) -> Result<(), Problem> {
        self.called()?;
        self.set.lock().insert(alarm.id, alarm.at);
        Ok(())
    }
}

struct Place {
    device: Device,
    clock: Arc<Hand>,
    folder: tempfile::TempDir,
}

/// 2026-11-24 09:00 in Tokyo, and nothing is kept.
fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(Hand(Mutex::new("2026-11-24T09:00:00".parse().unwrap())));
    let opening = Opening {
        folder: folder.path().to_owned(),
        clock: Arc::clone(&clock) as _,
        keystore: Arc::new(TestBox::new()),
        random: Arc::new(SystemRandom),
        cost: KdfCost { memory_kib: 8, passes: 1 },
    };
    Place { device: Device::open(opening).unwrap(), clock, folder }
}

impl Place {
    fn now(&self) -> DateTime<Utc> {
        from_japan(self.clock.now())
    }

    fn wait(&self, time: TimeDelta) {
        *self.clock.0.lock() += time;
    }

    /// A check-in a day, and another on Saturdays.
    fn begin(&self) -> String {
        self.device.begin().unwrap();
        self.add(6 << 4);
        self.add(Days::ALL.bits())
    }

    fn add(&self, days: u8) -> String {
        let at = |text| MinuteOfDay::parse(text).unwrap();
        let new = NewRule {
            about: About::Feeling,
            days: Days::from_bits(days).unwrap(),
            from: at("10:00"),
            to: at("20:00"),
            unless_logged_hours: 0,
        };
        self.device.change(Changed::CheckIns, |_, kept| kept.add_rule(new, self.now(), Tokyo)).unwrap().id
    }

    fn orders(&self) -> Orders {
        self.device.kept(|_, kept| kept.orders(None, self.now(), Tokyo)).unwrap()
    }

    fn plan(&self) -> Vec<(DateTime<Utc>, i64)> {
        let plan = self.device.kept(|_, kept| kept.plan(self.now(), Tokyo)).unwrap();
        let mut plan: Vec<_> = plan.iter().map(|alarm| (alarm.at, alarm.id)).collect();
        plan.sort_unstable();
        plan
    }
}

#[test]
fn a_setter_that_fails_half_way_leaves_what_was_and_is_asked_again() {
    let (place, phone) = (place(), Phone::default());
    place.begin();
    let first = place.orders();
    assert!(first.set.len() > 10 && first.cancel.is_empty());
    for calls in [0, 1, 7] {
        phone.failing_after(calls);
        assert_eq!(place.device.apply(&phone, None), Err(Problem::Platform));
        assert_eq!(place.orders(), first, "after {calls} calls");
    }
    phone.failing_after(None);
    place.device.apply(&phone, None).unwrap();
    assert_eq!(phone.alarms(), place.plan());
    let again = place.orders();
    assert!(again.set.is_empty() && again.cancel.is_empty(), "it is kept");
    phone.failing_after(0);
    place.device.apply(&phone, None).unwrap();
    assert_eq!(phone.calls.load(Ordering::SeqCst), 0, "nothing is asked for twice");
}

#[test]
fn wherever_it_failed_the_phone_ends_with_what_is_planned() {
    let (place, phone) = (place(), Phone::default());
    place.begin();
    place.device.apply(&phone, None).unwrap();
    let all = phone.alarms().len();
    // Some are cancelled, and are wanted again before the phone has heard of the others.
    for calls in (0..all).step_by(3).chain([all - 1]) {
        phone.failing_after(calls);
        assert_eq!(place.device.rest(&phone, None), Err(Problem::Platform));
        assert_eq!(phone.alarms().len(), all - calls);
        phone.failing_after(None);
        place.device.end_rest(&phone).unwrap();
        assert_eq!(phone.alarms(), place.plan(), "after {calls} calls");
    }
    // It was restarted, and the call that should have told of it failed.
    for calls in [0, 5] {
        phone.boot();
        phone.failing_after(calls);
        assert_eq!(place.device.apply(&phone, Some(Told::Boot)), Err(Problem::Platform));
        phone.failing_after(None);
        place.device.apply(&phone, None).unwrap();
        assert_eq!(phone.alarms(), place.plan(), "after {calls} calls");
    }
}

#[test]
fn with_the_lock_on_it_goes_by_what_is_known_and_what_was_pressed_holds() {
    let (place, phone) = (place(), Phone::default());
    let rule = place.begin();
    place.device.apply(&phone, None).unwrap();
    place.device.set_pin("", "4321").unwrap();
    place.device.lock().unwrap();
    let before = phone.alarms();
    phone.boot();
    place.device.apply(&phone, Some(Told::Boot)).unwrap();
    assert_eq!(phone.alarms(), before);

    let (at, id) = before[0];
    *place.clock.0.lock() = tsunagari_core::env::in_japan(at);
    assert_eq!(place.device.fired(id).unwrap().map(|alarm| alarm.rule), Some(rule.clone()));
    place.device.snooze(&phone, &rule, 30).unwrap();
    assert!(phone.alarms().iter().any(|(later, _)| *later == at + TimeDelta::minutes(30)), "あとで");
    place.wait(TimeDelta::minutes(1));
    place.device.less(&phone, &rule).unwrap();
    assert!(phone.alarms().len() < before.len(), "もっと少なく");
    assert!(matches!(place.device.less(&phone, ""), Err(Problem::App(AppError::NotFound { .. }))));
    place.wait(TimeDelta::minutes(1));
    place.device.heard(&rule, What::Answered).unwrap();

    place.device.unlock("4321").unwrap();
    place.device.apply(&phone, None).unwrap();
    let ahead: Vec<_> = phone.alarms().into_iter().filter(|(at, _)| *at > place.now()).collect();
    assert_eq!(ahead, place.plan());
    assert_eq!(place.device.kept(|_, kept| kept.rule(&rule)).unwrap().rarer, 1);
    let unknown = place.device.heard("nobody", What::Answered);
    assert!(matches!(unknown, Err(AppError::NotFound { .. })), "with the lock off it can be looked up");
}

#[test]
fn less_that_is_pressed_again_because_the_platform_failed_counts_once() {
    for locked in [false, true] {
        let (place, phone) = (place(), Phone::default());
        let rule = place.begin();
        place.device.apply(&phone, None).unwrap();
        place.device.set_pin("", "4321").unwrap();
        if locked {
            place.device.lock().unwrap();
        }
        let before = phone.alarms().len();
        for _ in 0..2 {
            place.wait(TimeDelta::minutes(1));
            phone.failing_after(0);
            assert_eq!(place.device.less(&phone, &rule), Err(Problem::Platform));
        }
        phone.failing_after(None);
        place.wait(TimeDelta::minutes(1));
        place.device.less(&phone, &rule).unwrap();
        let once = phone.alarms().len();
        assert!(once < before, "locked {locked}");
        let rarer = || {
            if locked {
                // What was pressed with the lock on is taken over with the next plan.
                place.device.unlock("4321").unwrap();
                place.device.apply(&phone, None).unwrap();
            }
            place.device.kept(|_, kept| kept.rule(&rule)).unwrap().rarer
        };
        assert_eq!(rarer(), 1, "locked {locked}");
        place.wait(TimeDelta::minutes(1));
        place.device.less(&phone, &rule).unwrap();
        assert_eq!(rarer(), 2, "the platform had followed: this one is new");
    }
}

#[test]
fn enough_and_rest_are_silent_at_once_and_without_permission_nothing_is_asked_for() {
    let (place, phone) = (place(), Phone::default());
    place.begin();
    place.device.apply(&phone, None).unwrap();
    let today = |alarms: Vec<(DateTime<Utc>, i64)>| {
        alarms.iter().filter(|(at, _)| *at < place.now() + TimeDelta::hours(12)).count()
    };
    assert_eq!(today(phone.alarms()), 1);
    place.device.enough(&phone).unwrap();
    assert_eq!(today(phone.alarms()), 0);
    place.device.rest(&phone, Some(7)).unwrap();
    assert!(phone.alarms().iter().all(|(at, _)| *at >= place.now() + TimeDelta::days(7)));
    place.device.end_rest(&phone).unwrap();

    phone.boot();
    place.device.apply(&phone, Some(Told::PermissionLost)).unwrap();
    place.device.apply(&phone, Some(Told::Boot)).unwrap();
    assert_eq!(place.device.begin_self_test(&phone), Ok(None));
    assert!(phone.alarms().is_empty());
    place.device.apply(&phone, Some(Told::PermissionBack)).unwrap();
    assert_eq!(phone.alarms(), place.plan());
}

#[test]
fn the_self_test_says_what_the_setter_said() {
    let (place, phone) = (place(), Phone::default());
    place.begin();
    phone.failing_after(0);
    assert_eq!(place.device.begin_self_test(&phone), Err(Problem::Platform));
    phone.failing_after(None);
    let at = place.device.begin_self_test(&phone).unwrap().unwrap();
    let result = || place.device.alarms(|alarms| alarms.self_test(place.now())).unwrap();
    assert_eq!(result(), SelfTest::Waiting { at });
    let &(_, id) = phone.alarms().first().unwrap();
    place.wait(TimeDelta::minutes(3));
    assert_eq!(place.device.fired(id).unwrap(), None);
    assert_eq!(result(), SelfTest::Came { late_seconds: 60 });
}

#[test]
fn who_keeps_nothing_has_nothing_set_and_nothing_made() {
    let (place, phone) = (place(), Phone::default());
    let files = || std::fs::read_dir(place.folder.path()).unwrap().count();
    let before = files();
    place.device.apply(&phone, Some(Told::Boot)).unwrap();
    assert_eq!(files(), before);
    let resting = place.device.rest(&phone, None);
    assert_eq!(resting, Err(Problem::App(AppError::Vault(VaultError::NoStore))));
}

/// A screen that asks for everything anew whenever it hears of a change.
struct Screen {
    device: std::sync::Weak<Device>,
    phone: Arc<Phone>,
    heard: AtomicUsize,
}

impl Listener for Screen {
    fn changed(&self, what: Changed) {
        self.heard.fetch_add(usize::from(what == Changed::CheckIns), Ordering::SeqCst);
        self.device.upgrade().unwrap().apply(&*self.phone, None).unwrap();
    }
}

#[test]
fn a_listener_may_ask_again_and_threads_take_turns() {
    let Place { device, clock, folder } = place();
    let device = Arc::new(device);
    let phone = Arc::new(Phone::default());
    device.begin().unwrap();
    let screen =
        Arc::new(Screen { device: Arc::downgrade(&device), phone: Arc::clone(&phone), heard: AtomicUsize::new(0) });
    let listening = device.subscribe(Arc::clone(&screen) as _).unwrap();
    let at = |text| MinuteOfDay::parse(text).unwrap();
    let now = from_japan(clock.now());
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (device, phone) = (&device, &phone);
            scope.spawn(move || {
                let days = Days::from_bits(1 << (thread % 7)).unwrap();
                let new =
                    NewRule { about: About::People, days, from: at("10:00"), to: at("20:00"), unless_logged_hours: 0 };
                let rule = device.change(Changed::CheckIns, |_, kept| kept.add_rule(new, now, Tokyo)).unwrap();
                device.rest(&**phone, None).unwrap();
                device.end_rest(&**phone).unwrap();
                if thread % 2 == 0 {
                    device.change(Changed::CheckIns, |_, kept| kept.remove_rule(&rule.id)).unwrap();
                }
            });
        }
    });
    listening.cancel();
    assert!(!phone.crowded.load(Ordering::SeqCst), "two had the alarms changed at once");
    assert_eq!(screen.heard.load(Ordering::SeqCst), 8 * 3 + 4);
    let plan = device.kept(|_, kept| kept.plan(now, Tokyo)).unwrap();
    let mut plan: Vec<_> = plan.iter().map(|alarm| (alarm.at, alarm.id)).collect();
    plan.sort_unstable();
    assert!(!plan.is_empty());
    assert_eq!(phone.alarms(), plan);
    drop(folder);
}
