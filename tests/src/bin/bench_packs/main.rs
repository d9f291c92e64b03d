//! Benchmark of signed packs: a day's change, a first install, and a thousand updates, beside the same rows without
//! signatures, a merge patch, git, and loading everything again. Prints tables in Markdown.
//!
//! Whatever a phone does is done in a process of its own, in turns. `scripts/bench packs` runs it.

#![expect(clippy::print_stdout, reason = "the tables are what it is for")]
#![expect(clippy::indexing_slicing, reason = "what is missing is a mistake of this program, which nobody ships")]

mod city;
mod git;
mod make;
mod take;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tsunagari_tests::children::{child, median, number};
use tsunagari_tests::figures::{Result, bytes};

/// Records of a city, and of a whole country.
const CITY: usize = 10_000;
const COUNTRY: usize = 200_000;
/// Records that are other after a day, and how many shards they lie in when each office changes its own.
pub(crate) const DAY_RECORDS: usize = 50;
pub(crate) const SHARDS_OF_A_DAY: usize = 8;
/// Updates one after the other, and records in each.
const UPDATES: usize = 1_000;
pub(crate) const UPDATE_RECORDS: usize = 10;
/// Updates of the country's.
const FEW: usize = 50;
/// Shards that get all of them in the second round: generations have to be opened anew.
const BUSY_SHARDS: usize = 4;
/// Turns of everybody.
const TURNS: usize = 11;
const INSTALLS: usize = 3;

const LANES: [(&str, &str); 4] =
    [("tsunagari", "pack"), ("merge patch", "patch"), ("git", "git"), ("everything again", "whole")];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let figures = match arguments.as_slice() {
        [] => return all(),
        ["whole", rows, folder] => make::whole(&data()?, rows.parse()?, Path::new(folder)),
        ["day", rows, where_, folder] => make::day(&data()?, rows.parse()?, *where_ == "anywhere", Path::new(folder)),
        ["make-updates", rows, count, shards, folder] => {
            make::updates(&data()?, rows.parse()?, count.parse()?, shards.parse()?, Path::new(folder))
        }
        ["install", lane, folder, database] => take::install(lane, Path::new(folder), Path::new(database)),
        ["apply", "git", folder, ..] => git::take(&Path::new(folder).join("git")),
        ["apply", lane, folder, whole, database] => {
            take::apply(lane, Path::new(folder), Path::new(whole), Path::new(database))
        }
        ["updates", folder, database] => take::updates(Path::new(folder), Path::new(database)),
        _ => Err("bench-packs takes no arguments".into()),
    };
    println!("{}", figures?);
    Ok(())
}

fn data() -> Result<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/jp");
    if data.is_dir() {
        Ok(data)
    } else {
        Err(format!("the real rows are missing: {} is not here", data.display()).into())
    }
}

fn all() -> Result<()> {
    let folder = tempfile::tempdir()?;
    println!("Load before: {}\n", load());
    let city = made(folder.path(), CITY)?;
    installs(&city, CITY, INSTALLS)?;
    for (name, place) in [("together", "offices"), ("at random", "anywhere")] {
        day(folder.path(), &city, name, place)?;
    }
    many_head();
    many(folder.path(), &city, CITY, UPDATES, usize::MAX)?;
    many(folder.path(), &city, CITY, UPDATES, BUSY_SHARDS)?;
    println!();
    let country = made(folder.path(), COUNTRY)?;
    installs(&country, COUNTRY, 1)?;
    many_head();
    many(folder.path(), &country, COUNTRY, FEW, usize::MAX)?;
    println!("\nLoad after: {}", load());
    Ok(())
}

