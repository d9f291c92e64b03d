//! `tsunagari ask`: the guided finder, question by question on a terminal, or with answers given at once.

use std::io::{BufRead, IsTerminal};

use tsunagari_core::directory::answer::Answer;
use tsunagari_core::directory::finder::{Answers, Chosen, Kind, Outcome, Question, Step, Words};
use tsunagari_core::directory::places::Slot;

use crate::args::{AskArgs, narrow};
use crate::exit::Exit;
use crate::render::{Look, complain};
use crate::session::Session;

/// What the answers led to, as JSON.
#[derive(serde::Serialize)]
struct Led<'a> {
    step: &'static str,
    outcome: &'a Outcome,
    #[serde(flatten)]
    chosen: &'a Chosen,
    /// What every municipality should have, for the one that was named.
    slots: &'a [(Words, Slot)],
}

pub(crate) fn run(session: &mut Session<'_>, wanted: &AskArgs) -> Result<Exit, Exit> {
    let mut answers =
        Answers::read(wanted.answers.iter().map(String::as_str)).map_err(|error| session.fail(&error.into()))?;
    answers.area = session.area(wanted.area.as_deref())?;
    let talks = std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && !session.global.json;
    answers.enough = !wanted.answers.is_empty() && !talks;
    if talks {
        session.screen.line(0, Look::Plain, &session.texts.get("ask-intro"));
    }
    loop {
        let page = match session.app.ask(&answers).map_err(|error| session.fail(&error))? {
            Step::Results(outcome) => return results(session, &outcome),
            Step::Questions(page) => page,
        };
        if session.global.json {
            session.screen.json(&Step::Questions(page));
            session.screen.print();
            return Ok(Exit::Answer);
        }
        if !talks {
            complain(session.global, &session.texts.get("ask-not-a-terminal"));
            return Err(Exit::Usage);
        }
        // One question at a time: an answer can make the others needless, and in danger nothing more is asked.
        let Some(question) = page.questions.iter().find(|question| !answers.has_seen(&question.id)) else {
            answers.enough = true;
            continue;
        };
        let given = if question.kind == Kind::Area {
            answers.area = place(session, question);
            Vec::new()
        } else {
            options(session, question)
        };
        answers = answers.with(&question.id, given.iter().map(String::as_str));
    }
}

/// Shows a question and reads the numbers of the answers; nothing skips it.
fn options(session: &mut Session<'_>, question: &Question) -> Vec<String> {
    let language = session.global.lang;
    let one = matches!(question.kind, Kind::One | Kind::First);
    session.screen.gap();
    session.screen.line(0, Look::Bold, question.text.within(language));
    let mut heading = None;
    for (at, option) in question.options.iter().enumerate() {
        let group = question.groups.iter().find(|group| option.group.as_ref() == Some(&group.id));
        if let Some(group) = group.filter(|group| heading != Some(&group.id)) {
            session.screen.gap();
            session.screen.line(0, Look::Plain, group.name.within(language));
            heading = Some(&group.id);
        }
        let text = option.text.as_ref().map_or(option.id.as_str(), |text| text.within(language));
        session.screen.hanging(2, &format!("{:>2} ", at + 1), Look::Plain, text);
    }
    session.screen.line(0, Look::Dim, &session.texts.get(if one { "ask-choose-one" } else { "ask-choose" }));
    loop {
        session.screen.print();
        let typed = line();
        let picked: Option<Vec<String>> = typed
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '、' | '，'))
            .filter(|word| !word.is_empty())
            .map(|word| {
                let typed = narrow(word).unwrap_or_else(|| word.to_owned());
                let at = typed.parse::<usize>().ok()?.checked_sub(1)?;
                question.options.get(at).map(|option| option.id.clone())
            })
            .collect();
        match picked {
            Some(picked) if !one || picked.len() <= 1 => return picked,
            _ => session.screen.line(0, Look::Plain, &session.texts.get("ask-not-understood")),
        }
    }
}

/// Asks where the person is; nothing skips it.
fn place(session: &mut Session<'_>, question: &Question) -> Option<tsunagari_core::model::AreaCode> {
    let text = question.text.within(session.global.lang).to_owned();
    session.screen.gap();
    session.screen.line(0, Look::Bold, &text);
    loop {
        session.screen.print();
        let typed = line();
        if typed.trim().is_empty() {
            return None;
        }
        match session.app.area(typed.trim()) {
            Ok(area) => return Some(area),
            Err(error) => session.screen.line(0, Look::Plain, &error.say(&session.texts)),
        }
    }
}

fn line() -> String {
    let mut typed = String::new();
    let _end = std::io::stdin().lock().read_line(&mut typed);
    typed
}

fn results(session: &mut Session<'_>, outcome: &Outcome) -> Result<Exit, Exit> {
    let chosen = session.app.choose(outcome).map_err(|error| session.fail(&error))?;
    let emergency = session.app.emergency(outcome.area.as_ref()).map_err(|error| session.fail(&error))?;
    let slots = match &outcome.area {
        Some(area) => session.app.slots(area).map_err(|error| session.fail(&error))?,
        None => Vec::new(),
    };
    let found = !chosen.cards.is_empty();
    if session.global.json {
        session.screen.json(&Led { step: "results", outcome, chosen: &chosen, slots: &slots });
    } else {
        let relaxed = chosen.relaxed.clone();
        let answer =
            Answer { needs: Vec::new(), danger: outcome.danger, cards: chosen.cards, gaps: chosen.gaps, cut: false };
        session.screen.gap();
        session.warn_of_clock();
        let (words, screen, app) = session.drawing();
        if outcome.is_for_anything() && !answer.cards.is_empty() {
            screen.line(0, Look::Plain, &words.texts.get("ask-anything"));
        }
        for wish in relaxed {
            screen.line(0, Look::Plain, &words.texts.get(wish.text()));
        }
        screen.answer(&words, &answer, &[], &emergency);
        if !slots.is_empty() {
            screen.gap();
            screen.slots(&words, app, &slots);
        }
    }
    session.screen.print();
    Ok(if found { Exit::Answer } else { Exit::Nothing })
}
