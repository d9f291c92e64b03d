//! Filling an engine, in a process of its own.

use std::path::Path;

use serde_json::json;
use tsunagari_core::store::{Pack, Store};
use tsunagari_tests::figures::{Result, peak_mib, process_seconds, timed};
use tsunagari_tests::{corpus, peers};

/// Installs a corpus and prints seconds, rows, characters a row and memory. Reading and preparing the rows is part of
/// the time, for every engine.
pub(crate) fn run(engine: &str, rows: &Path, out: &Path) -> Result<()> {
    let (mut count, mut characters) = (0_usize, 0_usize);
    let counted = corpus::rows(rows)?.inspect(|row| {
        count += 1;
        if let Ok(row) = row {
            characters += row.rank.names.chars().count() + row.rank.text.chars().count();
        }
    });
    let (done, time) = timed(|| -> Result<()> {
        if engine == "tsunagari" {
            let pack = Pack { id: "bench".into(), class: "listing".into(), ..Pack::default() };
            let store = Store::open(out)?;
            store.install(&pack, counted).map_err(|error| error.to_string())?;
        } else {
            peers::fill(engine, out, counted)?;
        }
        Ok(())
    });
    done?;
    println!(
        "{}",
        json!({ "seconds": time.wall.as_secs_f64(), "processor": process_seconds(), "rows": count, "characters": characters / count.max(1), "peak_mib": peak_mib() })
    );
    Ok(())
}
