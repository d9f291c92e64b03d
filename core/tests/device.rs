//! A device as a phone holds it: asked from any thread, closed once, and never calling anybody under a lock.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

mod vault_support;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, Weak};

use chrono::NaiveDate;
use tsunagari_core::app::vault::{State, VaultError};
use tsunagari_core::app::{AppError, BusyRequest, Changed, Device, Listener, Opening, OwnWords};
use tsunagari_core::crypto::KdfCost;
use tsunagari_core::directory::answer::FindRequest;
use tsunagari_core::env::{FixedClock, SystemRandom};
use tsunagari_core::store::StoreError;
use vault_support::TestBox;

fn hana(folder: &Path) -> Device {
    let now = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(2, 0, 0).unwrap();
    Device::open(Opening {
        folder: folder.to_path_buf(),
        clock: Arc::new(FixedClock(now)),
        keystore: Arc::new(TestBox::new()),
        random: Arc::new(SystemRandom),
        cost: KdfCost { memory_kib: 8, passes: 1 },
    })
    .unwrap()
}

fn asking(text: &str) -> FindRequest {
    FindRequest { text: text.into(), ..FindRequest::default() }
}

#[test]
fn whoever_only_searches_gets_no_private_store() {
    let folder = tempfile::tempdir().unwrap();
    let device = hana(folder.path());
    let ticket = device.ticket().unwrap();
    assert!(device.find(ticket, &asking("薬をたくさん飲んだ"), true).unwrap().answer.danger);
    assert!(!device.chain(&BusyRequest::default(), true).unwrap().1);
    assert!(matches!(device.kept(|_, kept| kept.rules()), Err(AppError::Vault(VaultError::NoStore))));
    assert_eq!(device.state().unwrap(), State::None);
    assert!(!folder.path().join("private.db").exists());
}

#[test]
fn a_lock_holds_until_the_pin_and_what_is_public_answers_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let device = hana(folder.path());
    device.begin().unwrap();
    let words = OwnWords { name: Some("よりみち食堂".into()), ..OwnWords::default() };
    let now = device.clock().unwrap().utc();
    device.change(Changed::Own, |_, kept| kept.add_own(&words, now)).unwrap();
    let tried = |id: &str| BusyRequest { ids: vec![id.into()], ..BusyRequest::default() };
    assert!(device.chain(&tried("jp.yorisoi"), true).unwrap().1);
    assert!(
        !device.chain(&tried("jp.dv-plus"), true).unwrap().1,
        "its traces are not kept, and nobody is told they are"
    );
    device.set_pin("", "4649").unwrap();
    assert_eq!((device.state().unwrap(), device.has_lock().unwrap()), (State::Open, true));
    let found = |device: &Device| {
        let ticket = device.ticket().unwrap();
        device.find(ticket, &asking("よりみち食堂"), true).unwrap().own.len()
    };
    assert_eq!(found(&device), 1);
    device.lock().unwrap();
    assert_eq!((device.state().unwrap(), found(&device)), (State::Locked, 0));
    assert!(matches!(device.unlock("0000"), Err(AppError::Vault(VaultError::WrongPin))));
    device.unlock("4649").unwrap();
    assert_eq!(found(&device), 1);
    device.forget().unwrap();
    assert_eq!((device.state().unwrap(), found(&device)), (State::None, 0));
}

#[test]
fn a_search_that_was_cancelled_finds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let device = hana(folder.path());
    let ticket = device.ticket().unwrap();
    device
        .ask(|app| {
            app.stop(ticket);
            Ok(())
        })
        .unwrap();
    assert!(matches!(device.find(ticket, &asking("話し相手"), true), Err(AppError::Stopped)));
}

/// Asks the device while it is being told.
struct Asks {
    device: Mutex<Weak<Device>>,
    heard: AtomicUsize,
}

