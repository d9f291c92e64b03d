//! The calls from Rust, without crossing anything: what the others are compared with.

use std::hint::black_box;
use std::io::{BufRead, Write};
use std::path::Path;
use std::sync::Arc;

use tsunagari_ffi::QrReader;
use tsunagari_tests::figures::{Result, timed};

use crate::folder::{DAY_OF_FIFTY, DAY_OF_THOUSAND, open, request};

pub(crate) fn serve(folder: &Path) -> Result<()> {
    let device = open(folder)?;
    let (journal, directory) = (Arc::clone(&device).journal(), device.directory());
    let reader = QrReader::new();
    let id = journal.entries(DAY_OF_FIFTY.into(), DAY_OF_FIFTY.into())?.first().ok_or("no entries")?.id.clone();
    let texts: Vec<String> = std::fs::read_to_string(folder.join("texts.txt"))?.lines().map(str::to_owned).collect();
    let entries = |day: &str, all: usize| -> Result<()> {
        let found = black_box(journal.entries(day.into(), day.into())?);
        if found.len() == all { Ok(()) } else { Err(format!("{} entries", found.len()).into()) }
    };
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let (kind, count) = line.split_once(' ').ok_or("KIND COUNT")?;
        let count: usize = count.parse()?;
        let mut once = |call: &dyn Fn(usize) -> Result<()>| -> Result<()> {
            let (done, took) = timed(|| (0..count).try_for_each(call));
            done?;
            writeln!(out, "{}", took.wall.as_nanos())?;
            Ok(out.flush()?)
        };
        match kind {
            "noop" => once(&|_| {
                reader.cancel();
                Ok(())
            })?,
            "one" => once(&|_| {
                black_box(journal.entry(id.clone())?);
                Ok(())
            })?,
            "fifty" => once(&|_| entries(DAY_OF_FIFTY, 50))?,
            "thousand" => once(&|_| entries(DAY_OF_THOUSAND, 1_000))?,
            "keystroke" | "screen" => once(&|at| {
                let text = texts.get(at % texts.len()).ok_or("no texts")?;
                black_box(directory.find(request(text))?.run()?);
                Ok(())
            })?,
            _ => {
                writeln!(out, "-")?;
                out.flush()?;
            }
        }
    }
    Ok(())
}
