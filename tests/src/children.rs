//! Figures that need a process of their own: the benchmark runs itself again and reads the JSON that the child prints.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::figures::Result;

/// Runs this program again with arguments and reads the JSON it prints last; what it prints before is passed on.
///
/// # Errors
/// When the child fails or prints something else.
#[expect(clippy::print_stdout, reason = "the tables are what a benchmark is for")]
pub fn child(arguments: &[&str]) -> Result<Value> {
    let output = Command::new(std::env::current_exe()?).args(arguments).stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("{arguments:?} ended with {}", output.status).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let (before, last) = text.trim_end().rsplit_once('\n').unwrap_or(("", text.trim_end()));
    if !before.is_empty() {
        println!("{before}");
    }
    Ok(serde_json::from_str(last)?)
}

/// A number of such JSON; 0 when it is not there.
#[must_use]
pub fn number(value: &Value, key: &str) -> f64 {
    value.get(key).and_then(Value::as_f64).unwrap_or(0.0)
}

/// The one in the middle.
#[must_use]
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
}
