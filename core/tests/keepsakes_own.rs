//! Entries of one's own are found by the same words as those of the directory, and by nothing that does not stand there.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeSet;

use chrono::DateTime;
use tsunagari_core::hours::Holidays;
use tsunagari_core::keepsakes::{KeepError, own};
use tsunagari_core::model::{EventId, OpenState, Own, Unknown};
use tsunagari_core::search::{Query, normalise};

fn entry(id: u8, name: &str, kana: &str, tel: &str, hours: &str, note: &str) -> Own {
    Own {
        id: EventId([id; 16]),
        name: name.into(),
        kana: kana.into(),
        tel: tel.into(),
        address: String::new(),
        hours: hours.into(),
        note: note.into(),
        changed: DateTime::UNIX_EPOCH,
    }
}

fn three() -> Vec<Own> {
    vec![
        entry(1, "喫茶コーヒー屋 渡邉", "きっさ わたなべ", "087-000-1234", "月〜金 9:00〜17:00", "静か。本が読める"),
        entry(2, "図書館の田中さん", "としょかん", "", "", "話を聞いてくれる"),
        entry(3, "お寺", "", "", "だいたい夕方", "本堂であたたまれる"),
    ]
}

/// Candidates from the tokens, as the store finds them, then what fits.
fn find(typed: &str) -> Vec<u8> {
    let query = Query::new(typed);
    let mut candidates = Vec::new();
    for group in own::wanted(&query) {
        let has = |entry: &Own| {
            let tokens: BTreeSet<String> = own::tokens(entry).into_iter().collect();
            group.iter().all(|token| tokens.contains(token))
        };
        candidates.extend(three().into_iter().filter(has));
    }
    own::fitting(&query, candidates).into_iter().map(|own| own.id.0[0]).collect()
}

#[test]
fn words_readings_romaji_old_forms_and_digits_find_it() {
    for (typed, found) in [
        ("渡辺", vec![1]),
        ("わたなべ", vec![1]),
        ("watanabe", vec![1]),
        ("ｺｰﾋｰ", vec![1]),
        ("0870001234", vec![1]),
        ("087-000", vec![1]),
        ("図書館", vec![2]),
        ("お寺", vec![3]),
        ("本", vec![1, 3]),
        ("話を聞いて", vec![2]),
        ("病院", vec![]),
        ("", vec![]),
        ("%", vec![]),
    ] {
        assert_eq!(find(typed), found, "{typed}");
    }
}

#[test]
fn the_index_leaves_out_nothing_that_a_plain_search_finds() {
    let texts = "喫茶コーヒー屋渡邉きっさわたなべ静か本が読める図書館の田中さん話を聞いてくれる本堂であたたまれる";
    let chars: Vec<char> = texts.chars().collect();
    for length in 1..=5 {
        for window in chars.windows(length) {
            let typed: String = window.iter().collect();
            let needle = normalise(&typed);
            let plain =
                |own: &Own| [&own.name, &own.kana, &own.note].iter().any(|text| normalise(text).contains(&needle));
            let found = find(&typed);
            for own in three().iter().filter(|own| !needle.is_empty() && plain(own)) {
                assert!(found.contains(&own.id.0[0]), "“{typed}” does not find {}", own.name);
            }
        }
    }
}

#[test]
fn the_name_stands_before_what_the_note_says() {
    let query = Query::new("お寺");
    let other = entry(1, "公園", "", "", "", "お寺のとなり");
    let found = own::fitting(&query, vec![other, three().remove(2)]);
    assert_eq!(found[0].name, "お寺");
    assert_eq!(found.len(), 2);
}

#[test]
fn hours_are_read_and_what_is_not_understood_is_unknown() {
    let holidays = Holidays::from_toml(include_str!("../national/holidays.toml")).unwrap();
    let tuesday = "2026-11-24T10:30:00".parse().unwrap();
    let [cafe, library, temple] = <[Own; 3]>::try_from(three()).unwrap();
    assert!(own::state(&cafe, tuesday, &holidays).is_open());
    assert!(own::state(&cafe, "2026-11-24T18:00:00".parse().unwrap(), &holidays).is_closed());
    assert_eq!(own::state(&library, tuesday, &holidays), OpenState::Unknown { why: Unknown::NotStated });
    assert!(matches!(own::state(&temple, tuesday, &holidays), OpenState::Unknown { .. }));
}

#[test]
fn an_entry_has_a_name_and_nothing_of_it_is_cut() {
    assert_eq!(own::checked(&entry(1, " ", "", "", "", "")), Err(KeepError::Empty));
    let long = entry(1, "店", "", "", "", &"あ".repeat(2_001));
    assert_eq!(own::checked(&long), Err(KeepError::TooLong { has: 2_001, most: 2_000 }));
    assert_eq!(own::checked(&entry(1, " 店\t", "", "", "", "a\r\nb ")).unwrap(), entry(1, "店", "", "", "", "a\nb"));
}
