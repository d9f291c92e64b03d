//! The mood log in its store: what was acknowledged is there, what does not fit changes nothing.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod vault_support;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use tsunagari_core::app::vault::Vault;
use tsunagari_core::app::{AppError, Kept, Merged, MoodChange, MoodDraft};
use tsunagari_core::env::SystemRandom;
use tsunagari_core::journal::{FileError, JournalError, to_csv, to_json};
use tsunagari_core::model::{EventId, Level, MoodError};
use vault_support::TestBox;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn now() -> DateTime<FixedOffset> {
    at("2026-11-22T03:00:00+09:00")
}

struct Hana {
    folder: tempfile::TempDir,
    keystore: Arc<TestBox>,
}

impl Hana {
    fn new() -> Self {
        let hana = Self { folder: tempfile::tempdir().unwrap(), keystore: Arc::new(TestBox::new()) };
        hana.vault(hana.folder.path()).create().unwrap();
        hana
    }

    fn vault(&self, folder: &Path) -> Vault {
        Vault::new(folder, Arc::clone(&self.keystore) as _, Arc::new(SystemRandom))
    }

    fn kept(&self) -> Kept {
        let vault = self.vault(self.folder.path());
        Kept::new(vault.open().unwrap(), &vault, Arc::new(SystemRandom), now().to_utc()).unwrap()
    }
}

fn draft(level: u8, note: &str) -> MoodDraft {
    MoodDraft {
        level: Level::new(level).unwrap(),
        labels: ["lonely".to_owned()].into(),
        contexts: ["spoke-with-someone".to_owned()].into(),
        note: note.to_owned(),
        at: None,
    }
}

