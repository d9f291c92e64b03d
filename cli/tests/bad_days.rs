//! A damaged directory, a data folder that is none, a torn file: help is still shown, and nothing is lost.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::fs;

use support::{Run, code, err, out};

#[test]
fn somebody_who_needs_help_gets_it_though_the_directory_is_damaged() {
    let run = Run::new();
    let folder = run.path("data");
    fs::create_dir_all(&folder).unwrap();
    let database = folder.join("directory.db");
    let damaged = vec![7_u8; 70_000];
    fs::write(&database, &damaged).unwrap();
    let answer = run.at_night(&["find", "死にたい"]);
    assert_eq!(code(&answer), 4, "{}", err(&answer));
    assert!(out(&answer).contains("0120-279-338"), "{}", out(&answer));
    assert!(err(&answer).contains("こわれている") && err(&answer).contains("全国の窓口"), "{}", err(&answer));
    assert_eq!(fs::read(&database).unwrap(), damaged, "the file is kept");
    assert_eq!(code(&run.at_night(&["doctor"])), 4);
}

#[test]
fn somebody_who_needs_help_gets_it_though_the_data_folder_is_a_file() {
    let run = Run::new();
    fs::write(run.path("data"), "").unwrap();
    let answer = run.at_night(&["find", "殴られている"]);
    assert_eq!(code(&answer), 4);
    assert!(out(&answer).contains("1. 110"), "{}", out(&answer));
}

#[test]
fn what_is_wrong_with_a_package_or_a_pack_is_said_in_the_language_of_the_screen() {
    let run = Run::new();
    let package = run.write("package/services.json", "[{\"id\": \"1\", ");
    let done = run.at_night(&["import", package.parent().unwrap().to_str().unwrap()]);
    assert!(out(&done).contains("JSON") && !out(&done).contains("not valid"), "{}", out(&done));
    let alone = run.at_night(&["import", package.to_str().unwrap()]);
    assert_eq!(code(&alone), 3);
    assert!(err(&alone).contains("JSON") && !err(&alone).contains("line"), "{}", err(&alone));
    let missing = run.at_night(&["import", "no/such/file.csv"]);
    assert!(err(&missing).contains("見つかりません") && !err(&missing).contains("No such"), "{}", err(&missing));
    let pack = run.write("x.pack", "not a pack at all");
    for (lang, words) in [("ja", "パック（まとめたファイル）ではありません"), ("en", "this is not a pack")]
    {
        let done = run.at_night(&["pack", "inspect", pack.to_str().unwrap(), "--lang", lang]);
        assert_eq!(code(&done), 3);
        assert!(err(&done).contains(words), "{}", err(&done));
    }
    let folder = run.write("a-file", "x").join("below");
    let done = run.command(&["export", "--format", "hsds-json", folder.to_str().unwrap()]).output().unwrap();
    assert!(err(&done).contains("フォルダではないもの") && !err(&done).contains("Not a directory"), "{}", err(&done));
}

#[test]
fn a_torn_workbook_is_named_in_the_language_of_the_screen() {
    let run = Run::new();
    let file = run.write("torn.xlsx", "PK\u{3}\u{4} torn");
    for (lang, words) in [("ja", "この表計算ファイルは開けません"), ("en", "this workbook cannot be opened")]
    {
        let done = run.at_night(&["import", file.to_str().unwrap(), "--lang", lang]);
        assert_eq!(code(&done), 3);
        assert!(err(&done).contains(words) && err(&done).contains("torn.xlsx"), "{}", err(&done));
    }
}
