//! Benchmark of the directory on 200,000 rows, beside LIKE, FTS5 trigram and tantivy. Prints tables in Markdown.
//!
//! Every figure of memory is taken in a process of its own. `scripts/bench directory` runs it.

#![expect(clippy::print_stdout, reason = "the tables are what it is for")]

mod ask;
mod install;

use std::path::{Path, PathBuf};

use tsunagari_tests::children::{child, number};
use tsunagari_tests::corpus;
use tsunagari_tests::figures::{Result, bytes, forget_cached};

/// Rounds of the cold opening.
const OPENINGS: usize = 15;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => all(),
        ["corpus", folder] => {
            let real = corpus::write(&data()?, Path::new(folder))?;
            println!("{}", serde_json::json!({ "real": real }));
            Ok(())
        }
        ["install", engine, rows, out] => install::run(engine, Path::new(rows), Path::new(out)),
        ["cold", database] => ask::cold(Path::new(database)),
        ["memory", database, rows] => ask::memory(Path::new(database), Path::new(rows), &sentences()),
        ["alone", database, rows, rounds] => {
            ask::alone(Path::new(database), Path::new(rows), &sentences(), rounds.parse()?)
        }
        ["ask", folder] => ask::all_engines(Path::new(folder), &sentences()),
        _ => Err("bench-directory takes no arguments".into()),
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn data() -> Result<PathBuf> {
    let data = repository().join("../shared/data/jp");
    if data.is_dir() {
        Ok(data)
    } else {
        Err(format!("the real rows are missing: {} is not here", data.display()).into())
    }
}

fn sentences() -> PathBuf {
    repository().join("core/tests/questions/colloquial.tsv")
}

fn all() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let real = child(&["corpus", &path("")])?;
    println!("Rows: {}, of which real: {}\n", corpus::ROWS, number(&real, "real"));

    println!(
        "| engine | records | indexed characters a row | rows/s | rows per second of processor | peak memory MiB | bytes a row |\n|---|---|---|---|---|---|---|"
    );
    for shape in ["short", "hundred", "whole"] {
        install_row("tsunagari", shape, &path(shape), &path(&format!("{shape}.db")))?;
    }
    for engine in ["like", "trigram", "tantivy"] {
        install_row(engine, "short", &path("short"), &path(&format!("short.{engine}")))?;
        install_row(engine, "whole", &path("whole"), &path(&format!("whole.{engine}")))?;
    }

    let database = path("whole.db");
    let mut cold: Vec<f64> = Vec::new();
    let mut warm: Vec<f64> = Vec::new();
    for _ in 0..OPENINGS {
        forget_cached(Path::new(&database));
        cold.push(number(&child(&["cold", &database])?, "ms"));
        warm.push(number(&child(&["cold", &database])?, "ms"));
    }
    cold.sort_by(f64::total_cmp);
    warm.sort_by(f64::total_cmp);
    let middle = |times: &[f64]| times.get(times.len() / 2).copied().unwrap_or(0.0);
    let worst = |times: &[f64]| times.last().copied().unwrap_or(0.0);
    println!(
        "\nOpening in a new process to the first answer: file not in the cache of the system median {:.1} ms, worst {:.1} ms; cached median {:.1} ms, worst {:.1} ms",
        middle(&cold),
        worst(&cold),
        middle(&warm),
        worst(&warm)
    );
    println!(
        "Peak memory while searching: {:.1} MiB\n",
        number(&child(&["memory", &database, &path("whole")])?, "peak_mib")
    );
    child(&["ask", &path("")])?;
    Ok(())
}

fn install_row(engine: &str, shape: &str, rows: &str, out: &str) -> Result<()> {
    let figures = child(&["install", engine, rows, out])?;
    let rows = number(&figures, "rows");
    #[expect(clippy::cast_precision_loss, reason = "figures for a table")]
    let size = bytes(Path::new(out)) as f64;
    println!(
        "| {engine} | {shape} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} |",
        number(&figures, "characters"),
        rows / number(&figures, "seconds"),
        rows / number(&figures, "processor"),
        number(&figures, "peak_mib"),
        size / rows
    );
    Ok(())
}
