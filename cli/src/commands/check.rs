//! `tsunagari check`: つながりの質問. One sentence back, that it is no diagnosis, and where to talk; nothing is kept and no
//! figure shown unless somebody says so.

use std::io::BufRead as _;

use tsunagari_core::app::say::Words;
use tsunagari_core::directory::answer::Card;
use tsunagari_core::journal::{Band, Form, JournalError, Survey, date_in_words, questions};
use tsunagari_core::model::{Answered, EventId};
use tsunagari_core::text::Texts;

use super::mood::{here, says_yes, talks};
use crate::args::{CheckArgs, Global};
use crate::exit::Exit;
use crate::keystore::Need;
use crate::private::{Private, now};
use crate::render::{Look, Screen};
use crate::session::{Session, fail};

/// What comes back, as JSON. There is no sum in it.
#[derive(serde::Serialize)]
struct Back<'a> {
    form: &'a str,
    #[serde(flatten)]
    band: &'a Band,
    no_diagnosis: String,
    lines: &'a [Card],
    #[serde(skip_serializing_if = "Option::is_none")]
    survey: Option<&'a Survey>,
}

/// The question with where to talk, as JSON.
#[derive(serde::Serialize)]
struct Asked<'a> {
    #[serde(flatten)]
    form: &'a Form,
    no_diagnosis: String,
    lines: &'a [Card],
}

pub(crate) fn run(global: &Global, wanted: &CheckArgs) -> Result<Exit, Exit> {
    let texts = &Texts::new(global.lang);
    let failed = |error: JournalError| fail(global, texts, &error.into());
    if wanted.kept {
        return kept(global, wanted, texts);
    }
    if let Some(id) = &wanted.erase_kept {
        let id = EventId::parse(id).ok_or_else(|| failed(JournalError::NoEntry(id.clone())))?;
        let kept = Private::open(global, &wanted.opens, texts, Need::Open)?;
        kept.erase_answers(id).map_err(|error| fail(global, texts, &error))?;
        let mut screen = Screen::new(global);
        if global.json {
            screen.json(&serde_json::json!({ "erased": id.to_string() }));
        } else {
            screen.line(0, Look::Plain, &texts.get("check-erased"));
        }
        screen.print();
        return Ok(Exit::Answer);
    }
    let all = questions().map_err(|error| fail(global, texts, &error.into()))?;
    let form = all.form(&wanted.form).map_err(failed)?;
    let mut answers = wanted.answer.clone();
    if answers.is_empty() {
        if !talks(global) {
            return Session::asking(global, |session| only_questions(session, wanted, form));
        }
        answers = match ask(global, texts, form) {
            Some(answers) => answers,
            None => return Ok(Exit::Stopped),
        };
    }
    let band = form.back(&answers).map_err(failed)?;
    let ended = Session::asking(global, |session| result(session, wanted, form, band))?;
    let asks = talks(global) && wanted.answer.is_empty();
    if asks && !wanted.survey && form.survey.is_some() && says_yes(texts, "check-survey-ask") {
        let mut screen = Screen::new(global);
        survey(&mut screen, texts, form);
        screen.print();
    }
    if wanted.keep || (asks && says_yes(texts, "check-keep-ask")) {
        let kept = Private::open(global, &wanted.opens, texts, Need::Make)?;
        let answered = kept.keep_answers(&form.id, &answers, here(now(global)));
        let answered = answered.map_err(|error| fail(global, texts, &error))?;
        if !global.json {
            let mut screen = Screen::new(global);
            screen.gap();
            screen.line(0, Look::Dim, &texts.with("check-kept", &[("id", answered.id.to_string().into())]));
            screen.print();
        }
    }
    Ok(ended)
}

/// The sentence back and what belongs on the same page.
fn result(session: &mut Session<'_>, wanted: &CheckArgs, form: &Form, band: &Band) -> Result<Exit, Exit> {
    let area = session.area(wanted.area.as_deref())?;
    let lines = session.app.listening(area.as_ref()).map_err(|error| session.fail(&error))?;
    let figures = form.survey.as_ref().filter(|_| wanted.survey);
    if session.global.json {
        let no_diagnosis = session.texts.get("check-no-diagnosis");
        session.screen.json(&Back { form: &form.id, band, no_diagnosis, lines: &lines, survey: figures });
        session.screen.print();
        return Ok(Exit::Answer);
    }
    session.warn_of_clock();
    let (words, screen, _) = session.drawing();
    screen.line(0, Look::Bold, band.sentence.within(words.language()));
    screen.line(0, Look::Plain, &words.texts.get("check-no-diagnosis"));
    if !band.verified {
        screen.line(0, Look::Dim, &words.texts.get("check-not-verified"));
    }
    screen.gap();
    draw_lines(screen, &words, &lines);
    screen.gap();
    if wanted.survey {
        survey(screen, words.texts, form);
    } else if form.survey.is_some() {
        screen.line(0, Look::Dim, &words.texts.get("check-survey-hint"));
    }
    screen.line(0, Look::Dim, &words.texts.with("check-source", &[("source", form.source.as_str().into())]));
    session.screen.print();
    Ok(Exit::Answer)
}

