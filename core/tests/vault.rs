//! The encrypted stores: nobody else opens them, and a wrong key, a damaged file and a lost key are told apart with
//! every file left as it was.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod vault_support;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tsunagari_core::app::vault::{State, Vault, VaultError, forget::forget};
use tsunagari_core::crypto::KdfCost;
use tsunagari_core::env::{SecretBoxError, SystemRandom};
use tsunagari_core::model::{EventId, Level, Mood, Rest, Silence};
use tsunagari_core::store::{PrivateStore, SetAlarm, StoreError};
use vault_support::TestBox;

/// As small as Argon2 allows: tests try many PINs.
const CHEAP: KdfCost = KdfCost { memory_kib: 8, passes: 1 };
const CANARY: &str = "みみずくのひみつ";

fn vault(folder: &Path, keystore: &Arc<TestBox>) -> Vault {
    Vault::new(folder, Arc::clone(keystore) as _, Arc::new(SystemRandom)).with_cost(CHEAP)
}

fn now() -> DateTime<Utc> {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

fn mood(id: u8) -> Mood {
    Mood {
        id: EventId([id; 16]),
        at: DateTime::parse_from_rfc3339("2026-11-22T12:00:00+09:00").unwrap(),
        level: Level::new(2).unwrap(),
        labels: ["tired".to_owned()].into(),
        contexts: ["home".to_owned(), "spoke-with-someone".to_owned()].into(),
        note: format!("{CANARY} hana"),
        logged: now(),
        amended: None,
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        // The index of the log is scratch: SQLite makes it anew.
        .filter(|entry| !entry.file_name().to_string_lossy().ends_with("-shm"))
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .filter(|(name, bytes)| !(name.ends_with("-wal") && bytes.is_empty()))
        .collect()
}

fn filled(folder: &Path, keystore: &Arc<TestBox>) {
    let store = vault(folder, keystore).create().unwrap();
    store.put_moods(&[mood(1), mood(2)]).unwrap();
}

fn fails_and_leaves_all(folder: &Path, vault: &Vault) -> VaultError {
    let before = files(folder);
    let error = vault.open().unwrap_err();
    assert_eq!(files(folder), before, "a refused store was changed: {error}");
    error
}

#[test]
fn what_was_kept_is_there_again_and_nothing_of_it_lies_bare() {
    let folder = tempfile::tempdir().unwrap();
    let keystore = Arc::new(TestBox::new());
    assert_eq!(vault(folder.path(), &keystore).state(), Ok(State::None));
    let store = vault(folder.path(), &keystore).create().unwrap();
    store.put_moods(&[mood(1), mood(2)]).unwrap();
    assert!(store.erase_mood(EventId([2; 16])).unwrap());
    for (name, bytes) in files(folder.path()) {
        let bare = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        assert!(!bare(CANARY) && !bare("tired") && !bare("mood"), "{name} shows what was written");
    }
    drop(store);
    let again = vault(folder.path(), &keystore).open().unwrap();
    let (from, before) = (now() - TimeDelta::days(1), now() + TimeDelta::days(1));
    assert_eq!(again.moods(from, before).unwrap(), [mood(1)]);
    assert_eq!(again.mood(EventId([2; 16])).unwrap(), None);
    again.check().unwrap();
}

#[test]
fn another_device_cannot_open_it() {
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &Arc::new(TestBox::new()));
    let other = vault(folder.path(), &Arc::new(TestBox::new()));
    assert_eq!(fails_and_leaves_all(folder.path(), &other), VaultError::Keystore(SecretBoxError::Refused));
}

#[test]
fn a_swapped_fingerprint_or_database_is_a_key_mismatch() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let keystore = Arc::new(TestBox::new());
    filled(one.path(), &keystore);
    filled(two.path(), &keystore);
    fs::copy(two.path().join("private.fingerprint"), one.path().join("private.fingerprint")).unwrap();
    let error = fails_and_leaves_all(one.path(), &vault(one.path(), &keystore));
    assert!(matches!(error, VaultError::KeyMismatch { .. }), "{error:?}");
    // One that was cut short says nothing of the key.
    let whole = fs::read(two.path().join("private.fingerprint")).unwrap();
    for cut in [0, 4, 20] {
        fs::write(two.path().join("private.fingerprint"), &whole[..cut]).unwrap();
        let error = fails_and_leaves_all(two.path(), &vault(two.path(), &keystore));
        assert!(matches!(error, VaultError::KeyFile { .. }), "cut at {cut}: {error:?}");
    }
}

/// What happens to the bytes of a file.
type Change = fn(Vec<u8>) -> Vec<u8>;

