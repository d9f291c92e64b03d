//! What a person keeps: it opens for them, stays closed for others, and goes when they say so.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use support::{Run, code, err, out};

fn secrets(run: &Run) -> [String; 2] {
    let path = |name: &str, text: &str| run.write(name, text).display().to_string();
    [path("passphrase", "すいかのたね\n"), path("pin", "2580\n")]
}

#[test]
fn a_lock_is_set_changed_and_taken_away() {
    let run = Run::new();
    let [passphrase, pin] = secrets(&run);
    let other = run.write("other", "1111\n").display().to_string();
    let with = |args: &[&str], pin: Option<&str>| {
        let mut all = args.to_vec();
        all.extend(["--passphrase-file", &passphrase]);
        all.extend(pin.iter().flat_map(|pin| ["--pin-file", *pin]));
        run.run(&all)
    };
    let status = with(&["lock", "status"], None);
    assert_eq!(code(&status), 1, "nothing is made by looking: {}", err(&status));
    assert!(!run.path("data").exists());
    assert_eq!(code(&with(&["lock", "set", "--new-pin-file", &pin], None)), 0);
    let status = with(&["lock", "status", "--json"], None);
    assert!(out(&status).contains("\"locked\": true"), "{}", out(&status));
    let wrong = with(&["lock", "off"], Some(&other));
    assert_eq!(code(&wrong), 5);
    assert!(err(&wrong).contains("開きませんでした"), "{}", err(&wrong));
    assert_eq!(code(&with(&["lock", "set", "--new-pin-file", &other], Some(&pin))), 0);
    assert_eq!(code(&with(&["lock", "off"], Some(&pin))), 5);
    assert_eq!(code(&with(&["lock", "off"], Some(&other))), 0);
    let status = with(&["lock", "status"], None);
    assert_eq!(out(&status).trim(), "かぎはかかっていません");
    // Another passphrase opens nothing, and nobody is asked where nobody can answer.
    assert_eq!(code(&run.run(&["lock", "status", "--passphrase-file", &other])), 5);
}

#[test]
fn forgetting_needs_no_passphrase_and_leaves_the_directory() {
    let run = Run::new();
    let [passphrase, pin] = secrets(&run);
    assert_eq!(code(&run.run(&["lines"])), 0);
    let set = ["lock", "set", "--passphrase-file", &passphrase, "--new-pin-file", &pin];
    assert_eq!(code(&run.run(&set)), 0);
    let asked = run.run(&["forget"]);
    assert_eq!(code(&asked), 130);
    assert!(run.path("data/private.db").exists(), "nobody said yes");
    assert_eq!(code(&run.run(&["forget", "--yes"])), 0);
    let left: Vec<String> = std::fs::read_dir(run.path("data"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with("directory.db"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(code(&run.run(&["forget", "--yes"])), 0, "forgetting nothing is no mistake");
}
