//! `tsunagari memo`: what one would otherwise say at every desk anew. Cards, paper and codes hold only what the person
//! chose to show.

use tsunagari_core::app::print::Layout;
use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AppError, Kept, write_whole};
use tsunagari_core::keepsakes::memo::{Memo, Shared};
use tsunagari_core::keepsakes::qr::{QUIET, Qr};
use tsunagari_core::model::MemoField;
use tsunagari_core::text::Texts;

use super::{find, paper};
use crate::args::{Global, KeptPaperArgs, MemoArgs, MemoCommand};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::Private;
use crate::render::{Look, Screen, complain, terminal_columns};
use crate::session::{Session, fail};

/// What may be shown, as JSON.
#[derive(serde::Serialize)]
struct Card {
    sentences: Vec<String>,
}

/// A QR code, as JSON: rows of 1 (dark) and 0.
#[derive(serde::Serialize)]
struct Code {
    text: String,
    rows: Vec<String>,
}

pub(crate) fn run(global: &Global, wanted: &MemoArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let command = wanted.command.as_ref().unwrap_or(&MemoCommand::Show);
    let need = if matches!(command, MemoCommand::Set { .. }) { Need::Make } else { Need::Open };
    let kept = Private::open(global, &wanted.kept, texts, need)?;
    let done = change(&kept, command).map_err(|error| fail(global, texts, &error))?;
    let memo = kept.memo().map_err(|error| fail(global, texts, &error))?;
    drop(kept);
    Session::asking(global, |session| {
        let shared = || memo.shared().map_err(|error| fail(global, texts, &error.into()));
        match command {
            MemoCommand::Card => card(session, &shared()?),
            MemoCommand::Print(out) => print(session, &shared()?, out),
            MemoCommand::Qr { out } => qr(session, &shared()?, out.as_deref()),
            _ => show(session, &memo, done),
        }
    })
}

/// What is said of a change, once it is on the disk; nothing where nothing was to be changed.
fn change(kept: &Kept, command: &MemoCommand) -> Result<Option<&'static str>, AppError> {
    let named =
        |codes: &[String]| -> Vec<MemoField> { codes.iter().filter_map(|code| MemoField::parse(code)).collect() };
    Ok(Some(match command {
        MemoCommand::Set { field, words } => {
            let text = find::typed_words(words);
            MemoField::parse(field).map_or(Ok(()), |field| kept.set_memo(field, &text))?;
            "memo-set"
        }
        MemoCommand::Share { fields, no } => {
            kept.share_memo(&named(fields), !no)?;
            if *no { "memo-private-now" } else { "memo-shared-now" }
        }
        MemoCommand::Clear { fields, all } => {
            kept.clear_memo(&if *all { MemoField::ALL.to_vec() } else { named(fields) })?;
            "memo-cleared"
        }
        MemoCommand::Show | MemoCommand::Card | MemoCommand::Print(_) | MemoCommand::Qr { .. } => return Ok(None),
    }))
}

fn show(session: &mut Session<'_>, memo: &Memo, done: Option<&str>) -> Result<Exit, Exit> {
    if session.global.json {
        session.screen.json(memo);
    } else {
        let (words, screen, _) = session.drawing();
        if let Some(done) = done {
            screen.line(0, Look::Dim, &words.texts.get(done));
            screen.gap();
        }
        screen.memo(&words, memo);
    }
    session.screen.print();
    Ok(Exit::Answer)
}

fn card(session: &mut Session<'_>, shared: &Shared) -> Result<Exit, Exit> {
    let json = session.global.json;
    let (words, screen, _) = session.drawing();
    let sentences = words.memo_sentences(shared);
    if json {
        screen.json(&Card { sentences });
    } else {
        for sentence in &sentences {
            screen.gap();
            screen.written(0, "", Look::Plain, sentence);
        }
    }
    session.screen.print();
    Ok(Exit::Answer)
}

fn print(session: &mut Session<'_>, shared: &Shared, out: &KeptPaperArgs) -> Result<Exit, Exit> {
    let layout = if out.large { Layout::Copy } else { Layout::Sheet };
    let today = session.now.date();
    let (words, _, _) = session.drawing();
    let page = words.memo_paper(layout, shared, today);
    paper::made(session, &page, out.out.as_deref(), out.pdf.as_deref())
}

fn qr(session: &mut Session<'_>, shared: &Shared, out: Option<&std::path::Path>) -> Result<Exit, Exit> {
    let (words, _, _) = session.drawing();
    let text = words.memo_text(shared);
    let qr = Qr::new(&text).map_err(|error| session.fail(&error.into()))?;
    if let Some(out) = out {
        write_whole(out, qr.svg().as_bytes()).map_err(|error| paper::not_written(session, out, &error))?;
        let line = session.texts.with("print-written", &[("path", out.display().to_string().into())]);
        session.screen.line(0, Look::Plain, &line);
    } else if session.global.json {
        let row = |y| (0..qr.size()).map(|x| if qr.is_dark(x, y) { '1' } else { '0' }).collect();
        session.screen.json(&Code { rows: (0..qr.size()).map(row).collect(), text });
    } else {
        let columns = qr.size() + 2 * QUIET;
        if terminal_columns().is_some_and(|has| has < columns) {
            let said = [("columns", columns.to_string().into())];
            complain(session.global, &session.texts.with("memo-qr-wide", &said));
            return Err(Exit::Usage);
        }
        session.screen.verbatim(&qr.half_blocks());
        session.screen.line(0, Look::Plain, &session.texts.get("memo-qr-below"));
    }
    session.screen.print();
    Ok(Exit::Answer)
}

impl Screen {
    /// The whole memo, each field with whether it may be shown.
    fn memo(&mut self, words: &Words<'_>, memo: &Memo) {
        self.line(0, Look::Bold, &words.texts.get("memo-title"));
        if memo.entries().is_empty() {
            self.line(0, Look::Plain, &words.texts.get("memo-empty"));
            for field in MemoField::ALL {
                let name = words.remark(&words.field(field), field.code());
                self.hanging(3, "・", Look::Dim, &name);
            }
            return;
        }
        self.line(0, Look::Dim, &words.texts.get("memo-only-you"));
        for entry in memo.entries() {
            self.gap();
            let shown = words.texts.get(if entry.share { "memo-shared" } else { "memo-private" });
            let remark = [entry.field.code(), shown.as_str()].join(words.comma());
            self.line(0, Look::Bold, &words.remark(&words.field(entry.field), &remark));
            self.written(3, "", Look::Plain, &entry.text);
        }
    }
}
