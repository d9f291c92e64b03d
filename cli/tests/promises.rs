//! The promises of the README that a program can break.

#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::fs;
use std::path::Path;

use support::{Run, code, out};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

/// Nothing that can open a connection to elsewhere is linked: no HTTP client, no async runtime, no TLS; and our code names
/// no socket. (The keyring of a Linux desktop is asked over the session bus, which is on the same device.)
#[test]
fn no_command_can_open_a_network_connection() {
    let tree = std::process::Command::new(std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()))
        .args(["tree", "--locked", "--offline", "-p", "tsunagari-cli", "-e", "normal", "--prefix", "none"])
        .current_dir(root())
        .output()
        .unwrap();
    let tree = out(&tree);
    assert!(tree.lines().count() > 50, "the check has gone blind");
    for package in ["reqwest", "hyper", "ureq", "curl", "rustls", "native-tls", "openssl", "tokio", "socket2", "mio"] {
        assert!(!tree.lines().any(|line| line.starts_with(&format!("{package} v"))), "{package} is linked");
    }
    let mut folders = vec![root().join("core/src"), root().join("cli/src")];
    let mut read = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                read += 1;
                let text = fs::read_to_string(&path).unwrap();
                assert!(!text.contains("std::net") && !text.contains("TcpStream"), "{}", path.display());
            }
        }
    }
    assert!(read > 50, "the check has gone blind");
}

#[test]
fn what_is_looked_for_is_not_stored() {
    let run = Run::new();
    let word = "ひみつのことばzqxjw";
    run.at_night(&["find", word]);
    run.typed(&["find", "-"], word);
    let mut files = 0;
    let mut folders = vec![run.path("data")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let bytes = fs::read(&path).unwrap();
            for needle in ["zqxjw".as_bytes(), "ひみつのことば".as_bytes()] {
                assert!(!bytes.windows(needle.len()).any(|part| part == needle), "{}", path.display());
            }
        }
    }
    assert!(files > 0, "there is no data folder");
}

/// The transcript in the README is what the program says.
#[test]
fn the_readme_shows_what_the_program_says() {
    for file in ["README.md", "README.ja.md"] {
        let readme = fs::read_to_string(root().join(file)).unwrap();
        let block = readme.split("```console\n").nth(1).unwrap().split("```").next().unwrap();
        let (command, answer) = block.split_once('\n').unwrap();
        let args: Vec<&str> = command.strip_prefix("$ tsunagari ").unwrap().split(' ').collect();
        let output = Run::new().run(&args);
        assert_eq!(code(&output), 0);
        assert_eq!(out(&output).trim_end(), answer.trim_end(), "{file}");
    }
}
