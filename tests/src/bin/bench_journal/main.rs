//! Benchmark of what a person keeps: five simulated years of entries and check-ins, beside SQLite doing the same
//! statements with and without the cipher. Prints tables in Markdown.
//!
//! Every figure of memory and of a first look is taken in a process of its own. `scripts/bench journal` runs it.

#![expect(clippy::print_stdout, reason = "the tables are what it is for")]
#![expect(clippy::indexing_slicing, reason = "a lane that is missing is a mistake of this program, which nobody ships")]

mod alone;
mod lane;
mod life;
mod ours;
mod plain;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;
use tsunagari_tests::children::{child, median, number};
use tsunagari_tests::figures::{Result, bytes, forget_cached};

use lane::{LANES, VIEWS};

/// Rounds of opening in a new process.
const OPENINGS: usize = 21;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let figures = match arguments.as_slice() {
        [] => return all(),
        ["live", folder] => alone::live(Path::new(folder), &LANES),
        // For a profile of one of them.
        ["live", folder, lane] => {
            let one: Vec<&str> = LANES.into_iter().filter(|known| known == lane).collect();
            alone::live(Path::new(folder), &one)
        }
        ["first", lane, folder, view] => alone::first(lane, Path::new(folder), view),
        ["again", folder] => alone::again(Path::new(folder)),
        ["memory", lane, folder] => alone::memory(lane, Path::new(folder)),
        ["unlock", folder] => alone::unlock(Path::new(folder)),
        ["key", of] => alone::key(of),
        ["backup", folder] => alone::backup(Path::new(folder)),
        _ => Err("bench-journal takes no arguments".into()),
    };
    println!("{}", figures?);
    Ok(())
}

fn all() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let at = folder.path().to_string_lossy().into_owned();
    println!("Load before: {}\n", load());
    let lived = child(&["live", &at])?;
    println!("Entries: {}; what happened to eight check-ins: {}\n", lived["entries"], lived["happenings"]);
    sizes(folder.path());
    println!(
        "| writing one entry | tsunagari | SQLite, cipher | SQLite | tsunagari to SQLite | cipher to SQLite |\n|---|---|---|---|---|---|"
    );
    for (name, key) in [("median", "ms"), ("95th of a hundred", "p95"), ("median on the processor", "processor")] {
        row(name, 3, |lane| number(&lived[lane], key));
    }
    println!("\n| new process | tsunagari | SQLite, cipher | SQLite | tsunagari over SQLite |\n|---|---|---|---|---|");
    for view in VIEWS {
        first(&at, view, "view", false)?;
    }
    first(&at, "year", "open", false)?;
    first(&at, "year", "both", false)?;
    first(&at, "year", "processor", false)?;
    first(&at, "year", "both", true)?;
    again(&child(&["again", &at])?);
    memory_and_keys(&at)?;
    println!("\nLoad after: {}", load());
    Ok(())
}

/// How busy the machine was in the last 1, 5 and 15 minutes.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

fn sizes(folder: &Path) {
    for name in ["private.db", "duty.db"] {
        let of = |lane: &str| bytes(&folder.join(lane).join(name));
        let [ours, cipher, plain] = LANES.map(of);
        println!("Bytes of {name}: tsunagari {ours}, SQLite with cipher {cipher}, SQLite {plain}\n");
    }
}

/// A row of times, with ratios to the floor.
fn row(name: &str, digits: usize, of: impl Fn(&str) -> f64) {
    let [ours, cipher, plain] = LANES.map(of);
    println!(
        "| {name} | {ours:.digits$} | {cipher:.digits$} | {plain:.digits$} | {:.2} | {:.2} |",
        ours / plain,
        cipher / plain
    );
}

/// The first look after opening, in new processes, each lane in turn.
fn first(folder: &str, view: &str, key: &str, cold: bool) -> Result<()> {
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for _ in 0..OPENINGS {
        for lane in LANES {
            for name in ["private.db", "duty.db"].into_iter().filter(|_| cold) {
                forget_cached(&Path::new(folder).join(lane).join(name));
            }
            times.entry(lane).or_default().push(number(&child(&["first", lane, folder, view])?, key));
        }
    }
    let [ours, cipher, plain] = LANES.map(|lane| median(times.remove(lane).unwrap_or_default()));
    let what = match key {
        "open" => "opening".to_owned(),
        "both" => format!("opening and {view}"),
        "processor" => format!("opening and {view}, on the processor"),
        _ => format!("{view}, first look"),
    };
    let cached = if cold { ", file not cached" } else { "" };
    println!("| {what}{cached} | {ours:.2} | {cipher:.2} | {plain:.2} | {:+.2} |", ours - plain);
    Ok(())
}

fn again(figures: &Value) {
    println!(
        "\n| again | tsunagari | SQLite, cipher | SQLite | tsunagari to SQLite | cipher to SQLite |\n|---|---|---|---|---|---|"
    );
    for view in VIEWS {
        row(view, 3, |lane| number(&figures[view][lane], "ms"));
    }
}

fn memory_and_keys(folder: &str) -> Result<()> {
    println!("\n| memory, MiB | the process before | peak |\n|---|---|---|");
    for lane in LANES {
        let figures = child(&["memory", lane, folder])?;
        let (before, peak) = (number(&figures, "before"), number(&figures, "peak"));
        println!("| {lane}: open, every view, one entry | {before:.1} | {peak:.1} |");
    }
    let unlocked = child(&["unlock", folder])?;
    println!("| tsunagari, the same with a PIN | – | {:.1} |", number(&unlocked, "peak"));
    let backup = child(&["backup", folder])?;
    println!("| a whole backup | – | {:.1} |", number(&backup, "peak"));
    println!(
        "\nOpening with a PIN {:.0} ms; a backup of {} rows {:.0} ms, {} bytes\n",
        number(&unlocked, "ms"),
        backup["rows"],
        number(&backup, "ms"),
        backup["bytes"]
    );
    println!("| one key | median ms | 95th of a hundred | MiB over the process |\n|---|---|---|---|");
    for (of, name) in [
        ("lock", "app lock (Argon2id, 32 MiB, three passes)"),
        ("backup", "backup, made (age, scrypt, work factor 16)"),
        ("backup-open", "backup, opened"),
    ] {
        let figures = child(&["key", of])?;
        let over = number(&figures, "peak") - number(&figures, "before");
        println!("| {name} | {:.0} | {:.0} | {over:.1} |", number(&figures, "ms"), number(&figures, "p95"));
    }
    Ok(())
}
