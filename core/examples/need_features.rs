//! Prints the pieces of each line of standard input as a JSON array, for scripts/train-needs, so that training and
//! the program see the same.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use std::io::{BufRead as _, Write as _};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let pieces: Vec<String> = tsunagari_core::directory::needs::features(&line?).into_keys().collect();
        writeln!(out, "{}", serde_json::Value::from(pieces))?;
    }
    out.flush()
}
