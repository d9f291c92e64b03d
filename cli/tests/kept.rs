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

#[test]
fn a_backup_moves_everything_to_another_folder() {
    let (old, new) = (Run::new(), Run::new());
    let [passphrase, _] = secrets(&old);
    let word = old.write("word", "ながいあいことばです\n").display().to_string();
    let file = old.path("out.age").display().to_string();
    let with = |run: &Run, args: &[&str]| {
        run.run(&[args, &["--passphrase-file", &passphrase, "--backup-passphrase-file", &word]].concat())
    };
    assert_eq!(code(&with(&old, &["backup", "make", &file])), 1, "nothing is kept yet");
    assert_eq!(code(&old.run(&["remind", "add", "--text", "水をひとくち", "--passphrase-file", &passphrase])), 0);
    assert_eq!(code(&with(&old, &["backup", "make", &file])), 0);
    assert_eq!(code(&with(&new, &["backup", "check", &file])), 0);
    assert!(!new.path("data").exists());
    let restored = with(&new, &["restore", &file]);
    assert_eq!(code(&restored), 0, "{}", err(&restored));
    let list = new.run(&["remind", "--passphrase-file", &passphrase]);
    assert!(out(&list).contains("水をひとくち"));
    assert_eq!(code(&with(&new, &["restore", &file])), 2, "it would be replaced");
    assert_eq!(code(&with(&new, &["restore", &file, "--replace"])), 0);
    let other = old.write("other", "まちがったことばです\n").display().to_string();
    let wrong = new.run(&["backup", "check", &file, "--backup-passphrase-file", &other]);
    assert!(code(&wrong) == 5 && err(&wrong).contains("開きませんでした"), "{}", err(&wrong));
    let torn = new.write("torn.age", "age-encryption.org/v1\n").display().to_string();
    assert_eq!(code(&with(&new, &["restore", &torn, "--replace"])), 3);
    // Two weeks without one are said where what is kept is open.
    let card = old.path("card");
    std::fs::create_dir(&card).unwrap();
    let card = card.display().to_string();
    assert_eq!(code(&with(&old, &["backup", "schedule", &card, "--now", "2026-11-01"])), 0);
    let late = old.run(&["backup", "status", "--now", "2026-11-16", "--passphrase-file", &passphrase]);
    assert!(err(&late).contains("二週間"), "{}", err(&late));
    assert_eq!(code(&with(&old, &["backup", "run", "--now", "2026-11-16"])), 0);
    let well = old.run(&["backup", "status", "--now", "2026-11-17", "--passphrase-file", &passphrase]);
    assert!(err(&well).is_empty() && out(&well).contains("2026-11-16"), "{}", out(&well));
}
