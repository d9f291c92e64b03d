//! `tsunagari import`.

use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressStyle};
use tsunagari_core::app::AppError;
use tsunagari_core::app::say::file_problem;
use tsunagari_core::directory::import::{Encoding, FileReport, ImportReport, Outcome, Progress, Watcher};
use tsunagari_core::directory::tally::Counts;
use tsunagari_core::text::{Argument, Texts};

use crate::args::ImportArgs;
use crate::exit::Exit;
use crate::render::{Look, Screen, complain};
use crate::session::Session;

/// Rules of a file that are printed; the JSON report has all.
const RULES: usize = 6;

pub(crate) fn run(session: &mut Session<'_>, wanted: &ImportArgs) -> Result<Exit, Exit> {
    let cancel = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&cancel);
    // A second handler would only be refused; then Ctrl-C ends the program, which stores nothing either.
    let _handler = ctrlc::set_handler(move || asked.store(true, Ordering::SeqCst));
    let mut whole = ImportReport::default();
    let (mut ended, mut errors) = (Exit::Answer, Vec::new());
    for path in &wanted.paths {
        let mut bar = Bar::new(&session.texts);
        let done = if wanted.dry_run {
            session.app.try_import(path, wanted.all_kinds, &mut bar, &cancel)
        } else {
            session.app.import(path, wanted.all_kinds, &mut bar, &cancel)
        };
        bar.0.finish_and_clear();
        match done {
            Ok(report) => report.files.into_iter().for_each(|file| whole.push(file)),
            Err(AppError::Stopped) => {
                complain(session.global, &session.texts.get("import-stopped"));
                return Err(Exit::Stopped);
            }
            Err(error) => match session.fail(&error) {
                Exit::BadInput => {
                    ended = Exit::BadInput;
                    errors.push(error.say(&session.texts));
                }
                other => return Err(other),
            },
        }
    }
    if session.global.json {
        // Where nothing at all was read there is no report: the end of the run says why.
        if !whole.files.is_empty() || errors.is_empty() {
            session.screen.json(&Told { report: &whole, errors: &errors });
        }
    } else {
        let texts = &session.texts;
        session.screen.report(texts, &whole, wanted.dry_run);
    }
    session.screen.print();
    let nothing = whole.totals.records == 0 && ended == Exit::Answer;
    Ok(if nothing { Exit::Nothing } else { ended })
}

/// The report as JSON, with what was said of paths that are not in it.
#[derive(serde::Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    report: &'a ImportReport,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    errors: &'a [String],
}

/// A bar on a terminal; nothing elsewhere.
struct Bar(ProgressBar);

impl Bar {
    fn new(texts: &Texts) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{prefix} {bar:24} {bytes}/{total_bytes} {wide_msg}") {
            bar.set_style(style);
        }
        bar.set_prefix(texts.get("import-reading"));
        Self(bar)
    }
}

impl Watcher for Bar {
    fn progress(&mut self, progress: &Progress) {
        self.0.set_length(progress.total_bytes);
        self.0.set_position(progress.bytes.min(progress.total_bytes));
        self.0.set_message(progress.file.clone());
    }
}

impl Screen {
    fn report(&mut self, texts: &Texts, whole: &ImportReport, dry_run: bool) {
        for file in &whole.files {
            self.file(texts, file);
        }
        self.gap();
        if whole.totals.records == 0 {
            self.line(0, Look::Bold, &texts.get("import-nothing"));
        } else {
            self.line(0, Look::Bold, &texts.get(if dry_run { "import-dry-run" } else { "import-done" }));
        }
        if !whole.files.is_empty() {
            let counts = texts.with("import-counts", &counts(&whole.totals));
            self.line(0, Look::Plain, &format!("{}：{counts}", texts.get("import-total")));
        }
        if !dry_run && whole.totals.records > 0 {
            self.line(0, Look::Dim, &texts.get("label-own-import"));
        }
    }

    fn file(&mut self, texts: &Texts, file: &FileReport) {
        self.line(0, Look::Bold, &texts.with("import-file", &[("file", file.file.as_str().into())]));
        match &file.outcome {
            Outcome::Imported => {}
            Outcome::NotData => return self.line(2, Look::Dim, &texts.get("import-not-data")),
            Outcome::Refused { problem } => {
                let problem = texts.with("import-refused", &[("problem", file_problem(problem, texts).into())]);
                return self.line(2, Look::Plain, &problem);
            }
            Outcome::SetAside { reason } => {
                let line = [("words", texts.get(why_aside(file, reason)).into())];
                let group = format!("group-{reason}");
                let about = if texts.has(&group) { format!("（{}）", texts.get(&group)) } else { String::new() };
                self.line(2, Look::Plain, &format!("{}{about}", texts.with("import-set-aside", &line)));
            }
        }
        if let (Some(kind), Some(encoding)) = (&file.kind, file.encoding) {
            let words = format!("kind-{kind}");
            let words = if texts.has(&words) { texts.get(&words) } else { kind.clone() };
            // The characters inside a workbook are its own affair.
            let encoding = Some(encoding.code()).filter(|_| encoding != Encoding::Workbook);
            let form: Vec<&str> = encoding.into_iter().chain(file.format).collect();
            let line = [("kind", words.into()), ("form", form.join("・").into())];
            self.line(2, Look::Dim, &texts.with("import-file-kind", &line));
        }
        self.line(2, Look::Plain, &texts.with("import-counts", &counts(&file.counts)));
        let mut rules: Vec<_> = file.rules.iter().collect();
        rules.sort_by_key(|(_, hit)| std::cmp::Reverse(hit.count));
        for (rule, hit) in rules.into_iter().take(RULES) {
            let line = [
                ("rule", texts.get(&format!("rule-{rule}")).into()),
                ("code", (*rule).into()),
                ("count", number(hit.count)),
                ("line", number(hit.first.first().map_or(0, |place| place.line))),
            ];
            self.line(4, Look::Dim, &texts.with("import-rule", &line));
        }
    }
}

/// The sentence that says why a file was set aside, and what can be done.
fn why_aside(file: &FileReport, reason: &str) -> &'static str {
    match reason {
        _ if file.rules.contains_key("not-help") => "aside-not-help",
        "json-document" => "aside-json-document",
        "about-hsds" => "aside-about-hsds",
        "other-columns" => "aside-other-columns",
        "toml-without-records" => "aside-toml-without-records",
        _ => "aside-other",
    }
}

fn counts(counts: &Counts) -> [(&'static str, Argument); 7] {
    [
        ("read", number(counts.read)),
        ("stored", number(counts.stored)),
        ("merged", number(counts.merged)),
        ("aside", number(counts.set_aside)),
        ("blank", number(counts.blank)),
        ("refused", number(counts.refused)),
        ("records", number(counts.records)),
    ]
}

fn number(count: u64) -> Argument {
    i64::try_from(count).unwrap_or(i64::MAX).into()
}
