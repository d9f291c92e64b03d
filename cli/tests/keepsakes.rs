//! What a person writes down or sets aside: there at once, shown only as they said, and never where it does not belong.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::path::Path;
use std::process::Output;

use support::{Run, code, err, out};

struct Kept {
    run: Run,
    passphrase: String,
}

impl Kept {
    fn new() -> Self {
        let run = Run::new();
        let passphrase = run.write("passphrase", "すいかのたね\n").display().to_string();
        Self { run, passphrase }
    }

    fn at_night(&self, args: &[&str]) -> Output {
        self.run.at_night(&[args, &["--passphrase-file", &self.passphrase]].concat())
    }

    /// Runs what must work.
    fn done(&self, args: &[&str]) -> String {
        let output = self.at_night(args);
        assert_eq!(code(&output), 0, "{args:?}: {}", err(&output));
        out(&output)
    }

    fn json(&self, args: &[&str]) -> serde_json::Value {
        serde_json::from_str(&self.done(&[args, &["--json"]].concat())).unwrap()
    }

    fn path(&self, name: &str) -> String {
        self.run.path(name).display().to_string()
    }
}

fn holds(path: &Path, text: &str) -> bool {
    if path.is_dir() {
        return std::fs::read_dir(path).unwrap().any(|entry| holds(&entry.unwrap().path(), text));
    }
    std::fs::read(path).unwrap().windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn the_plan_stands_there_at_once_with_the_emergency_row_below() {
    let kept = Kept::new();
    // Nothing is kept yet, nobody can be asked: what helps now is there all the same, and no store is made.
    let none = kept.run.at_night(&["plan"]);
    assert_eq!(code(&none), 1);
    assert!(err(&none).contains("まだ何も残していません"));
    assert!(out(&none).contains("119（火事・救急）") && out(&none).contains("いま話したくなったら"), "{}", out(&none));
    assert!(!kept.run.path("data/private.db").exists());

    kept.done(&["plan", "add", "2", "お茶を", "いれる"]);
    kept.done(&["plan", "add", "2", "{窓|まど}を開ける"]);
    kept.done(&["plan", "add", "5", "--record", "jp.yorisoi"]);
    kept.done(&["plan", "move", "2", "2", "1"]);
    let text = kept.done(&["plan"]);
    let order = [
        "2. ひとりでできること",
        "・{窓|まど}を開ける",
        "・お茶を いれる",
        "・よりそい",
        "0120-279-338",
        "いま話したくなったら",
        "いそぐとき",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|words| text.find(words)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{places:?}\n{text}");
    assert!(!text.contains("1. つらく"), "steps without lines take no room");

    let wrong = kept.run.write("other", "ちがう\n").display().to_string();
    let locked = kept.run.at_night(&["plan", "--passphrase-file", &wrong]);
    assert_eq!(code(&locked), 5);
    assert!(out(&locked).contains("いそぐとき") && !out(&locked).contains("お茶"));
}

#[test]
fn an_empty_plan_gives_a_few_words_to_begin_with() {
    let kept = Kept::new();
    kept.done(&["plan", "add", "7", "猫"]);
    kept.done(&["plan", "remove", "7", "1"]);
    let text = kept.done(&["plan"]);
    assert!(text.contains("1. つらくなりはじめたしるし") && text.contains("7. 大切にしたいもの"), "{text}");
    for language in ["ja-easy", "en"] {
        let other = kept.done(&["plan", "--lang", language]);
        assert!(other.contains("119") && other.contains("tsunagari plan add"), "{other}");
    }
}

#[test]
fn what_cannot_be_kept_is_said_and_nothing_changes() {
    let kept = Kept::new();
    kept.done(&["plan", "add", "1", "眠れない"]);
    for (args, said) in [
        (vec!["plan", "add", "1", &"あ".repeat(201)], "201文字あります。ここには200文字まで"),
        (vec!["plan", "change", "1", "2", "x"], "2番目の行はありません"),
        (vec!["plan", "add", "5", "--record", "jp.dv-plus"], "ほかの人に見つかる"),
        (vec!["favourite", "add", "jp.dv-plus"], "ほかの人に見つかる"),
        (vec!["memo", "set", "trouble", &"あ".repeat(1001)], "1001文字あります"),
        (vec!["memo", "share", "wish"], "「こうなったらいいと思うこと」は、まだ何も書いていません"),
    ] {
        let output = kept.at_night(&args);
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(err(&output).contains(said), "{args:?}: {}", err(&output));
    }
    assert_eq!(kept.json(&["plan"])["steps"][0]["lines"].as_array().unwrap().len(), 1);
    assert_eq!(kept.json(&["favourite", "list"]), serde_json::json!([]));
    let card = kept.at_night(&["memo", "card"]);
    assert_eq!(code(&card), 1);
    assert!(err(&card).contains("見せてよいと決めたところが、まだありません"), "{}", err(&card));
}

#[test]
fn a_card_a_paper_and_a_code_say_only_what_may_be_shown() {
    let kept = Kept::new();
    let typed = ["memo", "set", "trouble", "-", "--passphrase-file", &kept.passphrase];
    let output = kept.run.typed(&typed, "家賃が\n{二|ふた}か月おくれています");
    assert_eq!(code(&output), 0, "{}", err(&output));
    kept.done(&["memo", "set", "name", "はな"]);
    kept.done(&["memo", "set", "health", "みみずくの薬"]);
    kept.done(&["memo", "share", "name", "trouble"]);
    let shown = kept.done(&["memo", "show"]);
    assert!(shown.contains("みみずく") && shown.contains("自分だけ") && shown.contains("見せてよい"));
    let card = kept.done(&["memo", "card"]);
    assert!(card.contains("わたしの名前は、はなです。"), "{card}");
    assert!(card.contains("{二|ふた}か月おくれています。"), "{card}");
    let code = kept.json(&["memo", "qr"]);
    assert!(
        code["text"]
            .as_str()
            .unwrap()
            .starts_with("わたしの名前は、はなです。\nいま困っていることを話します。家賃が\n")
    );
    let drawn = kept.done(&["memo", "qr"]);
    assert!(drawn.contains('▀') && drawn.contains("読み取ると"));
    std::fs::create_dir(kept.path("out")).unwrap();
    kept.done(&["memo", "qr", "--out", &kept.path("out/memo.svg")]);
    for (name, more) in [("out/a.html", None), ("out/b.html", Some("--large"))] {
        let path = kept.path(name);
        let args: Vec<&str> = ["memo", "print", "--out", &path].into_iter().chain(more).collect();
        kept.done(&args);
        let page = std::fs::read_to_string(&path).unwrap();
        assert!(page.contains("はな") && page.contains("{二|ふた}") && page.contains("<svg "), "{page}");
        assert!(!page.contains("<script") && !page.contains("src="));
    }
    assert!(!card.contains("みみずく") && !code.to_string().contains("みみずく"));
    assert!(!holds(&kept.run.path("out"), "みみずく"));
    kept.done(&["memo", "share", "trouble", "--no"]);
    assert!(!kept.done(&["memo", "card"]).contains("家賃"));
    kept.done(&["memo", "clear", "--all"]);
    assert_eq!(kept.json(&["memo", "show"]), serde_json::json!([]));
}

#[test]
fn a_memo_too_long_for_one_code_says_so_and_is_printed_whole() {
    let kept = Kept::new();
    for field in ["trouble", "since"] {
        kept.done(&["memo", "set", field, &"ながい話です。".repeat(100)]);
    }
    kept.done(&["memo", "share", "trouble", "since"]);
    let output = kept.at_night(&["memo", "qr"]);
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("一つのQRコードに入りません"), "{}", err(&output));
    let page = kept.done(&["memo", "print"]);
    assert!(page.contains("QRコードは入っていません") && !page.contains("<svg"));
    assert_eq!(page.matches("ながい話です。").count(), 200);
}

#[test]
fn favourites_are_listed_with_what_is_known_now() {
    let kept = Kept::new();
    assert_eq!(code(&kept.at_night(&["favourite", "add", "jp.nowhere"])), 1);
    assert!(!kept.run.path("data/private.db").exists(), "what does not exist makes no store");
    kept.done(&["favourite", "add", "jp.yorisoi"]);
    assert!(kept.done(&["favourite", "list"]).contains("0120-279-338"));
    kept.done(&["favourite", "remove", "jp.yorisoi"]);
    assert_eq!(code(&kept.at_night(&["favourite", "remove", "jp.yorisoi"])), 1);
    assert!(kept.done(&["favourite", "list"]).contains("とっておいたところは、まだありません"));
}

#[test]
fn an_own_entry_is_found_for_its_person_only_and_is_in_no_paper_and_no_export() {
    let kept = Kept::new();
    let add = ["own", "add", "みみずく書店", "--tel", "087-000-1234", "--hours", "24時間", "--note", "話し相手"];
    let id = kept.json(&add)["id"].as_str().unwrap().to_owned();
    let text = kept.done(&["own", "find", "みみずく"]);
    for words in ["みみずく書店", "自分で書いたもの", "書いたままの番号です", "いつでも"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(code(&kept.at_night(&["own", "find", "病院"])), 1);
    let with = kept.done(&["find", "話し相手がほしい", "--own"]);
    let place = |words: &str| with.find(words).unwrap_or_else(|| panic!("{words}: {with}"));
    assert!(place("みみずく書店") < place("1. "));
    let danger = kept.done(&["find", "話し相手 薬をたくさん飲んだ", "--own"]);
    assert!(danger.find("119") < danger.find("みみずく書店"), "{danger}");
    let without = out(&kept.run.at_night(&["find", "話し相手がほしい"]));
    assert!(!without.contains("みみずく"));
    // One who only searches: nothing of one's own is there, and the answer is.
    let fresh = Run::new();
    let none = fresh.at_night(&["find", "話し相手がほしい", "--own"]);
    assert_eq!(code(&none), 1);
    assert!(out(&none).contains("1. ") && !fresh.path("data/private.db").exists());

    std::fs::create_dir(kept.path("out")).unwrap();
    for format in ["hsds-json", "hsds-csv"] {
        let output = kept.run.at_night(&["export", "--format", format, &kept.path(&format!("out/{format}"))]);
        assert_eq!(code(&output), 0, "{}", err(&output));
    }
    assert_eq!(code(&kept.run.at_night(&["sheet", "--out", &kept.path("out/sheet.html")])), 0);
    kept.done(&["plan", "print", "--out", &kept.path("out/plan.html")]);
    for place in ["out", "data"] {
        assert!(!holds(&kept.run.path(place), "みみずく"), "{place}");
    }
    kept.done(&["own", "change", &id, "--name", "ふくろう書店"]);
    assert!(kept.done(&["own", "list"]).contains("ふくろう書店"));
    kept.done(&["own", "remove", &id]);
    assert_eq!(code(&kept.at_night(&["own", "remove", &id])), 1);
}

#[test]
fn tries_are_remembered_only_where_the_person_says_so_and_keeps_something() {
    let kept = Kept::new();
    let before = out(&kept.run.at_night(&["busy", "jp.childline"]));
    let none = kept.at_night(&["busy", "jp.yorisoi", "--tried"]);
    assert_eq!(code(&none), 1);
    assert!(err(&none).contains("おぼえておきません") && out(&none).contains("いそぐとき"));
    assert!(!kept.run.path("data/private.db").exists());

    kept.done(&["favourite", "add", "jp.yorisoi"]);
    assert!(kept.done(&["busy", "jp.yorisoi", "--tried"]).contains("24時間たつと消えます"));
    let lines = |args: &[&str]| -> Vec<String> {
        let json = kept.json(args);
        let choices = json["choices"].as_array().unwrap().iter().filter(|choice| choice["choice"] == "line");
        choices.map(|choice| choice["card"]["record"]["id"].as_str().unwrap().to_owned()).collect()
    };
    assert!(lines(&["busy", "jp.kodoku-9999"]).contains(&"jp.yorisoi".to_owned()));
    assert!(!lines(&["busy", "jp.kodoku-9999", "--tried"]).contains(&"jp.yorisoi".to_owned()));
    assert_eq!(out(&kept.run.at_night(&["busy", "jp.childline"])), before, "without it all is as it was");
}

#[test]
fn the_plan_on_paper_has_the_emergency_row_and_what_was_written() {
    let kept = Kept::new();
    kept.done(&["plan", "add", "3", "図書館<の>窓ぎわ"]);
    for more in [None, Some("--large")] {
        let args: Vec<&str> = ["plan", "print"].into_iter().chain(more).collect();
        let page = kept.done(&args);
        for words in ["図書館&lt;の&gt;窓ぎわ", "119", "いま話したくなったら", "気をまぎらせてくれる"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
    }
}
