//! A damaged directory, a data folder that is none, a torn file: help is still shown, and nothing is lost.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

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
    for (lang, words) in [("ja", "窓口の情報のファイルではありません"), ("en", "not a file of entries")]
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

#[test]
fn a_damaged_page_in_the_middle_leaves_nobody_without_an_answer() {
    let run = Run::new();
    assert_eq!(code(&run.at_night(&["find", "死にたい"])), 0);
    let database = run.path("data").join("directory.db");
    let whole = fs::read(&database).unwrap();
    let mut noticed = 0;
    for page in (1..whole.len() / 4096).step_by(whole.len() / 4096 / 40 + 1) {
        let mut damaged = whole.clone();
        damaged[page * 4096..(page + 1) * 4096].fill(0xff);
        fs::write(&database, &damaged).unwrap();
        let answer = run.at_night(&["find", "死にたい"]);
        assert!(out(&answer).contains("0120-279-338"), "page {page}: {}", err(&answer));
        noticed += usize::from(code(&answer) == 4);
    }
    assert!(noticed > 0, "no damage was met at all");
}

#[test]
fn a_number_that_one_bit_changed_is_put_right() {
    let run = Run::new();
    assert_eq!(code(&run.at_night(&["find", "死にたい"])), 0);
    let database = run.path("data").join("directory.db");
    let mut bytes = fs::read(&database).unwrap();
    let number = "0120-279-338".as_bytes();
    let places: Vec<usize> =
        (0..bytes.len() - number.len()).filter(|at| &bytes[*at..*at + number.len()] == number).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at + number.len() - 1] ^= 1;
    }
    fs::write(&database, &bytes).unwrap();
    let shown = out(&run.at_night(&["show", "jp.yorisoi"]));
    assert!(shown.contains("0120-279-338") && !shown.contains("0120-279-339"), "{shown}");
}

#[test]
fn a_program_that_asked_for_json_gets_one_document_whatever_goes_wrong() {
    let run = Run::new();
    let torn = run.write("torn.csv", "名称\0\n").to_str().unwrap().to_owned();
    let pack = run.write("x.pack", "not a pack").to_str().unwrap().to_owned();
    for (args, exit, reason) in [
        (vec!["find", "--no-such-option"], 2, "not-understood"),
        (vec!["nosuch"], 2, "not-understood"),
        (vec!["find", "x", "--limit", "many"], 2, "not-understood"),
        (vec!["find", "x", "--area", "どこにもない町"], 2, "not-understood"),
        (vec![], 2, "not-understood"),
        (vec!["show", "nobody"], 1, "nothing-found"),
        (vec!["import", torn.as_str()], 3, "file"),
        (vec!["import", "no/such/file.csv"], 3, "file"),
        (vec!["pack", "inspect", pack.as_str()], 3, "file"),
    ] {
        for lang in ["ja", "en"] {
            let done = run.at_night(&[args.as_slice(), &["--json", "--lang", lang]].concat());
            assert_eq!(code(&done), exit, "{args:?}: {}", err(&done));
            let told: serde_json::Value = serde_json::from_str(&out(&done)).unwrap_or_else(|e| panic!("{args:?}: {e}"));
            assert_eq!((&told["error"]["code"], &told["error"]["exit"]), (&reason.into(), &exit.into()), "{args:?}");
            let message = told["error"]["message"].as_str().unwrap();
            assert!(!message.is_empty() && err(&done).contains(message), "{args:?}: {message}");
        }
    }
    let good = run.write("community_center.csv", "名称,住所\nひだまり,高松市1\n");
    let done = run.at_night(&["import", good.to_str().unwrap(), &torn, "--json"]);
    let told: serde_json::Value = serde_json::from_str(&out(&done)).unwrap();
    assert_eq!((code(&done), told["files"].as_array().unwrap().len()), (3, 1));
    assert!(told["errors"][0].as_str().unwrap().contains("torn.csv"), "{told}");
}

