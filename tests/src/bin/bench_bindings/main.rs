//! Benchmark of the bindings: the same calls from Rust, Kotlin, Swift and Python, on one folder, in turns. Prints a table in
//! Markdown.
//!
//! Every lane is a process that stays: it reads lines `KIND COUNT`, makes the call so many times and answers with the
//! nanoseconds that all of them took, or with `-` for what it does not have. `scripts/bench bindings` starts it with the
//! commands of the other languages, in each of which `FOLDER` is written where the folder is to stand.

#![expect(clippy::print_stdout, reason = "the table is what it is for")]

mod folder;
mod lane;
mod rust;

use std::path::Path;

use tsunagari_tests::children::median;
use tsunagari_tests::figures::Result;

use lane::Lane;

/// What is measured: kind, its row, calls in a turn.
const KINDS: [(&str, &str, u32); 6] = [
    ("noop", "a call that does nothing", 20_000),
    ("one", "one entry", 400),
    ("fifty", "50 entries", 40),
    ("thousand", "1,000 entries", 4),
    ("keystroke", "a keystroke, 50 cards", 8),
    ("screen", "a keystroke as a screen makes it", 8),
];

/// Turns of each lane, and turns before that nobody counts: virtual machines compile what is called often.
const TURNS: usize = 15;
const BEFORE: usize = 10;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["rust", folder] => rust::serve(Path::new(folder)),
        ["folder", folder, data] => folder::make(Path::new(folder), Path::new(data)),
        ["many", folder, data] => folder::many(Path::new(folder), Path::new(data)),
        ["compare", folder, others @ ..] => compare(folder, others),
        _ => {
            Err("bench-bindings rust FOLDER | folder FOLDER DATA | many FOLDER DATA | compare FOLDER [NAME=COMMAND …]"
                .into())
        }
    }
}

fn compare(folder: &str, others: &[&str]) -> Result<()> {
    let mut lanes = vec![Lane::start("Rust", std::env::current_exe()?.as_os_str(), &["rust", folder])?];
    for other in others {
        let (name, command) = other.split_once('=').ok_or("a lane is NAME=COMMAND")?;
        lanes.push(Lane::start(name, "sh".as_ref(), &["-c", command])?);
    }
    let names: Vec<&str> = lanes.iter().map(|lane| lane.name.as_str()).collect();
    println!("| µs a call, median of {TURNS} turns | {} |", names.join(" | "));
    println!("|---|{}", "---|".repeat(lanes.len()));
    for (kind, row, count) in KINDS {
        let mut took: Vec<Vec<f64>> = vec![Vec::new(); lanes.len()];
        for turn in 0..BEFORE + TURNS {
            for (lane, took) in lanes.iter_mut().zip(&mut took) {
                let each = lane.microseconds(kind, count)?;
                took.extend(each.filter(|_| turn >= BEFORE));
            }
        }
        let medians: Vec<Option<f64>> = took.into_iter().map(|took| (!took.is_empty()).then(|| median(took))).collect();
        let rust = medians.first().copied().flatten();
        let cells: Vec<String> = medians.iter().map(|own| cell(*own, rust)).collect();
        println!("| {row} | {} |", cells.join(" | "));
    }
    Ok(())
}

/// A figure, and how many times that of Rust it is.
fn cell(own: Option<f64>, rust: Option<f64>) -> String {
    match (own, rust) {
        (None, _) => "–".into(),
        (Some(own), Some(rust)) if rust > 0.0 && (own - rust).abs() > f64::EPSILON => {
            format!("{own:.2} (× {:.2}, + {:.2})", own / rust, own - rust)
        }
        (Some(own), _) => format!("{own:.2}"),
    }
}