impl Listener for Asks {
    fn changed(&self, _what: Changed) {
        self.heard.fetch_add(1, Ordering::SeqCst);
        if let Some(device) = self.device.lock().unwrap().upgrade() {
            device.state().unwrap();
            let again = device.subscribe(Arc::new(Deaf)).unwrap();
            drop(again);
        }
    }
}

struct Deaf;

impl Listener for Deaf {
    fn changed(&self, _what: Changed) {}
}

#[test]
fn a_listener_may_ask_anything_and_hears_nothing_after_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let device = Arc::new(hana(folder.path()));
    let ears = Arc::new(Asks { device: Mutex::new(Arc::downgrade(&device)), heard: AtomicUsize::new(0) });
    let subscription = device.subscribe(Arc::clone(&ears) as Arc<dyn Listener>).unwrap();
    device.begin().unwrap();
    device.lock().unwrap();
    assert_eq!(ears.heard.load(Ordering::SeqCst), 2);
    drop(subscription);
    device.tell(Changed::Mood);
    assert_eq!(ears.heard.load(Ordering::SeqCst), 2);
}

#[test]
fn what_is_asked_after_the_end_says_so_and_nothing_is_left_open() {
    let folder = tempfile::tempdir().unwrap();
    let device = hana(folder.path());
    device.begin().unwrap();
    let ears = Arc::new(Asks { device: Mutex::new(Weak::new()), heard: AtomicUsize::new(0) });
    let subscription = device.subscribe(Arc::clone(&ears) as Arc<dyn Listener>).unwrap();
    device.close();
    device.close();
    assert!(matches!(device.state(), Err(AppError::Closed)));
    assert!(matches!(device.ask(|app| app.emergency(None)), Err(AppError::Closed)));
    assert!(matches!(device.alarms(|alarms| alarms.silence()), Err(AppError::Closed)));
    device.tell(Changed::Mood);
    assert_eq!(ears.heard.load(Ordering::SeqCst), 0);
    drop(subscription);
    let again = hana(folder.path());
    assert_eq!(again.state().unwrap(), State::Open);
}

#[test]
fn damage_leaves_an_answer_whether_it_shows_at_once_or_later() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("directory.db");
    drop(hana(folder.path()));
    let whole = std::fs::read(&path).unwrap();
    let answers = |device: &Device| device.ask(|app| app.show("jp.yorisoi", None)).is_ok();
    std::fs::write(&path, whole.get(..5000).unwrap()).unwrap();
    let torn = hana(folder.path());
    assert!(torn.is_carried().unwrap() && answers(&torn));
    assert_eq!(std::fs::read(&path).unwrap(), whole.get(..5000).unwrap(), "left as it was");
    std::fs::write(&path, &whole).unwrap();
    let later = hana(folder.path());
    assert!(!later.is_carried().unwrap() && answers(&later));
    later.ask(|_| -> Result<(), AppError> { Err(StoreError::Full.into()) }).unwrap_err();
    assert!(later.is_carried().unwrap() && answers(&later));
    let nowhere = hana(&path);
    assert!(answers(&nowhere));
}

#[test]
fn sixteen_threads_at_once_and_many_rounds_leave_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let device = hana(folder.path());
    device.begin().unwrap();
    std::thread::scope(|scope| {
        for at in 0..16 {
            let device = &device;
            scope.spawn(move || {
                for _ in 0..20 {
                    device.ask(|app| app.emergency(None)).unwrap();
                    device.kept(|_, kept| kept.rules()).unwrap();
                    let ears = device.subscribe(Arc::new(Deaf)).unwrap();
                    if at % 2 == 0 {
                        device.tell(Changed::Mood);
                    }
                    ears.cancel();
                }
            });
        }
    });
    let weak = {
        let ears: Arc<dyn Listener> = Arc::new(Deaf);
        for _ in 0..10_000 {
            drop(device.subscribe(Arc::clone(&ears)).unwrap());
        }
        Arc::downgrade(&ears)
    };
    assert_eq!(weak.strong_count(), 0, "no listener is held by what was dropped");
}
