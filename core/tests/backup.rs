//! Backups: what was kept comes back on another phone, and a file that is not whole touches nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod vault_support;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tsunagari_core::app::vault::Vault;
use tsunagari_core::app::{AppError, BackupError, Checked, Kept, NewRule};
use tsunagari_core::crypto::{KdfCost, seal_file};
use tsunagari_core::env::SystemRandom;
use tsunagari_core::model::{About, Days, EventId, Level, MinuteOfDay, Mood, Rest, Silence};
use tsunagari_core::store::PrivateStore;
use vault_support::TestBox;

const CHEAP: KdfCost = KdfCost { memory_kib: 8, passes: 1 };
const WORK: u8 = 2;
const PASSPHRASE: &str = "すいかのたねをうえる";
const TOKYO: chrono_tz::Tz = chrono_tz::Asia::Tokyo;

struct Phone {
    folder: tempfile::TempDir,
    vault: Vault,
}

impl Phone {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let keystore = Arc::new(TestBox::new());
        let vault = Vault::new(folder.path(), keystore, Arc::new(SystemRandom)).with_cost(CHEAP);
        Self { folder, vault }
    }

    fn store(&self) -> PrivateStore {
        self.vault.create().unwrap()
    }

    fn kept(&self) -> Kept {
        Kept::new(self.store(), &self.vault, Arc::new(SystemRandom), now()).unwrap()
    }

    fn file(&self) -> std::path::PathBuf {
        self.folder.path().join("out.age")
    }
}

fn now() -> DateTime<Utc> {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

fn mood(id: u8) -> Mood {
    Mood {
        id: EventId([id; 16]),
        at: DateTime::parse_from_rfc3339("2026-11-22T12:00:00-03:30").unwrap(),
        level: Level::new(1 + id % 5).unwrap(),
        labels: ["tired".to_owned()].into(),
        contexts: std::collections::BTreeSet::new(),
        note: format!("x'00' {id}\n\"quoted\" \u{1f33c}"),
        logged: now(),
        amended: id.is_multiple_of(2).then(now),
    }
}

fn hana() -> (Phone, Kept) {
    let phone = Phone::new();
    phone.store().put_moods(&(0..20).map(mood).collect::<Vec<_>>()).unwrap();
    let kept = phone.kept();
    let at = |text| MinuteOfDay::parse(text).unwrap();
    let own = About::Own("水をひとくち".to_owned());
    let rule = NewRule { about: own, days: Days::ALL, from: at("10:00"), to: at("12:00"), unless_logged_hours: 3 };
    kept.add_rule(rule, now(), TOKYO).unwrap();
    kept.put_silence(&Silence { rest: Rest::Open, alone: true, ..Silence::default() }).unwrap();
    (phone, kept)
}

fn refused(path: &Path, passphrase: &str) -> BackupError {
    match Checked::open(path, passphrase).unwrap_err() {
        AppError::Backup(error) => error,
        other => panic!("{other}"),
    }
}

#[test]
fn what_was_kept_comes_back_on_another_phone() {
    let (old, kept) = hana();
    kept.back_up_at(&old.file(), PASSPHRASE, WORK, now()).unwrap();
    let new = Phone::new();
    let there = new.kept();
    let backup = Checked::open(&old.file(), PASSPHRASE).unwrap();
    assert_eq!(backup.says().made, now());
    there.restore(&backup, false).unwrap();
    let (from, before) = (now() - TimeDelta::days(9), now() + TimeDelta::days(9));
    assert_eq!(new.store().moods(from, before).unwrap(), old.store().moods(from, before).unwrap());
    assert_eq!(there.rules().unwrap(), kept.rules().unwrap());
    assert_eq!(
        there.alarms().unwrap().silence().unwrap(),
        kept.alarms().unwrap().silence().unwrap(),
        "休む holds on the new phone, too"
    );
    assert!(matches!(there.restore(&backup, false), Err(AppError::Backup(BackupError::NotEmpty))));
    new.store().put_moods(&[mood(77)]).unwrap();
    there.restore(&backup, true).unwrap();
    assert_eq!(new.store().mood(EventId([77; 16])).unwrap(), None, "replaced as a whole");
    there.check().unwrap();
}

#[test]
fn nothing_of_it_lies_bare_and_the_old_file_stays_until_the_new_one_is_whole() {
    let (old, kept) = hana();
    let path = old.file();
    fs::write(&path, b"older backup").unwrap();
    let short = kept.back_up_at(&path, "みじかい", WORK, now()).unwrap_err();
    assert_eq!(short, AppError::Backup(BackupError::ShortPassphrase));
    assert_eq!(fs::read(&path).unwrap(), b"older backup");
    kept.back_up_at(&path, PASSPHRASE, WORK, now()).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"), "the standard tool reads it");
    for bare in ["tired", "水をひとくち", "mood"] {
        assert!(!bytes.windows(bare.len()).any(|window| window == bare.as_bytes()), "{bare}");
    }
    let nowhere = old.folder.path().join("no/such/folder/out.age");
    assert!(matches!(kept.back_up_at(&nowhere, PASSPHRASE, WORK, now()), Err(AppError::Write { .. })));
}

#[test]
fn any_byte_that_turned_is_refused_before_anything_is_touched() {
    let (old, kept) = hana();
    kept.back_up_at(&old.file(), PASSPHRASE, WORK, now()).unwrap();
    let whole = fs::read(old.file()).unwrap();
    let path = old.folder.path().join("turned.age");
    for place in 0..whole.len() {
        let mut turned = whole.clone();
        turned[place] ^= 1;
        fs::write(&path, &turned).unwrap();
        let error = refused(&path, PASSPHRASE);
        let known = matches!(
            error,
            BackupError::Damaged { .. } | BackupError::Passphrase { .. } | BackupError::TooCostly { .. }
        );
        assert!(known, "byte {place}: {error}");
    }
    for cut in (0..whole.len()).step_by(97) {
        fs::write(&path, &whole[..cut]).unwrap();
        refused(&path, PASSPHRASE);
    }
    assert!(matches!(refused(&old.file(), "べつのことばです"), BackupError::Passphrase { .. }));
}

#[test]
fn twenty_bytes_that_turned_are_refused_at_the_cost_of_a_real_backup() {
    let (old, kept) = hana();
    kept.back_up(&old.file(), PASSPHRASE, now()).unwrap();
    let whole = fs::read(old.file()).unwrap();
    let path = old.folder.path().join("turned.age");
    for step in 0..20 {
        let mut turned = whole.clone();
        turned[step * (whole.len() - 1) / 19] ^= 0x40;
        fs::write(&path, &turned).unwrap();
        refused(&path, PASSPHRASE);
    }
}

#[test]
fn a_file_that_asks_for_more_than_a_phone_has_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("costly.age");
    fs::write(&path, seal_file(PASSPHRASE, 17, b"{}").unwrap()).unwrap();
    assert!(matches!(refused(&path, PASSPHRASE), BackupError::TooCostly { .. }));
}

