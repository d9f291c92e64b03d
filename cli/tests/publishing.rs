//! docs/publishing.md leads from a table to a phone: every command on it is run as it is written.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, missing_docs)]

use std::path::Path;
use std::process::{Command, Output};

const PAGE: &str = include_str!("../../docs/publishing.md");
const TABLE: &str = "名称,住所,電話番号,ID\nあおい食堂,香川県高松市番町一丁目8番15号,087-839-2011,A1\nぶんか会館,香川県高松市番町一丁目1番1号,087-839-2012,A2\n";

fn run(folder: &Path, line: &str) -> Output {
    let words: Vec<&str> = line.split_whitespace().collect();
    assert_eq!(words[0], "tsunagari", "{line}");
    Command::new(env!("CARGO_BIN_EXE_tsunagari"))
        .current_dir(folder)
        .args(["--data", "phone"])
        .args(&words[1..])
        .output()
        .unwrap()
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The largest file that was published: the whole edition.
fn whole(folder: &Path) -> std::path::PathBuf {
    let files = std::fs::read_dir(folder.join("public")).unwrap().map(|entry| entry.unwrap().path());
    files.max_by_key(|path| path.metadata().unwrap().len()).unwrap()
}

#[test]
fn every_command_of_the_page_works_in_its_order() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join("pass"), "あめふりの月曜日\n").unwrap();
    std::fs::write(folder.join("places.csv"), TABLE).unwrap();
    let (mut sign, mut entry, mut ran) = (String::new(), String::new(), 0);
    let commands = PAGE.split("```sh\n").skip(1).flat_map(|block| block.split("```").next().unwrap().lines());
    for line in commands {
        if line.contains("whole.tsuna") {
            std::fs::copy(whole(folder), folder.join("whole.tsuna")).unwrap();
        }
        let line = line.replace("ENTRY", &entry).replace("SIGN", &sign);
        let output = run(folder, &line);
        let said = text(&output);
        assert!(output.status.success(), "{line}\n{said}");
        ran += 1;
        if line.contains("pack init") {
            sign = said.trim().rsplit('：').next().unwrap().to_owned();
            assert_eq!(sign.len(), 39, "{said}");
        }
        if line.contains("pack diff") && entry.is_empty() {
            let at = said.find("（x.").unwrap() + "（".len();
            entry = said[at..].split('）').next().unwrap().to_owned();
        }
        if line.contains("tsunagari find") {
            assert!(said.contains("087-839-2011") && said.contains("確認されていない発行者"), "{said}");
        }
    }
    assert!(ran > 15, "{ran} commands");
    // The next edition goes to the phone that has the first one, though hana's key is out.
    let output = run(folder, &format!("tsunagari bundle read {}", published(folder, false).display()));
    assert!(text(&output).contains("全部入った"), "two editions further on: {}", text(&output));
    let output = run(folder, &format!("tsunagari bundle read {}", published(folder, true).display()));
    assert!(output.status.success(), "{}", text(&output));
    assert!(!text(&run(folder, "tsunagari find あおい食堂")).contains("はじめてでも入りやすい"));
}

/// Files that were published, the latest first; an update is none that can be looked into alone.
fn published(folder: &Path, whole: bool) -> std::path::PathBuf {
    let files = std::fs::read_dir(folder.join("public")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| !path.ends_with("latest.tsuna")).collect();
    files.sort_by_key(|path| path.metadata().unwrap().modified().unwrap());
    let is_whole =
        |path: &std::path::PathBuf| run(folder, &format!("tsunagari pack inspect {}", path.display())).status.success();
    files.into_iter().rev().find(|path| is_whole(path) == whole).unwrap()
}
