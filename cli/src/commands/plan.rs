//! `tsunagari plan`: つらいときのメモ. Whatever happens to what is kept, the lines that listen and the emergency row are
//! there.

use tsunagari_core::app::print::Layout;
use tsunagari_core::app::say::Words;
use tsunagari_core::app::{AppError, HardHours, Kept, ShownLine};
use tsunagari_core::keepsakes::plan::{self, Plan};
use tsunagari_core::model::{PlanLine, Step};
use tsunagari_core::text::Texts;

use super::{find, paper};
use crate::args::{Global, PlanArgs, PlanCommand};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::Private;
use crate::render::{Look, Screen};
use crate::session::{Session, fail};

pub(crate) fn run(global: &Global, wanted: &PlanArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let command = wanted.command.as_ref().unwrap_or(&PlanCommand::Show);
    let need = if matches!(command, PlanCommand::Add { .. }) { Need::Make } else { Need::Open };
    let failed = |error: AppError| fail(global, texts, &error);
    let kept = match (Private::open(global, &wanted.kept, texts, need), command) {
        (Ok(kept), _) => kept,
        (Err(exit), PlanCommand::Show | PlanCommand::Print(_)) => {
            // Somebody looks for it in a hard hour: what stands below it is there without it.
            Session::asking(global, |session| show(session, None, None))?;
            return Ok(exit);
        }
        (Err(exit), _) => return Err(exit),
    };
    let done = change(global, texts, &kept, command)?;
    let plan = match kept.hard_plan() {
        Ok(plan) => plan,
        // Damage shows only where it is read.
        Err(error) if done.is_none() => {
            let exit = failed(error);
            Session::asking(global, |session| show(session, None, None))?;
            return Ok(exit);
        }
        Err(error) => return Err(failed(error)),
    };
    match command {
        PlanCommand::Print(out) => Session::asking(global, |session| {
            let layout = if out.large { Layout::Copy } else { Layout::Sheet };
            let hours = session.app.hard_hours(Some(&plan), None).map_err(|error| session.fail(&error))?;
            let today = session.now.date();
            let (words, _, _) = session.drawing();
            let page = words.plan_paper(layout, &hours, today);
            paper::made(session, &page, out.out.as_deref(), out.pdf.as_deref())
        }),
        _ => Session::asking(global, |session| show(session, Some(&plan), done)),
    }
}

/// What is said of a change, once it is on the disk; nothing where nothing was to be changed.
fn change(global: &Global, texts: &Texts, kept: &Kept, command: &PlanCommand) -> Result<Option<&'static str>, Exit> {
    let failed = |error: AppError| fail(global, texts, &error);
    let step = |number: u8| Step::new(number).unwrap_or(Step::Signs);
    let words = |words: &[String]| plan::line(&find::typed_words(words)).map_err(AppError::from);
    let (changed, said) = match command {
        PlanCommand::Show | PlanCommand::Print(_) => return Ok(None),
        PlanCommand::Add { step: at, record: Some(id), .. } => {
            let session = Session::open(global)?;
            let line: Result<PlanLine, AppError> = session.app.plan_entry(id, global.lang);
            (line.and_then(|line| kept.add_to_plan(step(*at), line)), "plan-kept")
        }
        PlanCommand::Add { step: at, words: text, record: None } => {
            (words(text).and_then(|line| kept.add_to_plan(step(*at), line)), "plan-kept")
        }
        PlanCommand::Change { step: at, place, words: text } => {
            (words(text).and_then(|line| kept.change_plan(step(*at), *place, line)), "plan-changed")
        }
        PlanCommand::Move { step: at, place, to } => (kept.move_in_plan(step(*at), *place, *to), "plan-moved"),
        PlanCommand::Remove { step: at, place } => (kept.remove_from_plan(step(*at), *place), "plan-removed"),
    };
    changed.map_err(failed)?;
    Ok(Some(said))
}

fn show(session: &mut Session<'_>, plan: Option<&Plan>, done: Option<&str>) -> Result<Exit, Exit> {
    let hours = session.app.hard_hours(plan, None).map_err(|error| session.fail(&error))?;
    if session.global.json {
        session.screen.json(&hours);
    } else {
        session.warn_of_clock();
        let (words, screen, _) = session.drawing();
        if let Some(done) = done {
            screen.line(0, Look::Dim, &words.texts.get(done));
            screen.gap();
        }
        screen.hard_hours(&words, &hours, plan.is_some());
    }
    session.screen.print();
    Ok(Exit::Answer)
}

impl Screen {
    /// The plan: what is written stands there at once, and the emergency row always.
    fn hard_hours(&mut self, words: &Words<'_>, hours: &HardHours, opened: bool) {
        self.line(0, Look::Bold, &words.texts.get("plan-title"));
        let empty = hours.is_empty();
        if opened && empty {
            self.line(0, Look::Plain, &words.texts.get("plan-empty"));
        }
        for step in hours.steps.iter().filter(|step| opened && (empty || !step.lines.is_empty())) {
            self.gap();
            self.hanging(0, &format!("{}. ", step.number), Look::Bold, &words.step(step.step));
            if empty {
                self.line(3, Look::Dim, &words.step_hint(step.step));
            }
            for line in &step.lines {
                self.plan_line(words, line);
            }
        }
        if opened && empty {
            self.gap();
            let command = [("command", "tsunagari plan add 2 -".into())];
            self.line(0, Look::Dim, &words.texts.with("plan-how", &command));
        }
        self.gap();
        self.line(0, Look::Bold, &words.texts.get("plan-listening"));
        for card in &hours.listening {
            self.gap();
            self.card(words, card, None);
        }
        self.emergency(words, &hours.emergency);
    }

    fn plan_line(&mut self, words: &Words<'_>, line: &ShownLine) {
        match line {
            ShownLine::Words(text) => self.written(3, "・", Look::Plain, text),
            ShownLine::Entry(entry) => {
                self.written(3, "・", Look::Plain, &entry.name);
                match &entry.card {
                    Some(card) => self.brief(words, card),
                    None => self.line(5, Look::Dim, &words.texts.get("plan-gone")),
                }
            }
        }
    }
}
