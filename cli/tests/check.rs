//! つながりの質問 on the command line.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

mod support;

use support::{NIGHT, Run, code, err, golden, out};

const NUMBERS: [&str; 6] = ["17.9", "41.4", "19.7", "14.8", "4.8", "1.5"];

#[test]
fn a_sentence_comes_back_with_lines_and_that_it_is_no_diagnosis() {
    let run = Run::new();
    for (name, args) in [
        ("check-questions.txt", vec!["check", "--form", "ucla3"]),
        ("check-direct.txt", vec!["check", "--answer", "5"]),
        (
            "check-ucla-easy.txt",
            "check --form ucla3 --answer 2 --answer 3 --answer 2 --lang ja-easy".split(' ').collect(),
        ),
        ("check-survey-en.txt", vec!["check", "--answer", "1", "--survey", "--lang", "en"]),
    ] {
        let output = run.at_night(&args);
        assert_eq!(code(&output), 0, "{args:?}: {}", err(&output));
        golden(name, &out(&output));
    }
    for (form, answers) in [("direct", 1), ("ucla3", 3)] {
        for value in ["1", "2", "3", "4"] {
            let answer = ["--answer", value].repeat(answers);
            let text = out(&run.at_night(&[&["check", "--form", form], answer.as_slice()].concat()));
            assert!(text.contains("これは診断ではありません"), "{text}");
            assert!(text.contains("話せるところ") && text.contains("いつでも受付"), "the lines are there: {text}");
            assert!(NUMBERS.iter().all(|number| !text.contains(&format!("{number}%"))), "nobody asked: {text}");
            assert_eq!(text.contains("まだ照らし合わせていません"), form == "ucla3");
        }
    }
    let json =
        out(&run.at_night(&["check", "--form", "ucla3", "--answer", "4", "--answer", "4", "--answer", "4", "--json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(json["lines"].as_array().is_some_and(|lines| !lines.is_empty()));
    assert!(json["verified"] == false && json["no_diagnosis"].is_string());
    assert!(json.get("survey").is_none() && json.get("from").is_none() && !json.to_string().contains("\"sum\""));
}

#[test]
fn figures_are_shown_only_as_a_second_step_and_never_as_a_place() {
    let run = Run::new();
    let text = |answer: &str| out(&run.at_night(&["check", "--answer", answer, "--survey"]));
    let figures = |text: &str| text.lines().filter(|line| line.contains('%')).map(str::to_owned).collect::<Vec<_>>();
    let (one, five) = (text("1"), text("5"));
    assert!(NUMBERS.iter().all(|number| one.contains(&format!("{number}%"))), "{one}");
    assert_eq!(figures(&one), figures(&five), "the answer that was given is not marked");
}

#[test]
fn nothing_is_kept_unless_somebody_says_so() {
    let run = Run::new();
    let passphrase = run.write("passphrase", "すいかのたね\n").display().to_string();
    let check =
        |args: &[&str]| run.run(&[&["check"], args, &["--passphrase-file", &passphrase, "--now", NIGHT]].concat());
    assert_eq!(code(&check(&["--answer", "3"])), 0);
    assert!(!run.path("data/private.db").exists());
    assert_eq!(code(&check(&["--kept"])), 1);
    let kept = check(&["--answer", "3", "--keep"]);
    assert!(code(&kept) == 0 && out(&kept).contains("残しました"), "{}", err(&kept));
    let shown = out(&check(&["--kept"]));
    assert!(
        shown.contains("2026年11月24日（火）") && shown.contains("たまにある") && shown.contains("診断ではありません"),
        "{shown}"
    );
    let json: serde_json::Value = serde_json::from_str(&out(&check(&["--kept", "--json"]))).unwrap();
    let id = json[0]["id"].as_str().unwrap().to_owned();
    assert_eq!(code(&check(&["--erase-kept", &id])), 0);
    assert_eq!(out(&check(&["--kept"])).trim(), "残してある答えはありません");
    for wrong in [vec!["--answer", "6"], vec!["--form", "ucla3", "--answer", "1"], vec!["--form", "x"]] {
        assert_eq!(code(&check(&wrong)), 2, "{wrong:?}");
    }
}