#[test]
fn damage_is_not_taken_for_a_wrong_key() {
    let keystore = Arc::new(TestBox::new());
    let damage: [(&str, Change); 4] = [
        ("empty", |_| Vec::new()),
        ("half", |bytes| bytes[..bytes.len() / 2].to_vec()),
        ("a page and a half", |bytes| bytes[..6_000].to_vec()),
        ("other bytes in front", |mut bytes| {
            bytes[..100].fill(7);
            bytes
        }),
    ];
    for (what, change) in damage {
        let folder = tempfile::tempdir().unwrap();
        filled(folder.path(), &keystore);
        let path = folder.path().join("private.db");
        fs::write(&path, change(fs::read(&path).unwrap())).unwrap();
        let error = fails_and_leaves_all(folder.path(), &vault(folder.path(), &keystore));
        let gone = matches!(&error, VaultError::Gone { .. });
        let damaged = matches!(&error, VaultError::Store(StoreError::Damaged { .. }));
        assert!(if what == "empty" { gone } else { damaged }, "{what}: {error:?}");
    }
}

#[test]
fn a_byte_that_turned_anywhere_is_noticed() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    let path = folder.path().join("private.db");
    let whole = fs::read(&path).unwrap();
    for place in (0..whole.len()).step_by(whole.len() / 60) {
        let mut turned = whole.clone();
        turned[place] ^= 0x20;
        fs::write(&path, &turned).unwrap();
        let noticed =
            vault(folder.path(), &keystore).open().map_err(|_| ()).and_then(|store| store.check().map_err(|_| ()));
        assert!(noticed.is_err(), "byte {place} of {} may turn unseen", whole.len());
    }
}

#[test]
fn a_lost_key_file_never_makes_a_new_key_over_old_data() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    fs::rename(folder.path().join("keys"), folder.path().join("keys.away")).unwrap();
    let before = files(folder.path());
    assert_eq!(vault(folder.path(), &keystore).create().unwrap_err(), VaultError::KeyLost);
    assert_eq!(files(folder.path()), before);
    for cut in [0, 3, 4, 5, 20] {
        let bytes = fs::read(folder.path().join("keys.away")).unwrap();
        fs::write(folder.path().join("keys"), &bytes[..cut]).unwrap();
        let error = fails_and_leaves_all(folder.path(), &vault(folder.path(), &keystore));
        assert!(matches!(error, VaultError::KeyFile { .. }), "cut at {cut}: {error:?}");
    }
}

#[test]
fn a_pin_opens_a_wrong_one_does_not_and_tries_cost_time_across_restarts() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    let fresh = || vault(folder.path(), &keystore);
    let database = fs::read(folder.path().join("private.db")).unwrap();
    assert_eq!(fresh().set_pin("", "123", now()), Err(VaultError::ShortPin));
    fresh().set_pin("", "ほしぞら", now()).unwrap();
    assert_eq!(fresh().state(), Ok(State::Locked));
    assert_eq!(fs::read(folder.path().join("private.db")).unwrap(), database, "a new PIN rewrote the data");
    assert_eq!(fresh().open().unwrap_err(), VaultError::Locked);
    for _ in 0..5 {
        assert_eq!(fresh().unlock("0000", now()).unwrap_err(), VaultError::WrongPin);
    }
    // Every try is a new process; the right PIN must wait, too.
    let soon = VaultError::TooSoon(now() + TimeDelta::minutes(1));
    assert_eq!(fresh().unlock("ほしぞら", now()).unwrap_err(), soon);
    assert_eq!(fresh().unlock("ほしぞら", now() - TimeDelta::days(9)).unwrap_err(), {
        VaultError::TooSoon(now() - TimeDelta::days(9) + TimeDelta::minutes(1))
    });
    let store = fresh().unlock("ほしぞら", now() + TimeDelta::minutes(1)).unwrap();
    assert_eq!(store.mood(EventId([1; 16])).unwrap(), Some(mood(1)));
    assert_eq!(fresh().unlock("0000", now()).unwrap_err(), VaultError::WrongPin, "the right PIN clears the tries");
    fresh().set_pin("ほしぞら", "", now()).unwrap();
    fresh().open().unwrap();
}

#[test]
fn a_finger_opens_beside_the_pin_until_the_pin_or_the_enrolment_changes() {
    let (keystore, finger) = (Arc::new(TestBox::new()), TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    let vault = vault(folder.path(), &keystore);
    assert_eq!(vault.set_biometric("", Some(&finger), now()), Err(VaultError::NoLock));
    vault.set_pin("", "4321", now()).unwrap();
    assert_eq!(vault.unlock_with(&finger).unwrap_err(), VaultError::NoBiometric, "it is off by itself");
    assert_eq!(vault.set_biometric("4322", Some(&finger), now()), Err(VaultError::WrongPin));
    vault.set_biometric("4321", Some(&finger), now()).unwrap();
    assert_eq!(vault.unlock_with(&finger).unwrap().mood(EventId([1; 16])).unwrap(), Some(mood(1)));
    assert_eq!(vault.unlock_with(&TestBox::new()).unwrap_err(), VaultError::NoBiometric, "another enrolment");
    vault.set_pin("4321", "5678", now()).unwrap();
    assert_eq!(vault.unlock_with(&finger).unwrap_err(), VaultError::NoBiometric, "a new PIN asks for it again");
    vault.set_biometric("5678", Some(&finger), now()).unwrap();
    vault.set_biometric("5678", None, now()).unwrap();
    assert_eq!(vault.unlock_with(&finger).unwrap_err(), VaultError::NoBiometric);
}

#[test]
fn alarms_and_silence_stay_readable_with_the_lock_on_and_nothing_else_does() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    let vault = vault(folder.path(), &keystore);
    let alarm = SetAlarm { id: 7, at: now(), rule: "r1".to_owned(), text: "check-in-neutral".to_owned() };
    let silence = Silence { rest: Rest::Open, alone: true, enough: Some(now().date_naive()), ..Silence::default() };
    vault.duty().unwrap().put_alarms(std::slice::from_ref(&alarm)).unwrap();
    vault.duty().unwrap().put_silence(&silence).unwrap();
    vault.set_pin("", "4321", now()).unwrap();
    assert_eq!(vault.open().unwrap_err(), VaultError::Locked);
    let duty = vault.duty().unwrap();
    assert_eq!(duty.alarms().unwrap(), [alarm]);
    assert_eq!(duty.silence().unwrap(), silence);
    duty.check().unwrap();
    assert!(files(folder.path()).iter().all(|(_, bytes)| !bytes.windows(8).any(|part| part == b"check-in")));
    fs::copy(folder.path().join("private.fingerprint"), folder.path().join("duty.fingerprint")).unwrap();
    assert!(matches!(vault.duty().unwrap_err(), VaultError::KeyMismatch { .. }));
}