#[test]
fn what_no_tsunagari_writes_is_refused_whole() {
    let (old, kept) = hana();
    kept.back_up_at(&old.file(), PASSPHRASE, WORK, now()).unwrap();
    let bytes = fs::read(old.file()).unwrap();
    let plain = tsunagari_core::crypto::open_file(PASSPHRASE, &bytes).unwrap();
    let text = String::from_utf8(plain.to_vec()).unwrap();
    let path = old.folder.path().join("other.age");
    let from = |text: &str| {
        fs::write(&path, seal_file(PASSPHRASE, WORK, text.as_bytes()).unwrap()).unwrap();
        Checked::open(&path, PASSPHRASE)
    };
    assert!(from(&text).is_ok());
    for (what, was, is) in [
        ("another program's", "tsunagari backup", "somebody's backup"),
        ("a switch out of range", "\"columns\":[\"one\",", "\"columns\":[\"quiet_from\","),
        ("a table that there is not", "\"mood\":{", "\"moods\":{"),
        ("a column that there is not", "\"offset_minutes\"", "\"offset; DROP TABLE mood\""),
        ("a fraction", "\"schema\":1", "\"schema\":1.5"),
        ("a later schema", "\"schema\":1", "\"schema\":99"),
        ("a later form", "\"version\":1", "\"version\":2"),
        ("torn bytes", "{\"x\":\"0101", "{\"x\":\"01z1"),
        ("half a byte", "{\"x\":\"0101", "{\"x\":\"101"),
    ] {
        let changed = text.replacen(was, is, 1);
        assert_ne!(changed, text, "{what}: the test has gone blind");
        assert!(from(&changed).is_err(), "{what}");
    }
    let deep = format!("{{\"what\":\"tsunagari backup\",\"version\":1,\"private\":{}", "[".repeat(100_000));
    assert!(from(&deep).is_err());
    assert!(from("").is_err());
}

#[test]
fn a_scheduled_backup_runs_when_due_keeps_the_one_before_and_says_when_it_does_not_work() {
    let (phone, kept) = hana();
    let folder = phone.folder.path().join("card");
    fs::create_dir(&folder).unwrap();
    assert_eq!(kept.backup_schedule(now()).unwrap(), None);
    assert!(!kept.back_up_if_due(now()).unwrap(), "nobody asked");
    kept.schedule_backup(Some((&folder, PASSPHRASE, 7)), now()).unwrap();
    assert!(kept.back_up_if_due(now()).unwrap());
    let first = fs::read(folder.join("tsunagari-backup.age")).unwrap();
    assert!(!kept.back_up_if_due(now() + TimeDelta::days(6)).unwrap());
    assert!(kept.back_up_if_due(now() + TimeDelta::days(7)).unwrap());
    assert_eq!(fs::read(folder.join("tsunagari-backup.before.age")).unwrap(), first);
    fs::rename(&folder, phone.folder.path().join("away")).unwrap();
    let later = now() + TimeDelta::days(20);
    assert!(kept.back_up_if_due(later).is_err());
    assert!(!kept.backup_schedule(later).unwrap().unwrap().in_trouble);
    assert!(kept.backup_schedule(now() + TimeDelta::days(22)).unwrap().unwrap().in_trouble);
    kept.schedule_backup(None, later).unwrap();
    assert_eq!(kept.backup_schedule(later).unwrap(), None);
}
