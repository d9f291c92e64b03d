//! The guided finder on a terminal, one that script(1) lends.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::io::Write;
use std::process::{Command, Stdio};

use support::{NIGHT, Run};

/// What stands on the terminal after the lines were typed, and how the program ended.
fn on_a_terminal(run: &Run, typed: &str) -> (String, i32) {
    let data = run.path("data");
    let program = env!("CARGO_BIN_EXE_tsunagari");
    let command = format!("'{program}' ask --now {NIGHT} --color never --lang ja --data '{}'", data.display());
    let mut child = Command::new("script")
        .args(["-q", "-e", "-c", &command, "/dev/null"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (support::out(&output), output.status.code().unwrap())
}

/// The number before an option of the first question.
fn number(screen: &str, option: &str) -> String {
    let line = screen.lines().find(|line| line.contains(option)).unwrap();
    line.split_whitespace().next().unwrap().to_owned()
}

const SKIP: &str = "空のままEnterで";

#[test]
fn who_chooses_a_danger_is_asked_nothing_more() {
    let run = Run::new();
    let (skipped, _) = on_a_terminal(&run, "\n\n\n\n\n\n\n\n");
    let dying = number(&skipped, "今から死のうとしている");
    let (screen, code) = on_a_terminal(&run, &format!("{dying}\n"));
    assert_eq!(code, 0, "{screen}");
    assert_eq!(screen.matches(SKIP).count(), 1, "{screen}");
    assert!(screen.contains("命があぶないときは 119・110"), "{screen}");
}

#[test]
fn who_skips_everything_is_offered_the_lines_for_everything() {
    let run = Run::new();
    let (screen, code) = on_a_terminal(&run, "\n\n\n\n\n\n\n\n");
    assert_eq!(code, 0, "{screen}");
    assert!(screen.contains("jp.yorisoi") && screen.contains("どんなことでも話せるところ"), "{screen}");
    assert!(!screen.contains("見つかりませんでした"), "{screen}");
}

#[test]
fn options_stand_under_their_headings() {
    let run = Run::new();
    let (screen, _) = on_a_terminal(&run, "\n\n\n\n\n\n\n\n");
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}: {screen}"));
    assert!(at("いま、あぶない") < at(" 1 "), "{screen}");
    assert!(at("今から死のうとしている") < at("今すぐ必要なもの"), "{screen}");
}
