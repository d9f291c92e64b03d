//! An entry as a text for a QR code: short, true for whoever reads it, and never a number without who assured it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod finder_support;

use std::sync::Arc;

use chrono::NaiveDate;
use finder_support::{area, at, cards};
use tsunagari_core::app::say::Words;
use tsunagari_core::app::{App, AppError};
use tsunagari_core::directory::answer::{Card, Filters, PackLabel, PackTrust};
use tsunagari_core::env::FixedClock;
use tsunagari_core::keepsakes::qr::{QUIET, Qr};
use tsunagari_core::model::{Language, Record};
use tsunagari_core::text::{Texts, plain};

const LANGUAGES: [Language; 3] = [Language::Japanese, Language::EasyJapanese, Language::English];

fn app() -> App {
    let now = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap().and_hms_opt(2, 0, 0).unwrap();
    App::in_memory(Arc::new(FixedClock(now))).unwrap()
}

/// What a card says as a code.
fn code(app: &App, card: &Card, language: Language) -> String {
    let texts = Texts::new(language);
    Words { texts: &texts, national: app.national(), now: app.now() }.code_text(card)
}

/// What another telephone reads from the code of a text.
fn read(text: &str) -> String {
    const SCALE: usize = 4;
    let qr = Qr::new(text).unwrap();
    let side = (qr.size() + 2 * QUIET) * SCALE;
    let dark = |x: usize, y: usize| x >= QUIET && y >= QUIET && qr.is_dark(x - QUIET, y - QUIET);
    let grey = |x: usize, y: usize| if dark(x / SCALE, y / SCALE) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    picture.detect_grids()[0].decode().unwrap().1
}

/// An imported place with a number.
fn place(fields: &[(&str, &str)]) -> Card {
    let mut record = Record::new("own:library.1");
    record.set("name", "中央図書館").set("kind", "place").set("address", "香川県高松市昭和町1-2-20");
    record.set("ch/t/kind", "tel").set("ch/t/dial", "0870000001").set("ch/t/display", "087-000-0001");
    record.set("ch/t/fee", "caller").set("ch/t/hours_raw", "9:30～19:00").set("ch/t/order", 1);
    record.set("assured_by", "公開されているデータから。施設には未確認").set("assured_date", "2026-11-01");
    for (key, value) in fields {
        record.set(*key, *value);
    }
    let label = PackLabel { kind: PackTrust::OwnImport, pack: "own:library".into() };
    cards().card(record, None, at("2026-11-24T02:00:00"), Some(label))
}

#[test]
fn a_code_says_the_name_the_ways_and_who_assured_them() {
    let app = app();
    let shown = |id: &str, language| code(&app, &app.show(id, None).unwrap().card, language);
    assert_eq!(
        shown("jp.yorisoi", Language::Japanese),
        "よりそいホットライン\n\
         電話：0120-279-338（通話料無料、24時間365日）\n\
         IP電話・LINE Outから（通話料がかかります）：050-3655-0279（通話料がかかります、24時間365日）\n\
         公開資料から、2026-11-21。窓口には未確認"
    );
    let english = shown("jp.yorisoi", Language::English);
    assert!(english.contains("telephone: 0120-279-338 (free to call; 24時間365日)"), "{english}");
    assert!(english.ends_with("from public sources, 2026-11-21; not confirmed with the service"), "{english}");
    let easy = shown("jp.yorisoi", Language::EasyJapanese);
    assert!(easy.contains("電話（でんわ）：0120-279-338") && !easy.contains('{'), "{easy}");
}

#[test]
fn every_entry_is_read_whole_with_who_assured_it() {
    let app = app();
    for language in LANGUAGES {
        let texts = Texts::new(language);
        for kind in ["line", "desk", "scheme", "site"] {
            let filters = Filters { kinds: vec![kind.into()], ..Filters::default() };
            for card in app.lines(None, &filters).unwrap() {
                let text = code(&app, &card, language);
                assert_eq!(read(&text), text);
                assert!(text.len() <= 400, "{} bytes: {text}", text.len());
                let words = Words { texts: &texts, national: app.national(), now: app.now() };
                let assured = plain(&words.assurance(&card.assurance), language);
                assert!(text.lines().any(|line| line == assured), "{text}");
            }
        }
    }
}

#[test]
fn a_place_says_where_it_is_and_that_its_publisher_is_not_confirmed() {
    assert_eq!(
        code(&app(), &place(&[]), Language::Japanese),
        "中央図書館\n\
         電話：087-000-0001（通話料がかかります、9:30～19:00）\n\
         場所：香川県高松市昭和町1-2-20\n\
         自分で取り込んだ公開データです（この一覧をつくった人は確認されていません）\n\
         公開されているデータから。施設には未確認、2026-11-01"
    );
}

#[test]
fn what_is_too_long_loses_other_ways_first_and_then_hours() {
    let app = app();
    let long = "第2・第4水曜日を除く平日の午前9時から午後5時まで、昼休みは休み。".repeat(2);
    let other = [("ch/f/kind", "fax"), ("ch/f/dial", "0870000002"), ("ch/f/hours_raw", long.as_str())];
    let text = code(&app, &place(&other), Language::Japanese);
    assert!(text.contains("9:30～19:00") && !text.contains("0870000002"), "{text}");
    let text = code(&app, &place(&[("ch/t/hours_raw", &long)]), Language::Japanese);
    assert!(text.contains("087-000-0001（通話料がかかります）") && text.len() <= 400, "{text}");
    // What nobody may leave out stays whole, and is read all the same.
    let text = code(&app, &place(&[("name", &"図書館".repeat(60))]), Language::Japanese);
    assert!(text.len() > 400 && text.contains("場所：") && text.ends_with("2026-11-01"), "{text}");
    assert_eq!(read(&text), text);
}

#[test]
fn a_text_of_several_lines_looks_like_one_fact() {
    let text = code(&app(), &place(&[("name", "図書館\n電話：0570-000-000")]), Language::Japanese);
    assert_eq!(text.lines().next(), Some("図書館 電話：0570-000-000"));
}

#[test]
fn an_entry_whose_traces_could_endanger_somebody_is_no_code_unless_they_said_so() {
    let app = app();
    let asked = |traces| app.card_for_paper("jp.dv-plus", None, traces, Language::Japanese);
    assert!(matches!(asked(false), Err(AppError::TracesOnPaper { .. })));
    assert!(code(&app, &asked(true).unwrap(), Language::Japanese).contains("0120-279-889"));
    let kagawa = area("37");
    assert!(matches!(
        app.card_for_paper("nobody", Some(&kagawa), true, Language::Japanese),
        Err(AppError::NotFound { .. })
    ));
}
