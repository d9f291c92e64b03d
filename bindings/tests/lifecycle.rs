//! Rounds of opening and listening leave nothing behind. Alone in its program, so that no other test's memory counts.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

use std::path::Path;
use std::sync::Arc;

use tsunagari_ffi::{Changed, Device, Language, Listener, Opening, SecretBox, TsunagariError};

struct Plain;

impl SecretBox for Plain {
    fn seal(&self, plain: Vec<u8>) -> Result<Vec<u8>, TsunagariError> {
        Ok(plain)
    }

    fn unseal(&self, sealed: Vec<u8>) -> Result<Vec<u8>, TsunagariError> {
        Ok(sealed)
    }

    fn shred(&self) -> Result<(), TsunagariError> {
        Ok(())
    }
}

fn opened(folder: &Path) -> Arc<Device> {
    let opening = Opening { folder: folder.display().to_string(), language: Language::English };
    Device::open(opening, Arc::new(Plain), None).unwrap()
}

struct Deaf;

impl Listener for Deaf {
    fn changed(&self, _what: Changed) -> Result<(), TsunagariError> {
        Ok(())
    }
}

/// A number from the kernel's account of this process.
fn own(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// 10,000 rounds of each by `scripts/soak bindings`; here opening, which reads the whole pack, goes 150 rounds.
#[test]
fn rounds_of_opening_and_listening_leave_memory_and_threads_flat() {
    let rounds: usize = std::env::var("TSUNAGARI_ROUNDS").ok().and_then(|number| number.parse().ok()).unwrap_or(150);
    let folder = tempfile::tempdir().unwrap();
    let round = || {
        let device = opened(folder.path());
        device.directory().emergency(None).unwrap();
    };
    (0..20).for_each(|_| round());
    let device = opened(folder.path());
    let ears: Arc<dyn Listener> = Arc::new(Deaf);
    let listening = || drop(device.subscribe(Arc::clone(&ears)).unwrap());
    (0..1_000).for_each(|_| listening());
    let (memory, threads) = (own("VmRSS"), own("Threads"));
    (0..rounds).for_each(|_| round());
    (0..10_000).for_each(|_| listening());
    let grown = own("VmRSS").saturating_sub(memory);
    println!(
        "{rounds} rounds of opening, 10000 of listening: {grown} KiB more, {} threads more",
        own("Threads").saturating_sub(threads)
    );
    assert!(grown < 8 * 1024, "{grown} KiB");
    assert_eq!(Arc::strong_count(&ears), 1);
    assert_eq!(own("Threads"), threads);
}
