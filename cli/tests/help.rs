//! Help, manual pages, completions and mistakes, in the language of the answer.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, err, golden, out};

#[test]
fn help_looks_as_it_did() {
    let run = Run::new();
    for (name, args) in [
        ("help.txt", vec!["--help"]),
        ("help-busy.txt", vec!["busy", "--help"]),
        ("help-home.txt", vec!["home", "--help"]),
        ("help-home-age-easy.txt", vec!["home", "age", "--help", "--lang", "ja-easy"]),
        ("help-home-area-en.txt", vec!["home", "area", "--help", "--lang", "en"]),
        ("help-find-easy.txt", vec!["find", "--help", "--lang", "ja-easy"]),
        ("help-find-en.txt", vec!["--lang=en", "help", "find"]),
    ] {
        let output = run.run(&args);
        assert_eq!(code(&output), 0, "{args:?}");
        golden(name, &out(&output));
    }
    assert_eq!(out(&run.run(&["find", "-h"])), out(&run.run(&["find", "--help"])));
}

#[test]
fn a_mistake_is_named_in_the_language_with_the_next_step() {
    let run = Run::new();
    for (args, said, next) in [
        (vec!["find"], "これが足りません：<ことば>", "tsunagari find --help"),
        (vec!["find", "x", "--limit", "99"], "--limitは1から50まで", "tsunagari find --help"),
        (vec!["find", "x", "--now", "y"], "「y」は時刻として読めません", "tsunagari find --help"),
        (vec!["lnes"], "「lnes」というコマンドはありません", "tsunagari --help"),
        (vec!["find", "x", "--ope-now"], "もしかして：--open-now", "tsunagari find --help"),
        (vec!["find", "x", "--channel", "telx"], "使えるのは：tel, chat", "tsunagari find --help"),
        (vec!["places"], "これが足りません：--area <地域>", "tsunagari places --help"),
        (vec!["find", "x", "--lang", "xx"], "使えるのは：ja, ja-easy, en", "tsunagari find --help"),
        (vec!["find", "x", "--area"], "書くものが足りません", "tsunagari find --help"),
        (vec!["find", "x", "--age", "abc"], "「abc」は使えません", "tsunagari find --help"),
        (vec!["find", "x", "--json", "--json"], "一度だけ", "tsunagari find --help"),
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_tsunagari"))
            .args(["--data", "nowhere"])
            .args(&args)
            .output()
            .unwrap();
        assert_eq!(code(&output), 2, "{args:?}");
        assert_eq!(out(&output).is_empty(), !args.contains(&"--json"));
        assert!(err(&output).contains(said) && err(&output).contains(next), "{args:?}: {}", err(&output));
    }
    let english = err(&run.run(&["find", "x", "--ope-now", "--lang", "en"]));
    assert!(english.starts_with("there is no “--ope-now” here\ndid you mean: --open-now"), "{english}");
    let easy = err(&run.run(&["find", "x", "--limit", "99", "--lang", "ja-easy"]));
    assert!(easy.contains("1から 50までです"), "{easy}");
}

#[test]
fn nothing_typed_is_help_on_the_standard_error() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tsunagari")).output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("使い方：") && out(&output).is_empty());
}

#[test]
fn manual_pages_and_completions_speak_the_language() {
    let run = Run::new();
    for (language, name, words) in
        [("ja", ".SH 名前", "一つの窓口について"), ("en", ".SH NAME", "All that is known of one entry")]
    {
        let folder = run.path(language);
        assert_eq!(code(&run.run(&["man", folder.to_str().unwrap(), "--lang", language])), 0);
        let page = std::fs::read_to_string(folder.join("tsunagari-show.1")).unwrap();
        assert!(page.contains(name) && page.contains(words), "{page}");
        assert!(folder.join("tsunagari.1").exists() && folder.join("tsunagari-pack-build.1").exists());
        if language == "ja" {
            for line in page.lines().filter(|line| line.starts_with(".SH ")) {
                assert!(!line.chars().skip(4).all(|c| c.is_ascii()), "{line}");
            }
        }
        let script = out(&run.run(&["completions", "fish", "--lang", language]));
        assert!(script.contains(words), "{script}");
    }
}
