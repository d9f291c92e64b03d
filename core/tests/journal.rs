//! The mood log without a store: words, calendars, files, pages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate, Utc};
use proptest::prelude::*;
use tsunagari_core::app::print::{journal_html, year_svg};
use tsunagari_core::journal::{
    FileError, JournalError, PageWish, Why, month, page, questions, read, step, to_csv, to_json, vocabulary, year,
};
use tsunagari_core::model::{EventId, Language, Level, Mood, Words};
use tsunagari_core::text::Texts;

fn mood(id: u8, at: &str, level: u8, note: &str) -> Mood {
    Mood {
        id: EventId([id; 16]),
        at: DateTime::parse_from_rfc3339(at).unwrap(),
        level: Level::new(level).unwrap(),
        labels: BTreeSet::new(),
        contexts: BTreeSet::new(),
        note: note.to_owned(),
        logged: DateTime::parse_from_rfc3339("2026-11-22T03:00:00Z").unwrap().with_timezone(&Utc),
        amended: None,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn every_word_has_three_languages_and_a_code_of_its_own() {
    let words = vocabulary().unwrap();
    assert_eq!(words.levels.iter().map(|level| level.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    assert!((40..=60).contains(&words.labels.len()), "{}", words.labels.len());
    assert!((12..=20).contains(&words.contexts.len()));
    assert!(words.context_of("spoke-with-someone").is_some());
    for all in [&words.labels, &words.contexts] {
        let codes: BTreeSet<&str> = all.iter().map(|named| named.code.as_str()).collect();
        assert_eq!(codes.len(), all.len());
        for named in all {
            assert_eq!(words.label(&named.name.ja).or_else(|_| words.context(&named.name.ja)).unwrap(), named.code);
        }
    }
    let texts = |words: &Words| Language::ALL.map(|language| words.within(language).to_owned());
    let names = words.labels.iter().chain(&words.contexts).flat_map(|named| texts(&named.name));
    let levels = words.levels.iter().flat_map(|level| [texts(&level.word), texts(&level.weather), texts(&level.mark)]);
    assert!(names.chain(levels.flatten()).all(|name| !name.trim().is_empty()));
    for language in Language::ALL {
        let marks: BTreeSet<&str> = words.levels.iter().map(|level| level.mark.within(language)).collect();
        assert_eq!(marks.len(), 5);
    }
}

#[test]
fn a_word_is_known_by_any_of_its_names_and_an_unknown_one_has_a_hint() {
    let words = vocabulary().unwrap();
    for typed in ["lonely", "さみしい", " Lonely "] {
        assert_eq!(words.label(typed).unwrap(), "lonely");
    }
    for typed in ["1", "ざあざあ雨", "とても重い", "downpour", "Pouring Rain"] {
        assert_eq!(words.level_named(typed).unwrap().number(), 1, "{typed}");
    }
    assert_eq!(words.level_named("6"), Err(JournalError::Level("6".into())));
    let Err(JournalError::Label { near, .. }) = words.label("さみしいな") else { panic!() };
    assert_eq!(near[0], "lonely");
    assert!(matches!(words.context("lonely"), Err(JournalError::Context { .. })));
}

#[test]
fn a_day_without_an_entry_is_paper_and_none_stands_for_several() {
    let felt = [
        mood(1, "2026-11-10T23:30:00+09:00", 1, ""),
        mood(2, "2026-11-10T01:00:00+09:00", 5, ""),
        // In UTC this is still the 10th; for the person it was the 11th.
        mood(3, "2026-11-11T00:30:00+09:00", 3, ""),
    ];
    let view = month(&felt, day("2026-11-22"));
    let days: Vec<_> = view.weeks.iter().flatten().collect();
    assert!(view.weeks.iter().all(|week| week.len() == 7));
    let levels = |date: &str| days.iter().find(|cell| cell.date == day(date)).unwrap().levels.clone();
    assert_eq!(levels("2026-11-10"), [5, 1], "all of them, in order");
    assert_eq!(levels("2026-11-11"), [3]);
    assert_eq!(days.iter().filter(|cell| !cell.levels.is_empty()).count(), 2, "the others are paper");
    let view = year(&felt, 2026);
    assert_eq!(view.months.iter().map(Vec::len).sum::<usize>(), 365);
    assert_eq!(view.months.iter().flatten().filter(|cell| !cell.levels.is_empty()).count(), 2);
    let json = serde_json::to_string(&view).unwrap();
    for word in ["average", "mean", "count", "total", "best", "worst", "streak"] {
        assert!(!json.contains(word), "{word}");
    }
}

#[test]
fn the_picture_draws_entries_and_nothing_else() {
    let felt = [mood(1, "2026-11-10T23:30:00+09:00", 1, ""), mood(2, "2026-11-10T23:40:00+09:00", 5, "")];
    let texts = Texts::new(Language::EasyJapanese);
    let svg = year_svg(&year(&felt, 2026), vocabulary().unwrap(), &texts, true);
    // The paper, five squares of the legend, and two strips of one day.
    assert_eq!(svg.matches("<rect").count(), 1 + 5 + 2, "{svg}");
    assert!(!svg.contains('{') && !svg.contains("http://www.w3.org/1999"), "readings do not belong into a picture");
}

#[test]
fn a_step_has_its_reason_and_no_label_that_is_not_there() {
    let words = vocabulary().unwrap();
    for (hour, labels, why) in
        [("03", vec!["lonely"], None), ("12", vec!["muddled"], None), ("12", vec![], Some(Why::Small))]
    {
        for id in 0..60 {
            let mut entry = mood(id, &format!("2026-11-22T{hour}:00:00+09:00"), 1, "");
            entry.labels = labels.iter().map(ToString::to_string).collect();
            let step = step(&entry).unwrap().unwrap();
            match (&step.why, &why) {
                (found, Some(why)) => assert_eq!(found, why),
                (Why::Label(label), None) => assert!(labels.contains(&label.as_str())),
                (other, None) => panic!("{other:?}"),
            }
            if hour == "03" {
                assert!(!["window", "one-step-out", "sky", "green"].contains(&step.id.as_str()), "{}", step.id);
            }
        }
    }
    let source = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/journal/steps.toml")).unwrap();
    let steps: toml::Table = source.parse().unwrap();
    for step in steps["step"].as_array().unwrap() {
        for label in step["labels"].as_array().unwrap() {
            assert!(words.label_of(label.as_str().unwrap()).is_some(), "{label:?}");
        }
    }
}

#[test]
fn every_answer_has_one_sentence_and_figures_are_those_that_were_published() {
    let all = questions().unwrap();
    for form in &all.forms {
        let values: Vec<u8> = form.options.iter().map(|option| option.value).collect();
        let mut answers = vec![vec![]];
        for _ in &form.questions {
            answers =
                answers.iter().flat_map(|a: &Vec<u8>| values.iter().map(|v| [a.clone(), vec![*v]].concat())).collect();
        }
        for answer in &answers {
            let band = form.back(answer).unwrap();
            for language in Language::ALL {
                let sentence = band.sentence.within(language);
                assert!(!sentence.is_empty() && !sentence.contains(|c: char| c.is_ascii_digit()), "{sentence}");
            }
        }
        assert!(form.back(&[]).is_err() && form.back(&[9]).is_err());
        let shown = serde_json::to_string(form).unwrap();
        assert!(!shown.contains("shares") && !shown.contains("sentence"), "{shown}");
    }
    let direct = all.form("direct").unwrap();
    assert_eq!(direct.questions[0].text.ja, "あなたはどの程度、孤独であると感じることがありますか。");
    assert_eq!(direct.survey.as_ref().unwrap().shares, [179, 414, 197, 148, 48]);
    assert!(all.form("ucla3").unwrap().bands.iter().all(|band| !band.verified));
}

#[test]
fn a_formula_is_neutralised_and_comes_back() {
    for note in ["=1+1", "+81", "-3", "@x", "\t=1", " =1", "'=1", "''", "＝1", "\r\n=1", "a=1"] {
        let entry = mood(1, "2026-11-22T03:00:05+09:00", 1, note);
        let csv = to_csv([&entry]);
        for dangerous in ["\"=", "\"+", "\"-", "\"@", "\"\t", "\"＝", "\" ="] {
            assert!(!csv.contains(dangerous), "{note:?}: {csv}");
        }
        assert_eq!(read(csv.as_bytes()).unwrap(), [entry]);
    }
}

#[test]
fn a_file_that_is_not_ours_is_refused_with_its_line() {
    let good = to_csv([&mood(1, "2026-11-22T03:00:05+09:00", 1, "あ")]);
    let json = to_json([&mood(1, "2026-11-22T03:00:05+09:00", 1, "あ")]);
    assert!(good.starts_with('\u{feff}') && good.contains("\"2026-11-22T03:00:05+09:00\""));
    let cases: Vec<(Vec<u8>, FileError)> = vec![
        (vec![], FileError::Empty),
        (b"full_date,mood\n2026-11-22,good\n".to_vec(), FileError::Foreign { line: 1 }),
        (b"{\"moods\": []}".to_vec(), FileError::Foreign { line: 1 }),
        (b"{\"format\":\"x\",\"version\":1,\"entries\":[]}".to_vec(), FileError::Foreign { line: 1 }),
        (b"id,at\n\xff".to_vec(), FileError::NotUtf8 { line: 2 }),
        (good.replace("mood 1", "mood 2").into_bytes(), FileError::NeedsNewerVersion(2)),
        (json.replace("\"version\": 1", "\"version\": 7").into_bytes(), FileError::NeedsNewerVersion(7)),
        (good.replace("05+09:00", "05.5+09:00").into_bytes(), FileError::Value { line: 2, column: "at" }),
        (good.replace("\"1\",", "\"6\",").into_bytes(), FileError::Value { line: 2, column: "level" }),
        (json.replace("\"level\": 1", "\"level\": 0").into_bytes(), FileError::Value { line: 6, column: "level" }),
        (good.replace("\"あ\",", "\"あ\"x,").into_bytes(), FileError::Columns { line: 2 }),
        (good.replace('あ', &"あ".repeat(4001)).into_bytes(), FileError::Value { line: 2, column: "note" }),
    ];
    for (bytes, error) in cases {
        assert_eq!(read(&bytes), Err(error), "{}", String::from_utf8_lossy(&bytes));
    }
    let twice = to_csv([&mood(1, "2026-11-22T03:00:05+09:00", 1, "a"), &mood(1, "2026-11-22T03:00:05+09:00", 1, "b")]);
    assert_eq!(read(twice.as_bytes()), Err(FileError::Twice { line: 3 }));
}

fn any_mood() -> impl Strategy<Value = Mood> {
    let strange = prop_oneof![
        Just("=HYPERLINK(\"x\")".to_owned()),
        Just("  前後  ".to_owned()),
        Just("一行\r\n二行\n\"三\"行\r".to_owned()),
        Just("👩‍👩‍👧 🫥".to_owned()),
        Just("end".to_owned()),
        Just("{漢字|かんじ}".to_owned()),
        ".{0,40}",
        "(?s).{0,40}",
    ];
    let words = || proptest::collection::btree_set("[a-z][a-z-]{0,12}", 0..4);
    let seconds = -2_000_000_000_i64..7_000_000_000;
    (any::<[u8; 16]>(), seconds, -840_i32..=840, 1_u8..=5, words(), words(), strange, any::<Option<u32>>()).prop_map(
        |(id, at, offset, level, labels, contexts, note, amended)| Mood {
            id: EventId(id),
            at: DateTime::from_timestamp(at, 0).unwrap().with_timezone(&FixedOffset::east_opt(offset * 60).unwrap()),
            level: Level::new(level).unwrap(),
            labels,
            contexts,
            note,
            logged: DateTime::from_timestamp(at.abs(), 0).unwrap(),
            amended: amended.map(|at| DateTime::from_timestamp(at.into(), 0).unwrap()),
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_is_written_out_comes_back_the_same(moods in proptest::collection::vec(any_mood(), 0..6)) {
        let mut sorted = moods.clone();
        sorted.sort_by_key(|mood| mood.id);
        sorted.dedup_by_key(|mood| mood.id);
        for text in [to_csv(&sorted), to_json(&sorted)] {
            let back = read(text.as_bytes()).unwrap();
            prop_assert_eq!(&back, &sorted);
            // Times are equal when they are the same instant; where the person was is not part of that.
            let places = |moods: &[Mood]| moods.iter().map(|mood| *mood.at.offset()).collect::<Vec<_>>();
            prop_assert_eq!(places(&back), places(&sorted));
        }
    }

    #[test]
    fn a_torn_file_is_never_half_taken(moods in proptest::collection::vec(any_mood(), 1..4), cut in 0.0..1.0_f64) {
        let mut sorted = moods.clone();
        sorted.sort_by_key(|mood| mood.id);
        sorted.dedup_by_key(|mood| mood.id);
        for text in [to_csv(&sorted), to_json(&sorted)] {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let at = (text.len() as f64 * cut) as usize;
            if let Ok(found) = read(&text.as_bytes()[..at]) {
                prop_assert_eq!(&found, &sorted, "cut at {} of {}", at, text.len());
            }
        }
    }
}

#[test]
fn what_is_wrong_with_an_entry_is_told_of_its_field() {
    let many: BTreeSet<String> = (1..=21).map(|length| "a".repeat(length)).collect();
    let no_code = BTreeSet::from(["A".to_owned()]);
    let whole = mood(1, "2026-11-20T03:00:00+09:00", 3, "");
    let wrong = [
        (Mood { labels: many.clone(), ..whole.clone() }, "labels"),
        (Mood { labels: no_code.clone(), ..whole.clone() }, "labels"),
        (Mood { contexts: many, ..whole.clone() }, "contexts"),
        (Mood { contexts: no_code, ..whole.clone() }, "contexts"),
        (mood(1, "2026-11-20T03:00:00+09:00", 3, &"あ".repeat(4_001)), "note"),
        (mood(1, "2201-01-01T00:00:00+09:00", 3, ""), "at"),
    ];
    assert_eq!(whole.check(), Ok(()));
    for (entry, field) in wrong {
        assert_eq!(entry.check().unwrap_err().field(), field);
    }
}

#[test]
fn a_page_leaves_out_what_the_person_leaves_out_and_notes_are_only_text() {
    let mut first = mood(1, "2026-11-20T03:00:00+09:00", 1, "<b>{漢字|かんじ}</b>\n二行目");
    first.labels.insert("lonely".into());
    first.contexts.insert("home".into());
    let felt =
        [first, mood(2, "2026-11-21T03:00:00+09:00", 5, "いわない"), mood(3, "2026-11-25T03:00:00+09:00", 5, "さき")];
    let wish = PageWish {
        from: day("2026-11-20"),
        to: day("2026-11-22"),
        notes: true,
        labels: true,
        contexts: true,
        weather: false,
        large: true,
        without: [EventId([2; 16])].into(),
    };
    for language in Language::ALL {
        let texts = Texts::new(language);
        let html = journal_html(&page(&felt, &wish, vocabulary().unwrap(), &texts));
        assert!(html.contains("&lt;b&gt;{漢字|かんじ}&lt;/b&gt;\n二行目"), "{html}");
        assert!(!html.contains("いわない") && !html.contains("さき"));
        for foreign in ["<script", "http:", "https:", "url(", "@import", "src="] {
            assert!(!html.contains(foreign), "{foreign}");
        }
        let no_diagnosis = texts.get("check-no-diagnosis");
        assert!(language == Language::EasyJapanese || html.contains(&no_diagnosis));
    }
    let texts = Texts::new(Language::Japanese);
    let less = PageWish { notes: false, labels: false, contexts: false, ..wish };
    let html = journal_html(&page(&felt, &less, vocabulary().unwrap(), &texts));
    assert!(html.contains("とても重い"));
    for gone in ["さみしい", "二行目", ">家<"] {
        assert!(!html.contains(gone), "{gone}");
    }
}
