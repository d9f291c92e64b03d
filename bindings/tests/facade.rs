//! What the facade adds to the core: panics that do not cross, closing that is told, nothing that is left behind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use tsunagari_core::keepsakes::qr::{QUIET, Qr};
use tsunagari_ffi::{
    Changed, Clock, Device, Filters, FindRequest, Frame, FrameSource, ImportProgress, ImportWatcher, Language,
    Listener, Opening, QrReader, SecretBox, TsunagariError,
};

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

fn opened(folder: &Path, clock: Option<Arc<dyn Clock>>) -> Arc<Device> {
    let opening = Opening { folder: folder.display().to_string(), language: Language::English };
    Device::open(opening, Arc::new(Plain), clock).unwrap()
}

fn asking(text: &str) -> FindRequest {
    FindRequest { text: text.into(), area: None, filters: Filters::default(), limit: 2, own: false }
}

/// A clock that panics when it is told to.
struct Breaks(AtomicBool);

impl Clock for Breaks {
    fn now(&self) -> Result<SystemTime, TsunagariError> {
        assert!(!self.0.load(Ordering::SeqCst), "planted");
        Ok(SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_453_200))
    }

    fn zone(&self) -> Result<String, TsunagariError> {
        Ok("Asia/Tokyo".into())
    }
}

#[test]
fn a_panic_is_told_and_the_next_call_works() {
    let folder = tempfile::tempdir().unwrap();
    let clock = Arc::new(Breaks(AtomicBool::new(false)));
    let device = opened(folder.path(), Some(Arc::clone(&clock) as Arc<dyn Clock>));
    let directory = Arc::clone(&device).directory();
    clock.0.store(true, Ordering::SeqCst);
    let panicked = TsunagariError::Unexpected { code: "panic".into() };
    assert_eq!(directory.emergency(None), Err(panicked.clone()));
    assert_eq!(directory.find(asking("lonely")).and_then(|search| search.run()), Err(panicked));
    clock.0.store(false, Ordering::SeqCst);
    assert!(!directory.emergency(None).unwrap().is_empty());
    assert!(!directory.find(asking("lonely")).unwrap().run().unwrap().cards.is_empty());
}

/// Has another program write while an import writes.
struct Meets {
    other: Arc<Device>,
    path: String,
    found: std::sync::Mutex<Option<TsunagariError>>,
}

impl ImportWatcher for Meets {
    fn progress(&self, _progress: ImportProgress) -> Result<(), TsunagariError> {
        let mut found = self.found.lock().unwrap();
        if found.is_none() {
            *found = Arc::clone(&self.other).directory().import_from(self.path.clone(), false).run(None).err();
        }
        Ok(())
    }
}

#[test]
fn two_that_write_at_once_are_told_to_try_again() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("library.csv");
    std::fs::write(&file, "名称,住所\n中央図書館,香川県高松市昭和町1-2-20\n").unwrap();
    let path = file.display().to_string();
    let data = folder.path().join("data");
    let (hana, other) = (opened(&data, None), opened(&data, None));
    let meets = Arc::new(Meets { other, path: path.clone(), found: std::sync::Mutex::default() });
    let import = hana.directory().import_from(path, false);
    assert_eq!(import.run(Some(Arc::clone(&meets) as Arc<dyn ImportWatcher>)).unwrap().entries, 1);
    assert_eq!(meets.found.lock().unwrap().take(), Some(TsunagariError::Busy));
}

struct Throws;

impl ImportWatcher for Throws {
    fn progress(&self, _progress: ImportProgress) -> Result<(), TsunagariError> {
        Err(TsunagariError::Full)
    }
}

#[test]
fn what_a_watcher_throws_stops_the_import_and_nothing_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("library.csv");
    std::fs::write(&file, "名称,住所\n中央図書館,香川県高松市昭和町1-2-20\n").unwrap();
    let device = opened(&folder.path().join("data"), None);
    let import = Arc::clone(&device).directory().import_from(file.display().to_string(), false);
    assert_eq!(import.run(Some(Arc::new(Throws))), Err(TsunagariError::Cancelled));
    assert_eq!(device.directory().state().unwrap().packs.len(), 1);
}

struct Counts(AtomicUsize);

impl Listener for Counts {
    fn changed(&self, _what: Changed) -> Result<(), TsunagariError> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Err(TsunagariError::Cancelled)
    }
}

#[test]
fn what_a_listener_throws_fails_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let device = opened(folder.path(), None);
    let ears = Arc::new(Counts(AtomicUsize::new(0)));
    let subscription = device.subscribe(Arc::clone(&ears) as Arc<dyn Listener>).unwrap();
    Arc::clone(&device).lock().begin().unwrap();
    assert_eq!(ears.0.load(Ordering::SeqCst), 1);
    drop(subscription);
    Arc::clone(&device).lock().lock().unwrap();
    assert_eq!(ears.0.load(Ordering::SeqCst), 1);
}

#[test]
fn sixteen_threads_ask_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let device = opened(folder.path(), None);
    Arc::clone(&device).lock().begin().unwrap();
    std::thread::scope(|scope| {
        for at in 0..16 {
            let device = Arc::clone(&device);
            scope.spawn(move || {
                for _ in 0..5 {
                    let found = Arc::clone(&device).directory().find(asking("lonely")).unwrap().run();
                    assert!(matches!(&found, Ok(_) | Err(TsunagariError::Cancelled)), "{found:?}");
                    Arc::clone(&device).keepsakes().set_memo("name".into(), format!("hana {at}")).unwrap();
                    Arc::clone(&device).check_ins().list().unwrap();
                }
            });
        }
    });
    assert!(device.keepsakes().memo().unwrap().iter().any(|field| field.text.starts_with("hana")));
}

/// Sees one code all the time.
struct Sees(Frame);

impl FrameSource for Sees {
    fn next(&self) -> Result<Option<Frame>, TsunagariError> {
        Ok(Some(self.0.clone()))
    }
}

/// Four points for each module, and the white around them.
fn seen(text: &str) -> Arc<Sees> {
    let qr = Qr::new(text).unwrap();
    let side = (qr.size() + 2 * QUIET) * 4;
    let dark = |x: usize, y: usize| x >= QUIET && y >= QUIET && qr.is_dark(x - QUIET, y - QUIET);
    let point = |at: usize| if dark(at % side / 4, at / side / 4) { 0 } else { u8::MAX };
    let width = u32::try_from(side).unwrap();
    Arc::new(Sees(Frame { width, height: width, luminance: (0..side * side).map(point).collect() }))
}

#[test]
fn what_turns_the_writing_and_what_nobody_sees_is_not_read() {
    let read = QrReader::new().read(seen("電話\n087-\u{202e}000\u{2066}-00\u{200b}01\u{7}"));
    assert_eq!(read.unwrap().as_deref(), Some("電話\n087-000-0001"));
}
