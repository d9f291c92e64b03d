//! How it behaves in a shell: exit codes, pipes, widths, JSON, standard input.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, err, out};
use unicode_width::UnicodeWidthStr;

const CSV: &str =
    "名称,住所,電話番号,緯度,経度\n城北コミュニティセンター,香川県高松市番町1-1,087-000-0001,34.34,134.04\n";

#[test]
fn exit_codes_are_those_of_the_manual() {
    let run = Run::new();
    assert_eq!(code(&run.at_night(&["find", "眠れない"])), 0);
    assert_eq!(code(&run.at_night(&["show", "no.such.entry"])), 1);
    assert_eq!(code(&run.at_night(&["areas", "ほげほげ"])), 1);
    assert_eq!(code(&run.run(&["find", "眠れない", "--now", "yesterday"])), 2);
    assert_eq!(code(&run.at_night(&["find", "眠れない", "--area", "府中"])), 2);
    assert_eq!(code(&run.at_night(&["find", " "])), 2);
    assert_eq!(code(&run.at_night(&["import", "no/such/file.csv"])), 3);
    assert_eq!(code(&run.run(&["pack", "inspect", "no/such.pack"])), 3);
    let file = run.write("a-file", "x");
    let blocked = std::process::Command::new(env!("CARGO_BIN_EXE_tsunagari"))
        .args(["find", "眠れない", "--data"])
        .arg(file.join("below"))
        .output()
        .unwrap();
    assert_eq!(code(&blocked), 4, "{}", err(&blocked));
}

#[test]
fn every_answer_is_json_when_asked_for() {
    let run = Run::new();
    let csv = run.write("city/centre.csv", CSV);
    let (csv, pack) = (csv.to_str().unwrap(), concat!(env!("CARGO_MANIFEST_DIR"), "/../core/national.pack"));
    let (paper, export) = (run.path("p.html"), run.path("export"));
    for args in [
        vec!["find", "眠れない"],
        vec!["ask"],
        vec!["ask", "--answers", "concern=lonely"],
        vec!["show", "jp.yorisoi"],
        vec!["lines"],
        vec!["busy", "jp.yorisoi"],
        vec!["areas", "高松"],
        vec!["import", csv],
        vec!["places", "--area", "高松市"],
        vec!["export", "--format", "source", export.to_str().unwrap()],
        vec!["pack", "inspect", pack],
        vec!["sheet", "--out", paper.to_str().unwrap()],
        vec!["card", "jp.yorisoi"],
        vec!["doctor"],
    ] {
        let output = run.at_night(&[args.as_slice(), &["--json"]].concat());
        let parsed: Result<serde_json::Value, _> = serde_json::from_slice(&output.stdout);
        assert!(parsed.is_ok(), "{args:?}: {} {}", out(&output), err(&output));
    }
}

#[test]
fn words_can_come_from_standard_input() {
    let run = Run::new();
    let typed = run.typed(&["find", "-", "--now", support::NIGHT], "死にたい\n");
    assert_eq!(out(&typed), out(&run.at_night(&["find", "死にたい"])));
}

#[test]
fn a_pipe_gets_no_colours_and_lines_that_fit() {
    let run = Run::new();
    for language in ["ja", "ja-easy", "en"] {
        let output = run.command(&["find", "死にたい", "--lang", language]).env("COLUMNS", "60").output().unwrap();
        let text = out(&output);
        assert!(!text.contains('\u{1b}'));
        for line in text.lines() {
            // One mark that may not begin a line may stand over the edge.
            assert!(UnicodeWidthStr::width(line) <= 62, "{language}: {line}");
        }
    }
    let coloured = run.run(&["find", "死にたい", "--color", "always"]);
    assert!(out(&coloured).contains('\u{1b}'));
}

#[test]
fn completions_and_man_pages_are_written() {
    let run = Run::new();
    assert!(out(&run.run(&["completions", "bash"])).contains("tsunagari"));
    let man = run.path("man");
    assert_eq!(code(&run.run(&["man", man.to_str().unwrap()])), 0);
    assert!(man.join("tsunagari.1").exists());
}

#[test]
fn the_manual_names_every_command_and_option() {
    let manual = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/cli.md")).unwrap();
    let run = Run::new();
    let help = out(&run.run(&["--help", "--lang", "en"]));
    let commands: Vec<String> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')))
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .filter(|name| name != "help")
        .collect();
    assert!(commands.len() > 10, "{help}");
    for command in commands {
        assert!(manual.contains(&format!("## {command}")), "docs/cli.md lacks {command}");
        let help = out(&run.run(&[&command, "--help", "--lang", "en"]));
        assert!(help.contains("Examples:"), "{command} has no example");
        for option in help.split_whitespace().filter(|word| word.starts_with("--") && word.len() > 3) {
            let option = option.trim_end_matches(|c: char| !c.is_alphanumeric());
            assert!(manual.contains(option), "docs/cli.md lacks {option} of {command}");
        }
    }
}