#[test]
fn two_programs_that_start_at_once_share_one_store() {
    for _ in 0..20 {
        let keystore = Arc::new(TestBox::new());
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for id in 1..=4 {
                let (path, keystore) = (folder.path(), Arc::clone(&keystore));
                scope.spawn(move || vault(path, &keystore).create().unwrap().put_moods(&[mood(id)]).unwrap());
            }
        });
        let store = vault(folder.path(), &keystore).open().unwrap();
        let all = store.moods(DateTime::UNIX_EPOCH, now() + TimeDelta::days(1)).unwrap();
        assert_eq!(all.len(), 4);
    }
}

#[test]
fn tries_at_once_are_all_counted() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    vault(folder.path(), &keystore).set_pin("", "4321", now()).unwrap();
    let wrong = std::sync::atomic::AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..30 {
            scope.spawn(|| {
                if vault(folder.path(), &keystore).unlock("0000", now()).unwrap_err() == VaultError::WrongPin {
                    wrong.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(wrong.into_inner(), 5, "so many tries are free");
}

#[test]
fn a_pin_is_the_same_from_every_keyboard_and_is_not_blank() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    assert_eq!(vault(folder.path(), &keystore).set_pin("", "    ", now()), Err(VaultError::ShortPin));
    vault(folder.path(), &keystore).set_pin("", "が48２1", now()).unwrap();
    vault(folder.path(), &keystore).unlock("か\u{3099}４８2１", now()).unwrap();
}

#[test]
fn a_keystore_of_another_phone_does_not_open_even_with_the_pin() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    vault(folder.path(), &keystore).set_pin("", "4321", now()).unwrap();
    let error = vault(folder.path(), &Arc::new(TestBox::new())).unlock("4321", now()).unwrap_err();
    assert_eq!(error, VaultError::Keystore(SecretBoxError::Refused));
}

#[test]
fn forgetting_shreds_the_key_before_it_removes_the_files() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    fs::write(folder.path().join("directory.db"), b"public").unwrap();
    let copies = files(folder.path());
    forget(folder.path(), &*keystore).unwrap();
    assert_eq!(files(folder.path()).into_keys().collect::<Vec<_>>(), ["directory.db"]);
    forget(folder.path(), &*keystore).unwrap();
    // Copies that somebody made before do not open any more.
    for (name, bytes) in copies {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    assert_eq!(vault(folder.path(), &keystore).open().unwrap_err(), VaultError::Keystore(SecretBoxError::Refused));
}

#[test]
fn a_read_only_folder_is_said_and_searching_only_makes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let keystore = Arc::new(TestBox::new());
    assert_eq!(vault(folder.path(), &keystore).open().unwrap_err(), VaultError::NoStore);
    assert!(files(folder.path()).is_empty(), "looking made a file");
    let file = folder.path().join("not-a-folder");
    fs::write(&file, b"").unwrap();
    let error = vault(&file, &keystore).create().unwrap_err();
    assert!(matches!(error, VaultError::File { .. }), "{error:?}");
}

#[test]
fn a_later_version_is_left_alone() {
    let keystore = Arc::new(TestBox::new());
    let folder = tempfile::tempdir().unwrap();
    filled(folder.path(), &keystore);
    let mut keys = fs::read(folder.path().join("keys")).unwrap();
    keys[4] = 9;
    fs::write(folder.path().join("keys"), keys).unwrap();
    let error = fails_and_leaves_all(folder.path(), &vault(folder.path(), &keystore));
    assert!(matches!(error, VaultError::KeyFile { .. }), "{error:?}");
    // A store can only be opened with a key.
    let _: fn(&Path, &tsunagari_core::model::Key) -> Result<PrivateStore, StoreError> =
        |path, key| PrivateStore::open(path, key);
}
