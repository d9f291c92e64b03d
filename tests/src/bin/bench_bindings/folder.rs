//! The folder that all languages open: entries, a city's open data, and what somebody types.

use std::fs::create_dir_all;
use std::path::Path;
use std::sync::Arc;

use tsunagari_core::store::{Pack, Store};
use tsunagari_ffi::{
    Device, Filters, FindRequest, ImportProgress, ImportWatcher, Language, MoodDraft, Opening, SecretBox,
    TsunagariError,
};
use tsunagari_tests::corpus;
use tsunagari_tests::figures::Result;

/// Days with so many entries each, far enough apart that no zone brings them together.
pub(crate) const DAY_OF_FIFTY: &str = "2026-11-01";
pub(crate) const DAY_OF_THOUSAND: &str = "2026-11-05";

/// What somebody types, letter by letter, and what fills a screen: each gives as many cards as are asked for.
const TYPED: [&str; 8] = ["こ", "こど", "こども", "公", "公園", "学", "学校", "高松"];

/// Keeps bytes as they are: only the crossing is measured.
struct Plain;

impl SecretBox for Plain {
    fn seal(&self, plain: Vec<u8>) -> std::result::Result<Vec<u8>, TsunagariError> {
        Ok(plain)
    }

    fn unseal(&self, sealed: Vec<u8>) -> std::result::Result<Vec<u8>, TsunagariError> {
        Ok(sealed)
    }

    fn shred(&self) -> std::result::Result<(), TsunagariError> {
        Ok(())
    }
}

struct Quiet;

impl ImportWatcher for Quiet {
    fn progress(&self, _progress: ImportProgress) -> std::result::Result<(), TsunagariError> {
        Ok(())
    }
}

pub(crate) fn open(folder: &Path) -> Result<Arc<Device>> {
    let opening = Opening { folder: folder.join("data").display().to_string(), language: Language::Japanese };
    Ok(Device::open(opening, Arc::new(Plain), None)?)
}

/// As a screen asks that shows 50 cards.
pub(crate) fn request(text: &str) -> FindRequest {
    FindRequest {
        text: text.to_owned(),
        area: Some("高松市".to_owned()),
        filters: Filters::default(),
        limit: 50,
        own: false,
    }
}

#[expect(clippy::print_stdout, reason = "what the table stands on")]
pub(crate) fn make(folder: &Path, data: &Path) -> Result<()> {
    let device = open(folder)?;
    Arc::clone(&device).lock().begin()?;
    let (journal, directory) = (Arc::clone(&device).journal(), Arc::clone(&device).directory());
    for (day, all) in [(DAY_OF_FIFTY, 50), (DAY_OF_THOUSAND, 1_000)] {
        for number in 0..all {
            let at = format!("{day}T{:02}:{:02}:00+09:00", number / 60, number % 60);
            let note = "きょうは、すこし歩いた。".to_owned();
            journal.log(MoodDraft { level: number % 5 + 1, note, at: Some(at), ..MoodDraft::default() })?;
        }
    }
    if data.is_dir() {
        directory.import_from(data.display().to_string(), false).run(Some(Arc::new(Quiet)))?;
    } else {
        println!(
            "{} is not there: only what the program carries is searched, and there are fewer cards.\n",
            data.display()
        );
    }
    let mut cards = 0;
    for text in TYPED {
        cards += directory.find(request(text))?.run()?.cards.len();
    }
    println!("{} texts typed give {cards} cards.\n", TYPED.len());
    std::fs::write(folder.join("texts.txt"), TYPED.join("\n"))?;
    device.shut();
    Ok(())
}

/// A folder whose directory holds the corpus of 200,000 records beside what the program carries.
pub(crate) fn many(folder: &Path, data: &Path) -> Result<()> {
    corpus::write(data, folder)?;
    let whole = folder.join("whole");
    let rows = corpus::rows(&whole)?;
    let pack = Pack { id: "bench".into(), class: "listing".into(), ..Pack::default() };
    create_dir_all(folder.join("data"))?;
    Store::open(folder.join("data/directory.db"))?.install(&pack, rows).map_err(|error| error.to_string())?;
    Ok(())
}
