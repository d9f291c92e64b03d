//! The only place that prints. Widths are those of the terminal: a kanji is two wide.

mod card;
mod detail;
mod failure;
mod journal;
mod slots;
mod wrap;

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use tsunagari_core::app::say::system_problem;
use tsunagari_core::model::{Language, is_hidden};
use tsunagari_core::text::{Texts, plain};

use crate::args::{Color, Global};

pub(crate) use failure::no_answer;
pub(crate) use journal::Drawing;
pub(crate) use wrap::wrap;

/// Width when it is not a terminal.
const PIPED_WIDTH: usize = 80;
/// Lines longer than this are hard to read.
const MOST_WIDTH: usize = 100;

/// How something looks on a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// As it is.
    Plain,
    /// The name of something.
    Bold,
    /// Something beside the point.
    Dim,
    /// Open now.
    Good,
    /// Danger first.
    Danger,
}

impl Look {
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Good => "32",
            Self::Danger => "1;31",
        }
    }
}

/// Collects what is printed, and prints it.
pub(crate) struct Screen {
    width: usize,
    colours: bool,
    language: Language,
    text: String,
}

impl Screen {
    /// For the standard output.
    pub(crate) fn new(global: &Global) -> Self {
        let terminal = std::io::stdout().is_terminal();
        let width = columns();
        let colours = match global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        };
        Self { width, colours, language: global.lang, text: String::new() }
    }

    /// For a document, before the arguments are known.
    pub(crate) const fn plain(language: Language) -> Self {
        Self { width: PIPED_WIDTH, colours: false, language, text: String::new() }
    }

    /// An empty line, unless one is there.
    pub(crate) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A paragraph, wrapped; `indent` spaces before each line.
    pub(crate) fn line(&mut self, indent: usize, look: Look, text: &str) {
        self.hanging(indent, "", look, text);
    }

    /// A paragraph with a mark before its first line; the others stand under its text.
    pub(crate) fn hanging(&mut self, indent: usize, mark: &str, look: Look, text: &str) {
        let text = plain(text, self.language);
        self.written(indent, mark, look, &text);
    }

    /// One line of a table, not broken.
    pub(crate) fn row(&mut self, text: &str) {
        self.text.push_str(printable(text).trim_end());
        self.text.push('\n');
    }

    /// A paragraph of what a person wrote, word for word: braces in it are no readings.
    pub(crate) fn written(&mut self, indent: usize, mark: &str, look: Look, text: &str) {
        let text = printable(text);
        let inset = indent + wrap::width(mark);
        for (at, line) in wrap(&text, self.width.saturating_sub(inset)).iter().enumerate() {
            let before = if at == 0 { format!("{}{mark}", " ".repeat(indent)) } else { " ".repeat(inset) };
            self.text.push_str(&before);
            self.painted(look, line);
            self.text.push('\n');
        }
    }

    fn painted(&mut self, look: Look, line: &str) {
        if self.colours && look != Look::Plain {
            self.text.push_str(&format!("\u{1b}[{}m{line}\u{1b}[0m", look.code()));
        } else {
            self.text.push_str(line);
        }
    }

    /// A value as JSON, one document.
    pub(crate) fn json<T: serde::Serialize>(&mut self, value: &T) {
        self.text.push_str(&failure::seen(&serde_json::to_string_pretty(value).unwrap_or_default()));
        self.text.push('\n');
    }

    /// Text that is printed as it is, such as a completion script.
    pub(crate) fn verbatim(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Prints what was collected. A reader that went away (`| head`) is no mistake; a full disk is said, and
    /// [`all_printed`] knows of it.
    pub(crate) fn print(&mut self) {
        if self.text.is_empty() {
            return;
        }
        failure::answered();
        let mut out = std::io::stdout().lock();
        let printed = out.write_all(self.text.as_bytes()).and_then(|()| out.flush());
        self.text.clear();
        if let Err(error) = printed
            && error.kind() != std::io::ErrorKind::BrokenPipe
            && !UNPRINTED.swap(true, Ordering::Relaxed)
        {
            let texts = Texts::new(self.language);
            let problem = system_problem(&error.to_string(), &texts).into();
            let said = [("path", texts.get("standard-output").into()), ("problem", problem)];
            complain_in(self.language, &texts.with("error-write", &said));
        }
    }
}

/// Whether something of this run could not be printed.
static UNPRINTED: AtomicBool = AtomicBool::new(false);

/// Whether all of this run was printed.
pub(crate) fn all_printed() -> bool {
    !UNPRINTED.load(Ordering::Relaxed)
}

/// Columns to write in.
pub(crate) fn columns() -> usize {
    let asked = if std::io::stdout().is_terminal() {
        terminal_width()
    } else {
        std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok())
    };
    asked.unwrap_or(PIPED_WIDTH).clamp(30, MOST_WIDTH)
}

/// Says what went wrong, on the standard error.
pub(crate) fn complain(global: &Global, text: &str) {
    complain_in(global.lang, text);
}

/// The same before the arguments are known.
pub(crate) fn complain_in(language: Language, text: &str) {
    let text = plain(text, language);
    let text = printable(&text);
    failure::said(&text);
    let mut err = std::io::stderr().lock();
    let _gone = writeln!(err, "{text}");
}

/// Without control characters and marks of direction: published text must not steer the terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c != '\n' && (c.is_control() || is_hidden(c)) { ' ' } else { c }).collect()
}

/// Columns of the standard output, where it is a terminal.
pub(crate) fn terminal_columns() -> Option<usize> {
    if std::io::stdout().is_terminal() { terminal_width() } else { None }
}

/// Columns of the terminal.
fn terminal_width() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}
