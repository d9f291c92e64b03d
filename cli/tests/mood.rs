//! The mood log on the command line.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, missing_docs)]

mod support;

use std::process::Output;

use support::{NIGHT, Run, code, err, golden, out};

struct Hana {
    run: Run,
    passphrase: String,
}

impl Hana {
    fn new() -> Self {
        let run = Run::new();
        let passphrase = run.write("passphrase", "すいかのたね\n").display().to_string();
        Self { run, passphrase }
    }

    fn mood(&self, args: &[&str]) -> Output {
        let opens = ["--passphrase-file", &self.passphrase, "--now", NIGHT];
        self.run.run(&[&["mood"], args, &opens].concat())
    }

    fn json(&self, args: &[&str]) -> serde_json::Value {
        let output = self.mood(&[args, &["--json"]].concat());
        assert_eq!(code(&output), 0, "{args:?}: {}", err(&output));
        serde_json::from_str(&out(&output)).unwrap()
    }
}

/// Ids are drawn: they stand in goldens as dots.
fn without_ids(text: &str) -> String {
    let mut out = String::new();
    for part in text.split_inclusive(['[', ']']) {
        let inner = part.strip_suffix(']').unwrap_or_default();
        let id = inner.len() == 32 && inner.chars().all(|c| c.is_ascii_hexdigit());
        out.push_str(if id { "…]" } else { part });
    }
    out
}

#[test]
fn entries_and_calendars_look_as_they_did() {
    let hana = Hana::new();
    assert_eq!(code(&hana.mood(&[])), 1, "nothing is made by looking");
    let add = |args: &[&str]| {
        let output = hana.mood(&[&["add"], args].concat());
        assert_eq!(code(&output), 0, "{args:?}: {}", err(&output));
        out(&output)
    };
    add(&["2", "--label", "さみしい", "--label", "眠れない", "--context", "家", "--note", "{漢字|かんじ}のメモ"]);
    add(&["くもり", "--at", "2026-11-23T21:05:09"]);
    add(&["とても重い", "--at", "2026-11-23T16:00+01:00", "--context", "spoke-with-someone"]);
    for (hour, level) in ["1", "3", "4", "5"].into_iter().enumerate() {
        add(&[level, "--at", &format!("2026-11-03T{:02}:00", hour + 8)]);
    }
    for (name, args) in [
        ("mood-today.txt", vec![]),
        ("mood-list-easy.txt", vec!["list", "--lang", "ja-easy", "--weather"]),
        ("mood-list-en.txt", vec!["list", "--from", "2026-11-23", "--lang", "en"]),
        ("mood-month.txt", vec!["month"]),
        ("mood-year.txt", vec!["year", "--weather"]),
        ("mood-year-en.txt", vec!["year", "--lang", "en"]),
        ("mood-words-en.txt", vec!["words", "--lang", "en"]),
    ] {
        let output = hana.mood(&args);
        assert_eq!(code(&output), 0, "{args:?}: {}", err(&output));
        golden(name, &without_ids(&out(&output)));
    }
    let empty = out(&hana.mood(&["month", "2025-02"]));
    let legend = empty.find("ざ ").unwrap();
    assert!(!empty[..legend].contains(['ざ', 'し', 'く', 'と', 'は']), "a gap is paper: {empty}");
}

