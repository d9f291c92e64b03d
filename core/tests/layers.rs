//! Holds the code to the table of layers in ARCHITECTURE.md: imports go down only, and modules of one level never
//! import each other.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn layers() -> BTreeMap<String, u32> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let mut layers = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if let Ok(level) = cells[1].parse::<u32>() {
            layers.insert(cells[2].trim_matches('`').to_owned(), level);
        }
    }
    layers
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Top-level modules named after `crate::` in code, not in comments.
fn imports(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in source.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
        for part in line.split("crate::").skip(1) {
            if let Some(group) = part.strip_prefix('{') {
                found.extend(
                    group
                        .split('}')
                        .next()
                        .unwrap_or("")
                        .split(',')
                        .map(|name| name.trim().split("::").next().unwrap_or("").to_owned()),
                );
            } else {
                found.push(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            }
        }
    }
    found
}

#[test]
fn imports_go_down_only() {
    let layers = layers();
    assert!(layers.len() >= 8, "the table was not found: {layers:?}");
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in &files {
        let relative = file.strip_prefix(&src).unwrap();
        let module =
            relative.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned();
        if module == "lib" {
            continue;
        }
        let own = *layers.get(&module).unwrap_or_else(|| panic!("{module} is not in the table of ARCHITECTURE.md"));
        for import in imports(&fs::read_to_string(file).unwrap()) {
            if import == module || import.is_empty() {
                continue;
            }
            seen += 1;
            match layers.get(&import) {
                Some(level) if *level < own => {}
                Some(level) => wrong
                    .push(format!("{}: {module} (level {own}) imports {import} (level {level})", relative.display())),
                None => wrong.push(format!(
                    "{}: imports crate::{import}, which is not a module of the table",
                    relative.display()
                )),
            }
        }
    }
    assert!(seen > 0, "the check has gone blind");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_import_upwards_is_noticed() {
    assert_eq!(
        imports("use crate::app::App;\n// crate::text\nlet x = crate::{store, hours::Schedule};"),
        ["app", "store", "hours"].map(str::to_owned)
    );
}
