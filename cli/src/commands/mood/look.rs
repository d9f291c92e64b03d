//! Looking: today, days, a month, a year, the words.

use std::path::Path;

use chrono::{Datelike as _, Days, NaiveDate};
use tsunagari_core::app::print::{year_html, year_svg};
use tsunagari_core::journal::{self, Entry, Named, date_in_words};
use tsunagari_core::model::Mood;

use super::Run;
use crate::args::RangeArgs;
use crate::exit::Exit;
use crate::keystore::Need;
use crate::render::{Look, Screen};

/// Days that are shown when nobody says from when.
const DAYS: u64 = 30;

/// Entries, as JSON.
#[derive(serde::Serialize)]
struct Days_ {
    from: NaiveDate,
    to: NaiveDate,
    entries: Vec<Entry>,
}

pub(super) fn today(run: &Run<'_>) -> Result<Exit, Exit> {
    let today = run.now.date_naive();
    let mut screen = Screen::new(run.global);
    if !run.global.json {
        screen.line(0, Look::Bold, &run.texts.get("mood-today"));
    }
    days(run, screen, today, today)
}

pub(super) fn list(run: &Run<'_>, range: &RangeArgs) -> Result<Exit, Exit> {
    let (from, to) = between(run, range);
    days(run, Screen::new(run.global), from, to)
}

/// From when to when; the last days when nothing is said.
pub(super) fn between(run: &Run<'_>, range: &RangeArgs) -> (NaiveDate, NaiveDate) {
    let to = range.to.unwrap_or_else(|| run.now.date_naive());
    let from = range.from.unwrap_or_else(|| to.checked_sub_days(Days::new(DAYS - 1)).unwrap_or(to));
    (from, to)
}

fn days(run: &Run<'_>, mut screen: Screen, from: NaiveDate, to: NaiveDate) -> Result<Exit, Exit> {
    let moods = run.kept(Need::Open)?.moods(from, to).map_err(|error| run.fail(error))?;
    if run.global.json {
        screen.json(&Days_ { from, to, entries: moods.iter().map(Entry::from).collect() });
    } else if moods.is_empty() {
        let shown = if from == to { date_in_words(from, run.texts) } else { String::new() };
        if !shown.is_empty() {
            screen.line(0, Look::Plain, &shown);
        }
        screen.line(0, Look::Plain, &run.texts.get("mood-nothing"));
    } else {
        screen.moods(&run.drawing(), &moods);
    }
    screen.print();
    Ok(Exit::Answer)
}

pub(super) fn month(run: &Run<'_>, month: Option<NaiveDate>) -> Result<Exit, Exit> {
    let of = month.unwrap_or_else(|| run.now.date_naive());
    let first = of.with_day(1).unwrap_or(of);
    let last = first.checked_add_months(chrono::Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(of);
    let view = journal::month(&felt(run, first, last)?, of);
    let mut screen = Screen::new(run.global);
    if run.global.json {
        screen.json(&view);
    } else {
        screen.month(&run.drawing(), &view);
    }
    screen.print();
    Ok(Exit::Answer)
}

pub(super) fn year(run: &Run<'_>, year: Option<i32>, svg: Option<&Path>, out: Option<&Path>) -> Result<Exit, Exit> {
    let year = year.unwrap_or_else(|| run.now.year());
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_else(|| run.now.date_naive());
    let view = journal::year(&felt(run, day(1, 1), day(12, 31))?, year);
    let weather = run.wanted.weather;
    if let Some(path) = svg {
        run.write(path, year_svg(&view, run.vocabulary, run.texts, weather).as_bytes())?;
    }
    if let Some(path) = out {
        run.write(path, year_html(&view, run.vocabulary, run.texts, weather).as_bytes())?;
    }
    let mut screen = Screen::new(run.global);
    if run.global.json {
        screen.json(&view);
    } else if svg.is_none() && out.is_none() {
        screen.year(&run.drawing(), &view);
    }
    for path in svg.into_iter().chain(out).filter(|_| !run.global.json) {
        let said = [("path", path.display().to_string().into())];
        screen.line(0, Look::Plain, &run.texts.with("mood-exported", &said));
    }
    screen.print();
    Ok(Exit::Answer)
}

fn felt(run: &Run<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Mood>, Exit> {
    run.kept(Need::Open)?.moods(from, to).map_err(|error| run.fail(error))
}

pub(super) fn words(run: &Run<'_>) -> Result<Exit, Exit> {
    let mut screen = Screen::new(run.global);
    if run.global.json {
        screen.json(run.vocabulary);
    } else {
        let language = run.texts.language();
        screen.line(0, Look::Bold, &run.texts.get("mood-words-levels"));
        for level in &run.vocabulary.levels {
            let said = format!("{}　{}　{}", level.number, level.word.within(language), level.weather.within(language));
            screen.line(2, Look::Plain, &said);
        }
        for (title, all) in
            [("mood-words-labels", &run.vocabulary.labels), ("mood-words-contexts", &run.vocabulary.contexts)]
        {
            screen.gap();
            screen.line(0, Look::Bold, &run.texts.get(title));
            let named = |named: &Named| format!("{} [{}]", named.name.within(language), named.code);
            let all: Vec<String> = all.iter().map(named).collect();
            screen.line(2, Look::Plain, &all.join(&run.texts.get("mood-comma")));
        }
    }
    screen.print();
    Ok(Exit::Answer)
}