#[test]
fn what_goes_out_comes_back_and_nothing_is_cut() {
    let (hana, ren) = (Hana::new(), Hana::new());
    let note = "=1+1\n「はい」,\"いいえ\" 🫥 ";
    let entry = hana.json(&["add", "1", "--at", "2026-11-01T23:59:58+01:00", "--note", note])["entry"].clone();
    assert_eq!((entry["at"].as_str(), entry["note"].as_str()), (Some("2026-11-01T23:59:58+01:00"), Some(note)));
    for format in ["csv", "json"] {
        let file = hana.run.path(format).display().to_string();
        assert_eq!(code(&hana.mood(&["export", "--format", format, "--out", &file])), 0);
        let merged = ren.json(&["import", &file]);
        assert_eq!(merged["added"].as_u64().unwrap() + merged["same"].as_u64().unwrap(), 1);
        assert_eq!(ren.json(&["list"])["entries"], serde_json::json!([entry]));
    }
    let long = hana.mood(&["add", "3", "--note", &"あ".repeat(4001)]);
    assert_eq!(code(&long), 2);
    assert!(err(&long).contains("4000"), "{}", err(&long));
    let torn = hana.run.write("torn.csv", "id,at,level,labels,contexts,note,logged,amended\r\n\"1");
    let refused = hana.mood(&["import", torn.to_str().unwrap()]);
    assert_eq!(code(&refused), 3);
    assert!(err(&refused).contains("2 行目") && err(&refused).contains("何も取り込んでいません"), "{}", err(&refused));
    assert_eq!(hana.json(&["list"])["entries"].as_array().unwrap().len(), 1);
    let typed = [
        &["mood", "add", "3", "--note", "-", "--json", "--now", NIGHT, "--passphrase-file"],
        &[hana.passphrase.as_str()][..],
    ];
    let typed = hana.run.typed(&typed.concat(), " 一行目\n二行目\n");
    assert!(out(&typed).contains("\" 一行目\\n二行目\""), "{}{}", out(&typed), err(&typed));
}

#[test]
fn an_entry_is_changed_and_erased_by_its_id() {
    let hana = Hana::new();
    let id =
        hana.json(&["add", "2", "--label", "さみしい", "--note", "けす"])["entry"]["id"].as_str().unwrap().to_owned();
    let changed = hana.json(&["amend", &id, "--level", "晴れ", "--clear", "notes"])["entry"].clone();
    assert_eq!((changed["level"].as_u64(), changed["note"].as_str()), (Some(5), Some("")));
    assert_eq!(changed["labels"], serde_json::json!(["lonely"]));
    assert_eq!(code(&hana.mood(&["erase", &id])), 0);
    assert_eq!(code(&hana.mood(&["erase", &id])), 1);
    assert_eq!(code(&hana.mood(&["erase", "x"])), 1);
    assert_eq!(out(&hana.mood(&["list"])).trim(), "何も書いていません。書いても、書かなくても、どちらでもかまいません");
}