fn journal(error: AppError) -> JournalError {
    match error {
        AppError::Journal(error) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_was_acknowledged_is_there_when_it_opens_again() {
    let hana = Hana::new();
    let note = format!("  さき{}  ", "あ".repeat(3994));
    let logged = hana.kept().log_mood(draft(1, &note), now()).unwrap();
    let filled = MoodDraft { at: Some(at("2026-11-01T23:59:58+01:00")), ..draft(4, "") };
    let filled = hana.kept().log_mood(filled, now()).unwrap();
    assert_eq!(hana.kept().all_moods().unwrap(), [filled.clone(), logged.clone()]);
    assert_eq!(hana.kept().mood(logged.id).unwrap().note, note, "not a character is cut");
    assert_eq!(filled.at.to_rfc3339(), "2026-11-01T23:59:58+01:00");
    let day = |text: &str| text.parse().unwrap();
    assert_eq!(hana.kept().moods(day("2026-11-01"), day("2026-11-01")).unwrap(), std::slice::from_ref(&filled));
    assert_eq!(hana.kept().moods(day("2026-11-02"), day("2026-11-02")).unwrap(), []);

    let change = MoodChange { level: Level::new(3), labels: Some(BTreeSet::new()), ..MoodChange::default() };
    let amended = hana.kept().amend_mood(logged.id, change, now()).unwrap();
    assert_eq!((amended.level.number(), &amended.note, amended.labels.len()), (3, &note, 0));
    assert_eq!(hana.kept().mood(logged.id).unwrap(), amended);
    hana.kept().erase_mood(logged.id).unwrap();
    assert_eq!(hana.kept().all_moods().unwrap(), [filled]);
    assert_eq!(journal(hana.kept().erase_mood(logged.id).unwrap_err()), JournalError::NoEntry(logged.id.to_string()));
}

#[test]
fn what_does_not_fit_is_refused_and_nothing_changes() {
    let hana = Hana::new();
    let kept = hana.kept();
    let entry = kept.log_mood(draft(2, "もと"), now()).unwrap();
    let long = "あ".repeat(4001);
    let refused = journal(kept.log_mood(draft(1, &long), now()).unwrap_err());
    assert_eq!(refused, JournalError::Mood(MoodError::NoteTooLong(4001)));
    let change = MoodChange { note: Some(long), ..MoodChange::default() };
    assert!(kept.amend_mood(entry.id, change, now()).is_err());
    let unknown = MoodDraft { labels: ["lonesome".to_owned()].into(), ..draft(1, "") };
    assert!(matches!(journal(kept.log_mood(unknown, now()).unwrap_err()), JournalError::Label { .. }));
    let unknown = MoodDraft { contexts: ["lonely".to_owned()].into(), ..draft(1, "") };
    assert!(matches!(journal(kept.log_mood(unknown, now()).unwrap_err()), JournalError::Context { .. }));
    for time in ["2026-11-22T03:00:01+09:00", "1899-12-31T00:00:00+09:00"] {
        let early = MoodDraft { at: Some(at(time)), ..draft(1, "") };
        assert_eq!(journal(kept.log_mood(early, now()).unwrap_err()), JournalError::Time);
    }
    assert_eq!(kept.all_moods().unwrap(), [entry]);
}

#[test]
fn put_away_it_says_only_so_and_nothing_is_lost() {
    let hana = Hana::new();
    let entry = hana.kept().log_mood(draft(2, ""), now()).unwrap();
    hana.kept().hide_mood(true).unwrap();
    let kept = hana.kept();
    for refused in [
        kept.log_mood(draft(1, ""), now()).map(drop),
        kept.amend_mood(entry.id, MoodChange::default(), now()).map(drop),
        kept.erase_mood(entry.id),
        kept.all_moods().map(drop),
        kept.import_moods(b"").map(drop),
    ] {
        assert_eq!(journal(refused.unwrap_err()), JournalError::Hidden);
    }
    kept.hide_mood(false).unwrap();
    assert_eq!(kept.all_moods().unwrap(), [entry]);
}

#[test]
fn a_log_is_taken_in_by_id_and_a_torn_one_not_at_all() {
    let (hana, ren) = (Hana::new(), Hana::new());
    let one = hana.kept().log_mood(draft(1, "いち"), now()).unwrap();
    hana.kept().log_mood(draft(2, "に"), now()).unwrap();
    let before = to_csv(&hana.kept().all_moods().unwrap());
    let merged = |kept: &Kept, file: &str| kept.import_moods(file.as_bytes()).unwrap();
    assert_eq!(merged(&ren.kept(), &before), Merged { added: 2, ..Merged::default() });
    assert_eq!(merged(&ren.kept(), &before), Merged { same: 2, ..Merged::default() });
    let change = MoodChange { note: Some("かえた".into()), ..MoodChange::default() };
    hana.kept().amend_mood(one.id, change, at("2026-11-22T04:00:00+09:00")).unwrap();
    let after = to_json(&hana.kept().all_moods().unwrap());
    assert_eq!(merged(&ren.kept(), &after), Merged { same: 1, replaced: 1, ..Merged::default() });
    assert_eq!(merged(&ren.kept(), &before), Merged { same: 1, older: 1, ..Merged::default() });
    assert_eq!(ren.kept().all_moods().unwrap(), hana.kept().all_moods().unwrap());

    let aoi = Hana::new();
    let torn = before.lines().take(2).map(|line| format!("{line}\r\n")).collect::<String>();
    let refused = journal(aoi.kept().import_moods(torn.as_bytes()).unwrap_err());
    assert_eq!(refused, JournalError::File(FileError::Torn { line: 2 }));
    assert_eq!(aoi.kept().all_moods().unwrap(), []);
}

#[test]
fn answers_are_kept_only_when_somebody_says_so() {
    let hana = Hana::new();
    assert_eq!(hana.kept().kept_answers().unwrap(), []);
    assert!(hana.kept().keep_answers("ucla3", &[1, 2], now()).is_err());
    assert!(hana.kept().keep_answers("phq9", &[1], now()).is_err());
    let kept = hana.kept().keep_answers("ucla3", &[1, 2, 4], now()).unwrap();
    assert_eq!(hana.kept().kept_answers().unwrap(), std::slice::from_ref(&kept));
    hana.kept().erase_answers(kept.id).unwrap();
    assert_eq!(hana.kept().kept_answers().unwrap(), []);
    assert!(hana.kept().erase_answers(EventId([0; 16])).is_err());
}
