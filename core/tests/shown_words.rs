//! What is composed here is shown on telephones and by the command line alike: it has to be true on both.
#![allow(clippy::unwrap_used, missing_docs)]

use std::sync::Arc;

use chrono::NaiveDate;
use tsunagari_core::app::App;
use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer::Filters;
use tsunagari_core::env::FixedClock;
use tsunagari_core::model::Language;
use tsunagari_core::text::Texts;

fn app() -> App {
    let now = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(2, 0, 0).unwrap();
    App::in_memory(Arc::new(FixedClock(now))).unwrap()
}

#[test]
fn no_option_of_the_command_line_is_named() {
    let app = app();
    for language in [Language::Japanese, Language::EasyJapanese, Language::English] {
        let texts = Texts::new(language);
        let words = Words { texts: &texts, national: app.national(), now: app.now() };
        let notes = words.emergency_notes(&app.emergency(None).unwrap());
        assert!(!notes.is_empty(), "a number that depends on the place says so");
        let mut others = Vec::new();
        for card in app.lines(None, &Filters::default()).unwrap() {
            let detail = words.detail(&app.show(&card.record.id, None).unwrap());
            assert!(!format!("{detail:?}").contains("--"), "{detail:?}");
            others.extend(detail.other_areas);
        }
        assert!(!others.is_empty(), "an entry has numbers for other areas");
        assert!(!notes.iter().any(|said| said.contains("--")), "{notes:?}");
    }
}
