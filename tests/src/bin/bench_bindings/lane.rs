//! One language: a process that is asked in turns.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use tsunagari_tests::figures::Result;

/// A language that is measured. Ends its process when it is dropped.
pub(crate) struct Lane {
    pub(crate) name: String,
    child: Child,
    asked: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Lane {
    pub(crate) fn start(name: &str, program: &OsStr, arguments: &[&str]) -> Result<Self> {
        let mut child = Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let asked = child.stdin.take().ok_or("no stdin")?;
        let answers = BufReader::new(child.stdout.take().ok_or("no stdout")?);
        Ok(Self { name: name.to_owned(), child, asked, answers })
    }

    /// What a call takes, by so many of them; `None` for what this language does not have.
    pub(crate) fn microseconds(&mut self, kind: &str, count: u32) -> Result<Option<f64>> {
        writeln!(self.asked, "{kind} {count}")?;
        self.asked.flush()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        match answer.trim() {
            "-" => Ok(None),
            "" => Err(format!("{} ended while {kind} was asked", self.name).into()),
            number => Ok(Some(number.parse::<f64>()? / f64::from(count) / 1_000.0)),
        }
    }
}

impl Drop for Lane {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _gone = self.child.wait();
    }
}