#[test]
fn a_word_that_is_not_there_has_a_hint() {
    let hana = Hana::new();
    let refused = |args: &[&str], said: &str| {
        let output = hana.mood(args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(err(&output).contains(said), "{args:?}: {}", err(&output));
    };
    for (args, said) in [
        (vec!["add", "7"], "「7」という重さはありません"),
        (vec!["add", "2", "--label", "さみしいな"], "近いことば：さみしい"),
        (vec!["add", "2", "--context", "zzz"], "tsunagari mood words"),
        (vec!["add", "2", "--at", "きのう"], "時刻として読めません"),
    ] {
        refused(&args, said);
    }
    assert_eq!(code(&hana.mood(&["list"])), 1, "nothing was made");
    refused(&["add", "2", "--at", "2026-11-24T02:01"], "いままでの時刻");
}

#[test]
fn put_away_it_says_so_in_one_line() {
    let hana = Hana::new();
    hana.json(&["add", "2"]);
    assert_eq!(hana.json(&["hide"])["hidden"], true);
    for args in [vec![], vec!["add", "3"], vec!["month"], vec!["year"], vec!["export", "--format", "csv"], vec!["page"]]
    {
        let output = hana.mood(&args);
        assert!(code(&output) == 1 && out(&output).is_empty(), "{args:?}");
        assert_eq!(err(&output).lines().count(), 1);
        assert!(err(&output).contains("tsunagari mood show"));
    }
    hana.json(&["show"]);
    assert_eq!(hana.json(&["list"])["entries"].as_array().unwrap().len(), 1);
}

#[test]
fn a_step_comes_only_when_it_is_asked_for() {
    let hana = Hana::new();
    let plain = out(&hana.mood(&["add", "1", "--label", "眠れない"]));
    assert!(!plain.contains("小さな一歩") && !plain.contains("どうして"), "{plain}");
    let then = out(&hana.mood(&["add", "1", "--label", "眠れない", "--then"]));
    assert!(then.contains("小さな一歩") && then.contains("どうしてこれが出たか：「眠れない」"), "{then}");
    assert!(then.contains("--area"), "{then}");
    let vanish = out(&hana.mood(&["add", "1", "--label", "消えたい"]));
    assert!(vanish.contains("tsunagari lines --open-now"), "{vanish}");
    let vanish = out(&hana.mood(&["add", "1", "--label", "消えたい", "--then"]));
    assert!(vanish.contains("いつでも受付") && !vanish.contains("小さな一歩"), "{vanish}");
    let json = hana.json(&["add", "1", "--then", "--area", "高松市"]);
    assert!(json["step"]["text"]["ja"].is_string() && json["entry"]["level"] == 1);
}

#[test]
fn pages_and_pictures_are_written_where_they_are_wanted() {
    let hana = Hana::new();
    hana.json(&["add", "2", "--note", "ひみつ", "--label", "さみしい"]);
    for (args, has) in [
        (vec!["page", "--large", "--out"], "class=\"large\""),
        (vec!["year", "--out"], "<svg"),
        (vec!["year", "--svg"], "<svg xmlns"),
    ] {
        let file = hana.run.path("file").display().to_string();
        let output = hana.mood(&[args.clone(), vec![&file]].concat());
        assert_eq!(code(&output), 0, "{args:?}: {}", err(&output));
        assert!(std::fs::read_to_string(&file).unwrap().contains(has), "{args:?}");
    }
    let without = out(&hana.mood(&["page", "--without", "notes", "--without", "labels"]));
    assert!(!without.contains("ひみつ") && !without.contains("さみしい") && without.contains("すこし重い"));
    assert!(out(&hana.mood(&["page"])).contains("ひみつ"));
}

#[test]
fn every_entry_that_is_taken_can_be_written_out_and_read_again() {
    let hana = Hana::new();
    for (now, ended) in [("2201-01-01T00:00", 2), ("2200-12-31T23:00", 0), ("1899-12-31T23:00", 2)] {
        let output = hana.run.run(&["mood", "add", "3", "--now", now, "--passphrase-file", &hana.passphrase]);
        assert_eq!(code(&output), ended, "{now}: {}", err(&output));
    }
    let file = hana.run.path("out.csv").display().to_string();
    assert_eq!(code(&hana.mood(&["export", "--format", "csv", "--out", &file])), 0);
    let back = hana.mood(&["import", &file]);
    assert_eq!(code(&back), 0, "{}", err(&back));
}

#[test]
fn the_place_after_a_heavy_entry_is_for_anybody() {
    let hana = Hana::new();
    let header = "名称,住所,緯度,経度\n";
    for (file, row) in [
        ("child_rearing_support_center.csv", "子育てひろばことり,香川県高松市番町1-1,34.3427,134.0466\n"),
        ("library.csv", "中央図書館,香川県高松市昭和町1-2-20,34.3380,134.0360\n"),
    ] {
        let path = hana.run.write(file, &format!("{header}{row}")).display().to_string();
        assert_eq!(code(&hana.run.run(&["import", &path])), 0);
    }
    let around = out(&hana.run.run(&["places", "--area", "高松市"]));
    assert!(around.contains("ことり"), "the nearest is for parents: {around}");
    let then = out(&hana.mood(&["add", "1", "--label", "つかれた", "--then", "--area", "高松市"]));
    assert!(then.contains("中央図書館") && !then.contains("ことり"), "{then}");
}

#[test]
fn numbers_from_a_japanese_keyboard_are_numbers_and_words_stay_as_they_were_written() {
    let hana = Hana::new();
    assert_eq!(code(&hana.mood(&["add", "３"])), 0);
    assert_eq!(code(&hana.mood(&["month", "２０２６-１１"])), 0);
    assert_eq!(code(&hana.mood(&["add", "3", "--note", "１２３"])), 0);
    assert!(out(&hana.mood(&["list"])).contains("１２３"));
    let plan = |words: &[&str]| out(&hana.run.run(&[words, &["--passphrase-file", &hana.passphrase]].concat()));
    assert!(plan(&["plan", "add", "1", "０９０－００００"]).contains("０９０－００００"));
    assert!(plan(&["plan", "add", "２", "１２３"]).contains("１２３"));
}

#[test]
fn a_note_of_wanting_to_die_brings_people_who_listen_instead_of_a_small_step() {
    let hana = Hana::new();
    let then = out(&hana.mood(&["add", "1", "--note", "死にたい", "--then"]));
    assert!(then.contains("いのちSOS") && !then.contains("小さな一歩"), "{then}");
}
