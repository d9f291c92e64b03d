//! What is wrong with a file or with the store, in the language of the screen.

use super::system_problem;
use crate::directory::finder::AnswerError;
use crate::directory::import::FileProblem;
use crate::store::StoreError;
use crate::text::{Argument, Texts};

/// What the directory database did not do, and what a person can do about it.
#[must_use]
pub fn store_problem(error: &StoreError, texts: &Texts) -> String {
    let path = |path: &std::path::Path| Argument::from(path.display().to_string());
    match error {
        StoreError::Damaged { path: at, .. } => texts.with("store-damaged", &[("path", path(at))]),
        StoreError::NeedsNewerVersion { found, known } => {
            texts.with("store-newer", &[("found", found.to_string().into()), ("known", known.to_string().into())])
        }
        StoreError::NotOurs { path: at } => texts.with("store-not-ours", &[("path", path(at))]),
        StoreError::CannotOpen { path: at, detail } => {
            texts.with("store-cannot-open", &[("path", path(at)), ("problem", system_problem(detail, texts).into())])
        }
        StoreError::Busy => texts.get("store-busy"),
        StoreError::Disk { path: at, code } => {
            texts.with("store-disk", &[("path", path(at)), ("code", code.to_string().into())])
        }
        StoreError::Full => texts.get("store-full"),
        StoreError::Interrupted => texts.get("error-stopped"),
        StoreError::NoRecord(id) => texts.with("error-not-found", &[("id", id.as_str().into())]),
        StoreError::Entry(what) => texts.with("store-entry", &[("problem", what.as_str().into())]),
        StoreError::Unexpected { code } => texts.with("store-unexpected", &[("code", code.to_string().into())]),
    }
}

/// What cannot be answered so in the guided finder.
#[must_use]
pub fn answer_problem(error: &AnswerError, texts: &Texts) -> String {
    let about = |id: &str, text: &str| texts.with(id, &[("text", text.into())]);
    match error {
        AnswerError::NoForm(form) => about("answer-no-form", form),
        AnswerError::NoQuestion(question) => about("answer-no-question", question),
        AnswerError::NoOption { question, option } => {
            texts.with("answer-no-option", &[("question", question.as_str().into()), ("text", option.as_str().into())])
        }
        AnswerError::OnlyOne(question) => about("answer-only-one", question),
        AnswerError::NotAnAnswer(text) => about("answer-not-an-answer", text),
    }
}

/// Why one file is refused, with its line.
#[must_use]
pub fn file_problem(problem: &FileProblem, texts: &Texts) -> String {
    let line = Argument::from(problem.line().map(|line| line.to_string()).unwrap_or_default());
    let at = |id: &str, name: &'static str, value: Argument| texts.with(id, &[("line", line.clone()), (name, value)]);
    let guess = |guess: &Option<String>| guess.as_ref().map(|name| format!("（{name}？）")).unwrap_or_default().into();
    match problem {
        FileProblem::Empty => texts.get("problem-empty"),
        FileProblem::NotReadable { reason } => {
            at("problem-not-readable", "reason", system_problem(reason, texts).into())
        }
        FileProblem::Binary { looks_like, .. } => at("problem-binary", "guess", guess(looks_like)),
        FileProblem::NulByte { .. } => texts.with("problem-nul", &[("line", line)]),
        FileProblem::TornUtf16 { .. } => texts.with("problem-torn-utf16", &[("line", line)]),
        FileProblem::UnknownEncoding { looks_like, .. } => at("problem-encoding", "guess", guess(looks_like)),
        FileProblem::LineTooLong { limit, .. } => at("problem-line-long", "limit", limit.to_string().into()),
        FileProblem::TooManyColumns { limit, .. } => at("problem-columns", "limit", limit.to_string().into()),
        FileProblem::TooManyRows { limit, .. } => at("problem-rows", "limit", limit.to_string().into()),
        FileProblem::QuoteNotClosed { .. } => texts.with("problem-quote", &[("line", line)]),
        FileProblem::UnfoldsTooFar { limit } => at("problem-unfolds", "limit", limit.to_string().into()),
        FileProblem::DamagedArchive { reason, .. } => at("problem-archive", "reason", reason.as_str().into()),
        FileProblem::DamagedWorkbook { reason } => at("problem-workbook", "reason", reason.as_str().into()),
        FileProblem::OldWorkbook => texts.get("problem-old-workbook"),
        FileProblem::NotJson { reason, .. } => at("problem-json", "reason", reason.as_str().into()),
        FileProblem::FileTooLarge { limit, .. } => at("problem-file-large", "limit", limit.to_string().into()),
        FileProblem::FolderTooLarge { limit } => at("problem-folder-large", "limit", limit.to_string().into()),
        FileProblem::TooMuchToJoin { limit, .. } => at("problem-join", "limit", limit.to_string().into()),
        FileProblem::TextTooLong { limit, .. } => at("problem-text-long", "limit", limit.to_string().into()),
        FileProblem::NotUtf8 { .. } => texts.with("problem-not-utf8", &[("line", line)]),
        FileProblem::JsonTooDeep { limit, .. } => at("problem-json-deep", "limit", limit.to_string().into()),
        FileProblem::NotToml { reason, .. } => at("problem-toml", "reason", reason.as_str().into()),
        FileProblem::SymlinkLoop => texts.get("problem-symlink"),
        FileProblem::TooDeep { limit } => at("problem-deep", "limit", limit.to_string().into()),
    }
}
