//! The page for a counsellor: what the person chose to show, in order, as words.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Timelike};
use serde::Serialize;

use super::Vocabulary;
use super::vocabulary::Named;
use crate::model::{EventId, Mood};
use crate::text::Texts;

/// What is to stand on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageWish {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Notes.
    pub notes: bool,
    /// Feelings.
    pub labels: bool,
    /// What was around.
    pub contexts: bool,
    /// Levels as weather.
    pub weather: bool,
    /// Large letters.
    pub large: bool,
    /// Entries that are left out.
    pub without: BTreeSet<EventId>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Language code of the texts.
    pub language: &'static str,
    /// Large letters.
    pub large: bool,
    /// Title. Texts may have readings, `{漢字|かんじ}`; notes never.
    pub title: String,
    /// From when to when.
    pub range: String,
    /// Who chose what stands here.
    pub about: String,
    /// Days that have something, in order.
    pub days: Vec<PageDay>,
    /// What stands before what was around.
    pub around: String,
    /// What stands where there is no day.
    pub nothing: String,
    /// That it is no diagnosis.
    pub no_diagnosis: String,
}

/// A day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageDay {
    /// The day in words.
    pub date: String,
    /// Its entries.
    pub entries: Vec<PageEntry>,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageEntry {
    /// Time of day.
    pub time: String,
    /// The level in words.
    pub level: String,
    /// Feelings.
    pub labels: Vec<String>,
    /// What was around.
    pub contexts: Vec<String>,
    /// The note, as it was written.
    pub note: String,
}

/// Lays the page out.
#[must_use]
pub fn page(moods: &[Mood], wish: &PageWish, vocabulary: &Vocabulary, texts: &Texts) -> Page {
    let wanted =
        |mood: &&Mood| (wish.from..=wish.to).contains(&mood.at.date_naive()) && !wish.without.contains(&mood.id);
    let mut chosen: Vec<&Mood> = moods.iter().filter(wanted).collect();
    chosen.sort_by_key(|mood| (mood.at.naive_local(), mood.id));
    let mut days: Vec<(NaiveDate, PageDay)> = Vec::new();
    for mood in chosen {
        let date = mood.at.date_naive();
        let entry = entry(mood, wish, vocabulary, texts);
        match days.last_mut() {
            Some((last, day)) if *last == date => day.entries.push(entry),
            _ => days.push((date, PageDay { date: date_in_words(date, texts), entries: vec![entry] })),
        }
    }
    let range = [("from", date_in_words(wish.from, texts).into()), ("to", date_in_words(wish.to, texts).into())];
    Page {
        language: texts.language().code(),
        large: wish.large,
        title: texts.get("mood-page-title"),
        range: texts.with("mood-page-range", &range),
        about: texts.get("mood-page-about"),
        days: days.into_iter().map(|(_, day)| day).collect(),
        around: texts.get("mood-around"),
        nothing: texts.get("mood-nothing"),
        no_diagnosis: texts.get("check-no-diagnosis"),
    }
}

/// A day in words, with its weekday.
#[must_use]
pub fn date_in_words(date: NaiveDate, texts: &Texts) -> String {
    let weekday = texts.get(&format!("weekday-{}", date.weekday().num_days_from_monday()));
    let said = [
        ("year", date.year().to_string().into()),
        ("month", texts.get(&format!("mood-month-{}", date.month())).into()),
        ("day", date.day().to_string().into()),
        ("weekday", weekday.into()),
    ];
    texts.with("mood-date", &said)
}

fn entry(mood: &Mood, wish: &PageWish, vocabulary: &Vocabulary, texts: &Texts) -> PageEntry {
    let language = texts.language();
    let names = |wanted: bool, codes: &BTreeSet<String>, all: &[Named]| {
        let named = |code: &String| all.iter().find(|named| named.code == *code);
        let name = |code: &String| named(code).map_or(code.as_str(), |named| named.name.within(language)).to_owned();
        if wanted { codes.iter().map(name).collect() } else { Vec::new() }
    };
    let level = vocabulary.level(mood.level);
    let level = level.map(|words| if wish.weather { &words.weather } else { &words.word });
    PageEntry {
        time: format!("{}:{:02}", mood.at.hour(), mood.at.minute()),
        level: level.map(|words| words.within(language).to_owned()).unwrap_or_default(),
        labels: names(wish.labels, &mood.labels, &vocabulary.labels),
        contexts: names(wish.contexts, &mood.contexts, &vocabulary.contexts),
        note: if wish.notes { mood.note.clone() } else { String::new() },
    }
}