#[test]
fn a_row_of_very_many_columns_does_not_refuse_the_folder() {
    let run = Run::new();
    run.write("town/community_center.csv", "名称,住所\nひだまり,高松市1\n");
    run.write("town/broken.csv", "名称\0\n");
    let keys: String = (0..900).map(|n| format!(",\"列{n}\":\"う\"")).collect();
    run.write("town/public_facility.jsonl", &format!("{{\"名称\":\"乙館\",\"住所\":\"高松市2\"{keys}}}\n"));
    let done = run.at_night(&["import", run.path("town").to_str().unwrap()]);
    assert_eq!(code(&done), 0, "{}", err(&done));
    for named in ["community_center.csv", "broken.csv", "public_facility.jsonl", "record-too-large"] {
        assert!(out(&done).contains(named), "{named}: {}", out(&done));
    }
    assert!(out(&run.at_night(&["find", "乙館"])).contains("1. 乙館"));
}

#[test]
fn no_mark_of_direction_or_control_character_of_a_file_reaches_the_screen() {
    let run = Run::new();
    // More than a few control characters in little text would be no text at all.
    let text = "名称,住所,電話番号,説明\n\u{202e}ひだ\u{200b}まりの家,高松市1,087-000-0000,\u{2067}だれでも\u{1b}[2Jどうぞ\u{9b}1m\n".to_owned()
        + &"ひなた,高松市番町一丁目八番十五号のとなりの建物の二階にある小さな部屋,087-000-0001,黄色い扉が目印です\n".repeat(9);
    let path = run.write("town/community\u{202e}_center.csv", &text);
    let done = run.at_night(&["import", path.parent().unwrap().to_str().unwrap()]);
    assert!(out(&done).contains("hidden-character"), "{}", out(&done));
    let json = out(&run.at_night(&["import", path.parent().unwrap().to_str().unwrap(), "--json"]));
    let found = run.at_night(&["find", "ひだまりの家"]);
    assert!(out(&found).contains("1. ひだまりの家"), "{}", out(&found));
    let id = out(&run.at_night(&["find", "ひだまりの家", "--json"]));
    let told: serde_json::Value = serde_json::from_str(&id).unwrap();
    let id = told["cards"][0]["record"]["id"].as_str().unwrap_or_else(|| panic!("{told:#}")).to_owned();
    let shown = out(&run.at_night(&["show", &id]));
    let sheet = out(&run.at_night(&["sheet", &id]));
    for text in [out(&done), json, out(&found), shown, sheet] {
        let hidden: Vec<char> = text.chars().filter(|c| *c != '\n' && tsunagari_core::model::is_hidden(*c)).collect();
        assert!(hidden.is_empty(), "{hidden:?} in {text}");
    }
    let to = run.path("back");
    assert_eq!(code(&run.at_night(&["export", "--format", "source", to.to_str().unwrap()])), 0);
    assert_eq!(fs::read_to_string(to.join("town/community\u{202e}_center.csv")).unwrap(), text);
}

#[test]
fn the_name_of_a_place_of_the_town_is_found_though_its_words_sound_like_a_need() {
    let run = Run::new();
    let name = "長い名前の居場所".repeat(38);
    let file = run.write("public_facility.csv", &format!("名称,住所,電話番号\n{name},高松市番町1-8-15,087-000-0000\n"));
    assert_eq!(code(&run.at_night(&["import", file.to_str().unwrap()])), 0);
    let found = out(&run.at_night(&["find", "長い名前の居場所"]));
    assert!(found.contains("長い名前の居場所長い名前"), "{found}");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_could_not_be_printed_is_no_success() {
    let run = Run::new();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let done = run.command(&["lines"]).stdout(full).output().unwrap();
    assert_eq!(code(&done), 3);
    assert!(err(&done).contains("標準出力"), "{}", err(&done));
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_anew_stays_as_it_was() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let run = Run::new();
    let older = run.write("sheet.html", "older");
    let before = fs::metadata(&older).unwrap().ino();
    assert_eq!(code(&run.at_night(&["sheet", "--out", older.to_str().unwrap()])), 0);
    // Another file took its place: nothing was ever written into the older one.
    assert_ne!(fs::metadata(&older).unwrap().ino(), before);
    assert_eq!(fs::metadata(&older).unwrap().permissions().mode() & 0o400, 0o400);
    assert!(fs::read_to_string(&older).unwrap().contains("</html>"));
    let names: Vec<_> =
        fs::read_dir(older.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!names.iter().any(|name| name.to_string_lossy().starts_with(".tmp")), "{names:?}");
}
