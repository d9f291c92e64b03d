//! What a person keeps: it opens for them, stays closed for others, and goes when they say so.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

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
    assert_eq!(out(&status).trim(), "鍵はかかっていません");
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

#[test]
fn nothing_is_written_over_what_is_kept() {
    let run = Run::new();
    let [passphrase, _] = secrets(&run);
    let word = run.write("word", "ながいあいことばです\n").display().to_string();
    assert_eq!(code(&run.run(&["mood", "add", "3", "--passphrase-file", &passphrase])), 0);
    for name in ["private.db", "duty.db", "keys", "device.key", "private.fingerprint"] {
        let path = run.path("data").join(name);
        let before = std::fs::read(&path).unwrap();
        let to = path.display().to_string();
        let backup = ["backup", "make", &to, "--backup-passphrase-file", &word, "--passphrase-file", &passphrase];
        assert_ne!(code(&run.run(&backup)), 0, "{name}");
        let export = ["mood", "export", "--out", &to, "--passphrase-file", &passphrase];
        assert_ne!(code(&run.run(&export)), 0, "{name}");
        assert_eq!(std::fs::read(&path).unwrap(), before, "{name} was written over");
    }
}

#[test]
fn damage_in_one_store_does_not_take_the_other_or_the_lines_away() {
    let run = Run::new();
    let [passphrase, _] = secrets(&run);
    let with = |args: &[&str]| run.run(&[args, &["--passphrase-file", &passphrase]].concat());
    assert_eq!(code(&with(&["mood", "add", "3", "--note", "のこること"])), 0);
    assert_eq!(code(&with(&["plan", "add", "1", "ためいき"])), 0);
    std::fs::write(run.path("data/duty.db"), "もうない".repeat(2_000)).unwrap();
    assert!(out(&with(&["mood"])).contains("のこること"), "reminders are not needed for it");
    assert_eq!(code(&with(&["remind"])), 4);
    // One page of the plan: it opens, and fails where it is read.
    let path = run.path("data/private.db");
    let mut bytes = std::fs::read(&path).unwrap();
    for page in 2..bytes.len() / 4096 {
        bytes[page * 4096 + 100] ^= 1;
    }
    std::fs::write(&path, bytes).unwrap();
    let plan = with(&["plan"]);
    assert!(code(&plan) == 4 && out(&plan).contains("0120-061-338"), "{}{}", out(&plan), err(&plan));
    let find = with(&["find", "さみしい", "--own"]);
    assert!(code(&find) == 4 && out(&find).contains("jp.yorisoi"), "{}", err(&find));
}

#[test]
fn a_lost_key_is_not_called_nothing() {
    let run = Run::new();
    let [passphrase, _] = secrets(&run);
    let with = |args: &[&str]| run.run(&[args, &["--passphrase-file", &passphrase]].concat());
    assert_eq!(code(&with(&["mood", "add", "3"])), 0);
    std::fs::rename(run.path("data/device.key"), run.path("away")).unwrap();
    for args in [&["mood"][..], &["mood", "add", "2"]] {
        let lost = with(args);
        assert!(code(&lost) == 4 && err(&lost).contains("鍵が見つかりません"), "{}", err(&lost));
        assert!(!run.path("data/device.key").exists(), "a new key would open nothing");
    }
    std::fs::rename(run.path("away"), run.path("data/device.key")).unwrap();
    assert_eq!(code(&with(&["mood"])), 0);
}
