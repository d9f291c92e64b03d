//! `tsunagari mood`: writing down how it feels, and looking at it.

mod file;
mod look;
mod then;
mod write;

use std::io::{IsTerminal as _, Read as _, Write as _};
use std::path::Path;

use chrono::{DateTime, FixedOffset, Utc};
use tsunagari_core::app::say::system_problem;
use tsunagari_core::app::{AppError, Kept, write_whole};
use tsunagari_core::env::JAPAN_SECONDS;
use tsunagari_core::journal::{JournalError, Vocabulary, vocabulary};
use tsunagari_core::model::EventId;
use tsunagari_core::text::{Texts, plain};

use crate::args::{Global, MoodArgs, MoodCommand};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, now};
use crate::render::{Drawing, Look, Screen, complain};
use crate::session::fail;

/// One run of `mood`.
struct Run<'a> {
    global: &'a Global,
    texts: &'a Texts,
    vocabulary: &'static Vocabulary,
    now: DateTime<FixedOffset>,
    wanted: &'a MoodArgs,
}

pub(crate) fn run(global: &Global, wanted: &MoodArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let vocabulary = vocabulary().map_err(|error| fail(global, texts, &error.into()))?;
    let run = Run { global, texts, vocabulary, now: here(now(global)), wanted };
    match &wanted.command {
        None => look::today(&run),
        Some(MoodCommand::Add(add)) => write::add(&run, add),
        Some(MoodCommand::Amend(amend)) => write::amend(&run, amend),
        Some(MoodCommand::Erase { id }) => write::erase(&run, id),
        Some(MoodCommand::List(range)) => look::list(&run, range),
        Some(MoodCommand::Month { month }) => look::month(&run, *month),
        Some(MoodCommand::Year { year, svg, out }) => look::year(&run, *year, svg.as_deref(), out.as_deref()),
        Some(MoodCommand::Export { format, out }) => file::export(&run, *format, out.as_deref()),
        Some(MoodCommand::Import { file }) => file::import(&run, file),
        Some(MoodCommand::Page(page)) => file::page(&run, page),
        Some(MoodCommand::Words) => look::words(&run),
        Some(MoodCommand::Hide) => write::hide(&run, true),
        Some(MoodCommand::Show) => write::hide(&run, false),
    }
}

impl Run<'_> {
    /// What is kept; made when there is none and something is to be written.
    fn kept(&self, need: Need) -> Result<Kept, Exit> {
        Private::open(self.global, &self.wanted.kept, self.texts, need)
    }

    fn fail(&self, error: impl Into<AppError>) -> Exit {
        fail(self.global, self.texts, &error.into())
    }

    fn drawing(&self) -> Drawing<'_> {
        Drawing { vocabulary: self.vocabulary, texts: self.texts, weather: self.wanted.weather }
    }

    fn id(&self, typed: &str) -> Result<EventId, Exit> {
        EventId::parse(typed).ok_or_else(|| self.fail(JournalError::NoEntry(typed.to_owned())))
    }

    /// A short answer: JSON, or one line.
    fn say<T: serde::Serialize>(&self, json: &T, line: &str) -> Exit {
        let mut screen = Screen::new(self.global);
        if self.global.json {
            screen.json(json);
        } else {
            screen.line(0, Look::Plain, &self.texts.get(line));
        }
        screen.print();
        Exit::Answer
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Exit> {
        write_whole(path, bytes).map_err(|error| {
            let problem = system_problem(&error.to_string(), self.texts);
            let said = [("path", path.display().to_string().into()), ("problem", problem.into())];
            complain(self.global, &self.texts.with("error-write", &said));
            Exit::BadInput
        })
    }

    /// A note as it was given; - reads it from standard input, without the end of the last line.
    fn note(&self, given: Option<&String>) -> Result<Option<String>, Exit> {
        if given.is_none_or(|note| note != "-") {
            return Ok(given.cloned());
        }
        let mut note = String::new();
        let read = std::io::stdin().lock().read_to_string(&mut note);
        read.map_err(|error| {
            self.fail(AppError::Read { path: Path::new("-").to_path_buf(), problem: error.to_string() })
        })?;
        let whole = note.strip_suffix('\n').map(|note| note.strip_suffix('\r').unwrap_or(note));
        Ok(Some(whole.unwrap_or(&note).to_owned()))
    }
}

/// An instant in Japan, where nobody said another place.
pub(super) fn here(now: DateTime<Utc>) -> DateTime<FixedOffset> {
    FixedOffset::east_opt(JAPAN_SECONDS).map_or_else(|| now.fixed_offset(), |japan| now.with_timezone(&japan))
}

/// Asks on the terminal; anything but y is no.
pub(super) fn says_yes(texts: &Texts, question: &str) -> bool {
    let question = plain(&texts.get(question), texts.language());
    let mut err = std::io::stderr().lock();
    let mut typed = String::new();
    let asked = write!(err, "{question}").and_then(|()| err.flush());
    asked.and_then(|()| std::io::stdin().read_line(&mut typed)).is_ok() && matches!(typed.trim(), "y" | "Y" | "ｙ")
}

/// Whether somebody can be asked.
pub(super) fn talks(global: &Global) -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !global.json
}