/// How busy the machine was in the last 1, 5 and 15 minutes.
fn load() -> String {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split_whitespace().take(3).collect::<Vec<_>>().join(" ")
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The files of a first install.
fn made(folder: &Path, rows: usize) -> Result<PathBuf> {
    let folder = folder.join(rows.to_string());
    std::fs::create_dir(&folder)?;
    let figures = child(&["whole", &rows.to_string(), &text(&folder)])?;
    println!("{rows} records in {} shards; unpacked {:.1} MB\n", figures["shards"], number(&figures, "unpacked") / 1e6);
    Ok(folder)
}

fn installs(folder: &Path, rows: usize, turns: usize) -> Result<()> {
    let mut seen: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
    for turn in 0..turns {
        for lane in ["pack", "plain"] {
            let database = folder.join(format!("{lane}-{turn}.db"));
            let figures = child(&["install", lane, &text(folder), &text(&database)])?;
            for key in ["ms", "processor", "peak_mib", "database"] {
                seen.entry((lane, key)).or_default().push(number(&figures, key));
            }
        }
    }
    let mut of = |lane, key| median(seen.remove(&(lane, key)).unwrap_or_default());
    println!(
        "| first install of {rows} | bytes on the wire | s | s of processor | peak MiB | directory.db MB |\n|---|---|---|---|---|---|"
    );
    let mut before: Option<[f64; 5]> = None;
    for (name, lane, file) in [("rows without signatures", "plain", "rows.zst"), ("tsunagari", "pack", "whole.tsuna")] {
        #[expect(clippy::cast_precision_loss, reason = "figures for a table")]
        let size = bytes(&folder.join(file)) as f64;
        let [ms, processor, peak, database] = ["ms", "processor", "peak_mib", "database"].map(|key| of(lane, key));
        let row = [size, ms / 1e3, processor / 1e3, peak, database / 1e6];
        println!("| {name} | {size:.0} | {:.2} | {:.2} | {:.1} | {:.1} |", row[1], row[2], row[3], row[4]);
        if let Some(peer) = before {
            let ratios: Vec<String> = row.iter().zip(peer).map(|(own, peer)| format!("{:.2}", own / peer)).collect();
            println!("| × | {} |", ratios.join(" | "));
        }
        before = Some(row);
    }
    println!();
    Ok(())
}

fn day(folder: &Path, city: &Path, name: &str, place: &str) -> Result<()> {
    let folder = folder.join(place);
    std::fs::create_dir(&folder)?;
    let made = child(&["day", &CITY.to_string(), place, &text(&folder)])?;
    let mut seen: BTreeMap<(&str, &str), Vec<f64>> = BTreeMap::new();
    let mut before = Vec::new();
    for _ in 0..TURNS {
        for (_, lane) in LANES {
            let from = if lane == "pack" { "pack-0.db" } else { "plain-0.db" };
            let phone = tempfile::tempdir()?;
            let database = phone.path().join("phone.db");
            std::fs::copy(city.join(from), &database)?;
            let figures = child(&["apply", lane, &text(&folder), &text(city), &text(&database)])?;
            for key in ["ms", "processor", "peak_mib"] {
                seen.entry((lane, key)).or_default().push(number(&figures, key));
            }
            before.extend(figures.get("before_mib").and_then(Value::as_f64));
        }
    }
    let own = number(&made, "update") + number(&made, "latest");
    println!(
        "\n{DAY_RECORDS} records {name}, {} shards. Unpacked: head {}, lines {}, entries {}, merge patch {} bytes.\n",
        made["shards"], made["head"], made["lines"], made["entries"], made["patch_plain"]
    );
    println!(
        "| a day's change | bytes on the wire | tsunagari to it | ms to apply, median of {TURNS} | shortest to longest | tsunagari to it | ms of processor | peak MiB |\n|---|---|---|---|---|---|---|---|"
    );
    let mut own_ms = 0.0;
    for (name, lane) in LANES {
        let mut of = |key| seen.remove(&(lane, key)).unwrap_or_default();
        let (times, processor, peak) = (of("ms"), of("processor"), of("peak_mib"));
        let (least, most) = times.iter().fold((f64::MAX, 0.0_f64), |(a, b), ms| (a.min(*ms), b.max(*ms)));
        let ms = median(times);
        let size = match lane {
            "pack" => own,
            "patch" => number(&made, "patch"),
            "git" => number(&made, "git"),
            _ => number(&made, "everything"),
        };
        own_ms = if lane == "pack" { ms } else { own_ms };
        let of_process = if lane == "git" {
            "– | –".to_owned()
        } else {
            format!("{:.1} | {:.1}", median(processor), median(peak))
        };
        let what = if lane == "pack" {
            format!("{size} = {} + {} read first", number(&made, "update"), number(&made, "latest"))
        } else {
            size.to_string()
        };
        println!(
            "| {name} | {what} | {:.2} | {ms:.1} | {least:.1} to {most:.1} | {:.2} | {of_process} |",
            own / size,
            own_ms / ms
        );
    }
    println!("\nPeak of a process that only opens the store: {:.1} MiB", median(before));
    Ok(())
}

fn many_head() {
    println!(
        "\n| updates of {UPDATE_RECORDS} records | shards | bytes each | first ms | last ms | first {0} | last {0} | longest | MiB after the first | half | all | peak after the first | all | directory.db before MB | after all |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|",
        take::TOGETHER
    );
}

fn many(folder: &Path, city: &Path, rows: usize, count: usize, shards: usize) -> Result<()> {
    let folder = folder.join(format!("updates-{rows}-{shards}"));
    std::fs::create_dir(&folder)?;
    let made = child(&["make-updates", &rows.to_string(), &count.to_string(), &shards.to_string(), &text(&folder)])?;
    let database = folder.join("phone.db");
    std::fs::copy(city.join("pack-0.db"), &database)?;
    let seen = child(&["updates", &text(&folder), &text(&database)])?;
    let of = |key| number(&seen, key);
    println!(
        "| {} | {}, up to generation {} | {} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |",
        seen["count"],
        made["shards"],
        made["generation"],
        made["median"],
        of("first_ms"),
        of("last_ms"),
        of("first_median"),
        of("last_median"),
        of("worst_ms"),
        of("first_mib"),
        of("middle_mib"),
        of("last_mib"),
        of("first_peak"),
        of("last_peak"),
        of("size_before") / 1e6,
        of("size") / 1e6
    );
    Ok(())
}
