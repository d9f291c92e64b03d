//! The disk fails at every n-th call, once and from then on: nothing that was acknowledged is lost, nothing panics, and
//! the error says what happened.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod faulty_disk;
mod vault_support;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use faulty_disk::{Fault, FaultyDisk};
use tsunagari_core::app::vault::{Vault, VaultError};
use tsunagari_core::crypto::KdfCost;
use tsunagari_core::env::SystemRandom;
use tsunagari_core::model::{EventId, Level, Mood};
use tsunagari_core::store::StoreError;
use vault_support::TestBox;

const CHEAP: KdfCost = KdfCost { memory_kib: 8, passes: 1 };

fn now() -> DateTime<Utc> {
    "2026-11-22T03:00:00Z".parse().unwrap()
}

fn mood(id: u8, level: u8) -> Mood {
    Mood {
        id: EventId([id; 16]),
        at: now().fixed_offset(),
        level: Level::new(level).unwrap(),
        labels: std::collections::BTreeSet::new(),
        contexts: std::collections::BTreeSet::new(),
        note: "あ".repeat(3_000),
        logged: now(),
        amended: None,
    }
}

/// Opens, writes, amends and erases; returns what was acknowledged, as the level of each entry.
fn work(vault: &Vault, there: &mut [Option<u8>; 6]) -> Result<(), VaultError> {
    let store = vault.create()?;
    for id in 0..6_u8 {
        let level = there[usize::from(id)].map_or(1, |level| level % 5 + 1);
        store.put_moods(&[mood(id, level)])?;
        there[usize::from(id)] = Some(level);
    }
    store.erase_mood(EventId([3; 16]))?;
    there[3] = None;
    Ok(())
}

/// An error of the disk is none of the others: no wrong key, no damage, nothing unexpected.
fn says_what_happened(error: &VaultError) -> bool {
    matches!(
        error,
        VaultError::Store(
            StoreError::Full | StoreError::Disk { .. } | StoreError::CannotOpen { .. } | StoreError::Busy
        ) | VaultError::File { .. }
    )
}

#[test]
fn a_disk_that_fails_loses_nothing_and_says_so() {
    let disk = FaultyDisk::install();
    for fault in [Fault::Io, Fault::Full, Fault::Short] {
        for sticky in [false, true] {
            let folder = tempfile::tempdir().unwrap();
            let vault = Vault::new(folder.path(), Arc::new(TestBox::new()), Arc::new(SystemRandom)).with_cost(CHEAP);
            let mut there = [None; 6];
            let (mut failed, mut n) = (0, 0);
            loop {
                let before = there;
                disk.arm(fault, n, sticky);
                let ended = work(&vault, &mut there);
                let fired = disk.disarm();
                if let Err(error) = &ended {
                    assert!(says_what_happened(error), "{fault:?} at call {n}, sticky {sticky}: {error:?}");
                    failed += 1;
                }
                let store = vault.create().unwrap();
                store.check().unwrap();
                for (id, acknowledged) in (0..6_u8).zip(there) {
                    let found = store.mood(EventId([id; 16])).unwrap();
                    // What was at work when it failed may be there or not; what was acknowledged is.
                    let next = before[usize::from(id)].map_or(1, |level| level % 5 + 1);
                    let level = found.as_ref().map(|mood| mood.level.number());
                    let may =
                        level == acknowledged || ended.is_err() && (level == Some(next) || id == 3 && level.is_none());
                    assert!(
                        may,
                        "{fault:?} at call {n}, sticky {sticky}: entry {id} is {level:?}, not {acknowledged:?}"
                    );
                    assert!(found.is_none_or(|mood| mood.note.chars().count() == 3_000));
                    there[usize::from(id)] = level;
                }
                if !fired {
                    break;
                }
                n += 1;
            }
            assert!(failed > 20, "{fault:?}, sticky {sticky}: only {failed} of {n} calls mattered");
        }
    }
}