/// What others answered, in the order of the answers; which one was given here is not marked.
fn survey(screen: &mut Screen, texts: &Texts, form: &Form) {
    let Some(survey) = &form.survey else {
        screen.line(0, Look::Dim, &texts.get("check-survey-none"));
        return;
    };
    let language = texts.language();
    screen.gap();
    screen.line(0, Look::Bold, survey.what.within(language));
    let share = |screen: &mut Screen, share: u16, answer: &str| {
        let percent = format!("{}.{}", share / 10, share % 10);
        let said = [("percent", percent.into()), ("answer", answer.into())];
        screen.line(2, Look::Plain, &texts.with("check-survey-share", &said));
    };
    for (option, part) in form.options.iter().zip(&survey.shares) {
        share(screen, *part, option.text.within(language));
    }
    share(screen, survey.no_answer, &texts.get("check-survey-no-answer"));
    if !survey.verified {
        screen.line(2, Look::Dim, &texts.get("check-survey-not-verified"));
    }
    screen.line(2, Look::Dim, &survey.source);
}

/// The questions where nobody can be asked.
/// Where nobody can be asked: the question, how to answer, and on the same page where to talk.
fn only_questions(session: &mut Session<'_>, wanted: &CheckArgs, form: &Form) -> Result<Exit, Exit> {
    let area = session.area(wanted.area.as_deref())?;
    let lines = session.app.listening(area.as_ref()).map_err(|error| session.fail(&error))?;
    let no_diagnosis = session.texts.get("check-no-diagnosis");
    if session.global.json {
        session.screen.json(&Asked { form, no_diagnosis, lines: &lines });
        session.screen.print();
        return Ok(Exit::Answer);
    }
    let (words, screen, _) = session.drawing();
    draw_questions(screen, words.texts, form);
    let answer = " --answer N".repeat(form.questions.len());
    let command = format!("tsunagari check --form {}{answer}", form.id);
    screen.line(0, Look::Dim, &words.texts.with("check-how", &[("command", command.into())]));
    screen.line(0, Look::Plain, &no_diagnosis);
    screen.gap();
    draw_lines(screen, &words, &lines);
    session.screen.print();
    Ok(Exit::Answer)
}

fn draw_lines(screen: &mut Screen, words: &Words<'_>, lines: &[Card]) {
    screen.line(0, Look::Bold, &words.texts.get("check-lines"));
    for card in lines {
        screen.card(words, card, None);
    }
}

fn draw_questions(screen: &mut Screen, texts: &Texts, form: &Form) {
    screen.line(0, Look::Bold, &texts.get("check-title"));
    for question in &form.questions {
        screen.line(0, Look::Plain, question.text.within(texts.language()));
    }
    options(screen, texts, form);
}

fn options(screen: &mut Screen, texts: &Texts, form: &Form) {
    for option in &form.options {
        screen.hanging(2, &format!("{} ", option.value), Look::Plain, option.text.within(texts.language()));
    }
}

/// One question after the other; nothing typed ends it.
fn ask(global: &Global, texts: &Texts, form: &Form) -> Option<Vec<u8>> {
    let mut screen = Screen::new(global);
    screen.line(0, Look::Bold, &texts.get("check-title"));
    screen.line(0, Look::Dim, &texts.get("check-intro"));
    let mut answers = Vec::new();
    for question in &form.questions {
        screen.gap();
        screen.line(0, Look::Bold, question.text.within(texts.language()));
        options(&mut screen, texts, form);
        loop {
            screen.line(0, Look::Dim, &texts.get("check-choose"));
            screen.print();
            let mut typed = String::new();
            let _end = std::io::stdin().lock().read_line(&mut typed);
            if typed.trim().is_empty() {
                screen.line(0, Look::Plain, &texts.get("check-stopped"));
                screen.print();
                return None;
            }
            let known = |value: &u8| form.options.iter().any(|option| option.value == *value);
            if let Some(value) = typed.trim().parse().ok().filter(known) {
                answers.push(value);
                break;
            }
        }
    }
    Some(answers)
}

/// What was kept, because somebody asked for it.
fn kept(global: &Global, wanted: &CheckArgs, texts: &Texts) -> Result<Exit, Exit> {
    let all = questions().map_err(|error| fail(global, texts, &error.into()))?;
    let kept = Private::open(global, &wanted.opens, texts, Need::Open)?;
    let answered = kept.kept_answers().map_err(|error| fail(global, texts, &error))?;
    let mut screen = Screen::new(global);
    if global.json {
        let shown = |one: &Answered| {
            serde_json::json!({
                "id": one.id.to_string(), "at": one.at.to_rfc3339(), "form": one.form, "answers": one.answers,
            })
        };
        screen.json(&answered.iter().map(shown).collect::<Vec<_>>());
    } else if answered.is_empty() {
        screen.line(0, Look::Plain, &texts.get("check-kept-none"));
    } else {
        screen.line(0, Look::Bold, &texts.get("check-kept-title"));
        for one in &answered {
            screen.gap();
            screen.line(0, Look::Plain, &date_in_words(one.at.date_naive(), texts));
            let Ok(form) = all.form(&one.form) else { continue };
            for (question, answer) in form.questions.iter().zip(&one.answers) {
                let option = form.options.iter().find(|option| option.value == *answer);
                screen.line(2, Look::Plain, question.text.within(texts.language()));
                screen.line(
                    4,
                    Look::Plain,
                    option.map(|option| option.text.within(texts.language())).unwrap_or_default(),
                );
            }
            screen.line(2, Look::Dim, &format!("[{}]", one.id));
        }
        screen.gap();
        screen.line(0, Look::Dim, &texts.get("check-no-diagnosis"));
    }
    screen.print();
    Ok(Exit::Answer)
}
